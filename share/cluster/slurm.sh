#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a list of scenarios as a Slurm array, a task for each, and gathers at the end. What failed is tried again; tasks of a node that
# is lost are begun anew on another. Everything is read and written on a file system that all nodes share (docs/cluster.md).
#
#   share/cluster/slurm.sh LIST FOLDER           prints the numbers of both jobs
#
# ROTACOST, JOBS and RUN_OPTIONS as for part.sh, PARTS as in begin.bash; ROUNDS (3): how often a part is tried in all. Slurm's own
# choices as it takes them: SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT, SBATCH_MEM_PER_CPU.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/begin.bash"
[ $# = 2 ] || { echo "usage: $0 LIST FOLDER" >&2; exit 2; }
begin "$1" "$2"
folder=$(realpath "$2")
"$here/round.sh" "$here" "$folder" "$parts" 1 "1-$parts"
