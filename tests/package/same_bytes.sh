#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The same sources, built in two folders one after the other, give the same bytes: program, catalogues, man pages, completion.
#
#   tests/package/same_bytes.sh      the last line is "N passed, M failed"; CFLAGS is obeyed
set -u
export LC_ALL=C
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

build_in() { # FOLDER
  mkdir -p "$work/$1"
  { git ls-files 2>/dev/null || find . -path ./build -prune -o -path ./output -prune -o -type f -print; } |
    tar -c -T - | tar -x -C "$work/$1"
  CCACHE_DISABLE=1 make -C "$work/$1" "-j$(nproc)" all manual >"$work/log" 2>&1 || { tail -n 20 "$work/log"; return 1; }
}
built() { (cd "$work/$1/build" && find locale gcc/manual gcc/rotacost gcc/lib -type f ! -name '*.o' ! -name '*.d' | sort); }

build_in one && sleep 2 && build_in another/folder || { echo '0 passed, 1 failed'; exit 1; }
if ! cmp -s <(built one) <(built another/folder); then
  echo 'FAILED: not the same files'
  failed=1
fi
while read -r file; do
  if cmp "$work/one/build/$file" "$work/another/folder/build/$file"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done < <(built one)
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 8 ]
