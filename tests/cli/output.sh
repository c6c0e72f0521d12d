#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What lies in a folder of results and is none: a user's work is never lost, what killed runs leave is taken away, and
# devices, pipes and sockets are neither read nor written.
#
#   tests/cli/output.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

cp -r "$here/cases/night_post" ward
run() { # the status in `status`, what it says in out and err
  status=0
  timeout 60 "$binary" run -q --lang en -o results "${1-ward}" >out 2>err || status=$?
}
ended() {
  echo "status $status, $1 wanted"
  cat err
  [ "$status" = "$1" ]
}
complains() { cat err; grep -Fq -- "$1" err; }
hidden() { find results -mindepth 1 -maxdepth 1 -name '.*'; }
none_hidden() { hidden; [ -z "$(hidden)" ]; }
whole() { (cd results/ward && sha256sum --quiet -c results.sha256); }

# ---------------------------------------------------------------- a user's own work

run
check first_run ended 0
check list_is_true whole
check list_is_complete test "$(wc -l <results/ward/results.sha256)" = "$(($(find results/ward -type f | wc -l) - 1))"
cp -r results/ward first

echo 'the controller wrote this' >results/ward/copy.xlsx
mkdir results/ward/letters
echo 'dear committee' >results/ward/letters/one.txt
ln -s copy.xlsx results/ward/link.xlsx
echo 'a note on it' >>results/ward/report.xlsx
touch -d 2026-02-03T12:00:00 results/ward/report.xlsx
cp results/ward/report.xlsx edited
run
check kept_status ended 0
check kept_copy grep -q controller results/ward/copy.xlsx
check kept_folder grep -q dear results/ward/letters/one.txt
check kept_link test -L results/ward/link.xlsx
check kept_edited cmp edited results/ward/report-edited-2026-02-03.xlsx
check kept_said complains 'results/ward/report-edited-2026-02-03.xlsx'
check kept_new cmp first/report.xlsx results/ward/report.xlsx
check kept_list whole
check kept_nothing_hidden none_hidden

# Edited once more on the same day: the first one stays.
echo 'another note' >>results/ward/report.xlsx
touch -d 2026-02-03T18:00:00 results/ward/report.xlsx
run
check again_first cmp edited results/ward/report-edited-2026-02-03.xlsx
check again_second grep -q 'another note' results/ward/report-edited-2026-02-03-2.xlsx
run
check quiet_when_nothing_changed test -z "$(grep kept err)"

# A file that the new result has no more, and that nobody changed, goes.
echo "$(echo gone | sha256sum | cut -d' ' -f1)  gone.csv" >>results/ward/results.sha256
echo gone >results/ward/gone.csv
run
check old_result_goes test ! -e results/ward/gone.csv

# A result of a version that made no list is kept whole; a folder that is no result is left alone.
rm results/ward/results.sha256
touch -d 2026-01-02T12:00:00 results/ward
run
check unlisted_status ended 0
check unlisted_kept cmp edited results/ward-2026-01-02/report-edited-2026-02-03.xlsx
check unlisted_said complains 'results/ward-2026-01-02'
check unlisted_new diff -r first results/ward
rm -r results/ward
mkdir results/ward
echo mine >results/ward/mine.txt
run
check foreign_status ended 4
check foreign_stays grep -q mine results/ward/mine.txt
check foreign_nothing_hidden none_hidden
rm -r results

# ---------------------------------------------------------------- killed runs

run
cp -r results/ward results/.ward.new-00000a # swapped out, and its results not yet removed
echo 'a plan of mine' >results/.ward.new-00000a/plan.txt
echo 'a sum of mine' >>results/.ward.new-00000a/report.xlsx
touch -d 2026-03-04T12:00:00 results/.ward.new-00000a/report.xlsx
mkdir results/.ward.new-00000b results/.ward.new-00000c results/.other.new-00000d results/.ward.new-mine
touch results/.ward.new-00000c/results.sha256.begun results/.ward.new-00000c/effects.csv
touch results/.other.new-00000d/results.sha256.begun
mkdir results/.ward.new-00000e
echo 'none of ours' >results/.ward.new-00000e/x
run
check leftovers_status ended 0
check leftovers_gone test "$(hidden | sort | tr '\n' ' ')" = 'results/.ward.new-00000e results/.ward.new-mine '
check leftovers_plan grep -q 'plan of mine' results/ward/plan.txt
check leftovers_sum grep -q 'sum of mine' results/ward/report-edited-2026-03-04.xlsx
rm -r results/.ward.new-00000e results/.ward.new-mine results/ward/plan.txt results/ward/report-edited-*

# Killed between the two steps of a swap: the last good result stands again, though the next run fails.
mv results/ward results/.ward.old-00000f
mkdir results/sub
chmod 500 results/sub
run
check put_back_status ended 0
check put_back diff -r first results/ward
rm -rf results/sub

# A folder that another run writes is locked, and stays.
mkdir results/.ward.new-0000aa
touch results/.ward.new-0000aa/results.sha256.begun
flock results/.ward.new-0000aa "$binary" run -q --lang en -o results ward 2>err
check locked_stays test -e results/.ward.new-0000aa/results.sha256.begun
run
check unlocked_goes none_hidden

# Asked to end while it writes: nothing is left, the last result is whole, and the status is that of the signal.
asked_to_end() { # SIGNAL
  local run status=0 seen=
  "$binary" run -q --lang en -o results ward 2>err &
  run=$!
  for _ in $(seq 2000); do
    seen=$(hidden)
    [ -z "$seen" ] || break
  done
  kill "-$1" $run 2>/dev/null
  wait $run 2>/dev/null || status=$?
  echo "seen: $seen, status $status"
  none_hidden && diff -r first results/ward
}
for signal in TERM HUP INT; do check "asked_by_$signal" asked_to_end $signal; done

# ---------------------------------------------------------------- no file and no folder

mkfifo pipe
python=$(command -v python3) # a socket, where there is somebody to make one
[ -z "$python" ] || "$python" -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
refused() { # STATUS TEXT COMMAND...
  local wanted=$1 text=$2 status=0
  shift 2
  timeout 20 "$binary" "$@" >out 2>err || status=$?
  cat err
  echo "status $status, $wanted wanted"
  [ $status = "$wanted" ] && grep -Fq -- "$text" err
}
for odd in pipe /dev/null ${python:+socket}; do
  name=$(basename "$odd")
  cp -r ward odd
  ln -sf "$(realpath "$odd")" odd/need.csv
  check "table_$name" refused 3 'a device, a pipe or a socket' check odd
  ln -sf "$(realpath "$odd")" odd/settings.csv
  check "settings_$name" refused 3 'a device, a pipe or a socket' check odd
  rm -r odd
  check "scenario_$name" refused 3 "$odd" check "$odd"
  check "output_$name" refused 2 "$odd" run -q -o "$odd" ward
  check "new_$name" refused 2 "$odd" new "$odd"
  for option in --lp --mps; do
    check "model${option}_$name" refused 2 'a device, a pipe or a socket' model "$option" "$odd" ward
  done
  ln -s "$(realpath "$odd")" results/linked
  cp -r ward linked
  check "target_$name" refused 2 'in the way' run -q -o results linked
  rm -r results/linked linked
done

# A programme is written whole or not at all, and never over something else.
check model_over_a_table refused 2 'something else' model --lp ward/need.csv ward
check model_table_stays cmp ward/need.csv "$here/cases/night_post/need.csv"
check model_into_a_folder refused 2 'a folder' model --lp ward ward
check model_nowhere refused 2 'nowhere' model --lp nowhere/at/all ward
check model_twice refused 2 'name two' model --lp one --mps one ward
check model_written "$binary" model --lp ward.lp ward
cp ward.lp before
check model_again "$binary" model --lp ward.lp ward
check model_same cmp before ward.lp
model_too_large() {
  (ulimit -f 1 && "$binary" model --lp ward.lp ward)
  echo "status $?"
  cmp before ward.lp && [ -z "$(find . -maxdepth 1 -name 'ward.lp.new-*')" ]
}
check model_too_large model_too_large
run_too_large() {
  (ulimit -f 1 && "$binary" run -q --lang en -o results ward)
  [ $? = 4 ] && none_hidden && diff -r first results/ward
}
check run_too_large run_too_large

finish
