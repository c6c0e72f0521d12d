#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Many years drawn: they take no more memory than some, and what is told of all of them and of the first ones.
#
#   tests/cli/many_draws.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

holds() { # CONDITION of awk
  echo "$1"
  awk "BEGIN { exit !($1) }"
}
# Most memory of any of its processes, kB. Where addresses are drawn anew for every process, or the system makes pages huge when it
# finds the time, the same work takes up to 2 MB more or less: neither is asked for.
peak_kb() { # COMMAND...
  python3 - "$@" <<'END'
import ctypes, resource, subprocess, sys
system = ctypes.CDLL(None)
system.prctl(41, 1, 0, 0, 0)  # PR_SET_THP_DISABLE
system.personality(0x0040000)  # ADDR_NO_RANDOMIZE
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
END
}
quantiles() { tr -d '\r' <"$results/chance.csv" | cut -d, -f 1-4,8-15,20; }

cp -r "$here/cases/chance_ward" case
results=results/case
run() { peak_kb timeout 600 "$binary" run -j 1 --lang en --csv rfc4180 -o results --input-draws 0 --draws "$1" case; }
some_kb=$(run 4096)
check kept_all is 4096 chance draws_kept positions=kept
quantiles >some
some=$(cell chance mean_kr positions=kept) some_error=$(cell chance error_kr positions=kept)
many_kb=$(run 9000)
quantiles >many

# Kept one by one, 4904 years more of two answers took 8 MB; from run to run the most memory differs by 2 to 3 MB.
check memory_flat holds "$many_kb < $some_kb + 4000"
check drawn is 9000 chance draws positions=kept
check kept is 4096 chance draws_kept positions=kept
# Quantiles and spread are of the first 4096, which are the same; the mean is of all, and surer by the root of 9000 / 4096.
check same_quantiles cmp -s some many
many=$(cell chance mean_kr positions=kept) many_error=$(cell chance error_kr positions=kept)
check other_mean holds "$many != $some && ($many - $some) ^ 2 < 9 * $some_error ^ 2"
check surer holds "($some_error / $many_error - sqrt(9000 / 4096)) ^ 2 < 0.05 ^ 2"

results=results/case-levels
levels() { # DRAWS: prints the most memory
  peak_kb timeout 600 "$binary" levels -j 1 --lang en --csv rfc4180 -o results --unit u --from 12 --to 12 --draws "$1" case
}
# Ten times the draws take no more than a tenth more: all of them kept took half as much again, fewer hide behind what the plans take.
few_kb=$(levels 4000) ten_times_kb=$(levels 40000)
check levels_memory_flat holds "$few_kb > 0 && $ten_times_kb < 1.1 * $few_kb"
levels 4096 >/dev/null
cell levels level_p95_kr point_kind=level >some
levels 6000 >/dev/null
cell levels level_p95_kr point_kind=level >many
check levels_drawn is 6000 levels draws point_kind=level
check levels_quantiles cmp -s some many

finish
