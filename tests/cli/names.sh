#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One name, one formula: what stands under one name in several result tables is one figure (names.awk).
#
#   tests/cli/names.sh BINARY      the last line is "N passed, M failed"
#
# ROTACOST_LONG=1 (make test-long) looks at a shipped scenario as well.
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

figures_agree() { # SCENARIO LEAST: figures compared at least
  timeout 300 "$binary" run -q --csv rfc4180 -o results "$1" &&
    awk -f "$here/names.awk" "results/$(basename "$1")"/*.csv >said
  local status=$?
  cat said
  [ $status = 0 ] && [ "$(awk 'END { print $1 }' said)" -ge "$2" ]
}
# The comparison itself must see a figure that differs.
figures_differ() { # SCENARIO FILE COLUMN: solved already
  awk -F , -v column="$3" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) at = i } NR == 2 { $at += 1000 } 1' OFS=, \
    "results/$1/$2.csv" >"results/$1/changed" && mv "results/$1/changed" "results/$1/$2.csv"
  ! awk -f "$here/names.awk" "results/$1"/*.csv && awk -f "$here/names.awk" "results/$1"/*.csv | grep -q "^$3"
}

"$binary" new --lang en ward >/dev/null
check template figures_agree ward 30
check a_sum_that_differs figures_differ ward comparison cost_kr
check people_that_differ figures_differ ward units contracted_fte
[ "${ROTACOST_LONG-}" != 1 ] || check kongsvinger figures_agree "$scenarios/kongsvinger-2012" 150
for case in uncovered_supported night_post; do
  check "$case" figures_agree "$here/cases/$case" 10
done

finish
