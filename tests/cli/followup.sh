#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Follow-up month by month: the plan of each month, the forecast for the year and its light.
#
#   tests/cli/followup.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

solve "$here/cases/followup_base"
# 1 825 000 kr claimed for 365 days are 5000 kr a day: 31 days of January 155 000, and 140 000 of February.
check plan_january is 155000.00 followup_months month_planned_kr measure=M month=2026-01
check plan_february is 140000.00 followup_months month_planned_kr measure=M month=2026-02
check plan_by_april is 600000.00 followup_months planned_by_month_kr measure=M month=2026-04
check plan_of_the_year is 1825000.00 followup_months planned_by_month_kr measure=M month=2026-12
# 500 000 are realised by the end of April, and 1 225 000 planned after it: 1 725 000, 5.5 % less than claimed; 10 % is the tolerance.
check forecast is 1725000.00 followup forecast_kr measure=M
check green is green followup light measure=M
# Twelfths of 120 000: 41 000 by April and eight more months of 10 000.
check forecast_twelfths is 121000.00 followup forecast_kr measure=R
check green_ahead is green followup light measure=R
# Nothing by April: 40 000 are missing, and 80 000 are planned for the rest: it can still be made up for.
check amber is amber followup light measure=L
# 10 000 by October: 90 000 are missing, and 20 000 are planned for the rest.
check red is red followup light measure=S
# From July: nothing before, 60 000 in the year; nothing is reported, and no light says otherwise.
check later_june is 0.00 followup_months planned_by_month_kr measure=N month=2026-06
check later_july is 10000.00 followup_months month_planned_kr measure=N month=2026-07
check later_year is 60000.00 followup_months planned_by_month_kr measure=N month=2026-12
check no_light is '' followup light measure=N
# Months add up to the claim of the year, whatever it is of.
adds_up() {
  awk -F, 'FNR == 1 { sub(/\r$/, ""); for (i = 1; i <= NF; i++) at[FILENAME, $i] = i; next }
    FILENAME ~ /months/ { sum[$1] += $at[FILENAME, "month_planned_kr"]; next }
    { claimed = $at[FILENAME, "claimed_kr"]; print $1, claimed, sum[$1]; seen++; if (claimed - sum[$1]) bad = 1 }
    END { exit bad || !seen }' "$results/followup_months.csv" "$results/followup.csv"
}
check months_add_up adds_up

# Given up: red, whatever was reported.
cp -r "$here/cases/followup_base" case
sed -i 's/^S;\(.*\);in_force/S;\1;not_realised/' case/measures.csv
solve case
check given_up is red followup light measure=S

finish
