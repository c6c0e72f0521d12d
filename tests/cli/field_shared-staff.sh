#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Staff shared by units through the command line: what it saves and where it is booked, each value worked by hand, and what
# cannot be shared.
#
#   tests/cli/field_shared-staff.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

# ---------------------------------------------------------------- what is looked at

checks() { # FOLDER
  status=0
  timeout 300 "$binary" check --lang en "$1" >out 2>err || status=$?
}
ended() { # STATUS
  cat err
  echo "status $status, $1 wanted"
  [ "$status" = "$1" ]
}
complains() { cat err; grep -Fq -- "$1" err; }
says() { cat out; grep -Fq -- "$1" out; }
complains_not() { cat err; ! grep -Fq -- "$1" err; }
same_units() { # FIGURES of each unit are those in the file
  sort "$results/units.csv" >now
  diff now "$1"
}
fresh() { # a copy to change, in `case`
  rm -rf case
  cp -r "$here/cases/shared_two" case
}
change() { # FILE SED
  sed -i "$2" "case/$1.csv"
}

# ---------------------------------------------------------------- a team that helps next door, as a measure

# Ward A has 2 nurses of 37.5 h and wants one from 07:00 to 15:00, of which 7.5 h are paid, Monday to Friday; ward B wants the
# same and has nobody. 390 000 kr a year are 390 000 / (52 x 37.5) = 200 kr an hour, 224 kr with holiday pay of 12 %.
# 2025 has 261 days from Monday to Friday, of which 9 are public holidays (1 January, 17, 18 and 21 April, 1 and 29 May, 9
# June, 25 and 26 December): 252 days x 7.5 h = 1 890 h. B hires them for 1 890 x 224 = 423 360 kr, and from 12:00 to 15:00
# on the eves of 16 April, 24 and 31 December 9 h x 133.3333 % x 200 x 1.12 = 2 688 kr, which own people earn too. The team has 75 h a
# week and works 37.5 of them: it takes all of B's shifts, and what is saved is 423 360 kr.
solve "$here/cases/shared_two"
check team_status ended 0
check team_kept is 423360.00 effects effect_kr measure=share positions=kept
check team_hired_before is 426048.00 units cost_kr unit=b
# A before: 2 x 390 000 x 47/52 of pay, 12 % on it, and supplements of the eves: 789 600 + 2 688.
check team_home_before is 792288.00 units cost_kr unit=a
# Nobody is hired in ward B with the measure: its person on 2 January is there all the same.
check team_cover is 1.000 coverage planned measure=share positions=kept unit=b date=2025-01-02
check team_weeks is 0.0 weeks substitute_h measure=share positions=kept unit=b week=2
check team_weeks_own is 37.5 weeks own_h measure=share positions=kept unit=b week=2
sort "$results/units.csv" >joined

# Nobody is shared before the measure: each unit is to the øre what it is where no measure shares anybody.
fresh
rm case/measures.csv case/edits.csv
solve case
check alone_status ended 0
check nobody_shared same_units joined

# Columns by their Norwegian names are the same columns.
fresh
change groups 's/also_units/også_enheter/'
printf '%s\n' 'tiltak;tabell;der;kolonne;endring;verdi' 'share;groups;gruppe=team;også_enheter;set;b' >case/edits.csv
solve case
check norwegian_status ended 0
check norwegian_kept is 423360.00 effects effect_kr measure=share positions=kept
fresh
rm case/measures.csv case/edits.csv

# ---------------------------------------------------------------- where it is booked

# The team shared from the start. Its contract hours from Monday to Friday of 2025 are 2 x 7.5 x 261 = 3 915; it works 1 890 in each
# ward. Of its own pay, 789 600 kr, ward B bears 1 890 / 3 915 = 381 186.21 kr, and 2 688 kr for its eves; the rest, with the hours
# on no shift, is ward A's: 408 413.79 + 2 688.
change groups 's/;$/;b/'
solve case
check shared_status ended 0
check shared_away is 383874.21 units cost_kr unit=b
check shared_home is 411101.79 units cost_kr unit=a
# The shifts are where they are worked: 1 890 / (52 x 37.5) = 0.97 FTE in each; the contracts are at home.
check shared_staffed is 0.97 units staffed_fte unit=b
check shared_staffed_home is 0.97 units staffed_fte unit=a
check shared_contracts is 2.00 units contracted_fte unit=a
check shared_no_contracts is 0.00 units contracted_fte unit=b
check shared_no_idle is 0.0 units idle_h unit=b
check shared_not_hired is 0.0 units variable_percent unit=b
check shared_positions is a+b positions_sum unit
check shared_no_warning complains_not 'nobody is employed there'
sort "$results/units.csv" >shared

# In whatever order the rows stand.
for file in units shifts need; do
  { head -n 1 "case/$file.csv"; tail -n +2 "case/$file.csv" | sort -r; } >turned && mv turned "case/$file.csv"
done
solve case
check turned_rows same_units shared

# The programme of either unit is that of both.
status=0
"$binary" model --lang en --unit b --lp b.lp case >out 2>err || status=$?
check model_status ended 0
check model_cost says 'least cost 809503.48 kr'

# ---------------------------------------------------------------- on some days only

# They may help at weekends, and ward B wants nobody then.
fresh
printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every;also_days' 'a;team;nurse;2;100;0;sat sun' >case/groups.csv
solve case
check days_status ended 0
check days_nothing is 0.00 effects effect_kr measure=share positions=kept

# ---------------------------------------------------------------- two wards pooled in some windows

# One nurse for both wards at weekends: a unit of its own for the pooled windows, the need of the wards taken out, and the
# team of ward A lent to it. Each ward wants one at weekends too; the team works every second weekend, so it has ward A's, and ward B hires its
# own. 2025 has 104 Saturdays and Sundays, of which 17 May is a public holiday and no Saturday: 103 x 7.5 h x 224 kr = 173 040 kr less.
fresh
printf '%s\n' 'unit;title;day_starts' 'a;Ward A;07:00' 'b;Ward B;07:00' 'both;Both wards at weekends;07:00' >case/units.csv
printf '%s\n' 'unit;shift;start;end;unpaid_break_min' 'a;day;07:00;15:00;30' 'b;day;07:00;15:00;30' 'both;day;07:00;15:00;30' >case/shifts.csv
printf '%s\n' 'unit;window;start;end;days;level;persons' 'a;weekend;07:00;15:00;sat sun;nurse;1' 'b;weekend;07:00;15:00;sat sun;nurse;1' \
  'both;weekend;07:00;15:00;sat sun;nurse;0' >case/need.csv
printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every' 'a;team;nurse;2;100;2' >case/groups.csv
printf '%s\n' 'supplement;valid_from;days;clock_from;clock_to;percent;minimum_kr_per_h;stack;priority' \
  'evening;2000-01-01;mon-sun;17:00;21:00;0;56;clock;0' >case/supplements.csv
printf '%s\n' 'measure;table;where;column;change;value' 'share;need;unit=a;persons;set;0' 'share;need;unit=b;persons;set;0' \
  'share;need;unit=both;persons;set;1' 'share;groups;group=team;also_units;set;both' >case/edits.csv
solve case
check pooled_status ended 0
check pooled_kept is 173040.00 effects effect_kr measure=share positions=kept
check pooled_cover is 1.000 coverage planned measure=share positions=kept unit=both date=2025-01-04
# 15 h of every whole week, worked by the team, hired by nobody.
check pooled_own is 15.0 weeks own_h measure=share positions=kept unit=both week=2
# Without the loan the pooled window is hired: 103 x 7.5 x 224 is paid in one unit instead of the other, and nothing is saved.
change edits '/also_units/d'
solve case
check unlent_kept is 0.00 effects effect_kr measure=share positions=kept

# ---------------------------------------------------------------- what cannot be shared

fresh
change groups 's/;$/;b/'
change units 's/Ward B;07:00/Ward B;06:30/'
checks case
check hours_status ended 3
check hours complains 'case/groups.csv:2: also_units: "b": the days of units that share staff must begin at the same hour: that of `a` begins at 07:00, that of `b` at 06:30; write one hour, at which no window runs across, in day_starts of both rows of units.csv'
# By a measure likewise, at its edit.
change groups 's/;b$/;/'
checks case
check hours_by_edit_status ended 3
check hours_by_edit complains 'case/edits.csv:2: value: "b": '

fresh
change groups 's/;$/;c a/'
checks case
check names_status ended 3
check names_unknown complains 'case/groups.csv:2: also_units: "c": no unit of units.csv: known are b'
check names_own complains 'case/groups.csv:2: also_units: "a": their own unit, in which they work anyway: take it out'

fresh
change groups 's/;$/;b/'
printf '%s\n' 'unit;most_heads' 'b;4' >case/design.csv
printf '%s\n' 'unit;type;category;most_heads;position_percent;weekend_every' 'b;full;nurse;4;100;3' >case/catalogue.csv
checks case
check design_status ended 3
check design complains 'case/design.csv:2: unit: "b": a rota is designed for a unit by itself, and this one shares group `team` of unit `a`'

# A group whose shifts are none of the other unit's.
fresh
change shifts 's/^b;day/b;early/'
printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every;shifts;also_units' 'a;team;nurse;2;100;0;day;b' >case/groups.csv
checks case
check no_shift complains 'case/groups.csv:2: warning: also_units: "b": group `team` can work no shift there'
change groups 's/;day;b/;day early;b/'
checks case
check a_shift_there ended 0
check a_shift_there_said complains_not 'can work no shift there'
change groups 's/;day early;b/;day erly;b/'
checks case
check no_such_shift complains 'case/groups.csv:2: shifts: "erly": no shift of unit `a`'

finish
