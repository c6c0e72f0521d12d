#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A fiscal year from the first of any month, through the command line: one ward that hires one person 8 h on every day, and an
# office with one clerk (tests/cli/cases/fiscal_april). An hour costs 100 kr, from 1 January 2025 200 kr, with nothing on top.
#
#   tests/cli/fiscal.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

ended() { echo "status $status, $1 wanted" && cat err && [ "$status" = "$1" ]; }
says() { cat out && grep -Fq -- "$1" out; }
complains() { cat err && tr '\n' ' ' <err | tr -s ' ' | grep -Fq -- "$1"; }
fresh() {
  rm -rf case
  cp -r "$here/cases/fiscal_april" case
}
setting() { sed -i "s|^$1;[^;]*|$1;$2|" case/settings.csv; }
booked() { # KR LINE YEAR
  is "$1" ledger baseline_kr measure= positions=kept "line=$2" "year=$3"
}
effect() { # KR MEASURE YEAR
  is "$1" effects effect_kr positions=kept "measure=$2" "year=$3"
}
add_up() { # KR LINE YEAR YEAR
  local one other
  one=$(cell ledger baseline_kr measure= positions=kept "line=$2" "year=$3")
  other=$(cell ledger baseline_kr measure= positions=kept "line=$2" "year=$4")
  awk -v one="$one" -v other="$other" -v wanted="$1" \
    'BEGIN { print one, "+", other, "wanted", wanted; exit one + other - wanted > 0.005 || wanted - one - other > 0.005 }'
}

# ---------------------------------------------------------------- April to March

solve "$here/cases/fiscal_april"
check april_runs ended 0
check april_told says 'Years are fiscal years: 2024/25 is 1 April 2024 to 31 March 2025.'
check april_titled says 'A ward by the fiscal year, 2024/25-2025/26, zone I'
# 275 days of 8 h at 100 kr and 90 at 200 kr: 220 000 + 144 000. A year later 365 x 8 x 200.
check april_hired booked 364000.00 substitutes 2024/25
check april_hired_later booked 584000.00 substitutes 2025/26
# Nine twelfths of 195 000 and three of 390 000: 146 250 + 97 500.
check april_clerk booked 243750.00 base_pay 2024/25
check april_clerk_later booked 390000.00 base_pay 2025/26
# From 1 October: 92 days at 800 kr and 90 at 1600 kr.
check april_closed effect 217600.00 close 2024/25
check april_closed_later effect 584000.00 close 2025/26
check april_claim is reached effects verdict measure=close year=2024/25 positions=kept
# 120 000 by months from 1 July: nine of twelve. 36 500 by days from 1 January: 90 of 365.
check april_rent effect 90000.00 rent 2024/25
check april_rent_later effect 120000.00 rent 2025/26
check april_lease effect 9000.00 lease 2024/25
# Until 31 January, as the days are worth: 92 at 800 kr from 1 October and 31 at 1600 kr.
check april_followed is 123200.00 followup planned_kr measure=close
check april_followed_year is 2024/25 followup year measure=close
check april_books is 364000.00 accounts accounts_kr year=2024/25
check april_books_agree is ok accounts finding year=2024/25
# 1950 h and nobody away.
check april_working_year is 1950.0 working_year at_work_h year=2024/25 unit=office
check april_bridge is 217600.00 claims claimed_kr measure=close year=2024/25
no_bare_year() { # no cell of a result is a year that says only where it begins
  grep -nE '(^|[,;"])20(24|25|26)([,;"]|\r?$)' "$results"/*.csv
  ! grep -qE '(^|[,;"])20(24|25|26)([,;"]|\r?$)' "$results"/*.csv
}
check april_no_bare_year no_bare_year
check april_report grep -q '2024/25' "$results/report.html"

# ---------------------------------------------------------------- the same days, counted by calendar years

# Wanted from 1 April 2024 to 31 March 2025 only: what 2024 and 2025 cost of it is what 2024/25 costs.
fresh
rm case/measures.csv case/edits.csv case/claims.csv case/amounts.csv case/accounts.csv
sed -i '1s/$/;from;to/; 2,$s/$/;2024-04-01;2025-03-31/' case/need.csv
solve case
check dated_runs ended 0
check dated_april booked 364000.00 substitutes 2024/25
check dated_april_later is '' ledger baseline_kr measure= positions=kept line=substitutes year=2025/26
setting fiscal_year_starts 1
setting first_year 2024
setting last_year 2025
solve case
check dated_calendar_runs ended 0
check dated_nine_months booked 220000.00 substitutes 2024
check dated_three_months booked 144000.00 substitutes 2025
check dated_law add_up 364000.00 substitutes 2024 2025
# The clerk: 195 000 + 390 000 in two calendar years; 2024/25 is nine and three twelfths of them.
check calendar_clerk add_up 585000.00 base_pay 2024 2025
calendar_says_nothing() { ! grep -F 'Years are' out; }
check calendar_is_not_told calendar_says_nothing

# A fiscal year of another month: July 2024 to June 2025, 184 days at 800 kr and 181 at 1600 kr.
fresh
rm case/measures.csv case/edits.csv case/claims.csv case/amounts.csv case/accounts.csv
setting fiscal_year_starts 7
setting last_year 2024
solve case
check july_hired booked 436800.00 substitutes 2024/25
check july_clerk booked 292500.00 base_pay 2024/25

# ---------------------------------------------------------------- the ends of the year

# 31 March 2025 is a Monday: its week is planned whole, and one day of it is the year's. The clerk has 37.5 h in it, of which
# 7.5 h are worked on that day; the hired person 8 h.
solve "$here/cases/fiscal_april"
check last_week_day is 2025-03-31 weeks first_date measure= positions=kept unit=ward year=2024/25 week=14 substitute_h=8.0
check last_week_own is 7.5 weeks own_h measure= positions=kept unit=office year=2024/25 first_date=2025-03-31
check first_week_own is 30.0 weeks own_h measure= positions=kept unit=office year=2025/26 first_date=2025-04-01
whole_year() { # the hours of the weeks are those of 365 days
  awk -F , 'NR == 1 { for (i = 1; i <= NF; i++) { sub(/\r$/, "", $i); sub(/^\357\273\277/, "", $i); at[$i] = i } next }
    $at["measure"] == "" && $at["year"] == "2024/25" && $at["unit"] == "ward" && $at["positions"] == "kept" {
      sum += $at["substitute_h"] } END { print sum; exit sum < 2919.99 || sum > 2920.01 }' "$results/weeks.csv"
}
check weeks_add_up whole_year

# ---------------------------------------------------------------- asked for, and written wrongly

explain() {
  status=0
  "$binary" explain --lang en "$@" >out 2>err || status=$?
}
explain "$here/cases/fiscal_april" close --year 2024/25
check explained ended 0
check explained_by_its_name says '2024/25'
explain "$here/cases/fiscal_april" close --year 2026
check no_such_year complains '2026/27 is no year of this scenario: choose one from 2024/25 to 2025/26'
explain "$here/cases/fiscal_april" close --year 2024/26
check no_year complains 'write a year of the scenario, as 2024, or 2024/25 where that is a fiscal year'

fresh
setting fiscal_year_starts 13
solve case
check month_13 ended 3
check month_13_told complains 'settings.csv:5: fiscal_year_starts: "13"'
fresh
sed -i '2s|2024/25|2024/26|' case/claims.csv
solve case
check wrong_year ended 3
check wrong_year_told complains 'claims.csv:2: year: "2024/26": no fiscal year: write 2024/25, or 2024 for the year that begins in'
fresh
setting fiscal_year_starts 1
solve case
check calendar_year ended 3
check calendar_year_told complains 'years are calendar years here: write one year, or say with fiscal_year_starts'
fresh
sed -i 's|2025-01-31|2026-04-01|' case/measures.csv
solve case
check reported_too_late complains '2026/27 is no year of the scenario: allowed are 2024/25 to 2025/26'

# ---------------------------------------------------------------- a measure with an end, and terms with one

# One watch of 8 h fewer on 60 days, 1 January to 29 February 2028, of calendar years: 60 x 8 h x 200 kr = 96 000 kr, and what is
# told of a full year is told to be of these days. In force from 2 January to 31 December 2027 it saves 364 x 1600 kr of 2027 and nothing of 2028.
fresh
rm case/amounts.csv case/accounts.csv case/claims.csv
setting fiscal_year_starts 1
setting first_year 2027
setting last_year 2028
printf '%s\n' 'measure;title;nature;start' 'leap;Two months;rota;2027-12-31' >case/measures.csv
printf '%s\n' 'measure;from;to;table;where;column;change;value' 'leap;2028-01-01;2028-02-29;need;unit=ward;persons;add;-1' \
  >case/edits.csv
solve case
check leap_runs ended 0
check leap_saves effect 96000.00 leap 2028
check leap_told says 'leap is over on 29 February 2028: a full year (2028) has only its first days, up to that date.'
sed -i 's/2028-01-01;2028-02-29/2027-01-02;2027-12-31/' case/edits.csv
sed -i 's/2027-12-31$/2027-01-02/' case/measures.csv
solve case
check over_runs ended 0
check over_saves effect 582400.00 leap 2027
check over_saves_no_more effect 0.00 leap 2028
check over_told says 'leap is over on 31 December 2027: a full year (2028) has nothing of it.'

# After-school care whose terms end with 2027: of a measure that starts in August of it, the first whole year would be closed.
"$binary" new --kind sfo --lang en --units 1 sfo >/dev/null 2>&1
"$binary" check --lang en sfo >out 2>err
check terms_reach bash -c '! grep -F "last day of the terms" err'
sed -i 's/;2026-08-17;/;2027-08-16;/' sfo/measures.csv
"$binary" check --lang en sfo >out 2>err
check terms_end complains '2028, the first whole year of `M1`, counts as closed'
sed -i 's/^last_year;2027/last_year;2028/' sfo/settings.csv
"$binary" check --lang en sfo >out 2>err
check terms_end_early complains 'every day after it counts as closed, up to the end of 2028'

finish
