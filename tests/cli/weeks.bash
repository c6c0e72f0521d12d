# SPDX-License-Identifier: GPL-3.0-or-later
# Read by run.sh: weeks that hold the ends of a year, and rules that planner and auditor must read alike.
# tests/cli/cases/NAME is a scenario folder each.

solve_case() { # CASE
  cp -r "$here/cases/$1" . && rotacost run -q -o "out_$1" "$1"
}
# Columns of a table written with decimal commas or points, by the file's own separator.
table_of_case() { # CASE TABLE
  sed 's/^\xEF\xBB\xBF//' "out_$1/$1/$2.csv"
}
separator_of() { head -n 1 "out_$1/$1/effects.csv" | tr -d '[:alnum:]_%\357\273\277' | cut -c1; }

# Every year of the measure saves the same: nothing if positions are kept, KR if they are adjusted.
same_every_year() { # CASE KR YEARS
  solve_case "$1" || return 1
  table_of_case "$1" effects | awk -F "$(separator_of "$1")" -v kr="$2" -v years="$3" "$columns"'
    FNR > 1 { rows++; print $at["year"], $at["positions"], $at["effect_kr"], $at["full_year_effect_kr"]
      wanted = $at["positions"] == "kept" ? "0.00" : kr
      good += $at["effect_kr"] == wanted && $at["full_year_effect_kr"] == wanted }
    END { exit rows != 2 * years || good != rows }'
}
check_long cutweek_weekend same_every_year cutweek_weekend 200000.00 6
check_long cutweek_absence same_every_year cutweek_absence 232883.10 6

# 12.0 FTE are enough for the ward in every year, and nobody is missing in any week.
twelve_every_year() {
  solve_case cutweek_ward || return 1
  table_of_case cutweek_ward comparison | awk -F , "$columns"'
    FNR > 1 { rows++; print $at["year"], $at["positions"], $at["contracted_fte"], $at["short_h"]
      good += $at["contracted_fte"] == "12.00" && $at["short_h"] == "0.0" }
    END { exit rows != 24 || good != rows }' &&
    table_of_case cutweek_ward weeks | awk -F , "$columns"'
      FNR > 1 { rows++; if ($at["short_h"] != "0.0") { print; bad = 1 } }
      END { print rows + 0 " weeks"; exit bad || rows < 18 * 53 }'
}
check_long cutweek_ward twelve_every_year

# The plan keeps the weekends it was solved under, where Friday evening is weekend and the night begins after midnight.
weekends_kept() { # CASE ROWS
  solve_case "$1" || return 1
  table_of_case "$1" compliance | awk -F ';' -v wanted="$2" "$columns"'
    FNR > 1 && $at["rule"] == "weekends_per_person" { rows++; print $at["year"], $at["positions"], $at["limit"], $at["measured"], $at["finding"]
      good += $at["finding"] == "bounded" && $at["breaches"] == "0" }
    END { exit rows != wanted || good != rows }'
}
check_long friday_midnight weekends_kept friday_midnight 6
check_long friday_2200 weekends_kept friday_2200 6

# Overtime is the last resort unless the scenario says otherwise; by cost it is cheaper on holidays, and told as broken.
overtime_of() { # SCENARIO: status of the rule and hours planned in the first year, positions kept
  sed 's/^\xEF\xBB\xBF//' "out_overtime/$1/compliance.csv" | awk -F ';' "$columns"'
    FNR > 1 && $1 == "" && $at["positions"] == "kept" && $at["rule"] == "overtime_unforeseen" { print $at["finding"], $at["measured"]; exit }'
}
overtime_follows_the_setting() {
  rm -rf by_cost last never
  cp -r small last
  for word in by_cost never; do cp -r small $word && echo "planned_overtime;$word;" >>$word/settings.csv; done
  rotacost run -q -o out_overtime last by_cost never || return 1
  for word in last by_cost never; do echo "$word: $(overtime_of $word)"; done | tee told
  grep -q '^last: kept ' told && grep -q '^by_cost: broken ' told && grep -q '^never: $' told &&
    [ "$(overtime_of last | tr -dc '0-9')" -lt "$(overtime_of by_cost | tr -dc '0-9')" ]
}
check_long overtime_follows_the_setting overtime_follows_the_setting
# What the setting comes to is told, the same figures from both sides.
overtime_is_told() {
  rotacost run --full -o out_told last >last.out && rotacost run --full -o out_told by_cost >by_cost.out && rotacost run --full -o out_told never >never.out || return 1
  grep '^Overtime planned in\|^No overtime' last.out by_cost.out never.out
  local last by_cost
  last=$(sed -n 's/^Overtime planned in 2026: \([0-9 ]*\) h, only .* would be \([0-9 ]*\) h, and .* change by -\([0-9 ]*\) kr .*/\1,\2,\3/p' last.out)
  by_cost=$(sed -n 's/^Overtime planned in 2026: \([0-9 ]*\) h, wherever .* would be \([0-9 ]*\) h, and .* change by +\([0-9 ]*\) kr .*/\2,\1,\3/p' by_cost.out)
  [ -n "$last" ] && [ "$last" = "$by_cost" ] && grep -q '^No overtime is planned in 2026.' never.out
}
check_long overtime_is_told overtime_is_told
