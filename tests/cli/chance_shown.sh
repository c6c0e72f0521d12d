#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How sure the figures are, as it is shown: beside the claim in every table of claims, on the terminal, on the page and in
# the workbook.
#
#   tests/cli/chance_shown.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

# One person fewer, one team of two fewer, and a dearer agency that nobody claims anything for.
fresh() {
  rm -rf case && cp -r "$here/cases/chance_ward" case
  printf '%s\n' measure,title,nature,start,source 'n,One fewer,rota,2026-01-01,made up' \
    'p,Two fewer by day,position,2026-01-01,made up' 'q,Agency dearer,rota,2026-01-01,made up' >case/measures.csv
  printf '%s\n' measure,from,to,table,where,column,change,value,source \
    'n,,,need,window=w,persons,add,-1,made up' 'p,,,groups,group=day,heads,add,-2,made up' \
    'q,,,sources,code=ag,price_kr_per_h,add,5,made up' >case/edits.csv
  printf '%s\n' measure,year,amount_kr,basis,source "n,2026,$1,full_year,made up" 'p,2026,600000,full_year,made up' \
    >case/claims.csv
}
live() { # OPTIONS...
  status=0
  timeout 300 "$binary" run --full --lang en --csv rfc4180 --input-draws 0 -o results "$@" case >out 2>err || status=$?
  results=results/case
}
says() { grep -Fq -- "$1" out; }
shows() { # TEXT: in the page
  grep -Fq -- "$1" < <(cat $results/report.html | tr '\n' ' ')
}
holds() { # CONDITION of awk
  echo "$1"
  awk "BEGIN { exit !($1) }"
}

# ---------------------------------------------------------------- nothing drawn, nothing said

fresh 1770000
live
check plain_claims is '' claims chance_kept measure=n
check plain_overview is '' overview reached_kept_percent measure=n
check plain_no_days test ! -e results/case/chance_days.csv
check plain_no_section eval '! shows "How sure the figures are"'

# ---------------------------------------------------------------- the verdict, beside the claim

# The claim less its tolerance lies between the fifth and the ninety-fifth of a hundred years: neither sure nor out of reach.
live --draws 100
check first_ended test $status = 0
middle=$(cell chance p50_kr measure=n positions=kept drawn_for=full_year)
tolerance=$(awk -F, '$1 == "tolerance_percent" { print $2 }' case/settings.csv)
claim=$(awk -v m="$middle" -v t="${tolerance:-10}" 'BEGIN { printf "%d", m / (1 - t / 100) }')
fresh "$claim"
live --draws 100
percent=$(cell chance reached_percent measure=n positions=kept drawn_for=full_year)
# The median is reached in half of the years.
check half_reached holds "$percent >= 45 && $percent <= 55"
check uncertain is uncertain chance chance_verdict measure=n positions=kept drawn_for=full_year
for table in claims overview; do
  check "${table}_kept" is uncertain $table chance_kept measure=n
  check "${table}_percent" is "$percent" $table reached_kept_percent measure=n
  check "${table}_adjusted" is "$(cell chance chance_verdict measure=n positions=adjusted drawn_for=full_year)" \
    $table chance_adjusted measure=n
  check "${table}_not_reached" is not_reached $table chance_kept measure=p
done
check no_claim is '' overview chance_kept measure=q
check said says "claim reached in ${percent%.*} of 100 (uncertain), between"
check said_not_reached says 'p: if positions are kept, claim reached in 0 of 100 (not reached), between'
check pairing_said says 'the variance of its effect is divided by'

# By the setting: where half of the years are enough, there is no doubt left.
printf 'sure_percent,50,\n' >>case/settings.csv
live --draws 100
wanted=not_reached
holds "$percent >= 50" >/dev/null && wanted=reached
check setting is $wanted claims chance_kept measure=n

# ---------------------------------------------------------------- the page

check page_section shows 'How sure the figures are'
check page_ranges shows 'class="chart ranges"'
check page_ranges_table shows 'data-table="chance"'
check page_days shows 'class="chart days"'
check page_days_table shows 'data-table="chance_days"'
check page_column shows 'data-column="chance_kept"'

# Days below the norm: every year is in one class, without the measure and with it.
sum_of() { # COLUMN
  awk -F, -v column="$1" '
    { sub(/\r$/, "") }
    FNR == 1 { for (i = 1; i <= NF; i++) if ($i == column) at = i; next }
    $1 == "n" && $3 == "full_year" && $4 == "kept" { sum += $at }
    END { print sum }' $results/chance_days.csv
}
check days_before holds "$(sum_of years_before_percent) > 99.4 && $(sum_of years_before_percent) < 100.6"
check days_after holds "$(sum_of years_after_percent) > 99.4 && $(sum_of years_after_percent) < 100.6"
# No day below the norm with one person fewer wanted is as rare as the mean of these days says: none only where it is 0.
none=$(cell chance_days years_before_percent measure=n drawn_for=full_year positions=kept days_from=0)
mean=$(cell chance below_norm_days_before measure=n drawn_for=full_year positions=kept)
check days_mean holds "$none < 100 && $mean > 0 || $none == 100 && $mean == 0"

# ---------------------------------------------------------------- the workbook, and what repeats it

xml() { unzip -p $results/report.xlsx "$1"; }
check book_sheet eval 'xml xl/workbook.xml | grep -q "Years drawn by chance"'
check book_days eval 'xml xl/workbook.xml | grep -q "Days below the norm, by chance"'
check book_answer eval 'xml xl/sharedStrings.xml | grep -q "By chance, kept"'
check evidence eval 'grep -q "\"generator\": \"taus2" $results/evidence.json && grep -q "\"draws\": 100" $results/evidence.json'

# Without a norm there are no days below it.
rm case/norm.csv
live --draws 20
check no_norm_ended test $status = 0
check no_norm test ! -e $results/chance_days.csv

# The same in Norwegian.
timeout 300 "$binary" run --full --lang nb --input-draws 0 --draws 20 -o norsk case >out 2>err
check norwegian says 'forutsatt beløp nås i'
check norwegian_page eval 'grep -q "Hvor sikre tallene er" norsk/case/report.html'

# ---------------------------------------------------------------- what moves the effect

fresh 1770000
sed -i '2s/made up/assumed/' case/absence.csv
timeout 300 "$binary" run --full --lang en --csv rfc4180 --draws 60 --input-draws 30 -o results case >out 2>err
check tornado shows 'class="chart tornado"'
check tornado_table shows 'data-table="drivers"'

finish
