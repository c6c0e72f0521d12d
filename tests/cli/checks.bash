# SPDX-License-Identifier: GPL-3.0-or-later
# Read by the scripts beside it that check one thing after the other: the program in `binary`, a folder of its own to work in,
# `check`, and `finish`, whose last line is "N passed, M failed". Called with the script's own arguments.
set -u
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ ! -x "${1-}" ]; then
  echo "usage: $0 BINARY" >&2
  exit 2
fi
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
scenarios=$(cd "$here/../../scenarios" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# The long tests ask everything: `if_long check ...`, or `if [ -n "$long" ]` around what has runs of its own.
long=
[ "${ROTACOST_LONG-}" != 1 ] || long=yes
if_long() { [ -z "$long" ] || "$@"; }

passed=0 failed=0
check() { # WHAT COMMAND...
  local what=$1
  shift
  if "$@" >details 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s: %s\n' "$what" "$*"
    head -n 20 details
  fi
}
finish() {
  echo "$passed passed, $failed failed"
  [ $failed = 0 ]
}

# ---------------------------------------------------------------- a run and its tables

solve() { # FOLDER: run into results/; its status in `status`, all that it says in out and err
  status=0
  timeout 300 "$binary" run --full --lang en --csv rfc4180 -o results "$1" >out 2>err || status=$?
  results=results/$(basename "$1")
}

# The cell of the first row of a table in which every COLUMN=TEXT holds. RFC 4180, without line breaks in cells.
cell() { # TABLE COLUMN [COLUMN=TEXT]...
  local table=$1 column=$2
  shift 2
  awk -v column="$column" -v wanted="$*" '
    function cells(line,   n, at, cell, quoted, c) {
      n = 0; cell = ""; quoted = 0
      for (at = 1; at <= length(line); at++) {
        c = substr(line, at, 1)
        if (c == "\"") quoted = !quoted
        else if (c == "," && !quoted) { value[++n] = cell; cell = "" }
        else cell = cell c
      }
      value[++n] = cell
      return n
    }
    { sub(/\r$/, "") }
    FNR == 1 { sub(/^\357\273\277/, ""); count = cells($0); for (i = 1; i <= count; i++) at[value[i]] = i
      if (!(column in at)) { print "no column " column; exit }
      pairs = split(wanted, want, " "); next }
    { cells($0); fits = 1
      for (p = 1; p <= pairs; p++) { eq = index(want[p], "=")
        if (value[at[substr(want[p], 1, eq - 1)]] != substr(want[p], eq + 1)) fits = 0 }
      if (fits) { print value[at[column]]; exit } }' "$results/$table.csv"
}
is() { # VALUE TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1
  shift
  local found
  found=$(cell "$@")
  echo "$*: found '$found', wanted '$wanted'"
  [ "$found" = "$wanted" ]
}
