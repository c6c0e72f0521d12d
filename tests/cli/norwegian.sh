#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A scenario written in Norwegian throughout: files, headers, words, codes. Usage: tests/cli/norwegian.sh BINARY
. "$(dirname "$0")/checks.bash"

"$binary" new --lang nb liten >out 2>&1
check files_are_norwegian test -e liten/grupper.csv -a -e liten/lønn.csv -a ! -e liten/groups.csv
no_english() { ! grep -hv '^[^;]*#' liten/*.csv | grep -wE 'assumed|mon|fri|sat|sun|all|need|set|add|in_year|full_year|extra|substitute|sick_leave|clock'; }
check words_are_norwegian no_english
check nothing_doubted "$binary" check --strict --lang nb liten

# The two examples are one scenario under other names: what it costs and saves is the same to the øre.
"$binary" new --lang en small >out 2>&1
"$binary" run -q --lang en -o results small >out 2>err
"$binary" run -q --lang nb -o results liten >out 2>err
money() { awk -F ';' 'FNR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /_kr$/) wanted[++n] = i; next }
  { for (i = 1; i <= n; i++) printf "%s ", $wanted[i]; print "" }' "$1/effects.csv"; }
same_money() { [ -s results/small/effects.csv ] && diff <(money results/small) <(money results/liten); }
check same_money same_money
# What is assumed says so in the words of the results, whatever the scenario's.
check assumed_in_results grep -q 'assumed' results/liten/changes.csv
no_antatt() { ! grep -l antatt results/liten/*.csv; }
check no_antatt no_antatt

# The example as a Norwegian workbook is the folder.
"$binary" new --lang nb liten.xlsx >out 2>&1
"$binary" run -q --lang nb -o books liten.xlsx >out 2>err
same_as_folder() { # but for the hashes and names of the input
  for file in results/liten/*.csv; do
    diff <(tail -c +4 "$file" | sed 's/;[a-zæøå]*\.csv;[0-9]*;/;;/') <(sed 's/^\xEF\xBB\xBF//; s/;[a-zæøå]*\.csv;[0-9]*;/;;/' "books/liten/${file##*/}") || return 1
  done
}
check workbook_is_folder same_as_folder

# Each language's words are read beside the other's, and a slip is answered in the language asked for.
sed -i 's/;man-fre;;sykepleier;/;mon-fre;;sykepleier;/; s/;antatt$/;assumed/' liten/behov.csv
check mixed "$binary" check --lang nb liten
sed -i 's/;mon-fre;;sykepleier;/;mån-fre;;sykepleier;/' liten/behov.csv
"$binary" check --lang nb liten >out 2>err
check slip_in_days grep -q 'liten/behov.csv:[0-9]*:.*mån-fre' err
sed -i 's/;mån-fre;;sykepleier;/;man-fre;;sykepleier;/' liten/behov.csv
sed -i 's/;turnus;2026/;tunrus;2026/' liten/tiltak.csv
"$binary" check --lang nb liten >out 2>err
check slip_in_a_word grep -q 'tunrus.*turnus' err
# As an English header's, an English word's neighbour is known too.
sed -i 's/;tunrus;2026/;one_of;2026/' liten/tiltak.csv
"$binary" check --lang nb liten >out 2>err
check slip_in_an_english_word grep -q 'one_of.*one_off' err

# Messages name columns, settings and words as a Norwegian scenario has them, also those it has not written.
slip() { # TABLE SED-COMMAND: one slip in a fresh scenario
  rm -rf slip
  "$binary" new --lang nb --kind ward slip >out 2>&1
  sed -i "$2" "slip/$1.csv"
  "$binary" check --lang nb slip >out 2>err
}
says() { cat err && grep -Fq -- "$1" err; }
slip grupper 's/^avdeling;assistenter;/avdeling;fagarbeidere;/'
check key_in_norwegian says 'samme nøkkel (`enhet`, `gruppe`) som linje 6'
slip innsparinger 's/;450000;/;450;/'
check setting_in_norwegian says 'i innstillingen innsparinger_i'
slip behov 's/lør søn helligdag/lør søn/'
check days_in_norwegian says 'dager: "man tir ons tor fre": enhet'
check day_words_in_norwegian says 'skriv `alle` der ukedager og helligdager er like, ellers `helligdag`'
slip endringer 's/dager=man-fre/dager=man/'
check edit_in_norwegian says 'har `dager`=man; kjente er man tir ons tor fre, lør søn helligdag'
slip satser '/^arbeidsgiveravgift/d'
check rate_in_norwegian says 'sats: "arbeidsgiveravgift": mangler'

rm slip/*.csv && slip tiltak ''
awk -F ';' '/^#/ { print; next } FNR > 2 && !/^avdeling;assistenter;/ { print $0 (/^.*enhet;gruppe/ ? ";lav;høy" : ";;"); next } { print $0 ";10;12" }' \
  slip/grupper.csv >ranged.csv && mv ranged.csv slip/grupper.csv
"$binary" check --lang nb slip >out 2>err
check range_in_norwegian says 'slip/grupper.csv:8: lav: "10": 9 i `ansatte` ligger utenfor lav og høy'
sed -i 's/;10;12$/;timer=10;timer=12/' slip/grupper.csv
"$binary" check --lang nb slip >out 2>err
check range_of_what_in_norwegian says 'lav: "timer": ikke noe tall i denne raden: skriv ett av `ansatte` `stillingsprosent`'

# A code typed with another capital is another code: an edit of `natt` would leave `Natt` as it is.
slip behov 's/;natt;22:00;07:30;alle;fagarbeider/;Natt;22:00;07:30;alle;fagarbeider/'
check code_alike says 'slip/behov.csv:18: advarsel: tidsvindu: "Natt": en annen kode enn `natt` på linje 17 i behov.csv'
slip norm 's/;natt;/;NATT;/'
check norm_alike says 'slip/norm.csv:5: advarsel: tidsvindu: "NATT": en annen kode enn `natt` på linje 17 i behov.csv'
slip grupper '$a avdeling;ASSISTENTER;Ekstra;assistent;1;50;3;dag kveld;antatt'
check group_alike says 'slip/grupper.csv:9: advarsel: gruppe: "ASSISTENTER": en annen kode enn `assistenter` på linje 8'
slip grupper '$a avdeling;ekstra.vakt;A;assistent;1;50;3;dag kveld;antatt\navdeling;ekstra_vakt;B;assistent;1;50;3;dag kveld;antatt\navdeling;Ekstra-vakt;C;assistent;1;50;3;dag kveld;antatt'
check sign_alike says 'slip/grupper.csv:10: advarsel: gruppe: "ekstra_vakt": en annen kode enn `ekstra.vakt` på linje 9'
check sign_and_capital says 'slip/grupper.csv:11: advarsel: gruppe: "Ekstra-vakt": en annen kode enn `ekstra.vakt` på linje 9'
strict() { "$binary" check --strict --lang nb slip; [ $? = 3 ]; }
check alike_is_a_slip strict
# What is claimed for a year cannot come before the measure starts.
slip tiltak 's/2026-05-01/2027-05-01/'
check claimed_early says 'slip/innsparinger.csv:3: advarsel: år: "2026": innsparing i et år som er over før `T1` starter 2027-05-01'
check claimed_whole_year [ "$(wc -l <err)" = 1 ]
slip tiltak 's/2026-05-01/2026-12-31/'
check claimed_on_the_last_day [ ! -s err ]
# A factor is no percentage, and what follows from it is not told as another slip.
slip endringer 's/;legg_til;-1;/;gang_med;90;/'
check factor says 'slip/endringer.csv:4: advarsel: verdi: "90": 10 ganger så mye eller mer: er det en prosent, ikke en faktor? Skriv i så fall 0,9 for 90 %'
slip endringer 's/^T1;.*/T1;grupper;gruppe=assistenter;ansatte;gang_med;95;antatt/'
check factor_once [ "$(wc -l <err)" = 1 ]
slip endringer 's/;legg_til;-1;/;gang_med;90 %;/'
check factor_sign says 'slip/endringer.csv:4: verdi: "90 %": en faktor, ikke en prosent: skriv 0,9 for 90 %'
slip endringer 's/;legg_til;-1;/;gang_med;3;/'
check factor_plain [ ! -s err ]
# Without a condition every row is changed: as a factor that is common, as a number put in or added it is likely a slip.
slip endringer 's/^T1;.*/T1;behov;;personer;legg_til;-1;antatt/'
check every_row says 'slip/endringer.csv:4: advarsel: der: tom: hver av de '
check every_row_table says ' linjene i behov.csv blir endret; gjelder det bare noen, nevn dem med kolonne=verdi'
check every_row_is_a_slip strict
slip endringer 's/^T1;.*/T1;behov;;personer;gang_med;1,1;antatt/'
check every_row_factor [ ! -s err ]

# Both languages of one run are those of each alone, to the byte, and nothing is solved for the second.
"$binary" run -q --lang en -o alone/en small >out 2>&1
"$binary" run -q --lang nb -o alone/nb small >out 2>&1
"$binary" run --verbose --lang nb,en -o both small >out 2>err
check both_languages diff -r alone both
check told_once [ "$(grep -c 'Result' out)" = 2 ]
check no_second_solve grep -qE '^small: ([0-9]+) models solved, \1 of them known already, 0 pivots' err
one_language() { ! "$binary" check --lang nb,en small; }
check one_language one_language

finish
