#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The same list by GNU parallel: on this machine's cores, or on others (PARALLEL_OPTIONS, as '--sshlogin node1,node2 --workdir .';
# they share the file system). What failed is tried again, ROUNDS (3) times in all; then everything is gathered.
#
#   share/cluster/parallel.sh LIST FOLDER        ROTACOST, JOBS and RUN_OPTIONS as for part.sh, PARTS as in begin.bash
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/begin.bash"
[ $# = 2 ] || { echo "usage: $0 LIST FOLDER" >&2; exit 2; }
begin "$1" "$2" || exit $?
folder=$(realpath "$2")
export ROTACOST=${ROTACOST:-rotacost} JOBS=${JOBS:-1} RUN_OPTIONS=${RUN_OPTIONS-}
read -ra options <<<"${PARALLEL_OPTIONS-}"
seq "$parts" | parallel --will-cite --retries "${ROUNDS:-3}" --env ROTACOST --env JOBS --env RUN_OPTIONS "${options[@]}" \
  "$here/part.sh" "$folder" {} "$parts" || true
exec "$here/gather.sh" "$folder" "$parts"
