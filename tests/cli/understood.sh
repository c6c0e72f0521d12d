#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What `check` says it understood of each unit, with values worked by hand.
#
#   tests/cli/understood.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

checked() { # FOLDER LANGUAGE
  status=0
  timeout 60 "$binary" check "$1" --lang "${2-en}" >out 2>err || status=$?
  said=$(<out)
  said=${said//$'\xc2\xa0'/ }
}
row() { # UNIT WORDS: the unit's row, runs of blanks as one
  echo "$said"
  local -a words
  while read -ra words; do [ "${words[*]}" != "$1 $2" ] || return 0; done <<<"$said"
  return 1
}
says() { echo "$said" && [[ $said == *"$1"* ]]; }
says_not() { echo "$said" && [[ $said != *"$1"* ]]; }
narrow() { tail -n +2 <<<"$said" | awk '{ gsub(/[\200-\277]/, "") } length($0) > 80 { print length($0) ": " $0; bad = 1 } END { exit bad }'; }
fresh() {
  rm -rf case
  cp -r "$here/cases/$1" case
}

# Four people round the clock on 8 h shifts, nobody away. 4 x 24 x 365 = 35 040 h / (52 x 37.5) = 17.97 FTE, beside 15
# full-timers. 4 x 3 = 12 come on a Saturday, and everybody works every weekend: 12 heads wanted, 15 there. 4 at 03:00.
# 17.969 x 390 000 kr without on-costs = 7 008 000 kr. Rows: need 1 published, groups 1 assumed.
checked "$here/cases/uncovered_supported"
check ward row Unit '18.0 15.0 12 15 4.0 7008 1/2'
check ward_not_odd says_not 'contracts of'
check ward_narrow narrow
checked "$here/cases/uncovered_supported" nb
check ward_norwegian row Unit '18,0 15,0 12 15 4,0 7008 1/2'
check ward_norwegian_narrow narrow

# 0.2 heads for 15: the slip is named.
fresh uncovered_supported
sed -i 's/^u,g,n,15,/u,g,n,0.2,/' case/groups.csv
checked case
check slip_in_the_row row Unit '18.0 0.2 12 0 4.0 7008 1/2'
check slip_is_named says 'Unit: contracts of 0.2 FTE for a need of 18.0: look at heads and'
# Twice the need is odd too: 40 full-timers.
fresh uncovered_supported
sed -i 's/^u,g,n,15,/u,g,n,40,/' case/groups.csv
checked case
check twice_is_named says 'contracts of 40.0 FTE'

# A norm of five by night on Saturdays and Sundays, where four are wanted: 52 + 52 days of 2026, less 26 December, a Saturday
# that is a public holiday and no Saturday.
fresh uncovered_supported
printf 'unit,window,start,end,days,level,persons,source\nu,n,23:00,07:00,sat sun,n,5,published\n' >case/norm.csv
checked case
check below_norm row Unit '18.0 15.0 12 15 4.0 7008 103 1/3'
sed -i 's/,5,/,4,/' case/norm.csv
checked case
check at_the_norm row Unit '18.0 15.0 12 15 4.0 7008 0 1/3'

# Every second weekend takes 24 heads. On-costs of 10 % employer tax: 7 708 800 kr.
fresh uncovered_supported
sed -i 's/^u,g,n,15,100,1,/u,g,n,15,100,2,/' case/groups.csv
sed -i 's/^employer_tax,,2000-01-01,0/employer_tax,,2000-01-01,10/' case/rates.csv
checked case
check every_second row Unit '18.0 15.0 24 15 4.0 7709 1/2'

# No unit: no table. Several: a sum.
checked "$scenarios/skaun-malvik-schools"
check no_units says_not 'understood of'
checked "$scenarios/new-record-system"
check sum_of_units says 'all units'
check sum_narrow narrow
finish
