# SPDX-License-Identifier: GPL-3.0-or-later
# Read by slurm.sh and parallel.sh: lays LIST, without blank lines and comments, into FOLDER/list, and tells how many parts there
# are in `parts`: one for each scenario, or PARTS (1000) where there are more, since Slurm's arrays have an end (MaxArraySize).
begin() { # LIST FOLDER
  local list=$1 folder=$2 count
  mkdir -p "$folder/log" "$folder/done" "$folder/results"
  sed -e 's/[[:space:]]*$//' -e '/^$/d' -e '/^#/d' "$list" >"$folder/list.new"
  count=$(wc -l <"$folder/list.new")
  if [ "$count" = 0 ]; then
    echo "$list names no scenario: write the path of one on each line" >&2
    return 2
  fi
  if [ -e "$folder/list" ] && ! cmp -s "$folder/list" "$folder/list.new"; then
    echo "$folder holds results of another list, with which these would be mixed: name another folder, or remove it" >&2
    return 2
  fi
  mv "$folder/list.new" "$folder/list"
  rm -f "$folder"/done/*
  parts=${PARTS:-1000}
  [ "$count" -ge "$parts" ] || parts=$count
}
