# SPDX-License-Identifier: GPL-3.0-or-later
# Read by run.sh: the same input gives the same bytes, whatever else happens.

# ---------------------------------------------------------------- same input, same bytes

check same_bytes_again status_is 0 rotacost run -q -o again plain
check same_bytes diff -r plains again

# However many work at a time; and beside others of one command.
in_jobs() { # JOBS
  rm -rf jobs
  rotacost run -q -j "$1" -o jobs brief && diff -r briefs jobs
}
check same_bytes_j1 in_jobs 1
check_long same_bytes_j7 in_jobs 7
check_long same_bytes_j2 in_jobs 2
same_bytes_shipped() { # a scenario of several units and measures
  for jobs in 1 2 7; do
    rotacost run -q -j $jobs -o "shipped_$jobs" "$scenarios/kongsvinger-2012" || return 1
  done
  diff -r shipped_1 shipped_2 && diff -r shipped_1 shipped_7
}
check_long same_bytes_shipped same_bytes_shipped
verbose_lines() { # whole lines alone, as many as models solved
  rotacost run -j 7 -v -o verbose brief 2>told >/dev/null || return 1
  awk '/^[a-z_]+ [0-9]+ (baseline|measure) (kept|adjusted): [0-9]+ week types, .* s(, short of staff)?$/ { lines++; next }
    /^brief: [0-9]+ models solved/ { solved = $2; next } { print "no line: " $0; bad = 1 }
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
check_long little_memory little_memory
ended_from_outside() { # SIGNAL to the run itself: its children go with it, and no file is left
  local status=0 run child
  rm -rf results_of_ended
  # Under nohup a program keeps ignoring HUP, as it should.
  env --default-signal=HUP "$(command -v rotacost)" run -q -j 2 -o results_of_ended struck </dev/null &
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
check_long same_bytes_elsewhere elsewhere "${norwegian:-C.UTF-8}" Pacific/Kiritimati
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
check_long rows_swapped_groups rows_swapped groups
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
without_hashes() { grep -vE '[0-9a-f]{64}' "$1/details.html"; }
norwegian_headers() { # FOLDER RESULTS: those of the scenario with English headers
  rm -rf out_norwegian
  in_norwegian "$1" && ! grep -qE '^(\xEF\xBB\xBF)?(unit|measure|setting|category|rate|supplement);' "$1"/*.csv &&
    rotacost run -q --lang en -o out_norwegian "$1" || return 1
  made=out_norwegian/$(basename "$1")
  diff -r -x evidence.json -x datapackage.json -x details.html -x report.xlsx -x results.sha256 "$2" "$made" &&
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
  diff -r -x evidence.json -x datapackage.json -x 'report.*' -x details.html -x results.sha256 "$1" "$2"
}
rfc4180() {
  rm -rf wanted && mkdir wanted && in_dialect , . '' $'\r' , &&
    rotacost run -q --csv rfc4180 -o out_rfc plain && same_tables wanted out_rfc/plain &&
    for file in evidence.json report.html details.html report.xlsx; do cmp "plains/plain/$file" "out_rfc/plain/$file" || return 1; done
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
check_long dialect_comma_point dialect '/^\(\xEF\xBB\xBF\)\?#/!{s/\([0-9]\),\([0-9]\)/\1.\2/g; s/[^;]*,[^;]*/"&"/g; s/;/,/g}; s/^decimal,comma/decimal,point/' \
  , . "$mark"
check_long dialect_comma_comma dialect '/^\(\xEF\xBB\xBF\)\?#/!{s/[^;]*,[^;]*/"&"/g; s/;/,/g}' , , "$mark"
check_long dialect_no_mark dialect '1s/^\xEF\xBB\xBF//' ';' ,
check_long dialect_crlf dialect 's/$/\r/' ';' , "$mark"

windows_1252() {
  base=plain patched western settings.csv '1s/^\xEF\xBB\xBF//; s/Small ward/Liten bl\xE5 avdeling \x80/' &&
    rotacost run -o out_western western | grep -q '^Liten blå avdeling € (example), Eksempel, '
}
check windows_1252 windows_1252
