#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# For each SUITE of Debian: built from these sources in a fresh one (debootstrap), twice, in folders of other names, which must give
# the same package; then installed in another fresh one, where nothing of the build is, with what it says it depends on from the
# archive; run there, and purged, after which nothing of it is left.
#
#   tests/package/run.sh SUITE...      as root, with a network; the last line is "N passed, M failed"
set -u
export LC_ALL=C
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
passed=0 failed=0
leave() { # what is still mounted is never removed with the folder
  for at in "$work"/*/*/proc; do mountpoint -q "$at" && umount "$at"; done
  rm -rf --one-file-system "$work"
}
trap leave EXIT
check() { # WHAT COMMAND...
  local what="$suite $1"
  shift
  if "$@" >"$work/details" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s: %s\n' "$what" "$*"
    tail -n 20 "$work/details"
  fi
}
inside() { # ROOT COMMAND...
  local root=$1
  shift
  chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"
}

# Two of each suite: one to build in, one to install in.
fresh_debians() {
  mkdir -p "$at"
  debootstrap --variant=minbase "$suite" "$at/install" >"$work/details" 2>&1 || return 1
  cp -a "$at/install" "$at/build"
  for root in "$at/install" "$at/build"; do mount -t proc proc "$root/proc" || return 1; done
}

build_in() { # FOLDER
  mkdir -p "$at/build/$1"
  { git ls-files 2>/dev/null || find . -path ./build -prune -o -path ./output -prune -o -type f -print; } |
    tar -c -T - | tar -x -C "$at/build/$1"
  inside "$at/build" make -C "/$1" deb "SOURCE_DATE_EPOCH=$(stat -c %Y CHANGELOG.md)"
}

hardened() { # FILE
  readelf -h "$1" | grep -q 'Type: *DYN' && readelf -l "$1" | grep -q GNU_RELRO && readelf -d "$1" | grep -q BIND_NOW &&
    readelf -Ws "$1" --dyn-syms | grep -q __stack_chk_fail && readelf -Ws "$1" --dyn-syms | grep -q '_chk@'
}
without_folders() { ! grep -aq -e "$work" -e /one/src -e /another "$1"; } # FILE

# Whatever the package brought, and whatever is called as it is; what the archive's packages own is no matter of ours.
nothing_left() { # ROOT FILES
  local file left=0
  while read -r file; do
    case $file in *rotacost*) [ -e "$1$file" ] && echo "left: $file" && left=1 ;; esac
  done <"$2"
  find "$1/usr" "$1/etc" "$1/var/lib" -name '*rotacost*' | grep . && left=1
  return $left
}

try_suite() {
  local root=$at/install package
  check build build_in one
  package=$(ls "$at"/build/one/build/rotacost_*.deb)
  check elsewhere build_in another/folder
  check same_bytes cmp "$package" "$at/build/another/folder/build/$(basename "$package")"
  cp "$package" "$root/tmp/rotacost.deb"
  check install inside "$root" apt-get install -y --no-install-recommends /tmp/rotacost.deb
  check nothing_of_the_build test ! -e "$root/usr/bin/gcc"
  check hardened hardened "$root/usr/bin/rotacost"
  check folders without_folders "$root/usr/bin/rotacost"
  check licence grep -q 'GPL-3.0-or-later' <(inside "$root" rotacost --version)
  check version grep -q '^rotacost 1\.' <(inside "$root" rotacost --version)
  check new inside "$root" rotacost new /tmp/ward --lang nb
  check check inside "$root" rotacost check /tmp/ward
  check run inside "$root" rotacost run -q -o /tmp/output /tmp/ward
  check report test -s "$root/tmp/output/ward/report.html"
  check norwegian grep -q 'lang="nb"' "$root/tmp/output/ward/report.html"
  check workbook test -s "$root/tmp/output/ward/report.xlsx"
  check gather inside "$root" rotacost gather -q -o /tmp/gathered /tmp/output/ward
  check another_workbook inside "$root" rotacost new /tmp/ward.xlsx
  check workbook_read inside "$root" rotacost check /tmp/ward.xlsx
  check cluster_part inside "$root" bash -c 'mkdir -p /tmp/f/log /tmp/f/done && echo /tmp/ward >/tmp/f/list &&
    /usr/share/rotacost/cluster/part.sh /tmp/f 1 1 && [ -s /tmp/f/results/ward/report.html ]'
  for page in man1/rotacost.1 man5/rotacost-scenario.5 nb/man1/rotacost.1 nb/man5/rotacost-scenario.5; do
    check "$page" gzip -t "$root/usr/share/man/$page.gz"
  done
  check completion inside "$root" bash -c '. /usr/share/bash-completion/completions/rotacost && complete -p rotacost'
  inside "$root" dpkg -L rotacost >"$work/files"
  check files_known grep -qx /usr/bin/rotacost "$work/files"
  check purge inside "$root" apt-get purge -y rotacost
  check nothing_left nothing_left "$root" "$work/files"
  echo "$suite: $(stat -c %s "$package") bytes, $(dpkg-deb -f "$package" Depends)"
}

for suite; do
  at=$work/$suite
  begin=$SECONDS
  check debootstrap fresh_debians
  if [ -x "$at/build/usr/bin/apt-get" ]; then
    for root in "$at/install" "$at/build"; do cp /etc/resolv.conf "$root/etc/"; done
    inside "$at/build" apt-get update -q >/dev/null 2>&1
    check tools inside "$at/build" apt-get install -y --no-install-recommends make
    try_suite
  fi
  echo "$suite: $((SECONDS - begin)) s"
  for root in "$at/install" "$at/build"; do mountpoint -q "$root/proc" && umount "$root/proc"; done
  rm -rf --one-file-system "$at"
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
