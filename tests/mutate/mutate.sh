#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Plants the errors of the lists beside this script, one at a time, in a copy of the sources, and runs the tests named with
# each: one of them must fail. make mutate; what lives is printed, and the last line is "N of M died".
#
#   tests/mutate/mutate.sh BUILD [WORD]     BUILD: a built folder such as build/gcc; WORD: only errors whose entry has it
#
# An entry is four fields, each on a line that begins with its word (`text` and `error` may run on over more lines):
#   in     the file
#   text   what stands there, once
#   error  what is planted in its place
#   by     test programs and scripts of the command line that are to find it, the likeliest first
set -u
export LC_ALL=C
lists=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$lists/../.." && pwd)
build=$1 only=${2-}
tree=$root/build/mutate
jobs=$(nproc)

rm -rf "$tree"
mkdir -p "$tree/build"
cd "$root" || exit 1
cp -a Makefile include src tests po scenarios "$tree"
cp -a "$build" "$tree/build/"
[ ! -e build/locale ] || cp -a build/locale "$tree/build/"
cd "$tree" || exit 1

# The tests named, one a line: programs by name, scripts by path.
program() { case $1 in *.sh) echo "$1" ;; *) echo "$build/tests/$1" ;; esac; }
made() { # TEST: brings it and the program up to date
  local goal=$build/tests/$1
  case $1 in *.sh) goal= ;; esac
  make --no-print-directory -j"$jobs" all $goal >make.log 2>&1
}
passes() { ROTACOST_LONG=0 timeout 300 "$(program "$1")" "$build/rotacost" >test.log 2>&1; }

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

# A test that fails by itself finds nothing.
declare -A sound
sound() {
  [ -z "${sound[$1]-}" ] || { [ "${sound[$1]}" = yes ]; return; }
  sound[$1]=no
  made "$1" && passes "$1" && sound[$1]=yes
  [ "${sound[$1]}" = yes ] || { echo "$1 fails without any error planted:" && tail -n 20 make.log test.log; return 1; }
}

tried=0 died=0 wrong=0
show() { printf '%s: %s\n  text  %s\n  error %s\n  by    %s\n' "$1" "$file" "$text" "$error" "$by"; }
plant() {
  local before after found=
  before=$(cat "$file"; echo .)
  after=${before/"$text"/"$error"}
  if [ "$before" = "$after" ] || [ "${before#*"$text"}" != "${before##*"$text"}" ]; then
    show 'The text does not stand there once'
    wrong=$((wrong + 1))
    return
  fi
  for test in $by; do
    sound "$test" || { wrong=$((wrong + 1)); return; }
  done
  tried=$((tried + 1))
  cp -p "$file" kept.c
  cp -p "$build/${file%.c}.o" kept.o
  printf %s "${after%.}" >"$file"
  for test in $by; do
    if ! made "$test"; then
      show 'It does not compile'
      tail -n 5 make.log
      wrong=$((wrong + 1)) found=-
      break
    fi
    passes "$test" || { found=$test; break; }
  done
  mv kept.c "$file"
  mv kept.o "$build/${file%.c}.o"
  rm -f "$build/librotacost.a" # it holds the error
  [ -n "$found" ] || show 'It lives'
  [ -z "$found" ] || [ "$found" = - ] || died=$((died + 1))
}

while IFS= read -r -d '' file && IFS= read -r -d '' text && IFS= read -r -d '' error && IFS= read -r -d '' by; do
  case "$file $text $error $by" in *"$only"*) plant </dev/null ;; esac
done < <(entries)
cd "$root" && rm -rf "$tree"
echo "$died of $tried died"
[ $died = $tried ] && [ $wrong = 0 ] && [ $tried -gt 0 ]
