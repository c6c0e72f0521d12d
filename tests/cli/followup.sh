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

# ---------------------------------------------------------------- the calendar

near() { # KR WITHIN TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1 within=$2
  shift 2
  awk -v a="$wanted" -v b="$(cell "$@")" -v d="$within" \
    'BEGIN { print "found " b ", wanted " a; exit b == "" || a - b > d || b - a > d }'
}
# Cumulated by the last month, what effects.csv has of the year: to the øre, with positions kept and adjusted.
ends_as_effects() {
  local measure answer year
  for measure in M R L S N; do
    year=$(cell followup year measure=$measure)
    for answer in kept adjusted; do
      is "$(cell effects effect_kr measure=$measure year="$year" positions=$answer)" \
        followup_months ${answer}_by_month_kr measure=$measure month="$year-12" || return 1
    done
  done
}
rm -rf case
cp -r "$here/cases/followup_base" case
printf '%s\n' 'night;2000-01-01;sun;00:00;24:00;100;0;day;1;x' >>case/supplements.csv
solve case
check ends_as_effects ends_as_effects
# Of an hour 1.12 x (1 - 5/52) = 1.012308 is paid, of the supplement on it 1.12. A night is 10 hours: 10.12308; with 8 hours of
# Sunday after a Saturday 8.96 more, with 2 on a Sunday evening 2.24 more.
# January 2026 has 31 nights, 5 Saturdays, 4 Sundays: 313.8154 + 44.80 + 8.96 = 367.5754. February 28, 4, 4: 283.4462 + 44.80.
# The year 365, 52, 52: 3694.9231 + 465.92 + 116.48 = 4277.3231. Of 1 825 000: 156 832.9 and 140 053.1.
check sundays_january near 156832.9 20 followup_months month_planned_kr measure=M month=2026-01
check sundays_february near 140053.1 20 followup_months month_planned_kr measure=M month=2026-02

# ---------------------------------------------------------------- notice

# 4 FTE, of whom 2 go. Decided on 1 January, 30 days of consultation, notice on 31 January, from 1 February 3 months: gone on
# 1 May. Before that what is saved if all stay, and by December what positions_sum.csv has of the first year.
cat >case/groups.csv <<'END'
unit;group;category;heads;position_percent;weekend_every;source
w;g;nurse;4;100;3;x
END
printf '%s\n' 'decision_date;2026-01-01;' 'consultation_days;30;' 'notice_months;3;' >>case/settings.csv
solve case
by() { cell followup_months "$1" measure=M month="$2"; }
check notice_gone is 2026-05-01 positions_sum gone_on measure=M
check notice_before is "$(by kept_by_month_kr 2026-04)" followup_months after_notice_by_month_kr measure=M month=2026-04
check notice_year is "$(cell positions_sum first_year_kr measure=M)" followup_months after_notice_by_month_kr \
  measure=M month=2026-12
check notice_after awk -v a="$(by after_notice_by_month_kr 2026-05)" -v b="$(by kept_by_month_kr 2026-05)" \
  'BEGIN { print a, b; exit a <= b }'
check ends_as_effects_with_people ends_as_effects
# What the settings do not say is by the tariff: 30 days and 3 months.
sed -i '/^consultation_days\|^notice_months/d' case/settings.csv
solve case
check notice_by_tariff is 2026-05-01 positions_sum gone_on measure=M
check notice_by_tariff_months is 3 positions notice_months measure=M

# ---------------------------------------------------------------- the books

books() { # LAST-MONTH KR: 1 000 000 a month in 2025, KR in 2026 up to the month
  {
    echo 'account;cost_centre;period;kr'
    for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
      echo "10100;3100;2025$month;1000000"
      [ "$month" -le "$1" ] && echo "10100;3100;2026$month;$2"
    done
  } >case/general_ledger.csv
}
printf '%s\n' 'account;cost_centre;service;line;unit;source' '10*;;;010;;chart' ';3100;;;w;organisation' \
  >case/account_map.csv
# 5 % more from 1 May: 646 100 x 1.05 = 678 405.
printf '%s\n' 'nurse;2026-05-01;678405;x' >>case/pay.csv
printf '%s\n' 'unit;change;year;month;kr;source' 'w;sickness;2026;2;30000;report' 'w;other;2026;;12000;minutes' \
  >case/book_changes.csv
books 06 900000
sed -i 's/^first_year;2025/first_year;2026/' case/settings.csv
solve case
books_is() { is "$1" followup_months "$2" measure=M month="$3"; }
check books_before books_is 1000000.00 books_before_kr 2026-01
check books_now books_is 900000.00 books_now_kr 2026-01
check books_pay_april books_is 0.00 pay_settlement_kr 2026-04
check books_pay_may books_is 50000.00 pay_settlement_kr 2026-05
check books_sickness books_is 30000.00 sickness_kr 2026-02
check books_other books_is 1000.00 other_changes_kr 2026-02
# January, March, April 101 000 each, February 131 000, May and June 151 000 each: 736 000.
check books_january books_is 101000.00 books_saved_kr 2026-01
check books_june books_is 736000.00 books_saved_by_month_kr 2026-06
check books_july books_is '' books_saved_by_month_kr 2026-07
check books_plan books_is "$(by planned_by_month_kr 2026-06)" books_planned_by_month_kr 2026-06
# Forecast: 736 000, and of 1 825 000 what is planned from July on.
check books_forecast near "$(awk -v p="$(by planned_by_month_kr 2026-06)" 'BEGIN { printf "%.2f", 736000 + 1825000 - p }')" 0.01 \
  followup books_forecast_kr measure=M
check books_to is 2026-06-30 followup books_to measure=M
check books_green is green followup books_light measure=M
check books_rule grep -q 'Green: the forecast is the plan, within the tolerance, or more.' "$results/followup.csv"
check books_all_given eval '! grep -q "Not given" "$results/followup.csv"'
check books_told grep -q 'of the year before the scenario.s: months to be followed up against, in no baseline: rows 12, 12 000 000 kr' err
in_sheet() { # TEXT-OF-HEAD KR: in the sheet to fill in
  python3 - "$results/report.xlsx" "$@" <<'END'
import sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
assert sys.argv[2] in book.read("xl/sharedStrings.xml").decode()
sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
assert [s for s in sheets if "INDEX(" in s and "<v>" + sys.argv[3] + "</v>" in s]
END
}
if command -v python3 >/dev/null; then
  check books_in_sheet in_sheet 'Books, saved, kr' 736000
  check books_forecast_in_sheet in_sheet 'Books, forecast, kr' "$(cell followup books_forecast_kr measure=M | sed 's/\.\?0*$//')"
fi
check books_on_page grep -q 'What the books show, month by month' "$results/report.html"
# The books did not fall: nothing but 5 % of May and June, 100 000, 30 000 and 6 000, of which June's plan is about 895 000; 930 000 are
# planned for the rest: amber. To the end of the year: red.
books 06 1000000
solve case
check books_amber is amber followup books_light measure=M
books 12 1000000
solve case
check books_red is red followup books_light measure=M
# A change of no unit, where the books are by unit, would be taken out of none: refused with its cell.
sed -i '2s/^w;/;/' case/book_changes.csv
check change_of_no_unit eval '! "$binary" check --lang en case 2>err && grep "case/book_changes.csv:2: unit: blank, and the books are told by unit" err'
# What is not given is not taken out, and said.
rm case/book_changes.csv
sed -i '/2026-05-01/d' case/pay.csv
solve case
check not_given_pay books_is '' pay_settlement_kr 2026-05
check not_given_said grep -q 'Not given, and so not taken out: pay settlement, sickness, other changes.' "$results/followup.csv"
# Another measure of the unit: the books tell none of the two from the other. Without a claim there is no plan.
printf '%s\n' 'K;Another;rota;2026-03-01;in_force;head;;' >>case/measures.csv
printf '%s\n' 'K;need;unit=w;persons;multiply;0.9' >>case/edits.csv
solve case
check shared_no_plan is '' followup books_light measure=M
check shared_no_plan_said grep -q 'No light: a measure of the same units claims nothing for the year.' "$results/followup.csv"
printf '%s\n' 'K;2026;100000' >>case/claims.csv
solve case
check shared_plan near 1925000 0.01 followup_months books_planned_by_month_kr measure=M month=2026-12
check shared_plan_too near 1925000 0.01 followup_months books_planned_by_month_kr measure=K month=2026-12
check shared_said grep -q 'other measures of the same units (1)' "$results/followup.csv"
# In force before the year followed up: the same months of the year before it came, which the books do not have.
sed -i 's/^K;\(.*\);2026-03-01/K;\1;2025-03-01/' case/measures.csv
solve case
check in_force_before is '' followup books_light measure=M
check in_force_none is '' followup books_to measure=K

finish
