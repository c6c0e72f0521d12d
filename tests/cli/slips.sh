#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A hundred slips in workbooks, one at a time: each is refused, and the message names its sheet and cell.
#
#   tests/cli/slips.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

if ! command -v python3 >/dev/null; then
  echo "0 passed, 0 failed (left out: there is no python3)"
  exit 0
fi
for kind in ward sfo; do
  "$binary" new --lang nb --kind $kind $kind.xlsx >out 2>err
done
check slips python3 "$here/slips.py" "$binary" ward.xlsx sfo.xlsx
finish
