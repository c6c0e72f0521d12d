#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The package installed where nothing of the build is: in a fresh Debian made by debootstrap, with its dependencies from the
# archive; where that cannot be made (no root, no network), unpacked into a folder of its own and run from there, which shows
# less. Says which of the two it was.
#
#   tests/package/run.sh FILE.deb      the last line is "N passed, M failed"
set -u
package=$(realpath "$1")
work=$(mktemp -d)
passed=0 failed=0
trap 'umount "$work/root/proc" 2>/dev/null; rm -rf "$work"' EXIT
check() { # WHAT COMMAND...
  local what=$1
  shift
  if "$@" >"$work/details" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s: %s\n' "$what" "$*"
    tail -n 20 "$work/details"
  fi
}

. /etc/os-release
suite=${SUITE:-${VERSION_CODENAME:-bookworm}}
root=$work/root
in_root() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }
clean_debian() {
  [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null &&
    debootstrap --variant=minbase "$suite" "$root" >"$work/debootstrap" 2>&1 &&
    cp "$package" "$root/tmp/rotacost.deb" && cp /etc/resolv.conf "$root/etc/" 2>/dev/null &&
    mount -t proc proc "$root/proc" 2>/dev/null
  [ -x "$root/usr/bin/apt-get" ] && in_root apt-get install -y --no-install-recommends /tmp/rotacost.deb >"$work/apt" 2>&1
}

if clean_debian; then
  echo "In a clean Debian ($suite, debootstrap), installed by apt-get with what it depends on"
  run() { in_root "$@"; }
  folder=$root/tmp
  here=/tmp
else
  echo 'No clean Debian can be made here: unpacked into a folder of its own; that its dependencies are whole is not tried'
  mkdir -p "$work/unpacked" && dpkg-deb -x "$package" "$work/unpacked"
  run() { (cd "$work" && env -i PATH="$work/unpacked/usr/bin:/usr/bin:/bin" LC_ALL=C "$@"); }
  folder=$work
  here=$work
fi

check version_told grep -q 'rotacost 1\.' <(run rotacost --version)
check new run rotacost new "$here/ward" --lang nb
check check run rotacost check "$here/ward"
check run run rotacost run -q -o "$here/output" "$here/ward"
check report test -s "$folder/output/ward/report.html"
check norwegian grep -q 'lang="nb"' "$folder/output/ward/report.html"
check gather run rotacost gather -q -o "$here/gathered" "$here/output/ward"
check hardened sh -c "dpkg-deb --fsys-tarfile '$package' | tar -xO ./usr/bin/rotacost >'$work/bin' && readelf -hd '$work/bin' | grep -q 'DYN' && readelf -d '$work/bin' | grep -q 'BIND_NOW\|NOW'"
check manual sh -c "dpkg-deb -c '$package' | grep -q 'man/nb/man5/rotacost-scenario.5.gz'"
check completion sh -c "dpkg-deb -c '$package' | grep -q 'bash-completion/completions/rotacost'"
check depends sh -c "dpkg-deb -f '$package' Depends | grep -q 'libglpk'"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
