#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Levels of staffing, through the command line: the published experiment with low, standard and high baselines, what lies
# on the curve, a measure as a point, and what is wrong with the options.
#
#   tests/cli/levels.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

# Four people wanted at every moment, 20 full-time equivalents in halves, ten of a hundred ill, no refund. Whoever is
# missing comes from an agency, so many hours a week and no more.
#
#   wanted     4 x 8760 = 35 040 h
#   at work    20 x 37.5 x 365 / 7 x 0.9 = 35 196 h; at 16: 28 157 h, so that 6883 h are missing
#   own cost   20 x 390 000 = 7 800 000 kr; 4 fewer are 1 560 000 kr, a fifth
fresh() { # HOURS: on offer in a week; blank: any number
  rm -rf case && cp -r "$here/cases/chance_ward" case
  printf '%s\n' unit,group,category,heads,position_percent,weekend_every,agreement,source \
    u,g,n,40,50,2,central,'made up' >case/groups.csv
  printf '%s\n' code,kind,unit,category,price_kr_per_h,hours_per_week,source \
    "ag,agency,u,n,240,$1,made up" >case/sources.csv
  sed -i 's/sick_refunded,,2000-01-01,60/sick_refunded,,2000-01-01,0/' case/rates.csv
  printf '%s\n' measure,title,nature,start,source 'l,Two posts fewer,position,2026-01-01,made up' >case/measures.csv
  printf '%s\n' measure,from,to,table,where,column,change,value,source \
    'l,,,groups,group=g,heads,add,-4,made up' >case/edits.csv
  printf '%s\n' measure,year,amount_kr,basis,source 'l,2026,780000,full_year,the pay of two posts' >case/claims.csv
}
levels() { # OPTIONS...
  status=0
  timeout 300 "$binary" levels --lang en --csv rfc4180 -o results case "$@" >out 2>err || status=$?
  results=results/case-levels
}
ended() {
  echo "status $status, $1 wanted"
  cat err
  [ "$status" = "$1" ]
}
says() { grep -Fq -- "$1" out; }
complains() {
  cat err
  grep -Fq -- "$1" err
}
holds() { # CONDITION of awk
  echo "$1"
  awk "BEGIN { exit !($1) }"
}

# ---------------------------------------------------------------- the published experiment

for hours in 15 100 ''; do
  fresh "$hours"
  levels --unit u --from 16 --to 22 --step 2 --draws 120
  check "ended_${hours:-any}" ended 0
  for fte in 16 20 22; do
    eval "cost_${hours:-any}_$fte=$(cell levels level_cost_kr level_fte=$fte.000)"
    eval "empty_${hours:-any}_$fte=$(cell levels level_empty_h level_fte=$fte.000)"
  done
  eval "place_${hours:-any}=$(cell levels curve_place level_fte=16.000)"
  eval "missing_${hours:-any}=$(cell levels programme_empty_h level_fte=16.000)"
  eval "drawn_${hours:-any}='$(cell levels level_sd_kr level_fte=20.000)'"
done
# By the plan, at 16: 35 040 - 28 157.1 = 6882.9 h missing less 15 x 365 / 7 = 782.1 from the agency: 6100.7 h; with 100 a
# week 5214.3 h come, and 1668.6 h are left.
check missing_few holds "$missing_15 > 6100.5 && $missing_15 < 6101"
check missing_some holds "$missing_100 > 1668.3 && $missing_100 < 1668.9"
check missing_none is 0.0 levels programme_empty_h level_fte=16.000
# What the low baseline saves, as a share of the standard one's cost: about a fifth, less, near nothing.
saved() { echo "(1 - $(eval "echo \$cost_$1_16") / $(eval "echo \$cost_$1_20"))"; }
check saved_few holds "$(saved 15) > 0.17 && $(saved 15) < 0.21"
check saved_some holds "$(saved 100) > 0.05 && $(saved 100) < $(saved 15) - 0.05"
check saved_any holds "$(saved any) > -0.02 && $(saved any) < 0.02 && $(saved any) < $(saved 100) - 0.05"
# The hours that stand empty go the opposite way, and fall with the level.
for fte in 16 20 22; do
  eval "check empty_by_staff_$fte holds \"\$empty_15_$fte > \$empty_100_$fte && \$empty_100_$fte >= \$empty_any_$fte\""
done
check empty_by_level holds "$empty_15_16 > $empty_15_20 && $empty_15_20 > $empty_15_22"
check empty_any holds "$empty_any_16 < 0.05"
# Drawn years have the plan's gaps and those that averages hide: more stands empty than the plan misses.
check empty_more_than_missing holds "$empty_15_16 > $missing_15"
check spread holds "$drawn_15 > 0"
# A low level is cheap while nobody else is to be had.
check place_few test "$place_15" = on_curve

# ---------------------------------------------------------------- the curve, today and a measure

fresh 100
levels --unit u --from 17 --to 23 --draws 120 --seed 4
check status ended 0
check today is today levels point_kind level_fte=20.000
check today_once test "$(grep -c ',today,' $results/levels.csv)" = 1
check today_said says "Today's level, 20 FTE, lies on the curve"
# Where nobody is missing any more, one post more only costs.
check high_beaten is beaten levels curve_place level_fte=23.000
check high_beaten_by holds "$(cell levels beaten_by level_fte=23.000) > 0"
check high_cost holds "$(cell levels level_cost_kr level_fte=23.000) > $(cell levels level_cost_kr level_fte=22.000)"
# Two posts fewer is the level of 18, by another way: the same people, the same years, the same kroner.
check measure_fte is 18.000 levels level_fte point_kind=measure
check measure_cost is "$(cell levels level_cost_kr point_kind=level level_fte=18.000)" levels level_cost_kr measure=l
check measure_empty is "$(cell levels level_empty_h point_kind=level level_fte=18.000)" levels level_empty_h measure=l
check measure_claim is 780000.00 levels claimed_kr measure=l
check measure_need is 0.0 levels wanted_less_h measure=l
check measure_said says 'l: Two posts fewer, 18 FTE. It saves'
check measure_claim_said says 'Its claim is 780 000 kr.'
# What is saved is today's mean less this one's: the same draws.
check saved_is_difference holds "($(cell levels level_cost_kr level_fte=20.000) - $(cell levels level_cost_kr measure=l) - \
$(cell levels level_saved_kr measure=l)) ^ 2 < 0.001"
check draws is 120 levels draws level_fte=17.000
check seed_said says '120 years drawn, seed 4.'
check below_norm holds "$(cell levels level_below_days level_fte=17.000) > $(cell levels level_below_days level_fte=22.000)"
check page_whole grep -q '</html>' $results/levels.html
check page_picture grep -q 'class="chart levels"' $results/levels.html
check page_table grep -q 'data-table="levels"' $results/levels.html
check page_measure grep -q 'Two posts fewer (l)' $results/levels.html
cp $results/levels.csv first.csv
cp $results/levels.html first.html

for jobs in 1 7; do
  levels --unit u --from 17 --to 23 --draws 120 --seed 4 -j $jobs
  check "same_bytes_$jobs" cmp -s first.csv $results/levels.csv
  check "same_page_$jobs" cmp -s first.html $results/levels.html
done
levels --unit u --from 17 --to 23 --draws 120 --seed 5
check other_seed eval '! cmp -s first.csv $results/levels.csv'

# Today's level stands between two steps, and beyond them.
levels --unit u --from 19.5 --to 20,7 --step 0.6 --draws 20
check between_status ended 0
check between test "$(cut -d, -f2,4 $results/levels.csv | tail -n +2 | tr -d '\r' | tr '\n' ' ')" = \
  'level,19.500 today,20.000 level,20.100 level,20.700 measure,18.000 '
levels --unit u --from 10 --to 11 --draws 20
check beyond is today levels point_kind level_fte=20.000

# A measure that wants fewer hours has no empty hours where nobody is wanted: it is held against no level.
fresh 100
sed -i '2s/.*/l,,,need,window=w,persons,add,-1,made up/' case/edits.csv
levels --unit u --from 20 --to 21 --draws 20
check other_need is other_need levels curve_place measure=l
check other_need_h is 8760.0 levels wanted_less_h measure=l
check other_need_said says 'It wants 8 760 hours fewer'

# A measure that starts in the middle of the year is shown in its first whole one.
fresh 100
sed -i 's/2026-01-01/2026-07-01/' case/measures.csv
levels --unit u --from 20 --to 20 --draws 20
check whole_year says 'Unit, 2027:'
check whole_year_fte is 18.000 levels level_fte measure=l
levels --unit u --from 20 --to 20 --draws 20 --year 2026
check part_year says 'No point here: l'

# Drawn until the mean cost is sure to 1 % of what a step's positions cost, here one of today's 20 full-time equivalents:
# no more than it takes, level by level, in hundreds from 200 on.
fresh 100
levels --unit u --from 19 --to 20 --draws 5000 --precision 1
check precise_status ended 0
for fte in 19 20; do
  at="level_fte=$fte.000"
  check "precise_$fte" holds "$(cell levels level_error_kr $at) <= 0.01 * $(cell levels programme_cost_kr $at) / 20"
  check "precise_hundreds_$fte" holds "$(cell levels draws $at) >= 200 && $(cell levels draws $at) < 5000 && \
$(cell levels draws $at) % 100 == 0"
  # A hundred years fewer would not have done: unless it is the least, the error is near the limit.
  check "precise_enough_$fte" holds "$(cell levels draws $at) == 200 || $(cell levels level_error_kr $at) > 0.7 * 0.01 * \
$(cell levels programme_cost_kr $at) / 20"
done
cp $results/levels.csv first.csv
levels --unit u --from 19 --to 20 --draws 5000 --precision 1 -j 7
check precise_same_bytes cmp -s first.csv $results/levels.csv

# ---------------------------------------------------------------- bad input

fresh 100
levels --unit u --from 19 --to 20 --precision 0
check precision_zero ended 2
check precision_zero_said complains 'above 0'
levels --unit u --from 10
check no_to ended 2
check no_to_said complains '--unit CODE --from FTE --to FTE'
levels --from 10 --to 12
check no_unit complains '--unit CODE --from FTE --to FTE'
levels --unit u --from 12 --to 10
check turned complains '--from is above --to'
levels --unit u --from ten --to 12
check no_number complains '--from "ten"'
levels --unit u --from 10 --to 12 --step 0
check no_step complains 'write a step in FTE'
levels --unit u --from 10 --to 12 --step 0.001
check too_many complains 'more than 100 levels'
levels --unit v --from 10 --to 12
check other_unit ended 2
check other_unit_said complains '"v" is not in units.csv'
levels --unit u --from 10 --to 12 --year 2031
check other_year complains 'is no year of this scenario'
levels --unit u --from 10 --to 12 --draws 0
check no_draws complains 'from 1 to 1000000'

finish
