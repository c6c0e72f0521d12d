#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the lines of a rota prove of compliance, rule by rule, with line, week and day of the first breach.
#
#   tests/cli/rota_proof.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

fresh() { # six lines of 3 weeks, each with one week of five shifts, one weekend and one week off
  rm -rf case
  cp -r "$here/cases/rota_base" case
}
law() { printf '%s\n' 'rule;agreement;limit;weeks;paragraph;source' "$@" >case/law.csv; }
finding() { # RULE COLUMN: of today's people
  cell compliance "$2" measure= positions=kept rule="$1"
}
reason() { # RULE TEXT
  local found
  found=$(finding "$1" reason)
  echo "$found"
  [[ $found == *"$2"* ]]
}

# ---------------------------------------------------------------- kept by every line

fresh
solve case
for rule in daily_rest weekly_rest week_average week_ceiling hours_48 weekends_per_person; do
  check "kept_$rule" is kept compliance finding measure= positions=kept rule="$rule"
  check "kept_${rule}_why" reason "$rule" 'Proven: every line of rota.csv keeps it, in weeks without public holidays.'
done
check kept_hours_beyond reason week_ceiling 'For hours beyond the lines there is room on average.'
# Public holidays are planned on the calendar; on Saturday 17 May nobody may come who has the weekend off (rota_year.sh).
check sundays is kept compliance finding measure= positions=kept rule=sundays_next_off
check sundays_why reason sundays_next_off 'Proven: laid out on the dates of the year, public holidays planned, every line keeps it (rotacost rota --calendar). Of the need on public holidays 15 person-hours are then left to others.'
check sundays_averaged is kept compliance finding measure= positions=kept rule=sundays_averaged
check no_doubt_left eval '! grep ";kept;ward;" $results/compliance.csv | grep -q "rota to prove"'

# ---------------------------------------------------------------- broken, and where

# Every line has one week of 5 x 7.5 = 37.5 h. On average there are 17.5 h, so that the plan keeps 37 h.
fresh
law 'week_ceiling;;37;;local agreement;x'
solve case
check week_broken is broken compliance finding measure= positions=kept rule=week_ceiling
check week_where reason week_ceiling 'Broken in rota.csv: line 1, week 3 has 37.5 h, limit 37 h.'
check week_count is 6 compliance breaches measure= positions=kept rule=week_ceiling

further_breaches() {
  # Line 1 has 15 h, 0 h and 37.5 h: over two weeks 7.5, 18.75 and, round the end, 26.25 h a week. So does each of the six.
  fresh
  law 'hours_48;;20;2;local agreement;x'
  solve case
  check average_broken is broken compliance finding measure= positions=kept rule=hours_48
  check average_where reason hours_48 'Broken in rota.csv: line 1, 2 weeks from week 3, Monday: 26.25 h a week, limit 20 h.'
  check average_count is 6 compliance breaches measure= positions=kept rule=hours_48
  # Over three weeks each line has 52.5 / 3 = 17.5 h.
  law 'hours_48;;17.5;3;local agreement;x'
  solve case
  check average_kept is kept compliance finding measure= positions=kept rule=hours_48

  # The Sunday of week 2 is given to line 1 by line 3, after that of week 1.
  fresh
  sed -i -e 's/^ward;3;half;2;sun;day/ward;3;half;2;sun;-/' -e 's/^ward;1;half;2;sun;-/ward;1;half;2;sun;day/' case/rota.csv
  solve case
  check sunday_broken is broken compliance finding measure= positions=kept rule=sundays_next_off
  check sunday_where reason sundays_next_off 'Broken in rota.csv: Sundays worked: line 1, week 2, Sunday, 2, limit 1 Sunday.'
}
if_long further_breaches

# ---------------------------------------------------------------- changed by rota_rules.csv

# 9 h between the evening of Sunday and the day of Monday, and 8 h agreed.
fresh
sed -i -e 's/^ward;5;half;2;mon;day/ward;5;half;2;mon;-/' -e 's/^ward;2;half;2;mon;-/ward;2;half;2;mon;day/' case/rota.csv
printf '%s\n' 'unit;group;rule;shifts;value;source' 'ward;;short_rest_h;;8;Local agreement 2024' \
  'ward;half;hours_over_h;;7.5;x' >case/rota_rules.csv
solve case
check agreed is kept compliance finding measure= positions=kept rule=daily_rest
check agreed_why reason daily_rest 'Every line keeps what is agreed instead: 8 h by Local agreement 2024, which takes an agreement with the union representatives, down to 8 h, with rest to make up for it. The limit above is not kept: Rest between two shifts: line 2, week 2, Monday, 9, limit 11 h.'
check agreed_shown eval '"$binary" rota --lang en case 2>/dev/null | tr -s " \n" " " | grep -Fq "changed by Local agreement 2024"'
# Not even 10 h are agreed: broken by the law's limit.
sed -i 's/;8;Local/;10;Local/' case/rota_rules.csv
if_long solve case
if_long check not_agreed is broken compliance finding measure= positions=kept rule=daily_rest

# ---------------------------------------------------------------- a rota that was made

# A full week of 37.5 h on days and one on evenings cannot be where a week has 30 h at most: lines are laid out by it.
fresh
rm case/rota.csv
printf '%s\n' 'unit;title;day_starts;rota_weeks' 'ward;Ward;;3' >case/units.csv
law 'week_ceiling;;30;;local agreement;x'
solve case
check made_by_week is kept compliance finding measure= positions=kept rule=week_ceiling
check made_by_week_why reason week_ceiling 'Proven: there is a rota of 3 weeks whose every line keeps it'
check made_by_week_lines eval 'awk -F";" "NR > 1 && \$6 != \"-\" && \$6 != \"\" { n[\$2 FS \$4]++ } END { for (i in n) if (n[i] > 4) exit 1 }" $results/rota_lines.csv'
check made_kept reason weekly_rest 'Proven: there is a rota of 3 weeks whose every line keeps it'
finish
