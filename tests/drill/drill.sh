#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs that are killed, asked to end, robbed of a child, of their input or of room on the disk, and two at a time: after each
# the last good result is whole, and after the next good run nothing is left behind. make drill; the last line is
# "N passed, M failed".
#
#   tests/drill/drill.sh BINARY [ROUNDS [SEED]]
. "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.bash"

rounds=${2-1000}
RANDOM=${3-1}
cp -r "$here/cases/night_post" ward
chmod 755 . # read_only
run() { timeout 60 "$binary" run -q --lang en -j 2 -o results ward >/dev/null 2>&1; }

# Both are good: the need of one more person. Whichever run came through last, one of the two stands, whole.
need() { sed -i "2,\$s/;[0-9]*\$/;$1/" ward/need.csv; }
need 3 && run && mv results three
need 2 && run && cp -r results two
whole() {
  local found=results/ward
  (cd $found && sha256sum --quiet -c results.sha256) || return 1
  diff -r $found two/ward >/dev/null || diff -r $found three/ward
}
nothing_left() { [ -z "$(find results -mindepth 1 -maxdepth 1 ! -name ward)" ] || { ls -A results; return 1; }; }

pause() { sleep "0.$(printf '%03d' $((RANDOM % 250)))"; }
hit() { # SIGNAL: the run itself, after a while
  run_in_background
  pause
  kill "-$1" $victim 2>/dev/null
  wait $victim 2>/dev/null
}
run_in_background() {
  "$binary" run -q --lang en -j 2 -o results ward >/dev/null 2>&1 &
  victim=$!
}
child_killed() {
  run_in_background
  pause
  local child
  child=$(ps -o pid= --ppid $victim | head -n 1)
  [ -z "$child" ] || kill -KILL $child 2>/dev/null
  wait $victim
}
two_writers() {
  run_in_background
  local first=$victim
  run_in_background
  wait $first
  wait $victim
}
input_vanishes() {
  run_in_background
  pause
  mv ward/rates.csv rates
  wait $victim
  mv rates ward/rates.csv
}
folder_vanishes() {
  run_in_background
  pause
  mv ward gone
  wait $victim
  mv gone ward
}
# Root may write anywhere: it runs as somebody else.
read_only() {
  local as=
  [ "$(id -u)" != 0 ] || as='setpriv --reuid=65534 --regid=65534 --clear-groups'
  chmod a-w results results/ward
  ! timeout 60 $as "$binary" run -q --lang en -j 2 -o results ward >/dev/null 2>&1
  local refused=$?
  chmod u+w results results/ward
  return $refused
}
no_room() { (ulimit -f $((RANDOM % 60)) && run); }
little_memory() { timeout 60 "$binary" run -q --memory-limit 1 -o results ward >/dev/null 2>&1; }

faults=('hit KILL' 'hit KILL' 'hit TERM' 'hit INT' 'hit HUP' child_killed two_writers input_vanishes folder_vanishes read_only no_room little_memory)
for ((round = 1; round <= rounds; round++)); do
  fault=${faults[RANDOM % ${#faults[@]}]}
  need $((2 + RANDOM % 2))
  $fault 2>/dev/null || [ "$fault" != read_only ] || check "round_${round}_read_only_refused" false
  check "round_${round}_${fault// /_}" whole
  if [ $((round % 10)) = 0 ]; then
    run
    check "left_after_round_$round" nothing_left
  fi
done
run
check left_at_the_end nothing_left
check whole_at_the_end whole

finish
