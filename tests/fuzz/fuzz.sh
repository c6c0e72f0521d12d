#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs fuzzers one after the other, each for a time, from the inputs kept and those it found before; what ends one lies in
# build/fuzz. make fuzz; says of each how many inputs it tried, how many edges of the program they covered, and how many it keeps.
#
#   tests/fuzz/fuzz.sh BUILD SECONDS TARGET...
set -u
build=$1 seconds=$2
shift 2
corpora=tests/fuzz/corpus found=build/fuzz
export CMOCKA_TEST_ABORT=1 LSAN_OPTIONS=suppressions=tests/leaks.supp:print_suppressions=0
failed=0 total=0
for target; do
  mkdir -p "$found/$target"
  longest=4096 slow=
  case $target in cell | days) longest=96 ;; plan) longest=8 ;; workbook | scenario) longest=16384 ;; esac
  nice -n 19 "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len="$longest" -timeout=60 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="$found/$target-" "$found/$target" "$corpora/$target" >"$found/$target.log" 2>&1 || {
    failed=$((failed + 1))
    echo "$target: ended by an input; see $found/$target.log"
    grep -E 'ERROR|does not hold|runtime error|Test unit written' "$found/$target.log"
  }
  tried=$(awk '/number_of_executed_units/ { print $2 }' "$found/$target.log")
  edges=$(awk '/cov: / { for (i = 1; i < NF; i++) if ($i == "cov:") n = $(i + 1) } END { print n + 0 }' "$found/$target.log")
  total=$((total + ${tried:-0}))
  printf '%-10s %12s inputs, %6s edges, %5s kept\n' "$target" "${tried:-?}" "$edges" "$(ls "$found/$target" | wc -l)"
done
echo "$total inputs, $failed fuzzers ended by one"
[ $failed = 0 ]
