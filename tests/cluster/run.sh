#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# 200 small scenarios as a Slurm array on two nodes, one of which is lost in the middle, and by GNU parallel: every table gathered, and
# every result, has the bytes of one machine that runs and gathers them all. Parts that fail are tried again; one that fails always
# costs only itself, and is told.
#
#   tests/cluster/run.sh BINARY      as root; the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.bash"
tests=$(cd "$here/../cluster" && pwd)
cluster=$(cd "$here/../../share/cluster" && pwd)
. "$tests/slurm.bash"
chmod 755 "$work"
trap 'slurm_down; rm -rf "$work"' EXIT
case_of=$here/cases/night_post
COUNT=200 LOST_AT=60

no_job() { [ -z "$(squeue -h -o %i)" ]; }
done_parts() { ls "$1/done" | wc -l; }
node2_at_work() { running=$(squeue -h -r -t running -w node2 -o '%K') && [ -n "$running" ]; }
# The star says that it does not answer, and the reason, given only with it, that it was set down. The state before the star may be
# `mixed` all the same: sinfo puts that over every other state as long as anything of the node stands as allocated.
node2_is_lost() { [[ $(sinfo -h -n node2 -o '%T %E') =~ ^[a-z]+'* Not responding'$ ]]; }
done_at_least() { [ "$(done_parts "$1")" -ge "$2" ]; }
wait_for_loss() { until_true 60 node2_is_lost || { scontrol show node node2; tail -n 20 "$slurm"/slurmctld.log; false; }; }
wait_for_jobs() { until_true 300 no_job || { squeue; sinfo -N; tail -n 20 "$slurm"/slurmctld.log; false; }; }

begin=$SECONDS
"$tests/scenarios.sh" "$case_of" $COUNT towns
mapfile -t all <towns/list
check one_machine "$binary" run -q -o one/results "${all[@]}"
check one_gathered "$binary" gather -q -o one/gathered one/results/*
check one_whole test "$(ls one/results | wc -l)" = $COUNT
echo "One machine: $COUNT scenarios in $((SECONDS - begin)) s"

# ---------------------------------------------------------------- Slurm

# Parts 7 and 150 fail when they are first tried: one as a program that is killed, one as one that breaks off.
cat >flaky <<END
#!/usr/bin/env bash
for word; do
  case \$word in 7/$COUNT | 150/$COUNT)
    if mkdir "$work/tried-\${word%/*}" 2>/dev/null; then
      [ \$word = 150/$COUNT ] && exit 70
      kill -KILL \$\$
    fi ;;
  esac
done
exec "$binary" "\$@"
END
chmod +x flaky

if slurm_up "$work/slurm"; then
  check up nodes_ready
  begin=$SECONDS
  check submitted env ROTACOST="$work/flaky" "$cluster/slurm.sh" towns/list slurm-run
  check begun until_true 120 done_at_least slurm-run $LOST_AT
  check amid test "$(done_parts slurm-run)" -lt $COUNT
  check at_work until_true 30 node2_at_work
  node_lost node2
  echo "Node 2 lost after $(done_parts slurm-run) of $COUNT, at work on part" $running
  check finished wait_for_jobs
  check node_known_lost wait_for_loss
  check begun_anew grep -q 'requeue' slurm/slurmctld.log
  check tried_again grep -q 'Round 1: parts 7,150 failed' slurm-run/log/gather
  check all_done test "$(done_parts slurm-run)" = $COUNT
  check slurm_table cmp slurm-run/gathered/gathered.csv one/gathered/gathered.csv
  check slurm_gathered diff -r slurm-run/gathered one/gathered
  check slurm_results diff -r slurm-run/results one/results
  echo "Slurm: $((SECONDS - begin)) s"

  head -n 4 towns/list >short
  cp -r "$case_of" broken
  printf 'unit;window\nw;x\n' >broken/need.csv
  echo broken >>short
  check short_submitted env ROTACOST="$binary" ROUNDS=2 PARTS=3 "$cluster/slurm.sh" short slurm-short
  check short_finished wait_for_jobs
  check short_told grep -q 'broken/need.csv' slurm-short/log/gather
  check short_others test "$(ls slurm-short/results | wc -l)" = 4
  check short_gathered test -s slurm-short/gathered/gathered.csv
  slurm_down
else
  check up false
  head -n 20 slurm/*.out slurm/*.log
fi

# ---------------------------------------------------------------- GNU parallel

begin=$SECONDS
rm -rf tried-*
check parallel env ROTACOST="$work/flaky" "$cluster/parallel.sh" towns/list parallel-run
check parallel_gathered diff -r parallel-run/gathered one/gathered
check parallel_results diff -r parallel-run/results one/results
echo "GNU parallel: $((SECONDS - begin)) s"
bad() { status=0; "$@" >out 2>err || status=$?; }
bad env ROTACOST="$binary" "$cluster/parallel.sh" short parallel-short
check bad_status test $status = 3
check bad_told grep -q 'broken/need.csv' err
check bad_others test "$(ls parallel-short/results | wc -l)" = 4
bad env ROTACOST="$binary" "$cluster/parallel.sh" towns/list parallel-short
check other_list_status test $status = 2
check other_list_told grep -q 'results of another list' err
printf '# none\n\n' >none
bad env ROTACOST="$binary" "$cluster/parallel.sh" none parallel-none
check none_status test $status = 2

finish
