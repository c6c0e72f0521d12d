#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Submits one round of a list: the array of its parts, and after it the job that tries the failed ones again or gathers.
# slurm.sh does the first round.
#
#   share/cluster/round.sh HERE FOLDER PARTS ROUND ARRAY
set -eu
here=$1 folder=$2 parts=$3 round=$4 array=$5
said=$folder/log
array_job=$(sbatch --parsable --requeue --job-name=rotacost --cpus-per-task="${JOBS:-1}" --array="$array" --open-mode=append \
  --output="$said/task-%A_%a" "$here/task.sbatch" "$here" "$folder" "$parts")
gather_job=$(sbatch --parsable --requeue --job-name=rotacost-gather --dependency="afterany:$array_job" --open-mode=append \
  --output="$said/gather" "$here/gather.sbatch" "$here" "$folder" "$parts" "$round")
echo "${array_job%%;*} ${gather_job%%;*}"
