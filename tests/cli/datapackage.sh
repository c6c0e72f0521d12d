#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# datapackage.json beside every result: it is held against the files it describes, byte by byte and cell by cell.
#
#   tests/cli/datapackage.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

described() { python3 "$here/datapackage.py" "$1"; }
tells() { grep -F -- "$2" "results/$1/datapackage.json"; }
fails() { ! "$@"; }

# In Norwegian, with semicolons and decimal commas, the rows of the example; its measures touch most tables.
"$binary" new --lang nb Ward_Ø >out
"$binary" run -q --lang nb -o results Ward_Ø 2>err
check norwegian described results/Ward_Ø
check norwegian_name tells Ward_Ø '"name": "ward_--"'
check norwegian_language tells Ward_Ø '"language": "nb"'
check norwegian_decimal tells Ward_Ø '"decimalChar": ","'
check norwegian_title tells Ward_Ø '"title": "Helårsvirkning'
check listed grep -q '  datapackage.json$' results/Ward_Ø/results.sha256

# The check finds what does not hold: a cell that is no number, a byte more, a file that nobody described.
cp -r results/Ward_Ø broken
awk -F';' -v OFS=';' 'NR == 2 { $6 = "about " $6 } 1' results/Ward_Ø/effects.csv >broken/effects.csv
check finds_a_cell fails described broken
cell_is_named() { described broken | grep -F "effects row 2 effect_kr number 'about"; }
check finds_the_cell cell_is_named
cp results/Ward_Ø/effects.csv broken
check whole_again described broken
cp broken/shifts.csv broken/more.csv
check finds_a_file fails described broken

# Commas, points, CRLF; a fiscal year is no calendar year, and has no type of its own.
"$binary" run -q --lang en --csv rfc4180 -o results "$here/cases/fiscal_april" 2>err
check english described results/fiscal_april
check english_years tells fiscal_april '"pattern": "[0-9]{4}/[0-9]{2}"'
"$binary" run -q --lang en --csv rfc4180 -o results "$here/cases/night_post" 2>err
check calendar_years tells night_post '"type": "year"'

# A rota is a table of scenarios, and described as such.
"$binary" rota --lang en --csv rfc4180 -o results "$here/cases/rota_base" >out 2>err
check rota described results/rota_base-rota
check rota_meaning tells rota_base-rota '"description": "week of the rota'

finish
