#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How many people a need takes (rotacost need), need by date, month and hours, and units that are alike. Every case is
# tests/cli/cases/need_base or a published case with a small change; values are worked by hand beside them.
#
#   tests/cli/field_need.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"
cp -r "$here/cases" cases

from_base() { # NAME: a copy of need_base to change
  rm -rf "cases/$1" && cp -r cases/need_base "cases/$1"
}
row() { # NAME TABLE LINE: adds a row
  echo "$3" >>"cases/$1/$2.csv"
}
need() { # NAME [OPTION...]
  local name=$1
  shift
  "$binary" need --lang en --csv rfc4180 "$@" "cases/$name" >need.csv 2>err
}
figure() { # COLUMN [UNIT]: of the last need; a unit or else the last row
  awk -F , -v column="$1" -v unit="${2-}" '
    { sub(/\r$/, "") }
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; if (!(column in at)) { print "no column " column; exit } next }
    unit == "" || $1 == unit { value = $at[column] }
    END { print value }' need.csv
}
is() { # VALUE COLUMN [UNIT]
  local found
  found=$(figure "$2" "${3-}")
  echo "$2 is $found, $1 wanted"
  [ "$found" = "$1" ]
}
printed() { # VALUE PER_CENT EXPRESSION: as printed by the source
  awk -v wanted="$1" -v play="$2" "BEGIN { found = $3; print found, \"printed\", wanted
    exit !(found - wanted <= wanted * play / 100 && wanted - found <= wanted * play / 100) }"
}
refused() { # TEXT: by need
  grep -Fq -- "$1" err || { cat err; return 1; }
}

# ---------------------------------------------------------------- published cases

check hurst need published_hurst
check hurst_455_h_a_week is 455.00 least_paid_h_per_week
check hurst_14.8_wte printed 14.8 0.5 "$(figure need_net_fte)"
check amc need published_amc # 1872 h less 18.7 %
check amc_1521.9_h_net printed 1521.9 0.01 "1872 * $(figure present_percent) / 100"
check lgpc need published_lgpc
check lgpc_1698_h_net printed 1698 0.05 "2080 * $(figure present_percent) / 100"
check lgpc_1.7_people test "$(printf '%.1f' "$(figure need_net_fte)")" = 1.7
check fire need published_fire # four posts round the clock
check fire_17_people is 17 full_time_heads
check fire_4.2_a_post printed 4.2 0.51 "$(figure need_net_fte) / 4"
check trap need published_trap # the textbook counts the 24 posts twice: 60.24; right is 1344 h / 40 h / 0.9009 = 37.3
check trap_24_posts is 24.00 weekday_people
check trap_37.2_fte printed 37.2 0.5 "$(figure least_paid_h_per_week) / $(figure full_time_week_h) / $(figure present_percent) * 100"
check overlap_two need published_overlap_two
check overlap_25_h_a_day is 175.00 least_paid_h_per_week
check overlap_three need published_overlap_three
check overlap_28_h_a_day is 196.00 least_paid_h_per_week
for year in 2023 2024 2025 2026 2027 2028; do # 69 h x 8 / 40 h = 13.8; weekends 7 x 2 = 14
  check "days_off_$year" need published_days_off --year $year
  check "days_off_14_for_the_hours_$year" is 14 full_time_heads
  check "days_off_14_for_the_weekends_$year" is 14.0 weekend_heads_now
done

# ---------------------------------------------------------------- three people round the clock

# 3 x 24 h x 365 days = 26280 h, 504 a week; / (52 x 35.5 h = 1846 h) = 14.236; present 0.9 x 0.92 = 82.8 %: 17.19, so 18
# full-timers. 9 posts a day, and 9 x 3 = 27 heads with every third weekend. (rules.md: N = n x P.)
check base need need_base
check base_hours is 26280.0 need_h
check base_week is 504.00 need_h_per_week
check base_paid is 26280.0 least_paid_h
check base_posts is 9.00 weekday_people
check base_gross is 14.24 need_gross_fte
check base_present is 82.8 present_percent
check base_net is 17.19 need_net_fte
check base_heads is 18 full_time_heads
check base_every_2nd is 18.0 weekend_heads_every_2nd
check base_every_3rd is 27.0 weekend_heads_every_3rd
check base_every_4th is 36.0 weekend_heads_every_4th
check base_no_groups is "" weekend_heads_now
check base_is_silent test ! -s err
check run_misses_pay bash -c '! "$0" run -q -o out cases/need_base 2>said && grep -q "pay.csv: missing" said' "$binary"
check steps bash -c '"$0" need --lang en cases/need_base >said && grep -Fq "26 280.0 h / (52 x 35.50 h) = 14.24" said &&
  grep -Fq "14.24 / 82.8 % present = 17.19" said && grep -Fq "every 3rd x 3 = 27.0" said' "$binary"
check norwegian bash -c 'LC_ALL=C.UTF-8 "$0" need --lang nb cases/need_base | grep -q "årsverk"' "$binary"
check own_dialect bash -c '"$0" need --csv scenario cases/need_base | grep -q "14,24;82,8;17,19"' "$binary"
check no_such_year bash -c '! "$0" need --year 2030 cases/need_base 2>said && grep -q "choose one from 2026 to 2026" said' "$binary"
check no_such_unit bash -c '! "$0" need --unit wrad cases/need_base 2>said && grep -q "did you mean ward" said' "$binary"

# The people there: 12 nights-only at 33.6 h and 12 at 35.5 h by positions are 34.55 h; one weekend in 3; with absence
# 27 / 0.828 = 32.6.
from_base groups
printf '%s\n' 'unit;group;category;heads;position_percent;full_time_week_h;weekend_every;source' \
  'ward;days;staff;12;100;35,5;3;assumed' 'ward;nights;staff;12;100;33,6;3;assumed' >cases/groups/groups.csv
check groups need groups
check groups_week is 34.55 full_time_week_h
check groups_every is 3.00 weekend_every
check groups_weekends is 27.0 weekend_heads_now
check groups_with_absence is 32.6 weekend_heads_with_absence

# A shift of 12.5 h with 30 min unpaid is paid 12 h: the fewest paid hours take it where the need lets them. Need 07:00-19:30,
# one person: one long shift (12 h), not day and evening (16 h).
from_base long
printf '%s\n' 'unit;window;start;end;days;level;persons;source' 'ward;long;07:00;19:30;all;staff;1;assumed' >cases/long/need.csv
sed -i 's/^unit;shift;start;end;source/unit;shift;start;end;unpaid_break_min;source/; s/;assumed$/;0;assumed/' cases/long/shifts.csv
row long shifts 'ward;long;07:00;19:30;30;assumed'
check long need long
check long_need is 4562.5 need_h
check long_paid is 4380.0 least_paid_h
check long_posts is 1.00 sunday_people

# Nobody has a shift from 06:00 to 07:00: it counts as it stands, 365 h, and is told apart.
from_base hole
sed -i 's/;07:00;assumed/;06:00;assumed/' cases/hole/units.csv
sed -i 's/;23:00;07:00;/;23:00;06:00;/' cases/hole/need.csv cases/hole/shifts.csv
row hole need 'ward;early;06:00;07:00;all;staff;1;assumed'
check hole need hole
check hole_is_told is 365.0 uncovered_h

# ---------------------------------------------------------------- by date, month and hours

dated() { # NAME FROM TO MONTHS WEEKS HOURS_MORE: one more in the day window, 8 h
  from_base "$1"
  sed -i '1s/.*/unit;window;start;end;days;weeks;from;to;months;level;persons;source/; 2,$s/;all;/;all;;;;;/' "cases/$1/need.csv"
  row "$1" need "ward;day;07:00;15:00;all;$5;$2;$3;$4;staff;1;assumed"
  check "$1" need "$1"
  check "$1_hours" is "$(awk -v more="$6" 'BEGIN { printf "%.1f", 26280 + more }')" need_h
}
dated one_date 2026-12-24 2026-12-24 '' '' 8
dated one_date_norwegian 24.12.2026 24.12.2026 '' '' 8
dated span 2026-07-01 2026-07-31 '' '' 248          # 31 x 8
dated from_on 2026-12-30 '' '' '' 16                 # 30 and 31 December
dated up_to '' 2026-01-03 '' '' 24
dated summer '' '' 6-8 '' 736                        # 92 x 8
dated months_and_weeks '' '' '1 12' 1-2 88           # weeks 1 and 2 of 2026 are 29 December to 11 January: 11 days of January
dated months_and_dates 2026-06-15 2026-12-31 6 '' 128 # 15 to 30 June

from_base hours # 20 h in the day's 8 h are 2.5 persons in the place of 3: 26280 - 4 x 365
sed -i '1s/;persons;/;persons;hours;/; 2s/;3;/;;20;/; 3,$s/;3;/;3;;/' cases/hours/need.csv
check hours need hours
check hours_need is 24820.0 need_h
check hours_posts is 8.50 weekday_people
from_base residents # 20 residents x 3.6 h = 72 h: the three round the clock
printf '%s\n' 'unit;window;start;end;days;level;residents;hours_per_resident_day;source' \
  'ward;all_day;07:00;07:00;all;staff;20;3,6;assumed' >cases/residents/need.csv
check residents need residents
check residents_hours is 26280.0 need_h
check residents_net is 17.19 need_net_fte
from_base fill # 22.8 h of the day's 24 are worked: 95 %
sed -i '1s/;persons;/;persons;actual_h;/; 2s/;3;/;3;22,8;/; 3,$s/;3;/;3;;/' cases/fill/need.csv
check fill need fill
check fill_rate is 95.0 fill_percent
check fill_actual is 8322.0 actual_h
check fill_changes_nothing is 17.19 need_net_fte

wrong() { # NAME HEADER ROW TEXT
  from_base "$1"
  printf '%s\n' "$2" "$3" >"cases/$1/need.csv"
  check "$1" bash -c '! "$0" need --lang en "cases/$1" 2>said && grep -Fq -- "$2" said' "$binary" "$1" "$4"
}
ways='unit;window;start;end;days;level;persons;hours;residents;hours_per_resident_day'
wrong in_no_way "$ways" 'ward;day;07:00;15:00;all;staff;;;;' 'need.csv:2: persons: blank, but a value is needed: write persons, hours'
wrong in_two_ways "$ways" 'ward;day;07:00;15:00;all;staff;1;8;;' 'need.csv:2: hours: written in two ways'
wrong residents_alone "$ways" 'ward;day;07:00;15:00;all;staff;;;20;' 'need.csv:2: hours_per_resident_day: blank, but residents are given'
wrong each_alone "$ways" 'ward;day;07:00;15:00;all;staff;;;;3' 'need.csv:2: residents: blank, but hours_per_resident_day is given'
dates='unit;window;start;end;days;months;from;to;level;persons'
wrong backwards "$dates" 'ward;day;07:00;15:00;all;;2026-07-31;2026-07-01;staff;1' 'need.csv:2: to: "2026-07-01": before from, 2026-07-31: swap them'
wrong month_13 "$dates" 'ward;day;07:00;15:00;all;6-13;;;staff;1' 'need.csv:2: months: "6-13": no such months'
from_base never
sed -i '1s/;level;/;from;to;level;/; 2,$s/;all;/;all;;;/' cases/never/need.csv
row never need 'ward;day;07:00;15:00;sat;2026-07-01;2026-07-01;staff;1;assumed' # a Wednesday
check never need never
check never_is_told refused 'need.csv:5: warning: from: holds on no day of the scenario'

# A norm by hours per resident-day: three at every hour. A night of one less is 8 h x 365 days below it.
priced() { # NAME: with pay and somebody to hire
  from_base "$1"
  row "$1" settings 'common;../published_common;'
}
priced norm
printf '%s\n' 'unit;window;start;end;days;level;residents;hours_per_resident_day;source' \
  'ward;all_day;07:00;07:00;all;staff;20;3,6;assumed' >cases/norm/norm.csv
printf '%s\n' 'measure;title;nature;start;status;source' 'two;Two at night;need;2026-01-01;not_started;assumed' >cases/norm/measures.csv
printf '%s\n' 'measure;table;where;column;change;value;source' 'two;need;window=night;persons;set;2;assumed' >cases/norm/edits.csv
check norm bash -c '"$0" run -q --lang en --csv rfc4180 -o out cases/norm' "$binary"
check norm_is_broken bash -c '"$0" run --full --lang en -o out cases/norm | grep -Fq "two takes 2 920 person-hours on 365 days of 2026"' "$binary"

# ---------------------------------------------------------------- units that are alike

# Three units: a row for each, rows that name three, units like the first, and all of it in another order are one.
wards() { # NAME UNITS.CSV-ROWS...
  priced "$1"
  printf '%s\n' 'unit;title;day_starts;like;source' "${@:2}" >"cases/$1/units.csv"
}
people() { # NAME UNIT...: rows of groups.csv
  echo 'unit;group;category;heads;position_percent;weekend_every;source' >"cases/$1/groups.csv"
  for unit in "${@:2}"; do row "$1" groups "$unit;people;staff;10;100;3;assumed"; done
}
each() { # NAME UNIT...: tables of the base with a row for each unit
  for table in need shifts; do
    head -n 1 "cases/need_base/$table.csv" >"cases/$1/$table.csv"
    for unit in "${@:2}"; do sed "1d; s/^ward;/$unit;/" "cases/need_base/$table.csv" >>"cases/$1/$table.csv"; done
  done
  people "$@"
}
wards rows 'nord;Nord;07:00;;assumed' 'sor;Sor;07:00;;assumed' 'vest;Vest;07:00;;assumed'
each rows nord sor vest
wards named 'nord;Nord;07:00;;assumed' 'sor;Sor;07:00;;assumed' 'vest;Vest;07:00;;assumed'
each named 'nord sor vest'
wards named_otherwise 'nord;Nord;07:00;;assumed' 'sor;Sor;07:00;;assumed' 'vest;Vest;07:00;;assumed'
each named_otherwise 'vest  nord' sor
wards like 'nord;Nord;07:00;;assumed' 'sor;Sor;;nord;assumed' 'vest;Vest;;nord;assumed'
each like nord
same_results() { # NAME: as `rows` but for what tells of the files themselves
  "$binary" run -q --lang en --csv rfc4180 -o out cases/rows && "$binary" run -q --lang en --csv rfc4180 -o out "cases/$1" &&
    for table in out/rows/*.csv; do
      case $table in */evidence.csv | */inputs.csv) continue ;; esac
      cmp <(sort "$table") <(sort "out/$1/$(basename "$table")") || return 1 # shifts.csv follows the rows
    done
}
same_need() { # NAME
  need rows && mv need.csv rows.csv && need "$1" && cmp rows.csv need.csv
}
for name in named named_otherwise like; do
  check "alike_$name" same_need "$name"
  check "alike_${name}_solved" same_results "$name"
done
need rows
check alike_sum is 78840.0 need_h # three times the base
check alike_one is 26280.0 need_h sor
# A row of its own stands in the place of the copy: sor has 2 by day, 8 h x 365 fewer.
row like need 'sor;day;07:00;15:00;all;staff;2;assumed'
need like
check like_but is 23360.0 need_h sor
check like_others is 26280.0 need_h vest

told() { # NAME TEXT
  check "$1" bash -c '! "$0" need --lang en "cases/$1" 2>said && grep -Fq -- "$2" said || { cat said; false; }' "$binary" "$1" "$2"
}
wards unknown 'nord;Nord;07:00;;assumed'
each unknown 'nord sorr'
told unknown 'need.csv:2: unit: "sorr": not in units.csv'
wards twice 'nord;Nord;07:00;;assumed' 'sor;Sor;07:00;;assumed'
each twice 'nord sor nord'
told twice 'need.csv:2: unit: names a unit twice: write each once'
wards like_nobody 'nord;Nord;07:00;;assumed' 'sor;Sor;;nordd;assumed'
each like_nobody nord
told like_nobody 'units.csv:3: like: "nordd": not in units.csv: the nearest is `nord`'
wards like_itself 'nord;Nord;07:00;;assumed' 'sor;Sor;;sor;assumed'
each like_itself nord
told like_itself 'units.csv:3: like: "sor": a unit is not like itself'
wards like_a_copy 'nord;Nord;07:00;;assumed' 'sor;Sor;;nord;assumed' 'vest;Vest;;sor;assumed'
each like_a_copy nord
told like_a_copy 'units.csv:4: like: "sor": this unit is itself like `nord`: write `nord`'

# ---------------------------------------------------------------- most heads allowed

# Four full-timers where 17 are wanted: adjusted to the six that 150 % are, and no further.
priced capped
printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every;source' 'ward;few;staff;4;100;2;assumed' >cases/capped/groups.csv
sed -i 's/^sick_leave;8/sick_leave;0,5/' cases/capped/absence.csv
sed 's/;100;assumed/;300;assumed/' cases/published_common/sources.csv >cases/capped/sources.csv
check capped bash -c '"$0" run --full --lang en --csv rfc4180 -o out cases/capped >said && cat said &&
  grep -Fq "Positions adjusted 2026: at the most heads allowed (adjust_max_percent): staff 100 % of Ward (6.0 heads)" said' "$binary"
check capped_table bash -c 'grep -q "^ward,few,2026,4.0,6.0,6.0," out/capped/groups.csv && cut -d, -f8-11 out/capped/units.csv | grep -q "4.0,6.00,6.0,few"'

finish
