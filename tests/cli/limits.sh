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

# 20 000 windows and 500 shifts of one unit; a shift more is refused with the limit.
{ echo 'unit;window;start;end;days;level;persons'; rows 20000 | sed 's/.*/w;n&;22:00;08:00;all;nurse;2/'; } >ward/need.csv
cp ward/groups.csv all_groups.csv
{ head -n 1 all_groups.csv; echo 'g0;w;nurse;1;100'; } >ward/groups.csv
shifts() { { echo 'unit;shift;start;end'; rows "$1" | sed 's/.*/w;n&;22:00;08:00/'; } >ward/shifts.csv; }
shifts 500
check shifts good 20
shifts 501
check shifts_most sh -c "! $binary check --lang en ward >out 2>&1 && grep -F 'ward/shifts.csv:502: unit: \"w\": 501 shifts of one unit: at most 500' out"
shifts 1
mv all_groups.csv ward/groups.csv

# 4 000 units, each with a shift, a window and a group.
{ echo 'unit;title;day_starts'; rows 4000 | sed 's/.*/w&;W&;08:00/'; } >ward/units.csv
{ echo 'unit;shift;start;end'; rows 4000 | sed 's/.*/w&;n;22:00;08:00/'; } >ward/shifts.csv
{ echo 'unit;window;start;end;days;level;persons'; rows 4000 | sed 's/.*/w&;n;22:00;08:00;all;nurse;2/'; } >ward/need.csv
{ echo 'group;unit;category;heads;position_percent'; rows 4000 | sed 's/.*/g&;w&;nurse;1;100/'; } >ward/groups.csv
check units good 10

# A norm and an absence for each unit beside them.
{ echo 'unit;window;start;end;days;level;persons'; rows 4000 | sed 's/.*/w&;n;22:00;08:00;mon-fri;nurse;1/'; } >ward/norm.csv
check norms good 10
rm ward/norm.csv

# 202 groups of different positions by 63 shifts: their year is solved week type by week type. To adjust positions the model is
# too large, which is told with what is proven all the same. A larger one is refused by a count, before it is tried and with
# what to do; not by the memory that the machine has.
cp -r ward large
large() { # GROUPS SHIFTS
  { echo 'unit;window;start;end;days;level;persons'; rows 6 | awk '{ printf "w0;a%d;%02d:00;%02d:00;all;nurse;4\n", $1, 4 * $1, (4 * $1 + 4) % 24 }'; } >large/need.csv
  { echo 'unit;shift;start;end'; rows "$2" | awk -v all="$2" '{ s = int(int($1 / 3) * 63 / all); printf "w0;s%d;%02d:00;%02d:00\n", $1, s, (s + 6 + 2 * ($1 % 3)) % 24 }'; } >large/shifts.csv
  { echo 'group;unit;category;heads;position_percent'; rows "$1" | awk '{ printf "g%d;w0;nurse;1;%.2f\n", $1, 20 + $1 / 4 }'; } >large/groups.csv
}
{ echo 'unit;title;day_starts'; echo 'w0;W0;08:00'; } >large/units.csv
rm -f large/norm.csv large/absence.csv
held() {
  "$binary" run --lang en large --output results >out 2>err || { cat err; return 1; }
  grep -F 'WARNING: today, w0 in 2025: the model is too large to adjust positions (' out &&
    [ "$(grep -c '"positions_held": true' results/large/evidence.json)" = 1 ]
}
too_large() {
  (ulimit -t 60 && "$binary" run --lang en large --output results) >out 2>err
  [ $? = 4 ] && grep -F 'w0: the programme has more than 24000000 entries: merge groups that are alike' err && [ ! -e results/large ]
}
if [ "${ROTACOST_LONG-}" = 1 ]; then
  large 66 24
  check positions_held held
fi
if [ "${ROTACOST_ALL-}" = 1 ]; then
  large 202 63
  check groups_by_shifts held
  large 240 63
  check programme_most too_large
fi

# What is too large is refused with its limit.
refused() { "$binary" check --lang en ward 2>&1 | grep -F "$1"; }
{ echo 'unit;window;start;end;days;level;persons'; yes 'w0;n;22:00;08:00;all;nurse;2' | head -n 3000000; } >ward/need.csv
check bytes refused 'need.csv: larger than 64 MiB'
{ echo 'unit;window;start;end;days;level;persons'; printf 'w0;%070000d;22:00;08:00;all;nurse;2\n' 1; } >ward/need.csv
check cell refused 'need.csv:2: window: a cell of more than 64 KiB'
{ echo 'unit;window;start;end;days;level;persons'; printf 'w0;n;22:00;08:00;all;nurse;2'; printf ';x%.0s' $(seq 300); echo; } >ward/need.csv
check columns refused 'a row may have at most 256'

finish
