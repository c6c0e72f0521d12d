#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the program as its users do and compares what it prints, writes and returns.
#
#   tests/cli/run.sh BINARY           run every case; the last line is "N passed, M failed"
#   tests/cli/run.sh BINARY --renew   store what the program does now as what is expected: read the difference after it
#
# ROTACOST_LONG=1 (make test-long) asks all of it, and takes a whole ward where else its evenings do (`plain` below). Builds under
# sanitizers are asked every command, and all that is refused (`most`); without either a few of each. Expected results are the
# same. --renew asks all.
#
# What takes no scenario stands here; then the parts beside it in run/ begin at the same time, each in a copy of the folder.
#
# What a case expects lies in tests/cli/expected/CASE.txt: every command, its output, its messages (2>) and its status.
set -u
export LC_ALL=C
unset COLUMNS POSIXLY_CORRECT ARGP_HELP_FMT TZ

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scenarios=$here/../../scenarios
expected=$here/expected
if [ ! -x "${1-}" ]; then
  echo "usage: $0 BINARY [--renew]" >&2
  exit 2
fi
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
renew=${2-}

work=$(mktemp -d)
clean_up() {
  # shellcheck disable=SC2046 # one word each
  kill $(jobs -p) 2>/dev/null
  rm -rf "$work" "$work".*
}
trap clean_up EXIT
cd "$work" || exit 1
mkdir bin used
ln -s "$binary" bin/rotacost # so that messages name no path
export PATH=$work/bin:$PATH

# ---------------------------------------------------------------- cases

passed=0 failed=0
log=$work/log # of the case now running
pass() { passed=$((passed + 1)); }
fail() { # CASE WHY [FILE with details]
  failed=$((failed + 1))
  printf 'FAILED %s: %s\n' "$1" "$2"
  [ -z "${3-}" ] || head -n 40 "$3" | cat -v
}

# What hangs is ended by its CPU: a `timeout` for each of some hundred commands takes as long as they do.
ulimit -t 300

# One command of a case, without a terminal.
say() {
  local status=0 line
  echo "$ $*" >>"$log"
  "$@" >>"$log" 2>stderr </dev/null || status=$?
  while IFS= read -r line; do echo "2> $line"; done <stderr >>"$log"
  echo "[$status]" >>"$log"
}
begin() { : >"$log"; }

same_text() { # FILE FILE: known without another process; false also where a NUL stands in one
  local one two
  ! IFS= read -r -d '' one <"$1" && ! IFS= read -r -d '' two <"$2" && [ "$one" = "$two" ]
} 2>/dev/null

# Compares the log, or another file, with what is stored.
end() { # CASE [FILE]
  local got=${2-$log}
  : >"used/$1.txt"
  if [ "$renew" = --renew ]; then cp "$got" "$expected/$1.txt"; fi
  if same_text "$expected/$1.txt" "$got" || diff -a "$expected/$1.txt" "$got" >difference 2>&1; then
    pass
  else
    fail "$1" "differs from tests/cli/expected/$1.txt (<)" difference
  fi
}
check() { # CASE COMMAND...: must succeed
  local case=$1
  shift
  if "$@" >details 2>&1; then pass; else fail "$case" "$*" details; fi
}
single() { # CASE COMMAND...: stored output of one command
  local case=$1
  shift
  begin
  say "$@"
  end "$case"
}
status_is() { # STATUS COMMAND...
  local wanted=$1 status=0
  shift
  timeout 300 "$@" </dev/null || status=$?
  echo "status $status, $wanted wanted"
  [ "$status" = "$wanted" ]
}

# A good scenario with files changed by sed; false if that changes nothing.
base=small
patched() { # FOLDER FILE SCRIPT [FILE SCRIPT]...
  local folder=$1
  shift
  rm -rf "$folder"
  cp -r "$base" "$folder"
  while [ $# -ge 2 ]; do
    sed -i "$2" "$folder/$1" || return 1
    if cmp -s "$base/$1" "$folder/$1"; then
      echo "the patch of $1 changes nothing: $2"
      return 1
    fi
    shift 2
  done
}

# For awk on the program's CSV, with -F ';': at["column"] is its number in the file now read.
columns='FNR == 1 { sub(/^\357\273\277/, ""); split("", at); for (i = 1; i <= NF; i++) at[$i] = i }'

evidence_tells_no_place() { ! grep -e "$work" -e /home -e /tmp "$1"; }

# ---------------------------------------------------------------- slow builds and long tests

# Slow builds run every part of the program, but do not compare whole results once more: the long tests do, by gcc's plain build.
sanitized= long= all= most=
case $1 in *-sanitize* | *clang*) sanitized=yes ;; esac
if [ "${ROTACOST_LONG-}" = 1 ] && [ -z "$sanitized" ]; then long=yes; fi
[ -z "$long$renew" ] || all=yes
[ -z "$all$sanitized" ] || most=yes
turn=0
one_in_eight() { [ -n "$most" ] || ((turn++ % 8 == 0)); } # of many alike
check_long() { [ -z "$long" ] || check "$@"; }

# ---------------------------------------------------------------- the command line

single help rotacost --help
single version sh -c 'rotacost --version | sed "/^Libraries/s/ [0-9][0-9.]*/ N/g"' # those of this machine
single usage rotacost --usage
single columns rotacost columns

# The glossary of docs/ is what the program prints: `make glossary` writes it.
glossary_is() { rotacost words --lang "$1" | diff "$here/../../docs/$2" -; }
check glossary_en glossary_is en glossary.md
check glossary_nb glossary_is nb ordliste.md

headings_fit() { # every heading once, and something under it
  rotacost --help | awk '/^ [^ ].*:$/ { if (seen[$0]++) { print "twice: " $0; bad = 1 }
      if (empty) { print "nothing under: " empty; bad = 1 }
      empty = $0; next }
    /^ *-|^  [a-z]/ { empty = "" }
    END { exit bad || empty != "" }'
}
check help_headings headings_fit

for folder in "$scenarios"/*/; do
  name=$(basename "$folder")
  [ "$name" = common ] || check "shipped_$name" status_is 0 rotacost check "$folder"
done

begin
say rotacost
say rotacost rnu x
say rotacost xyzzy
say rotacost run
say rotacost run --foo x
say rotacost run --output
say rotacost run -o '' x
say rotacost run -qv x
say rotacost run --csv excel x
say rotacost run --lp x x
say rotacost run -j 0 x
say rotacost run --jobs=two x
say rotacost run --time-limit 0 x
say rotacost run --memory-limit -1 x
say rotacost check -j 2 x
say rotacost compare
say rotacost compare -o x x
say rotacost compare --lp x x
say rotacost compare --year 24 x
say rotacost explain
say rotacost explain x y z
say rotacost explain -o x x
say rotacost check
say rotacost check -o x x
say rotacost check ''
say rotacost new
say rotacost new a b
say rotacost columns x
say rotacost model
say rotacost model x
say rotacost model x y z --lp x
say rotacost model x --lp x --year 24
say rotacost model x --lp x --positions gone
say rotacost model x --lp x --before
say rotacost check --lang de x
end wrong_use

# ---------------------------------------------------------------- the template

begin
say rotacost new small
say rotacost check small
say rotacost run -o out small
end template
ls -A out/small >listing
end template_files listing
end template_effects out/small/effects.csv
end template_ledger out/small/ledger.csv
head -n 4 out/small/coverage.csv >coverage_head
end template_coverage coverage_head

single template_compare rotacost compare small
[ -z "$most" ] || single template_full rotacost run --full -o out_full small

# One measure, and the baseline with every measure.
single explain_measure rotacost explain small M1
[ -z "$most" ] || single explain_baseline rotacost explain small
begin
say rotacost explain small N1
say rotacost explain small M11
say rotacost explain small M1 --year 2029
say rotacost explain no/such/folder
end explain_refused
# Of a run the file with all findings and that with all reasons hold what explain says.
explained() {
  awk -F ';' "$columns"'
    FNR == 1 { file++; next } $at["measure"] != "M1" { next }
    file == 1 { findings++; if ($at["finding"] == "" || $at["reason"] == "") { print "blank: " $0; bad = 1 } }
    file == 2 { reasons++; if ($at["easing"] == "" || $at["saving_kr"] == "") { print "blank: " $0; bad = 1 } }
    END { print findings + 0 " findings, " reasons + 0 " reasons"; exit bad || !findings || !reasons }' \
    out/small/compliance.csv out/small/why.csv
}
check explain_files explained

# ---------------------------------------------------------------- Norwegian

speak_norwegian() {
  begin
  say rotacost --lang nb --help
  say rotacost xyzzy --lang=nb
  say env LC_ALL=nb_NO.UTF-8 rotacost xyzzy
  say env LC_ALL=nb_NO.UTF-8 rotacost xyzzy --lang en
  say rotacost new --lang nb small
  say rotacost check --lang nb small no_such_folder
  say rotacost run --full --lang nb -o out_nb small
  say rotacost compare --lang nb small
  end norwegian

  # Names of columns are for scripts: the same in both languages.
  same_heads() {
    for file in out/small/*.csv; do cmp <(head -n 1 "$file") <(head -n 1 "out_nb/small/$(basename "$file")") || return 1; done
  }
  check norwegian_heads same_heads
  check norwegian_money cmp out/small/ledger.csv out_nb/small/ledger.csv
}
single norwegian_columns rotacost columns --lang nb
[ -z "$most" ] || speak_norwegian

# The scenario's own language, and --lang above it.
patched norsk settings.csv '/^decimal;/i language;nb;' >details || fail norsk 'the case itself' details
begin
say rotacost check norsk
say rotacost check --lang en norsk
patched norsk settings.csv '/^decimal;/i language;nb;' pay.csv 's/^category;/kategori;/; s/;629100;/;mye;/' groups.csv 's/^unit;/enhet;/; s/;nurse;5;/;nures;5;/' ||
  fail norsk 'the case itself'
say rotacost check norsk
end norwegian_scenario

# Whatever is planned or short makes up the need, on every day of both years and for both answers.
coverage_holds() {
  awk -F ';' "$columns"'
    NR > 1 { gsub(",", "."); days[$at["positions"] $at["date"]] = 1; short = $at["short"]
      if ($at["planned"] + short < $at["need"] - 0.0011 || short < 0) { print "not covered: " $0; bad = 1 }
      below = $at["below_norm"]
      if (below < 0 || ($at["norm"] == "" && below > 0) || ($at["norm"] != "" && $at["planned"] + below < $at["norm"] - 0.0011)) {
        print "below its norm: " $0; bad = 1 } }
    END { for (day in days) count++; if (count != 2 * 730) { print count " days"; bad = 1 }; exit bad }' "$1"
}
check coverage_of_every_day coverage_holds out/small/coverage.csv

echo mine >kept_file
mkdir taken
echo mine >taken/file
begin
say rotacost new small
say rotacost new taken
say rotacost new kept_file
say rotacost new no/such/parent
say cat taken/file kept_file
end new_refused

# ---------------------------------------------------------------- one year only: quick, for what needs no more

patched brief settings.csv 's/^last_year;2027/last_year;2026/' measures.csv 's/2026-05-01/2026-01-01/' \
  claims.csv '/^M1;2027/d; s/in_year/full_year/' >details || fail brief 'the case itself' details
[ -z "$all" ] || rotacost run -o briefs brief >briefs.out
base=brief

# Where any scenario does: evenings alone, absence is the same all year, and hardly anything is assumed.
if [ -n "$long" ]; then
  cp -r brief plain
else
  patched plain absence.csv 's/;1-13;/;1-53;/; /;14-53;/d; /;8-9 /d; /;1-7 /d; s/;26-33;37,5;/;1-53;9,6;/' \
    need.csv '/^ward;\(day\|night\);/d' norm.csv '/^ward;\(day\|night\);/d' shifts.csv '/^ward;\(day\|night\);/d' \
    groups.csv '/;night;/d; s/;day evening;/;evening;/' >details || fail plain 'the case itself' details
  sed -i 's/;assumed$/;given/' plain/[b-z]*.csv
fi
rotacost run -q -o plains plain >said 2>&1
check quiet_is_silent test ! -s said
same_by_one() { rotacost run -q -j 1 -o plains_by_one plain && diff -r plains plains_by_one; }
check same_bytes_by_one same_by_one

# ---------------------------------------------------------------- the parts, at the same time

# What a part fails is shown when it has ended; its counts stand in the last line.
run_part() { # NAME
  trap 'kill $(jobs -p) 2>/dev/null' EXIT
  cp -r "$work" "$work.$1" && work=$work.$1 && cd "$work" || exit 1
  log=$work/log passed=0 failed=0
  # shellcheck source=/dev/null
  . "$here/run/$1.bash"
  echo "$passed $failed"
}
parts=()
for part in "$here"/run/*.bash; do
  part=$(basename "$part" .bash)
  [ -n "$all" ] || [ $part = refused ] || continue # the others compare whole results once more
  parts+=("$part")
  run_part "$part" >"$work.$part.out" 2>&1 &
done
wait
for part in "${parts[@]}"; do
  head -n -1 "$work.$part.out"
  counts=$(tail -n 1 "$work.$part.out")
  if [[ $counts =~ ^[0-9]+\ [0-9]+$ ]]; then
    passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* }))
  else
    fail "$part" "broke off: $counts"
  fi
  cp "$work.$part"/used/* used
done

# ---------------------------------------------------------------- the end

left_over() {
  for file in "$expected"/*; do
    [ -e "used/$(basename "$file")" ] || { echo "no case: $file"; return 1; }
  done
}
[ -z "$all" ] || check no_expectation_left_over left_over

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
