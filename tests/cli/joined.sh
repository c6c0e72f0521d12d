#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Two shifts of a unit that one person works on one day, joined by the program. Small changes to tests/cli/cases/split_day,
# each with the value worked by hand.
#
# The base: two from 7 to 8:30 and four from 13 to 16:45, Monday to Friday, 2025, and four people of 70 %. An hour of an
# assistant is 461 500 kr / (52 x 35.5 h) = 250 kr, with 12 % holiday pay 280 kr. 261 weekdays less 9 public holidays are 252.
# The day is 9.75 h long and 5.25 h of it are paid.
#
#   tests/cli/joined.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

fresh() { rm -rf case && cp -r "$here/cases/split_day" case; }
table() { printf '%s\n' "${@:2}" >"case/$1.csv"; } # TABLE HEADER ROW...
add() { printf '%s\n' "${@:2}" >>"case/$1.csv"; }  # TABLE ROW...
run() {
  solve case
  sed -i 's/\xc2\xa0/ /g' out err "$results"/*.csv
}
hired() { is "$1" ledger baseline_kr positions=kept line=substitutes; } # KRONER; '': none
worked() { is "$1" compliance measured positions=kept rule=joined_shifts; } # person-days; '': none
tells() { grep -F -- "$2" "$results/$1.csv" || { cat "$results/$1.csv"; return 1; }; }
tells_not() { ! grep -F -- "$2" "$results/$1.csv"; }
complains() { grep -F -- "$1" err || { cat err; return 1; }; }
quiet_of() { ! grep -F -- "$1" err; }

# ---------------------------------------------------------------- as it stands

# Two of the four take both: 2 x 252 person-days, and nobody is hired. The supplement is not known, and that is said.
fresh
run
check nobody_hired hired ''
check two_a_day worked 504.000
check named tells compliance 'One person works `m` and `a` on one day, as `m+a` 07:00-16:45: 504 person-days of the year.'
# 504 person-days x 10 kr.
check assumption_told tells compliance 'so 0 kr is taken, an assumption. Every 10 kr of it would cost 5 040 kr in the year'
check assumption_warned complains 'shifts.csv:2: warning: shift: "m+a": one person may work both on one day'
check paid is 5.25 shifts paid_h shift=m+a
check law is law shifts agreement shift=m+a
# From 16:45 to 7 are 14.25 h.
check rest is 14.250 compliance measured positions=kept rule=daily_rest
check morning_is_worked tells_not compliance unworked_shift
# Four people come, not six.
"$binary" need --lang en --csv rfc4180 case >need.csv 2>need_err
check posts grep -F '4.00 on Monday to Friday' <("$binary" need --lang en case 2>&1)
check need_asks_no_pay test ! -s <(grep split_supplement need_err)

# The rows the other way round.
cp -r "$results" in_order
table shifts 'unit;shift;start;end' 'b;a;13:00;16:45' 'b;m;07:00;08:30'
run
check any_order diff in_order/ledger.csv "$results/ledger.csv"
check any_order_named worked 504.000

# Not allowed by the unit: 252 days x 2 x 1.5 h x 250 kr.
fresh
table units 'unit;title;day_starts;joined_shifts' 'b;B;06:00;no'
run
check refused hired 189000.00
check refused_quiet quiet_of 'm+a'
check refused_unnamed tells_not shifts 'm+a'

# ---------------------------------------------------------------- what a split day earns

# 504 x 100 kr.
fresh
add rates 'split_supplement;;2000-01-01;100;assumed'
run
check supplement is 50400.00 ledger baseline_kr positions=kept line=duty
check supplement_told tells compliance 'A split day earns 100 kr (split_supplement of rates.csv).'
check supplement_quiet quiet_of 'm+a'
# An hour and a half of a substitute is 375 kr, with 12 % on both.
sed -i 's/^split_supplement;;2000-01-01;100;/split_supplement;;2000-01-01;374;/' case/rates.csv
run
check worth_it worked 504.000
sed -i 's/^split_supplement;;2000-01-01;374;/split_supplement;;2000-01-01;376;/' case/rates.csv
run
check too_dear worked ''
check too_dear_hired hired 189000.00

# ---------------------------------------------------------------- what the law allows

# 9.75 h from the first start to the last end, as agreed, and a quarter of an hour less.
fresh
add rates 'split_supplement;;2000-01-01;0;assumed' 'split_spread;;2000-01-01;9.75;assumed'
run
check spread_kept worked 504.000
sed -i 's/;9.75;/;9.5;/' case/rates.csv
run
check spread_broken hired 189000.00
check spread_unnamed tells_not shifts 'm+a'
# 24 h less 11 h of rest are 13 h.
fresh
sed -i 's/13:00;16:45/16:15;20:00/' case/need.csv case/shifts.csv
run
check thirteen_hours worked 504.000
sed -i 's/20:00/20:15/' case/shifts.csv
run
check more_than_thirteen worked ''

# 9 h are worked without anybody's word; longer days are long shifts, and nobody is given one, whatever is agreed.
fresh
table groups 'unit;group;category;heads;position_percent;weekend_every;agreement' 'b;g;assistant;4;100;0;local'
table need 'unit;window;start;end;days;level;persons' 'b;m;07:00;12:00;mon-fri;assistant;2' 'b;a;13:00;17:00;mon-fri;assistant;4'
table shifts 'unit;shift;start;end' 'b;m;07:00;12:00' 'b;a;13:00;17:00'
run
check nine_hours is 9.00 shifts paid_h shift=m+a
sed -i 's/17:00/17:15/' case/need.csv case/shifts.csv
run
check more_than_nine is '' shifts paid_h shift=m+a
# Handing over is paid after either: 2 h and 4.25 h, 4 x 5 x 4.25 h + 2 x 5 x 2 h = 105 h of the 113.6 h a week of 80 %.
fresh
sed -i 's/;70;/;80;/' case/groups.csv
table units 'unit;title;day_starts;handover_min' 'b;B;06:00;30'
run
check handover worked 504.000
check handover_hired hired ''

# One shift after the other is no split day: nothing is earned beyond the hours, 4 x 5 x 3.75 h + 2 x 5 x 3.75 h = 112.5 h a week.
fresh
sed -i 's/;70;/;80;/' case/groups.csv
add rates 'split_supplement;;2000-01-01;1000;assumed'
table need 'unit;window;start;end;days;level;persons' 'b;m;09:15;13:00;mon-fri;assistant;2' 'b;a;13:00;16:45;mon-fri;assistant;4'
table shifts 'unit;shift;start;end' 'b;m;09:15;13:00' 'b;a;13:00;16:45'
run
check adjacent worked 504.000
check adjacent_free is '' ledger baseline_kr positions=kept line=duty
check adjacent_told tells compliance 'One shift follows the other, so that it is no split day.'
# Overlapping shifts are nobody's.
sed -i 's/09:15;13:00$/09:15;13:15/' case/shifts.csv
run
check overlapping is '' shifts paid_h shift=m+a

# ---------------------------------------------------------------- what the columns say

# On the days of both: Monday to Wednesday. 52 Thursdays and 52 Fridays less 17 April, 1 and 29 May, 25 December and 18 April
# and 26 December: 98 days x 2; of the 252 days 154 are left.
fresh
table shifts 'unit;shift;start;end;days' 'b;m;07:00;08:30;mon-wed' 'b;m2;07:00;08:30;thu fri' 'b;a;13:00;16:45;mon-wed' \
  'b;a2;13:00;16:45;thu fri'
table groups 'unit;group;category;heads;position_percent;weekend_every;shifts' 'b;g;assistant;4;70;0;m a a2'
run
check days worked 308.000
check days_hired hired 73500.00 # 98 x 3 h x 250 kr
# Nobody has both.
fresh
table groups 'unit;group;category;heads;position_percent;weekend_every;shifts' 'b;g;assistant;4;70;0;a'
run
check one_of_two is '' shifts paid_h shift=m+a
check one_of_two_hired hired 189000.00
table groups 'unit;group;category;heads;position_percent;weekend_every;shifts' 'b;g;assistant;4;70;0;a m'
run
check both_of_two worked 504.000
# Only substitutes: nothing is joined, nothing is said.
fresh
table groups 'unit;group;category;heads;position_percent;weekend_every'
run
check no_people is '' shifts paid_h shift=m+a
check no_people_quiet quiet_of 'm+a'
# Whoever comes twice is paid the least twice: 3 h and 3.75 h.
fresh
table shifts 'unit;shift;start;end;least_paid_h' 'b;m;07:00;08:30;3' 'b;a;13:00;16:45;3'
run
check least_paid is 6.75 shifts paid_h shift=m+a
# A break of one of them is taken there, and two are not joined.
fresh
table shifts 'unit;shift;start;end;unpaid_break_min;break_start' 'b;m;07:00;08:30;;' 'b;a;13:00;16:45;15;'
run
check break_of_one is 5.00 shifts paid_h shift=m+a
check break_covers worked 504.000
table shifts 'unit;shift;start;end;unpaid_break_min;break_start' 'b;m;07:00;08:30;;' 'b;a;13:00;16:45;15;14:00'
run
check break_with_time is 5.00 shifts paid_h shift=m+a
table shifts 'unit;shift;start;end;unpaid_break_min' 'b;m;07:00;08:30;15' 'b;a;13:00;16:45;15'
run
check two_breaks is '' shifts paid_h shift=m+a
# A shift written for these hours counts, on its days.
fresh
add rates 'split_supplement;;2000-01-01;0;assumed'
table shifts 'unit;shift;start;end;gaps;days' 'b;m;07:00;08:30;;' 'b;a;13:00;16:45;;' 'b;ma;07:00;16:45;08:30-13:00;mon-wed'
run
check written_counts is '' shifts paid_h shift=m+a
check written_hired hired 73500.00
# Duty at rest is no part of a working day.
fresh
table shifts 'unit;shift;start;end;duty;paid_percent;counts_percent;called_out_h;called_out_percent' \
  'b;m;07:00;08:30;resting;50;50;0;' 'b;a;13:00;16:45;;;;;'
run
check resting is '' shifts paid_h shift=m+a

# ---------------------------------------------------------------- measures

measure() { # TABLE WHERE COLUMN VALUE
  table measures 'measure;title;nature;start' 'M;m;rota;2025-01-01'
  table edits 'measure;table;where;column;change;value' "M;$1;$2;$3;set;$4"
}
effect() { is "$1" effects effect_kr measure=M positions=kept; }
# 189 000 kr of substitutes with 12 % are 211 680 kr. A measure that forbids it costs them, one that allows it saves them.
fresh
measure units unit=b joined_shifts no
run
check forbidden effect -211680.00
table units 'unit;title;day_starts;joined_shifts' 'b;B;06:00;no'
measure units unit=b joined_shifts yes
run
check allowed effect 211680.00
check allowed_told is 504.000 compliance measured measure=M positions=kept rule=joined_shifts
# Half an hour earlier the day is 10.25 h long, and 10 h are agreed: 252 x 2 x 2 h x 280 kr of substitutes.
fresh
add rates 'split_supplement;;2000-01-01;0;assumed' 'split_spread;;2000-01-01;10;assumed'
measure shifts 'unit=b shift=m' start 06:30
run
check too_long effect -282240.00
measure groups 'unit=b group=g' shifts a
run
check taken_away effect -211680.00
table groups 'unit;group;category;heads;position_percent;weekend_every;shifts' 'b;g;assistant;4;70;0;a'
measure groups 'unit=b group=g' shifts 'm a'
run
check given effect 211680.00

finish
