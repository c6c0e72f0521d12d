#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The books beside the baseline, as they come out of an accounting system: with every art there is.
#
#   tests/cli/books.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

complains() { cat err && grep -Fq -- "$1" err; }
says() { cat out && grep -Fq -- "$1" out; }
says_not() { cat out && ! grep -Fq -- "$1" out; }
fresh() {
  rm -rf case
  cp -r "$here/cases/uncovered_supported" case
}

# Without books: said in the result and on the page.
fresh
solve case
check nothing_is_said says 'Accounts: none are given (accounts.csv): the baseline is checked against nothing.'
check nothing_on_the_page grep -q 'the baseline is checked against nothing' "$results/report.html"

# 15 full-timers at 390 000 kr, no on-costs: art 010 is 5 850 000 kr, as in the baseline. The agency stands on 370. Food (115),
# medicine (114) and fees (600) pay nobody: left out in one line, and in no sum. 050 is pay that is not modelled.
printf '%s\n' unit,line,year,kr,source u,010,2026,5850000,books u,115,2026,700000,books u,114,2026,90000,books \
  u,600,2026,-2500000,books u,115,2026,1000,books u,050,2026,12000,books >case/accounts.csv
solve case
check no_pay_is_read [ "$status" = 0 ]
check no_pay_is_listed complains 'case/accounts.csv:3: warning: line: arts that are no pay, left out: 115, 114, 600 (rows: 4)'
check pay_is_compared is 5850000.00 accounts baseline_kr unit=u line=010
check pay_is_as_booked is ok accounts finding line=010
check other_pay_is_listed is not_modelled accounts finding line=050
check no_pay_in_no_row is '' accounts accounts_kr line=115
check nothing_is_not_said says_not 'checked against nothing'
# A slip among the arts of pay is refused as before.
sed -i 's/,010,/,019,/' case/accounts.csv
"$binary" check case --lang en >out 2>err
check pay_slip_is_refused complains 'case/accounts.csv:2: line: "019"'
# Nothing but other arts: no books at all.
printf '%s\n' unit,line,year,kr u,115,2026,700000 >case/accounts.csv
solve case
check only_no_pay says 'the baseline is checked against nothing'

# Exports whose headings name months of two years and the period that closes the year; the long tests ask more.
twelve() { for month in 1 2 3 4 5 6 7 8 9 10 11 12; do printf ';%s' "$1"; done; }
months_of() { for month in 01 02 03 04 05 06 07 08 09 10 11 12; do printf ';%s%s' "$1" $month; done; }
printf '%s\n' "Art;Funksjon$(months_of 2025)$(months_of 2026);202613" "10;253$(twelve '300 000,50')$(twelve '350 000,50')1;50 000-" >case/accounts.csv
solve case
# 350 000,501 in December is no amount of kroner and øre; then 12 x 350 000.50 - 50 000 = 4 150 006.
check slip_in_a_month complains 'case/accounts.csv:2: 202612: "350 000,501"'
sed -i '2s/501;/50;/' case/accounts.csv
solve case
check two_years_and_thirteen is 4150006.00 accounts accounts_kr unit= line=010
finish
