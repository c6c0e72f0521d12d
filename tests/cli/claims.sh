#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A council paper's table into a scenario and back: shapes of table as papers print them, each with its kroner worked by hand.
#
#   tests/cli/claims.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

ended() { echo "status $status, $1 wanted" && cat err && [ "$status" = "$1" ]; }
complains() { cat err && grep -Fq -- "$1" err; }
complains_not() { cat err && ! grep -Fq -- "$1" err; }
says() { cat out && grep -Fq -- "$1" out; }
claims() { # ARGUMENTS...: in English unless they say otherwise
  status=0
  timeout 300 "$binary" claims "$@" >out 2>err || status=$?
}
# A ward with no measure yet. Four years, decimal point, comma between cells.
fresh() {
  rm -rf case
  cp -r "$here/cases/uncovered_supported" case
  rm -f case/measures.csv case/claims.csv case/edits.csv case/amounts.csv
  sed -i 's/^first_year.*/first_year,2025,/; s/^last_year.*/last_year,2028,/' case/settings.csv
}
load() { # FILE ARGUMENTS...: into a fresh scenario
  fresh
  claims "$1" --into case --lang en "${@:2}"
}
has() { # TABLE LINE: a line that begins so
  cat "case/$1.csv" && grep -q -- "^$2" "case/$1.csv"
}
lacks() { cat "case/$1.csv" && ! grep -q -- "$2" "case/$1.csv"; }
rows() { # TABLE COUNT: below the header
  wc -l "case/$1.csv" && [ "$(wc -l <"case/$1.csv")" = $(($2 + 1)) ]
}

# ---------------------------------------------------------------- 1000 kr, minus for savings, headings, sums between

# 1 500 000 kr is -1 500 in 1000 kr; (250) is 250 000 kr; "-" is nothing. Sums: -1500 - 400 + 300 = -1600, then -250;
# together -1850, and from 2026 -1500 - 400 = -1900 and -500, together -2400, of which one is misprinted as -2 500.
cat >plan.csv <<'END'
Økonomiplan 2025-2028, innsparingstiltak i helse og omsorg;;;;;;
;;Tall i 1000 kr;;;;
Nr;Tiltak;Budsjett 2025;2026;2027;2028;2025-2028
;Sykehjemmet;;;;;
1;Reduksjon 1 nattevakt*;-1 500;-1 500;-1 500;-1 500;-6 000
2;Økte inntekter oppholdsbetaling;-400;-400;-400;-400;-1 600
3;Prosjekt velferdsteknologi (engangs);300;-;-;-;300
;Sum sykehjemmet;-1 600;-1 900;-1 900;-1 900;-7 300
;Hjemmetjenesten;;;;;
4;Reduserte innkjøp 1);(250);(500);(500);(500);(1 750)
5;Avklares senere;ikke beregnet;;;;
;Herav medisinsk utstyr;-100;;;;-100
;Sum hjemmetjenesten;-250;-500;-500;-500;-1 750
;Totalt;-1 850;-2 400;-2 400;-2 500;-9 150
* Forutsetter hvilende nattevakt
END
load plan.csv
check thousands_load ended 0
check thousands_unit says 'amounts in 1000 kr (Tall i 1000 kr)'
check thousands_sign says 'A saving has a minus'
check thousands_night has claims 'reduksjon_1_nattevakt,2025,1500000,in_year,,plan.csv!C5'
check thousands_cost has claims 'prosjekt_velferdsteknologi,2025,-300000,'
check thousands_parentheses has claims 'reduserte_innkjøp,2026,500000,'
check thousands_rows rows claims 17
check thousands_nothing lacks claims 'prosjekt_velferdsteknologi,2026'
check thousands_printed_sum has claims ',2028,2500000,in_year,,plan.csv!F14'
check thousands_unit_of_heading has measures 'reduserte_innkjøp,Reduserte innkjøp,Hjemmetjenesten,,amount,2025-01-01,,plan.csv!B10'
check thousands_rota has measures 'reduksjon_1_nattevakt,Reduksjon 1 nattevakt,Sykehjemmet,,rota,'
check thousands_rota_is_no_amount lacks amounts reduksjon_1_nattevakt
check thousands_income has amounts 'økte_inntekter,income,400000,2025-01-01,,months,plan.csv!C6'
check thousands_once has amounts 'prosjekt_velferdsteknologi,other,-300000,2025-01-01,,once,'
# 250 000 in 2025 alone, then 500 000 a year.
check thousands_first_year has amounts 'reduserte_innkjøp,purchases,250000,2025-01-01,2025-12-31,months,'
check thousands_from_then has amounts 'reduserte_innkjøp,purchases,500000,2026-01-01,,months,'
check thousands_wrong_sum complains 'plan.csv!F14: warning: "-2500": does not add up: F5 to F10 make -2400, and the difference is -100'
check thousands_good_sums complains_not '!F8'
check thousands_unknown complains 'plan.csv!B11: warning: "Avklares senere": not taken: no amount, but a text under a year'
check thousands_part complains 'plan.csv!B12: warning: "Herav medisinsk utstyr": not taken: a part of another row'
status=0
"$binary" check case --lang en >out 2>err || status=$?
check thousands_is_read ended 0
# A second time nothing is added; what is there keeps every byte.
cp -r case before
claims plan.csv --into case --lang en
check again_says says 'claims that it has already: 17'
check again_same diff -r before case
rm -rf before
load plan.csv --strict
check strict_refuses ended 3
check strict_writes_nothing [ ! -e case/claims.csv ]

# ---------------------------------------------------------------- other shapes

# English export: comma as thousands in quotes, FTE, the sum of all first, sums of departments first and without a word for it.
cat >english.csv <<'END'
"Ansvar","Tiltak","Årsverk",2025,2026,2027,2028,"Merknad"
"SUM ALLE TILTAK",,,"-1,400,000","-2,100,000","-2,100,000","-2,100,000",
"Helse og omsorg",,,"-1,000,000","-1,500,000","-1,500,000","-1,500,000",
3700,"Natt: en vakt mindre, Solbakken","1.9","-750,000","-1,250,000","-1,250,000","-1,250,000","Fra 1.5.2025"
3710,"Leasing av biler",,"-250,000","-250,000","-250,000","-250,000",
"Oppvekst",,,"-400,000","-600,000","-600,000","-600,000",
2100,"SFO, økt foreldrebetaling",,"-300,000","-400,000","-400,000","-400,000",
2200,"Færre vikarer",,"-100,000","-200,000","-200,000","-200,000",
END
load english.csv
check silent_sums says 'Rows of measures: 4. Sums: 3, of which 3 add up.'
check silent_sums_fte has claims 'natt_en_vakt_mindre_solbakken,2025,750000,in_year,1.9,english.csv!D4'
check silent_sums_unit has measures 'leasing_av_biler,Leasing av biler,Helse og omsorg,3710,'
check silent_sums_no_measure lacks measures 'oppvekst,'

# Millions with a comma and U+2212, between tabs. -1.5 - 3 = -4.5 and -2.25 - 3 = -5.25, printed as -5,2 and -5,3.
printf '%s\n' $'Tiltak 2025–2028 (mill. kr)\t2025\t2026\t2027\t2028' $'Redusert vikarbruk\t−1,5\t−2,25\t−2,25\t−2,25' \
  $'Eiendomsskatt\t−3\t−3\t−3\t−3' $'I alt\t−4,5\t−5,2\t−5,3\t−5,2' >millions.csv
load millions.csv
check millions_amount has claims 'redusert_vikarbruk,2026,2250000,in_year,,millions.csv!C2'
check millions_rounding complains 'millions.csv!C4: warning: "-5.2": does not add up: C2 to C3 make -5.25; rounded amounts may explain it'

# A row of units, and points as thousands, which only the sum tells: 1200 + 300 = 1500, while 1.2 + 300 is not 1.5.
printf '%s\n' 'Kutt;2025;2026' ';1000 kr;1000 kr' 'Kutt i kurs;1.200;1.200' 'Kutt i reiser;300;300' 'Til sammen;1.500;1.500' >points.csv
load points.csv
check points_by_the_sum has claims 'kutt_i_kurs,2025,1200000,'
sed -i '$d' points.csv
load points.csv
check points_are_asked ended 3
check points_name_the_cell complains 'points.csv!B3: "1.200": thousands or decimals?'

# Whole kroner with kr and ,-; years as spreadsheets print thousands; a sum without a word; names of persons stay out.
cat >kroner.csv <<'END'
Innsparing;2 025;2 026;Ansvarlig
Salg av sykehjemsplasser;1 300 000,-;1 300 000,-;Kari Nordmann
Avtale sagt opp;kr 500 000;kr 265 000;Ola
;1 800 000;1 565 000;
END
load kroner.csv
check kroner_amount has claims 'avtale_sagt_opp,2026,265000,'
check kroner_sum has claims ',2025,1800000,'
check kroner_no_persons lacks measures 'Kari\|Ola'

# Two tables below each other, and a sum of both: costs in the second. Signs differ, so that the user is asked.
cat >two.csv <<'END'
Measure;Budget 2025;2026
In 1000 kr;;
Night posts;(1 200);(1 200)
Fees;(300);(300)
Total;(1 500);(1 500)
Reserves;Budget 2025;2026
More training;100;100
Total;100;100
Grand total;(1 400);(1 400)
END
load two.csv
check signs_are_asked complains 'two.csv: B3 has a minus, B7 has none: which are savings?'
check signs_write_nothing [ ! -e case/measures.csv ]
load two.csv --savings-are negative
check two_tables says 'Rows of measures: 3. Sums: 3, of which 3 add up.'
check two_tables_cost has claims 'more_training,2026,-100000,'
check two_tables_total has claims ',2025,1400000,in_year,,two.csv!B9'

# A minus behind, as some systems export; amounts that look like years; a mark in front of a column that does not count.
cat >behind.csv <<'END'
Tiltak (i hele tusen kroner);#2024;2025;2026
Bemanning natt;9;2 024-;2 025-
Matkjøp;9;250-;500-
END
load behind.csv
check behind_amount has claims 'bemanning_natt,2026,2025000,'
check behind_no_other_year lacks claims ',2024,'

# What cannot be told is asked about, with the cell.
printf 'Tiltak;2025\nKutt i kurs;-200\nKutt i mat;-300\n' >unsaid.csv
load unsaid.csv
check unit_is_asked complains 'unsaid.csv: in kroner or in 1000 kr?'
load unsaid.csv --claims-in "1000 kr"
check unit_as_said has claims 'kutt_i_mat,2025,300000,'
printf 'Tiltak i 1000 kr;2025\nHelse;-500\nKutt i kurs;-200\nKutt i mat;-300\nKutt i bil;-700\n' >open.csv
load open.csv
check silent_sum_is_asked complains 'open.csv!A2: "Helse": its amounts are those of rows 3 to 4 added up'
printf 'Tiltak i 1000 kr;2025;Budsjett 2025\nKutt i kurs;-200;-100\n' >twice.csv
load twice.csv
check year_twice complains 'twice.csv!C1: "Budsjett 2025": the same year as B1'
printf 'Tiltak i 1000 kr;Beløp\nKutt i kurs;-200\n' >no_year.csv
load no_year.csv
check no_year complains 'no_year.csv: no table headed by years'
printf 'Tiltak i 1000 kr;2025;2031\nKutt i kurs;-200;-300\n' >later.csv
load later.csv
check year_beyond complains 'later.csv: warning: "2031": no year of the scenario, and not taken'
check year_beyond_rest has claims 'kutt_i_kurs,2025,200000,'

# ---------------------------------------------------------------- half of a claim is no claim

# Expenditure and income under one merged year: 500 000 saved and 200 000 of income lost are 300 000, never 500 000.
printf '%s\n' 'Tiltak;2025;;2026;' ';Utgift;Inntekt;Utgift;Inntekt' 'Nattevakt;-500000;200000;-1000000;400000' >beside.csv
load beside.csv
check beside_is_asked ended 3
check beside_names_cells complains 'beside.csv!C3: "200000": an amount under no year'
check beside_every_column complains 'beside.csv!E3: "400000": an amount under no year'
sed -i '1s/.*/Tiltak;2025;#;2026;#/' beside.csv
load beside.csv
check beside_marked has claims 'nattevakt,2025,500000,'
# Letters O for noughts, and what is left of a formula; a text without digits only leaves its year out.
printf '%s\n' 'Tiltak;2025;2026' 'Nattevakt;-5OO OOO;-1000000' 'Helg;-200000;#REF!' 'Mat;ikke beregnet;-300000' >letters.csv
load letters.csv
check letters_refused ended 3
check letters_cell complains 'letters.csv!B2: "-5OO OOO": no amount, under a year'
check letters_broken complains 'letters.csv!C3: "#REF!": no amount, under a year'
check letters_words complains 'letters.csv!B4: warning: "ikke beregnet": not taken'
# Where none of a year can be read, the year is not passed over.
printf '%s\n' 'Tiltak;2025;2026' 'Nattevakt;-5OO OOO;-1000000' 'Helg;ca. 100 000;-200000' >none.csv
load none.csv
check none_is_asked complains 'none.csv!B1: "2025": no amount under this year can be read'
# A unit over each year: the same one, or none is taken.
printf '%s\n' 'Tiltak;2025 (1000 kr);2026 (1 000 kr)' 'Nattevakt;-500;-1000' >units.csv
load units.csv
check unit_by_year has claims 'nattevakt,2025,500000,'
sed -i '1s/(1 000 kr)/(kr)/' units.csv
load units.csv --claims-in kr
check unit_by_year_differs complains 'units.csv!C1: "2026 (kr)": another unit than in B1'
check unit_by_year_writes_nothing [ ! -e case/claims.csv ]
# What is left out is told: the effect of a whole year, FTE of further years.
printf '%s\n' 'Tiltak;Årsverk 2025;2025;Årsverk 2026;2026;Helårsvirkning' 'Nattevakt;-1,0;-500000;-1,9;-900000;-1500000' >whole.csv
load whole.csv --claims-in kr
check whole_fte has claims 'nattevakt,2025,500000,in_year,1,'
check whole_fte_of_others complains 'whole.csv!D1: warning: "Årsverk 2026": not taken: FTE are read from their first column only'
check whole_year complains 'whole.csv!F2: warning: "Helårsvirkning": not taken: the amounts of this column stand under no year'
check whole_is_no_source lacks measures '1 500 000\|1500000'
# Of FTE what is no number is told: words around it, a fifth decimal. A text without digits says nothing.
printf '%s\n' 'Tiltak;Årsverk;2025' 'Nattevakt;ca. 1,5;-500000' 'Helg;0,12345;-200000' 'Mat;-2,0;-310000' 'Bil;ingen;-100000' >fte.csv
load fte.csv --claims-in kr
check fte_words complains 'fte.csv!B2: warning: "ca. 1,5": not taken: no number of FTE'
check fte_decimals complains 'fte.csv!B3: warning: "0,12345": not taken: no number of FTE'
check fte_number has claims 'mat,2025,310000,in_year,2,'
check fte_none complains_not 'fte.csv!B5'
# A column is asked about once, and not where its head begins with #, though words follow.
printf '%s\n' 'Tiltak;2025;' 'Nattevakt;-500000;200000' 'Helg;-300000;100000' >once.csv
load once.csv
check once_first complains 'once.csv!C2: "200000": an amount under no year'
check once_only complains_not 'once.csv!C3'
sed -i '1s/.*/Tiltak;2025;# inntekt/' once.csv
load once.csv --claims-in kr
check once_marked has claims 'helg,2025,300000,'
check once_marked_not complains_not 'once.csv!C'
# A year of which every cell says in words that there is none is no year that cannot be read.
printf '%s\n' 'Tiltak;2025;2026' 'Nattevakt;-500000;ikke beregnet' 'Helg;-200000;ikke beregnet' >words.csv
load words.csv --claims-in kr
check words_taken has claims 'helg,2025,200000,'
check words_only complains_not 'no amount under this year'
# A second table has a header of its own: below its blank cell the amounts belong to the year beside.
printf '%s\n' 'Helse;2025;2026;Merknad' 'Nattevakt;-500000;-500000;enig' ';;;' 'Skole;2025;2026;' 'Helg;-300000;-300000;100000' >second.csv
load second.csv
check second_header complains 'second.csv!D5: "100000": an amount under no year'
# With one year it is a header where its first cell is that of the first, or empty; else it is asked about: it would be a claim of 2025 kr.
printf '%s\n' 'Helse;2025' 'Nattevakt;-500000' ';' 'Skole;2025' 'Helg;-300000' >one_year.csv
load one_year.csv --claims-in kr --savings-are negative
check year_again_asked ended 3
check year_again_cell complains 'one_year.csv!B4: "2025": a year again, below the same year'
sed -i 's/Skole;2025/Skole;2 025/' one_year.csv
load one_year.csv --claims-in kr --savings-are negative
check year_again_amount has claims 'skole,2025,-2025,'
sed -i 's/Skole;2 025/Helse;2025/' one_year.csv
load one_year.csv --claims-in kr --savings-are negative
check year_again_header [ "$(grep -c ,2025, case/claims.csv)" = 2 ]
# The table says how its years are meant, and the scenario another.
printf '%s\n' 'Tiltak, endring fra året før (1000 kr);2025;2026' 'Nattevakt;-500;-500' >added.csv
load added.csv
check added_is_told complains "added.csv: warning: \"Tiltak, endring fra året før (1000 kr)\": by this text a year's amount is added"

# ---------------------------------------------------------------- into tables that are there

# Columns in another order and in Norwegian, Windows-1252, line ends of Windows, no line end at the end; savings in 1000 kr
# with a minus; columns that are increments: 250 000 in 2025 and 250 000 more in 2026.
fresh
sed -i 's/^decimal.*/decimal,comma,/; s/^zone/claims_in,1000 kr,\nsavings_are,negative,\nclaims_are,incremental,\nzone/' case/settings.csv
sed -i 's/37\.5/"37,5"/' case/categories.csv
printf 'tittel;tiltak;art;enhet;kilde;start;note;ansvar\r\nKutt i k\xf8yreb\xf8ker;old;amount;;x;2025-01-01;;' >case/measures.csv
cp case/measures.csv was.csv
printf 'Tiltak i 1000 kr;2025;2026\nReduserte innkjøp av frø;-250;-250,5\nKutt i køyrebøker;-10;\n' >more.csv
claims more.csv --into case --lang en
check append_done ended 0
check append_keeps_bytes cmp -n "$(wc -c <was.csv)" was.csv case/measures.csv
check append_in_their_columns grep -aq $'^Reduserte innkj\xf8p av fr\xf8;reduserte_innkj\xf8p_av_fr\xf8;amount;;more.csv!A2;2025-01-01;;\r$' case/measures.csv
check append_in_its_unit has claims 'reduserte_innkjøp_av_frø,2026,"-250,5",'
check append_increments has amounts 'reduserte_innkjøp_av_frø,purchases,-250,2025-01-01,,months,'
check append_to_known has claims 'old,2025,-10,'
check append_known_once says 'Measures that the scenario has already: 1'
fresh
printf 'measure,title,nature,start,source\nold,Kutt i mat,amount,2025-01-01,x\n' >case/measures.csv
printf 'measure,year,amount_kr,source\nold,2025,250000,x\n' >case/claims.csv
claims unsaid.csv --into case --claims-in "1000 kr" --lang en
check differs_is_told complains 'unsaid.csv!B3: warning: "Kutt i mat": 300000 here, but 250000 on line 2 of case/claims.csv, which stays'
fresh
printf 'measure,year,amount_kr,note\n' >case/claims.csv
claims unsaid.csv --into case --claims-in "1000 kr" --lang en
check no_place_for_the_trace complains 'column `source` is missing'

# ---------------------------------------------------------------- and back

# The ward of verdicts.sh: without its agency 5 710 hours stand empty, so that nothing of the 1 770 000 kr is saved.
fresh
sed -i 's/^first_year.*/first_year,2026,/; s/^last_year.*/last_year,2026,/' case/settings.csv
printf '%s\r\n' 'Tiltak, innsparing i 1000 kr;2026;Merknad' '"No agency ""at all"", 1 vakt";-1 770;' 'Salg av plasser;-300;' 'Sum;-2 070;' \
  'Ukjent;?;' >paper.csv
claims paper.csv --into case --lang en
check back_loaded ended 0
printf 'measure,table,where,column,change,value\nno_agency_at_all_1_vakt,sources,code=ag,hours_per_week,set,0\n' >case/edits.csv
claims paper.csv --into case --back told.csv --lang en
check back_done ended 0
check back_verdict grep -Fq 'No agency ""at all"", 1 vakt";-1 770;;not reached;0;0;' told.csv
check back_sentence grep -Fq 'The paper expects to save 1 770 000 kr in 2026; by the calculation nothing is saved; the saving is not reached; some shifts are then left without staff.' <(sed 's/\xc2\xa0/ /g' told.csv)
check back_taken_over grep -Fq 'Salg av plasser;-300;;not checked, taken from the paper;;;' told.csv
# Every byte of the source stands in front of what is added.
untouched() {
  paste -d '\n' <(tr -d '\r' <paper.csv) <(tr -d '\r' <told.csv) | while IFS= read -r source && IFS= read -r told; do
    [ "${told:0:${#source}}" = "$source" ] || { echo "$told" && return 1; }
  done
}
check back_untouched untouched
check back_line_ends [ "$(grep -c $'\r$' told.csv)" = 5 ]
claims paper.csv --into case --back told.csv --lang en
check back_never_over_a_file ended 2
claims paper.csv --into case --back told.xlsx --lang nb
check back_workbook ended 0
# The workbook is a table again, with the same cells, and gives the same verdicts.
claims told.xlsx --into case --back again.csv --lang en
check back_read_again ended 0
check back_same_cells diff <(cut -d ';' -f 1-2 paper.csv | tr -d '\r') <(cut -d ';' -f 1-2 again.csv)
# At most 60 words, those within numbers too, in both languages.
short_sentences() {
  local text
  sed 's/\xc2\xa0/ /g' "$1" | grep -o '[^;"]*\(expects\|regner med\)[^"]*' | while read -r text; do
    [ "$(wc -w <<<"$text")" -le 60 ] || { echo "$text" && return 1; }
  done
}
check sentences_short short_sentences told.csv
claims paper.csv --into case --back norsk.csv --lang nb
check sentences_norwegian grep -q 'Saken regner med' norsk.csv
check sentences_short_norwegian short_sentences norsk.csv

# Typed cells, merged and blank ones, a title above, a hidden sheet: a workbook as it is saved.
python=$(command -v python3)
typed() {
  "$python" - <<'END'
import zipfile
rows = [(1, [("A", "s", "Tiltak i helse")]), (3, [("B", "s", "Beløp i 1000 kr")]), (4, [("A", "s", "Innsparing"), ("B", "n", "2026"), ("C", "s", "Årsverk")]),
        (6, [("A", "s", "Salg av plasser"), ("B", "n", "-300.5"), ("C", "n", "0.4")]), (7, [("A", "s", "Fell i pris"), ("B", "n", "-1E2")]),
        (9, [("A", "s", "Sum"), ("B", "f", "-400.5")])]
def cell(row, c):
    column, kind, text = c
    if kind == "s":
        return f'<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
    return f'<c r="{column}{row}">{"<f>SUM(B6:B7)</f>" if kind == "f" else ""}<v>{text}</v></c>'
data = "".join(f'<row r="{r}">{"".join(cell(r, c) for c in cells)}</row>' for r, cells in rows)
main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
with zipfile.ZipFile("typed.xlsx", "w") as z:
    z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
    z.writestr("_rels/.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    z.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="Tiltak 1" sheetId="1" r:id="r1"/></sheets></workbook>')
    z.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
    z.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>')
END
}
if [ -n "$python" ]; then
  typed
  load typed.xlsx
  check typed_load ended 0
  check typed_decimal has claims 'salg_av_plasser,2026,300500,in_year,0.4,typed.xlsx: Tiltak 1!B6'
  check typed_exponent has claims 'fell_i_pris,2026,100000,'
  check typed_formula has claims ',2026,400500,in_year,,typed.xlsx: Tiltak 1!B9'
fi

# Into a workbook of the same kind: what stands in it keeps formula, format, style and place, and every other part its bytes.
into_workbooks() {
  local kind
  "$python" "$here/claims.py" make plan || return 1
  for kind in xlsx ods; do
    load plan.$kind
    check "workbook_$kind" says 'Sums: 1, of which 1 add up.'
    claims plan.$kind --into case --back back.$kind --lang en
    check "workbook_${kind}_back" says 'what stood in it is as it was'
    check "workbook_${kind}_same" "$python" "$here/claims.py" same plan.$kind back.$kind
    claims back.$kind --into case --back told_$kind.csv --lang en
    check "workbook_${kind}_again" says 'without formulas and looks'
    check "workbook_${kind}_beside" grep -q '^Salg av plasser;-300;.*not checked, taken from the paper;;;"The paper expects' told_$kind.csv
    claims plan.$kind --into case --back once_more.$kind --lang en
    check "workbook_${kind}_same_bytes" cmp back.$kind once_more.$kind
  done
  claims plan.ods --into case --back other.xlsx --lang en
  check workbook_other_kind says 'of what stood in it the values'
  claims other.xlsx --into case --back other.csv --lang en
  check workbook_other_kind_cells diff <(cut -d ';' -f 1-2 told_ods.csv) <(cut -d ';' -f 1-2 other.csv)
  claims plan.xlsx --into case --back told.docx --lang en
  check workbook_no_kind complains 'name a .csv or an .xlsx file, or one of the kind that plan.xlsx is'
}
[ -z "$python" ] || into_workbooks

# New tables of a Norwegian folder are Norwegian, and read as those of an English one.
"$binary" new norsk --lang nb --kind ward >out 2>err
rm norsk/tiltak.csv norsk/endringer.csv norsk/innsparinger.csv
printf 'Tiltak i 1000 kr;2026;2027\nKutt i kurs;-200;-200\nNattevakt bort;-1500,5;-1600\n' >rows.csv
claims rows.csv --into norsk --lang nb
check norwegian_done ended 0
check norwegian_measures grep -q '^nattevakt_bort;Nattevakt bort;;;turnus;2026-01-01;.*;antatt$' norsk/tiltak.csv
check norwegian_head grep -q 'tiltak;år;beløp_kr;grunnlag;årsverk;kilde' norsk/innsparinger.csv
check norwegian_amounts grep -q '^kutt_i_kurs;annet;200000;' norsk/beløp.csv
no_english_tables() { ! ls norsk/measures.csv norsk/claims.csv norsk/amounts.csv; }
check norwegian_only no_english_tables
status=0
"$binary" check norsk --lang nb >out 2>err || status=$?
check norwegian_is_read ended 0

# A scenario that is a workbook gets the rows too, below what its sheets hold; a second time nothing is added.
"$binary" new ward.xlsx --lang nb >out 2>err
cp ward.xlsx was.xlsx
printf 'Tiltak i 1000 kr;2026;2027\nKutt i kurs;-200;-200\nNattevakt bort;-1500,5;-1600\n' >rows.csv
claims rows.csv --into ward.xlsx --lang en
check book_into says 'ward.xlsx: tiltak: 2 rows added below what is there.'
check book_into_sheets says 'claims_are in the sheet innstillinger'
check book_into_edits says 'Not testable before the sheet endringer says'
claims rows.csv --into ward.xlsx --back book.csv --lang en
check book_is_read grep -q '^Kutt i kurs;-200;-200;not checked, taken from the paper;' book.csv
cp ward.xlsx once.xlsx
claims rows.csv --into ward.xlsx --lang en
check book_again says 'claims that it has already: 4'
check book_again_same cmp once.xlsx ward.xlsx
# To the øre, as in a folder, and no other sheet is touched.
same_amounts() {
  "$python" - <<'END'
import zipfile
a, b = zipfile.ZipFile("was.xlsx"), zipfile.ZipFile("ward.xlsx")
changed = [name for name in a.namelist() if a.read(name) != b.read(name)]
print(changed)
assert a.namelist() == b.namelist() and len(changed) == 3 and all("worksheets" in name for name in changed)
text = "".join(b.read(name).decode() for name in changed)
assert "1500500" in text.replace("<v>", "").replace("</v>", "") and text.count("rows.csv!B3") >= 1
END
}
[ -z "$python" ] || check book_other_parts same_amounts
# A workbook without the sheet: said, with what to write, and nothing is changed.
if [ -n "$python" ]; then
  "$python" - <<'END'
import zipfile
with zipfile.ZipFile("was.xlsx") as a, zipfile.ZipFile("less.xlsx", "w") as b:
    for name in a.namelist():
        b.writestr(name, a.read(name).replace(b'name="tiltak"', b'name="#annet"') if name == "xl/workbook.xml" else a.read(name))
END
  cp less.xlsx less_was.xlsx
  claims rows.csv --into less.xlsx --lang en
  check book_without_sheet complains 'no sheet `measures` in it, where rows are to be added: add one, with these columns in its first row: measure, title'
  check book_without_sheet_same cmp less.xlsx less_was.xlsx
fi

# In Windows-1252, and given back in it: every byte of the source in front, the sentence in its signs.
printf 'Tiltak i 1000 kr;2025\r\nKj\xf8p av br\xf8d;-250\r\n"L\xf8nn ""natt""";-100\r\n' >old.csv
load old.csv
check windows_1252 has measures 'kjøp_av_brød,Kjøp av brød,'
claims old.csv --into case --back told_old.csv --lang nb
check windows_1252_back grep -aq $'^Kj\xf8p av br\xf8d;-250;ikke kontrollert' told_old.csv
check windows_1252_no_utf8 eval "! grep -aq $'\xc3' told_old.csv"
check windows_1252_bytes cmp <(cut -b 1-12 old.csv) <(cut -b 1-12 told_old.csv)

# ---------------------------------------------------------------- a plan of 814 measures

# 37 units of 22 rows each, with a sum each and one of all.
big() {
  awk 'BEGIN { srand(7); print "Tiltak (1000 kr, minus er innsparing);;2025;2026;2027;2028"
    for (u = 1; u <= 37; u++) { print "Enhet " u ";;;;;"
      for (y = 0; y < 4; y++) sum[y] = 0
      for (k = 1; k <= 22; k++) { line = "Tiltak nummer " ++n ";" u
        for (y = 0; y < 4; y++) { v = int(rand() * 5000) + 1; sum[y] += v; all[y] += v; line = line ";-" v }
        print line }
      line = "Sum enhet " u ";"; for (y = 0; y < 4; y++) line = line ";-" sum[y]; print line }
    line = "Totalt;"; for (y = 0; y < 4; y++) line = line ";-" all[y]; print line }'
}
big >big.csv
load big.csv
check big_load says 'Rows of measures: 814. Sums: 38, of which 38 add up. Not taken: 0.'
check big_rows rows measures 814
status=0
timeout 60 "$binary" check case --lang en >out 2>err || status=$?
check big_is_read ended 0

finish
