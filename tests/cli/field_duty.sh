#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Duty that is not one stretch on every day, through the command line: shifts on certain days, split days, resting duty and
# duty on call. Small changes to one base (tests/cli/cases/duty_base), each with the value worked by hand.
#
# The base: an hour of an assistant is 461 500 kr / (52 x 35.5 h) = 250 kr, an hour of a substitute with 12 % holiday pay
# 280 kr. No pension, no tax, no supplements by the clock, nobody employed, 2025.
#
#   tests/cli/field_duty.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

# ---------------------------------------------------------------- what is looked at

solve() { # its status in `status`, what it says in out and err
  status=0
  timeout 300 "$binary" run --full --lang "${1-en}" -o results case >out 2>err || status=$?
  results=results/case
  sed -i 's/\xc2\xa0/ /g' out err
}
ended() { # STATUS
  echo "status $status, $1 wanted"
  cat out err
  [ "$status" = "$1" ]
}
says() { grep -F -- "$1" out || { cat out; return 1; }; }
complains() { grep -F -- "$1" err || { cat err; return 1; }; }
quiet_of() { ! grep -F -- "$1" err; }
tells() { # TABLE TEXT
  sed 's/\xc2\xa0/ /g' "$results/$1.csv" | grep -F -- "$2" || { cat "$results/$1.csv"; return 1; }
}
tells_not() { ! grep -F -- "$2" "$results/$1.csv"; }

# The sum of a column over the rows in which every COLUMN=TEXT holds. Rows asked for hold no semicolon in a text.
sum() { # TABLE COLUMN [COLUMN=TEXT]...
  local table=$1 column=$2
  shift 2
  awk -F ';' -v column="$column" -v wanted="$*" '
    { sub(/\r$/, "") }
    FNR == 1 { sub(/^\357\273\277/, ""); for (i = 1; i <= NF; i++) at[$i] = i; pairs = split(wanted, want, " "); next }
    { fits = column in at
      for (p = 1; p <= pairs; p++) { eq = index(want[p], "=")
        if ($at[substr(want[p], 1, eq - 1)] != substr(want[p], eq + 1)) fits = 0 }
      if (fits) { found += $at[column]; rows++ } }
    END { if (rows) printf "%.2f\n", found; else print "no row" }' "$results/$table.csv"
}
is() { # VALUE TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1 found
  shift
  found=$(sum "$@")
  echo "$*: found '$found', wanted '$wanted'"
  cat out err
  [ "$found" = "$wanted" ]
}
costs() { # KRONER: of the baseline, positions kept
  is "$1" ledger baseline_kr positions=kept
}

fresh() { rm -rf case && cp -r "$here/cases/duty_base" case; }
table() { printf '%s\n' "${@:2}" >"case/$1.csv"; } # TABLE HEADER ROW...
needs() { table need 'unit;window;start;end;days;level;persons' "$@"; }
people() { table groups 'unit;group;category;heads;position_percent;weekend_every;shifts;agreement' "$@"; }
add() { printf '%s\n' "${@:2}" >>"case/$1.csv"; } # TABLE ROW...

# ---------------------------------------------------------------- shifts on certain days

# The base: somebody from 8 to 20:30 every day. Saturdays and Sundays of 2025 that are no public holiday but on a Sunday:
# 104 less 17 May, a Saturday = 103 long days of 12.5 h; the other 262 days take two shifts, each paid 7 h at least.
# (103 x 12.5 h + 262 x 14 h) x 280 kr = 4 955.5 h x 280 kr = 1 387 540 kr.
fresh
solve
check days_status ended 0
check days_cost costs 1387540.00

# Open all week the long shift takes every day: 365 x 12.5 h x 280 kr = 1 277 500 kr, never dearer than on fewer days.
sed -i 's/;sat sun;0$/;;0/' case/shifts.csv
solve
check every_day_cost costs 1277500.00

# In weeks 1 to 26 only, 30 December 2024 to 29 June 2025: 52 Saturdays and Sundays less 17 May = 51. The others are covered by the two shifts, opened on all days:
# (51 x 12.5 h + 314 x 14 h) x 280 kr = 5 033.5 h x 280 kr = 1 409 380 kr.
fresh
table shifts 'unit;shift;start;end;days;weeks;least_paid_h' 'b;d;08:00;14:15;;;7' 'b;e;14:15;20:30;;;7' \
  'b;long;08:00;20:30;sat sun;1-26;0'
solve
check weeks_cost costs 1409380.00

# A measure opens the long shift in the other weeks too: 52 days x 1.5 h x 280 kr = 21 840 kr.
table measures 'measure;title;nature;start' 'M;Long days all year;rota;2025-01-01'
table edits 'measure;table;where;column;change;value' 'M;shifts;unit=b shift=long;weeks;set;all'
solve
check opened_effect is 21840.00 effects effect_kr measure=M positions=kept

# A night belongs to the day it begins on: of the 52 Fridays of 2025 two are public holidays (18 April, 26 December).
# 50 nights x 9 h x 280 kr = 126 000 kr.
fresh
needs 'b;n;22:00;06:00;fri;assistant;1'
table shifts 'unit;shift;start;end;days' 'b;n;22:00;07:00;fri'
solve
check night_cost costs 126000.00
check night_quiet quiet_of 'no shift of unit'

# A window without a shift on some of its days is told at its row, with the days; a window never covered as before.
fresh
sed -i 's/^b;long.*/b;long;08:00;20:30;sat;0/' case/shifts.csv
solve
check gap_days complains 'need.csv:2: warning: window: "w": no shift of unit `b` covers this window at 08:00 on these days: sun'
check gap_hours is 650.00 units short_h year=2025
sed -i 's/;sat;0$/;lørdag;0/' case/shifts.csv
solve
check bad_days_status ended 3
check bad_days_cell complains 'shifts.csv:4: days: "lørdag": no such day; write mon tue wed thu fri sat sun, holiday or all'

# ---------------------------------------------------------------- a new shift that nobody works

# Two in the day, two in the evening; the long shift leaves both edges to others. 07:30-09:45 and 20:00-22:15 still need
# everybody, and those two cover the rest.
fresh
needs 'b;day;07:30;15:00;all;assistant;2' 'b;evening;15:00;22:15;all;assistant;2'
table shifts 'unit;shift;start;end;days' 'b;day;07:30;15:00;' 'b;evening;15:00;22:15;' 'b;long;09:45;20:00;sat sun'
solve
check unworked tells compliance \
  'Nobody ever works the shift `long` 09:45-20:00. 07:30-09:45 and 20:00-22:15 still need everybody'
check unworked_row is 0.00 compliance breaches rule=unworked_shift positions=both
check unworked_once tells_not compliance 'the shift `day`'
# With one wanted at the edges it is worked.
needs 'b;day;07:30;15:00;all;assistant;1' 'b;mid;09:45;20:00;all;assistant;1' 'b;evening;15:00;22:15;all;assistant;1'
solve
check worked tells_not compliance unworked_shift
# One edge only.
needs 'b;day;07:30;15:00;all;assistant;2' 'b;evening;15:00;20:00;all;assistant;1'
sed -i 's/22:15/20:00/' case/shifts.csv
solve
check one_edge tells compliance 'still needs everybody'
# On days on which nobody is wanted; and a measure that gives people a shift they have no use for.
needs 'b;day;07:30;15:00;mon-fri;assistant;1'
table shifts 'unit;shift;start;end;days' 'b;day;07:30;15:00;' 'b;long;07:30;16:00;mon-fri' 'b;late;10:00;20:00;mon-fri'
people 'b;g;assistant;2;80;0;day;local'
table measures 'measure;title;nature;start' 'M;A late shift for all;rota;2025-01-01'
table edits 'measure;table;where;column;change;value' 'M;groups;unit=b group=g;shifts;set;day late'
solve
check measure_told tells compliance 'M;2025;both;b;unworked_shift;'
check measure_why tells compliance 'the shift `late` 10:00-20:00. 07:30-10:00 still needs everybody'

# ---------------------------------------------------------------- split days

# Four people of 70 % take morning and afternoon: 2 x 1.5 h and 4 x 3.75 h a day are 18 h of the 99.4 h a week they have, and
# at the fullest four are there. Nobody is hired, and pay is that of the positions: 4 x 0.7 x 461 500 kr x 47 / 52 =
# 1 167 950 kr, with 12 % holiday pay 1 308 104 kr. With two shifts and nobody on both, as the unit says here, substitutes
# cost more (two that the program joins: joined.sh).
split_base() {
  fresh
  needs 'b;m;07:00;08:30;mon-fri;assistant;2' 'b;a;13:00;16:45;mon-fri;assistant;4'
  people 'b;g;assistant;4;70;0;;'
  table units 'unit;title;day_starts;joined_shifts' 'b;Base;06:00;no'
}
split_base
table shifts 'unit;shift;start;end' 'b;m;07:00;08:30' 'b;a;13:00;16:45'
solve
# 261 weekdays less 9 public holidays (1 January, 17, 18 and 21 April, 1 and 29 May, 9 June, 25 and 26 December) are 252.
# Two people for 1.5 h: 252 x 3 h x 280 kr = 211 680 kr beside the positions.
check apart_cost costs 1519784.00
add rates 'split_supplement;;2000-01-01;100;assumed'
table shifts 'unit;shift;start;end;gaps' 'b;m;07:00;08:30;' 'b;a;13:00;16:45;' 'b;ma;07:00;16:45;08:30-13:00'
solve
# Two of the four on the split day: 252 x 2 x 100 kr x 1.12 = 56 448 kr. 1 308 104 + 56 448 = 1 364 552 kr.
check split_cost costs 1364552.00
check split_supplement is 50400.00 ledger baseline_kr positions=kept line=duty
check nobody_hired is 'no row' ledger baseline_kr positions=kept line=substitutes
# 5.25 h a day and no 9.75: by the law, without an agreement.
check split_paid is 5.25 shifts paid_h shift=ma
# Where the supplement is dearer than an hour and a half of a substitute, 420 kr, people are hired again.
sed -i 's/^split_supplement;;2000-01-01;100;/split_supplement;;2000-01-01;421;/' case/rates.csv
solve
check dear_split costs 1519784.00

# A gap covers nothing: the split shift alone leaves a window at noon empty. 252 x 1 h.
split_base
needs 'b;m;07:00;08:30;mon-fri;assistant;1' 'b;n;11:00;12:00;mon-fri;assistant;1' 'b;a;13:00;16:45;mon-fri;assistant;1'
add rates 'split_supplement;;2000-01-01;0;assumed'
table shifts 'unit;shift;start;end;gaps' 'b;ma;07:00;16:45;08:30-13:00'
solve
check gap_empty is 252.00 units short_h year=2025
check gap_warned complains 'no shift of unit `b` covers this window at 11:00'

# Three stretches with a break that has its time. Hired: 7-9, 10-12 with a break 10:30-11:00, 14-16 = 5.5 h a day, evening
# supplement none. 252 x 5.5 h x 280 kr = 388 080 kr and 252 x 100 kr x 1.12 = 28 224 kr. The break leaves half an hour a day.
fresh
add rates 'split_supplement;;2000-01-01;100;assumed'
needs 'b;a;07:00;09:00;mon-fri;assistant;1' 'b;b;10:00;12:00;mon-fri;assistant;1' 'b;c;14:00;16:00;mon-fri;assistant;1'
table shifts 'unit;shift;start;end;gaps;unpaid_break_min;break_start' \
  'b;abc;07:00;16:00;09:00-10:00 12:00-14:00;30;10:30'
solve
check three_cost costs 416304.00
check three_short is 126.00 units short_h year=2025

# Supplements by the clock see the stretches: 56 kr an hour from 17 to 21. A day 12-14 and 18-20 has two such hours, not
# three: 252 x (4 h x 250 kr + 2 h x 56 kr) x 1.12 = 313 850.88 kr.
fresh
add rates 'split_supplement;;2000-01-01;0;assumed'
add supplements 'evening;2000-01-01;mon-sun;17:00;21:00;0;56;clock;0;assumed'
needs 'b;a;12:00;14:00;mon-fri;assistant;1' 'b;b;18:00;20:00;mon-fri;assistant;1'
table shifts 'unit;shift;start;end;gaps' 'b;ab;12:00;20:00;14:00-18:00'
solve
check clock_cost costs 313850.88
# Handing over takes half an hour at the end of each stretch: 12:00-14:30 and
# 18:00-20:30 are 5 h, half of them in the evening: 252 x (5 h x 250 kr + 2.5 h x 56 kr) x 1.12 = 392 313.60 kr.
table units 'unit;title;day_starts;handover_min' 'b;Base;06:00;30'
solve
check handover_cost costs 392313.60

# Rest runs from the last end to the first start: 12-21 and then 7 the day after are 10 h apart, less than 11.
fresh
add rates 'split_supplement;;2000-01-01;0;assumed'
needs 'b;e;07:00;09:00;mon-fri;assistant;1' 'b;l;12:00;14:00;mon-fri;assistant;1' 'b;n;19:00;21:00;mon-fri;assistant;1'
table shifts 'unit;shift;start;end;gaps' 'b;e;07:00;09:00;' 'b;ln;12:00;21:00;14:00-19:00'
people 'b;g;assistant;2;50;0;;'
add sources 'x;extra;b;assistant;'
solve
check rest_status ended 0
check rest_bounded tells compliance '2025;kept;b;daily_rest;;;11.000;'

# ---------------------------------------------------------------- what is refused

bad_split() { # WHAT SHIFT-ROW TEXT
  fresh
  add rates 'split_supplement;;2000-01-01;0;assumed'
  table shifts 'unit;shift;start;end;gaps;unpaid_break_min;break_start' "$2"
  solve
  check "$1_status" ended 3
  check "$1" complains "$3"
}
bad_split spread 'b;s;07:00;20:30;11:00-16:00;0;' \
  'shifts.csv:2: end: "20:30": the split shift `s` lasts 13.5 h from its first start to its last end, but 24 h with a daily rest of 11 h leave 13 h'
bad_split gap_outside 'b;s;07:00;15:00;11:00-16:00;0;' 'gaps: "11:00-16:00": a gap lies within the shift'
bad_split gap_at_start 'b;s;07:00;15:00;07:00-08:00;0;' 'gaps: "07:00-08:00": a gap lies within the shift'
bad_split gap_order 'b;s;07:00;18:00;14:00-15:00 09:00-10:00;0;' 'write the gaps in their order'
bad_split gap_text 'b;s;07:00;18:00;kl 9-10;0;' 'write the hours off between the stretches as 11:00-16:00'
bad_split gap_break 'b;s;07:00;18:00;11:00-13:00;30;12:00' 'the unpaid break lies in the gap'
bad_split gap_break_untimed 'b;s;07:00;18:00;11:00-13:00;30;' 'Write in break_start when the break begins'
# What is agreed goes before the law, both ways.
add rates 'split_spread;;2000-01-01;10;assumed'
table shifts 'unit;shift;start;end;gaps' 'b;s;07:00;18:00;11:00-13:00'
solve
check agreed_spread complains 'lasts 11 h from its first start to its last end; split_spread in rates.csv allows 10 h'
sed -i 's/^split_spread;;2000-01-01;10;/split_spread;;2000-01-01;14;/' case/rates.csv
table shifts 'unit;shift;start;end;gaps' 'b;s;07:00;21:00;11:00-16:00'
solve
check long_spread ended 0
# An edit that makes the gap wrong is told at the edit.
table measures 'measure;title;nature;start' 'M;m;rota;2025-01-01'
table edits 'measure;table;where;column;change;value' 'M;shifts;unit=b shift=s;gaps;set;22:00-23:00'
solve
check edit_status ended 3
check edit_told complains 'edits.csv:2'
# Without its supplement.
sed -i '/^split_supplement/d' case/rates.csv
solve
check no_supplement complains 'what does a split day earn? Add the row split_supplement to rates.csv'

# ---------------------------------------------------------------- resting duty

duties() { table shifts 'unit;shift;start;end;duty;paid_percent;counts_percent;called_out_h;called_out_percent' "$@"; }
wants() { table need 'unit;window;start;end;days;level;persons;duty' "$@"; }

# 22-07, half of the pay for hours at rest, an hour called out at twice the pay: (8 h x 50 % + 1 h x 200 %) x 250 kr = 1 500 kr
# of 9 h x 250 kr = 2 250 kr. Hired: 365 x 1 500 kr x 1.12 = 613 200 kr.
fresh
wants 'b;n;22:00;07:00;all;assistant;1;resting'
table units 'unit;title;day_starts' 'b;Base;07:00'
duties 'b;rest;22:00;07:00;resting;50;50;1;200'
solve
check rest_hired costs 613200.00
# Eight of its hours earn 70 kr, in the share of rest: 8 h x 70 kr x (8 h x 50 %) / 9 h = 248.89 kr; those called out are paid all
# in. (1 500 + 248.89) kr + 12 %, 209.87 kr, = 1 958.76 kr; 365 of them 714 947.40 kr.
add supplements 'night;2000-01-01;mon-sun;00:00;06:00;0;70;clock;0;assumed' \
  'night;2000-01-01;mon-sun;22:00;24:00;0;70;clock;0;assumed'
solve
check rest_clock costs 714947.40
check rest_paid is 5.00 shifts paid_h shift=rest

# Own people: 8 h x 50 % + 1 h = 5 h a night are working time, paid by their positions; the hour called out earns another
# 250 kr for the duty: 365 x 250 kr = 91 250 kr. Their 71 h a week hold 35 h of it, and nobody is hired.
fresh
wants 'b;n;22:00;07:00;all;assistant;1;resting'
table units 'unit;title;day_starts' 'b;Base;07:00'
duties 'b;rest;22:00;07:00;resting;50;50;1;200'
people 'b;g;assistant;2;100;1;;'
solve
check rest_own is 91250.00 ledger baseline_kr positions=kept line=duty
check rest_own_nobody is 'no row' ledger baseline_kr positions=kept line=substitutes
check rest_own_hours is 1825.00 groups contract_h_worked group=g

# Somebody resting will not do where somebody is wanted at work; somebody at work will do for both. One of each:
# (2 250 + 1 500) kr x 1.12 x 365 = 1 533 000 kr; both at work: 2 x 2 250 kr x 1.12 x 365 = 1 839 600 kr.
fresh
table units 'unit;title;day_starts' 'b;Base;07:00'
duties 'b;rest;22:00;07:00;resting;50;50;1;200' 'b;night;22:00;07:00;;;;;'
wants 'b;n;22:00;07:00;all;assistant;1;' 'b;r;22:00;07:00;all;assistant;1;resting'
solve
check one_of_each costs 1533000.00
wants 'b;n;22:00;07:00;all;assistant;2;'
solve
check both_awake costs 1839600.00
# And only somebody resting leaves the work undone: 365 x 9 h.
wants 'b;n;22:00;07:00;all;assistant;1;'
duties 'b;rest;22:00;07:00;resting;50;50;1;200'
solve
check work_undone is 3285.00 units short_h year=2025
wants 'b;n;22:00;07:00;all;assistant;1;' 'b;r;22:00;07:00;all;assistant;1;on_call'
solve
check work_undone_too is 3285.00 units short_h year=2025
# A measure lets one of two rest: 2 250 - 1 500 = 750 kr x 1.12 x 365 = 306 600 kr.
wants 'b;n;22:00;07:00;all;assistant;1;' 'b;r;22:00;07:00;all;assistant;1;'
duties 'b;rest;22:00;07:00;resting;50;50;1;200' 'b;night;22:00;07:00;;;;;'
table measures 'measure;title;nature;start' 'M;One of two rests;rota;2025-01-01'
table edits 'measure;table;where;column;change;value' 'M;need;unit=b window=r;duty;set;resting'
solve
check rests_effect is 306600.00 effects effect_kr measure=M positions=kept
# Its cover is lowered: fewer are at work. Direct, as permanent staff who are paid 47 weeks of 52: 365 x 750 kr x 47 / 52 x
# 1.12 = 277 119 kr, every night rounded to the øre: 2 250 kr are 2 277.69 kr, 1 500 kr 1 518.46 kr: 365 x 759.23 kr.
check rests_cover tells overview ';lowered;'
check rests_direct is 277118.95 overview direct_kr measure=M

# ---------------------------------------------------------------- on call

# One person works 8-13 and is on call at home 22-06 on the same days, a fifth of it working time: 5 h + 1.6 h on five days
# are 33 h of 35.5 h. On call is rest, so that 8 o'clock may follow. Nobody is hired.
fresh
wants 'b;d;08:00;13:00;mon-fri;assistant;1;' 'b;c;22:00;06:00;mon-fri;assistant;1;on_call'
duties 'b;day;08:00;13:00;;;;;' 'b;call;22:00;06:00;on_call;20;20;0;'
people 'b;g;assistant;1;100;0;;'
solve
check call_status ended 0
check call_own is 'no row' ledger baseline_kr positions=kept line=substitutes
check call_rest tells_not compliance ';broken;'
# Resting at the workplace is no rest, and two hours before the day's shift it is left to somebody hired, which is cheaper than
# the day: 252 x 8 h x 20 % x 250 kr = 100 800 kr.
sed -i 's/;on_call$/;resting/' case/need.csv
sed -i 's/;on_call;/;resting;/' case/shifts.csv
solve
check rest_is_work is 100800.00 ledger baseline_kr positions=kept line=substitutes
# Nobody is on call and at work at once: 12-20 on call meets 8-13, so that one of the two is hired, the cheaper one:
# 252 x 8 h x 20 % x 250 kr.
wants 'b;d;08:00;13:00;mon-fri;assistant;1;' 'b;c;12:00;20:00;mon-fri;assistant;1;on_call'
duties 'b;day;08:00;13:00;;;;;' 'b;call;12:00;20:00;on_call;20;20;0;'
solve
check call_at_work is 100800.00 ledger baseline_kr positions=kept line=substitutes
# Less than a seventh counts: by agreement only.
sed -i 's/on_call;20;20/on_call;20;10/' case/shifts.csv
solve
check seventh_told complains 'of duty on call at least a seventh, 14.285714 %, is working time'

bad_duty() { # WHAT SHIFT-ROW TEXT
  fresh
  duties "$2"
  solve
  check "$1_status" ended 3
  check "$1" complains "$3"
}
bad_duty no_pay 'b;n;22:00;07:00;resting;;33;0;' 'shifts.csv:2: paid_percent: "": `n` is a resting duty or on call'
bad_duty no_calls 'b;n;22:00;07:00;on_call;33;33;;' 'shifts.csv:2: called_out_h: '
bad_duty no_call_pay 'b;n;22:00;07:00;on_call;33;33;1;' 'shifts.csv:2: called_out_percent: '
bad_duty paid_less 'b;n;22:00;07:00;resting;20;33;0;' 'paid_percent: "20": less than counts_percent'
bad_duty all_called 'b;n;22:00;07:00;resting;50;33;9;150' 'called out as long as the duty lasts'
bad_duty active_paid 'b;n;22:00;07:00;;50;;;' 'this is of resting duty and duty on call only'

finish
