#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Inputs that are not known, through the command line: how they are drawn, which of them an effect hangs on, and what is
# wrong with a range.
#
#   tests/cli/inputs.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

# A ward of which nothing is assumed, so that what a case adds is all that is drawn.
fresh() {
  rm -rf case && cp -r "$here/cases/chance_ward" case
  sed -i 's/,assumed/,made up/' case/*.csv
}
amounts() { { echo "measure,line,saving_kr_per_year,low,high,tie,source" && printf '%s\n' "$@"; } >case/amounts.csv; }
live() { # OPTIONS...
  status=0
  timeout 300 "$binary" run --full --lang en --csv rfc4180 -o results "$@" case >out 2>err || status=$?
  results=results/case
}
ended() {
  echo "status $status, $1 wanted"
  cat err
  [ "$status" = "$1" ]
}
complains() {
  cat err
  grep -Fq -- "$1" err
}
about() { # VALUE PERCENT TABLE COLUMN [COLUMN=TEXT]...
  local wanted=$1 percent=$2
  shift 2
  local found
  found=$(cell "$@")
  echo "$*: found '$found', wanted $wanted within $percent %"
  awk -v a="$found" -v b="$wanted" -v p="$percent" \
    'BEGIN { exit !(a ~ /^-?[0-9.]+$/ && a - b <= p / 100 * b && b - a <= p / 100 * b) }'
}
inputs_of() { awk -F, '$5 == "input"' results/case/drivers.csv | wc -l; }

# ---------------------------------------------------------------- one amount, worked by hand

# A triangle over 80 000, 100 000 and 130 000 has the variance (80² + 100² + 130² - 80·100 - 80·130 - 100·130) / 18
# = 1900 / 18 = 105.56 thousand² : a deviation of 10 274 kr. Alone at its low it takes 20 000 from the effect, at its high
# it adds 30 000.
fresh
amounts "n,purchases,100000,80000,130000,,made up"
live --draws 40 --input-draws 40
check amount_status ended 0
check amount_drawn is chance_and_inputs chance drawn measure=n drawn_for=full_year
check amount_sd about 10274 5 chance inputs_sd_kr measure=n drawn_for=full_year positions=kept
check amount_low is -20000.00 drivers swing_low_kr measure=n driver=input positions=kept
check amount_high is 30000.00 drivers swing_high_kr measure=n driver=input positions=kept
check amount_value is 100000 drivers value_now measure=n driver=input positions=kept
check amount_count is 40 chance input_draws measure=n drawn_for=full_year
check amount_evidence grep -q '"input_draws": 40' results/case/evidence.json
check in_year_by_chance is chance chance drawn measure=n drawn_for=in_year
cp results/case/chance.csv chance.csv
cp results/case/drivers.csv drivers.csv
for jobs in 1 7; do
  live --draws 40 --input-draws 40 -j $jobs
  check "same_bytes_$jobs" cmp -s drivers.csv results/case/drivers.csv
  check "same_worlds_$jobs" cmp -s chance.csv results/case/chance.csv
done
live --draws 40 --input-draws 0
check none_drawn is chance chance drawn measure=n drawn_for=full_year
check none_told test ! -e results/case/drivers.csv

# Two amounts of one cause move together: the deviations add up, 2 x 10 274. Apart they are 1.414 x as wide: 14 530.
fresh
amounts "n,purchases,100000,80000,130000,prices,made up" "n,income,100000,80000,130000,prices,made up"
live --draws 40 --input-draws 40
check tied_sd about 20548 5 chance inputs_sd_kr measure=n drawn_for=full_year positions=kept
check tied_moved is 2 drivers numbers_moved measure=n driver=input positions=kept
check tied_name is prices drivers tie measure=n driver=input positions=kept
check tied_high is 60000.00 drivers swing_high_kr measure=n driver=input positions=kept
amounts "n,purchases,100000,80000,130000,,made up" "n,income,100000,80000,130000,,made up"
live --draws 200 --input-draws 200
check apart_sd about 14530 7 chance inputs_sd_kr measure=n drawn_for=full_year positions=kept

# Rows turned: the same worlds.
cp results/case/chance.csv chance.csv
amounts "n,income,100000,80000,130000,,made up" "n,purchases,100000,80000,130000,,made up"
live --draws 200 --input-draws 200
check rows_turned cmp -s chance.csv results/case/chance.csv

# ---------------------------------------------------------------- what is drawn unless the row says otherwise

# An amount marked assumed: a tenth either way, 90 000 to 110 000. A symmetric triangle 10 000 to each side has the
# deviation 10 000 / √6 = 4082.
fresh
amounts "n,purchases,100000,,,,assumed"
live --draws 40 --input-draws 40
check default_low is 90000 drivers drawn_low measure=n driver=input positions=kept
check default_sd about 4082 5 chance inputs_sd_kr measure=n drawn_for=full_year positions=kept

check apart_solved is 16 chance input_solved measure=n drawn_for=full_year positions=kept

# With a document and no range it stands: nothing is drawn.
amounts "n,purchases,100000,,,,made up"
live --draws 40
check known_stands is chance chance drawn measure=n drawn_for=full_year

# A need that an edit takes away whole is taken away whatever it is drawn as: nobody is wanted then, and the effect is what
# the ward costs today. The need itself matters.
fresh
sed -i 's/,-1,made up/,-4,assumed/' case/edits.csv
sed -i 's/,4,published/,4,assumed/' case/need.csv
live --draws 20 --input-draws 20
check takes_all_status ended 0
check takes_all_need is need.csv drivers file measure=n driver=input positions=adjusted rank=1
check takes_all_no_edit eval '! grep -q edits.csv results/case/drivers.csv'

# Pay in the plans: both are made again. With positions adjusted no agency is left in them, all of the effect is pay, and a
# twentieth of it swings the effect by a twentieth, as far down as up.
fresh
sed -i 's/source$/high,low,source/; s/390000,/390000,yearly_pay_kr=409500,370500,/' case/pay.csv
live --draws 20 --input-draws 20
check pay_status ended 0
check pay_named is yearly_pay_kr drivers column measure=n driver=input positions=adjusted
check pay_low is 370500 drivers drawn_low measure=n driver=input positions=adjusted
check pay_swing about "$(awk -v e="$(cell effects effect_kr measure=n positions=adjusted)" 'BEGIN { print e / 20 }')" 0.1 \
  drivers swing_high_kr measure=n driver=input positions=adjusted

# Hours of a year that a measure sets are drawn to any minute. 16 people work some 160 weekend hours each, 101 of which are
# paid nothing beyond the supplements, the others 100 kr each. A tenth of 101 h is 10.1 h: 16 x 10.1 x 100 = 16 160 kr
# either way, and a deviation of 16 160 / √6 = 6 597 kr; within 1.5 %, since a plan may move an hour over the New Year.
fresh
{
  printf 'n,,,groups,unit=u,weekend_compensation_kr_per_h,set,100,made up\n'
  printf 'n,,,groups,unit=u,weekend_hours_included,set,101,assumed\n'
} >>case/edits.csv
live --draws 40 --input-draws 40
check minutes_status ended 0
check minutes_named is edits.csv drivers file measure=n driver=input positions=kept
check minutes_swing about 16160 1.5 drivers swing_high_kr measure=n driver=input positions=kept
check minutes_sd about 6597 5 chance inputs_sd_kr measure=n drawn_for=full_year positions=kept

# Two measures of a unit are compared with one baseline in each world: what one saves does not depend on the other, and
# a second measure adds no more than its own two plans to each of ten worlds (four, were the baseline solved again).
plans_solved() { sed -n 's/.*"solves": \([0-9]*\).*/\1/p' results/case/evidence.json; }
pay_drawn() { sed -i 's/source$/high,low,source/; s/390000,/390000,yearly_pay_kr=409500,370500,/' case/pay.csv; }
two_measures() {
  printf 'm,Two fewer,rota,2026-01-01,made up\n' >>case/measures.csv
  printf 'm,,,need,window=w,persons,add,-2,made up\n' >>case/edits.csv
}
solved=()
for measures in one two; do
  for worlds in 6 16; do
    fresh && pay_drawn
    [ $measures = one ] || two_measures
    live --draws 20 --input-draws $worlds
    solved+=("$(plans_solved)")
    [ $measures = two ] || grep '^n,' results/case/chance.csv >"one_$worlds"
  done
done
grep '^n,' results/case/chance.csv >two_16
# The second measure is drawn as itself: pay between 95 and 105 % of what it is moves its mean by no more.
check shared_second about "$(cell chance programme_effect_kr measure=m drawn_for=in_year positions=kept)" 5 \
  chance mean_kr measure=m drawn_for=in_year positions=kept
check shared_alone cmp one_16 two_16
check shared_plans test $(((solved[3] - solved[2] - solved[1] + solved[0]) / 10)) = 2

# Sick leave: 8 to 13 % of the hours in both plans.
fresh
sed -i 's/^kind,unit,category,weeks,percent,source/kind,unit,category,weeks,percent,low,high,source/
  s/^sick_leave,,,,10,/sick_leave,,,,10,8,percent=13,/; s/^holiday,,,,0,/holiday,,,,0,,,/' case/absence.csv
live --draws 20 --input-draws 20
check sick_status ended 0
check sick_drawn is chance_and_inputs chance drawn measure=n

# ---------------------------------------------------------------- bad input: the cell, and how to fix it

fresh
amounts "n,purchases,100000,130000,80000,,made up"
live
check low_above_high_status ended 3
check low_above_high complains 'above high, which is 80000: write the lower number in low'
check low_above_high_cell complains 'amounts.csv:2: low'
amounts "n,purchases,100000,110000,130000,,made up"
live
check outside complains '100000 of `saving_kr_per_year` lies outside low and high'
amounts "n,purchases,100000,much,130000,,made up"
live
check no_number complains 'low: "much"'
amounts "n,purchases,100000,spend=1,,,made up"
live
check unknown_column complains 'no number of this row: write one of `saving_kr_per_year`'
fresh
sed -i 's/source$/low,source/; s/,4,published/,4,5,published/' case/need.csv
live
check above_value complains 'need.csv:2: low'
fresh
sed -i 's/^kind,unit,category,weeks,percent,source/kind,unit,category,weeks,percent,low,high,source/
  s/^sick_leave,,,,10,/sick_leave,,,,10,,,/; s/^holiday,,,,0,/holiday,,,,0,1,2,/' case/absence.csv
live
check spread_without_number complains 'no number in the row that it could be of'
# Of all worlds 16 are solved and the others estimated: the mean of the effect is that of all worlds solved, within three of
# the errors told, and the spread is nearly that. Everything assumed is drawn: pay, rates, prices, what is taken away.
fresh_assumed() { rm -rf case && cp -r "$here/cases/chance_ward" case && sed -i 's/,4,published/,4,assumed/' case/need.csv; }
fresh_assumed
sed -i 's/,-1,made up/,-1,assumed/' case/edits.csv
worlds=60
[ "${ROTACOST_LONG-}" = 1 ] && worlds=200
live --draws $worlds --input-draws $worlds --input-solved $worlds
check all_solved ended 0
check all_blank is "" chance estimate_explains_percent measure=n drawn_for=full_year positions=kept
cp results/case/chance.csv all.csv
live --draws $worlds --input-draws $worlds
check estimated_status ended 0
check estimated_well awk -v e="$(cell chance estimate_explains_percent measure=n drawn_for=full_year positions=kept)" \
  'BEGIN { exit !(e > 50 && e < 100) }'
cp results/case/chance.csv some.csv
for answer in kept adjusted; do
  awk -F, -v p=$answer 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } $3 == "full_year" && $4 == p {
    print $at["mean_kr"], $at["error_kr"], $at["sd_kr"], $at["reached_percent"] }' all.csv some.csv >"$answer"
  check "estimated_mean_$answer" awk '{ m[NR] = $1; e[NR] = $2 } END { d = m[1] - m[2]; exit !(NR == 2 && d * d < 9 * e[2] * e[2]) }' $answer
  check "estimated_sd_$answer" awk '{ s[NR] = $3 } END { exit !(s[2] > 0.8 * s[1] && s[2] < 1.25 * s[1]) }' $answer
done
live --draws $worlds --input-draws $worlds -j 7
check estimated_same_bytes cmp some.csv results/case/chance.csv

# A slope is not valid where a need goes and comes: such worlds are solved, all of them, and the figures are the same.
fresh
sed -i 's/,-1,made up/,-4,assumed/' case/edits.csv
sed -i 's/,4,published/,4,assumed/' case/need.csv
live --draws 60 --input-draws 60 --input-solved 60
sd=$(cell chance inputs_sd_kr measure=n drawn_for=full_year positions=kept)
live --draws 60 --input-draws 60 --input-solved 20
check no_slope_status ended 0
check no_slope_sd about "$sd" 2 chance inputs_sd_kr measure=n drawn_for=full_year positions=kept

# Where hours are missing no slope is valid in any world: those solved are left alone.
fresh
sed -i 's/source$/high,low,source/; s/390000,/390000,yearly_pay_kr=409500,370500,/' case/pay.csv
sed -i '/^ag,/d; /^ot,/d; s/,150,90,50,/,10,90,50,/' case/sources.csv
printf 'n,,,groups,unit=u group=g,heads,add,-1,made up\n' >>case/edits.csv
live --draws 60 --input-draws 60
check short_status ended 0
check short_unexplained is 0.0 chance estimate_explains_percent measure=n drawn_for=full_year positions=kept

fresh
live --input-draws 5
check alone_status ended 2
check alone complains '--input-draws needs --draws'
live --draws 5 --input-draws many
check no_count complains 'from 0 (never) to 10000'
live --draws 5 --input-solved 7
check too_few_solved complains 'from 8 to 10000'
live --input-solved 8
check alone_solved complains '--input-solved needs --draws'

finish
