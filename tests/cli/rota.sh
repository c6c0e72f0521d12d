#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Base rotas through the command line: a given one read, checked, priced and printed; one laid out; bad input.
#
#   tests/cli/rota.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

ask() { # ARGUMENT...: what it says in out and err, its status in `status`
  status=0
  timeout 120 "$binary" rota --lang en "$@" >out 2>err || status=$?
}
ended() { # STATUS
  echo "status $status, $1 wanted"
  cat err
  [ "$status" = "$1" ]
}
says() {
  cat out
  grep -Fq -- "$1" out
}
complains() {
  cat err
  grep -Fq -- "$1" err
}
same() { # FILE FILE
  diff "$1" "$2"
}
fresh() { # a copy of the base to change, in `case`
  rm -rf case
  cp -r "$here/cases/rota_base" case
}
rules() { printf '%s\n' 'unit;group;rule;shifts;value' "$@" >case/rota_rules.csv; }

# ---------------------------------------------------------------- a rota given

# Six people at half time, one weekend in three, day and evening by turns: 14 shifts of 7.5 h a week are 105 h, as many as
# 6 x 17.5 h. The rota fits the need exactly and nobody is ever away, so that it costs what the plan costs.
fresh
ask case
check given_status ended 0
check given_kept says 'Every line keeps every rule.'
check given_line says '1    half               ..... DD | ..... .. | DDDDD ..     52.5        1       0'
check given_weeks says 'weeks 2-15 19 21 25-51.'
check given_price says 'with whole people and rest rules this rota costs 0 kr more'

# One Friday day shift fewer in the third week of line 1: 7.5 h to a substitute in those of the 43 weeks without public holidays
# (and wholly in the year) that are worked as the third: on average over the three weeks on which the year may begin one in
# three. An hour is 364 000 / (52 x 35) = 200 kr, with holiday pay 224: 43 / 3 x 7.5 h = 107.5 h, x 224 kr = 24 080 kr.
sed -i 's/^ward;1;half;3;fri;day/ward;1;half;3;fri;-/' case/rota.csv
ask case
check one_less_price says 'this rota costs 24 080 kr more'
check one_less_hours says 'Hours by others: 107.5 in the rota, 0 in the plan'
# "About": an hour missing weighs what it costs on average over the need. A day is 1 680 kr, an evening with 4 x 56 + 1.5 x 70 kr
# of supplements 2 048.48 kr, at weekends each 7.5 x 70 x 1.12 = 588 kr more: 28 451.36 kr for the 105 h of a week.
check one_less_missing says 'In 3 weeks 7.5 person-hours of need are left to others, at about 2 032 kr; 7.5 contract hours have no shift.'
check one_less_shown says '  ! too few                      |          |     !   '

# Monday day after Sunday evening: 22:30 to 07:30 are 9 h, 11 h are the law's. Line 2 works the evening of the Sunday of week
# 1; its Monday of week 2 is given to it by line 5.
fresh
sed -i -e 's/^ward;5;half;2;mon;day/ward;5;half;2;mon;-/' -e 's/^ward;2;half;2;mon;-/ward;2;half;2;mon;day/' case/rota.csv
ask case
check rest_status ended 0
check rest_breach says 'Rest between two shifts: line 2, week 2, Monday: 9 h, limit 11 h'
check rest_hours says 'Hours of the contract: line 2: 60 h, limit 52.5 h'
check rest_count says '2 breaches:'
# The group has its hours all the same, so that it is priced.
check rest_priced says 'this rota costs 0 kr more'
check rest_priced_told says 'It breaks rules, as told below, and is priced as it stands.'
# Agreed down to 8 h now and then, and an hours' tolerance of a shift: no breach is left.
rules 'ward;;short_rest_h;;8' 'ward;half;hours_over_h;;7.5'
ask case
check short_change_allowed says 'Every line keeps every rule.'
# None is agreed to more than once a week; there is one.
rules 'ward;;short_rest_h;;8' 'ward;half;hours_over_h;;7.5' 'ward;;short_changes_most;;0'
ask case
check short_change_counted says 'Short changes between shifts in a week: line 2, week 2, Monday: 1 change, limit 0 changes'
# Three shifts more than the group has contracts for: how they are paid the rota does not tell.
sed -i 's/^\(ward;2;half;2;[tw].*\);-/\1;eve/' case/rota.csv
ask case
check beyond_unpriced says 'The rota has no price here: lines have more hours than the contracts'
fresh
sed -i -e 's/^ward;5;half;2;mon;day/ward;5;half;2;mon;-/' -e 's/^ward;2;half;2;mon;-/ward;2;half;2;mon;day/' case/rota.csv
# The row of a group stands before that of all.
rules 'ward;;short_rest_h;;8' 'ward;half;short_rest_h;;10' 'ward;half;hours_over_h;;7.5'
ask case
check rule_of_group says 'line 2, week 2, Monday: 9 h, limit 10 h'

# Five days in a row, two days off in a row, and an evening before a day off are what line 1 to 6 have or have not.
fresh
rules 'ward;;days_in_row_most;;4'
ask case
check days_in_row says 'Working days in a row: line 1, week 3, Friday: 5 days, limit 4 days'
rules 'ward;;sequence;eve -;'
ask case
check sequence says 'Sequences of shifts that are not wanted: line 2, week 2, Monday'
check sequence_told says 'never eve -'
rules 'ward;;same_shift_most;day;4'
ask case
check same_shift says 'The same shift in a row: line 1, week 3, Friday: 5 days, limit 4 days'

# ---------------------------------------------------------------- printed and read back

fresh
ask -o made case
check round_status ended 0
cp made/case-rota/rota.csv first.csv
cp first.csv case/rota.csv
ask -o made case
check round_trip same first.csv made/case-rota/rota.csv
# The order of rows is no matter.
{ head -n 1 first.csv; tail -n +2 first.csv | sort -r; } >case/rota.csv
ask -o made case
check row_order same first.csv made/case-rota/rota.csv
# What is laid out is read, and keeps the rules.
ask --anew -o made case
check made_status ended 0
check made_kept says 'Every line keeps every rule.'
cp made/case-rota/rota.csv case/rota.csv
cp case/rota.csv second.csv
ask -o made case
check made_read says 'Every line keeps every rule.'
check made_given says 'the rota of rota.csv, 3 weeks'
check made_same same second.csv made/case-rota/rota.csv

# ---------------------------------------------------------------- laid out

# 105 h wanted and 105 h contracted: nothing is left to others, and the bound proves it.
fresh
rm case/rota.csv
ask case
check made_best says 'In 3 weeks 0 person-hours of need are left to others, at about 0 kr; 0 contract hours have no shift.'
check made_proven says 'Proven: no rota under these rules is better'
# One head fewer: 7 shifts of 3 weeks have nobody, 52.5 h at 224 kr but for the supplements of their hours.
sed -i 's/;half;nurse;6;/;half;nurse;5;/' case/groups.csv
ask case
check five_heads says 'In 3 weeks 52.5 person-hours of need are left to others'
# Were the need required, there would be none: 14 shifts of a week for 5 x 17.5 / 7.5. One head more keeps every rule, and a shift
# left to others makes it possible.
rules 'ward;;cover_required;;1'
ask case
check none_status ended 0
check none says 'No rota: proven that no lines keep these rules and cover the need that must be covered.'
check none_heads says 'With every rule kept it takes 1 more of half'
# By the plans and by the rotas alike the five heads with substitutes cost 20 160 kr more than the six (below, run_plan_effect).
# Six fill the need with contract hours alone: 6 x 182 000 kr x 1.0123077, and supplements of 43 weeks' evenings and weekends.
check none_kr says 'its rota costs 1 447 656 kr a year, the one with every rule kept 20 160 kr less'
check none_heads_kr says 'With every rule kept it takes 1 more of half: that rota costs 1 427 496 kr a year.'
check none_missing says '  a person missing, where people are wanted: 1 person instead of 0'
# With 6 people a weekend of two days is not worked by one who may not work two days in a row.
sed -i 's/;half;nurse;5;/;half;nurse;6;/' case/groups.csv
rules 'ward;;cover_required;;1' 'ward;;days_in_row_most;;1'
ask case
check none_days says '  more working days in a row: 2 days instead of 1'
# Both fill the need with the same six people's hours: neither costs more, and no heads help where nobody may work two days.
check none_instead says 'to keep this and let `weekends more often` give way instead 0 kr more'
sed -i 's/;half;nurse;6;/;half;nurse;5;/' case/groups.csv
rm case/rota_rules.csv
ask --weeks 4 case
check weekends_status ended 0
check weekends says 'No rota: half works one weekend in 3, and 4 weeks are no multiple of 3: ask for 12 weeks.'
sed -i 's/;half;nurse;5;/;half;nurse;4.5;/' case/groups.csv
ask case
check fractional_heads says 'No rota: half has 4.5 heads, and a line is a whole person'
# Every second day of 7 h and 30 min is no 51.5 to 52.5 h, but for 52.5.
sed -i 's/;half;nurse;4.5;50;/;half;nurse;5;49;/' case/groups.csv
rules 'ward;;hours_under_h;;1'
ask case
check hours_never says 'no whole shifts of half come to 50.45 to 51.45 h in 3 weeks'
# A part of a person is said.
rm case/rota_rules.csv
sed -i 's/;nurse;1$/;nurse;0.8/' case/need.csv
ask case
check part_of_person says 'The need has parts of a person'
# Who works by the year has no rota that repeats.
fresh
rm case/rota.csv
sed -i -e '1s/$/;regime/' -e '2s/$/;year/' case/groups.csv
printf '%s\n' 'kind;unit;category;weeks;percent' 'holiday;;;1-52;9.615385' >case/absence.csv
ask case
check annual says 'half works by the year'
# 6 x 17.5 h a week are wanted, and 9.615385 % of them are away all year, whoever places it: as the need never swings, hours
# that may not swing with it cost nothing.
check annual_price says 'with whole people and rest rules this rota costs 0 kr more'
check annual_told says 'Who works by the year has the holidays where the plan places them, and hours that no longer swing'

# ---------------------------------------------------------------- what a rota is good by

# Single days are counted once more from the lines of rota.csv, round the end of each.
singles() { # KIND: on or off
  awk -F ';' -v kind="$1" 'NR > 1 { at[$2, n[$2]++] = ($6 == "-" || $6 == "") }
    END {
      for (line in n)
        for (d = 0; d < n[line]; d++) {
          off = at[line, d]
          alone = at[line, (d + 1) % n[line]] != off && at[line, (d + n[line] - 1) % n[line]] != off
          count += alone && off == (kind == "off")
        }
      print count + 0
    }' made/case-rota/rota.csv
}
counted() { says "Single working days $(singles on), single days off $(singles off), short changes 0"; }
fresh
rm case/rota.csv
ask -o made case
check quality_default says 'Single working days 0, single days off 0, short changes 0, longest runs 0. Weekends of a line 1 to 1'
check quality_counted counted
# Where they weigh nothing nobody looks for lines without them.
rules 'ward;;single_day_on_kr;;0' 'ward;;single_day_off_kr;;0'
ask -o made case
check weightless_counted counted
check weightless_some eval '[ "$(singles on)" -gt 0 ] && [ "$(singles off)" -gt 0 ]'

# ---------------------------------------------------------------- hours on average

# Of 7 shifts in 3 weeks some two weeks that follow each other have 5: 18.75 h on average. So with 18 h there are 2 a week: 6 people
# work 12 of 14 shifts, and 2 x 3 shifts of 7.5 h are left to others. With the need required there is none, and 7 people who
# work 6 shifts each in 3 weeks have the 42 that are wanted.
fresh
rm case/rota.csv
law() { printf '%s\n' 'rule;agreement;limit;weeks;paragraph;source' "$@" >case/law.csv; }
law 'hours_48;;18;2;local agreement;x'
ask case
check average_status ended 0
check average_missing says 'In 3 weeks 45 person-hours of need are left to others'
check average_kept says 'Every line keeps every rule.'
check average_limit says '18 h over 2 weeks'
rules 'ward;;cover_required;;1'
ask case
check average_none says 'No rota: proven that no lines keep these rules and cover the need that must be covered.'
check average_heads says 'With every rule kept it takes 1 more of half'
# With 18.75 h the weeks of a line have 2, 3 and 2 shifts in some order, not 2 each and not 3, 3 and 1.
law 'hours_48;;18.75;2;local agreement;x'
ask -o made case
check average_found says 'In 3 weeks 0 person-hours of need are left to others'
fortnights() { awk -F ';' 'NR > 1 && $6 != "-" && $6 != "" { n[$2, $4]++; lines[$2] } END { for (l in lines)
    for (w = 1; w <= 3; w++) { two = n[l, w] + n[l, w % 3 + 1]; print l, w, two; bad = bad || two > 5; all += n[l, w] }
  exit bad || all != 42 }' made/case-rota/rota.csv; }
check average_fortnights fortnights
rm case/rota_rules.csv
# All 7 shifts in two weeks are 26.25 h on average: with that limit any rota will do, and covers all.
law 'hours_48;;26.25;2;local agreement;x'
ask case
check average_enough says 'In 3 weeks 0 person-hours of need are left to others'

# ---------------------------------------------------------------- how far the country's law lets rules give way

# One person on Monday evening to 22:30 and on Tuesday from 07:30: 9 h of rest. In Norway 8 h may be agreed to; the law of Sweden
# names no such rest.
alone() { # POSITION NEED...: one person, rows of need that must be covered
  fresh
  rm case/rota.csv
  sed -i "s/;half;nurse;6;50;3/;half;nurse;1;$1;3/" case/groups.csv
  shift
  printf '%s\n' 'unit;window;start;end;days;level;persons' "$@" >case/need.csv
  rules 'ward;;cover_required;;1' 'ward;;hours_under_h;;120'
}
silent() { ! says "$1"; }
alone 50 'ward;eve;15:00;22:30;mon;nurse;1' 'ward;day;07:30;15:00;tue;nurse;1'
ask case
check rest_gives_way says '  less rest between two shifts: 9 h instead of 11'
check changes_give_way says '  more short changes in a week: 1 change instead of 0'
printf 'country;sweden;x\nconsultation_days;30;x\nnotice_months;3;x\n' >>case/settings.csv
ask case
check sweden_status ended 0
check sweden_rest silent 'less rest between two shifts'
check sweden_changes silent 'more short changes'
check sweden_missing says '  a person missing, where people are wanted: 1 person instead of 0'
# Four days of 7.5 h are 30 h. Where only this agreement has 25 h, others may agree to more; where all have, nobody may.
alone 100 'ward;day;07:30;15:00;mon-thu;nurse;1'
law 'week_ceiling;local;25;;local agreement;x'
ask case
check week_gives_way says '  more hours in a week: 30 h instead of 25'
law 'week_ceiling;;25;;local agreement;x'
ask case
check week_status ended 0
check week_stays silent 'more hours in a week'
check week_missing says '  a person missing, where people are wanted: 1 person instead of 0'

# ---------------------------------------------------------------- in a run

# Today's rota is given; without one head's line (heads 6 to 5) a rota is made: what is left of 105 h a week is 87.5 h.
fresh
printf '%s\n' 'measure;title;nature;start;status' 'fewer;One fewer;position;2025-01-01;in_force' >case/measures.csv
printf '%s\n' 'measure;table;where;column;change;value' 'fewer;groups;unit=ward;heads;add;-1' >case/edits.csv
solve case
check run_status ended 0
check run_given is kept rotas rota measure= unit=ward
check run_given_from is given rotas rota_from measure= unit=ward
check run_given_more is 0.00 rotas rota_more_kr measure= unit=ward
check run_made is kept rotas rota measure=fewer unit=ward
check run_made_lines is 5 rotas rota_lines measure=fewer unit=ward
check run_made_missing is 52.5 rotas rota_missing_h measure=fewer unit=ward
check run_line is day rota_lines mon measure= rota_line=1 rota_week=3
check run_off is - rota_lines mon measure= rota_line=1 rota_week=1
check run_hours is 52.50 rota_lines rota_line_h measure= rota_line=6 rota_week=1
# By the plans: a head of 182 000 kr costs 184 240 kr (1.0123 x, five weeks withheld and 12 % paid). 52.14 weeks of 17.5 h are 912.5 h,
# which substitutes work
# at 224 kr: 204 400 kr, 20 160 kr more. By the rotas as much: those five heads fill every hour they have.
near() { # VALUE PLAY TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1 play=$2
  shift 2
  local found
  found=$(cell "$@")
  echo "$*: found '$found', wanted $wanted within $play"
  awk -v found="$found" -v wanted="$wanted" -v play="$play" \
    'BEGIN { exit found !~ /^-?[0-9.]+$/ || found - wanted > play || wanted - found > play }'
}
check run_plan_effect is -20160.00 rotas plan_effect_kr measure=fewer
check run_effect near "$(cell rotas plan_effect_kr measure=fewer)" 0.01 rotas rota_effect_kr measure=fewer
check run_weekly_rest is kept compliance finding measure= positions=kept rule=weekly_rest
check run_daily_rest is kept compliance finding measure=fewer positions=kept rule=daily_rest
check run_weekends is kept compliance finding measure= positions=kept rule=weekends_per_person
check run_adjusted_open is needs_rota compliance finding measure= positions=adjusted rule=weekly_rest
# The evening before the day: 9 h of rest, where the law has 11.
sed -i -e 's/^ward;5;half;2;mon;day/ward;5;half;2;mon;-/' -e 's/^ward;2;half;2;mon;-/ward;2;half;2;mon;day/' case/rota.csv
solve case
check run_broken is broken compliance finding measure= positions=kept rule=daily_rest
check run_broken_where eval 'cell compliance reason measure= positions=kept rule=daily_rest | grep -Fq "Broken in rota.csv: Rest between two shifts: line 2, week 2, Monday, 9, limit 11 h."'
check run_broken_rota is broken rotas rota measure=
# Where the lines may rest less by agreement, they keep what is agreed (rota_proof.sh).
rules 'ward;;short_rest_h;;8' 'ward;half;hours_over_h;;7.5'
solve case
check run_agreed is kept compliance finding measure= positions=kept rule=daily_rest
check run_agreed_rota is kept rotas rota measure=
# The same bytes, however many work at it.
cp -r results/case one
"$binary" run -q -j 4 --lang en --csv rfc4180 -o four case 2>/dev/null
check run_jobs_rotas same one/rotas.csv four/case/rotas.csv
check run_jobs_lines same one/rota_lines.csv four/case/rota_lines.csv

# No rota at all: it and what it would have proven tell where the ways out of it are listed.
fresh
rm case/rota.csv
rules 'ward;;cover_required;;1' 'ward;;days_in_row_most;;1'
solve case
check run_none is none rotas rota measure=
check run_none_ways eval 'cell rotas reason measure= | grep -Fq "must be covered: \`rotacost rota\` lists the rules that could give way"'
check run_none_rest is needs_rota compliance finding measure= positions=kept rule=daily_rest
check run_none_reason eval 'cell compliance reason measure= positions=kept rule=daily_rest | grep -Fq "No base rota keeps this and all other rules"'

# ---------------------------------------------------------------- bad input

broken() { # NAME SED-EXPRESSION MESSAGE: of rota.csv
  fresh
  sed -i "$2" case/rota.csv
  ask case
  check "$1_status" ended "${4-3}"
  check "$1" complains "$3"
}
broken unknown_shift 's/^ward;1;half;3;fri;day/ward;1;half;3;fri;dya/' \
  'rota.csv:20: shift: "dya": no shift of `ward` in shifts.csv: the nearest is `day`; a day off is - or blank'
broken week_missing '/^ward;2;half;2/d' \
  'rota.csv:23: week: line `2` has no week 2, and the rota of `ward` has 3 weeks: add its seven days, off is - or blank'
broken day_missing '/^ward;2;half;2;tue/d' 'rota.csv:23: day: line `2` has no row for tue of week 2: add it, off is - or blank'
broken two_shifts 's/^ward;1;half;3;fri;day/ward;1;half;3;thu;eve/' \
  'rota.csv:20: the same key (`unit`, `line`, `week`, `day`) as line 19: remove one or tell them apart'
broken two_groups 's/^ward;3;half;1;tue/ward;3;full;1;tue/' \
  'rota.csv:45: group: "full": line `3` is of group `half` on line 44: a line is of one group, so give it another code or the same group'
broken unknown_unit '20s/^ward/wrad/' 'rota.csv:20: unit: "wrad": not in units.csv: the nearest is `ward`'
broken unknown_day '20s/;fri;/;fir;/' 'rota.csv:20: day: "fir": not one of the words allowed: the nearest is `fri`'
broken week_zero '20s/;3;fri/;0;fri/' 'rota.csv:20: week: "0": out of range: allowed are 1 to 52'
broken week_word '20s/;3;fri/;x;fri/' 'rota.csv:20: week: "x": not a number'
broken unknown_column '1s/shift/shft/' 'rota.csv:1: "shft": no such column: the nearest is `shift`'
broken last_week_missing '/^ward;6;half;3/d' 'rota.csv:107: week: line `6` has no week 3'
broken week_of_a_typo '20s/;3;fri/;4;fri/' \
  'rota.csv:20: week: "4": week 4 is in 1 of the 6 lines of `ward`: mend the week, or write that week for every line'
check week_of_a_typo_once eval '[ "$(grep -c "rota.csv:" err)" = 2 ]'
broken two_in_a_cell '20s/;day/;day eve/' 'rota.csv:20: shift: "day eve": a code has letters, digits, _ - and . only, and a cell holds one code'
broken unknown_people 's/;half;/;full;/' 'rota.csv:2: group: "full": no group of `ward` in groups.csv: '
broken too_few_lines '/^ward;6;/d' 'groups.csv:2: heads: "6": rota.csv has 5 lines of `half`: write a line for each head, or mend heads'
# 15 h of 52.5: said as a warning, and as a breach.
broken hours 's/^\(ward;4;half;[123];[mtwf].*\);eve/\1;-/' \
  'warning: line: "4": the line has 15 h in 3 weeks and its contract 52.5 h; the nearest that whole shifts of group `half` come to is 52.5 h' 0
check hours_breach says 'Hours of the contract: line 4: 15 h, limit 45 h'

# Whole days without end have no minute free: told as breaches, and told at all.
fresh
sed -i '2s/.*/ward;day;Day;07:30;07:30/' case/shifts.csv
sed -i 's/^\(ward;1;half;.;...;\).*/\1day/' case/rota.csv
ask case
check whole_days says 'Rest between two shifts: line 1, week 1, Tuesday: 0 h, limit 11 h'

bad_rule() { # NAME ROW MESSAGE
  fresh
  rules "$2"
  ask case
  check "$1_status" ended 3
  check "$1" complains "$3"
}
bad_rule rule_word 'ward;;day_in_row_most;;5' 'the nearest is `days_in_row_most`'
bad_rule rule_value 'ward;;days_in_row_most;;0' 'value: "0": write a whole number, 1 or more'
bad_rule rule_hours 'ward;;daily_rest_h;;30' 'write hours from 0 to 24'
bad_rule rule_yes 'ward;;whole_weekends;;2' 'write 1 for yes or 0 for no'
bad_rule rule_group 'ward;quarter;daily_rest_h;;8' 'no group of `ward` in groups.csv'
bad_rule rule_of_unit 'ward;half;sequence;eve day;' 'a rule of the whole unit: leave the cell blank'
bad_rule rule_shifts 'ward;;sequence;eve;' 'write two or three shifts that follow each other'
bad_rule rule_shift 'ward;;sequence;eve nigth;' 'no shift of `ward` in shifts.csv'
bad_rule rule_shift_of_all 'ward;;daily_rest_h;day;8' 'not of this rule, which is of every shift: leave the cell blank'

# ---------------------------------------------------------------- what is asked

fresh
ask --unit wrad case
check unit_unknown ended 2
ask --unit ward --year 1999 case
check year_unknown ended 2
sed -i 's/;3$/;/' case/units.csv
rm case/rota.csv
ask case
check nothing_asked_status ended 2
check nothing_asked complains 'no unit asks for a rota: write rota_weeks in units.csv, or say --unit CODE --weeks N'
ask --unit ward case
check weeks_asked complains 'how many weeks is the rota of ward?'

finish
