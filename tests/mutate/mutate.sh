#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Plants the errors of the lists beside this script, one at a time, and runs the tests named with each: one of them must fail.
# make mutate; what lives is printed, and the last line is "N of M died".
#
#   tests/mutate/mutate.sh BUILD LIBRARIES [WORD]
#     BUILD      a built folder with all tests, such as build/gcc
#     LIBRARIES  as a test is linked
#     WORD       only entries that this expression fits
#   tests/mutate/mutate.sh texts     plants nothing: does the text of every entry stand once in its file?
#
# An entry is four fields, each on lines that begin with its word (`text` and `error` may run on over more lines):
#   in     the file
#   text   what stands there, once
#   error  what is planted in its place
#   by     test programs and scripts of the command line that are to find it, the likeliest first
#
# A program is linked with the changed file before the library, which then gives all others; nothing else is built anew.
set -u
export LC_ALL=C
lists=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$lists/../.." || exit 1
export build=$1 libraries=${2-}
only=${3-}

# Every entry as in, text, error, by, each ended by a NUL.
entries() {
  awk 'function put(   i) { if (field["in"] == "") return
         for (i = 1; i <= 4; i++) printf "%s%c", field[name[i]], 0
         for (i = 1; i <= 4; i++) field[name[i]] = "" }
       BEGIN { split("in text error by", name, " ") }
       FNR == 1 { put() }
       /^#/ || /^$/ { next }
       /^in / { put() }
       /^(in|text|error|by) / { at = $1; field[at] = substr($0, length(at) + 2); next }
       { field[at] = field[at] "\n" $0 }
       END { put() }' "$lists"/*.txt
}

texts() {
  entries | awk -v RS='\\0' '
    function times(name, text,   at, count) {
      if (!(name in whole)) {
        while ((getline at < name) > 0) whole[name] = whole[name] at
        close(name)
      }
      for (at = whole[name]; text != "" && index(at, text); count++) at = substr(at, index(at, text) + 1)
      return count + 0
    }
    NR % 4 == 1 { file = $0 }
    NR % 4 == 2 { all++; if (times(file, $0) != 1) { wrong++; printf "%s: stands there %d times: %s\n", file, times(file, $0), $0 } }
    END { printf "tests/mutate: %d of %d texts stand once in their files\n", all - wrong, all; exit wrong > 0 || !all }'
}
stands_once() { # FILE TEXT
  local all
  all=$(<"$1") && [[ $all == *"$2"* && ${all#*"$2"} != *"$2"* ]]
}
[ "$build" != texts ] || { texts; exit; }
export folder=build/mutate
rm -rf $folder
mkdir -p $folder

compile() { $(cat $build/flags) -O1 -g0 -w -MF /dev/null -c -o "$2" "$1"; }
link() { # OUT OBJECT...
  $(cat $build/flags) -MF /dev/null -o "$@" $libraries
}
# Runs a test against a program; a test program ends at its first failure. What hangs is ended by its CPU, which means the
# same on a loaded machine; the clock is for what waits.
passes() ( # TEST PROGRAM BINARY
  ulimit -t 300
  case $1 in
    *.sh) timeout 3600 "$1" "$3" ;;
    *) CMOCKA_TEST_ABORT=1 ROTACOST_LONG=0 timeout 3600 "$2" "$3" ;;
  esac
)

# Does one of the tests fail? Its name, or `-` where the error does not compile, or nothing.
found_by() { # AT FILE TEST...
  local at=$1 test
  shift 2
  compile $at/planted.c $at/planted.o || { echo -; return; }
  for test; do
    case $test in
      *.sh) link $at/rotacost $build/src/app/main.o $at/planted.o && passes $test - $at/rotacost >$at/log 2>&1 || { echo $test; return; } ;;
      *) link $at/test $build/tests/$test.o $at/planted.o $build/tests/support/*.o || { echo -; return; }
         passes $test $at/test $build/rotacost >$at/log 2>&1 || { echo $test; return; } ;;
    esac
  done
}

# One entry, whose fields lie in the folder AT; what is to be told of it in its `told`.
plant() { # AT
  local at=$1 file text error by before after found
  file=$(<$at/in) text=$(<$at/text) error=$(<$at/error) by=$(<$at/by)
  before=$(cat "$file"; echo .)
  after=${before/"$text"/"$error"}
  if ! stands_once "$file" "$text"; then
    found=-
    echo 'The text does not stand there once' >$at/why
  else
    printf %s "${after%.}" >$at/planted.c
    found=$(found_by $at "$file" $by 2>$at/why)
  fi
  echo "$found" >$at/found
  [ -n "$found" ] || echo 'It lives' >$at/why
  [ -n "$found" ] && [ "$found" != - ] ||
    printf '%s: %s\n  text  %s\n  error %s\n  by    %s\n' "$(head -n 1 $at/why)" "$file" "$text" "$error" "$by" >$at/told
  rm -f $at/planted.o $at/test $at/rotacost
}
export -f plant found_by passes compile link stands_once

count=0
while IFS= read -r -d '' file && IFS= read -r -d '' text && IFS= read -r -d '' error && IFS= read -r -d '' by; do
  [[ "$file $text $error $by" =~ $only ]] || continue
  count=$((count + 1))
  at=$folder/$(printf %03d $count)
  mkdir $at
  printf %s "$file" >$at/in
  printf %s "$text" >$at/text
  printf %s "$error" >$at/error
  printf %s "$by" >$at/by
done < <(entries)

# A test that fails by itself finds nothing.
unsound=0
for at in $folder/*/; do tr ' ' '\n' <$at/by; echo; done | sed '/^$/d' | sort -u >$folder/tests
while read -r test; do
  passes $test $build/tests/$test $build/rotacost >$folder/sound.log 2>&1 </dev/null || {
    unsound=$((unsound + 1))
    echo "$test fails without any error planted:"
    tail -n 10 $folder/sound.log
  }
done <$folder/tests

ls -d $folder/[0-9]* | xargs -P "$(nproc)" -I {} bash -c 'plant {} 2>/dev/null'
cat $folder/*/told 2>/dev/null
wrong=$(grep -lx -- - $folder/*/found 2>/dev/null | wc -l)
died=$(cat $folder/[0-9]*/found | grep -c '[a-z]')
echo "$died of $((count - wrong)) died"
[ $died = $count ] && [ $wrong = 0 ] && [ $unsound = 0 ] && [ $count -gt 0 ]
