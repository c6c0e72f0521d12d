#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Large tables are read and checked in seconds of CPU: no table is walked for every reference into it.
#
#   tests/cli/limits.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

cp -r "$here/cases/night_post" ward
rm ward/measures.csv ward/claims.csv ward/edits.csv
rows() { seq 0 $((${1} - 1)); }
good() { # SECONDS of CPU
  (ulimit -t "$1" && "$binary" check --lang en ward) >out 2>err || { tail -n 3 err; return 1; }
  cat out
  grep -q ' good: ' out
}

# 20 000 windows of one unit, each with a code of its own.
{ echo 'unit;window;start;end;days;level;persons'; rows 20000 | sed 's/.*/w;n&;22:00;08:00;all;nurse;2/'; } >ward/need.csv
check windows good 10

# 20 000 groups, and as many rows of absence and of need that name them or their windows.
{ echo 'group;unit;category;heads;position_percent'; rows 20000 | sed 's/.*/g&;w;nurse;1;100/'; } >ward/groups.csv
check groups good 10

# 4 000 units, each with a shift, a window and a group.
{ echo 'unit;title;day_starts'; rows 4000 | sed 's/.*/w&;W&;08:00/'; } >ward/units.csv
{ echo 'unit;shift;start;end'; rows 4000 | sed 's/.*/w&;n;22:00;08:00/'; } >ward/shifts.csv
{ echo 'unit;window;start;end;days;level;persons'; rows 4000 | sed 's/.*/w&;n;22:00;08:00;all;nurse;2/'; } >ward/need.csv
{ echo 'group;unit;category;heads;position_percent'; rows 4000 | sed 's/.*/g&;w&;nurse;1;100/'; } >ward/groups.csv
check units good 10

# What is too large is refused with its limit.
refused() { "$binary" check --lang en ward 2>&1 | grep -F "$1"; }
{ echo 'unit;window;start;end;days;level;persons'; yes 'w0;n;22:00;08:00;all;nurse;2' | head -n 3000000; } >ward/need.csv
check bytes refused 'need.csv: larger than 64 MiB'
{ echo 'unit;window;start;end;days;level;persons'; printf 'w0;%070000d;22:00;08:00;all;nurse;2\n' 1; } >ward/need.csv
check cell refused 'need.csv:2: window: a cell of more than 64 KiB'
{ echo 'unit;window;start;end;days;level;persons'; printf 'w0;n;22:00;08:00;all;nurse;2'; printf ';x%.0s' $(seq 300); echo; } >ward/need.csv
check columns refused 'a row may have at most 256'

finish
