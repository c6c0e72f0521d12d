#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A base rota laid out on the dates of a year, held against the calendar and the law by a checker that knows nothing of the
# program (rota_year.py).
#
#   tests/cli/rota_year.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

lay_out() { # SCENARIO ARGUMENT...
  status=0
  timeout 120 "$binary" rota --lang en --calendar -o laid "$@" >out 2>err || status=$?
}
says() {
  tr -s ' \n' ' ' <out | grep -o 'Laid out.\{0,600\}'
  tr -s ' \n' ' ' <out | grep -Fq -- "$1"
}
sound() { # SHIFTS FOLDER UNIT YEAR
  python3 "$here/rota_year.py" "$@"
}

# Six lines: each week two work Monday to Friday, two the weekend, two are off. Everywhere one of day and one of evening is
# wanted, on holidays too. 2025 has ten public holidays that are no Sundays. Who worked the one before must be off on Good
# Friday (after Thursday), on 26 December (after 25 December, a Thursday) and on Saturday 17 May, before its Sunday: two shifts
# of 7.5 h each, 45 h. On the two Fridays the two who have the week off come instead, 30 h; those of the weekend may not, for
# the Sunday. The weeks lie 36 apart, a multiple of 3, so that it is the same two each time: 2 x 7.5 = 15 h. Nobody may come on
# a Saturday who has the weekend off: 15 h are left to others.
lay_out "$here/cases/rota_base"
check status eval 'cat err; [ "$status" = 0 ]'
check holidays says 'on 10 public holidays that are no Sundays 6 shifts of 45 h are off, and 4 of 30 h worked by others who were off.'
check missing says 'Person-hours of need left to others: 15 on these holidays, 0 in weeks that want something else, 0 on all other days.'
check owed says 'One line works 15 h more on holidays than it is off on them'
check rota_sound sound "$here/cases/rota_base/shifts.csv" laid/rota_base-rota ward 2025
check described eval 'grep -q "rota_year.csv" laid/rota_base-rota/datapackage.json && grep -q "what a public holiday changes" laid/rota_base-rota/datapackage.json'

# The checker refuses what is planted.
refused() { # NAME SED-EXPRESSION
  rm -rf planted
  cp -r laid/rota_base-rota planted
  sed -i "$2" planted/rota_year.csv
  check "planted_$1" eval '! cmp -s planted/rota_year.csv laid/rota_base-rota/rota_year.csv && ! sound "$here/cases/rota_base/shifts.csv" planted ward 2025'
}
refused red_days '/;1;half;2025-04-18;/s/;-;off_holiday/;day;/; /;\(2025-04-18\);/s/;off_holiday//; s/;2025-04-18;holiday;\([0-9]\);-;$/;2025-04-18;holiday;\1;day;/'
refused moved 's/;2025-02-03;mon;\([0-9]\);day;/;2025-02-03;mon;\1;-;/'
refused missing_day '/;2025-06-15;/d'
refused wrong_week 's/;2025-09-\(..\);\(...\);1;/;2025-09-\1;\2;2;/'
refused wrong_holiday 's/;2025-05-01;holiday;/;2025-05-01;thu;/'

check hundred_planted python3 "$here/rota_year.py" --plant "$here/cases/rota_base/shifts.csv" laid/rota_base-rota ward 2025

# Every third of the 52 weekends of 2025: two lines of six have 18, the others 17. A contract of 17 a year is told to be passed;
# one of 18 is kept by all.
by_year() { # WEEKENDS
  rm -rf by_year
  cp -r "$here/cases/rota_base" by_year
  printf '%s\n' 'unit;group;category;heads;position_percent;weekends_per_year' "ward;half;nurse;6;50;$1" >by_year/groups.csv
  lay_out by_year
}
by_year 17
check weekends_told says 'lines work more weekends of the year than their contracts: line 1 works 18, the contract has 17.'
by_year 18
check weekends_kept eval '! says "more weekends of the year"'

# Averaged by agreement, both of two red days may be worked: nobody has to be off, and nobody is called.
rm -rf averaged
cp -r "$here/cases/rota_base" averaged
printf '%s\n' 'setting;value' 'sundays;averaged' >sundays
if [ -e averaged/settings.csv ]; then tail -n 1 sundays | sed 's/$/;/' >>averaged/settings.csv; else mv sundays averaged/settings.csv; fi
lay_out averaged
check averaged says 'on 10 public holidays that are no Sundays 0 shifts of 0 h are off, and 0 of 0 h worked by others'

# A ward of 17 lines and five contracts, with nights elsewhere: fewer are wanted on holidays than on weekdays.
lay_out "$here/../../scenarios/rennebu-2024" --unit minilla --year 2025
check ward_status eval 'cat err; [ "$status" = 0 ]'
check ward_sound sound "$here/../../scenarios/rennebu-2024/shifts.csv" laid/rennebu-2024-rota minilla 2025
lay_out "$here/../../scenarios/rennebu-2024" --unit night_3700 --year 2025
check nights_sound sound "$here/../../scenarios/rennebu-2024/shifts.csv" laid/rennebu-2024-rota night_3700 2025
# Heads that change in the year have no one rota.
rm -rf changed
cp -r "$here/cases/rota_base" changed
printf '%s\n' 'measure;title;nature;start;status' 'fewer;One fewer;position;2025-07-01;in_force' >changed/measures.csv
printf '%s\n' 'measure;table;where;column;change;value' 'fewer;groups;unit=ward;heads;add;-1' >changed/edits.csv
lay_out changed fewer --weeks 3 --year 2025
check changed says 'Not laid out on 2025: heads or positions change during the year'
# The same bytes again.
lay_out "$here/cases/rota_base"
cp laid/rota_base-rota/rota_year.csv once.csv
lay_out "$here/cases/rota_base" -j 2
check same_bytes cmp once.csv laid/rota_base-rota/rota_year.csv
finish
