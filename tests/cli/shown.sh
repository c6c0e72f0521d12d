#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Hostile text: whatever stands in a cell, a path or an argument, no message changes what a terminal shows, no CSV file has
# it, and the page and every part of the workbook are well-formed.
#
#   tests/cli/shown.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

escape=$'\x1b[31m'
ended() {
  echo "status $status, $1 wanted"
  cat -v err
  [ "$status" = "$1" ]
}
rota() { # COMMAND...: the status in `status`, what it says in `err` and `out`
  status=0
  timeout 60 "$binary" "$@" >out 2>err || status=$?
}
harmless() { # FILE...: no control characters but line ends, no direction marks, no code points that are none, UTF-8
  if grep -aqP '[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xef\xbf[\xbe\xbf]' "$@"; then
    cat -v "$@" | head -n 5
    return 1
  fi
  cat "$@" | iconv -f UTF-8 -t UTF-8 >/dev/null
}
complains() { cat -v err; grep -Fq -- "$1" err; }
fresh() {
  rm -rf ward results
  cp -r "$here/cases/night_post" ward
}

# ---------------------------------------------------------------- cells: every sign in turn, in a title

# Those of C0 but line ends, of C1, of direction, and code points that are no characters.
signs=('\x01' '\x08' '\x0b' '\x0c' '\x1b[2J' '\x7f' '\xc2\x85' '\xc2\x9b' '\xe2\x80\x8e' '\xe2\x80\xae' '\xe2\x81\xa6' '\xef\xbf\xbe' '\xef\xbf\xbf' '\xf0\x9f\xbf\xbf')
fresh
{
  echo 'measure;title;nature;start;status;note'
  n=0
  for sign in "${signs[@]}"; do
    n=$((n + 1))
    printf "M$n;One${sign}fewer $n;rota;2025-01-01;not_started;note${sign}\n"
  done
} >ward/measures.csv
{ head -n 1 ward/claims.csv; for n in $(seq ${#signs[@]}); do sed -n '2,$s/^M;/M'"$n"';/p' ward/claims.csv; done; } >claims
{ head -n 1 ward/edits.csv; for n in $(seq ${#signs[@]}); do sed -n '2,$s/^M;/M'"$n"';/p' ward/edits.csv; done; } >edits
mv claims edits . 2>/dev/null
cp claims ward/claims.csv
cp edits ward/edits.csv
sed -i "s/^title;t;/title;t$(printf '\x1b[31m');/; s/^zone;I;x/zone;I;x$(printf '\xe2\x80\xae')/" ward/settings.csv
rota run --lang en -o results ward
check titles_status ended 0
check titles_told harmless out err
check titles_line complains 'ward/measures.csv:2: warning: title: "One\x01fewer 1": a control character'
check titles_csv harmless results/ward/*.csv results/ward/evidence.json
check titles_csv_escaped grep -Fq 'One\x0Bfewer 3' results/ward/overview.csv
check titles_page harmless results/ward/report.html
check titles_page_escaped grep -Fq 'One\xEF\xBF\xBEfewer 12' results/ward/report.html
for command in explain compare need; do
  rota $command --lang en ward
  check "titles_$command" harmless out err
done

# ---------------------------------------------------------------- messages about cells

cell() { # NAME FILE SED: escape in a cell, found by its message
  fresh
  sed -i "$3" "ward/$2"
  rota check ward
  check "$1_status" ended 3
  check "$1_harmless" harmless out err
  check "$1_said" complains '\x1B[31m'
}
cell common settings.csv "\$a common;${escape}I;"
cell reference need.csv "2,\$s/^w;/w${escape};/"
fresh
rm ward/measures.csv ward/edits.csv
sed -i "s/^M;/M${escape};/" ward/claims.csv
rota check ward
check missing_table_status ended 3
check missing_table_harmless harmless out err
cell header need.csv "1s/unit/un${escape}it/"
cell number need.csv "2,\$s/;[0-9.]*\$/;1${escape}/"

# ---------------------------------------------------------------- paths and arguments

odd="w${escape}x$(printf '\xe2\x80\xae')"
for words in "check $odd" "run --$odd x" "run -$(printf '\x1b') x" "run --jobs $odd x" "run --lang $odd x" "$odd" "new $odd" \
  "check $odd" "run -q -o $odd/results $odd" "explain $odd $odd" "model --lp $odd/x $odd $odd" "model --unit $odd --lp y $odd" \
  "run -q -o $odd/settings.csv $odd" "model --lp /nowhere/$odd $odd" "check $(printf 'bad\xff')" "compare --year $odd $odd"; do
  rota $words
  name=$(cat -v <<<"$words" | tr -c 'a-zA-Z0-9\n' _)
  check "words_$name" harmless out err
done
fresh
cp -r ward "$(printf 'bad\xff')"
rota run -q -o results "$(printf 'bad\xff')"
check bytes_status ended 0
check bytes_name grep -Fq '"name": "bad\\xFF"' results/*/evidence.json
check bytes_harmless harmless results/*/evidence.json results/*/report.html

# ---------------------------------------------------------------- whole paths

long=$(printf 'a-folder-with-a-long-name/%.0s' 1 2 3 4)
mkdir -p "$long"
cp -r ward "$long"
sed -i '2,$s/;[^;]*$/;many/' "$long/ward/need.csv"
rota check "$long/ward"
check long_path complains "${long}/ward/need.csv:2: "

# ---------------------------------------------------------------- whole scenarios

named() { # CASE STATUS: run as it stands; nothing that it says or writes does anything to a terminal
  rm -rf case results
  cp -r "$here/cases/$1" case
  rota run --lang en -q -o results case
  check "$1" ended "$2"
  check "$1_is_told_harmless" harmless err
}
named escape_common 3
check escape_common_is_shown complains 'common: "\x1B[32mI": no such folder'
named escape_missing_table 3
check escape_missing_table_is_shown complains 'names `M\x1B[31m1` of it'
named escape_words 3
check escape_words_is_shown complains '`x\x1B[31m` is not one of the words allowed'
for title in title_fffe title_vertical_tab; do # a workbook that is not well-formed in every part ends the run
  named $title 0
  check "${title}_results" harmless results/case/*.csv results/case/report.html
  check "${title}_workbook" test -s results/case/report.xlsx
done

finish
