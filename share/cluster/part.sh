#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One of so many parts of a list of scenarios, solved into FOLDER/results. What stands there already and is unchanged is not solved
# again, so a part that was broken off costs only what was not done. It leaves FOLDER/done/PART where it succeeded, and what it said
# in FOLDER/log/PART.
#
#   share/cluster/part.sh FOLDER PART PARTS      FOLDER/list: a path on each line (slurm.sh and parallel.sh lay it there)
#
# ROTACOST is the program (rotacost), JOBS how many pieces of work it solves at a time (1), RUN_OPTIONS more options of run.
set -u
folder=$1 part=$2 parts=$3
mapfile -t scenarios <"$folder/list"
read -ra options <<<"${RUN_OPTIONS-}"
rm -f "$folder/done/$part"
status=0
"${ROTACOST:-rotacost}" run -q --only-changed -j "${JOBS:-${SLURM_CPUS_PER_TASK:-1}}" --part "$part/$parts" "${options[@]}" \
  -o "$folder/results" -- "${scenarios[@]}" >"$folder/log/$part" 2>&1 || status=$?
[ $status = 0 ] && : >"$folder/done/$part"
exit $status
