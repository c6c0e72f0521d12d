#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A .deb of what `make install` has put into ROOT, which may be changed.
#
#   SOURCE_DATE_EPOCH=SECONDS share/debian/build.sh ROOT VERSION FILE.deb      the same files and seconds: the same bytes
set -euo pipefail
root=$1 version=$2 package=$(realpath -m "$3")
doc=$root/usr/share/doc/rotacost

rm -rf "$root/DEBIAN"
find "$root/usr/bin" -type f -exec strip --strip-unneeded {} +
find "$root/usr/share/man" -type f ! -name '*.gz' -exec gzip -9 -n -f {} +
rm -f "$doc/COPYING"
cat >"$doc/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: rotacost

Files: *
Copyright: the authors of rotacost
License: GPL-3.0-or-later
 On Debian systems the text of the GNU General Public License, version 3,
 stands in /usr/share/common-licenses/GPL-3.
END
mv "$doc/CHANGELOG.md" "$doc/changelog"
gzip -9 -n -f "$doc/changelog"

# What the program is linked with, by the packages of this Debian that hold it, with the versions they want.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/debian"
printf 'Source: rotacost\n\nPackage: rotacost\nArchitecture: any\n' >"$work/debian/control"
binary=$(realpath "$root/usr/bin/rotacost")
depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info "$binary" | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ]

mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: rotacost
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: the authors of rotacost <rotacost@localhost>
Installed-Size: $(du -k -s --apparent-size --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends
Suggests: parallel, slurm-client
Section: math
Priority: optional
Description: tells what a municipal staffing measure really saves
 Reads scenarios (folders of CSV files, or workbooks), solves the staffing
 year as a linear programme with and without a measure, and prices every
 proposed measure beside its claim.
END
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
find "$root" -type d -exec chmod 755 {} +
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$(dirname "$package")"
dpkg-deb --root-owner-group --build "$root" "$package"
