#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Scenarios to start from: `rotacost new --kind`. Usage: tests/cli/kinds.sh BINARY. With ROTACOST_LONG=1 four kinds are solved,
# not two; with ROTACOST_LONG=2 all of them.
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

kinds='ward nursing-home home-care group-home sfo kindergarten school fire office'
solved='ward kindergarten'
case ${ROTACOST_LONG-} in
1) solved='ward kindergarten sfo fire' ;;
2) solved=$kinds ;;
esac

new() { # NAME LANGUAGE OPTION...
  local name=$1 language=$2
  shift 2
  "$binary" new --lang "$language" "$@" "$name" >out 2>err
}
clean() { # SCENARIO LANGUAGE: no warning of a likely slip, and nothing else to say
  "$binary" check --strict --lang "$2" "$1" >out 2>err && ! grep -E 'warning|advarsel' err
}
rows() { tail -c +4 "$1" | grep -v '^#' | tail -n +2; } # FILE: without comments and header

# ---------------------------------------------------------------- each of them, in both languages

for kind in $kinds; do
  for language in en nb; do
    check "${kind}_new_$language" new "$kind-$language" "$language" --kind "$kind"
    check "${kind}_clean_$language" clean "$kind-$language" "$language"
  done
done
every_mark_filled() { ! grep -l '[{}]' ./*-en/*.csv ./*-nb/*.csv; }
check every_mark_filled every_mark_filled
lines_are_short() { ! cat ./*-en/{need,groups,settings}.csv ./*-nb/{behov,grupper,innstillinger}.csv | LC_ALL=C.UTF-8 grep -E '^#.{120}'; }
check lines_are_short lines_are_short
norwegian() { [ -e "$1-nb/grupper.csv" ] && [ ! -e "$1-nb/groups.csv" ] && ! grep -wE 'assumed|mon|sat|sun|need|set|add|in_year|full_year|unit|nurse|skilled' "$1"-nb/*.csv; }
for kind in $kinds; do
  check "${kind}_norwegian" norwegian "$kind"
done
# What no source gives says that it is assumed: every row of need, contracts, shifts and measures does.
assumed() { ! rows "$1" | grep -v ';assumed$'; }
for kind in $kinds; do
  for table in need groups measures claims edits; do
    check "${kind}_${table}_assumed" assumed "$kind-en/$table.csv"
  done
done
scratch_is_gone() { TMPDIR=$work/scratch; mkdir "$TMPDIR"; export TMPDIR; new other en --kind ward; ls "$TMPDIR"; [ -z "$(ls "$TMPDIR")" ]; }
check scratch_is_gone scratch_is_gone
unset TMPDIR
no_scratch() { TMPDIR=$work/missing new none en --kind ward; [ $? = 70 ] && grep -q 'cannot make the folder' err && [ ! -e none ]; }
check no_scratch no_scratch

# ---------------------------------------------------------------- persons, heads and positions by hand

# Ward, 24 beds: by day on weekdays a nurse per 12, a skilled worker per 8, an assistant per 16 (1.5 is 2).
persons() { rows "$1/need.csv" | awk -F ';' -v window="$2" -v days="$3" '$2 == window && $5 == days { printf "%s %s ", $6, $7 }'; }
of_day() { [ "$(persons "$1" day mon-fri)" = "$2" ] || { persons "$1" day mon-fri; false; }; }
check ward_24 of_day ward-en 'nurse 2 skilled 3 assistant 2 '
# 48 beds: 4, 6 and 3. 10 beds: 0.83, 1.25 and 0.63, one at least.
new ward-48 en --kind ward --places 48
check ward_48 of_day ward-48 'nurse 4 skilled 6 assistant 3 '
new ward-10 en --kind ward --places 10
check ward_10 of_day ward-10 'nurse 1 skilled 1 assistant 1 '
check ward_48_clean clean ward-48 en

# Office, 12 at work: 0.8 x 12 = 9.6 is 10 advisers, 2.4 is 2 secretaries. Absence is not replaced and public holidays are
# free with pay, so that 10 posts of 7.5 h on every weekday but those are 10 full-time positions of 37.5 h: 5 x 7.5 / 37.5 = 1.
contracts() { rows "$1/groups.csv" | awk -F ';' '{ printf "%s %s x %s ", $2, $5, $6 }'; }
has_contracts() { contracts "$1"; [ "$(contracts "$1")" = "$2" ]; }
check office_contracts has_contracts office-en 'advisers 10 x 100 secretaries 2 x 100 '

# Group home, one skilled worker at night: 9.5 h and 15 min of handover on 365 nights are 3 558.75 h, of 52 x 35.5 h = 1 846 h
# a position 1.928 FTE gross. People for one on duty, the mean of 1 / ((1 - holiday) (1 - sick)): in 8 weeks of summer
# 1 / (0.625 x 0.905) = 1.77, in 10 weeks of other holidays 1.25, in 34 weeks 1.14, in all 1.26. So 2.43 FTE net. About 70 %
# each: 3.5, so that four heads have 61 %. The weekends take 1 x 3 x 1.26 = 3.8 heads, four as well.
night_contract() { rows group-home-en/groups.csv | grep '^group_home;skilled_night;.*;4;61;3;night;'; }
check night_contract night_contract

# The weekends decide where they take more heads than the hours: on every day two skilled workers by day and two in the
# evening are 4 on duty, every third weekend 12 heads, with those away 12 x 1.26 = 15.1: 16.
weekend_contract() { rows group-home-en/groups.csv | grep '^group_home;skilled;.*;16;'; }
check weekend_contract weekend_contract

# ---------------------------------------------------------------- units

new three en --kind nursing-home --units 3
check three_clean clean three en
three_units() { [ "$(rows three/units.csv | cut -d ';' -f 1 | tr '\n' ' ')" = 'home_1 home_2 home_3 ' ] && grep -q ';Nursing home 3;' three/units.csv; }
check three_units three_units
need_h() { "$binary" need --csv rfc4180 --year 2026 "$1" 2>err | tr -d '\r' | awk -F , 'FNR == 1 { for (i = 1; i <= NF; i++) if ($i == "need_h") at = i; next }
  { print $at }' | tail -n 1; }
times_three() {
  local one sum
  one=$(need_h nursing-home-en) sum=$(need_h three)
  echo "one $one, three $sum"
  awk -v one="$one" -v sum="$sum" 'BEGIN { exit !(one > 1000 && sum - 3 * one < 1 && 3 * one - sum < 1) }'
}
check times_three times_three
same_contracts() { [ "$(rows three/groups.csv | cut -d ';' -f 2-9 | sort | uniq -c | awk '{ print $1 }' | sort -u)" = 3 ]; }
check same_contracts same_contracts
for kind in sfo school fire; do
  new "two-$kind" nb --kind "$kind" --units 2 --places 20
  check "two_${kind}_clean" clean "two-$kind" nb
done

# ---------------------------------------------------------------- solved

run() { # SCENARIO LANGUAGE
  timeout 300 "$binary" run -q --lang "$2" -o results "$1" >out 2>err
}
money() { awk -F ';' 'FNR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /_kr$/) wanted[++n] = i; next }
  { for (i = 1; i <= n; i++) printf "%s ", $wanted[i]; print "" }' "results/$1/effects.csv"; }
same_money() { [ -s "results/$1-en/effects.csv" ] && diff <(money "$1-en") <(money "$1-nb"); }
# The contracts fit: little is worked beyond them, and no hour stands empty.
fits() {
  awk -F ';' 'FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    { variable = $at["variable_percent"]; short = $at["short_h"]; sub(",", ".", variable); sub(",", ".", short)
      print variable " % variable, " short " h short"
      if (variable + 0 > 12 || short + 0 > 0.5 || $at["contracted_fte"] + 0 == 0) bad = 1 }
    END { exit bad || FNR < 3 }' "results/$1-en/units.csv"
}
claimed() { grep -q '^[MT]1;' "results/$1-en/claims.csv"; }
for kind in $solved; do
  check "${kind}_run_en" run "$kind-en" en
  check "${kind}_run_nb" run "$kind-nb" nb
  check "${kind}_same_money" same_money "$kind"
  check "${kind}_fits" fits "$kind"
  check "${kind}_claimed" claimed "$kind"
done

# As a workbook the same, but for the hashes and names of the input.
same_as_folder() { # KIND
  "$binary" new --lang en --kind "$1" "$1.xlsx" >out 2>err && timeout 300 "$binary" run -q --lang en -o books "$1.xlsx" >out 2>err || return 1
  for file in effects ledger units groups weeks; do
    diff <(sed 's/^\xEF\xBB\xBF//' "results/$1-en/$file.csv") <(sed 's/^\xEF\xBB\xBF//' "books/$1/$file.csv") || return 1
  done
}
for kind in $solved; do
  check "${kind}_workbook" same_as_folder "$kind"
done

# ---------------------------------------------------------------- what is refused

refused() { # TEXT OPTION...
  local text=$1
  shift
  "$binary" new --lang en "$@" refused.xlsx >out 2>err
  [ $? = 2 ] && [ ! -e refused.xlsx ] && grep -F -- "$text" err
}
check no_units refused 'from 1 to 50' --kind ward --units 0
check many_units refused 'from 1 to 50' --kind ward --units 1000
check half_units refused 'from 1 to 50' --kind ward --units 1.5
check no_places refused 'write how many places' --kind ward --places 0
check few_places refused 'a unit of the kind ward has from 8 to 60 beds' --kind ward --places 7
check many_places refused 'a unit of the kind fire has from 4 to 20 people on duty' --kind fire --places 21
check unknown_kind refused 'nursing-home' --kind hospital
check units_alone refused '--units needs --kind' --units 2
check places_alone refused '--places needs --kind' --places 20
check kind_and_from refused '--kind and --from exclude' --kind ward --from ward-en
no_option_of_run() { "$binary" run --lang en --kind ward ward-en >out 2>err; [ $? = 2 ] && grep -q 'run does not accept --kind' err; }
check no_option_of_run no_option_of_run
# The least and the most of each are clean too, whose every figure must be one that is usual.
ends() { # KIND PLACES
  new "end-$1-$2" en --kind "$1" --places "$2" && clean "end-$1-$2" en
}
ends='ward:8 ward:60 fire:4 office:100'
[ "${ROTACOST_LONG-}" = 2 ] && ends='ward:8 ward:60 nursing-home:8 nursing-home:96 home-care:20 home-care:400 group-home:4 group-home:24
  sfo:15 sfo:400 kindergarten:24 kindergarten:200 school:20 school:500 fire:4 fire:20 office:5 office:100'
for end in $ends; do
  check "ends_$end" ends "${end%:*}" "${end#*:}"
done

finish
