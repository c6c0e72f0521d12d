#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Memory does not grow with the days on which measures start. Each such day cuts the year in another place, so that the
# baseline is solved once more beside it; of these only the last few are kept.
#
#   tests/cli/starts.sh BINARY      the last line is "N passed, M failed". Not for a build with sanitizers.
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

measures=8
ward() { # FOLDER DAY...: the example with eight measures, each from its own of the days; one day is for all
  local folder=$1 m=0
  shift
  "$binary" new --lang en "$folder" >/dev/null
  rm "$folder/claims.csv"
  echo 'measure;title;unit;responsibility;role;status;nature;start' >"$folder/measures.csv"
  echo 'measure;table;where;column;change;value' >"$folder/edits.csv"
  for ((m = 0; m < measures; m++)); do
    echo "M$m;Measure $m;Ward 1;3210;head;not_started;rota;$1" >>"$folder/measures.csv"
    echo "M$m;need;unit=ward window=evening days=mon-fri level=assistant;persons;add;-0,0$((m + 1))" >>"$folder/edits.csv"
    [ $# = 1 ] || shift
  done
}

# Proportional set sizes of a process and its children, in KiB.
taken_kib() {
  local pid kib=0 line
  for pid in $1 $(cat "/proc/$1/task/$1/children" 2>/dev/null); do
    line=$(grep '^Pss:' "/proc/$pid/smaps_rollup" 2>/dev/null) && kib=$((kib + $(echo "$line" | tr -dc 0-9)))
  done
  echo $kib
}

# The most that a run takes at a time, in `peak_kib`; one process solves at a time.
run_watched() { # FOLDER
  local pid now
  peak_kib=0
  "$binary" run -q --lang en --csv rfc4180 -j 1 -o results "$1" >out 2>err &
  pid=$!
  while kill -0 $pid 2>/dev/null; do
    now=$(taken_kib $pid)
    peak_kib=$((now > peak_kib ? now : peak_kib))
    sleep 0.2
  done
  wait $pid
}

ward one 2026-01-02
ward eight 2026-01-02 2026-02-02 2026-03-02 2026-04-02 2026-05-02 2026-06-02 2026-07-02 2026-08-02
check one_start_runs run_watched one
one_kib=$peak_kib
check eight_starts_run run_watched eight
eight_kib=$peak_kib
echo "one start $one_kib KiB, eight starts $eight_kib KiB"
check both_were_seen test "$one_kib" -gt 20000 -a "$eight_kib" -gt 20000
check measures_with_eight_starts test $((10 * eight_kib)) -le $((13 * one_kib))


finish
