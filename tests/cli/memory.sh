#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Allocations that fail, one of them or all from one on: the status is a documented one, a message tells, the last result is
# whole and nothing is left beside it. Whose allocation it is does not matter: GLPK's and libxlsxwriter's too.
#
#   tests/cli/memory.sh BINARY [STEP]     check: every allocation; run and model: every STEP-th (3989), children included;
#                                         the last line is "N passed, M failed". Not for a build with sanitizers.
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

step=${2-3989}
faults=$(dirname "$binary")/tests/faults/memory.so
if [ ! -e "$faults" ]; then
  echo "$faults is missing: make it"
  exit 2
fi
cp -r "$here/cases/night_post" ward
"$binary" run -q -o results ward 2>/dev/null
"$binary" model --lp ward.lp ward >/dev/null 2>&1
cp -r results last_results
cp ward.lp last.lp

# A result that was written in spite of it is whole, too: all that it would do is the same.
struck() { # AT LATER COMMAND...
  local at=$1 later=$2 status=0
  shift 2
  timeout 60 env FAULT_AT="$at" ${later:+FAULT_LATER=1} LD_PRELOAD="$faults" "$binary" "$@" >out 2>err </dev/null || status=$?
  echo "allocation $at${later:+ and all later}: status $status"
  cat err
  case $status in
  0) fired=no ;;
  4 | 70) [ -s err ] || return 1 ;;
  *) return 1 ;;
  esac
  diff -r results last_results && cmp ward.lp last.lp && [ -z "$(find . -name 'ward.lp.new-*')" ]
}

for later in '' yes; do
  fired= at=1
  while [ -z "$fired" ] && [ $at -lt 500 ]; do # until there is none so late
    check "check_$at$later" struck $at "$later" check ward
    at=$((at + 1))
  done
  check "check_ends$later" test -n "$fired"
  for ((at = 2; at < 200; at += 1 + step / 200)); do check "run_$at$later" struck $at "$later" run -q -j 1 -o results ward; done
  for ((at = 200; at < 40000; at += step)); do check "run_$at$later" struck $at "$later" run -q -j 1 -o results ward; done
  for ((at = 2; at < 6000; at += step)); do check "model_$at$later" struck $at "$later" model --lp ward.lp ward; done
done

finish
