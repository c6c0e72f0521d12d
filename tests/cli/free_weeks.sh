#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Holiday laid into the free weeks of a rota, through the command line: one person round the clock by shifts of 12 h, four on
# and four off, and four people of 42 h (tests/cli/cases/free_weeks): 4 x 42 = 168 = 24 x 7. An hour costs 20, nothing on top.
#
#   tests/cli/free_weeks.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

ended() { echo "status $status, $1 wanted" && cat err && [ "$status" = "$1" ]; }
says() { cat out && grep -Fq -- "$1" out; }
told() { tr '\n' ' ' <err | tr -s ' '; }
complains() { told && told | grep -Fq -- "$1"; }
silent_on() { ! told | grep -F -- "$1"; }
fresh() {
  rm -rf case
  cp -r "$here/cases/free_weeks" case
}
laid() { sed -i "s|^\(holiday;[^;]*\);100;.*|\1;$1;${2-worked by hand}|" case/absence.csv; } # PERCENT [SOURCE]
country() { sed -i "s/^country;.*/country;$1;/" case/settings.csv; }
booked() { is "$1" ledger baseline_kr measure= positions=kept "line=$2"; }

# All of it: nobody is ever missing from a shift, and nothing is hired. Pay is that of four positions: 4 x 43 680.
solve "$here/cases/free_weeks"
check laid_runs ended 0
check laid_hires_nobody booked '' substitutes
check laid_pay booked 174720.00 base_pay
# 5.6 weeks of 42 h are 235.2 h; 52 x 42 = 2184 h of work are left whole.
check laid_hours is 235.2 working_year holiday_in_free_h
check laid_takes_nobody is 0.0 working_year holiday_h
check laid_at_work is 2184.0 working_year at_work_h
check laid_told says 'Holidays laid into free weeks of the rota take nobody from a shift'
# What the law allows (Russell v Transocean): no question.
check laid_is_lawful silent_on 'in_free_weeks_percent'
check laid_is_five_weeks silent_on 'weeks a year'

# Spread: four are away 235.2 h of 52 weeks, and a year has 365/7: 4 x 235.2 x 365 / 364 = 943.38 h at 20.
fresh
laid 0
solve case
check spread_hires booked 18867.69 substitutes
check spread_pay booked 174720.00 base_pay
check spread_at_work is 1948.8 working_year at_work_h
check spread_says_nothing is '' working_year holiday_in_free_h

# Half of each: half of the hours are hired, and 2184 - 117.6 h are worked.
fresh
laid 50
solve case
check half_hires booked 9433.85 substitutes
check half_at_work is 2066.4 working_year at_work_h

# As a measure from 1 January: what was hired is saved, 18 867.69.
fresh
laid 0
cat >case/measures.csv <<'END'
measure;title;nature;start;status;source
lay;Holiday in the free weeks;need;2025-01-01;not_started;worked by hand
END
cat >case/edits.csv <<'END'
measure;table;where;column;change;value;source
lay;absence;kind=holiday;in_free_weeks_percent;set;100;worked by hand
END
solve case
check measure_saves is 18867.69 effects effect_kr measure=lay positions=kept

# Conventions: an uplift counts what takes people from shifts, and no more. 10.77 % of the hours at work, half of it laid:
# 2184 / (1 + 0.107692 / 2) = 2072.4.
fresh
sed -i '1s/hours_per_head/percent/; s/^holiday;235.2;100;/holiday;10.7692;50;/' case/absence.csv
printf 'absence_cover;multiplier;x\n' >>case/settings.csv
solve case
check uplift_at_work is 2072.4 working_year at_work_h

# ---------------------------------------------------------------- what the law says, and what a rota has no room for

fresh
laid 100 assumed
country norway
solve case
check norway_asked complains 'absence.csv:2: warning: in_free_weeks_percent: "100": holiday in free weeks takes nobody from a shift'
check norway_paragraph complains 'Ferieloven 5(1) counts weekdays that are free anyway as holiday'
fresh
laid 100 'agreement of 2024'
country norway
solve case
check norway_agreed silent_on 'Ferieloven'
fresh
laid 100 assumed
country sweden
solve case
check sweden_asked complains 'No rule of the country that allows it is known here: name the law or agreement as source'

# Shifts of 8 h: 42 / 8 is more than five days of seven.
fresh
sed -i '2,$d' case/shifts.csv
printf 'ward;day;07:00;15:00;x\nward;evening;15:00;23:00;x\nward;night;23:00;07:00;x\n' >>case/shifts.csv
solve case
check no_free_weeks complains '`crew` in unit `ward` works more days than not, even on the longest shifts there'

fresh
printf 'sick_leave;42;100;x\n' >>case/absence.csv
solve case
check only_holiday ended 3
check only_holiday_told complains 'absence.csv:3: in_free_weeks_percent: "100": only holiday is laid into free weeks: leave it blank'

finish
