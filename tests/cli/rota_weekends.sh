#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Weekends by the year in a rota of fewer weeks, through the command line: what N weeks can hold of them.
#
#   tests/cli/rota_weekends.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

ask() { # ARGUMENT...: what it says in out and err
  timeout 120 "$binary" rota --lang en "$@" >out 2>err
}
says() {
  cat out
  grep -Fq -- "$1" out
}
says_not() {
  cat out
  ! grep -Fq -- "$1" out
}
times() { # COUNT TEXT
  cat out
  [ "$(grep -Fc -- "$2" out)" = "$1" ]
}
by_the_year() { # WEEKENDS: two groups of three, each with so many a year
  rm -rf case
  cp -r "$here/cases/rota_base" case
  rm case/rota.csv
  printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every;weekends_per_year' \
    "ward;one;nurse;3;50;;$1" "ward;two;nurse;3;50;;$1" >case/groups.csv
}

# 21 of 52 weekends are 21 / 52 x 12 = 4.85 in 12 weeks. Five would be 5 / 12 x 52 = 21.67 a year, more than the contract; four
# are 4 / 12 x 52 = 17.33. 21 / 52 x 5 = 2.02, and two in five weeks are 20.8 a year: no number of weeks up to 18 holds more
# (3 of 8 are 19.5, 4 of 10 and 6 of 15 as many, 5 of 13 are 20, 7 of 18 are 20.2).
by_the_year 21
if_long ask case --weeks 12
if_long check twelve says '21 weekends a year are 4.85 in 12 weeks. Lines repeat, so that a line of this rota works 4 at most, which are 17.33 a year; 5 would be 21.67.'
if_long check twelve_better says 'A line of 5 weeks may work more of these weekends: 2, which are 20.8 a year.'
if_long check twelve_once times 1 '21 weekends a year are'
ask case --weeks 5
check five says '21 weekends a year are 2.02 in 5 weeks. Lines repeat, so that a line of this rota works 2 at most, which are 20.8 a year; 3 would be 31.2.'
check five_is_best says_not 'may work more of these weekends'

# Where another group works one weekend in 3, the weeks must be a multiple of 3: 6 in 15 are 20.8 too.
sed -i 's/^ward;two;nurse;3;50;;21/ward;two;nurse;3;50;3;/' case/groups.csv
if_long ask case --weeks 12
if_long check with_third says 'A line of 15 weeks may work more of these weekends: 6, which are 20.8 a year.'

# 26 of 52 are one in two: nothing is lost in an even number of weeks, half of one in an odd one.
by_the_year 26
if_long ask case --weeks 6
if_long check half_even says_not 'weekends a year are'
ask case --weeks 3
check half_odd says '26 weekends a year are 1.5 in 3 weeks. Lines repeat, so that a line of this rota works 1 at most, which are 17.33 a year; 2 would be 34.67.'
check half_better says 'A line of 2 weeks may work more of these weekends: 1, which are 26 a year.'

finish
