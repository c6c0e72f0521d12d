#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Results merged without solving: sums, ranks and outliers against values worked by hand, the same bytes whatever the order,
# and folders that are no results.
#
#   tests/cli/gather.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

gather() { # RESULT...: the status in `status`, what it says in out and err; the tables in gathered/
  status=0
  timeout 60 "$binary" gather --lang en --csv rfc4180 -o gathered "$@" >out 2>err || status=$?
  results=gathered
}
ended() { echo "status $status, $1 wanted"; cat err; [ "$status" = "$1" ]; }
says() { cat out; grep -Fq -- "$1" out; }
complains() { cat err; grep -Fq -- "$1" err; }
rows() { # COUNT TABLE
  echo "$(($(wc -l <gathered/"$2".csv) - 1)) rows"
  [ "$(wc -l <gathered/"$2".csv)" = $(($1 + 1)) ]
}

# Nine wards in which the model finds 1 875 155.52 kr for one night post fewer (night_post), of which eight claim 1 800 000 kr and
# one, a slip, 100 000 kr; and a tenth in which nothing is found (uncovered_norm).
for town in a b c d e f g h i; do
  cp -r "$here/cases/night_post" ward_$town
  sed -i "s/^title;.*/title;Ward $town;/" ward_$town/settings.csv
  [ $town = i ] && sed -i 's/1800000/100000/' ward_$town/claims.csv
done
cp -r "$here/cases/uncovered_norm" ward_j
timeout 300 "$binary" run -q --lang en -o results ward_[a-j] >out 2>err
check solved test "$(ls results | wc -l)" = 10

# ---------------------------------------------------------------- the tables

gather results/*
check status ended 0
check measures rows 10 gathered
check verdict is reached gathered verdict scenario=ward_a
check kroner is 1875155.52 gathered kept_kr scenario=ward_a
check year is 2025 gathered claimed_for scenario=ward_a
check cover is lowered gathered cover scenario=ward_a
# 1 875 155.52 / 1 800 000 = 104.18 %; / 100 000 = 1 875.16 %; 0 / 1 770 000 = 0 %
check share is 104.2 gathered found_kept_percent scenario=ward_a
check share_of_a_slip is 1875.2 gathered found_kept_percent scenario=ward_i
check share_of_nothing is 0.0 gathered found_kept_percent scenario=ward_j
# Nine share the first place, so the tenth is the tenth.
check rank_shared is 1 gathered rank_kept scenario=ward_i
check rank_last is 10 gathered rank_kept scenario=ward_j
# By 2025: 8 x 1 800 000 + 100 000 = 14 500 000 claimed, 9 x 1 875 155.52 = 16 876 399.68 found. 2026 is a sum of its own.
check sum_claimed is 14500000.00 gathered_sums claimed_kr year=2025 population=modelled
check sum_found is 16876399.68 gathered_sums kept_kr year=2025 population=modelled
check sum_results is 9 gathered_sums results year=2025 population=modelled
check sum_measures is 9 gathered_sums measures year=2025 population=modelled
check sum_2026 is 1770000.00 gathered_sums claimed_kr year=2026 population=modelled
check sum_said says '14 500 000 kr. Found: 16 876 400 kr'
check verdict_counts is 8 gathered_verdicts measures verdict=reached
check claims_by_year is 100000.00 gathered_years claimed_kr scenario=ward_i
check claims_rows rows 10 gathered_years
# Ten shares: 0, eight of 104.2, 1 875.2. Ranks 9 x 0.25 and 9 x 0.75 lie among the equal ones: Q1 = Q3 = 104.2, so both fences too.
check fence is 104.2 gathered_outliers fence_low scenario=ward_i
check fence_high is 104.2 gathered_outliers fence_high scenario=ward_j
check outlier is 1875.2 gathered_outliers figure_value scenario=ward_i figure=found_kept_percent
check compared is 10 gathered_outliers compared scenario=ward_i
check outliers_no_other test "$(cut -d, -f1 gathered/gathered_outliers.csv | sort -u | tr '\n' ' ')" = 'scenario ward_i ward_j '
check nobody_left_out rows 0 gathered_left_out
check whole sh -c 'cd gathered && sha256sum --quiet -c results.sha256'
# Of seven none is an outlier.
gather results/ward_[c-i]
check few_status ended 0
check few rows 0 gathered_outliers

# ---------------------------------------------------------------- the page and the workbook

gather results/*
check page_whole python3 -c 'import sys, xml.dom.minidom as m; m.parse("gathered/gathered.html")'
check page_sums grep -Fq '16' gathered/gathered.html
check page_measures test "$(grep -o '<th scope="row">ward_' gathered/gathered.html | wc -l)" -ge 12
check page_no_script sh -c '! grep -Eq "<script|https?://[^w]" gathered/gathered.html'
check book_sheets sh -c 'unzip -p gathered/gathered.xlsx xl/workbook.xml | grep -Fq "Sums over all results" ||
  python3 -c "import zipfile; exit(b\"Sums over all results\" not in zipfile.ZipFile(\"gathered/gathered.xlsx\").read(\"xl/workbook.xml\"))"'
timeout 60 "$binary" gather --lang nb -o norsk results/* >out 2>err
check norwegian_page grep -Fq 'lang="nb"' norsk/gathered.html
check norwegian_text says 'Samlede resultater: 10'
check norwegian_no_english sh -c '! grep -Eq "Outliers|The answer|Left out" norsk/gathered.html'

# ---------------------------------------------------------------- the same bytes

cp -r gathered first
gather $(ls -d results/* | sort -r)
check order diff -r first gathered
gather results/ward_j results/ward_a/ results/ward_[b-i] results/ward_a
check twice_told complains 'ward_a is named twice, and counted once'
check twice diff -r first gathered
# Results of one name are told apart by their paths.
mkdir -p north south
cp -r results/ward_a north/ward
cp -r results/ward_i south/ward
gather north/ward south/ward
check names is 100000.00 gathered claimed_kr scenario=south-ward

# A copy of a result, and a scenario solved under another name, are counted once.
cp -r results/ward_b north/copy
cp -r ward_c south/again
timeout 60 "$binary" run -q --lang en -o results_again south/again >out 2>err
gather results/ward_[a-j] north/copy results_again/again
check same_status ended 0
check same_told complains 'left out: it is of the same input as results_again/again, and is counted once'
check same_copy_told complains 'left out: it is of the same input as north/copy, and is counted once'
check same_counted rows 10 gathered
check same_in_sums is 14500000.00 gathered_sums claimed_kr year=2025 population=modelled
check same_left_out rows 2 gathered_left_out

# ---------------------------------------------------------------- what is no result

# The folder above, named for those in it.
gather results
check above_status ended 3
check above_told complains 'results: left out: it is a folder of results: write results/*'
status=0
mkdir towns && cp -r ward_a towns
timeout 60 "$binary" run --lang en -o none towns/ >out 2>err || status=$?
check above_run_status ended 3
check above_run complains 'no such file; it is a folder of scenarios: write towns/*'

cp -r results/ward_b torn && printf 'M' >>torn/overview.csv
cp -r results/ward_b halved && rm halved/claims.csv
cp -r results/ward_b listless && rm listless/results.sha256
cp -r results/ward_b older && sed -i 's/"version": "[^"]*"/"version": "0.0.1"/' older/evidence.json
(cd older && sha256sum $(cut -c67- results.sha256) >list && mv list results.sha256)
mkdir empty
gather results/ward_a torn halved listless older empty nowhere results/ward_c
check bad_status ended 3
check bad_torn complains 'torn: left out: overview.csv is no longer as it was written'
check bad_halved complains 'halved: left out: claims.csv is missing or cannot be read'
check bad_listless complains 'listless: left out: there is no whole result in it'
check bad_older complains 'older: left out: it was made by version 0.0.1'
check bad_empty complains 'empty: left out: there is no whole result in it'
check bad_nowhere complains 'nowhere: left out: there is no such folder'
check bad_counted rows 6 gathered_left_out
check bad_said says 'Left out: 6 of the folders named'
check good_there rows 2 gathered
gather torn nowhere
check none_status ended 3
check none_told complains 'there is no result to gather'
check none_kept rows 2 gathered

# ---------------------------------------------------------------- where it is written

mkdir all && cp -r results/ward_a results/ward_b all
timeout 60 "$binary" gather -q --lang en -o all/gathered all/* >out 2>err
timeout 60 "$binary" gather -q --lang en -o all/gathered all/* >out 2>err
check own_status test $? = 0
check own_told complains 'all/gathered is where the table is written, and not counted'
status=0
timeout 60 "$binary" gather --lang en -o all/ward_a all/ward_b >out 2>err || status=$?
check over_a_result ended 2
check over_a_result_told complains 'all/ward_a is a result of run: choose another folder'
check over_a_result_kept test -e all/ward_a/report.html

finish
