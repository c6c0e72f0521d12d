#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a run says on a terminal of 80, 100 and 120 columns, and to a program.
#
#   tests/cli/terminal.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

typed() { # COLUMNS COMMAND: what a terminal so wide shows of standard output, in `shown`
  NO_COLOR=1 COLUMNS=$1 script -qec "$2 2>err" /dev/null </dev/null | tr -d '\r' | sed 's/…/./g' >shown
}
within() { awk -v most="$1" 'length($0) > most { print FILENAME ":" FNR ": " $0; bad = 1 } END { exit bad || !NR }' shown; }
# No line ends within "1 500 000 kr": in a digit, where the next begins with three more or what they are counted in.
whole_figures() {
  awk 'NR > 1 && last ~ /[0-9]$/ && $0 ~ /^(    )?([0-9][0-9][0-9]([^0-9]|$)|kr([^a-z]|$)|FTE|%)/ { print last; print; bad = 1 }
    { last = $0 } END { exit bad || !NR }' shown
}
shows() { cat shown; grep -Eq -- "$1" shown; }
json() { python3 -c "
import json
document = json.load(open('document'))
rows = document['scenarios'][0]['tables'] if document['scenarios'] else {}
raise SystemExit(0 if ($1) else repr(document)[:600])"; }

cp -r "$here/cases/followup_base" ward
for columns in 80 100 120; do
  typed $columns "'$binary' run --lang en -o results ward"
  check "run_within_$columns" within $columns
  check "run_whole_figures_$columns" whole_figures
  check "run_titles_$columns" shows '^M +One fewer '
  typed $columns "'$binary' run --full --lang en -o results ward"
  check "run_full_within_$columns" within $columns
  check "run_full_whole_figures_$columns" whole_figures
  typed $columns "'$binary' explain --lang en ward M"
  check "explain_within_$columns" within $columns
  check "explain_whole_figures_$columns" whole_figures
done

# Four lines below the table, in either language; with --full all that is told of M, and the sums.
four_lines() { # FIRST WORDS of each
  awk '!NF { lines = 0; next } { text[++lines] = $0 } END { for (i = 1; i <= lines; i++) print text[i] }' told >lines
  cat lines
  [ "$(wc -l <lines)" = $# ] || return 1
  local n=0 words
  for words; do
    n=$((n + 1))
    sed -n "${n}p" lines | grep -Fq -- "$words" || return 1
  done
}
"$binary" run --lang en -o results ward >told 2>err
check four_lines four_lines 'Sum 2026: claimed ' 'Claims checked: 1; not reached: 0; ' 'No measure goes below minimum staffing' \
  'Results: results/ward/report.html; '
"$binary" run --lang nb -o results ward >told 2>err
check four_lines_nb four_lines 'Sum 2026: forutsatt ' 'Forutsatte innsparinger som er kontrollert: 1; ' 'Ingen tiltak går under' \
  'Resultater: results/ward/report.html; '
"$binary" run --full --lang en -o results ward >told 2>err
check full_table_of_years grep -q '^Measure .*full year adjusted' told
check full_baseline grep -q '^Baseline 2026: ' told

# All claims of a measure: 1 000 000 kr in 2025 and 1 825 000 kr in 2026 stand in the table of the years.
cp -r "$here/cases/budget_base" years
printf 'measure;year;amount_kr;basis\nM;2025;1000000;in_year\nM;2026;1825000;in_year\n' >years/claims.csv
typed 200 "'$binary' run --lang en -o results years"
check claims_of_all_years shows '^M +1 000 000 .* 1 825 000 '

# One nurse more from 22:00 to 08:00 costs what one fewer saves: 1 277 500 + 153 300 + 127 750 + 219 755.55 = 1 778 305.55
# (see data.sh); a full year.
cp -r "$here/cases/budget_base" dearer
printf 'measure;table;where;column;change;value\nM;need;unit=w;persons;add;1\n' >dearer/edits.csv
rm -f dearer/claims.csv
typed 200 "'$binary' run --lang en -o results dearer"
check a_cost_is_said shows '^M .*; it costs 1 778 306 kr'

# The story of explain, in its order; what decides is an assumed number: 10 % more of the amount of 100 000 kr is 10 000 kr.
"$binary" explain --lang en ward M >shown 2>err
check order diff <(grep -nE '^(What changes|What it is worth|What breaks|Which posts|What it would take|Which assumption)' shown |
  sed 's/^[0-9]*://') <(printf '%s\n' 'What changes' 'What it is worth (kroner saved)' 'What breaks' \
  'Which posts must go, and by when' 'Which assumption decides')
# A file has no width: every row of a table and every sentence is one line of it.
check whole_lines grep -Eq '^- Found: .* if positions are kept, .* if they are adjusted .*[.]$|^Claimed: .*[.]$' shown

# Progress on a terminal while the table goes into a file.
script -qec "'$binary' run --lang en -o results ward >told" /dev/null </dev/null >progress
check progress_is_shown grep -q '1/' progress
check told_whole grep -q '^Results: ' told

# For programs: one document, numbers as numbers, the same whatever the language; nothing else on standard output.
"$binary" run --lang nb --json -o results ward years >document 2>err
check json_read json 'document["format"] == 1 and document["status"] == 0'
check json_scenarios json '[s["name"] for s in document["scenarios"]] == ["ward", "years"]'
check json_numbers json '[r["kept_kr"] for r in rows["overview"] if r["measure"] == "M"] == [1778305.55]'
check json_codes json 'rows["effects"][0]["positions"] == "kept" and rows["effects"][0]["year"] == "2025"'
check json_blank json 'rows["overview"][0]["chance_kept"] is None'
"$binary" run --json -o results nowhere >document 2>err
check json_of_nothing json 'document["status"] == 3 and document["scenarios"] == []'
finish
