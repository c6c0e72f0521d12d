#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Scenarios in workbooks, and CSV files as spreadsheets leave them, through the command line.
#
#   tests/cli/workbooks.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

ended() { echo "status $status, $1 wanted" && cat err && [ "$status" = "$1" ]; }
complains() { cat err && grep -Fq -- "$1" err; }
says() { cat out && grep -Fq -- "$1" out; }
run() { # ARGUMENTS...
  status=0
  timeout 300 "$binary" "$@" --lang en >out 2>err || status=$?
}
checked() { run check "$1"; }
# Every result but what tells of the input's own bytes.
same_results() { diff -r -x evidence.json -x datapackage.json -x details.html -x report.xlsx -x results.sha256 "$1" "$2"; }
fresh() { # an example to change, in `case`
  rm -rf case
  "$binary" new --lang en case >out
}
small() { # a scenario without shared tables, solved in a moment
  rm -rf case
  cp -r "$here/cases/split_day" case
}

# ---------------------------------------------------------------- a workbook

run new ward.xlsx
check new_writes_it ended 0
check new_says_what_next says 'rotacost check ward.xlsx'
checked ward.xlsx
check new_is_good says 'ward.xlsx: good'
run new ward.xlsx
check new_keeps_what_is_there ended 2
check new_says_it_is_there complains 'ward.xlsx is there already'
run new again.xlsx
mv again.xlsx other.xlsx
run new again.xlsx
check new_same_bytes cmp again.xlsx other.xlsx
"$binary" new --lang nb norsk.xlsx >out
checked norsk.xlsx
check new_in_norwegian_is_good says 'norsk.xlsx: good'
run new folder --from "$here/cases/split_day"
check from_wants_a_workbook ended 2
run new none.xlsx --from "$here/cases/no_such"
check from_nothing ended 3
check from_nothing_leaves_nothing [ ! -e none.xlsx ]
check from_nothing_leaves_no_part [ ! -e none.xlsx.part ]

small
run new split.xlsx --from case
check from_a_scenario ended 0
run run --csv rfc4180 -q -o results case
run run --csv rfc4180 -q -o results split.xlsx
check workbook_runs ended 0
check workbook_same_results same_results results/case results/split
# What is assumed stands in tables that name their rows: the same names for a sheet as for its file.
cp -r "$here/cases/chance_ward" assumed
run new assumed_book.xlsx --from assumed
run run --csv rfc4180 -q --draws 20 --input-draws 3 -o results assumed
run run --csv rfc4180 -q --draws 20 --input-draws 3 -o results assumed_book.xlsx
check workbook_same_assumptions cmp results/assumed/assumptions.csv results/assumed_book/assumptions.csv
check workbook_same_drivers cmp results/assumed/drivers.csv results/assumed_book/drivers.csv
check some_are_assumed grep -q ',rates.csv,' results/assumed/assumptions.csv
check workbook_is_named grep -Fq '"file": "split.xlsx"' results/split/evidence.json
# The folder of shared tables is found from where the workbook lies.
mkdir -p below
run new below/shared.xlsx --from "$scenarios/new-record-system"
checked below/shared.xlsx
check shared_tables_are_found says 'below/shared.xlsx: good'

# Tables side by side: one in a workbook of its own, the others in files.
small
mkdir one
cp case/*.csv one/
rm one/groups.csv
cp split.xlsx one/anything.xlsx
checked one
check tables_twice ended 3
check tables_twice_are_named complains 'one/need.csv: the same table as one/anything.xlsx: need: keep one of them'
rm -rf one

# ---------------------------------------------------------------- what is no table

small
cp case/groups.csv case/groups.xlsx # a CSV file under the name of a workbook
rm case/groups.csv
checked case
check table_as_xlsx ended 3
check table_as_xlsx_is_named complains 'case/groups.xlsx: no workbook, whatever its name says'
check table_as_xlsx_says_one_thing [ "$(wc -l <err)" = 2 ]
small
mv case/groups.csv case/gruops.csv
checked case
check nearly_a_table ended 3
check nearly_a_table_is_named complains 'case/gruops.csv: no such table: the nearest is `groups.csv`'
small
mv case/groups.csv case/grupper.csv
mv case/need.csv case/BEHOV.CSV
run run --csv rfc4180 -q -o norwegian case
check norwegian_file_names ended 0
check norwegian_file_names_same_results same_results results/case norwegian/case
small
: >'case/~$groups.xlsx'
: >case/.~lock.groups.csv#
echo notes >case/notes.txt
checked case
check open_in_a_spreadsheet ended 0
small
cp case/groups.csv case/groups.xls
checked case
check old_kind complains 'case/groups.xls: cannot be read: save it as .csv, .xlsx or .ods'
checked missing.xlsx
check missing_workbook complains 'missing.xlsx: no such file'
head -c 2000 split.xlsx >cut.xlsx
checked cut.xlsx
check cut_workbook ended 3

# ---------------------------------------------------------------- files as spreadsheets leave them

small
for file in case/*.csv; do
  { printf 'sep=;\r\n'; cat "$file"; } >whole && mv whole "$file"
done
run run --csv rfc4180 -q -o separators case
check line_of_separators ended 0
small
{ printf 'People of 2024;;\r\nas of 1 March, all of them\r\n'; cat case/groups.csv; } >whole && mv whole case/groups.csv
run run --csv rfc4180 -q -o titled case
check title_above_the_header ended 0
check title_above_the_header_is_told_nothing bash -c "! grep groups.csv err"

typed() { # WHAT FILE FROM TO: the first FROM of the file is TO; it is read and means the same
  small
  sed -i "0,/$3/s//$4/" "case/$2"
  check "$1_is_typed" bash -c "! cmp -s 'case/$2' '$here/cases/split_day/$2'"
  run run --csv rfc4180 -q -o typed case
  check "$1" ended 0
  check "$1_means_the_same" same_results results/case typed/case
}
pay=$(awk -F';' '!/^(\xef\xbb\xbf)?#/ && $3 ~ /^[0-9]+$/ { print $3; exit }' "$here/cases/split_day/pay.csv")
typed kroner_with_a_dash pay.csv "$pay" "$pay,-"
typed kroner_with_kr pay.csv "$pay" "$pay kr"
typed kroner_after_kr pay.csv "$pay" "kr $pay"
typed time_with_a_point shifts.csv '13:00' '13.00'
typed time_without_a_sign shifts.csv '13:00' '1300'
typed time_of_half_a_day shifts.csv '13:00' '1:00 PM'

refused() { # WHAT FILE FROM TO MESSAGE
  small
  sed -i "0,/$3/s//$4/" "case/$2"
  checked case
  check "$1" ended 3
  check "$1_is_told" complains "$5"
}
refused day_for_a_number pay.csv "$pay" '22. mai' 'the spreadsheet made a day of what was typed'
refused percentage_for_kroner pay.csv "$pay" '5 %' 'a percentage without a base where kroner are wanted'
refused part_of_a_day shifts.csv '13:00' '0.5416' 'a part of a day, as a spreadsheet keeps times'

finish
