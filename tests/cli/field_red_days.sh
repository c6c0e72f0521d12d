#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the field does with people who are away: absence that is not replaced, and public holidays free with pay. Small
# scenarios (tests/cli/cases/), each with a value worked by hand.
#
#   tests/cli/field_red_days.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

ended() { # STATUS
  echo "status $status, $1 wanted"
  head -n 5 err
  [ "$status" = "$1" ]
}
says() { grep -Fq -- "$1" out; }
says_not() { ! grep -Fq -- "$1" out; }
complains() { grep -Fq -- "$1" err; }
reports() { grep -Fq -- "$1" "$results/report.html"; }

near() { # VALUE PLAY TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1 play=$2 found
  shift 2
  found=$(cell "$@")
  echo "$*: found '$found', wanted $wanted within $play"
  awk -v found="$found" -v wanted="$wanted" -v play="$play" \
    'BEGIN { exit found !~ /^-?[0-9.]+$/ || found - wanted > play || wanted - found > play }'
}
same_results() { # FOLDER FOLDER: every table that both have
  local table
  for table in effects ledger coverage units weeks positions_sum; do
    cmp "$1/$table.csv" "$2/$table.csv" || return 1
  done
}
fresh() { # CASE: a copy to change, in `case`
  rm -rf case
  cp -r "$here/cases/$1" case
}
replaced() { printf '%s\n' 'cause;unit;window;replaced_percent;source' "$@" >case/replacement.csv; }

people() { printf '%s\n' "unit;group;category;heads;position_percent;weekend_every$1" "w;g;nurse;5;100;$2" >case/groups.csv; }

# ---------------------------------------------------------------- absence that is not replaced

# Four wanted 08:00-15:06 (7.1 h) on weekdays, two nurses on full contracts (35.5 h = 5 x 7.1), 10 % off sick, the rest hired
# by the hour. On each of the 252 days that are no weekend and no holiday in 2025 the two work 2 x 0.9 x 7.1 h, and
# 2 x 0.1 x 7.1 h are lost. Sick leave is replaced to 60 %, so 40 % of these stay empty:
#   252 x 7.1 x 2 x 0.1 x 0.4 = 143.1 h, on every day below the norm, which is as high as the need.
# Each would be an hour of a substitute: 646 100 / (52 x 35.5) = 350.00 kr with 12 % holiday pay: 143.136 x 392.00 kr =
# 56 109 kr. The measure replaces 20 %: as much again stays empty and is saved, and is no effect of the measure.
solve "$here/cases/replace_base"
with_60=$results
check status ended 0
check hours near 143.1 0.05 unreplaced unreplaced_h measure= year=2025
check below_norm near 143.1 0.05 unreplaced unreplaced_below_norm_h measure= year=2025
check below_norm_days is 252 unreplaced unreplaced_below_norm_days measure= year=2025
check saved near 56109.3 1 unreplaced unreplaced_saved_kr measure= year=2025
check said says 'Absence not replaced in 2025: 143 person-hours'
check said_norm says 'BELOW THE NORM: 143 of these person-hours.'
check said_assumed says 'Shares in replacement.csv are assumed.'
check measure_hours near 143.1 0.05 unreplaced unreplaced_h measure=less_cover positions=kept
check measure_saved near 56109.3 1 unreplaced unreplaced_saved_kr measure=less_cover positions=kept
check measure_effect is 0.00 effects effect_kr measure=less_cover positions=kept
check measure_verdict is not_reached effects verdict measure=less_cover positions=kept
check measure_said says 'so this is in no effect of the measure'
check measure_page reports 'so this is in no effect of the measure'
check no_short is 0.000 coverage short measure= date=2025-01-02
check planned is 3.920 coverage planned measure= date=2025-01-02
check counted_against_norm is 0.080 coverage below_norm measure= date=2025-01-02

# By length: only sick leave within the employer's 16 days, half of all (sick_refunded 50), is replaced to 60 %.
fresh replace_base
replaced 'sick_short;;;60;assumed'
sed -i '/sick_long/d' case/edits.csv
solve case
check by_length near 71.6 0.05 unreplaced unreplaced_h measure= year=2025

# By window: of two halves of the shift the first is replaced in full and the second not at all. 252 x 2 x 0.1 x 3.55 h.
fresh replace_base
printf '%s\n' 'unit;window;start;end;days;level;persons;source' 'ward;early;08:00;11:33;mon-fri;nurse;4;example' \
  'ward;late;11:33;15:06;mon-fri;nurse;4;example' >case/need.csv
printf '%s\n' 'unit;shift;start;end' 'ward;day;08:00;15:06' 'ward;early;08:00;11:33' 'ward;late;11:33;15:06' >case/shifts.csv
replaced 'sick_short;;late;0;example' 'sick_long;;late;0;example' 'sick_short;ward;early;100;example'
rm case/edits.csv case/measures.csv case/claims.csv
solve case
check by_window_status ended 0
check by_window near 178.9 0.05 unreplaced unreplaced_h measure= year=2025
check not_assumed says_not 'Shares in replacement.csv are assumed.'

# Replaced in full is the same as nothing said, to the øre.
fresh replace_base
rm case/edits.csv case/measures.csv case/claims.csv
replaced 'sick_short;;;100;example' 'sick_long;;;100;example' 'holiday;;;100;example' 'training;;;100;example'
mkdir -p full
solve case
rm -rf full/case && mv results/case full/case
rm case/replacement.csv
solve case
check all_replaced same_results full/case results/case
check all_replaced_silent says_not 'Absence not replaced'

# The cell to mend, where there is no default and no window.
fresh replace_base
replaced 'sick_short;;;;example'
solve case
check blank_status ended 3
check blank complains 'replacement.csv:2: replaced_percent'
replaced 'sick_short;;nattevakt;60;example'
solve case
check window_status ended 3
check window complains '"nattevakt": no window of need.csv or norm.csv has this code there'

# ---------------------------------------------------------------- public holidays free with pay

# Five nurses on full contracts of 35.5 h, a seventh of it on each day: 5 x 35.5 / 7 = 25.357 h. Every second weekend, so half
# of them have worked the red day before, whether a Sunday or (18 April, 26 December) a holiday of which half worked. 2025 has
# ten public holidays that are no Sunday (1 January, 17, 18 and 21 April, 1, 17 and 29 May, 9 June, 25 and 26 December):
#   10 x 25.357 x 1/2 = 126.8 h
# Where groups.csv does not say they are planned as worked, and what the law comes to is told.
solve "$here/cases/red_days"
check unsaid_status ended 0
check unsaid near 126.8 0.05 units red_days_unsaid_h unit=w
check unsaid_planned is 0.0 units free_with_pay_h unit=w
check unsaid_said says '127 contract hours would be free with pay by the Working Environment Act 10-8(4)'
cost=$(cell units cost_kr unit=w)
more=$(cell units red_days_unsaid_kr unit=w)
fresh red_days
people ';red_days' '2;worked'
solve case
check worked_costs_the_same is "$cost" units cost_kr unit=w
check worked_silent says_not 'Public holidays'
people ';red_days' '2;next_off'
solve case
check next_off near 126.8 0.05 units free_with_pay_h unit=w
check next_off_nothing_unsaid is 0.0 units red_days_unsaid_h unit=w
check next_off_cost near "$(awk "BEGIN { printf \"%.2f\", $cost + $more }")" 0.02 units cost_kr unit=w
check next_off_price is "$more" units free_with_pay_kr unit=w
check next_off_said says '127 contract hours are free with pay'

# Day staff are off on all ten: 253.6 h. Half of each of the four eves (16 April, 7 June, 24 and 31 December): 50.7 h. A tenth
# with the rest day of the rota on a holiday: 25.4 h.
people ';red_days' '2;free'
solve case
check free near 253.6 0.05 units free_with_pay_h unit=w
people ';red_days;eve_off_percent' '2;worked;50'
solve case
check eves near 50.7 0.05 units free_with_pay_h unit=w
people ';red_days;alternative_day_percent' '2;worked;10'
solve case
check alternative near 25.4 0.05 units free_with_pay_h unit=w

# Every third weekend a third have worked the Sunday before, and two thirds the holiday before: 8 x 1/3 + 2 x 2/3 = 4 days,
# 101.4 h. Averaged over the year half of the 62 red days may be worked, 17.3 of them Sundays and at most 10 holidays: nobody
# need be free. Somebody is always wanted whom only substitutes are for (ten a day), so each of these hours costs one of
# theirs, 350.00 kr and 12 % holiday pay = 392.00 kr. On 1 January 2026, outside the year, 8.45 h fewer can be worked too:
# the Thursday to Sunday of that week hold at most 11.67 x 7.1 h instead of 13.33 x 7.1 h, so of the 169.05 h of the week
# (177.5 h) 86.2 h instead of 82.8 h fall on its three days of 2025, 3.38 h more: (101.43 - 3.38) x 392.00 = 38 435 kr.
people ';red_days' '3;next_off'
rm -f case/supplements.csv
printf '%s\n' 'unit;window;start;end;days;level;persons' 'w;d;08:00;15:06;all;nurse;10' >case/need.csv
printf '%s\n' 'measure;title;nature;start' 'help_rota;Sundays and holidays averaged over 26 weeks;rota;2025-01-01' >case/measures.csv
printf '%s\n' 'measure;table;where;column;change;value' 'help_rota;groups;group=g;red_days;set;averaged' >case/edits.csv
solve case
check third near 101.4 0.05 units free_with_pay_h unit=w
check averaged_effect near 38435 2 effects effect_kr measure=help_rota positions=kept

# With every second weekend an average over 26 weeks frees nobody from anything: 26 Sundays and 5 holidays are half of 62.
people ';red_days' '2;next_off'
solve case
check second_averaged near 0 1 effects effect_kr measure=help_rota positions=kept

# What is not said is by the setting: 101.4 h where the next one is off, none where Sundays are averaged.
rm case/measures.csv case/edits.csv
people '' 3
solve case
check third_unsaid near 101.4 0.05 units red_days_unsaid_h unit=w
echo 'sundays;averaged;x' >>case/settings.csv
solve case
check averaged_unsaid is 0.0 units red_days_unsaid_h unit=w

people ';red_days' '2;sometimes'
solve case
check word_status ended 3
check word complains 'groups.csv:2: red_days'

finish
