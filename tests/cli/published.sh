#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Published cases as scenarios (tests/cli/cases/published_*) through the command line: the value printed by the source is held
# on the tables that the program writes, within half a per cent unless the source rounds more.
#
#   tests/cli/published.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

solve() { # CASE
  results=results/published_$1
  check "$1" timeout 300 "$binary" run -q --lang en --csv rfc4180 -o results "$here/cases/published_$1"
}

# The sum of a column over the rows of a table in which every COLUMN=TEXT holds; nothing where no row fits. No cell of
# these cases holds a comma or a quote.
total() { # TABLE COLUMN [COLUMN=TEXT]...
  local table=$1 column=$2
  shift 2
  awk -F , -v column="$column" -v wanted="$*" '
    { sub(/\r$/, "") }
    NR == 1 { sub(/^\357\273\277/, ""); for (i = 1; i <= NF; i++) at[$i] = i
      if (!(column in at)) { print "no column " column; exit }
      pairs = split(wanted, want, " "); next }
    { fits = 1
      for (p = 1; p <= pairs; p++) { eq = index(want[p], "=")
        if ($at[substr(want[p], 1, eq - 1)] != substr(want[p], eq + 1)) fits = 0 }
      if (fits) { sum += $at[column]; rows++ } }
    END { if (rows) printf "%.3f\n", sum }' "$results/$table.csv"
}
# An expression of figures, as printed by the source.
printed() { # VALUE PER_CENT EXPRESSION
  awk -v wanted="$1" -v play="$2" "BEGIN { found = $3; print found, \"printed\", wanted
    exit !(found - wanted <= wanted * play / 100 && wanted - found <= wanted * play / 100) }"
}
fte() { total effects "$1" measure="without_${2-ward}" year="${3-2025}" positions=kept; }

# Of a whole ward of 52 weeks: hours taken away with it (gross) and the people they take (net).
solve hurst
check hurst_455_h_a_week printed 455 0.5 "$(fte gross_fte) * 37.5"
check hurst_14.8_wte printed 14.8 0.5 "$(fte net_fte)"
solve amc # 1872 h less 9 + 0.2 + 3.5 + 2 + 4 % of them
check amc_1521.9_h_net printed 1521.9 0.5 "1872 * $(fte gross_fte) / $(fte net_fte)"
solve lgpc
check lgpc_1698_h_net printed 1698 0.5 "2080 * $(fte gross_fte) / $(fte net_fte)"
check lgpc_1.7_people printed 1.7 2.9 "$(fte net_fte)" # printed with one decimal
check lgpc_1.7_rounded printed 1.7 0 "$(printf '%.1f' "$(fte net_fte)")"
solve fire
check fire_4.2_a_post printed 4.2 0.51 "$(fte net_fte) / 4"
check fire_17_people printed 17 0 "$(printf '%.0f' "$(fte net_fte)")"
solve trap # the textbook prints 60.24
check trap_37.2_fte printed 37.2 0.5 "$(fte net_fte)"
solve opening
check opening_22_per_cent_more printed 1.22 0.5 "$(fte gross_fte long) / $(fte gross_fte short)"

# Positions that fill exactly the posts they are advertised for.
advert() { # CASE HEADS PRINTED_PERCENT HOURS_A_WEEK
  solve "adverts_$1"
  check "adverts_$1_week" printed "$4" 0.05 "$(total weeks own_h measure= year=2024 positions=kept week=10)"
  check "adverts_$1_position" printed "$3" 0.5 \
    "100 * $(total weeks own_h measure= year=2024 positions=kept week=10) / 35.5 / $2"
  check "adverts_$1_nobody_missing" printed 0 0 "$(total units short_h year=2024)"
  check "adverts_$1_nobody_hired" test "$(total weeks substitute_h measure= year=2024 positions=kept week=10)" = 0.000
}
advert nights 3 28.17 30
advert days 3 70.42 75
advert weeks 12 34.33 146.25
for case in days:3 weeks:12; do # the unit gone: FTE per head
  results=results/published_adverts_${case%:*}
  share=$([ "${case%:*}" = days ] && echo 70.42 || echo 34.33)
  check "adverts_${case%:*}_fte" printed "$share" 0.5 "100 * $(fte gross_fte ward 2024) / ${case#*:}"
done

# Two shifts of 12 h that overlap by 2 x 30 min, three of 8 h by 3 x 80 min.
solve overlap_two
check overlap_25_h_a_day printed 25 0 "$(total weeks substitute_h measure= year=2025 positions=kept week=10) / 7"
check overlap_4_per_cent printed 0.04 0.5 "$(total units handover_h year=2025) / (365 * 25)"
solve overlap_three
check overlap_28_h_a_day printed 28 0 "$(total weeks substitute_h measure= year=2025 positions=kept week=10) / 7"
check overlap_14_per_cent printed 14 0 "$(awk -v h="$(total units handover_h year=2025)" 'BEGIN { printf "%.0f", 100 * h / (365 * 28) }')"

# Half an effect in the first year, the whole of it after.
solve narvik
effect() { total effects effect_kr measure=half positions=kept "$@"; }
check narvik_first_year printed 508684 0 "$(effect year=2023)"
check narvik_full_year printed 1017368 0 "$(total effects full_year_effect_kr measure=half positions=kept year=2023)"
check narvik_four_years printed 3560788 0 "$(effect)"
check narvik_verdict grep -q '^half,.*,taken_over,' "$results/overview.csv"

# Supplements of a post that never closes.
solve post24
line() { total ledger baseline_kr measure= year=2026 positions=kept line="$1"; }
check post24_evening printed 81760 0 "$(line evening)"
check post24_night printed 229950 0 "$(line night)"
check post24_weekend printed 165970 0.5 "$(line weekend)" # 2/7 of 365 days; 2026 has 104 weekend days less its holidays
check post24_holiday printed 134400 0.01 "$(line holiday)"
supplements="($(line evening) + $(line night) + $(line weekend) + $(line holiday))"
check post24_612_000 printed 612000 0.5 "$supplements"
check post24_25_per_cent printed 25 0.5 "100 * $supplements / $(line substitutes)"

# Steps: one adult for up to 9 children, two for 10 to 25, three for 26 to 45.
solve hjelmeland
for step in 9:1 10:2 25:2 26:3 45:3; do
  check "hjelmeland_${step%:*}_children" test \
    "$(awk -F , -v unit="club_${step%:*}" '$1 == unit { print $9 }' "$results/curve.csv" | sort -u)" = "${step#*:}.000"
done

# 11 on weekdays, 7 at weekends, two days off a week, every second weekend off: 14 workers.
solve days_off
for year in 2023 2024 2025 2026 2027 2028; do
  check "days_off_14_workers_$year" printed 14 0 "$(total comparison heads measure= year="$year" positions=adjusted)"
done

finish
