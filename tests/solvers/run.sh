#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Exports programmes in both formats and has glpsol, CBC and HiGHS solve them: each must find the least cost that
# rotacost tells. Usage: tests/solvers/run.sh BINARY BUILD, highs.mjs and its packages in BUILD. The last line is
# "N passed, M failed (solvers)".
set -u
export LC_ALL=C
binary=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scenarios=$here/../../scenarios
cd "$2" || exit 1
rm -rf work && mkdir work && cd work || exit 1

# ---------------------------------------------------------------- what is exported

# Copies of the template: nobody to hire, whole heads, a year-round rota, codes that a reader may take for a number.
make_wards() {
  "$binary" new --lang en ward >/dev/null && cp -r ward short && cp -r ward steps && cp -r ward yearly && cp -r ward codes &&
    sed -i '/^\(agency\|sub\|extra\|overtime\)/d' short/sources.csv &&
    sed -i 's/^\(unit;group.*\);source/\1;adjust_step_heads;source/; s/^\(ward;nurses;.*\);assumed/\1;1;assumed/
      /^ward;nurses;/!s/^\(ward;.*\);assumed/\1;;assumed/' steps/groups.csv &&
    printf 'M1;;;groups;unit=ward;%s;assumed\n' 'regime;set;year' 'band_percent;set;20' >>yearly/edits.csv &&
    sed -i 's/;nurses;/;1e5;/; s/;nurses_part;/;.5;/; s/^ward;skilled;/ward;inf;/; s/day evening/day free/' codes/groups.csv &&
    sed -i 's/;evening;/;free;/' codes/shifts.csv && sed -i 's/^agency;/-inf;/' codes/sources.csv
}

programmes="
$scenarios/rennebu-2024 year_rota_nursing_home
$scenarios/rennebu-2024 year_rota_nursing_home --positions adjusted
$scenarios/rennebu-2024 year_rota_nursing_home --before
$scenarios/rennebu-2024 two_fte_wards --positions adjusted
$scenarios/rennebu-2024 night_nursing_home --year 2024
$scenarios/karasjok-2023 full_time_culture --positions adjusted
$scenarios/kongsvinger-2012 larger_positions
$scenarios/new-record-system
$scenarios/skaun-malvik-sfo two_adults --positions adjusted
short
short M1 --positions adjusted
steps M1 --positions adjusted
yearly M1 --before --positions adjusted
codes M1 --positions adjusted"

export_all() {
  local number=0 words
  while read -r words; do
    [ -n "$words" ] || continue
    number=$((number + 1))
    echo "$words" >$number.words
    # shellcheck disable=SC2086 # codes have no blanks
    "$binary" model $words --lp $number.lp --mps $number.mps >$number.told 2>&1 || echo "FAILED model $words: $(cat $number.told)"
  done <<<"$programmes"
}

# ---------------------------------------------------------------- who solves it: one line "FILE OPTIMUM"

by_glpsol() { # FILE
  local option=--freemps
  case $1 in *.lp) option=--lp ;; esac
  glpsol "$option" "$1" -o "$1.glpsol" >"$1.log" 2>&1
  awk -v file="$1" '/^Status:/ { good = /OPTIMAL/ } /^Objective:/ && good { optimum = $4 }
    END { print file, optimum == "" ? "none" : optimum }' "$1.glpsol"
}
by_cbc() { # FILE
  cbc "$1" -ratioGap 0 -allowableGap 0 -solve -solution "$1.cbc" >"$1.log" 2>&1
  if grep -qiE 'bad image|[1-9][0-9]* errors|### ' "$1.log"; then
    echo "$1 misread"
  else
    awk -v file="$1" 'NR == 1 { print file, /^Optimal/ ? $NF : "none" }' "$1.cbc"
  fi
}

compare() { # SOLVER, its lines on standard input
  while read -r file optimum; do
    cost=$(sed -n 's/.*least cost \([0-9.]*\) kr.*/\1/p' "${file%.*}.told")
    if awk -v cost="$cost" -v optimum="$optimum" 'BEGIN { apart = optimum - cost
      exit !(cost > 0 && optimum > 0 && apart * apart <= (1e-6 * cost) ^ 2) }'; then
      echo "passed"
    else
      echo "FAILED $1 on $(cat "${file%.*}.words"), $file: $optimum, $cost told"
    fi
  done
}

make_wards || exit 1
export_all
{
  ls -- *.lp *.mps | while read -r file; do by_glpsol "$file"; done | compare glpsol &
  node ../highs.mjs ./*.lp ./*.mps | compare HiGHS &
  wait
  ls -- *.lp *.mps | while read -r file; do by_cbc "$file"; done | compare CBC
} >results
grep -v '^passed' results
wanted=$((6 * $(ls -- *.words | wc -l))) # three solvers, two formats
passed=$(grep -c '^passed' results)
echo "$passed passed, $((wanted - passed)) failed (solvers)"
[ "$passed" = "$wanted" ]
