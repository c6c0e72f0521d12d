#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The long table for pivots: its sums are those of the tables it is made of.
#
#   tests/cli/data.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

ties() { # CASE: a run whose tables are held against each other
  solve "$here/cases/$1"
  python3 "$here/data.py" "$results" >details_data 2>&1
}

# One nurse fewer from 22:00 to 08:00, paid by the hour: 365 nights x 10 h = 3 650 h x 350 kr = 1 277 500 kr, 12 % holiday pay of it
# 153 300, pension 10 % 127 750, employer tax 14.1 % of 1 430 800 + 127 750 = 219 755.55 (as in budget.sh).
ties budget_base
check by_hand_pay is 1277500.000 data amount measure=M year=2025 positions=kept line=substitutes counted_in=kr
check by_hand_holiday_pay is 153300.000 data amount measure=M year=2025 positions=kept line=holiday_pay
check by_hand_pension is 127750.000 data amount measure=M year=2025 positions=kept line=pension
check by_hand_tax is 219755.550 data amount measure=M year=2025 positions=kept line=employer_tax
check by_hand_hours is 3650.000 data amount measure=M year=2025 positions=kept line=substitute_h counted_in=h

for case in budget_base followup_base shared_two fiscal_april uncovered_norm night_post; do
  ties "$case"
  check "ties_$case" grep -Eqx '[1-9][0-9]* passed, 0 failed' <(tail -n 1 details_data)
done
finish
