#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What to enter in the budget: on which cost centre, function and art, in which unit and with which sign, and which answer of
# a measure is booked.
#
#   tests/cli/budget.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

fresh() { # CASE: a copy to change, in `case`
  rm -rf case
  cp -r "$here/cases/$1" case
}
measures() { printf '%s\n' 'measure;title;nature;start;status;responsibility;function;either_or;booked' "$@" >case/measures.csv; }
adds_up() { python3 "$here/budget.py" "$results" "${1-1}"; }
differs() { [ "$(cell effects effect_kr positions=kept)" != "$(cell effects effect_kr positions=adjusted)" ]; }
why() { # TEXT [COLUMN=TEXT]...
  local wanted=$1
  shift
  cell budget booked_why "$@" >details_why && grep -Fq -- "$wanted" details_why || { cat details_why; return 1; }
}
complains() { cat err; grep -Fq -- "$1" err; }

# ---------------------------------------------------------------- by hand

# One nurse fewer from 22:00 to 08:00: 365 nights x 10 h. 646 100 kr over 52 x 35.5 h = 1846 h is 350 kr an hour; no supplements;
# paid by the hour, so on art 020: 365 x 10 x 350 = 1 277 500, and 12 % holiday pay, 153 300: 1 430 800.
# Pension 10 % of the pay: 127 750 on art 090. Employer tax 14.1 % of 1 430 800 + 127 750: 219 755.55 on art 099.
solve "$here/cases/budget_base"
check by_hand_art_020 is 1430800.00 budget booked_kr measure=M year=2025 kostra_art=020
check by_hand_art_090 is 127750.00 budget booked_kr measure=M year=2025 kostra_art=090
check by_hand_art_099 is 219755.55 budget booked_kr measure=M year=2025 kostra_art=099
check by_hand_entered is 219756 budget budget_entry measure=M year=2025 kostra_art=099
check of_the_unit is 3100 budget responsibility measure=M kostra_art=020
check of_the_unit_function is 253 budget function measure=M kostra_art=020
check default_answer is kept budget booked measure=M
check default_why why 'With positions kept, as nothing else is said' measure=M
# Rent, 123 456.50 kr a year from 1 April: 9 twelfths are 92 592.375. 1000 kr of income are lost once.
check amount_art is 92592.38 budget booked_kr measure=R year=2025 kostra_art=370
check amount_once is -1000 budget budget_entry measure=R year=2025 kostra_art=620
check amount_of_the_measure is 4000 budget responsibility measure=R kostra_art=370
check amount_function is 130 budget function measure=R kostra_art=370
check amount_why why 'Taken from the paper' measure=R
check by_hand_adds_up adds_up

# In 1000 kr, a saving with a minus. 1 778 305.55 kr are 1778; cut down to thousands the lines are 1430, 127 and 219, which is
# two short: the largest rests are 800 (art 020) and 755.55 (art 099). The amounts of the paper are then in 1000 kr too.
fresh budget_base
sed -i '$a claims_in;1000 kr;\nsavings_are;negative;' case/settings.csv
sed -i 's/123456.50/-123.4565/; s/-1000.00/1/' case/amounts.csv
solve case
check thousands_020 is -1431 budget budget_entry measure=M year=2025 kostra_art=020
check thousands_090 is -127 budget budget_entry measure=M year=2025 kostra_art=090
check thousands_099 is -220 budget budget_entry measure=M year=2025 kostra_art=099
check thousands_unit is 1000_kr budget entry_in measure=M
check thousands_amount is 92592.38 budget booked_kr measure=R year=2025 kostra_art=370
check thousands_income is 1 budget budget_entry measure=R year=2025 kostra_art=620
check thousands_add_up adds_up -1

# ---------------------------------------------------------------- which answer

measures 'M;One fewer;rota;2025-01-01;not_started;;;;nothing' 'R;Rent;amount;2025-04-01;not_realised;;;;' \
  'N;None decided;amount;;not_started;;;;' 'L;Later;amount;2026-01-01;not_started;;;;kept' 'E;Empty;rota;2025-01-01;not_started;;;;'
printf '%s\n' 'N;purchases;5;months;;' 'L;purchases;5;months;;' >>case/amounts.csv
solve case
check told_nothing is nothing budget booked measure=M
check told_nothing_why why 'Nothing, as measures.csv says' measure=M
check told_nothing_is_0 is 0 budget budget_entry measure=M
check given_up why 'given up' measure=R
check no_start why 'Nothing before a start is decided' measure=N
check not_this_year why 'Nothing of it falls in this year' measure=L year=2025
check next_year is kept budget booked measure=L year=2026
check not_testable why 'nobody can tell' measure=E
check nothing_adds_up adds_up -1

# Of alternatives one is booked: that which measures.csv names, else the one that stands in the sums. Never two.
fresh budget_base
printf 'A;purchases;100;months;;\nB;purchases;200;months;;\n' >>case/amounts.csv
alternatives() { # BOOKED OF A, OF B
  measures 'M;One fewer;rota;2025-01-01;not_started;;;;' 'R;Rent;amount;2025-04-01;not_started;;;;' \
    "A;Small;amount;2025-01-01;not_started;;;g;$1" "B;Large;amount;2025-01-01;not_started;;;g;$2"
  solve case
}
alternatives '' ''
check better_is_booked is 200.00 budget booked_kr measure=B year=2025
check lesser_is_not why 'another of the alternatives' measure=A
alternatives kept ''
check named_is_booked is 100.00 budget booked_kr measure=A year=2025
check named_alone why 'another of the alternatives' measure=B
alternatives kept adjusted
check never_two test $status = 3
check never_two_said complains 'alternatives, of which only one can stand in the budget'

# ---------------------------------------------------------------- the sums, whatever is booked

# Hours left empty are taken off as what filling them costs; two units with one team stand together.
solve "$here/cases/uncovered_supported"
check empty_hours is empty_hours budget booked_as kostra_art=020 booked_as=empty_hours
check empty_adds_up adds_up
fresh shared_two
printf '%s\n' 'unit;title;day_starts;responsibility;function' 'a;Ward A;07:00;3100;253' 'b;Ward B;07:00;3200;253' >case/units.csv
solve case
check shared_cost_centres is 3100+3200 budget responsibility
check shared_function is 253 budget function
check shared_adds_up adds_up
# With positions adjusted: of the example, in which that is another answer.
"$binary" new --lang en example >out
awk -F';' -v OFS=';' '/^\357\273\277?#/ || /^#/ { print; next } !head++ { print $0, "booked"; next } { print $0, "adjusted" }' example/measures.csv >measures.csv
mv measures.csv example
solve example
check told_adjusted is adjusted budget booked booked_as=staffing
check adjusted_adds_up adds_up
check adjusted_is_another differs

finish
