#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the program as its users do and compares what it prints, writes and returns.
#
#   tests/cli/run.sh BINARY           run every case; the last line is "N passed, M failed"
#   tests/cli/run.sh BINARY --renew   store what the program does now as what is expected: read the difference after it
#
# ROTACOST_LONG=1 (make test-long) solves the largest shipped scenario, every dialect and every order of rows as well, and
# takes a whole ward where else a plain one does (`plain` below). Expected results are the same.
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
rennebu_job=
clean_up() {
  [ -z "$rennebu_job" ] || kill "$rennebu_job" 2>/dev/null
  rm -rf "$work"
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

# One command of a case, without a terminal.
say() {
  local status=0
  echo "$ $*" >>"$log"
  timeout 300 "$@" >stdout 2>stderr </dev/null || status=$?
  cat stdout >>"$log"
  sed 's/^/2> /' stderr >>"$log"
  echo "[$status]" >>"$log"
}
begin() { : >"$log"; }

# Compares the log, or another file, with what is stored.
end() { # CASE [FILE]
  local got=${2-$log}
  : >"used/$1.txt"
  if [ "$renew" = --renew ]; then cp "$got" "$expected/$1.txt"; fi
  if diff -a "$expected/$1.txt" "$got" >difference 2>&1; then
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

# ---------------------------------------------------------------- the shipped case, meanwhile

# Slow builds run every part of the program, but not what compares whole results once more: gcc's plain build does, and
# what compares them once more in yet another way the long tests do.
sanitized= long=
case $1 in *-sanitize* | *clang*) sanitized=yes ;; esac
if [ "${ROTACOST_LONG-}" = 1 ] && [ -z "$sanitized" ]; then long=yes; fi
check_once() { [ -n "$sanitized" ] || check "$@"; }
check_long() { [ -z "$long" ] || check "$@"; }

# Solved already where `make run` came first; else the long tests solve it.
take_rennebu() {
  printed=$(dirname "$binary")/run/rennebu-2024
  (cd "$scenarios/.." && . tests/support/made.sh && made_by_run "$binary" scenarios/rennebu-2024 en) &&
    mkdir rennebu && cp -r "$scenarios/../output/rennebu-2024" rennebu &&
    cp "$printed.out" rennebu.out && cp "$printed.err" rennebu.err
}
rennebu=
if [ -z "$sanitized" ] && take_rennebu 2>/dev/null; then
  rennebu=taken
elif [ -n "$long" ]; then
  rennebu=solved
  (cd "$scenarios/.." && exec rotacost run -o "$work/rennebu" scenarios/rennebu-2024) >rennebu.out 2>rennebu.err \
    </dev/null &
  rennebu_job=$!
fi

# ---------------------------------------------------------------- the command line

single help rotacost --help
single version rotacost --version
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

# One measure, and the baseline with every measure.
single explain_measure rotacost explain small M1
single explain_baseline rotacost explain small
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

begin
say rotacost --lang nb --help
say rotacost xyzzy --lang=nb
say env LC_ALL=nb_NO.UTF-8 rotacost xyzzy
say env LC_ALL=nb_NO.UTF-8 rotacost xyzzy --lang en
say rotacost new --lang nb small
say rotacost check --lang nb small no_such_folder
say rotacost run --lang nb -o out_nb small
say rotacost compare --lang nb small
end norwegian
single norwegian_columns rotacost columns --lang nb

# Names of columns are for scripts: the same in both languages.
same_heads() {
  for file in out/small/*.csv; do cmp <(head -n 1 "$file") <(head -n 1 "out_nb/small/$(basename "$file")") || return 1; done
}
check norwegian_heads same_heads
check norwegian_money cmp out/small/ledger.csv out_nb/small/ledger.csv

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
rotacost run -o briefs brief >briefs.out
base=brief

# Where any scenario does: absence is the same all year, and hardly anything is assumed.
if [ -n "$long" ]; then
  cp -r brief plain
else
  patched plain absence.csv 's/;1-13;/;1-53;/; /;14-53;/d; /;8-9 /d; /;1-7 /d; s/;26-33;37,5;/;1-53;9,6;/' \
    >details || fail plain 'the case itself' details
  sed -i 's/;assumed$/;given/' plain/[b-z]*.csv
fi
rotacost run -q -o plains plain

# ---------------------------------------------------------------- same input, same bytes

check same_bytes_again status_is 0 rotacost run -q -o again plain
check same_bytes diff -r plains again

# However many work at a time; and beside others of one command.
in_jobs() { # JOBS
  rm -rf jobs
  rotacost run -q -j "$1" -o jobs brief && diff -r briefs jobs
}
check same_bytes_j1 in_jobs 1
check_once same_bytes_j7 in_jobs 7
check_long same_bytes_j2 in_jobs 2
same_bytes_shipped() { # a scenario of several units and measures
  for jobs in 1 2 7; do
    rotacost run -q -j $jobs -o "shipped_$jobs" "$scenarios/kongsvinger-2012" || return 1
  done
  diff -r shipped_1 shipped_2 && diff -r shipped_1 shipped_7
}
check_long same_bytes_shipped same_bytes_shipped
verbose_lines() { # whole lines alone, as many as programmes solved
  rotacost run -j 7 -v -o verbose brief 2>told >/dev/null || return 1
  awk '/^[a-z_]+ [0-9]+ (baseline|measure) (kept|adjusted): [0-9]+ week types, .* s(, short of staff)?$/ { lines++; next }
    /^brief: [0-9]+ programmes solved/ { solved = $2; next } { print "no line: " $0; bad = 1 }
    END { print lines + 0 " lines, " solved + 0 " solved"; exit bad || !lines || lines != solved }' told
}
check verbose_lines verbose_lines

# ---------------------------------------------------------------- a piece of work that fails

# The process that a run begins for a unit, which is then dealt with; what the run says and returns is stored.
first_child() { # PID
  for _ in $(seq 500); do
    child=$(grep -ls "^PPid:[[:space:]]*$1\$" /proc/[0-9]*/status | head -n 1)
    if [ -n "$child" ]; then
      basename "$(dirname "$child")"
      return
    fi
    sleep 0.01
  done
  return 1
}
is_gone() { # PID: or dead, and not yet reaped by whoever takes it in
  for _ in $(seq 200); do
    grep -qs '^State:[[:space:]]*[RSDTt]' "/proc/$1/status" || return 0
    sleep 0.01
  done
  return 1
}
struck() { # SIGNAL of the first child, then COMMAND
  local signal=$1 status=0 run child
  shift
  echo "$ $*" >>"$log"
  "$@" >stdout 2>stderr </dev/null &
  run=$!
  child=$(first_child $run) && kill "-$signal" "$child"
  wait $run || status=$?
  cat stdout >>"$log"
  sed 's/^/2> /' stderr >>"$log"
  echo "[$status]" >>"$log"
  is_gone "$child" || echo "$child is still there" >>"$log"
}
cp -r brief struck
begin
struck KILL rotacost run -q -j 1 -o results_of_struck struck brief
struck ABRT rotacost run -q -j 1 -o results_of_struck struck
struck STOP rotacost run -q -j 1 --time-limit 1 -o results_of_struck struck
struck KILL rotacost compare -j 1 struck
say rotacost run -q -o results_of_struck struck
say ls results_of_struck
end struck
check struck_beside diff -r briefs/brief results_of_struck/brief
little_memory() {
  status_is 4 rotacost run -q -j 2 --memory-limit 1 -o results_of_little brief 2>&1 &&
    [ -z "$(ls -A results_of_little)" ]
}
check_once little_memory little_memory
ended_from_outside() { # SIGNAL to the run itself: its children go with it, and no file is left
  local status=0 run child
  rotacost run -q -j 2 -o results_of_ended struck </dev/null &
  run=$!
  child=$(first_child $run)
  kill "-$1" $run
  wait $run 2>/dev/null || status=$?
  echo "status $status"
  [ $status -gt 128 ] && is_gone "$child" && [ -z "$(ls -A results_of_ended)" ]
}
for signal in TERM HUP KILL; do check "ended_by_$signal" ended_from_outside $signal; done

elsewhere() { # LOCALE ZONE
  (cd / && LC_ALL=$1 TZ=$2 rotacost run --lang en -q -o "$work/elsewhere" "$work/plain") && diff -r plains elsewhere
}
norwegian=$(locale -a 2>/dev/null | awk 'tolower($0) ~ /^nb_no.*utf-?8$/ { print; exit }')
check_once same_bytes_elsewhere elsewhere "${norwegian:-C.UTF-8}" Pacific/Kiritimati
check_long same_bytes_in_c elsewhere C America/St_Johns

backwards() { # FILE: its rows in the opposite order, header and comments before it kept
  awk '!header { print; header = !/^(\357\273\277)?#/; next } { row[++n] = $0 } END { while (n) print row[n--] }' "$1"
}
cost_of_each() { awk -F ';' "$columns"' { print $1, $at["year"], $at["positions"], $at["cost_kr"] }' "$1/comparison.csv"; }
row_order() { # TABLE
  rm -rf ordered
  cp -r plain ordered
  backwards "plain/$1.csv" >"ordered/$1.csv"
  ! cmp -s "plain/$1.csv" "ordered/$1.csv" && rotacost run -q -o out_ordered ordered &&
    diff plains/plain/effects.csv out_ordered/ordered/effects.csv &&
    diff plains/plain/ledger.csv out_ordered/ordered/ledger.csv &&
    diff <(cost_of_each plains/plain) <(cost_of_each out_ordered/ordered)
}
check_long row_order_need row_order need
check_long row_order_groups row_order groups

# Every file says the same but for the order of its rows and the numbers of lines: rows_in_order, rows_swapped.
without_order() { # FOLDER
  for file in "$1"/*.csv; do
    sed 's/;\([a-z]*\.csv\);[0-9]*;/;\1;/' "$file" | sort | sed "s|^|${file##*/}: |"
  done
}
rows_swapped() { # TABLE
  rm -rf swapped
  cp -r plain swapped
  backwards "plain/$1.csv" >"swapped/$1.csv"
  rotacost run -q -o out_swapped swapped && ls out_swapped/swapped/*.csv >/dev/null &&
    diff <(without_order plains/plain) <(without_order out_swapped/swapped)
}
check_once rows_swapped_groups rows_swapped groups
for table in sources shifts absence supplements categories; do check_long "rows_swapped_$table" rows_swapped "$table"; done

# A redesign from 200 types ends within its counts, with a bound: catalogue_200.
catalogue_200() {
  rm -rf wide && cp -r plain wide
  awk 'BEGIN { print "unit;type;title;category;most_heads;position_percent;weekend_every;shifts;source"
    for (i = 1; i <= 100; i++)
      for (c = 1; c <= 2; c++)
        print "ward;t" i "_" c ";t;" (c == 1 ? "nurse" : "skilled") ";6;" i ";" 2 + (i + 1) % 3 ";;assumed" }' >wide/catalogue.csv
  printf '%s\n' 'unit;least_average_position_percent;least_full_time_percent;most_variable_percent;most_heads;source' \
    'ward;50;20;25;45;assumed' >wide/design.csv
  rotacost run -q -o out_wide wide || return 1
  awk -F ';' "$columns"' FNR == 2 { cost = $at["cost_kr"]; bound = $at["bound_kr"]; sub(",", ".", cost); sub(",", ".", bound)
    print cost, bound; exit !(bound > 0 && bound <= cost && cost - bound <= 1e-3 * cost) }' out_wide/wide/redesign.csv
}
check_long catalogue_200 catalogue_200

# ---------------------------------------------------------------- headers in Norwegian

# Every header, and every setting, by the Norwegian name that `rotacost columns --lang nb` gives it; values stay.
in_norwegian() { # FOLDER
  rotacost columns --lang nb | awk '/^[a-z_]+\.csv / { file = $1 }
    match($0, /^  [^ ]+ \([a-z_]+\)/) { gsub(/[()]/, "", $2); print file, $2, $1 }' >names
  printf 'settings.csv setting innstilling\nsettings.csv value verdi\n' >>names
  for file in "$1"/*.csv; do
    awk -F ';' -v OFS=';' -v file="$(basename "$file")" '
      function named(word) { return (file, word) in name ? name[file, word] : word }
      BEGIN { while ((getline line < "names") > 0) { split(line, word, " "); name[word[1], word[2]] = word[3] } }
      /^(\357\273\277)?#/ { print; next }
      !header { header = 1; mark = sub(/^\357\273\277/, "") ? "\357\273\277" : ""
        for (i = 1; i <= NF; i++) $i = named($i)
        print mark $0; next }
      file == "settings.csv" { $1 = named($1) }
      { print }' "$file" >renamed && mv renamed "$file" || return 1
  done
}
# The same bytes, but for the hashes of the files: each on a line of its own in the report, a cell in the workbook.
without_hashes() { grep -vE '[0-9a-f]{64}' "$1/report.html"; }
norwegian_headers() { # FOLDER RESULTS: those of the scenario with English headers
  rm -rf out_norwegian
  in_norwegian "$1" && ! grep -qE '^(\xEF\xBB\xBF)?(unit|measure|setting|category|rate|supplement);' "$1"/*.csv &&
    rotacost run -q --lang en -o out_norwegian "$1" || return 1
  made=out_norwegian/$(basename "$1")
  diff -r -x evidence.json -x datapackage.json -x report.html -x report.xlsx -x results.sha256 "$2" "$made" &&
    diff <(without_hashes "$2") <(without_hashes "$made") && [ -s "$made/report.xlsx" ]
}
cp -r plain overskrifter
check norwegian_headers norwegian_headers overskrifter plains/plain
if [ -n "$long" ]; then
  mkdir shipped && cp -r "$scenarios/new-record-system" "$scenarios/common" shipped
  rotacost run -q --lang en -o out_english shipped/new-record-system
  in_norwegian shipped/common
  check norwegian_headers_shipped norwegian_headers shipped/new-record-system out_english/new-record-system
fi

# ---------------------------------------------------------------- dialects

# The results as another dialect writes them: numbers with its decimal sign, cells that hold its separator in quotes.
# What stands before the header, and before the end of every line; values told as the scenario writes them.
in_dialect() { # SEPARATOR DECIMAL [BEFORE [END [DECIMAL of the scenario]]]
  for file in plains/plain/*.csv; do
    awk -v separator="$1" -v decimal="$2" -v before="${3-}" -v end="${4-}" -v own="${5-$2}" '
      function put(text) {
        if (NR == 1) told[cells] = text ~ /^(value|before|becomes)/ && FILENAME !~ /compliance/
        if (text ~ /^-?[0-9]+,[0-9]+$/) sub(",", told[cells] ? own : decimal, text)
        if (index(text, separator) || text ~ /"/ || text ~ /^[ \t]/ || text ~ /[ \t]$/) {
          gsub("\"", "\"\"", text)
          text = "\"" text "\""
        }
        line = line (cells++ ? separator : "") text
      }
      function quoted_cell() { # of rest, which begins with one
        value = ""
        while (match(rest, /^"[^"]*"/)) {
          value = value (value == "" ? "" : "\"") substr(rest, 2, RLENGTH - 2)
          rest = substr(rest, RLENGTH + 1)
        }
        return value
      }
      NR == 1 { sub(/^\357\273\277/, ""); printf "%s", before }
      { line = ""; cells = 0; rest = $0 ";"
        while (rest != "")
          if (rest ~ /^"/) { put(quoted_cell()); rest = substr(rest, 2) }
          else { at = index(rest, ";"); put(substr(rest, 1, at - 1)); rest = substr(rest, at + 1) }
        print line end }' "$file" >"wanted/$(basename "$file")"
  done
}
# Of no dialect: the report. The evidence has the hashes of the files as they are written, and datapackage.json tells the dialect.
same_tables() { # FOLDER FOLDER
  diff -r -x evidence.json -x datapackage.json -x 'report.*' -x results.sha256 "$1" "$2"
}
rfc4180() {
  rm -rf wanted && mkdir wanted && in_dialect , . '' $'\r' , &&
    rotacost run -q --csv rfc4180 -o out_rfc plain && same_tables wanted out_rfc/plain &&
    for file in evidence.json report.html report.xlsx; do cmp "plains/plain/$file" "out_rfc/plain/$file" || return 1; done
}
check dialect_rfc4180 rfc4180

mark=$'\xEF\xBB\xBF'
dialect() { # SCRIPT for the scenario's files, and the dialect of the result
  rm -rf dialect wanted out_dialect
  cp -r plain dialect
  mkdir wanted
  sed -i "$1" dialect/*.csv
  shift
  in_dialect "$@"
  rotacost run -q -o out_dialect dialect && same_tables wanted out_dialect/dialect
}
check_long dialect_tab dialect 's/;/\t/g' $'\t' , "$mark"
check_long dialect_comma_point dialect '/^\(\xEF\xBB\xBF\)\?#/!{s/,/./g; s/;/,/g}; s/^decimal,comma/decimal,point/' \
  , . "$mark"
check_long dialect_comma_comma dialect '/^\(\xEF\xBB\xBF\)\?#/!{s/[^;]*,[^;]*/"&"/g; s/;/,/g}' , , "$mark"
check_long dialect_no_mark dialect '1s/^\xEF\xBB\xBF//' ';' ,
check_long dialect_crlf dialect 's/$/\r/' ';' , "$mark"

windows_1252() {
  base=plain patched western settings.csv '1s/^\xEF\xBB\xBF//; s/Small ward/Liten bl\xE5 avdeling \x80/' &&
    rotacost run -o out_western western | grep -q '^Liten blå avdeling € (example), Eksempel, '
}
check windows_1252 windows_1252

# ---------------------------------------------------------------- bad input

base=small
cp -r plain bad
rotacost run -q -o results bad
cp -r results results_before

# Nothing is written: the result of the good run stands as it was, with nothing beside it.
refused() { # CASE; the bad scenario is made
  begin
  say rotacost run -o results bad
  : >"used/$1.txt"
  if ! grep -qx '\[3\]' "$log"; then
    fail "$1" 'status is not 3' "$log"
  elif ! diff -r results_before results >difference; then
    fail "$1" 'the earlier result was touched' difference
  else
    end "$1"
  fi
}
bad() { # CASE FILE SCRIPT [FILE SCRIPT]...
  local case=bad_$1
  shift
  if patched bad "$@" >details; then refused "$case"; else fail "$case" 'the case itself' details; fi
}
bad unclosed_quote settings.csv 's/^title;.*/title;"Small ward;assumed/'
bad text_after_quote settings.csv 's/^title;.*/title;"Small" ward;assumed/'
bad nul_byte need.csv '/^ward;night;.*;assistant/s/assumed/ass\x00umed/'
bad utf_8 settings.csv 's/Small ward/Small \x81 ward/'
bad cells_missing need.csv '7s/;assumed//'
bad cells_too_many need.csv '7s/$/;more/'
bad column_unknown groups.csv 's/;heads;/;haeds;/'
bad column_twice groups.csv 's/;title;/;heads;/'
bad column_without_name groups.csv 's/;title;/;;/'
bad setting_unknown settings.csv 's/^zone;/zoen;/'
bad setting_twice settings.csv 's/^place;/title;/'
bad decimal_undeclared settings.csv '/^decimal;/d'
bad code_unknown groups.csv 's/;nurse;5;/;nures;5;/'
bad code_far groups.csv 's/;nurse;5;/;xyz;5;/'
bad code_wrong measures.csv 's/^M1;/M 1;/'
bad word_unknown measures.csv 's/;not_started;/;not_startet;/'
bad rate_unknown rates.csv 's/^pension;/penison;/'
bad rate_missing rates.csv '/^employer_tax;/d'
bad zone_without_tax settings.csv 's/^zone;I;/zone;VI;/'
bad key_twice groups.csv 's/^ward;nurses_part;/ward;nurses;/'
bad cell_blank pay.csv 's/;629100;/;;/'
bad decimal_sign absence.csv 's/;9,5;/;9.5;/'
bad number_words pay.csv 's/;629100;/;629k;/'
bad number_overflow pay.csv 's/;629100;/;99999999999999999999;/'
bad number_range pay.csv 's/;629100;/;10000001;/'
bad percent_position groups.csv 's/;nurse;2;100;/;nurse;2;101;/'
bad percent_sick absence.csv 's/;1-13;11;/;1-13;110;/'
bad rate_range rates.csv 's/;14,1;/;141;/'
bad level_range categories.csv 's/;3;35,5;/;10;35,5;/'
bad persons_negative need.csv '7s/;2;assumed/;-2;assumed/'
bad date_none measures.csv 's/2026-05-01/2026-02-30/'
bad date_two_digits measures.csv 's/2026-05-01/01.05.26/'
bad date_far measures.csv 's/2026-05-01/2206-05-01/'
bad date_not_near measures.csv 's/2026-05-01/2016-05-01/'
bad date_order edits.csv 's/^M1;;;/M1;2026-06-01;2026-05-20;/'
bad date_before_start edits.csv 's/^M1;;;/M1;2026-01-01;;/'
bad year_range settings.csv 's/^first_year;2026/first_year;1850/'
bad years_backwards settings.csv 's/^last_year;2027/last_year;2025/' claims.csv '/^M1;/d'
bad years_many settings.csv 's/^last_year;2027/last_year;2190/'
bad claim_year claims.csv 's/^M1;2026;/M1;2025;/'
bad claim_blank claims.csv 's/;450000;/;;/'
bad account_line accounts.csv 's/;040;/;041;/'
bad account_line_near accounts.csv 's/;040;/;overtme;/'
bad account_year accounts.csv 's/;010;2026;/;010;2025;/'
bad account_percent accounts.csv 's/;11000000;/;5 %;/'
bad account_blank accounts.csv 's/;11000000;/;;/'
bad account_twice accounts.csv 's/^ward;020;/ward;10;/'
bad account_overlap accounts.csv 's/^ward;040;/ward;night;/'
bad account_refund accounts.csv 's/;-480000;/;480000;/'
bad account_unit accounts.csv 's/^ward;370;/wrad;370;/'
bad tolerance_of_accounts settings.csv '$a accounts_tolerance_percent;101;'
bad realised_without_day measures.csv 's/;start;source/;start;source;realised_kr/; s/;2026-05-01;assumed/&;5000/'
bad realised_before_start measures.csv 's/;start;source/;start;source;realised_kr;realised_to/; s/;2026-05-01;assumed/&;5000;2026-03-31/'
bad shift_end shifts.csv 's/;15:00;0;/;31:00;0;/'
bad shift_start shifts.csv 's/;07:30;15:00;0;/;24:00;15:00;0;/'
bad shift_all_break shifts.csv 's/;15:00;0;/;15:00;450;/'
bad shift_unknown groups.csv 's/;day evening;/;day evning;/'
bad window_hours need.csv '7s/15:00/14:00/'
bad window_across units.csv 's/;07:30;/;08:30;/'
bad edit_nothing edits.csv 's/window=evening/window=evning/'
bad edit_nothing_left edits.csv 's/days=mon-fri/days=sat/'
bad edit_below_zero edits.csv 's/;-1;/;-2;/'
bad edit_table edits.csv 's/;need;/;nead;/'
bad edit_column edits.csv 's/;persons;/;person;/'
bad edit_where edits.csv 's/unit=ward/unit/'
bad edit_value edits.csv 's/;-1;/;minus one;/'
bad edit_measure edits.csv 's/^M1;/M2;/'
bad escape_in_code groups.csv 's/^ward;nurses;/ward;nur\x1B[2Jses;/'
bad escape_in_column groups.csv 's/;title;/;ti\x1B]0,x\x07tle;/'
bad long_text groups.csv 's/^ward;nurses;/ward;æøå_nurses_nurses_nurses_nurses_nurses_nurses_nurses_nurses_æøå;/'
bad sixty need.csv "\$a $(for i in $(seq 60); do printf 'ward;x%d;07:30;15:00;mon-fri;;nurse;-1;assumed\\n' "$i"; done)"
for file in settings pay rates units measures; do
  rm -rf bad
  cp -r small bad
  rm "bad/$file.csv"
  refused "bad_without_$file"
done
no_categories() {
  rm -rf bad
  cp -r small bad
  rm bad/categories.csv
  status_is 3 rotacost run -o results bad 2>&1 | tee messages
  grep -qx "status 3, 3 wanted" messages && grep -q "^bad/categories.csv: missing" messages && diff -r results_before results
}
check bad_without_categories no_categories
rm -rf bad
mkdir bad
refused bad_empty_folder
rm -rf bad
refused bad_no_folder
echo title >bad
refused bad_no_folder_but_file
rm -f bad
base=brief

# No escape sequence reaches a terminal from a cell that is printed as it is.
no_escapes() {
  base=plain patched colourful settings.csv 's/^title;.*/title;Small \x1B[31mward\x07;/; s/^place;.*/place;X\xC2\x9B31mY;/' || return 1
  rotacost run -o out_colourful colourful >stdout 2>stderr && rotacost compare colourful >>stdout 2>>stderr || return 1
  cat stdout stderr | grep -a '[[:cntrl:]]'
  [ -s stdout ] && ! cat stdout stderr | grep -aq -e '[[:cntrl:]]' -e $'\xC2\x9B'
}
check no_escape_in_title no_escapes

# ---------------------------------------------------------------- likely slips and doubts

# What `check` says of a scenario with one slip, and that --strict refuses it (3) or not (0).
doubt() { # CASE FILE SCRIPT [FILE SCRIPT]...
  local case=doubt_$1
  shift
  if ! base=brief patched doubtful "$@" >details; then
    fail "$case" 'the case itself' details
    return
  fi
  begin
  say rotacost check doubtful
  say rotacost check --strict doubtful
  end "$case"
}
doubt percent_as_share groups.csv 's/;nurse;2;100;/;nurse;2;1;/; s/;skilled;8;65;/;skilled;8;0,65;/'
doubt rates_as_share rates.csv 's/;12;HTA 7/;0,12;HTA 7/; s/;14,1;/;0,141;/'
doubt rate_one_g rates.csv 's/;780960;/;130160;/'
doubt pay_monthly pay.csv 's/;629100;/;52425;/'
doubt pay_of_an_hour pay.csv 's/;629100;/;322,60;/'
doubt pay_in_thousands pay.csv 's/;629100;/;629;/'
doubt heads_thousand groups.csv 's/;nurse;2;100;/;nurse;2000;100;/'
doubt weekend_every_33 groups.csv 's/;nurse;5;50;3;/;nurse;5;50;33;/'
doubt agency_in_ore sources.csv 's/;850;1200;/;85000;1200;/'
doubt holidays_462 absence.csv 's/;26-33;37,5;/;27-33;37,5;/'
doubt target_in_thousands settings.csv 's/^target_kr;700000;/target_kr;700;/'
doubt edit_of_pay edits.csv '$aM1;;;pay;category=nurse;yearly_pay_kr;set;52425;assumed'
doubt edit_by_factor edits.csv '$aM1;;;groups;group=nurses_part;position_percent;multiply;0,01;assumed'
doubt evening_0215 shifts.csv 's/;14:45;22:15;/;14:45;02:15;/'
doubt no_supplements supplements.csv '/^\(evening\|night\|weekend\|holiday\);/d'
doubt supplements_ended supplements.csv 's/;valid_from;days;/;valid_from;valid_to;days;/; s/^\(night;2023-01-01\);/\1;2025-12-31;/
  s/^\(\(evening\|weekend\|holiday\);2023-01-01\);/\1;;/'
doubt no_holiday_rows need.csv 's/;sat sun holiday;/;sat sun;/'
doubt weeks_1_52 need.csv 's/;mon-fri;;skilled;1;/;mon-fri;1-52;skilled;1;/'
doubt weeks_of_norm norm.csv 's/;all;;skilled;1;/;all;1-52;skilled;1;/'
doubt absence_week_53 absence.csv 's/;14-53;/;14-52;/'
doubt level_nobody_has groups.csv 's/;nurse;\([25]\);/;skilled;\1;/' sources.csv '/^agency/d'
doubt level_on_no_shift groups.csv 's/;3;night;/;3;day;/' sources.csv '/^agency/d; /^sub/d'
doubt start_after_years measures.csv 's/2026-01-01/2029-05-01/'
doubt shift_nobody_works shifts.csv '$award;short;Short;09:00;13:00;0;assumed' sources.csv '/^agency/d; /^sub/d'
doubt shift_nobody_wants shifts.csv 's/;0;assumed$/&/; $aoffice;short;Short;09:00;13:00;0;assumed' units.csv '$aoffice;Office;;07:30;assumed' \
  need.csv '$aoffice;late;15:00;20:00;mon-fri;;assistant;1;assumed'

# Nobody is told of a slip where there is none.
no_doubts() {
  for script in 's/;nurse;2;100;/;nurse;2;8;/' 's/;nurse;5;50;3;/;nurse;5;50;0;/' 's/;nurse;2;100;/;nurse;40;100;/'; do
    base=brief patched certain groups.csv "$script" || return 1
    status_is 0 rotacost check --strict certain 2>message || { cat message; return 1; }
    [ ! -s message ] || { cat message; return 1; }
  done
}
check no_doubts no_doubts

asked() { # CASE FILE SCRIPT...: three digits after the decimal sign, in either dialect
  local case=asked_$1 dialect=$2
  shift 2
  if ! base=brief patched doubtful "$@" >details; then fail "$case" 'the case itself' details; return; fi
  [ "$dialect" = comma ] || sed -i '/^\(\xEF\xBB\xBF\)\?#/!{s/,/./g; s/;/,/g}; s/^decimal,comma/decimal,point/' doubtful/*.csv
  single "$case" rotacost check doubtful
}
asked claim comma claims.csv 's/;450000;/;450,000;/' settings.csv 's/^target_kr;700000;/target_kr;1,700,000;/'
asked pay_three_digits comma pay.csv 's/;629100;/;629,100;/'
asked pay_point point pay.csv 's/;629100;/;629,100;/'
asked rate comma rates.csv 's/;780960;/;780,960;/'
asked edit comma edits.csv '$aM1;;;pay;category=nurse;yearly_pay_kr;set;629,123;assumed'
asked in_thousands comma claims.csv 's/;450000;/;1,800;/' settings.csv '$aclaims_in;1000 kr;'

# Claims in another unit and with another sign: the line of the measure and what is said of its claim.
claim_lines() { # CASE CLAIM [SETTINGS]
  rm -rf claimed && cp -r brief claimed
  sed -i "s/;450000;/;$2;/" claimed/claims.csv
  sed -i "s/^target_kr;700000;/target_kr;;/; \$a ${3:-# nothing more}" claimed/settings.csv
  begin
  echo "claimed $2, ${3:-no setting}" >>"$log"
  status=0
  rotacost run --strict -o out_claimed claimed >stdout 2>stderr || status=$?
  [ $status -ne 3 ] || rotacost run -o out_claimed claimed >stdout 2>>stderr
  grep -E '^(M1 |WARNING: the claim)' stdout | grep -v '^M1  *[-0-9 ]*$' >>"$log"
  grep -o 'Check the claim: [^?<]*' out_claimed/claimed/report.html | sort -u | sed 's/^/report: /' >>"$log"
  sed 's/^/2> /' stderr >>"$log"
  echo "[$status]" >>"$log"
  end "claim_$1"
}
claim_lines thousands 450
claim_lines in_thousands 450 'claims_in;1000 kr;'
claim_lines in_millions 0,45 'claims_in;mill. kr;'
claim_lines negative -450000
claim_lines savings_negative -450000 'savings_are;negative;'
claim_lines thousandfold 900000000

# Amounts of years that replace one another are one full year; those in force together add up.
amounts_only() { # FOLDER ROW...
  rm -rf "$1" && cp -r brief "$1" && sed -i 's/^last_year;2026/last_year;2027/' "$1/settings.csv" || return 1
  sed -i '/^M1;/d' "$1/measures.csv" "$1/edits.csv" "$1/claims.csv"
  rm -f "$1/edits.csv"
  echo 'A;Contract;;;;in_force;amount;2026-01-01;assumed' >>"$1/measures.csv"
  echo 'A;2026;1000000;full_year;;;assumed' >>"$1/claims.csv"
  { echo 'measure;line;saving_kr_per_year;from;to;accrual'; printf '%s\n' "${@:2}"; } >"$1/amounts.csv"
}
full_year_is() { # KRONER VERDICT ROW...
  amounts_only amounts "${@:3}" && rotacost run -q -o out_amounts amounts || return 1
  awk -F ';' -v kr="$1" -v verdict="$2" "$columns"'
    FNR == 1 { next } FILENAME ~ /effects/ { rows++; if ($at["full_year_effect_kr"] != kr || $at["verdict"] != verdict) { print; bad = 1 } }
    FILENAME ~ /together/ && $at["basis"] == "full_year" { sums++; if ($at["single_kr"] != kr || $at["last_kr"] != kr) { print; bad = 1 } }
    END { print rows + 0, sums + 0; exit bad || !rows || !sums }' out_amounts/amounts/effects.csv out_amounts/amounts/together.csv
}
check amount_two_years full_year_is 1000000,00 taken_over 'A;other;1000000;2026-01-01;2026-12-31;months' 'A;other;1000000;2027-01-01;2027-12-31;months'
check amount_for_good full_year_is 1000000,00 taken_over 'A;other;600000;2026-01-01;2026-12-31;months' 'A;other;1000000;2027-01-01;;months'
check amounts_together full_year_is 1000000,00 taken_over 'A;other;600000;;;months' 'A;income;400000;2026-07-01;;days'
check amount_of_a_while full_year_is 1000000,00 taken_over 'A;other;1000000;;;months' 'A;other;-300000;2026-02-01;2026-05-31;months'
check amount_over full_year_is 1000000,00 taken_over 'A;other;1000000;2026-03-01;2026-11-30;months'

# A break that has a time covers nothing: the hours planned are those wanted, with the split shift and without.
break_scenario() { # FOLDER SPLIT
  rm -rf "$1" && cp -r brief "$1" && rm -f "$1"/{edits,claims,measures,norm,accounts,absence}.csv || return 1
  printf '%s\n' 'measure;title;nature' >"$1/measures.csv"
  printf '%s\n' 'unit;title;day_starts' 'b;B;06:00' >"$1/units.csv"
  printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every' 'b;g;assistant;4;70;0' >"$1/groups.csv"
  printf '%s\n' 'code;kind;unit;category;pay_percent' 's;substitute;b;assistant;100' >"$1/sources.csv"
  printf '%s\n' 'unit;window;start;end;days;level;persons' 'b;m;07:00;08:30;mon-fri;assistant;2' \
    'b;mid;08:30;13:00;mon-fri;assistant;2' 'b;a;13:00;16:45;mon-fri;assistant;4' >"$1/need.csv"
  printf '%s\n' 'unit;shift;start;end;unpaid_break_min;break_start' 'b;m;07:00;08:30;;' 'b;mid;08:30;13:00;;' \
    'b;a;13:00;16:45;;' "$2" >"$1/shifts.csv"
}
break_covers_nothing() { # SPLIT: 27 person-hours on each of 253 weekdays of 2026 that are no public holiday
  break_scenario breaks "$1" && rotacost run -q -o out_breaks breaks 2>/dev/null || return 1
  awk -F ';' "$columns"' FNR == 2 { print; fte = $at["staffed_fte"]; sub(",", ".", fte)
    exit fte != sprintf("%.2f", 27 * 253 / (52 * 35.5)) || $at["short_h"] != "0,0" }' out_breaks/breaks/units.csv
}
check break_hole break_covers_nothing 'b;split;07:00;16:45;270;08:30'
check break_none break_covers_nothing 'b;late;13:00;16:45;;'
begin
break_scenario breaks 'b;split;07:00;16:45;270;'
say rotacost check breaks
break_scenario breaks 'b;split;07:00;16:45;60;'
say rotacost check breaks
break_scenario breaks 'b;split;07:00;16:45;270;12:15'
say rotacost check breaks
break_scenario breaks 'b;split;07:00;16:45;;12:15'
say rotacost check breaks
sed -i '/^b;mid;/d' breaks/shifts.csv
sed -i 's/^b;split.*/b;split;07:00;16:45;270;08:30/' breaks/shifts.csv
say rotacost check breaks
end break_times

# A measure of which nothing comes in the years.
nothing_comes() {
  base=plain patched later measures.csv 's/2026-01-01/2029-05-01/' && rotacost run -o out_later later >stdout 2>/dev/null &&
    grep -qx 'M1 starts on 1 May 2029, after 2026: nothing of it comes in these years.' stdout || { cat stdout; return 1; }
}
check nothing_comes nothing_comes

# ---------------------------------------------------------------- results whole or not at all

cp -r plain with
cp -r plain second
patched broken pay.csv 's/;629100;/;x;/' >details || fail broken 'the case itself' details
begin
say rotacost run -q -o kept_file brief
say rotacost run -q -o kept_file/deeper brief
say cat kept_file
mkdir -p in_way held/brief
echo mine >in_way/brief
echo mine >held/brief/letter.txt
say rotacost run -q -o in_way brief
say cat in_way/brief
say rotacost run -q -o held brief
say ls -A held held/brief
say rotacost run -q -o mixed with broken second
say ls -A mixed
end results_refused

# A scenario has files named as results are: its own folder is no earlier result.
scenario_survives() {
  cp -r brief own
  ! status_is 0 rotacost run -q -o . own && diff -r brief own
}
check results_over_scenario scenario_survives

mkdir twin
cp -r brief twin/brief
begin
say rotacost run -q -o twins brief twin/brief
say rotacost run -q -o twins second brief brief/
say ls -A twins
end same_names

begin
say rotacost compare small --year 2025
say rotacost compare small --year 2028
say rotacost compare no/such/folder
say rotacost compare broken brief --year 2026
end compare_refused

check_long output_deep status_is 0 rotacost run -q -o a/b/../c/d plain/
check_long output_deep_same diff -r plains a/c/d
from_inside() { (cd plain && rotacost run -q -o ../inside .) && diff -r plains inside; }
check_long scenario_point from_inside
check quiet_is_silent test -z "$(rotacost run -q -o third plain 2>&1)"
check nothing_beside test -z "$(find plains third mixed $(ls -d a/c/d 2>/dev/null) -name '.?*')"

replaced() { # the whole earlier result goes; what somebody changed in it is kept under a name of its own
  echo old >third/plain/effects.csv
  rotacost run -q -o third plain 2>/dev/null && diff -r -x 'effects-edited-*' plains third &&
    [ "$(cat third/plain/effects-edited-*.csv)" = old ]
}
check_long replaces_older replaced
full_output() { status_is 70 rotacost columns >/dev/full; }
check output_full full_output

if [ "$(id -u)" = 0 ]; then
  echo 'not run (as root every folder can be written to): output folder without write permission'
  : >used/results_locked.txt
else
  mkdir locked && chmod a-w locked
  single results_locked rotacost run -q -o locked brief
  chmod u+w locked
fi

# ---------------------------------------------------------------- --strict

# All results are written; what would make a claim true is not asked where it is.
strict() { # STATUS FOLDER
  rm -rf strict && status_is "$1" rotacost run -q --strict -o strict "$2" &&
    diff <(ls -A -I reverse.csv "strict/$2") <(ls -A -I reverse.csv plains/plain)
}
base=plain
check_once strict_not_reached strict 1 plain

# Claims as large as the effect with all positions kept.
claims=$(awk -F ';' "$columns"'
  $at["positions"] == "kept" { print "s/^\\(M1;" $at["year"] ";\\)[0-9]*/\\1" int($at["effect_kr"]) "/" }' \
  plains/plain/effects.csv)
patched modest claims.csv "$claims" >details || fail modest 'the case itself' details
check_once strict_reached strict 0 modest
below_norm() {
  patched below claims.csv "$claims" norm.csv 's/^\(ward;evening;.*\);2;/\1;3;/' && strict 1 below &&
    awk -F ';' "$columns"'
      NR > 1 { rows++; found += $at["verdict"] == "reached" && $at["flags"] ~ /below_norm/ }
      END { print found " of " rows " rows below the norm"; exit rows != 2 || found != rows }' strict/below/effects.csv
}
check strict_below_norm below_norm
check_long not_strict status_is 0 rotacost run -q -o strict below

# Claims are met and the measure breaks no norm, but today's need does at weekends: said on stderr, and which.
patched weekend claims.csv "$claims" norm.csv 's/^\(ward;evening;15:00;22:00\);all;;assistant;2;/\1;sat sun;;assistant;3;/' \
  >details || fail weekend 'the case itself' details
begin
say rotacost run -q --strict -o strict weekend
say rotacost run -q --strict -o strict modest
say rotacost run -q --strict -o strict below
end strict_norms
base=brief

# ---------------------------------------------------------------- many plain amounts

singles_of() { # RESULTS: the sum of what each measure saves by itself, in øre
  awk -F ';' "$columns"' FNR > 1 && $at["of"] == "all" && $at["positions"] == "kept" && $at["basis"] == "full_year" {
    gsub(",", "", $at["singles_kr"]); print $at["singles_kr"]; exit }' "$1/joint.csv"
}
# Rows of a table in the report, but for the one that is claimed to be more; each is worth what it was told.
many_amounts() {
  rm -rf many && cp -r brief many
  awk 'BEGIN { for (i = 1; i <= 300; i++) print "A" i ";Contract " i ";;;;in_force;amount;2026-01-01;assumed" }' >>many/measures.csv
  awk 'BEGIN { print "measure;line;saving_kr_per_year;from;to;accrual"
    for (i = 1; i <= 300; i++) print "A" i ";other;" 1000 * i ";;;months" }' >>many/amounts.csv
  awk 'BEGIN { for (i = 1; i <= 300; i++) print "A" i ";2026;" (i == 7 ? 9000 : 1000 * i) ";in_year;;;assumed" }' >>many/claims.csv
  rotacost run -q -o out many || return 1
  local rows sections more
  rows=$(grep -c '^<tr id="m-[0-9]*"><th[^>]*>Contract ' out/many/report.html)
  sections=$(grep -c '<section class="measure plain" id="m-8"' out/many/report.html) # A7, after M1
  more=$(($(singles_of out/many) - $(singles_of briefs/brief)))
  echo "$rows rows, $sections sections, $more øre more"
  [ "$rows" = 299 ] && [ "$sections" = 1 ] && [ "$more" = 4515000000 ]
}
check_once many_amounts many_amounts

# ---------------------------------------------------------------- the programme for another solver

same_optimum() { # MESSAGE with the cost, OUTPUT of glpsol
  awk 'FNR == 1 { file++ }
    file == 1 && match($0, /least cost [0-9.]+ kr/) { cost = substr($0, RSTART + 11, RLENGTH - 14) }
    file == 2 && $1 == "Objective:" { optimum = $4 } file == 2 && $1 == "Status:" { status = $NF }
    END { apart = optimum - cost; apart = apart < 0 ? -apart : apart
      printf "cost %s, glpsol %s (%s)\n", cost, optimum, status
      exit !(cost > 0 && optimum > 0 && status == "OPTIMAL" && apart <= 1e-6 * cost) }' "$1" "$2"
}
exported() { # CASE SCENARIO [OPTION...]: two cases, one for each format
  local case=$1
  shift
  rm -f programme.lp programme.mps message
  rotacost model "$@" --lp programme.lp --mps programme.mps >message
  check_once "lp_$case" solved --lp programme.lp
  check_once "mps_$case" solved --freemps programme.mps
}
solved() { # glpsol's OPTION and the file
  cat message
  rm -f solution
  glpsol "$1" "$2" -o solution >glpsol.out && same_optimum message solution
}
patched scarce sources.csv '/^\(agency\|sub\|extra\|overtime\)/d' >details || fail scarce 'the case itself' details
exported baseline brief
exported measure brief M1 --positions adjusted
[ -z "$long" ] || exported measure_year small M1 --unit ward --year 2026 --positions kept
exported shortfall scarce
# A year-round rota; the baseline beside it has its columns, without entries.
year_round='$aM1;;;groups;unit=ward;regime;set;year;assumed\nM1;;;groups;unit=ward;band_percent;set;20;assumed'
patched year_round edits.csv "$year_round" >details || fail year_round 'the case itself' details
exported year_round_kept year_round M1
exported year_round_adjusted year_round M1 --positions adjusted
exported year_round_before year_round M1 --before
patched steps groups.csv 's/^\(unit;group.*\);source/\1;adjust_step_heads;source/; s/^\(ward;nurses;.*\);assumed/\1;1;assumed/
  /^ward;nurses;/!s/^\(ward;.*\);assumed/\1;;assumed/' >details || fail steps 'the case itself' details
exported whole_steps steps M1 --positions adjusted
# Codes that a reader may take for a number or a bound, and such as are longer than a name may be and begin alike.
long_code=$(printf 'nurses_in_the_%040d' 0)
patched odd_codes groups.csv "s/;nurses;/;1e5;/; s/;nurses_part;/;$long_code;/; s/;assistants;/;$long_code.x;/" \
  shifts.csv "s/;evening;/;$long_code;/; s/;night;/;$long_code.2;/" sources.csv 's/^agency;/-inf;/' >details &&
  sed -i "s/day evening/day $long_code/; s/;night;/;$long_code.2;/" odd_codes/groups.csv || fail odd_codes 'the case itself' details
exported odd_codes odd_codes M1 --positions adjusted

# What CBC takes for an entry or does not take at all.
plain_enough() { # FILE.lp FILE.mps
  awk 'FILENAME ~ /mps$/ && (/\$/ || NF > 4 || (/^ / && NF < 2)) || /[^ -~]/ { print FILENAME ":" FNR ": " $0; bad = 1 }
    { for (i = 1; i <= NF; i++) if (length($i) > 100) { print FILENAME ":" FNR ": " $i; bad = 1 } }
    length > 255 { print FILENAME ":" FNR ": a long line"; bad = 1 }
    END { exit bad || !NR }' "$@"
}
for case in year_round odd_codes; do
  rotacost model $case M1 --before --lp $case.lp --mps $case.mps >/dev/null
  check plain_enough_$case plain_enough $case.lp $case.mps
done

# Without --year, what --help says: the first, with a measure its first whole one; M1 of `small` starts in May 2026.
begin
say rotacost model small --lp x.lp
say rotacost model small M1 --lp x.lp
say rotacost model small M1 --year 2026 --lp x.lp
say rotacost model small M1 --before --lp x.lp
say rotacost model small --lp /dev/full
say rotacost model small --mps /dev/full
end model_year

# Every week for itself: a larger programme with the same optimum.
days_agree() {
  rotacost model plain M1 --positions adjusted --lp programme.lp >message &&
    rotacost model plain M1 --positions adjusted --days --mps programme.mps >message_days &&
    diff <(tail -n 1 message) <(tail -n 1 message_days) && ! cmp -s message message_days && cat message_days &&
    glpsol --freemps programme.mps -o solution >glpsol.out && same_optimum message solution
}
check_once model_days days_agree

begin
say rotacost model brief N1 --lp x
say rotacost model brief M1 --unit wrad --lp x
say rotacost model brief --lp no/such/folder
say rotacost model brief --year 2025 --lp x
say rotacost model brief M1 --year 2031 --lp x
say rotacost model broken --lp x
say test -e x
end model_refused
names() {
  rotacost model brief --lp one.lp || return 1
  for name in 'cover(w0.fri.0730.l1)' 'own(w0.fri.day.nurses.g0)' 'hired(w0.fri.day.agency.g4)'; do
    grep -qF -- "$name" one.lp || { echo "no $name"; return 1; }
  done
}
check model_names names

# Every programme of the evidence, exported by the words it tells and solved by glpsol, has the optimum it tells.
evidence_programmes() { # FILE: one line each: the words, then the optimum
  awk '/"export": \[/ { words = ""; inside = 1; next }
    inside && /\]/ { inside = 0 }
    inside { gsub(/[ ",]/, ""); if ($0 != "") words = words $0 " " }
    /"optimum_kr":/ { gsub(/[^0-9.]/, "", $2); print words $2 }' "$1"
}
evidence_solved() { # SCENARIO EVIDENCE
  local words optimum count=0
  evidence_programmes "$2" >programmes
  while read -r words; do
    optimum=${words##* }
    words=${words% *}
    # shellcheck disable=SC2086 # codes have no blanks
    rotacost ${words/ FILE/ evidence.lp} >message || return 1
    echo "least cost $optimum kr" >wanted_cost
    rm -f solution
    glpsol --lp evidence.lp -o solution >glpsol.out && same_optimum wanted_cost solution || { echo "$words"; return 1; }
    count=$((count + 1))
  done <programmes
  echo "$count programmes"
  [ "$count" = "$3" ]
}
check_once evidence_solved evidence_solved plain plains/plain/evidence.json 6

# The files are those that were read, and nothing tells where or when.
evidence_hashes() { # SCENARIO EVIDENCE
  awk '/"file":/ { gsub(/[",]/, ""); file = $2 } /"sha256":/ { gsub(/[",]/, ""); print $2 "  " file }' "$2" >hashes
  [ "$(wc -l <hashes)" = "$(ls "$1" | wc -l)" ] && (cd "$1" && sha256sum -c --quiet ../hashes)
}
check evidence_hashes evidence_hashes brief briefs/brief/evidence.json
evidence_tells_no_place() { ! grep -e "$work" -e /home -e /tmp "$1"; }
check evidence_tells_no_place evidence_tells_no_place briefs/brief/evidence.json
awk '/"programmes":/ { skip = 1 } /"redesigns":/ { skip = 0 } !skip' briefs/brief/evidence.json | grep -v '"solves"' >evidence_head
end evidence evidence_head

# ---------------------------------------------------------------- the books

for table in accounts assumptions bridge claims following following_sum followup joint positions positions_sum reverse \
  together; do
  end template_$table out/small/$table.csv
done
patched off accounts.csv 's/;010;2026;11000000;/;010;2026;9000000;/' >details || fail off 'the case itself' details
accounts_warn() {
  rotacost run -o out_off off >stdout && grep -q '^WARNING: the baseline is more than 5 % off the books' stdout &&
    grep -q '^ward  010 .* OFF ' stdout || { cat stdout; return 1; }
  ! grep -q WARNING briefs.out && grep -q '^Accounts: ' briefs.out
}
check accounts_warn accounts_warn
report_realised() {
  base=plain patched reported measures.csv 's/;start;source/;start;source;realised_kr;realised_to/; s/;not_started;\(.*\);2026-01-01;[a-z]*/;in_force;\1;2026-01-01;assumed;100000;2026-06-30/' &&
    rotacost run -q -o out_reported reported && cat out_reported/reported/followup.csv &&
    grep -q '^M1;.*;223150,68;100000,00;2026-06-30;350000,00;Behind the plan.;2026;450000,00;' out_reported/reported/followup.csv
}
check followup_reported report_realised

# ---------------------------------------------------------------- whole positions that can go, from today

# A kindergarten of sixteen full-timers: today is what the contracts say, and whole people go.
care() { # FOLDER NEED-EDIT
  rm -rf "$1" && cp -r brief "$1" && rm -f "$1"/norm.csv "$1"/accounts.csv "$1"/absence.csv &&
    printf 'unit;group;category;heads;position_percent;weekend_every;shifts;source\nward;child_care_100;skilled;16;100;0;day;given\nward;child_care_50;skilled;2;50;0;day;given\n' >"$1/groups.csv" &&
    printf 'unit;window;start;end;days;weeks;level;persons;source\nward;day;07:30;15:00;mon-fri;;skilled;11;given\n' >"$1/need.csv" &&
    printf 'measure;from;to;table;where;column;change;value;source\nM1;;;need;unit=ward window=day;persons;add;%s;given\n' "$2" >"$1/edits.csv" &&
    rotacost run -q -o care_out "$1" 2>/dev/null
}
care_positions() {
  cut -d ';' -f 1,3,7-15 "care_out/$1/positions.csv"
  cut -d ';' -f 1-6,10,11 "care_out/$1/positions_sum.csv"
}
begin
for change in -1,5 -4 1 9; do
  care care $change
  echo "need $change" >>"$log"
  care_positions care >>"$log"
done
end whole_positions
# In another order and by other names the same positions go.
care_swapped() {
  care care -4 && care_positions care | sed 's/child_care/staff/' | sort >as_they_were &&
    rm -rf swapped && cp -r care swapped &&
    { head -n 1 care/groups.csv && tail -n +2 care/groups.csv | tac | sed 's/child_care/staff/'; } >swapped/groups.csv &&
    rotacost run -q -o care_out swapped 2>/dev/null && care_positions swapped | sort | diff as_they_were -
}
check_once whole_positions_swapped care_swapped
# Decided in February by the setting, not by the clock; those with long service and past fifty have four months.
patched decided settings.csv '$a decision_date;2026-02-10;given\nconsultation_days;20;given' \
  groups.csv 's/shifts;source/shifts;source;service_years;age_years/; /^ward;assistants;/!s/^ward.*/&;;/; /^ward;assistants;/s/$/;12;51/' >details ||
  fail decided 'the case itself' details
begin
rotacost run -q -o decided_out decided 2>/dev/null
cat decided_out/decided/positions.csv decided_out/decided/positions_sum.csv >>"$log"
rotacost explain decided M1 2>/dev/null | sed -n '/^Whole positions/,$p' >>"$log"
end whole_positions_decided
# A position that only becomes smaller frees FTE and no head; nothing is decided and nobody's age known, and no date is
# invented.
care care -4 && printf 'M1;;;groups;unit=ward group=child_care_50;position_percent;set;30;given\n' >>care/edits.csv
begin
rotacost run -q -o care_out care 2>/dev/null
care_positions care >>"$log"
rotacost explain care M1 2>/dev/null | sed -n '/^Whole positions/,$p' >>"$log"
end whole_positions_smaller
# Beside a verdict that hangs on people: who, how many, worth what, by when, in words and in the follow-up.
begin
rotacost run -o verdict_out brief 2>/dev/null | grep '^Who must go' >>"$log"
cut -d ';' -f 1,17-21 verdict_out/brief/followup.csv >>"$log"
end whole_positions_verdict
# Sixteen today are sixteen, whatever an optimised rota starts from.
sixteen_today() {
  awk -F ';' "$columns"'$at["group"] == "child_care_100" && $at["heads_today"] == "16,000" { found++ } END { exit !found }' "$1"
}
check_long positions_today sixteen_today shipped_1/kongsvinger-2012/positions.csv
check_long following_today sixteen_today shipped_1/kongsvinger-2012/following.csv
# No row of positions.csv or following.csv is a sum.
sums_apart() { awk -F ';' "$columns"' FNR > 1 { rows++; blank += $at["group"] == "" } END { exit !rows || blank }' \
  briefs/brief/positions.csv briefs/brief/following.csv; }
check sums_apart sums_apart

# Where need follows from the children alone, somebody is wanted all the same.
wanted_by_ratio() {
  mkdir -p ratio_only && cp -r "$scenarios/common" "$scenarios/skaun-malvik-sfo" ratio_only/ &&
    sed -i '4,$d' ratio_only/skaun-malvik-sfo/need.csv && rotacost check ratio_only/skaun-malvik-sfo >out_ratio 2>&1
  cat out_ratio
  ! grep -q 'ever wanted' out_ratio
}
check need_by_ratio_alone wanted_by_ratio

# ---------------------------------------------------------------- weeks and rules

. "$here/weeks.bash"

# ---------------------------------------------------------------- hostile text

hostile='M1;"=cmd|'"'"' \/C calc'"'"'!A0";"<script>alert(1)<\/script> ""quoted""; a,b\nline two";'
read_back() { # FILE: measure, title and unit of every row by a reader that understands quotes, and the number of cells
  awk '{ text = text $0 "\n" }
    function take() { cell[++n] = value; value = "" }
    END { sub(/^\357\273\277/, "", text)
      for (i = 1; i <= length(text); i++) { c = substr(text, i, 1)
        if (quoted && c == "\"" && substr(text, i + 1, 1) == "\"") { value = value c; i++ }
        else if (c == "\"") quoted = !quoted
        else if (!quoted && c == ";") take()
        else if (!quoted && c == "\n") { take(); print n " cells: " cell[1] " | " cell[2] " | " cell[3]; n = 0 }
        else value = value (c == "\n" ? "\\n" : c) } }' "$1"
}
patched hostile measures.csv "s/^M1;[^;]*;[^;]*;/$hostile/" >details || fail hostile 'the case itself' details
begin
say rotacost run -q -o out_hostile hostile
read_back out_hostile/hostile/effects.csv >>"$log"
end hostile_text
hostile_bytes() { grep -qxF "M1;'=cmd|' /C calc'!A0;\"<script>alert(1)</script> \"\"quoted\"\"; a,b" "$1"; }
check hostile_bytes hostile_bytes out_hostile/hostile/effects.csv

# ---------------------------------------------------------------- Rennebu 2024

effects=$work/rennebu/rennebu-2024/effects.csv
no_control() { [ -s "$1" ] && ! grep -a '[[:cntrl:]]' "$1"; }
says() { # TEXT
  grep -qF -- "$1" rennebu.out || { cat rennebu.out; return 1; }
}
# Both rows, kept and adjusted, of a measure and year.
rows_say() { # MEASURE YEAR COLUMN REGEX
  awk -F ';' -v measure="$1" -v year="$2" -v column="$3" -v regex="$4" "$columns"'
    NR > 1 && $1 == measure && $at["year"] == year { rows++; print; good += column in at && $at[column] ~ regex }
    END { exit rows != 2 || good != 2 }' "$effects"
}
# With the norm kept hardly anything of the measure is left: less than a tenth, and never more than without.
compliant_is_less() { # MEASURE YEAR
  awk -F ';' -v measure="$1" -v year="$2" 'function kr(column) { text = $at[column]; sub(",", ".", text); return text + 0 }
    '"$columns"'
    NR > 1 { if (kr("compliant_kr") > kr("effect_kr") + 0.005) { print "more: " $0; bad = 1 } }
    NR > 1 && $1 == measure && $at["year"] == year { rows++; print; bad = bad || kr("compliant_kr") * 10 > kr("effect_kr") }
    END { exit bad || rows != 2 }' "$effects"
}
# Every unit has norms, today's need meets all of them, and only the night measure goes below one.
norms_hold() {
  awk -F ';' "$columns"'
    FNR == 1 { file++; next }
    file == 1 { units[$at["unit"]] = 1 }
    file == 2 && $at["rule"] == "norm_planned" && $1 == "" { normed[$at["unit"]] = 1 }
    file == 2 && $at["rule"] == "norm_planned" && $at["finding"] != "kept" { rows++; print
      good += $1 == "night_nursing_home" && $at["finding"] == "broken" }
    END { for (unit in units) if (!(unit in normed)) { print "no norm: " unit; bad = 1 }
      exit bad || rows != 2 || good != 2 }' rennebu/rennebu-2024/units.csv rennebu/rennebu-2024/compliance.csv
}
fte_rounds_to() { # MEASURE FTE with two decimals and a point
  awk -F ';' -v measure="$1" -v fte="$2" "$columns"'
    NR > 1 && $1 == measure { rows++; print; value = $at["full_year_gross_fte"]; sub(",", ".", value)
      good += sprintf("%.2f", value) == fte }
    END { exit !rows || good != rows }' "$effects"
}
# Whatever a measure does to rota or need, it is modelled.
rotas_testable() {
  awk -F ';' '/^(\357\273\277)?#/ { next }
    !header { header = 1; for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["nature"] ~ /^(rota|year_rota|need)$/ { print $at["measure"] }' "$scenarios/rennebu-2024/measures.csv" >rotas
  awk -F ';' 'NR == FNR { rota[$1] = 1; next }
    '"$columns"'
    FNR > 1 && $1 in rota { rows++; if ($at["verdict"] == "not_testable" || $at["reason"] != "") { print; bad = 1 } }
    END { print rows + 0 " rows"; exit bad || rows < 4 }' rotas "$effects"
}
rennebu_cases() {
  check rennebu_is_quiet test ! -s rennebu.err
  check rennebu_no_escapes no_control rennebu.out
  check rennebu_2024 says 'Claimed 2024: the rows add up to 12 575 000 kr, as printed.'
  check rennebu_2025 says 'Claimed 2025: the rows add up to 3 465 000 kr, as printed.'
  check rennebu_target says 'Together 16 040 000 kr, which is 400 000 kr over the target of 15 640 000 kr.'
  check rennebu_norm says 'Below the norm: night_nursing_home '
  check rennebu_night_2025 rows_say night_nursing_home 2025 gross_fte '^1,878$'
  check rennebu_night_2024 rows_say night_nursing_home 2024 gross_fte '^1,101$'
  check rennebu_night_norm rows_say night_nursing_home 2025 flags '(^| )below_norm( |$)'
  check rennebu_night_class rows_say night_nursing_home 2025 class '^below_norm$'
  check rennebu_night_compliant compliant_is_less night_nursing_home 2025
  check rennebu_norms norms_hold
  check rennebu_kad_2024 rows_say kad 2024 effect_kr '^510000,00$'
  check rennebu_kad_2025 rows_say kad 2025 effect_kr '^765000,00$'
  for measure in year_rota_nursing_home year_rota_home_care; do
    for year in 2024 2025; do
      check "rennebu_${measure}_$year" rows_say $measure $year verdict '^not_reached$'
      check "rennebu_${measure}_${year}_reason" rows_say $measure $year reason '^$'
    done
  done
  check rennebu_rotas_testable rotas_testable
  check rennebu_colocation grep -Eq '^colocation .* 2\.70 ' rennebu.out
  check rennebu_colocation_fte fte_rounds_to colocation 2.70
  check rennebu_ledger ledger_holds rennebu/rennebu-2024
  check rennebu_bridge_closes bridge_closes rennebu/rennebu-2024
  check rennebu_together_closes together_closes rennebu/rennebu-2024
  check rennebu_evidence evidence_tells_no_place rennebu/rennebu-2024/evidence.json
  check rennebu_bridges bridge_holds rennebu/rennebu-2024 80
  check rennebu_reasons reasons_hold rennebu/rennebu-2024
}

# What a sum of single effects hides stands on the first screen: full-time culture, dear alone, is paid for by the year rota.
says_who_pays() {
  rotacost run --lang en -o out_karasjok "$scenarios/karasjok-2023" >karasjok.out && cat karasjok.out &&
    grep -q '^full_time_culture costs [0-9 ]* kr by itself, costs [0-9 ]* kr after year_rota, and with all before it [0-9 ]* kr are saved if' karasjok.out &&
    grep -q 'What full_time_culture costs is paid for by what comes before it\.' karasjok.out
}
check_long karasjok_who_pays says_who_pays
# A scenario without measures says what it compares.
says_schools() {
  rotacost run --lang en -o out_schools "$scenarios/skaun-malvik-schools" >schools.out && cat schools.out &&
    grep -q '^13 schools stand beside .* above them is Buvik skole, by 2\.3 FTE, furthest below Vikhammer skole, by 4\.8 FTE\.' schools.out &&
    grep -q '13 schools stand beside schools' out_schools/skaun-malvik-schools/report.html
}
check schools_first_screen says_schools

# Every effect in cash is the difference of its ledger's two sides, and the sum of its lines, to the øre.
ledger_holds() { # FOLDER
  awk -F ';' 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    '"$columns"'
    FNR == 1 { file++; next }
    { key = $1 ";" $at["year"] ";" $at["positions"] }
    file == 1 && $1 != "" { lines++; sum[key] += ore("effect_kr")
      if (ore("effect_kr") != ore("baseline_kr") - ore("measure_kr")) { print "not the difference: " $0; bad = 1 } }
    file == 2 && $at["cash_effect_kr"] != "" { rows++
      if (ore("cash_effect_kr") != sum[key] + 0) { print "the ledger gives " sum[key] ": " $0; bad = 1 }
      delete sum[key] }
    END { for (key in sum) { print "no effect: " key; bad = 1 }
      print lines + 0 " lines, " rows + 0 " effects"; exit bad || lines < 4 || rows < 4 }' "$1/ledger.csv" "$1/effects.csv"
}
check template_ledger_sums ledger_holds out/small

# From the claim, step by step, to what is modelled: every bridge adds up to the øre and ends at the effect.
bridge_closes() { # FOLDER
  awk -F ';' 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    '"$columns"'
    FNR == 1 { next }
    { key = $1 ";" $at["year"] ";" $at["claimed_basis"] ";" $at["positions"]
      before = key == last ? running : 0
      if (key != last && (last_step != "modelled" && last_step != "with_rota" && last != "" || $at["step"] != "claimed")) { print "broken: " $0; bad = 1 }
      running = $at["row_kind"] == "total" ? ore("kr") : before + ore("kr")
      if (running != ore("running_kr")) { print running " runs up to: " $0; bad = 1 }
      if ($at["row_kind"] == "total" && key == last && running != before) { print before " before: " $0; bad = 1 }
      if (key != last) bridges++
      last = key; last_step = $at["step"] }
    END { print bridges + 0 " bridges"; exit bad || !bridges || (last_step != "modelled" && last_step != "with_rota") }' "$1/bridge.csv"
}
check template_bridge_closes bridge_closes out/small

# Effects added in order are the joint effect, and singles less joint is what is counted twice, to the øre.
together_closes() { # FOLDER
  awk -F ';' 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    '"$columns"'
    FNR == 1 { file++; next }
    file == 1 { key = $at["year"] ";" $at["basis"] ";" $at["positions"]
      if ($at["in_order_kr"] == "") next
      sum[key] += ore("in_order_kr"); single[key] += ore("single_kr")
      if (sum[key] != ore("joint_kr")) { print sum[key] " in order: " $0; bad = 1 } }
    file == 2 && $at["of"] == "all" { key = $at["year"] ";" $at["basis"] ";" $at["positions"]; rows++
      if (ore("joint_kr") != sum[key] + 0 || ore("singles_kr") != single[key] + 0 ||
          ore("counted_twice_kr") != ore("singles_kr") - ore("joint_kr")) { print "not the sums: " $0; bad = 1 } }
    END { print rows + 0 " sums"; exit bad || !rows }' "$1/together.csv" "$1/joint.csv"
}
check template_together_closes together_closes out/small

# Every bridge starts at the claim, its steps add up to the øre, and it ends at the effect it explains: in the year, or
# without a year at the full-year effect.
bridge_holds() { # FOLDER LEAST
  awk -F ';' -v least="$2" 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    '"$columns"'
    FNR == 1 { file++; next }
    file == 1 && $at["effect_kr"] != "" {
      effect[$1 ";" $at["year"] ";" $at["positions"]] = ore("effect_kr")
      effect[$1 ";;" $at["positions"]] = ore("full_year_effect_kr")
      claimed[$1 ";" $at["year"]] = claimed[$1 ";"] = ore("claimed_kr") }
    file == 2 { key = $1 ";" $at["year"] ";" $at["positions"]; step = $at["step"]; steps++
      if ($at["order"] != ++order[key]) { print "out of order: " $0; bad = 1 }
      if (step == "claimed" && ore("kr") != claimed[$1 ";" $at["year"]]) { print "not the claim: " $0; bad = 1 }
      if (step == "claimed" || $at["row_kind"] == "step") sum[key] += ore("kr")
      if (ore("running_kr") != sum[key]) { print "does not add up to " sum[key] ": " $0; bad = 1 }
      if (step == "with_rota") delete open[key]
      else if (step == "modelled") { bridges++; delete open[key]
        if (ore("kr") != effect[key]) { print "not the effect " effect[key] ": " $0; bad = 1 } }
      else open[key] = 1 }
    END { for (key in open) { print "no end: " key; bad = 1 }
      print bridges + 0 " bridges, " steps + 0 " steps"; exit bad || bridges < least }' "$1/effects.csv" "$1/bridge.csv"
}
check template_bridges bridge_holds out/small 4

# No reason is larger than what it explains: the difference between the totals on either side of it. why.csv tells the
# same reasons in the same words with the same kroner. Reasons hold no semicolon, so that plain readers can part them.
reasons_hold() { # FOLDER
  awk -F ';' 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    function size(number) { return number < 0 ? -number : number }
    '"$columns"'
    FNR == 1 { file++; wide = NF; next }
    file == 1 && NF != wide { print "semicolon in a text: " $0; bad = 1 }
    file == 1 && $at["row_kind"] == "total" {
      difference = size(ore("kr") - total)
      for (i = 1; i <= steps; i++)
        if (size(step[i]) > difference) { print "larger than " difference ": " line[i]; bad = 1 }
      total = ore("kr"); steps = 0 }
    file == 1 && $at["row_kind"] == "step" { steps++; step[steps] = ore("kr"); line[steps] = $0; reasons++
      if ($at["reason"] == "") { print "no words: " $0; bad = 1 }
      told[$1 ";" $at["year"] ";" $at["positions"] ";" $at["step"] ";" $at["kr"] ";" $at["reason"]] = 1 }
    file == 2 && $at["tells"] == "difference" {
      key = $1 ";" $at["year"] ";" $at["positions"] ";" $at["limit_kind"] ";" $at["saving_kr"] ";" $at["easing"]
      if (!(key in told)) { print "not in bridge.csv: " $0; bad = 1 }
      delete told[key] }
    END { for (key in told) { print "not in why.csv: " key; bad = 1 }
      print reasons + 0 " reasons"; exit bad || !reasons }' "$1/bridge.csv" "$1/why.csv"
}
check template_reasons reasons_hold out/small

if [ -z "$rennebu" ]; then
  echo 'not run (make test-long does, or make run before the tests): the cases of rennebu-2024'
else
  rennebu_status=0
  [ -z "$rennebu_job" ] || { wait "$rennebu_job"; rennebu_status=$?; }
  rennebu_job=
  check rennebu_status test "$rennebu_status" = 0
  rennebu_cases
fi

# ---------------------------------------------------------------- the end

left_over() {
  for file in "$expected"/*; do
    [ -e "used/$(basename "$file")" ] || { echo "no case: $file"; return 1; }
  done
}
check no_expectation_left_over left_over

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
