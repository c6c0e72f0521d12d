#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The reasons between claim and model through the command line, in the words of a controller: the claim against the direct
# price, posts that stay, what a year-round rota releases and why no more, and the same in every place that tells them.
#
#   tests/cli/reasons.sh BINARY      the last line is "N passed, M failed"
#
# ROTACOST_LONG=1 (make test-long) asks the same of a shipped scenario, ROTACOST_ALL=1 of those that take longest too.
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

# ---------------------------------------------------------------- what is looked at

solve() { # FOLDER LANGUAGE
  timeout 600 "$binary" run --full --lang "$2" -o results "$1" >out 2>err || { cat out err; return 1; }
  results=results/$(basename "$1")
}
# Plain blanks and minus signs, as English terminals have them.
plain() { sed 's/\xc2\xa0/ /g; s/\xe2\x88\x92/-/g' "$@"; }
says() { plain out | grep -F -- "$1" || { plain out; return 1; }; }
says_not() { ! plain out | grep -F -- "$1"; }
times() { # COUNT TEXT FILE: lines that hold it
  local found
  found=$(plain "$3" | grep -cF -- "$2")
  echo "$found times, $1 wanted: $2"
  [ "$found" = "$1" ]
}
# A cell, whole kroner, of the first row in which every COLUMN=TEXT holds. Rows asked for hold no semicolon in a text.
cell() { # TABLE COLUMN [COLUMN=TEXT]...
  local table=$1 column=$2
  shift 2
  plain "$results/$table.csv" | awk -F ';' -v column="$column" -v wanted="$*" '
    FNR == 1 { sub(/^\357\273\277/, ""); for (i = 1; i <= NF; i++) at[$i] = i; pairs = split(wanted, want, " "); next }
    { fits = 1
      for (p = 1; p <= pairs; p++) { eq = index(want[p], "=")
        if ($at[substr(want[p], 1, eq - 1)] != substr(want[p], eq + 1)) fits = 0 }
      if (fits) { text = $at[column]; sub(/[.,][0-9][0-9]$/, "", text); print text; exit } }'
}
is() { # VALUE TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1 found
  shift
  found=$(cell "$@")
  echo "$*: found '$found', wanted '$wanted'"
  [ "$found" = "$wanted" ]
}
near() { # VALUE PLAY TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1 play=$2 found
  shift 2
  found=$(cell "$@")
  echo "$*: found '$found', wanted $wanted within $play"
  awk -v found="$found" -v wanted="$wanted" -v play="$play" \
    'BEGIN { exit found !~ /^-?[0-9]+$/ || found - wanted > play || wanted - found > play }'
}
tells() { # TEXT TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1 found
  shift
  found=$(cell "$@")
  echo "$*: '$found' tells not: $wanted"
  case $found in *"$wanted"*) ;; *) false ;; esac
}

# The same words and kroner in the bridge, in why.csv, in claims.csv, on the page and on the terminal.
same_everywhere() { # MEASURE YEAR POSITIONS STEP
  local words kr
  words=$(cell bridge reason "measure=$1" "year=$2" "positions=$3" "step=$4")
  kr=$(cell bridge kr "measure=$1" "year=$2" "positions=$3" "step=$4")
  echo "$4, $kr kr: $words"
  [ -n "$words" ] && [ "$words" = "$(cell why easing "measure=$1" "year=$2" "positions=$3" "limit_kind=$4")" ] &&
    [ "$kr" = "$(cell why saving_kr "measure=$1" "year=$2" "positions=$3" "limit_kind=$4")" ] &&
    [ "$words" = "$(cell claims reason "measure=$1" "year=${5-$2}" "main_reason=$4")" ] &&
    [ "$kr" = "$(cell claims main_reason_kr "measure=$1" "year=${5-$2}" "main_reason=$4")" ] &&
    plain "$results/report.html" | grep -qF -- "$words" && plain out | grep -qF -- "$words"
}

# No reason larger than the difference between the totals on either side of it.
none_larger() {
  awk -F ';' '
    function ore(text) { sub(/[.,]/, "", text); return text + 0 }
    function size(number) { return number < 0 ? -number : number }
    FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["row_kind"] == "total" { for (i = 1; i <= steps; i++)
        if (size(step[i]) > size(ore($at["kr"]) - total)) { print line[i]; bad = 1 }
      total = ore($at["kr"]); steps = 0 }
    $at["row_kind"] == "step" { step[++steps] = ore($at["kr"]); line[steps] = $0; all++ }
    END { print all + 0 " reasons"; exit bad || !all }' "$results/bridge.csv"
}

# One measure of the shipped case and one of its units, without what takes long and has no part in it.
part_of_rennebu() { # MEASURE UNIT
  rm -rf part common
  cp -r "$scenarios/rennebu-2024" part
  cp -r "$scenarios/common" common
  rm -f part/design.csv part/catalogue.csv part/amounts.csv
  for table in units groups need shifts sources norm absence; do keep "$table" unit "$2"; done
  for table in measures edits claims; do keep "$table" measure "$1"; done
  awk -F ';' -v unit="unit=$2" 'NR == 1 || ($5 " ") ~ unit "[ ]"' part/edits.csv >kept && mv kept part/edits.csv
  awk -F ';' 'NR == 1 || $1 != ""' part/claims.csv >kept && mv kept part/claims.csv
}
keep() { # TABLE COLUMN TEXT: its rows, and those without any text in the column
  awk -F ';' -v column="$2" -v text="$3" '/^#/ { next }
    !at { for (i = 1; i <= NF; i++) if ($i == column) at = i; print; next }
    $at == text || $at == ""' "part/$1.csv" >kept && mv kept "part/$1.csv"
}

# ---------------------------------------------------------------- the claim against the direct price, where it is shipped

# A night post fewer, claimed at 1 500 000: the direct price of these hours is 1 602 084, and posts that stay take back
# more than that. No word of bare pay.
night() {
  part_of_rennebu night_nursing_home night_3700
  check night_solves solve part en
  check night_kept_main is positions claims main_reason measure=night_nursing_home year=2025
  check night_direct tells 'the claim counts 1 500 000 kr for these hours (1.88 FTE), their direct price is 1 602 084 kr' \
    claims reason measure=night_nursing_home year=2025
  check night_sides tells '. Against it: the claim counts' claims reason measure=night_nursing_home year=2025
  check night_stay tells 'all positions are kept and are paid, idle contract hours from' \
    claims reason measure=night_nursing_home year=2025
  check night_adjusted near 102084 1 bridge kr measure=night_nursing_home year= positions=adjusted step=direct_price
  check night_cover tells 'have holidays and sickness too: 1 FTE of hours takes 1.28 positions' \
    bridge reason measure=night_nursing_home year= positions=adjusted step=holiday_and_absence_cover
  check night_same same_everywhere night_nursing_home '' kept positions 2025
  check night_larger none_larger
  check night_no_detour says_not 'bare pay'

  # The same in Norwegian, with the same kroner.
  kr=$(cell claims main_reason_kr measure=night_nursing_home year=2025)
  check night_solves_nb solve part nb
  check night_same_kr is "$kr" claims main_reason_kr measure=night_nursing_home year=2025
  check night_direct_nb tells 'disse timene er forutsatt til 1 500 000 kr (1,88 årsverk), den direkte prisen er 1 602 084 kr' \
    claims reason measure=night_nursing_home year=2025
  check night_sides_nb tells '. Motsatt vei: disse timene' claims reason measure=night_nursing_home year=2025
  check night_same_nb same_everywhere night_nursing_home '' kept positions 2025

  # explain tells the same bridge.
  explained() { # LANGUAGE TEXT
    "$binary" explain --lang "$1" part night_nursing_home >out 2>&1 && says "$2"
  }
  check night_explained explained en 'claim against direct price (adjusted): the claim counts 1 500 000 kr for these hours (1.88 FTE), their direct price is 1 602 084 kr.'
  check night_explained_nb explained nb 'forutsatt mot direkte pris (tilpasset): disse timene er forutsatt til 1 500 000 kr'
}

# ---------------------------------------------------------------- a small difference, and a claim of bare pay

cp -r "$here/cases/night_post" case
claims() { printf '%s\n' 'measure;year;amount_kr;basis;fte;fte_basis;leaves_out' "M;2025;$1;in_year;;;$2" >case/claims.csv; }
small_and_bare() {
  solve case en
  whole=$(cell overview kept_kr measure=M)
  claims $((whole * 1003 / 1000)) ''
  check small_solves solve case en
  check small_no_reason is '' claims main_reason measure=M
  check small_step tells 'so small a difference' bridge reason measure=M positions=kept step=within_tolerance
  check small_larger none_larger
  claims $((whole / 3)) on_costs
  check bare_solves solve case en
  check bare_words tells 'without what the claim leaves out: on-costs' bridge reason measure=M positions=kept step=direct_price
  check bare_total tells 'modelled, without what the claim leaves out' bridge reason measure=M positions=kept step=comparable
  check bare_larger none_larger
}
if_long small_and_bare

# Eight nurses at 75 %, and the night post fewer: posts that stay take back what the hours are worth.
printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every' 'w;g;nurse;8;75;3' >case/groups.csv
claims 1900000 ''
check posts_solve solve case en
check posts_main is positions claims main_reason measure=M year=2025
check posts_stay tells 'all positions are kept and are paid, idle contract hours from' claims reason measure=M year=2025
check posts_same same_everywhere M 2025 kept positions
check posts_larger none_larger
check posts_no_detour says_not 'bare pay'

# Sixteen of them in a year-round rota: their idle hours replace nobody, which is why no more is released.
printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every' 'w;g;nurse;16;75;3' >case/groups.csv
sed 's/,/./g' "$here/../../src/app/template/absence.csv" >case/absence.csv
printf '%s\n' 'measure;table;where;column;change;value' 'M;groups;unit=w;regime;set;year' \
  'M;groups;unit=w;band_percent;set;20' >case/edits.csv
claims 900000 ''
check rota_solves solve case nb
check rota_main is released claims main_reason measure=M year=2025
check rota_more tells 'Mer frigjøres ikke, for' claims reason measure=M year=2025
check rota_same same_everywhere M 2025 kept released
check rota_larger none_larger

# ---------------------------------------------------------------- what a year-round rota releases, and why no more

sanitized=
case $1 in *-sanitize* | *clang*) sanitized=yes ;; esac
year_rotas() {
  # With the contracts of the shipped case no hour of the ward is idle.
  part_of_rennebu year_rota_nursing_home skauma
  check ward_solves solve part en
  least=$(cell overview kept_kr measure=year_rota_nursing_home)
  check ward_main is released claims main_reason measure=year_rota_nursing_home year=2025
  check ward_words tells ' kr are released where 1 500 000 kr are claimed, ' \
    claims reason measure=year_rota_nursing_home year=2025
  check ward_no_more tells 'No more is released, for with the contracts as given no contract hour is idle' \
    claims reason measure=year_rota_nursing_home year=2025
  check ward_no_hours says_not 'no hours are taken away'
  check ward_same same_everywhere year_rota_nursing_home 2025 adjusted released
  check ward_larger none_larger

  # A fifth more contract: idle hours, which the words name, and which a year-round rota releases.
  awk -F ';' -v OFS=';' 'NR > 1 { sub(",", ".", $6); $6 *= 1.2; sub(/\./, ",", $6) } { print }' part/groups.csv >kept &&
    mv kept part/groups.csv
  check idle_solves solve part nb
  check idle_named tells 'ubrukte stillingstimer fra' \
    bridge reason measure=year_rota_nursing_home year=2025 positions=kept step=released
  check idle_kept near 292322 3000 overview kept_kr measure=year_rota_nursing_home
  check idle_adjusted near 651847 6500 overview adjusted_kr measure=year_rota_nursing_home
  check idle_releases test "$(cell overview kept_kr measure=year_rota_nursing_home)" -gt $((3 * least))
  check idle_more tells 'Mer frigjøres ikke, for' \
    bridge reason measure=year_rota_nursing_home year=2025 positions=kept step=released
  check idle_floor times 0 'Beholdt over tilpasset' out

  # Kept lies above adjusted: said once, with what is fitted without the measure and with it.
  part_of_rennebu year_rota_home_care home_care
  check floor_solves solve part en
  check floor_above test "$(cell overview kept_kr measure=year_rota_home_care)" -gt \
    "$(cell overview adjusted_kr measure=year_rota_home_care)"
  check floor_told times 1 'Kept above adjusted: year_rota_home_care. It saves' out
  check floor_page times 1 'less if positions are adjusted than if they are kept: fitting positions to the need saves' \
    "$results/report.html"
  check floor_verdict tells 'and that if positions are kept. ' overview why measure=year_rota_home_care
}

# The other shipped case that claims anything which the model can check: more than claimed.
shipped() {
  check kongsvinger_solves solve "$scenarios/kongsvinger-2012" nb
  check kongsvinger_larger none_larger
  check kongsvinger_same same_everywhere kindergarten_hours '' kept released 2014
}
if [ "${ROTACOST_LONG-}" = 1 ] && [ -z "$sanitized" ]; then
  if [ "${ROTACOST_ALL-}" = 1 ]; then
    night
    year_rotas
  fi
  shipped
fi

finish
