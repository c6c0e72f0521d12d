# SPDX-License-Identifier: GPL-3.0-or-later
# Read by the scripts beside it that check one thing after the other: the program in `binary`, a folder of its own to work in,
# `check`, and `finish`, whose last line is "N passed, M failed". Called with the script's own arguments.
set -u
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ ! -x "${1-}" ]; then
  echo "usage: $0 BINARY" >&2
  exit 2
fi
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
scenarios=$(cd "$here/../../scenarios" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

passed=0 failed=0
check() { # WHAT COMMAND...
  local what=$1
  shift
  if "$@" >details 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s: %s\n' "$what" "$*"
    head -n 20 details
  fi
}
finish() {
  echo "$passed passed, $failed failed"
  [ $failed = 0 ]
}
