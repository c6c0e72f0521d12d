#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Gathers FOLDER/results into FOLDER/gathered, and tells which parts have failed and what they said. Exit status: 0 where every part
# is there, 3 where one is not, or a result was left out, else that of `rotacost gather`.
#
#   share/cluster/gather.sh FOLDER PARTS
set -u
folder=$1 parts=$2
failed=
for ((part = 1; part <= parts; part++)); do
  [ -e "$folder/done/$part" ] || failed+=" $part"
done
results=("$folder"/results/*/)
if [ ! -d "${results[0]}" ]; then
  echo "No scenario has a result: what was said stands in $folder/log/" >&2
  exit 3
fi
"${ROTACOST:-rotacost}" gather -q -o "$folder/gathered" -- "${results[@]%/}" || exit $?
[ -n "$failed" ] || exit 0
for part in $failed; do
  echo "Part $part of $parts failed:" >&2
  tail -n 5 "$folder/log/$part" >&2
done
exit 3
