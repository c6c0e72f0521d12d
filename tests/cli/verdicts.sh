#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Verdicts through the command line: small scenarios (tests/cli/cases/) in which the kroner are right and the words could
# mislead, each with the value that is right, and what must hold whatever the figures.
#
#   tests/cli/verdicts.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

# ---------------------------------------------------------------- what is looked at

solve() { # FOLDER: its status with --strict in `status`, what it says in out and err
  status=0
  timeout 300 "$binary" run --full --strict --lang en --csv rfc4180 -o results "$1" >out 2>err || status=$?
  results=results/$(basename "$1")
}
ended() { # STATUS
  echo "status $status, $1 wanted"
  [ "$status" = "$1" ]
}
says() { grep -Fq -- "$1" out; }
says_not() { ! grep -Fq -- "$1" out; }
complains() { grep -Fq -- "$1" err; }

near() { # VALUE PLAY TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1 play=$2
  shift 2
  local found
  found=$(cell "$@")
  echo "$*: found '$found', wanted $wanted within $play"
  awk -v found="$found" -v wanted="$wanted" -v play="$play" \
    'BEGIN { exit found !~ /^-?[0-9.]+$/ || found - wanted > play || wanted - found > play }'
}

fresh() { # CASE: a copy to change, in `case`
  rm -rf case
  cp -r "$here/cases/$1" case
}
measures() { printf '%s\n' 'measure;title;nature;start;status;in_target;either_or;doubt' "$@" >case/measures.csv; }
amounts() { printf '%s\n' 'measure;line;saving_kr_per_year;accrual;from' "$@" >case/amounts.csv; }
edits() { printf '%s\n' 'measure;table;where;column;change;value' "$@" >case/edits.csv; }
claims() { printf '%s\n' 'measure;year;amount_kr;basis;fte;fte_basis' "$@" >case/claims.csv; }

# ---------------------------------------------------------------- hours left empty are no saving

# "No agency": 109.5 person-hours of every week stay empty, 5 710 in the 365 days of the year.
solve "$here/cases/uncovered_supported"
check uncovered_status ended 1
check uncovered_verdict is not_reached overview verdict measure=n
check uncovered_effect near 0 1 overview kept_kr measure=n
check uncovered_cash near 1769989 1 overview cash_kept_kr measure=n
check uncovered_hours near 5709.6 0.1 overview empty_kept_h measure=n
check uncovered_cover is hours_empty overview cover measure=n
check uncovered_reason is missing_cover claims main_reason measure=n
check uncovered_joint near 0 1 joint joint_kr of=all positions=kept
check uncovered_joint_cash near 1769989 1 joint joint_cash_kr of=all positions=kept
check uncovered_words says '5 710 person-hours more empty than today'
check uncovered_strict complains 'leaves 5 710 person-hours of 2026 more empty than today'

# The same with a norm as high as the need: it cannot be kept, so that nothing is said of a saving that keeps it.
solve "$here/cases/uncovered_norm"
check norm_status ended 1
check norm_verdict is not_reached overview verdict measure=n
check norm_cover is 'below_norm hours_empty' overview cover measure=n
check norm_unkept_h near 5709.6 0.1 claims norm_unkept_h measure=n
check norm_unkept_days is 104 claims norm_unkept_days measure=n
check norm_no_figure is '' effects compliant_kr measure=n positions=kept
check norm_words says 'The norm cannot be kept with these people: 5 710 person-hours on at least 104 days.'
check norm_no_words says_not 'With the norm kept a full year'

# Somebody is wanted whom no group and no source has: today's hours stand empty, and the verdict says so.
solve "$here/cases/level_nobody_has"
check level_status ended 1
check level_cover_words says 'SHORT of 5 293 person-hours'
check level_cover near 5293 1 units short_h year=2026
check level_strict complains 'strict: the baseline leaves'
touched() { cell overview cover measure=M1 | grep -q hours_empty_today; }
check level_touched touched
told_why() { cell overview why measure=M1 | grep -q 'person-hours stand empty as they do today'; }
check level_told told_why

# ---------------------------------------------------------------- what happens to people

solve "$here/cases/night_post"
effect=$(cell overview kept_kr measure=M)
check night_reached is reached overview verdict measure=M
check night_status ended 0

# A cost mirrors a saving: the same post added, claimed as a cost.
mirror() { # CLAIMED SAVING COST
  fresh night_post
  claims "M;2025;$1;in_year;;"
  solve case
  check "saving_of_$1" is "$2" overview verdict measure=M
  sed -i 's/nurse;2$/nurse;1/' case/need.csv
  edits 'M;need;unit=w;persons;add;1'
  claims "M;2025;-$1;in_year;;"
  solve case
  check "cost_of_$1" is "$3" overview verdict measure=M
}
whole=${effect%.*}
mirror "$whole" reached cost_as_claimed
mirror $((whole * 10 / 12)) more_than_claimed cost_dearer
mirror $((whole * 12 / 10)) not_reached cost_cheaper

# A few kroner beside a claimed cost of millions are no news.
fresh night_post
sed -i 's/nurse;2$/nurse;1/' case/need.csv
edits 'M;need;unit=w;persons;add;1'
claims "M;2025;-$((whole - 160));in_year;;"
solve case
check cost_nearly is cost_as_claimed overview verdict measure=M
check cost_strict ended 0

# Claimed FTE are compared also where positions come.
claims "M;2025;-$whole;in_year;-1.98;gross"
solve case
check fte_that_come is as_claimed claims fte_verdict measure=M
claims "M;2025;-$whole;in_year;-1;gross"
solve case
check fte_too_few is fewer claims fte_verdict measure=M
claims 'M;2025;;in_year;-1;gross'
solve case
check fte_alone_dearer is cost_dearer overview verdict measure=M
claims 'M;2025;;in_year;-3;gross'
solve case
check fte_alone_cheaper is cost_cheaper overview verdict measure=M
near_fte() { near -1.977 0.001 claims found_fte measure=M; }
check fte_found near_fte

# The measure is the removal of a position, and nothing else.
fresh night_post
cat >case/groups.csv <<END
unit;group;category;heads;position_percent;weekend_every;shifts
w;nurses;nurse;20;100;1;n
END
edits 'M;groups;group=nurses;heads;add;-2' 'M;need;unit=w;persons;add;-1'
solve case
saved=$(cell overview kept_kr measure=M)
claims "M;2025;${saved%.*};in_year;;"
solve case
check removal is follows_from_decision overview verdict measure=M
check removal_fte is 2.00 overview removed_fte measure=M
check removal_words says 'follows from the 2.00 FTE it removes'
check removal_says_nobody_leaves says_not 'without anybody leaving'
check removal_strict ended 0

# Everybody stays on the pay-roll: only what depends on the hours comes.
edits 'M;need;unit=w;persons;add;-1'
claims 'M;2025;1200000;in_year;;'
solve case
check more_go is only_if_more_go overview verdict measure=M
check more_go_status ended 1
some_fte() { cell overview more_fte measure=M | grep -Eq '^[1-9]'; }
check more_go_fte some_fte

# Groups that differ in name only: who of them goes hangs on neither the order of rows nor the search, and those who could go
# without the measure (2) are of the people who go with it (4): so 2 of `a` and one of `c` go because of it, nobody comes.
alike_groups() { # GROUP...
  fresh night_post
  sed -i 's/nurse;2$/nurse;3/' case/need.csv
  edits 'M;need;unit=w;persons;add;-1'
  claims 'M;2025;1800000;in_year;;'
  { echo 'unit;group;category;heads;position_percent;weekend_every'; printf 'w;%s;nurse;%s;3\n' "$@"; } >case/groups.csv
  solve case
}
alike_groups a '4;60' b '4;60' c '3;80'
mv out said
sort "$results/positions.csv" >positions
check alike_first is 2.000 positions freed_heads measure=M group=a
check alike_other is '' positions freed_heads measure=M group=b
check unlike is 1.000 positions freed_heads measure=M group=c
check alike_told grep -Eq '2.00 FTE: 2 of 4 [^,]* 60.{1,2}% \(a\) \([^)]*\), 1 of 3 [^,]* 80.{1,2}% \([^)]*\)[.]' said
alike_groups c '3;80' b '4;60' a '4;60'
same_positions() { sort "$results/positions.csv" | cmp - positions; }
check alike_in_any_order same_positions
check alike_told_in_any_order grep -Eq '2.00 FTE: 1 of 3 [^,]* 80.{1,2}% \([^)]*\), 2 of 4 [^,]* 60.{1,2}% \(a\) \([^)]*\)[.]' out

# ---------------------------------------------------------------- amounts of the paper, and sums that add up

fresh night_post
measures 'M;One fewer;rota;2025-01-01;not_started;yes;;' 'L;Lease;amount;2025-01-01;not_started;yes;;' \
  'R;Refund;income;2025-01-01;not_started;yes;;to be checked by others' 'X;Sold;income;2025-01-01;not_started;no;;' \
  'O;One more by day;rota;2025-01-01;not_started;no;;'
edits 'M;need;unit=w;persons;add;-1' 'O;need;unit=w;persons;add;1'
amounts 'L;purchases;300000;months;' 'R;income;500000;months;' 'X;income;70000;months;'
claims 'M;2025;1800000;in_year;;' 'L;2025;300000;in_year;;' 'R;2025;500000;in_year;;' 'X;2025;70000;in_year;;'
solve case
check taken_over is taken_over overview verdict measure=L
check taken_over_words says 'not checked, taken from the paper'
check doubted is taken_over_doubted overview verdict measure=R
check doubted_strict complains 'doubted by the paper itself'
check amounts_within near 800000 0.01 sums kept_kr population=taken_over of=target
check amounts_outside near 70000 0.01 sums kept_kr population=taken_over of=outside
check claims_checked near 1800000 0.01 sums claimed_kr population=modelled of=target
check headline says 'Of what the paper claims by 2025 the model can check 1 800 000 kr; it finds 1 875 156 kr.'
check headline_rest says '800 000 kr more, and 70 000 kr outside the target, is taken from the paper and not checked.'
four_add_up() {
  local column sum part population of
  for column in claimed_kr kept_kr adjusted_kr; do
    sum=0
    for population in modelled taken_over; do
      for of in target outside; do
        part=$(cell sums "$column" population=$population of=$of)
        sum=$(awk -v a="$sum" -v b="$part" 'BEGIN { printf "%.2f", a + b }')
      done
    done
    is "$sum" sums "$column" population=all of=all || return 1
  done
  [ "$(cell sums kept_kr population=all)" = "$(cell joint joint_kr of=all positions=kept)" ]
}
check four_add_up four_add_up

# Dates that give half of what is claimed.
sed -i 's/^L;Lease;amount;2025-01-01/L;Lease;amount;2025-07-01/' case/measures.csv
solve case
check dates is taken_over overview verdict measure=L
check dates_strict complains 'the dates of L do not give what is claimed for 2025'

# ---------------------------------------------------------------- alternatives, and what is no measure

fresh night_post
measures 'A;One fewer;rota;2025-01-01;not_started;yes;night;' 'B;Half a post fewer;rota;2025-01-01;not_started;yes;night;' \
  'S;Assumption: one more;sensitivity;2025-01-01;not_started;no;;'
edits 'A;need;unit=w;persons;add;-1' 'B;need;unit=w;persons;add;-0.5' 'S;need;unit=w;persons;add;1'
claims 'A;2025;1800000;in_year;;' 'B;2025;900000;in_year;;'
solve case
better=$(cell effects effect_kr measure=A positions=kept)
check alternatives_joint is "$better" joint joint_kr of=all positions=kept
check alternatives_target is "$better" joint joint_kr of=target positions=adjusted
check alternatives_claimed near 1800000 0.01 sums claimed_kr population=all
check alternatives_counted is no overview counted measure=B
check alternatives_said says 'Not in these: B, an alternative to A, which stands in the sums.'
check sensitivity is no overview counted measure=S
check sensitivity_count is 1 sums measures population=all
sed -i 's/^A;One fewer;\(.*\)$/A;One fewer;\1/; 2{h;d}; 3{G}' case/measures.csv # the other way round in the file
solve case
check alternatives_in_any_order is "$better" joint joint_kr of=all positions=kept

# ---------------------------------------------------------------- a target, of a plan or of these measures

fresh night_post
echo 'target_kr;5000000;' >>case/settings.csv
solve case
check target_of_a_plan says "The plan's target is 5 000 000 kr. The measures here may be a part of the plan"
check target_of_a_plan_short says_not 'short of'
check target_of_a_plan_figure is '' joint joint_above_target_kr of=target positions=kept year=2025
echo 'target_for;measures;' >>case/settings.csv
solve case
check target_of_measures says 'short of it'
check target_of_measures_figure near -3124844 1 joint joint_above_target_kr of=target positions=kept year=2025

# ---------------------------------------------------------------- the yardstick stays

fresh night_post
printf '%s\n' 'unit;window;start;end;days;level;persons' 'w;n;22:00;08:00;all;nurse;2' >case/norm.csv
edits 'M;need;unit=w;persons;add;-1' 'M;norm;unit=w;persons;set;0'
solve case
check yardstick_cover is below_norm overview cover measure=M
check yardstick_finding is lowered compliance finding measure=M rule=norm_lowered
check yardstick_compliant near 0 0.01 effects compliant_kr measure=M positions=kept
check yardstick_words says 'M itself lowers a norm'
yardstick_flag() { cell effects flags measure=M positions=kept | grep -qw lowers_a_norm; }
check yardstick_flag yardstick_flag
check yardstick_strict ended 1
# Of a measure within the year only its own days lower the norm.
sed -i 's/2025-01-01/2025-07-01/' case/measures.csv
solve case
check yardstick_days is 184 compliance breaches measure=M rule=norm_lowered

# ---------------------------------------------------------------- how sure

solve "$here/cases/uncovered_supported"
check illustration is illustration overview evidence measure=n
rm -rf case && cp -r "$here/cases/uncovered_supported" case && sed -i 's/,assumed$/,roll of 1 May/' case/groups.csv
solve case
check documented is documented overview evidence measure=n
check documented_said says 'Need, contracts and changes are documented.'
sed -i 's/,CIP$/,assumed/' case/edits.csv
solve case
check partly is partly_assumed overview evidence measure=n

# ---------------------------------------------------------------- claims in another unit, with another sign

# claim_thousands: 1 800 beside 1.9 million.
fresh night_post
claims 'M;2025;1800;in_year;;'
solve case
check thousands_status ended 3
check thousands_asked complains 'case/claims.csv:2: warning: amount_kr: "1800"'
timeout 300 "$binary" run --full --lang en -o results case >out 2>err
check thousands_doubt says 'is the claim in 1000 kr?'
echo 'claims_in;1000 kr;' >>case/settings.csv
solve case
check thousands_said says_not 'WARNING: the claim of M'
check thousands_claimed near 1800000 0 overview claimed_kr measure=M
check thousands_verdict is reached overview verdict measure=M
check thousands_then ended 0

# From half to twice a thousandth of 1 875 156 it is asked about: 3 750, not 3 751.
fresh night_post
claims 'M;2025;3751;in_year;;'
solve case
check twice_and_more says_not 'WARNING: the claim of M'
claims 'M;2025;3750;in_year;;'
solve case
check twice_status ended 3
check twice_asked complains 'amount_kr: "3750"'

# claim_negative: -1 800 000 of a measure that cuts.
fresh night_post
claims 'M;2025;-1800000;in_year;;'
solve case
check negative_status ended 1
check negative_doubt says 'if the claim has the sign of a budget'
echo 'savings_are;negative;' >>case/settings.csv
solve case
check negative_said says_not 'WARNING: the claim of M'
check negative_claimed near 1800000 0 overview claimed_kr measure=M
check negative_verdict is reached overview verdict measure=M
check negative_then ended 0

# comma_thousand: 450,000 where the comma is the decimal sign (here in the folder's own sign) is asked about.
fresh night_post
claims 'M;2025;450.000;in_year;;'
solve case
check comma_status ended 3
check comma_asked complains 'Write 450 000 for thousands, 450.00 for decimals'
nothing_solved() { [ ! -s out ]; }
check comma_solves_nothing nothing_solved

# ---------------------------------------------------------------- what a claim leaves out

# Nobody is missing, so cash and effect are the same on the claim's terms; with all lines they are more.
fresh night_post
printf '%s\n' 'measure,year,amount_kr,basis,leaves_out' 'M,2025,1000000,in_year,supplements' >case/claims.csv
solve case
same_cash() { # TABLE KEPT
  local cash kept
  cash=$(cell "$1" cash_kept_kr measure=M year=2025) kept=$(cell "$1" "$2" measure=M year=2025)
  [ "$1" = overview ] && cash=$(cell "$1" cash_kept_kr measure=M) kept=$(cell "$1" "$2" measure=M)
  echo "cash $cash, effect $kept"
  [ -n "$kept" ] && [ "$cash" = "$kept" ]
}
check left_out_overview same_cash overview kept_kr
check left_out_claims same_cash claims comparable_kept_kr
left_out_less() { # all lines
  awk -v less="$(cell claims cash_kept_kr measure=M)" -v all="$(cell effects cash_effect_kr measure=M positions=kept)" \
    'BEGIN { print less, all; exit less >= all - 1000 }'
}
check left_out_less left_out_less
left_out_terminal() { # the same figure as in the tables
  local kept
  kept=$(printf '%.0f' "$(cell overview kept_kr measure=M)")
  grep '^M ' out | tr -d ' ' | grep -qF "$kept" && grep -q '^Kept and adjusted of M leave out what its claim leaves out (supplements)\.' out
}
check left_out_terminal left_out_terminal

# ---------------------------------------------------------------- amounts that replace one another

replaced() { # CLAIM...: a contract of a million in 2025, and of a million from 2026 on
  fresh night_post
  rm -f case/{edits,need,shifts,sources,supplements,units}.csv
  sed -i 's/^last_year;2025/last_year;2026/' case/settings.csv
  measures 'M;Contract;amount;2025-01-01;in_force;;;'
  printf '%s\n' 'measure;line;saving_kr_per_year;from;to;accrual' \
    'M;other;1000000;2025-01-01;2025-12-31;months' 'M;other;1000000;2026-01-01;2026-12-31;months' >case/amounts.csv
  claims "$@"
  solve case
}
# amount_two_years
replaced 'M;2025;1000000;in_year;;' 'M;2026;1000000;in_year;;'
check replaced_status ended 0
check replaced_full near 1000000 0 effects full_year_effect_kr measure=M year=2026
check replaced_each near 1000000 0 effects effect_kr measure=M year=2025
check replaced_sum near 1000000 0 together single_kr measure=M basis=full_year
# amount_full_year_claim
replaced 'M;2026;1000000;full_year;;'
check replaced_claim is taken_over overview verdict measure=M
check replaced_kept near 1000000 0 overview kept_kr measure=M
check replaced_as_claimed ended 0
# The same claim of what both rows come to together is not what the dates give.
replaced 'M;2026;2000000;full_year;;'
check replaced_doubled ended 1

# ---------------------------------------------------------------- a norm that need does not reach

# The measure takes nobody away; need lies below the norm all the same, and nothing says that it does not.
explained() { # PERSONS OF THE NORM TODAY, EDIT: table, persons
  fresh chance_ward
  sed -i "s/,n,3\$/,n,$1/" case/norm.csv
  sed -i "s/,need,window=w,persons,add,-1,/,$2,window=w,persons,$3,/" case/edits.csv
  "$binary" explain --lang en case n >out 2>err
}
explained 3 norm set,5
check norm_raised says "The measure raises the norm to 5, and today's need is below that"
check norm_raised_short says 'Need lies below a norm, but not because the measure takes staff away.'
check norm_raised_not says_not 'No need lies below a norm.'
explained 5 norm add,0.5
check norm_below_today says "Today's need is below the norm of 5.5 already; the measure takes nothing more."
check norm_below_today_not says_not 'No need lies below a norm.'
explained 5 need add,1
check norm_mended says 'No need lies below a norm.'
explained 3 norm set,4
check norm_reached says 'No need lies below a norm.'
# A second window from 8 to 12 with a norm of 6: four are there today, so it is below that already, and only the norm of the first is
# raised. With three more people there it is kept.
second_window() { # NEED ROW, or nothing
  fresh chance_ward
  sed -i 's/,need,window=w,persons,add,-1,/,norm,window=w,persons,set,5,/' case/edits.csv
  echo u,v,08:00,12:00,all,n,6 >>case/norm.csv
  [ $# = 0 ] || echo "$1" >>case/need.csv
  "$binary" explain --lang en case n >out 2>err
}
second_window
check norm_other_raised says "The measure raises the norm to 5, and today's need is below that"
check norm_other_today says "Today's need is below the norm of 6 already; the measure takes nothing more."
second_window u,v,08:00,12:00,all,n,3,published
check norm_first_raised says "The measure raises the norm to 5, and today's need is below that"
solve case
check norm_second_kept grep -q '^n,.*The norm of 6 is kept: need never falls below 7\.' "$results/compliance.csv"

finish
