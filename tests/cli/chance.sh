#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Years drawn by chance, through the command line: what is told, that it repeats, and what is wrong with its input.
#
#   tests/cli/chance.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

# One person fewer in a ward whose bank, agency and own people do not always come.
fresh() { rm -rf case && cp -r "$here/cases/chance_ward" case; }
setting() { printf '%s\n' "$1" | tr ';' , >>case/settings.csv; }

live() { # OPTIONS...: the case into the folder `results/case`
  status=0
  timeout 300 "$binary" run --full --lang en --csv rfc4180 -o results "$@" case >out 2>err || status=$?
  results=results/case
}
ended() {
  echo "status $status, $1 wanted"
  cat err
  [ "$status" = "$1" ]
}
says() { grep -Fq -- "$1" out; }
complains() {
  cat err
  grep -Fq -- "$1" err
}
number() { # OPERATOR VALUE TABLE COLUMN [COLUMN=TEXT]...
  local operator=$1 wanted=$2
  shift 2
  local found
  found=$(cell "$@")
  echo "$*: found '$found', wanted $operator $wanted"
  awk -v a="$found" -v b="$wanted" -v o="$operator" \
    'BEGIN { exit !(a ~ /^-?[0-9.]+$/ && (o == "<" ? a < b : o == ">" ? a > b : a == b)) }'
}

# ---------------------------------------------------------------- nothing is drawn unless asked

fresh
live
check plain_status ended 0
check plain_no_table test ! -e results/case/chance.csv
cp results/case/effects.csv plain.csv

live --draws 60 --seed 5 -j 1
check drawn_status ended 0
check drawn_effects_stay cmp -s plain.csv results/case/effects.csv
check drawn_table is 60 chance draws measure=n
check drawn_kept is 60 chance draws_kept measure=n
check drawn_words says 'In worlds drawn by chance'
check drawn_line says 'if positions are kept, claim reached in'
check drawn_plan is "$(cell effects effect_kr measure=n positions=kept)" chance programme_effect_kr measure=n positions=kept
check drawn_evidence grep -q '"generator": "taus2' results/case/evidence.json
check drawn_seed grep -q '"seed": 5' results/case/evidence.json
check drawn_draws grep -q '"draws": 60' results/case/evidence.json
check drawn_pairing number '>' 1 chance pairing measure=n
cp results/case/chance.csv first.csv

for jobs in 2 7; do
  live --draws 60 --seed 5 -j $jobs
  check "same_bytes_$jobs" cmp -s first.csv results/case/chance.csv
done

# Rows the other way round: the same people have the same luck.
fresh
for table in shifts groups need sources absence; do # no comments in them
  { head -n 1 case/$table.csv && tail -n +2 case/$table.csv | tac; } >turned && mv turned case/$table.csv
done
live --draws 60 --seed 5
check rows_turned_status ended 0
check rows_turned cmp -s first.csv results/case/chance.csv

fresh
live --draws 60 --seed 6
check other_seed_differs eval '! cmp -s first.csv results/case/chance.csv'

# Until the error is 50 % of the claim: no more than the 200 it takes to know one.
live --draws 1000 --precision 50
check precision_ends is 200 chance draws measure=n

# ---------------------------------------------------------------- what the inputs do

empty=$(cell chance drawn_empty_before_h measure=n positions=kept)
fresh
sed -i 's/,90,50,/,0,0,/; s/,80,60,/,0,0,/; s/,50,30,/,0,0,/' case/sources.csv
live --draws 40
check nobody_comes_status ended 0
check nobody_comes number '>' "$empty" chance drawn_empty_before_h measure=n positions=kept
check nobody_below number '>' 0 chance below_norm_days_before measure=n positions=kept

# A measure that raises the norm leaves the plan as it is, but more days lie below its own norm.
fresh
sed -i 's/^n,,,need,window=w,persons,add,-1,/n,,,norm,window=w,persons,set,4,/' case/edits.csv
live --draws 40 --input-draws 0
check norm_status ended 0
check norm_raised number '>' "$(cell chance below_norm_days_before measure=n positions=kept)" \
  chance below_norm_days_after measure=n positions=kept

# Who says yes changes no plan either: today everybody who is asked comes, and with the measure nobody. In a year drawn every
# sick head is then a gap that is left open, where none was; and the programme's own figure stays nothing.
fresh
sed -i 's/,90,50,made up$/,100,100,made up/; s/,80,60,made up$/,100,100,made up/; s/,50,30,made up$/,100,100,made up/' case/sources.csv
sed -i 's/^n,,,need,window=w,persons,add,-1,/n,,,sources,,yes_percent,set,0,/' case/edits.csv
printf '%s\n' 'n,,,sources,,yes_short_percent,set,0,made up' >>case/edits.csv
live --draws 40 --input-draws 0
check answers_status ended 0
check answers_programme is 0.00 chance programme_effect_kr measure=n positions=kept
check answers_come is 0.0 chance drawn_empty_before_h measure=n positions=kept
check answers_refused number '>' 1000 chance drawn_empty_after_h measure=n positions=kept
check answers_cost number '<' -100000 chance mean_kr measure=n positions=kept
check answers_cost_adjusted number '<' -100000 chance mean_kr measure=n positions=adjusted

# Nor does need that varies from day to day. A standard deviation of 1 is the difference of two Poisson numbers of mean 1/2: more
# are wanted by E max(X - Y, 0) = e^-1 (I0(1) + I1(1)) / 2 = 0.337 on the mean day, so on 3 shifts of 8 h and 365 days 369 times
# somebody at 200 kr an hour (the bank) to 310 (the agency): 590 000 to 915 000 kr, less where own people have hours to spare.
fresh
sed -i '1s/$/,persons_sd/; 2s/$/,/' case/need.csv
sed -i 's/^n,,,need,window=w,persons,add,-1,/n,,,need,window=w,persons_sd,set,1,/' case/edits.csv
live --draws 40 --input-draws 0
check varying_status ended 0
check varying_programme is 0.00 chance programme_effect_kr measure=n positions=kept
check varying_costs number '<' -250000 chance mean_kr measure=n positions=kept
check varying_costs_most number '>' -915120 chance mean_kr measure=n positions=kept

# ---------------------------------------------------------------- need that varies, and sick children

years() { live --draws 20 --input-draws 0 "$@"; } # of the inputs as they stand
with_sd() { # SD OF NEED [PERSONS]
  fresh
  sed -i "1s/\$/,persons_sd/; 2s/\$/,$1/; 2s/,n,4,/,n,${2-4},/" case/need.csv
}
with_sd 0
years
cp results/case/chance.csv nothing.csv
fresh
years
check no_spread_same_bytes cmp -s nothing.csv results/case/chance.csv
without=$(cell chance drawn_empty_before_h measure=n positions=kept)
kept=$(cell effects effect_kr measure=n positions=kept)
refund=$(cell ledger baseline_kr measure= positions=kept line=sick_refund)
with_sd 1.5
years
check spread_empties number '>' "$without" chance drawn_empty_before_h measure=n positions=kept
check spread_plan_stays cmp -s plain.csv results/case/effects.csv
cp results/case/chance.csv spread.csv

# Of the sick leave 0.8 of 10 % are children's: the same people are away in the plan, and no more than the rest is refunded.
children() { # PERCENT OF SICK LEAVE, OF SICK CHILDREN
  with_sd 1.5
  sed -i "s/^sick_leave,,,,10,/sick_leave,,,,$1,/" case/absence.csv
  printf 'sick_child,,,,%s,made up\n' "$2" >>case/absence.csv
}
children 9.2 0.8
years
check children_away is "$kept" effects effect_kr measure=n positions=kept
check children_refund is "$(awk -v r="$refund" 'BEGIN { printf "%.2f", r * 0.92 }')" ledger baseline_kr measure= positions=kept line=sick_refund
check children_drawn eval '! cmp -s spread.csv results/case/chance.csv'
cp results/case/chance.csv children.csv
years -j 7
check children_same_bytes cmp -s children.csv results/case/chance.csv

# ---------------------------------------------------------------- bad input: the cell, and how to fix it

with_sd -1
live
check negative_spread_status ended 3
check negative_spread complains 'need.csv:2'
with_sd 1 0
live
check spread_without_mean complains 'need.csv:2: persons_sd: "1": a spread about no persons: write the mean in persons, or leave it blank'
with_sd 5
live
check wide_spread complains 'more than the persons wanted on average'
children 9 5
live
check too_many_days_status ended 3
check too_many_days complains 'absence.csv:4: percent: "5": 43.3 days of duty a year fall to each parent, who has 10'
children 9 20
live
check too_many_parents complains 'half of all parents or more are at home with a sick child in week 1'
fresh
printf 'sick_child,,,,1,made up\n' >>case/absence.csv
setting 'parents_percent;10;'
live
check few_parents complains 'correct the setting parents_percent, which is 10'
fresh
setting 'fill_order;extra agency vikar;'
live --draws 10
check order_status ended 3
check order_cell complains 'settings.csv'
check order_word complains '"vikar"'
fresh
setting 'fill_order;extra extra;'
live
check order_twice complains 'named twice'
fresh
setting 'long_spell_days;400;'
live
check spell_longer_than_year complains 'long_spell_days'
check spell_status ended 3
fresh
setting 'short_spell_days;90;'
live
check short_longer_than_long complains 'longer than long_spell_days, which is 60'
fresh
live --draws 0
check no_draws_status ended 2
check no_draws complains 'from 1 to 1000000'
live --seed 3
check seed_alone complains '--seed needs --draws'
live --precision 0
check precision_zero complains 'above 0'

finish
