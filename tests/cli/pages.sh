#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The page that decides and the page of details: what stands on which, and both as one.
#
#   tests/cli/pages.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

has() { grep -Fq -- "$2" "$results/$1"; } # FILE TEXT
lacks() { [ -s "$results/$1" ] && ! grep -Fq -- "$2" "$results/$1"; }
# Every address of details.html that report.html refers to is there, once.
links_are_found() {
  local id count=0
  while read -r id; do
    count=$((count + 1))
    [ "$(grep -o "id=\"$id\"" "$results/details.html" | wc -l)" = 1 ] || { echo "$id is not there"; return 1; }
  done < <(grep -o 'href="details.html#[^"]*"' "$results/report.html" | sed 's/.*#//; s/"//' | sort -u)
  echo "$count links" && [ "$count" -ge 3 ]
}

cp -r "$here/cases/uncovered_supported" case
timeout 300 "$binary" run --lang en -q -o results case
results=results/case
check answer_decides has report.html 'id="answer"'
check answer_once lacks details.html 'id="answer"'
check ledger_behind lacks report.html 'data-table="ledger"'
check ledger_there has details.html 'data-table="ledger"'
check links links_are_found
check sealed grep -q 'details.html' "$results/results.sha256"
check tolerance_beside has report.html 'Judged by the claim for'

# As one page: nothing refers to a page that is not there, and an old one does not stay.
timeout 300 "$binary" run --lang en --full -q -o results case
check full_answer has report.html 'id="answer"'
check full_ledger has report.html 'data-table="ledger"'
check full_alone test ! -e "$results/details.html"
check full_links lacks report.html 'href="details.html'
check full_sealed sh -c '! grep -q details.html "$1"' - "$results/results.sha256"
finish
