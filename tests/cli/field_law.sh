#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The law and calendar of other countries, and the conventions by which hours are counted, through the command line: small
# scenarios (tests/cli/cases/field_law_*) with published values or values worked by hand, and what is told of bad input.
#
#   tests/cli/field_law.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

ended() { echo "status $status, $1 wanted" && cat err && [ "$status" = "$1" ]; }
says() { grep -Fq -- "$1" out; }
complains() { cat err && tr '\n' ' ' <err | tr -s ' ' | grep -Fq -- "$1"; }

near() { # VALUE PLAY EXPRESSION of awk
  awk -v wanted="$1" -v play="$2" "BEGIN { found = $3; print found, \"wanted\", wanted
    exit found - wanted > play || wanted - found > play }"
}
year() { cell working_year "$1"; }
fte() { cell effects "$1" positions=kept measure=without_ward; }

fresh() { # CASE: a copy to change, in `case`
  rm -rf case
  cp -r "$here/cases/$1" case
}
setting() { printf '%s;%s;x\n' "$1" "$2" >>case/settings.csv; }

# ---------------------------------------------------------------- Denmark

# 52 x 37 = 1924; six weeks of 37 h and eight holidays of 7.4 h are 222 + 59.2 = 281.2 h; 1642.8 h are 222 days of 7.4 h,
# and one of them is 1/222 = 0.45 % of a year (printed).
solve "$here/cases/field_law_denmark"
check denmark_runs ended 0
check denmark_1924_h is 1924.0 working_year full_time_h
check denmark_281.2_h_away is 281.2 working_year holiday_h
check denmark_1642.8_h_at_work is 1642.8 working_year at_work_h
check denmark_222_days near 222 0.001 "$(year at_work_h) / 7.4"
check denmark_printed_0.45 near 0.45 0.005 "100 * 7.4 / $(year at_work_h)"
check denmark_names_itself says 'Law and public holidays of Denmark. Amounts are in Danish kroner.'
# Public holidays of 2025 that are no Sunday: ten less Easter Day and Whit Sunday, 100 people 10 h each: 8000 h.
check denmark_eight_holidays near 8000 10 "$(fte gross_fte) * 1924"

# ---------------------------------------------------------------- Sweden

# Permanent night: 34 h 20 min; four weeks are 137 h 20 min (printed), a year 34.3333 x 52 = 1785.3 h.
solve "$here/cases/field_law_sweden"
check sweden_runs ended 0
check sweden_1785.3_h is 1785.3 working_year full_time_h
check sweden_137_h_20_min near 137.3333 0.01 "$(year full_time_h) / 13"
# 2026: thirteen less Easter Day and Whit Sunday, with Midsummer Day 20 June and All Saints' 31 October: 11 000 h.
check sweden_eleven_holidays near 11000 10 "$(fte gross_fte) * 34.3333 * 52"

# ---------------------------------------------------------------- the United Kingdom

# Hurst 2003: 455 h a week / 37.5 h x 1.22 = 14.8 WTE. An uplift of 22 % whatever it is made of.
solve "$here/cases/field_law_united_kingdom"
check hurst_runs ended 0
check hurst_relief is 1.220 working_year relief_factor
check hurst_at_work near 1598.4 0.06 "$(year at_work_h)" # 1950 / 1.22
check hurst_14.8_wte near 14.8 0.08 "$(fte net_fte)"
check hurst_named is multiplier working_year absence_cover
check hurst_told says 'Holiday, sick leave and training are an uplift on the hours at work.'
check hurst_pounds says 'Amounts are in pounds: where a text or a column says kr, read £.'

# 29 969 / (37.5 x 365/7) = 15.327, printed 15.33; with 52 weeks it is 15.368. No on-costs: a direct hour costs its pay.
solve "$here/cases/field_law_nhs_pay"
check nhs_runs ended 0
hourly() { near "$1" 0.004 "$(cell effects direct_kr positions=kept measure=without_ward) / ($(fte gross_fte) * 37.5 * $2)"; }
check nhs_15.33 hourly 15.327 365/7
check nhs_weeks is 52.1429 working_year weeks_a_year
fresh field_law_nhs_pay
sed -i 's|^year_weeks;365/7|year_weeks;52|' case/settings.csv
solve case
check nhs_15.37 hourly 15.368 52

# ---------------------------------------------------------------- conventions, each by its formula

# Elkhuizen 2007: 1872 h less 12.7 + 4 + 2 % added = 1521.9 h; as a divisor 1872 x ((1 - .127)(1 - .04) - .02) = 1531.4;
# as an uplift 1872 / 1.187 = 1577.1.
solve "$here/cases/field_law_amc_added"
check amc_added is 1521.9 working_year at_work_h
fresh field_law_amc_added
cp -r "$here/cases/published_common" published_common
amc_as() { sed -i "s|^absence_cover;.*|absence_cover;$1;x|" case/settings.csv && solve case; }
amc_as divisor
check amc_divisor is 1531.4 working_year at_work_h
amc_as multiplier
check amc_multiplier is 1577.1 working_year at_work_h

# LGPC: 2080 h less 382 h absent = 1698 h, 1.225 people for one, 365 x 8 / 1698 = 1.72, printed 1.7.
solve "$here/cases/field_law_hours"
check hours_1698 is 1698.0 working_year at_work_h
check hours_relief is 1.225 working_year relief_factor
check hours_1.7_people near 1.7197 0.006 "$(fte net_fte)"

# Four posts on watches of 24 h that end when they began; 48 h less 7.8: 168 / 40.2 = 4.18 for each, 17 people in all.
solve "$here/cases/field_law_watch"
check watch_runs ended 0
check watch_people near 16.76 0.05 "$(fte net_fte)" # 4 x 24 x 365 / (52 x 40.2)
check watch_printed_17 near 17 0 "int($(fte net_fte) + 0.5)"

# ---------------------------------------------------------------- the law in the findings

staffed() { # COUNTRY: a night post with its own people
  fresh night_post
  setting country "$1"
  setting consultation_days 30
  setting notice_months 3
  printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every;agreement' 'w;nurses;nurse;4;100;2;central' \
    >case/groups.csv
}
told() { cell compliance reason "rule=$1" | grep -F -- "$2"; }
no_rule() { ! grep -q "$1" "$results/compliance.csv"; }
staffed norway
solve case
check norway_average told hours_48 'on average over any eight weeks'
check norway_act told hours_48 'Source: Working Environment Act 10-5, 10-6(8).'
check norway_no_69 no_rule week_total
staffed united_kingdom
solve case
check uk_average told hours_48 'on average over any 17 weeks'
check uk_regulation told hours_48 'Source: Working Time Regulations 4; more may be agreed with each employee, by opting out.'
check uk_assumed told shift_length 'The limit is assumed: no source was seen for it.'
check uk_no_sundays no_rule sundays_next_off
check uk_no_overtime_rule no_rule overtime_unforeseen
staffed sweden
solve case
check sweden_rest told weekly_rest 'A 36-hour weekly rest allows at most'

# More overtime than the plain law's is agreed to: 69 h in any one week, in the norwegian law only.
staffed norway
printf '%s\n' 'overtime_week;;2000-01-01;20;x' >>case/rates.csv
solve case
check norway_69 is 69.000 compliance limit rule=week_total
check norway_69_act told week_total 'Source: Working Environment Act 10-6(8).'

# The planner keeps what the auditor asks: people of 48 h take 21 h of overtime in a week, not the 25 h of rates.csv, so that
# nobody comes to more than 69 h.
staffed norway
sed -i 's/;35.5;/;48;/' case/categories.csv
sed -i 's/^w;nurses.*/w;nurses;nurse;4;100;1;local/' case/groups.csv
printf '%s\n' 'unit;window;start;end;days;weeks;level;persons' 'w;n;22:00;08:00;all;10-15;nurse;8' >case/need.csv
printf '%s\n' 'code;kind;unit;category;room_percent' 'o;overtime;;nurse;100' >case/sources.csv
printf '%s\n' 'overtime_week;;2000-01-01;25;x' 'overtime_four_weeks;;2000-01-01;100;x' 'overtime_year;;2000-01-01;400;x' \
  'extra_weekend_every;;2000-01-01;1;x' >>case/rates.csv
rm case/edits.csv case/measures.csv case/claims.csv
solve case
check planner_69_runs ended 0
check planner_69 near 69 0.002 "$(cell compliance measured rule=week_total)"
check planner_69_kept is bounded compliance finding rule=week_total

# A limit of one's own, with its paragraph.
staffed denmark
printf '%s\n' 'rule;agreement;limit;weeks;paragraph;source' 'hours_48;;44;4;local agreement 7;x' >case/law.csv
solve case
check own_limit is 44.000 compliance limit rule=hours_48
check own_words told hours_48 'Source: local agreement 7.'
not_told() { ! told "$@"; }
check own_not_assumed not_told hours_48 'The limit is assumed'
sed -i 's/;x$/;assumed/' case/law.csv
solve case
check own_assumed told hours_48 'The limit is assumed: no source was seen for it.'

# ---------------------------------------------------------------- bad input

staffed norway
sed -i 's/central$/local/' case/groups.csv
printf '%s\n' 'w;long;08:00;08:00' >>case/shifts.csv
solve case
check whole_day complains 'case/shifts.csv:3: warning: end: "08:00": 0 or 24 hours? It ends when it began'
staffed norway
printf '%s\n' 'w;long;08:00;08:00' >>case/shifts.csv
solve case
whole_day_agreed() { ! grep -q '0 or 24' err; }
check whole_day_agreed whole_day_agreed

printf '%s\n' 'rule;agreement;limit;weeks;paragraph;source' 'hours_48;;44;4;;x' >case/law.csv
solve case
check no_paragraph ended 3
check no_paragraph_told complains 'case/law.csv:2: paragraph: '
printf '%s\n' 'rule;limit' 'hours_48;44' >case/law.csv
solve case
check no_paragraph_column ended 3
check no_paragraph_column_told complains 'paragraph'
staffed atlantis
solve case
check no_country complains 'country: "atlantis"'
fresh night_post
setting country sweden
solve case
check no_notice complains 'notice_months: not given: what the law of Sweden says has no source here'
staffed norway
sed -i 's/^w;nurses.*/w;nurses;nurse;4;100;2;central;year/; 1s/$/;regime/' case/groups.csv
printf '%s\n' 'kind;percent;weeks' 'holiday;100;27-31' >case/absence.csv
setting absence_cover added
solve case
check placed_holidays complains 'a year-round rota places its holidays itself'
staffed norway
printf '%s\n' 'kind;percent;weeks' 'holiday;95;27-31' 'sick_leave;8;all' >case/absence.csv
setting absence_cover added
solve case
check nobody_left complains 'nobody of `nurses` is at work in week 27'

finish
