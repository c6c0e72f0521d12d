# SPDX-License-Identifier: GPL-3.0-or-later
# Read by run.sh: what is refused, what is doubted, and that results are whole.

# ---------------------------------------------------------------- bad input

base=small
cp -r plains results && mv results/plain results/bad
cp -r results results_before

# Nothing is written: the result of the good run stands as it was, with nothing beside it.
refused() { # CASE; the bad scenario is made
  begin
  say rotacost run -o results bad
  : >"used/$1.txt"
  if ! grep -qx '\[3\]' "$log"; then
    fail "$1" 'status is not 3' "$log"
  elif ! diff -r results_before results >difference; then
    fail "$1" 'the earlier result was touched' difference
  else
    end "$1"
  fi
}
bad() { # CASE FILE SCRIPT [FILE SCRIPT]...
  local case=bad_$1
  one_in_eight || return
  shift
  if patched bad "$@" >details; then refused "$case"; else fail "$case" 'the case itself' details; fi
}
bad unclosed_quote settings.csv 's/^title;.*/title;"Small ward;assumed/'
bad text_after_quote settings.csv 's/^title;.*/title;"Small" ward;assumed/'
bad nul_byte need.csv '/^ward;night;.*;assistant/s/assumed/ass\x00umed/'
bad utf_8 settings.csv 's/Small ward/Small \x81 ward/'
bad cells_missing need.csv '7s/;assumed//'
bad cells_too_many need.csv '7s/$/;more/'
bad column_unknown groups.csv 's/;heads;/;haeds;/'
bad column_twice groups.csv 's/;title;/;heads;/'
bad column_without_name groups.csv 's/;title;/;;/'
bad setting_unknown settings.csv 's/^zone;/zoen;/'
bad setting_twice settings.csv 's/^place;/title;/'
bad decimal_undeclared settings.csv '/^decimal;/d'
bad code_unknown groups.csv 's/;nurse;5;/;nures;5;/'
bad code_far groups.csv 's/;nurse;5;/;xyz;5;/'
bad code_wrong measures.csv 's/^M1;/M 1;/'
bad word_unknown measures.csv 's/;not_started;/;not_startet;/'
bad rate_unknown rates.csv 's/^pension;/penison;/'
bad rate_missing rates.csv '/^employer_tax;/d'
bad zone_without_tax settings.csv 's/^zone;I;/zone;VI;/'
bad key_twice groups.csv 's/^ward;nurses_part;/ward;nurses;/'
bad cell_blank pay.csv 's/;629100;/;;/'
bad decimal_sign absence.csv 's/;9,5;/;9.5;/'
bad number_words pay.csv 's/;629100;/;629k;/'
bad number_overflow pay.csv 's/;629100;/;99999999999999999999;/'
bad number_range pay.csv 's/;629100;/;10000001;/'
bad percent_position groups.csv 's/;nurse;2;100;/;nurse;2;101;/'
bad percent_sick absence.csv 's/;1-13;11;/;1-13;110;/'
bad rate_range rates.csv 's/;14,1;/;141;/'
bad level_range categories.csv 's/;3;35,5;/;10;35,5;/'
bad persons_negative need.csv '7s/;2;assumed/;-2;assumed/'
bad date_none measures.csv 's/2026-05-01/2026-02-30/'
bad date_two_digits measures.csv 's/2026-05-01/01.05.26/'
bad date_far measures.csv 's/2026-05-01/2206-05-01/'
bad date_not_near measures.csv 's/2026-05-01/2016-05-01/'
bad date_order edits.csv 's/^M1;;;/M1;2026-06-01;2026-05-20;/'
bad date_before_start edits.csv 's/^M1;;;/M1;2026-01-01;;/'
bad year_range settings.csv 's/^first_year;2026/first_year;1850/'
bad years_backwards settings.csv 's/^last_year;2027/last_year;2025/' claims.csv '/^M1;/d'
bad years_many settings.csv 's/^last_year;2027/last_year;2190/'
bad claim_year claims.csv 's/^M1;2026;/M1;2025;/'
bad claim_blank claims.csv 's/;450000;/;;/'
bad account_line accounts.csv 's/;040;/;041;/'
bad account_line_near accounts.csv 's/;040;/;overtme;/'
bad account_year accounts.csv 's/;010;2026;/;010;2025;/'
bad account_percent accounts.csv 's/;11000000;/;5 %;/'
bad account_blank accounts.csv 's/;11000000;/;;/'
bad account_twice accounts.csv 's/^ward;020;/ward;10;/'
bad account_overlap accounts.csv 's/^ward;040;/ward;night;/'
bad account_refund accounts.csv 's/;-480000;/;480000;/'
bad account_unit accounts.csv 's/^ward;370;/wrad;370;/'
bad tolerance_of_accounts settings.csv '$a accounts_tolerance_percent;101;'
bad realised_without_day measures.csv 's/;start;source/;start;source;realised_kr/; s/;2026-05-01;assumed/&;5000/'
bad realised_before_start measures.csv 's/;start;source/;start;source;realised_kr;realised_to/; s/;2026-05-01;assumed/&;5000;2026-03-31/'
bad shift_end shifts.csv 's/;15:00;0;/;31:00;0;/'
bad shift_start shifts.csv 's/;07:30;15:00;0;/;24:00;15:00;0;/'
bad shift_all_break shifts.csv 's/;15:00;0;/;15:00;450;/'
bad shift_unknown groups.csv 's/;day evening;/;day evning;/'
bad window_hours need.csv '7s/15:00/14:00/'
bad window_across units.csv 's/;07:30;/;08:30;/'
bad edit_nothing edits.csv 's/window=evening/window=evning/'
bad edit_nothing_left edits.csv 's/days=mon-fri/days=sat/'
bad edit_below_zero edits.csv 's/;-1;/;-2;/'
bad edit_table edits.csv 's/;need;/;nead;/'
bad edit_column edits.csv 's/;persons;/;person;/'
bad edit_where edits.csv 's/unit=ward/unit/'
bad edit_value edits.csv 's/;-1;/;minus one;/'
bad edit_measure edits.csv 's/^M1;/M2;/'
bad escape_in_code groups.csv 's/^ward;nurses;/ward;nur\x1B[2Jses;/'
bad escape_in_column groups.csv 's/;title;/;ti\x1B]0,x\x07tle;/'
bad long_text groups.csv 's/^ward;nurses;/ward;æøå_nurses_nurses_nurses_nurses_nurses_nurses_nurses_nurses_æøå;/'
bad sixty need.csv "\$a $(for i in $(seq 60); do printf 'ward;x%d;07:30;15:00;mon-fri;;nurse;-1;assumed\\n' "$i"; done)"
for file in settings pay rates units measures; do
  rm -rf bad
  cp -r small bad
  rm "bad/$file.csv"
  refused "bad_without_$file"
done
no_categories() {
  rm -rf bad
  cp -r small bad
  rm bad/categories.csv
  status_is 3 rotacost run -o results bad 2>&1 | tee messages
  grep -qx "status 3, 3 wanted" messages && grep -q "^bad/categories.csv: missing" messages && diff -r results_before results
}
check bad_without_categories no_categories
rm -rf bad
mkdir bad
refused bad_empty_folder
rm -rf bad
refused bad_no_folder
echo title >bad
refused bad_no_folder_but_file
rm -f bad
base=brief

# No escape sequence reaches a terminal from a cell that is printed as it is. Its measure is one of which nothing comes in the years.
no_escapes() {
  base=plain patched colourful settings.csv 's/^title;.*/title;Small \x1B[31mward\x07;/; s/^place;.*/place;X\xC2\x9B31mY;/' \
    measures.csv 's/2026-01-01/2029-05-01/' || return 1
  rotacost run -o out_colourful colourful >stdout 2>stderr && rotacost compare colourful >>stdout 2>>stderr || return 1
  cat stdout stderr | grep -a '[[:cntrl:]]'
  [ -s stdout ] && ! cat stdout stderr | grep -aq -e '[[:cntrl:]]' -e $'\xC2\x9B'
}
check no_escape_in_title no_escapes
nothing_comes() { grep -ax 'M1 starts on 1 May 2029, after 2026: nothing of it comes in these years.' stdout || { cat -v stdout; return 1; }; }
check nothing_comes nothing_comes

# ---------------------------------------------------------------- likely slips and doubts

# What `check` says of a scenario with one slip, and that --strict refuses it (3) or not (0).
doubt() { # CASE FILE SCRIPT [FILE SCRIPT]...
  local case=doubt_$1
  one_in_eight || return
  shift
  if ! base=brief patched doubtful "$@" >details; then
    fail "$case" 'the case itself' details
    return
  fi
  begin
  say rotacost check doubtful
  say rotacost check --strict doubtful
  end "$case"
}
doubt percent_as_share groups.csv 's/;nurse;2;100;/;nurse;2;1;/; s/;skilled;8;65;/;skilled;8;0,65;/'
doubt rates_as_share rates.csv 's/;12;HTA 7/;0,12;HTA 7/; s/;14,1;/;0,141;/'
doubt rate_one_g rates.csv 's/;780960;/;130160;/'
doubt pay_monthly pay.csv 's/;629100;/;52425;/'
doubt pay_of_an_hour pay.csv 's/;629100;/;322,60;/'
doubt pay_in_thousands pay.csv 's/;629100;/;629;/'
doubt heads_thousand groups.csv 's/;nurse;2;100;/;nurse;2000;100;/'
doubt weekend_every_33 groups.csv 's/;nurse;5;50;3;/;nurse;5;50;33;/'
doubt agency_in_ore sources.csv 's/;850;1200;/;85000;1200;/'
doubt holidays_462 absence.csv 's/;26-33;37,5;/;27-33;37,5;/'
doubt target_in_thousands settings.csv 's/^target_kr;700000;/target_kr;700;/'
doubt edit_of_pay edits.csv '$aM1;;;pay;category=nurse;yearly_pay_kr;set;52425;assumed'
doubt edit_by_factor edits.csv '$aM1;;;groups;group=nurses_part;position_percent;multiply;0,01;assumed'
doubt evening_0215 shifts.csv 's/;14:45;22:15;/;14:45;02:15;/'
doubt no_supplements supplements.csv '/^\(evening\|night\|weekend\|holiday\);/d'
doubt supplements_ended supplements.csv 's/;valid_from;days;/;valid_from;valid_to;days;/; s/^\(night;2023-01-01\);/\1;2025-12-31;/
  s/^\(\(evening\|weekend\|holiday\);2023-01-01\);/\1;;/'
doubt no_holiday_rows need.csv 's/;sat sun holiday;/;sat sun;/'
doubt weeks_1_52 need.csv 's/;mon-fri;;skilled;1;/;mon-fri;1-52;skilled;1;/'
doubt weeks_of_norm norm.csv 's/;all;;skilled;1;/;all;1-52;skilled;1;/'
doubt absence_week_53 absence.csv 's/;14-53;/;14-52;/'
doubt level_nobody_has groups.csv 's/;nurse;\([25]\);/;skilled;\1;/' sources.csv '/^agency/d'
doubt level_on_no_shift groups.csv 's/;3;night;/;3;day;/' sources.csv '/^agency/d; /^sub/d'
doubt start_after_years measures.csv 's/2026-01-01/2029-05-01/'
doubt shift_nobody_works shifts.csv '$award;short;Short;09:00;13:00;0;assumed' sources.csv '/^agency/d; /^sub/d'
doubt shift_nobody_wants shifts.csv 's/;0;assumed$/&/; $aoffice;short;Short;09:00;13:00;0;assumed' units.csv '$aoffice;Office;;07:30;assumed' \
  need.csv '$aoffice;late;15:00;20:00;mon-fri;;assistant;1;assumed'

# Nobody is told of a slip where there is none.
no_doubts() {
  for script in 's/;nurse;2;100;/;nurse;2;8;/' 's/;nurse;5;50;3;/;nurse;5;50;0;/' 's/;nurse;2;100;/;nurse;40;100;/'; do
    base=brief patched certain groups.csv "$script" || return 1
    status_is 0 rotacost check --strict certain 2>message || { cat message; return 1; }
    [ ! -s message ] || { cat message; return 1; }
  done
}
check no_doubts no_doubts

asked() { # CASE FILE SCRIPT...: three digits after the decimal sign, in either dialect
  local case=asked_$1 dialect=$2
  shift 2
  if ! base=brief patched doubtful "$@" >details; then fail "$case" 'the case itself' details; return; fi
  [ "$dialect" = comma ] || sed -i '/^\(\xEF\xBB\xBF\)\?#/!{s/,/./g; s/;/,/g}; s/^decimal,comma/decimal,point/' doubtful/*.csv
  single "$case" rotacost check doubtful
}
asked claim comma claims.csv 's/;450000;/;450,000;/' settings.csv 's/^target_kr;700000;/target_kr;1,700,000;/'
asked pay_three_digits comma pay.csv 's/;629100;/;629,100;/'
asked pay_point point pay.csv 's/;629100;/;629,100;/'
asked rate comma rates.csv 's/;780960;/;780,960;/'
asked edit comma edits.csv '$aM1;;;pay;category=nurse;yearly_pay_kr;set;629,123;assumed'
asked in_thousands comma claims.csv 's/;450000;/;1,800;/' settings.csv '$aclaims_in;1000 kr;'

# Claims in another unit and with another sign: the line of the measure and what is said of its claim.
claim_lines() { # CASE CLAIM [SETTINGS]
  rm -rf claimed && cp -r brief claimed
  sed -i "s/;450000;/;$2;/" claimed/claims.csv
  sed -i "s/^target_kr;700000;/target_kr;;/; \$a ${3:-# nothing more}" claimed/settings.csv
  begin
  echo "claimed $2, ${3:-no setting}" >>"$log"
  status=0
  rotacost run --strict -o out_claimed claimed >stdout 2>stderr || status=$?
  [ $status -ne 3 ] || rotacost run -o out_claimed claimed >stdout 2>>stderr
  grep -E '^(M1 |WARNING: the claim)' stdout | grep -v '^M1  *[-0-9 ]*$' >>"$log"
  grep -o 'Check the claim: [^?<]*' out_claimed/claimed/report.html | sort -u | sed 's/^/report: /' >>"$log"
  sed 's/^/2> /' stderr >>"$log"
  echo "[$status]" >>"$log"
  end "claim_$1"
}
[ -z "$most" ] || claim_lines thousands 450
if [ -n "$all" ]; then
  claim_lines negative -450000
  claim_lines in_thousands 450 'claims_in;1000 kr;'
  claim_lines in_millions 0,45 'claims_in;mill. kr;'
  claim_lines savings_negative -450000 'savings_are;negative;'
  claim_lines thousandfold 900000000
fi

# Amounts of years that replace one another are one full year; those in force together add up.
amounts_only() { # FOLDER ROW...
  rm -rf "$1" && cp -r plain "$1" && sed -i 's/^last_year;2026/last_year;2027/' "$1/settings.csv" || return 1
  sed -i '/^M1;/d' "$1/measures.csv" "$1/edits.csv" "$1/claims.csv"
  rm -f "$1/edits.csv"
  echo 'A;Contract;;;;in_force;amount;2026-01-01;assumed' >>"$1/measures.csv"
  echo 'A;2026;1000000;full_year;;;assumed' >>"$1/claims.csv"
  { echo 'measure;line;saving_kr_per_year;from;to;accrual'; printf '%s\n' "${@:2}"; } >"$1/amounts.csv"
}
full_year_is() { # KRONER VERDICT ROW...
  amounts_only amounts "${@:3}" && rotacost run -q -o out_amounts amounts || return 1
  awk -F ';' -v kr="$1" -v verdict="$2" "$columns"'
    FNR == 1 { next } FILENAME ~ /effects/ { rows++; if ($at["full_year_effect_kr"] != kr || $at["verdict"] != verdict) { print; bad = 1 } }
    FILENAME ~ /together/ && $at["basis"] == "full_year" { sums++; if ($at["single_kr"] != kr || $at["last_kr"] != kr) { print; bad = 1 } }
    END { print rows + 0, sums + 0; exit bad || !rows || !sums }' out_amounts/amounts/effects.csv out_amounts/amounts/together.csv
}
check amount_two_years full_year_is 1000000,00 taken_over 'A;other;1000000;2026-01-01;2026-12-31;months' 'A;other;1000000;2027-01-01;2027-12-31;months'
check_long amount_for_good full_year_is 1000000,00 taken_over 'A;other;600000;2026-01-01;2026-12-31;months' 'A;other;1000000;2027-01-01;;months'
check_long amounts_together full_year_is 1000000,00 taken_over 'A;other;600000;;;months' 'A;income;400000;2026-07-01;;days'
check_long amount_of_a_while full_year_is 1000000,00 taken_over 'A;other;1000000;;;months' 'A;other;-300000;2026-02-01;2026-05-31;months'
check_long amount_over full_year_is 1000000,00 taken_over 'A;other;1000000;2026-03-01;2026-11-30;months'

# A break that has a time covers nothing: the hours planned are those wanted, with the split shift and without.
break_scenario() { # FOLDER SPLIT
  rm -rf "$1" && cp -r brief "$1" && rm -f "$1"/{edits,claims,measures,norm,accounts,absence}.csv || return 1
  printf '%s\n' 'measure;title;nature' >"$1/measures.csv"
  printf '%s\n' 'unit;title;day_starts' 'b;B;06:00' >"$1/units.csv"
  printf '%s\n' 'unit;group;category;heads;position_percent;weekend_every' 'b;g;assistant;4;70;0' >"$1/groups.csv"
  printf '%s\n' 'code;kind;unit;category;pay_percent' 's;substitute;b;assistant;100' >"$1/sources.csv"
  printf '%s\n' 'unit;window;start;end;days;level;persons' 'b;m;07:00;08:30;mon-fri;assistant;2' \
    'b;mid;08:30;13:00;mon-fri;assistant;2' 'b;a;13:00;16:45;mon-fri;assistant;4' >"$1/need.csv"
  printf '%s\n' 'unit;shift;start;end;unpaid_break_min;break_start' 'b;m;07:00;08:30;;' 'b;mid;08:30;13:00;;' \
    'b;a;13:00;16:45;;' "$2" >"$1/shifts.csv"
}
break_covers_nothing() { # SPLIT: 27 person-hours on each of 253 weekdays of 2026 that are no public holiday
  break_scenario breaks "$1" && rotacost run -q -o out_breaks breaks 2>/dev/null || return 1
  awk -F ';' "$columns"' FNR == 2 { print; fte = $at["staffed_fte"]; sub(",", ".", fte)
    exit fte != sprintf("%.2f", 27 * 253 / (52 * 35.5)) || $at["short_h"] != "0,0" }' out_breaks/breaks/units.csv
}
check break_hole break_covers_nothing 'b;split;07:00;16:45;270;08:30'
check_long break_none break_covers_nothing 'b;late;13:00;16:45;;'
begin
break_scenario breaks 'b;split;07:00;16:45;270;'
say rotacost check breaks
break_scenario breaks 'b;split;07:00;16:45;60;'
say rotacost check breaks
break_scenario breaks 'b;split;07:00;16:45;270;12:15'
say rotacost check breaks
break_scenario breaks 'b;split;07:00;16:45;;12:15'
say rotacost check breaks
sed -i '/^b;mid;/d' breaks/shifts.csv
sed -i 's/^b;split.*/b;split;07:00;16:45;270;08:30/' breaks/shifts.csv
say rotacost check breaks
end break_times

# ---------------------------------------------------------------- results whole or not at all

cp -r plain with
cp -r plain second
patched broken pay.csv 's/;629100;/;x;/' >details || fail broken 'the case itself' details
if [ -n "$most" ]; then
  begin
  say rotacost run -q -o kept_file brief
  say rotacost run -q -o kept_file/deeper brief
  say cat kept_file
  mkdir -p in_way held/brief
  echo mine >in_way/brief
  echo mine >held/brief/letter.txt
  say rotacost run -q -o in_way brief
  say cat in_way/brief
  say rotacost run -q -o held brief
  say ls -A held held/brief
  say rotacost run -q -o mixed with broken second
  say ls -A mixed
  end results_refused
fi

# A scenario has files named as results are: its own folder is no earlier result.
scenario_survives() {
  cp -r brief own
  ! status_is 0 rotacost run -q -o . own && diff -r brief own
}
check results_over_scenario scenario_survives

# Two of one name are told apart (many.sh); one that is named twice is refused.
begin
say rotacost run -q -o twins second brief brief/
say ls -A twins
end same_names

begin
say rotacost compare small --year 2025
say rotacost compare small --year 2028
say rotacost compare no/such/folder
say rotacost compare broken brief --year 2026
end compare_refused

check_long output_deep status_is 0 rotacost run -q -o a/b/../c/d plain/
check_long output_deep_same diff -r plains a/c/d
from_inside() { (cd plain && rotacost run -q -o ../inside .) && diff -r plains inside; }
check_long scenario_point from_inside
check nothing_beside test -z "$(find plains $(ls -d mixed a/c/d 2>/dev/null) -name '.?*')"

replaced() { # the whole earlier result goes; what somebody changed in it is kept under a name of its own
  cp -r plains third && echo old >third/plain/effects.csv
  rotacost run -q -o third plain 2>/dev/null && diff -r -x 'effects-edited-*' plains third &&
    [ "$(cat third/plain/effects-edited-*.csv)" = old ]
}
check_long replaces_older replaced
full_output() { status_is 70 rotacost columns >/dev/full; }
check output_full full_output

if [ "$(id -u)" = 0 ]; then
  echo 'not run (as root every folder can be written to): output folder without write permission'
  : >used/results_locked.txt
else
  mkdir locked && chmod a-w locked
  single results_locked rotacost run -q -o locked brief
  chmod u+w locked
fi

# ---------------------------------------------------------------- --strict

# All results are written; what would make a claim true is not asked where it is.
strict() { # STATUS FOLDER
  rm -rf strict && status_is "$1" rotacost run -q --strict -o strict "$2" &&
    diff <(ls -A -I reverse.csv "strict/$2") <(ls -A -I reverse.csv plains/plain)
}
base=plain
check strict_not_reached strict 1 plain

# Claims as large as the effect with all positions kept.
claims=$(awk -F ';' "$columns"'
  $at["positions"] == "kept" { print "s/^\\(M1;" $at["year"] ";\\)[0-9]*/\\1" int($at["effect_kr"]) "/" }' \
  plains/plain/effects.csv)
patched modest claims.csv "$claims" >details || fail modest 'the case itself' details
check_long strict_reached strict 0 modest
below_norm() {
  patched below claims.csv "$claims" norm.csv 's/^\(ward;evening;.*\);2;/\1;3;/' && strict 1 below &&
    awk -F ';' "$columns"'
      NR > 1 { rows++; found += $at["verdict"] == "reached" && $at["flags"] ~ /below_norm/ }
      END { print found " of " rows " rows below the norm"; exit rows != 2 || found != rows }' strict/below/effects.csv
}
check_long strict_below_norm below_norm
check_long not_strict status_is 0 rotacost run -q -o strict below

# Claims are met and the measure breaks no norm, but today's need does at weekends: said on stderr, and which.
patched weekend claims.csv "$claims" norm.csv 's/^\(ward;evening;15:00;22:00\);all;;assistant;2;/\1;sat sun;;assistant;3;/' \
  >details || fail weekend 'the case itself' details
if [ -n "$all" ]; then
  patched below claims.csv "$claims" norm.csv 's/^\(ward;evening;.*\);2;/\1;3;/' >details || fail below 'the case itself' details
  begin
  say rotacost run -q --strict -o strict weekend
  say rotacost run -q --strict -o strict modest
  say rotacost run -q --strict -o strict below
  end strict_norms
fi
base=brief

# ---------------------------------------------------------------- many plain amounts

singles_of() { # RESULTS: the sum of what each measure saves by itself, in øre
  awk -F ';' "$columns"' FNR > 1 && $at["of"] == "all" && $at["positions"] == "kept" && $at["basis"] == "full_year" {
    gsub(",", "", $at["singles_kr"]); print $at["singles_kr"]; exit }' "$1/joint.csv"
}
# Rows of a table in the report, but for the one that is claimed to be more; each is worth what it was told.
many_amounts() {
  rm -rf many && cp -r brief many
  awk 'BEGIN { for (i = 1; i <= 300; i++) print "A" i ";Contract " i ";;;;in_force;amount;2026-01-01;assumed" }' >>many/measures.csv
  awk 'BEGIN { print "measure;line;saving_kr_per_year;from;to;accrual"
    for (i = 1; i <= 300; i++) print "A" i ";other;" 1000 * i ";;;months" }' >>many/amounts.csv
  awk 'BEGIN { for (i = 1; i <= 300; i++) print "A" i ";2026;" (i == 7 ? 9000 : 1000 * i) ";in_year;;;assumed" }' >>many/claims.csv
  rotacost run -q -o out many || return 1
  local rows sections more
  rows=$(grep -c '^<tr id="m-[0-9]*"><th[^>]*>Contract ' out/many/report.html)
  sections=$(grep -c '<section class="measure" id="m-8"' out/many/report.html) # A7, after M1
  more=$(($(singles_of out/many) - $(singles_of briefs/brief)))
  echo "$rows rows, $sections sections, $more øre more"
  [ "$rows" = 299 ] && [ "$sections" = 1 ] && [ "$more" = 4515000000 ]
}
check_long many_amounts many_amounts
