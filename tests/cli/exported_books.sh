#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The books as a finance system exports them, in three shapes and two kinds of file: to the øre the same.
#
#   tests/cli/exported_books.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

python=$(command -v python3)
if [ -z "$python" ]; then
  echo "0 passed, 0 failed (left out: there is no python3)"
  exit 0
fi
complains() { cat err && grep -Fq -- "$1" err; }
asked() { "$binary" check case --lang en >out 2>err; }
export_as() { "$python" "$here/exported_books.py" "$1" "case/$2"; } # SHAPE FILE

says_not() { cat out err && ! grep -Fq -- "$1" out err; }
fresh() {
  rm -rf case
  cp -r "$here/cases/uncovered_supported" case
  echo 'v,Unit v,07:00,published' >>case/units.csv
  cat >case/account_map.csv <<'END'
account,cost_centre,service,line,unit,source
10*,,,010,,chart of accounts
102*,,,020,,chart of accounts
1030?,,,030,,chart of accounts
104*,,,040,,chart of accounts
105*,,,050,,chart of accounts
1090*,,,090,,chart of accounts
1099*,,,099,,chart of accounts
171*,,,710,,chart of accounts
137*,,,370,,chart of accounts
11*,,,left_out,,chart of accounts
12*,,,left_out,,chart of accounts
13*,,,left_out,,chart of accounts
16*,,,left_out,,chart of accounts
,41*,253,,u,organisation
,4200,254,,v,organisation
END
}

# ---------------------------------------------------------------- three shapes, two kinds of file

# By hand, of the rows in exported_books.py:
#   u 010      3 600 000.00 + 400 000.50 + 199 999.50 + 50 000.00         4 250 000
#   u 020      120 000.25 + 79 999.75 = 200 000, 030 60 000 + 15 000        275 000
#   u 040 24 000, 050 5 000, 090 700 000, 099 660 000, 710 -180 000, 370 90 000
#   v 010 1 500 000, 020+030 90 000 + 30 000 = 120 000, 040 6 000, 090 240 000, 099 228 000, 710 -45 000
#   no pay     210 000 + 90 000 + 30 000 - 1 200 000 + 12 000              -858 000
#   no line    18999                                                        -15 000
#   no unit    480 000 of service 234 + 700 000 + 105 000 of 9000         1 285 000
# In all: u 5 824 000 + v 2 049 000 - 858 000 - 15 000 + 1 285 000 = 8 285 000, the sum of the export.
ties() { # NAME
  check "$1_run" [ "$status" = 0 ]
  local row
  for row in u,010,4250000.00 u,020+030,275000.00 u,040,24000.00 u,050,5000.00 u,090,700000.00 u,099,660000.00 \
    u,710,-180000.00 u,370,90000.00 v,010,1500000.00 v,020+030,120000.00 v,040,6000.00 v,090,240000.00 v,099,228000.00 \
    v,710,-45000.00; do
    check "$1_$row" grep -q "^${row%,*},2026,${row##*,}," "$results/accounts.csv"
  done
  check "$1_no_pay" complains 'pays nobody, left out: '
  check "$1_no_pay_kr" complains ', -858 000 kr together: 11150 ('
  check "$1_no_line_kr" complains ', -15 000 kr together: 18999 ('
  check "$1_no_unit_kr" complains ', 1 285 000 kr together: 4200 ('
  check "$1_no_unit_place" complains ', 480 000 kr), 9000 ('
}

declare -A files=([wide]='accounts.csv hovedbok.xlsx' [long]='general_ledger.csv accounts.xlsx' [totals]='accounts.csv hovedbok.xlsx')
for shape in wide long totals; do
  for file in ${files[$shape]}; do
    fresh
    [ $shape = totals ] && echo 'books_take,actual,' >>case/settings.csv
    export_as $shape $file
    solve case
    ties "${shape}_${file//./_}"
    cut -d, -f1-4 "$results/accounts.csv" >"$shape.${file##*.}"
  done
done
for shape in wide long totals; do
  check "same_$shape" cmp wide.csv "$shape.csv"
  check "same_${shape}_xlsx" cmp wide.csv "$shape.xlsx"
done

# Places: the row of the export; of a workbook its cell, below a title.
fresh
export_as wide accounts.csv
asked
check place_line complains '18999 (line 31, -15 000 kr)'
check place_passed complains 'case/accounts.csv:1: warning: columns that are none of this table, passed over: Konto(T)'
fresh
export_as wide accounts.xlsx
asked
check place_cell complains 'case/accounts.xlsx: Ark1!A33: warning: Konto: no row of account_map.csv says the line'
check place_cells complains '18999 (A33, -15 000 kr)'

# ---------------------------------------------------------------- which amounts

# Budget (twice the actual) and revised budget (four times it); without a word nothing is chosen.
fresh
export_as totals accounts.csv
asked
check several_asked complains 'case/accounts.csv:1: several kinds of amounts: say in settings.csv which are the books'
echo 'books_take,revised_budget,' >>case/settings.csv
solve case
check revised grep -q '^u,010,2026,17000000.00,' "$results/accounts.csv"
check sum_row complains 'rows that sum up others, in no sum: rows 1, 0 kr together: Sum (line 32, 0 kr)'
sed -i 's/books_take,revised_budget/books_take,months/' case/settings.csv
asked
check not_there complains 'books_take of settings.csv names amounts that are not here'
# A budget alone is no books, unless somebody says so.
fresh
printf '%s\n' konto,ansvar,tjeneste,år,budsjett 10100,4100,253,2026,5850000 >case/accounts.csv
asked
check budget_alone complains 'a budget and nothing booked'
echo 'books_take,budget,' >>case/settings.csv
solve case
check budget_said is 5850000.00 accounts accounts_kr unit=u line=010

# All our own headings in Norwegian, as of a sheet to be filled in; only the booked amounts are.
fresh
printf '%s\n' konto,kostra_art,kostnadssted,funksjon,år,regnskapsperiode,kr,regnskap_kr,budsjett_kr,januar_kr,sum_kr,kilde \
  10100,,4100,253,2026,,,5850000,,,,books >case/accounts.csv
solve case
check own_headings is 5850000.00 accounts accounts_kr unit=u line=010
check own_headings_all says_not 'none of this table'

# ---------------------------------------------------------------- arts, signs, years

# An export by KOSTRA art needs no map; without a unit in the map the books are of all units together.
fresh
rm case/account_map.csv
printf '%s\n' art,funksjon,year,kr 10,253,2026,5000000.10 010,254,2026,849999.90 115,253,2026,1000 099,253,2026,5 \
  10,253,2025,77 >case/accounts.csv
solve case
check art_sum is 5850000.00 accounts accounts_kr unit= line=010
check art_ok is ok accounts finding unit= line=010
check art_no_pay complains '1000 kr together: 115 (line 4, 1000 kr)'
check other_year complains "years that are not the scenario's, left out: rows 1, 77 kr together: 2025 (line 6, 77 kr)"
# A minus is a cost, where the settings say so: behind the number too.
sed -i '2,$s/,2026,\(.*\)/,2026,\1-/' case/accounts.csv
asked
check minus_doubted complains 'a cost below 0, -5 850 000 kr in the year'
echo 'books_costs_are,negative,' >>case/settings.csv
solve case
check minus_said is 5850000.00 accounts accounts_kr unit= line=010
# An art beside the account says the line where the map does not.
fresh
printf '%s\n' konto,art,ansvar,tjeneste,år,beløp 7777,010,4100,253,2026,10 7778,115,4100,253,2026,20 \
  10100,099,4100,253,2026,40 >case/accounts.csv
solve case
check art_beside is 50.00 accounts accounts_kr unit=u line=010
check art_beside_no_pay complains '20 kr together: 7778 (line 3, 20 kr)'

# ---------------------------------------------------------------- months

# November and December are not there: ten months are not laid beside a year.
fresh
export_as long accounts.csv
grep -v '20261[12]' case/accounts.csv >part && mv part case/accounts.csv
solve case
check part_told complains 'the books of 2026 are of a part of the year: nothing stands in month 11, 12.'
check part_left [ ! -e "$results/accounts.csv" ]
check part_said grep -Fq 'the baseline is checked against nothing' out
# Closing month 13 counts; months without a year need one.
fresh
export_as long accounts.csv
echo '"202613";"4100";"253";"10100";100.00' >>case/accounts.csv
solve case
check closing is 4250100.00 accounts accounts_kr unit=u line=010
echo '"5";"4100";"253";"10100";100.00' >>case/accounts.csv
asked
check no_year complains 'case/accounts.csv:363: Periode: "5": of which year?'
sed -i '$s/"5"/"202614"/' case/accounts.csv
asked
check no_period complains 'case/accounts.csv:363: Periode: "202614": no period'
# The sum of the months is what the export says.
fresh
export_as wide accounts.csv
sed -i '2s/;3600000.00$/;3600000.01/' case/accounts.csv
asked
check months_off complains 'case/accounts.csv:2: Sum: "3 600 000.01": the months come to 3 600 000 kr'
fresh
printf '%s\n' konto,ansvar,tjeneste,jan,feb,år 10100,4100,253,100,x,2026 >case/accounts.csv
asked
check bad_cell complains 'case/accounts.csv:2: feb: "x"'

# ---------------------------------------------------------------- the map

map() { # ROW...: with one account of 10 kr
  fresh
  printf '%s\n' account,cost_centre,service,line,unit,source "$@" >case/account_map.csv
  printf '%s\n' konto,ansvar,tjeneste,år,beløp 10305,4100,253,2026,10 >case/accounts.csv
}
map '10*,,,010,u,chart' '1030?,,,030,u,chart' '103*,,,020,u,chart'
solve case
check most_signs is 10.00 accounts accounts_kr unit=u line=030
map '1030?,,,030,u,chart' '103*,,,020,u,chart' '10*,,,010,u,chart'
solve case
check any_order is 10.00 accounts accounts_kr unit=u line=030
map '10*,,,010,,chart' '10*,4100,,050,u,chart' '*5,,,040,,chart'
solve case
check cost_centre_counts is 10.00 accounts accounts_kr unit=u line=050
map '10*,,,010,u,chart' '*05,,,020,,chart'
asked
check alike complains 'case/account_map.csv:3: account: "*05": fits account 10305 as well as line 2 does, and says otherwise'
map '10x,,,010,u,chart'
asked
check bad_pattern complains 'case/account_map.csv:2: account: "10x": no pattern of accounts'
map '10*,,,,,chart'
asked
check says_nothing complains 'case/account_map.csv:2: line: blank, as the unit is'
map '10*,,,010,u,'
asked
check no_source complains 'case/account_map.csv:2: source'
map '10*,,,010,w,chart'
asked
check no_unit complains 'case/account_map.csv:2: unit: "w"'
map '10*,,,010,u,chart'
sed -i '2s/^10305/Lønn/' case/accounts.csv
asked
check no_account complains 'case/accounts.csv:2: konto: "Lønn": no account'

# ---------------------------------------------------------------- as controllers export them

books_u() { is "$1" accounts accounts_kr unit=u line=010; } # KR
export_of() { # LINE...: the file as it is
  map '10*,,,010,u,chart'
  printf '%s\n' "$@" >case/accounts.csv
}
# Below 0 in parentheses, or with the sign behind, a blank or a no-break space between thousands:
# 9 000 - 1 234 - 66 - 500 = 7 200.
export_of 'Konto;Ansvar;År;Beløp' '10100;4100;2026;9 000' '10100;4100;2026;(1 234)' '10100;4100;2026;66-' \
  '10100;4100;2026;(500.00)' $'10100;4100;2026;1\xc2\xa0000\xe2\x88\x92' '10100;4100;2026;kr 1 000'
asked
check signs_read says_not 'not a number'
solve case
check signs books_u 7200.00
export_of 'Konto;Ansvar;År;Beløp' '10100;4100;2026;(-5)'
asked
check two_signs complains 'Beløp: "(-5)": not a number'
# In 1000 kr: by the heading, or by the text above the table; told, and never read as kroner.
for heading in 'Beløp i 1000 kr' 'Beløp (1 000 kr)' 'Beløp i hele tusen' 'Beløp tkr' 'Beløp (t.kr)' 'Regnskap 2026 (i 1000 kr)'; do
  export_of "Konto;Ansvar;År;$heading" '10100;4100;2026;42.5'
  solve case
  check "thousands_$heading" books_u 42500.00
  check "thousands_told_$heading" complains "\"$heading\": so the amounts are read as 1000 kr each"
done
export_of 'Regnskap sykehjemmet;;;' 'Alle tall i hele tusen;;;' 'Konto;Ansvar;År;Beløp' '10100;4100;2026;42'
solve case
check thousands_above books_u 42000.00
check thousands_above_told complains 'Alle tall i hele tusen": so the amounts are read as 1000 kr each'
export_of 'Regnskap sykehjemmet;;;' 'Konto;Ansvar;År;Beløp' '10100;4100;2026;42'
solve case
check no_thousands books_u 42.00
export_of 'Tall i mill. kr;;;' 'Konto;Ansvar;År;Beløp' '10100;4100;2026;42'
asked
check millions complains 'amounts in millions are too coarse to be books'
export_of 'Tall i 1000 kr;;;;' 'unit;line;year;kr;source' 'u;010;2026;42;books'
asked
check thousands_own_table complains 'the text above the table speaks of thousands, but `kr` is in kroner'
# Where every row is left out, the result says so, and with what sum.
export_of 'Konto;Ansvar;År;Beløp' '18999;4100;2026;42000' '18998;4100;2026;1000'
solve case
check all_left grep -Fq 'Accounts: all rows of accounts.csv are left out (rows 2, 43 000 kr together)' out
check all_left_none eval '! grep -q "none are given" out'
check all_left_page grep -Fq 'all rows of accounts.csv are left out' "$results/report.html"
# Files as they are called: Norwegian names.
map '10*,,,010,u,chart'
mv case/need.csv case/behov.csv
solve case
check file_called eval '[ ! -e "$results/assumptions.csv" ] || ! grep -q "need.csv" "$results/assumptions.csv"'

# ---------------------------------------------------------------- as four systems write them

# Names beside numbers, a comma where the scenario declares a point, thousands with a blank, the minus behind, five digits, a
# row of sums: 4 250 000,50 is the only pay of u.
export_of 'Ansvar;Ansvar(T);Art;Art(T);Tjeneste;Tjeneste(T);Regnskap 2026;Buds(end) 2026;Budsjett 2026;Avvik' \
  '4100;Sykehjem;10100;Fastlønn;253;Pleie;4 250 000,50;4 300 000;4 200 000;49 999,50-' \
  '4100;Sykehjem;16000;Brukerbetaling;253;Pleie;1 200 000,00-;1 100 000-;1 100 000-;100 000' \
  'Sum;;;;;;3 050 000,50;3 200 000;3 100 000;50 000,50-'
asked
check ledger_asks complains 'several kinds of amounts'
echo 'books_take,actual,' >>case/settings.csv
solve case
check ledger_actual books_u 4250000.50
sed -i 's/books_take,actual/books_take,revised_budget/' case/settings.csv
solve case
check ledger_revised books_u 4300000.00
# Which sign divides, the amounts show; 1,234 alone is what the settings declare it to be.
export_of 'Konto;Ansvar;År;Beløp' '10100;4100;2026;1 000,5' '10100;4100;2026;2.5'
asked
check both_signs complains 'case/accounts.csv:2: Beløp: "1 000,5"'
# Months by number, 13 closing the year: 12 x 350 000 + 50 000 = 4 250 000; the sum takes it in.
months_of() { # YEAR: 202601 to 202613
  for month in 01 02 03 04 05 06 07 08 09 10 11 12 13; do printf ';%s' "$1$month"; done
}
twelve() { for month in 1 2 3 4 5 6 7 8 9 10 11 12; do printf ';%s' "$1"; done; }
for thirteen in 202613 'Periode 13 2026' 'P13 2026' 'Avslutning 2026' 'Årsoppgjør 2026' 'Regnskap 202613'; do
  heading=$(months_of 2026)
  export_of "Konto;Koststed;Tjeneste${heading%202613}$thirteen;Sum" "10100;4100;253$(twelve '350 000');50 000;4 250 000"
  solve case
  check "thirteen_$thirteen" books_u 4250000.00
  sed -i '2s/;4 250 000$/;4 200 000/' case/accounts.csv
  asked
  check "thirteen_in_sum_$thirteen" complains 'case/accounts.csv:2: Sum: "4 200 000": the months come to 4 250 000 kr'
done
# Two years beside each other: of 2025 the months are followed up against, 12 x 300 000; of 2026 12 x 350 000 is compared.
years_of() { for month in jan feb mar apr mai jun jul aug sep okt nov des; do printf ';%s.%s' $month "$1"; done; }
export_of "Ansvar;Konto;Tjeneste$(years_of 25)$(years_of 26);Totalt" "4100;10100 Fastlønn;253$(twelve '300 000')$(twelve '350 000');7 800 000"
solve case
check two_years books_u 4200000.00
check two_years_before complains "of the year before the scenario's: months to be followed up against, in no baseline: rows 1, 3 600 000 kr together"
check two_years_total complains 'passed over: Totalt'
# Both years of the scenario, and the cell of a slip called as it is there; the sum of each year is checked.
sed -i 's/^first_year.*/first_year,2025,/' case/settings.csv
solve case
check two_years_first is 3600000.00 accounts accounts_kr unit=u line=010 year=2025
check two_years_second is 4200000.00 accounts accounts_kr unit=u line=010 year=2026
sed -i '2s/;350 000;/;x;/' case/accounts.csv
asked
check two_years_slip complains 'case/accounts.csv:2: jan.26: "x"'
export_of "Konto;Ansvar;Regnskap 2025;Regnskap 2026" '10100;4100;10;20'
sed -i 's/^first_year.*/first_year,2025,/' case/settings.csv
solve case
check two_years_whole is 10.00 accounts accounts_kr unit=u line=010 year=2025
check two_years_whole_too is 20.00 accounts accounts_kr unit=u line=010 year=2026
sed -i '1s/$/;Beløp/; 2s/$/;30/' case/accounts.csv
asked
check two_years_and_none complains 'case/accounts.csv:1: "Beløp": of which year? Other headings name several'
sed -i '1s/Beløp/År/; 2s/30$/2026/' case/accounts.csv
asked
check two_years_and_a_year complains 'case/accounts.csv:1: "År": the headings of the amounts name several years'
export_of "Konto;Ansvar;År$(years_of '')$(years_of '')" "10100;4100;2026$(twelve 1)$(twelve 2)"
sed -i '1s/\.;/;/g; 1s/\.$//' case/accounts.csv
asked
check month_twice complains '"jan": the same month twice: remove one, or write the year in each heading, as Jan 2026'
# Booked and budget of every month: what is booked counts.
export_of 'Konto;Ansvar;Regnskap jan 2026;Budsjett jan 2026;Regnskap 202602;Budsjett 202602;Faktisk mars 2026' '10100;4100;1;10;2;20;4'
asked
check months_booked complains 'passed over: Budsjett jan 2026, Budsjett 202602'
check months_booked_sum complains "They are not laid beside" # only three of twelve
check months_booked_kr complains ', 7 kr together; the follow-up'
# By art and function, in 1000 kr, as the national statistics take them; no map: 4 250 and 180 refunded.
export_of 'Regnskapsår;Kontoklasse;Funksjon;Art;Beløp i 1000 kr' '2026;1;253;010;4 250' '2026;1;253;710;180-' '2026;1;254;115;12'
rm case/account_map.csv
solve case
check statistics is 4250000.00 accounts accounts_kr unit= line=010
check statistics_refund is -180000.00 accounts accounts_kr unit= line=710
check statistics_no_pay complains ', 12 000 kr together: 115 ('

# ---------------------------------------------------------------- twice

map '10*,,,010,u,chart'
cp case/accounts.csv case/general_ledger.csv
asked
check two_exports complains 'books as exported, as case/accounts.csv: keep one of them'
printf '%s\n' unit,line,year,kr,source u,020,2026,100,books >case/accounts.csv
asked
check beside_accounts complains 'case/general_ledger.csv:2: konto: case/accounts.csv line 2 has books of the same unit and year'
printf '%s\n' unit,line,year,kr,source v,020,2026,100,books >case/accounts.csv
solve case
check other_unit is 10.00 accounts accounts_kr unit=u line=010
check other_unit_too is 100.00 accounts accounts_kr unit=v line=020
finish
