#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What people cost by age, by pay, by clock and by where they work, through the command line: one small scenario
# (tests/cli/cases/pay_rules: one nurse of 600 000 kr a year, full time, and substitutes) with one thing changed at a time,
# each with the kroner worked by hand.
#
#   tests/cli/field_pay-rules.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

fresh() {
  rm -rf case
  cp -r "$here/cases/pay_rules" case
}
add() { # TABLE ROW...
  local table=$1
  shift
  printf '%s\n' "$@" >>"case/$table.csv"
}
change() { sed -i "$2" "case/$1.csv"; } # TABLE SED
solve() {
  rm -rf results
  status=0
  timeout 300 "$binary" run -q --lang en --csv rfc4180 -o results case >out 2>err || status=$?
}
# The sum of a column of the baseline, positions kept, over the rows in which every COLUMN=TEXT holds.
total() { # TABLE COLUMN [COLUMN=TEXT]...
  local table=$1 column=$2
  shift 2
  awk -F , -v column="$column" -v wanted="measure= positions=kept $*" '
    { sub(/\r$/, "") }
    NR == 1 { sub(/^\357\273\277/, ""); for (i = 1; i <= NF; i++) at[$i] = i
      if (!(column in at)) { print "no column " column; exit }
      pairs = split(wanted, want, " "); next }
    { fits = 1
      for (p = 1; p <= pairs; p++) { eq = index(want[p], "=")
        if ($at[substr(want[p], 1, eq - 1)] != substr(want[p], eq + 1)) fits = 0 }
      if (fits) sum += $at[column] }
    END { printf "%.2f\n", sum }' "results/case/$table.csv"
}
booked() { # KR LINE [YEAR]
  local found
  found=$(total ledger baseline_kr line="$2" year="${3-2025}")
  echo "$2: found $found, worked by hand $1"
  [ "$found" = "$1" ]
}
near() { # WANTED PLAY FOUND
  echo "found $3, wanted $1 within $2"
  awk -v wanted="$1" -v play="$2" -v found="$3" 'BEGIN { exit found - wanted > play || wanted - found > play }'
}
says() { # TEXT: among the errors and warnings
  cat err
  grep -Fq -- "$1" err
}
silent_on() { ! grep -F -- "$1" err; }

# ---------------------------------------------------------------- the ceiling of the refund lies on what a person earns

# 900 000 x 47/52 = 813 461.54, 10 % of it sick pay 81 346.15, half of it refunded: 40 673.08 for two halves, who earn
# 450 000 each, below 6 G. Of the full post 780 960 / 900 000 of it: 35 293.38.
sick_post() {
  fresh
  change pay 's/600000/900000/'
  add absence 'sick_leave;;;;10'
}
sick_post
change groups 's/1;100/2;50/'
solve
check refund_of_half_posts booked -40673.08 sick_refund
sick_post
solve
check refund_of_a_full_post booked -35293.38 sick_refund
# 90 % earn 810 000: 780 960 / 810 000 of 73 211.54 x 50 % = 36 605.77 is 35 293.39: the ceiling itself, for both but an øre of rounding.
sick_post
change groups 's/1;100/1;90/'
solve
check refund_at_the_ceiling booked -35293.39 sick_refund

# ---------------------------------------------------------------- over 60

# Six weeks withheld and 14.3 %: 600 000 x 46/52 = 530 769.23, x 14.3 % = 75 900.00. Of those under 60 542 307.69 and 65 076.92.
over_60() { # PERCENT [PAY]
  fresh
  change groups "s/;0;0\$/;0;$1/"
  change pay "s/600000/${2-600000}/"
  rm case/sources.csv # no substitutes: all holiday pay is the position's
}
over_60 100
solve
check all_over_60_pay booked 530769.23 base_pay
check all_over_60_holiday_pay booked 75900.00 holiday_pay
over_60 0
solve
check none_over_60_pay booked 542307.69 base_pay
check none_over_60_holiday_pay booked 65076.92 holiday_pay
# A quarter: 542 307.69 - 11 538.46 / 4 and 65 076.92 + 10 823.08 / 4.
over_60 25
solve
check a_quarter_over_60_pay booked 539423.07 base_pay
check a_quarter_over_60_holiday_pay booked 67782.69 holiday_pay
# Of 900 000 the extra 2.3 % are earned on 780 960 only: 1.995787 %. 900 000 x 46/52 = 796 153.85 x 13.995787 % = 111 428.00.
over_60 100 900000
solve
check over_60_above_the_ceiling booked 111428.00 holiday_pay
# Six weeks for five: the nurse is there 1 - 9.6 % x 6/5 of 37.5 h, 33.18, where colleagues are 33.9.
over_60 100
solve
check over_60_hours near 33.2 0.01 "$(total weeks own_h week=10)"
over_60 50
solve
check half_over_60_hours near 33.5 0.051 "$(total weeks own_h week=10)" # 33.54
over_60 0
solve
check under_60_hours near 33.9 0.01 "$(total weeks own_h week=10)"
over_60 100
change rates '/over_60/d'
solve
check over_60_without_rate says 'over_60_percent asks for it'

# ---------------------------------------------------------------- holiday pay refunded

# 600 000 x 47/52 x 10 % = 54 230.77, half of it refunded, 27 115.39, and 10.2 % of 80 % of that: 2 212.62. Over 60: 46/52, 26 538.46
# and 12.5 % of 80 % of it: 2 653.85.
refunded() { # PERCENT
  over_60 "$1"
  add absence 'sick_leave;;;;10'
  add rates 'holiday_pay_refunded;;2023-01-01;10.2;folketrygdloven 8-33' \
    'holiday_pay_refunded_over_60;;2023-01-01;12.5;folketrygdloven 8-33' 'refund_within_48_days;;2023-01-01;80;assumed'
}
refunded 0
solve
check holiday_pay_refunded booked -29328.01 sick_refund
refunded 100
solve
check holiday_pay_refunded_over_60 booked -29192.31 sick_refund
# Employer tax is due on the holiday pay all the same: 542 307.69 + 65 076.92 - 27 115.39 = 580 269.22 x 10 %.
change rates 's/employer_tax;I;2023-01-01;0/employer_tax;I;2023-01-01;10/'
change groups 's/;0;100$/;0;0/'
solve
check holiday_pay_refunded_is_taxed booked 58026.92 employer_tax
refunded 0
change rates '/within_48/d'
solve
check share_within_48_days_is_asked_for says 'holiday_pay_refunded asks for it'

# ---------------------------------------------------------------- extra employer tax and zones

# 900 000 x 47/52 x 1.12 = 911 076.92: 161 076.92 above 750 000 in 2023, 61 076.92 above 850 000 in 2024, 5 % of it; none in 2025.
# The pension premium of 20 % stays out of it.
extra_tax() { # POSITION_PERCENT
  over_60 0 900000
  change pay 's/2025-01-01/2023-01-01/'
  change groups "s/1;100/1;$1/"
  change settings 's/first_year;2025/first_year;2023/'
  change rates 's/^pension;;2023-01-01;0/pension;;2023-01-01;20/'
  add rates 'employer_tax_extra;;2023-01-01;5;Stortinget 2023' 'employer_tax_extra;;2025-01-01;0;Stortinget 2025' \
    'employer_tax_extra_above;;2023-01-01;750000;Stortinget 2023' 'employer_tax_extra_above;;2024-01-01;850000;Stortinget 2024'
}
extra_tax 100
solve
check extra_tax_2023 booked 8053.85 employer_tax 2023
check extra_tax_2024 booked 3053.85 employer_tax 2024
check extra_tax_2025 booked 0.00 employer_tax 2025
extra_tax 80 # 728 861.54: below both
solve
check extra_tax_of_a_part_timer booked 0.00 employer_tax 2023
extra_tax 100
change rates '/extra_above/d'
solve
check threshold_is_asked_for says 'employer_tax_extra asks for it'

zone() { # ZONE PERCENT
  over_60 0
  change settings "s/zone;I;/zone;$1;/"
  add rates "employer_tax;$1;2023-01-01;$2;table of 2026"
}
zone IVa 7.9 # (542 307.69 + 65 076.92) x 7.9 %
solve
check zone_IVa booked 47983.38 employer_tax
check zone_IVa_is_not_doubted silent_on 'zone Ia'
zone Ia 10.6
solve
check zone_Ia_is_doubted says 'zone Ia pays less only until'
zone Ia 14.1
solve
check zone_Ia booked 85641.23 employer_tax
check zone_Ia_at_full_rate silent_on 'zone Ia'

# ---------------------------------------------------------------- overtime

# Two posts of 40 % and no substitutes: overtime as far as 200 h a head and year go, and none is missing of what is told.
overtime() { # WEEK_H
  fresh
  change groups 's/1;100/2;40/'
  change categories "s/2;37.5/2;$1/"
  printf '%s\n' 'code;kind;unit;category;pay_percent;room_percent' 'overtime;overtime;;;;100' >case/sources.csv
}
kr() { total ledger baseline_kr line=overtime; }
times() { awk -v kr="$1" -v times="$2" "BEGIN { printf \"%.2f\", kr * $2 }"; }

# By 1850 hours a year an hour of overtime costs 1950 / 1850 of what it does by 52 weeks of 37.5 h, 1747.2 / 1850 at 33.6 h.
overtime 37.5
solve
plain=$(kr)
check overtime_is_there near 248871 1 "$plain"
change rates 's/^overtime;.*/&\novertime_divisor;;2023-01-01;1850;HTA 6.4/'
solve
check overtime_divisor_37.5 near "$(times "$plain" '1950 / 1850')" 1 "$(kr)"
overtime 33.6
solve
plain_33=$(kr)
change rates 's/^overtime;.*/&\novertime_divisor;;2023-01-01;1850;HTA 6.4/'
solve
check overtime_divisor_33.6 near "$(times "$plain_33" '1747.2 / 1850')" 1 "$(kr)"

# 50 % on weekdays from 6 to 20: 1.5 for 2.
overtime 37.5
add supplements 'overtime;2023-01-01;mon-fri;06:00;20:00;50;;overtime;0'
solve
check overtime_50_by_day near "$(times "$plain" '1.5 / 2')" 1 "$(kr)"
# From 15:00 to 22:30: five hours at 50 %, two and a half at the rate of 100 %: 12.5 for 15.
change shifts 's/08:00;15:30/15:00;22:30/'
change need 's/08:00;15:30/15:00;22:30/'
solve
check overtime_50_and_100_by_clock near "$(times "$plain" '12.5 / 15')" 1 "$(kr)"
# Of the ward's cooks only: nurses keep 100 %.
overtime 37.5
change supplements 's/supplement;/supplement;category;/; s/^evening;/evening;;/'
add supplements 'overtime;cook;2023-01-01;mon-fri;06:00;20:00;50;;overtime;0'
solve
check overtime_of_another_category near "$plain" 0.01 "$(kr)"
overtime 37.5
add supplements 'overtime;2023-01-01;mon-fri;06:00;20:00;50;;day;0'
solve
check overtime_in_another_stack says 'write the stack overtime'
overtime 37.5
add supplements 'evening;2023-01-01;mon-fri;06:00;07:00;0;30;overtime;0'
solve
check another_supplement_in_its_stack says 'of the supplement overtime only'
overtime 37.5
add supplements 'overtime;2023-01-01;mon-fri;06:00;20:00;50;30;overtime;0'
solve
check overtime_has_no_minimum says 'leave the minimum blank'

# ---------------------------------------------------------------- supplements by category and unit

# A kitchen post from 15 to 20 on 252 weekdays: three hours from 17 at 56 kr are 42 336 kr, at the 32 kr of staff outside
# rotas (HTA 5.4.2) 24 192 kr.
kitchen() {
  fresh
  rm case/absence.csv
  add units 'kitchen;Kitchen'
  add shifts 'kitchen;late;15:00;20:00'
  add need 'kitchen;late;15:00;20:00;mon-fri;cook;1'
  add groups 'kitchen;kitchen;cook;1;66.666667;0;0'
  change supplements 's/supplement;/supplement;category;unit;/; s/^evening;/evening;;;/'
}
kitchen
solve
check kitchen_at_the_rate_of_rotas booked 42336.00 evening
kitchen
add supplements 'evening;cook;;2023-01-01;mon-fri;17:00;21:00;0;32;clock;0'
solve
check kitchen_by_category booked 24192.00 evening
kitchen
add supplements 'evening;;kitchen;2023-01-01;mon-fri;17:00;21:00;0;32;clock;0'
solve
check kitchen_by_unit booked 24192.00 evening
kitchen
add supplements 'evening;nurse;;2023-01-01;mon-fri;17:00;21:00;0;32;clock;0' \
  'evening;;ward;2023-01-01;mon-fri;17:00;21:00;0;32;clock;0' \
  'evening;nurse;kitchen;2023-01-01;mon-fri;17:00;21:00;0;32;clock;0'
solve
check kitchen_keeps_the_rate_of_all booked 42336.00 evening
kitchen # the closest of three: 10 kr
add supplements 'evening;cook;;2023-01-01;mon-fri;17:00;21:00;0;32;clock;0' \
  'evening;;kitchen;2023-01-01;mon-fri;17:00;21:00;0;40;clock;0' \
  'evening;cook;kitchen;2023-01-01;mon-fri;17:00;21:00;0;10;clock;0'
solve
check kitchen_by_category_and_unit booked 7560.00 evening
kitchen # a higher priority beats the closer row
change supplements 's/^evening;;;\(.*\);0$/evening;;;\1;1/'
add supplements 'evening;cook;;2023-01-01;mon-fri;17:00;21:00;0;32;clock;0'
solve
check priority_comes_first booked 42336.00 evening
kitchen
add supplements 'evening;cook;;2023-01-01;mon-fri;17:00;21:00;0;32;clock;0' \
  'evening;cook;;2024-01-01;mon-sun;18:00;21:00;0;33;clock;0'
solve
check two_rows_of_one_category says 'same stack and priority'
kitchen
add supplements 'evening;baker;;2023-01-01;mon-fri;17:00;21:00;0;32;clock;0'
solve
check unknown_category says 'baker'

# ---------------------------------------------------------------- next year's price

# One post out of 2026 and 2027, priced by pay of 2025: the doubt names the category and the settlement that lacks.
years_to_come() { # the last year
  over_60 0
  rm case/absence.csv
  change need '2d'
  change settings "s/first_year;2025/first_year;2026/; s/last_year;2025/last_year;$1/"
  printf '%s\n' 'measure;title;nature;start' 'out;Post out;position;2026-01-01' >case/measures.csv
  printf '%s\n' 'measure;table;where;column;change;value' 'out;groups;group=staff;heads;set;0' >case/edits.csv
}
priced() { awk -F , -v year="$1" -v column="$2" '{ sub(/\r$/, "") }
  NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } $at["year"] == year && $at["positions"] == "kept" { print $at[column] }' \
  results/case/prices.csv; }
years_to_come 2027
solve
check old_pay_is_doubted says 'the newest pay of `nurse`, and it prices what lies after the settlement of 1 May 2027'
check no_fixed_kroner_without_growth test ! -s results/case/prices.csv
# 4 % from May 2026 and 3 % on top from May 2027: 542 307.69 x (4 + 8 x 1.04) / 12 = 556 769.23 and
# 542 307.69 x (4 x 1.04 + 8 x 1.0712) / 12 = 575 280.00; with 12 % holiday pay 623 581.54 and 644 313.60 in current kroner,
# 542 307.69 x 1.12 = 607 384.62 in those of the pay known.
years_to_come 2027
add rates 'pay_growth_percent;;2026-05-01;4;assumed' 'pay_growth_percent;;2027-05-01;3;assumed'
solve
check growth_2026 booked 556769.23 base_pay 2026
check growth_2027 booked 575280.00 base_pay 2027
check current_kroner_2026 near 623581.54 0.01 "$(priced 2026 effect_kr)"
check current_kroner_2027 near 644313.60 0.01 "$(priced 2027 effect_kr)"
check fixed_kroner_2026 near 607384.62 0.02 "$(priced 2026 fixed_effect_kr)"
check fixed_kroner_2027 near 607384.62 0.02 "$(priced 2027 fixed_effect_kr)"
check pay_index_2027 near 1.0608 0.000001 "$(priced 2027 pay_index)"
check expected_pay_is_not_doubted silent_on 'the newest pay'
# A settlement of the category's own stands in the place of that of all; a row of pay.csv in the place of both.
add rates 'pay_growth_percent;nurse;2026-05-01;5;assumed'
solve
check growth_of_a_category booked 560384.61 base_pay 2026 # x (4 + 8 x 1.05) / 12
add pay 'nurse;2026-05-01;630000'
solve
check pay_that_is_known booked 560384.61 base_pay 2026 # 630 000 is 5 % more: not raised twice
# Of fixed prices before the settlement nothing is said, and nothing grows.
years_to_come 2027
add rates 'pay_growth_percent;;2026-05-01;4;assumed'
add settings 'price_day;2026-01-01;'
solve
check fixed_prices booked 542307.69 base_pay 2027
check fixed_prices_are_not_doubted silent_on 'the newest pay'

# 780 960 / 900 000 of half the sick pay of a full post; of two half posts all of it, who earn 450 000 each. Their plan works a
# little more on the eves, so its sick pay is 82 064.12 kr, not 81 992.32.
for posts in refund_ceiling_half:-41032.06 refund_ceiling_full:-35573.72; do
  rm -rf case && cp -r "$here/cases/${posts%:*}" case
  solve
  check "${posts%:*}" booked "${posts#*:}" sick_refund
done

finish
