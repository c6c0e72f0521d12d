#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/cookbook.md: every edit in it is read as it stands there, can be run on the ward that it speaks of, and changes something.
#
#   tests/cli/cookbook.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"
book=$here/../../docs/cookbook.md

"$binary" new --lang en my-ward >out 2>err
sed -n '/^```edits$/,/^```$/p' "$book" | grep -v '^```' >edits
sed -n 's/^## [0-9]*\. //p' "$book" >questions
check twenty test "$(wc -l <questions)" = 20
check one_edit_each test "$(cut -d';' -f1 edits | sort -u | wc -l)" = 20
{ grep '^measure;' my-ward/edits.csv || sed -n '/measure;from/p' my-ward/edits.csv; } | head -n 1 >header
{ cat header; cat edits; } >my-ward/edits.csv
{
  echo 'measure;title;nature;start;source'
  awk '{ printf "Q%d;Question %d;rota;2026-01-01;assumed\n", NR, NR }' questions
} >my-ward/measures.csv
rm -f my-ward/claims.csv
checked() { "$binary" check --lang en my-ward; }
check every_edit_is_read checked

# Comparison of rotas, of a whole year: none of them is today's to the øre, but for the norm alone (19), which changes no plan.
timeout 600 "$binary" run -q --lang en --csv rfc4180 -o results my-ward >out 2>err
results=results/my-ward
check ran test -s $results/overview.csv
changes() { # MEASURE
  local kept adjusted
  kept=$(cell overview kept_kr "measure=$1") adjusted=$(cell overview adjusted_kr "measure=$1")
  echo "$1: kept '$kept', adjusted '$adjusted'"
  [ -n "$kept" ] && { [ "$kept" != 0.00 ] || [ "$adjusted" != 0.00 ]; }
}
for q in $(seq 20); do
  if [ "$q" = 19 ]; then
    check "question_$q" is 0.00 overview kept_kr "measure=Q$q"
  else
    check "question_$q" changes "Q$q"
  fi
done
finish
