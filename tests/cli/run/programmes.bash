# SPDX-License-Identifier: GPL-3.0-or-later
# Read by run.sh: programmes for other solvers, the books, positions, weeks, hostile text.

# ---------------------------------------------------------------- the programme for another solver

same_optimum() { # MESSAGE with the cost, OUTPUT of glpsol
  awk 'FNR == 1 { file++ }
    file == 1 && match($0, /least cost [0-9.]+ kr/) { cost = substr($0, RSTART + 11, RLENGTH - 14) }
    file == 2 && $1 == "Objective:" { optimum = $4 } file == 2 && $1 == "Status:" { status = $NF }
    END { apart = optimum - cost; apart = apart < 0 ? -apart : apart
      printf "cost %s, glpsol %s (%s)\n", cost, optimum, status
      exit !(cost > 0 && optimum > 0 && status == "OPTIMAL" && apart <= 1e-6 * cost) }' "$1" "$2"
}
exported() { # CASE SCENARIO [OPTION...]: two cases, one for each format
  local case=$1
  shift
  rm -f programme.lp programme.mps message
  rotacost model "$@" --lp programme.lp --mps programme.mps >message
  check_long "lp_$case" solved --lp programme.lp
  check_long "mps_$case" solved --freemps programme.mps
}
solved() { # glpsol's OPTION and the file
  cat message
  rm -f solution
  glpsol "$1" "$2" -o solution >glpsol.out && same_optimum message solution
}
patched scarce sources.csv '/^\(agency\|sub\|extra\|overtime\)/d' >details || fail scarce 'the case itself' details
exported baseline brief
exported measure brief M1 --positions adjusted
[ -z "$long" ] || exported measure_year small M1 --unit ward --year 2026 --positions kept
exported shortfall scarce
# A year-round rota; the baseline beside it has its columns, without entries.
year_round='$aM1;;;groups;unit=ward;regime;set;year;assumed\nM1;;;groups;unit=ward;band_percent;set;20;assumed'
patched year_round edits.csv "$year_round" >details || fail year_round 'the case itself' details
exported year_round_kept year_round M1
exported year_round_adjusted year_round M1 --positions adjusted
exported year_round_before year_round M1 --before
patched steps groups.csv 's/^\(unit;group.*\);source/\1;adjust_step_heads;source/; s/^\(ward;nurses;.*\);assumed/\1;1;assumed/
  /^ward;nurses;/!s/^\(ward;.*\);assumed/\1;;assumed/' >details || fail steps 'the case itself' details
exported whole_steps steps M1 --positions adjusted
# Codes that a reader may take for a number or a bound, and such as are longer than a name may be and begin alike.
long_code=$(printf 'nurses_in_the_%040d' 0)
patched odd_codes groups.csv "s/;nurses;/;1e5;/; s/;nurses_part;/;$long_code;/; s/;assistants;/;$long_code.x;/" \
  shifts.csv "s/;evening;/;$long_code;/; s/;night;/;$long_code.2;/" sources.csv 's/^agency;/-inf;/' >details &&
  sed -i "s/day evening/day $long_code/; s/;night;/;$long_code.2;/" odd_codes/groups.csv || fail odd_codes 'the case itself' details
exported odd_codes odd_codes M1 --positions adjusted

# What CBC takes for an entry or does not take at all.
plain_enough() { # FILE.lp FILE.mps
  awk 'FILENAME ~ /mps$/ && (/\$/ || NF > 4 || (/^ / && NF < 2)) || /[^ -~]/ { print FILENAME ":" FNR ": " $0; bad = 1 }
    { for (i = 1; i <= NF; i++) if (length($i) > 100) { print FILENAME ":" FNR ": " $i; bad = 1 } }
    length > 255 { print FILENAME ":" FNR ": a long line"; bad = 1 }
    END { exit bad || !NR }' "$@"
}
for case in year_round odd_codes; do
  rotacost model $case M1 --before --lp $case.lp --mps $case.mps >/dev/null
  check plain_enough_$case plain_enough $case.lp $case.mps
done

# Without --year, what --help says: the first, with a measure its first whole one; M1 of `small` starts in May 2026.
begin
say rotacost model small --lp x.lp
say rotacost model small M1 --lp x.lp
say rotacost model small M1 --year 2026 --lp x.lp
say rotacost model small M1 --before --lp x.lp
say rotacost model small --lp /dev/full
say rotacost model small --mps /dev/full
end model_year

# Every week for itself: a larger programme with the same optimum.
days_agree() {
  rotacost model plain M1 --positions adjusted --lp programme.lp >message &&
    rotacost model plain M1 --positions adjusted --days --mps programme.mps >message_days &&
    diff <(tail -n 1 message) <(tail -n 1 message_days) && ! cmp -s message message_days && cat message_days &&
    glpsol --freemps programme.mps -o solution >glpsol.out && same_optimum message solution
}
check_long model_days days_agree

patched broken pay.csv 's/;629100;/;x;/' >details || fail broken 'the case itself' details
begin
say rotacost model brief N1 --lp x
say rotacost model brief M1 --unit wrad --lp x
say rotacost model brief --lp no/such/folder
say rotacost model brief --year 2025 --lp x
say rotacost model brief M1 --year 2031 --lp x
say rotacost model broken --lp x
say test -e x
end model_refused
names() {
  rotacost model brief --lp one.lp || return 1
  for name in 'cover(w0.fri.0730.l1)' 'own(w0.fri.day.nurses.g0)' 'hired(w0.fri.day.agency.g4)'; do
    grep -qF -- "$name" one.lp || { echo "no $name"; return 1; }
  done
}
check model_names names

# Every programme of the evidence, exported by the words it tells and solved by glpsol, has the optimum it tells.
evidence_programmes() { # FILE: one line each: the words, then the optimum
  awk '/"export": \[/ { words = ""; inside = 1; next }
    inside && /\]/ { inside = 0 }
    inside { gsub(/[ ",]/, ""); if ($0 != "") words = words $0 " " }
    /"optimum_kr":/ { gsub(/[^0-9.]/, "", $2); print words $2 }' "$1"
}
evidence_solved() { # SCENARIO EVIDENCE
  local words optimum count=0
  evidence_programmes "$2" >programmes
  while read -r words; do
    optimum=${words##* }
    words=${words% *}
    # shellcheck disable=SC2086 # codes have no blanks
    rotacost ${words/ FILE/ evidence.lp} >message || return 1
    echo "least cost $optimum kr" >wanted_cost
    rm -f solution
    glpsol --lp evidence.lp -o solution >glpsol.out && same_optimum wanted_cost solution || { echo "$words"; return 1; }
    count=$((count + 1))
  done <programmes
  echo "$count programmes"
  [ "$count" = "$3" ]
}
check_long evidence_solved evidence_solved plain plains/plain/evidence.json 6

# The files are those that were read, and nothing tells where or when.
evidence_hashes() { # SCENARIO EVIDENCE
  awk '/"file":/ { gsub(/[",]/, ""); file = $2 } /"sha256":/ { gsub(/[",]/, ""); print $2 "  " file }' "$2" >hashes
  [ "$(wc -l <hashes)" = "$(ls "$1" | wc -l)" ] && (cd "$1" && sha256sum -c --quiet ../hashes)
}
check evidence_hashes evidence_hashes brief briefs/brief/evidence.json
check evidence_tells_no_place evidence_tells_no_place briefs/brief/evidence.json
awk '/"programmes":/ { skip = 1 } /"redesigns":/ { skip = 0 } !skip' briefs/brief/evidence.json | grep -v '"solves"' >evidence_head
end evidence evidence_head

# ---------------------------------------------------------------- the books

for table in accounts assumptions bridge claims following following_sum followup joint positions positions_sum reverse \
  together; do
  end template_$table out/small/$table.csv
done
patched off accounts.csv 's/;010;2026;11000000;/;010;2026;9000000;/' >details || fail off 'the case itself' details
accounts_warn() {
  rotacost run -o out_off off >stdout && grep -q '^WARNING: the baseline differs from the accounts by more than 5 %' stdout &&
    grep -q '^ward  010 .* OFF ' stdout || { cat stdout; return 1; }
  ! grep -q WARNING briefs.out && grep -q 'Accounts: the baseline lies within 5 % of the books' briefs.out
}
check accounts_warn accounts_warn
# Of 253 weekdays that are no public holidays 122 lie before July: 48.2 % of 450 000 kr, in pay that rises with the year 48.0 %.
report_realised() {
  base=plain patched reported measures.csv 's/;start;source/;start;source;realised_kr;realised_to/; s/;not_started;\(.*\);2026-01-01;[a-z]*/;in_force;\1;2026-01-01;assumed;100000;2026-06-30/' &&
    rotacost run -q -o out_reported reported && cat out_reported/reported/followup.csv &&
    grep -q '^M1;.*;216029,83;100000,00;2026-06-30;350000,00;Behind the plan.;2026;450000,00;' out_reported/reported/followup.csv
}
check followup_reported report_realised

# ---------------------------------------------------------------- whole positions that can go, from today

# A kindergarten of sixteen full-timers: today is what the contracts say, and whole people go.
care() { # FOLDER NEED-EDIT
  rm -rf "$1" && cp -r brief "$1" && rm -f "$1"/norm.csv "$1"/accounts.csv "$1"/absence.csv &&
    printf 'unit;group;category;heads;position_percent;weekend_every;shifts;source\nward;child_care_100;skilled;16;100;0;day;given\nward;child_care_50;skilled;2;50;0;day;given\n' >"$1/groups.csv" &&
    printf 'unit;window;start;end;days;weeks;level;persons;source\nward;day;07:30;15:00;mon-fri;;skilled;11;given\n' >"$1/need.csv" &&
    printf 'measure;from;to;table;where;column;change;value;source\nM1;;;need;unit=ward window=day;persons;add;%s;given\n' "$2" >"$1/edits.csv" &&
    rotacost run -q -o care_out "$1" 2>/dev/null
}
care_positions() {
  cut -d ';' -f 1,3,7-15 "care_out/$1/positions.csv"
  cut -d ';' -f 1-6,10,11 "care_out/$1/positions_sum.csv"
}
begin
for change in -1,5 -4 1 9; do
  care care $change
  echo "need $change" >>"$log"
  care_positions care >>"$log"
done
end whole_positions
# In another order and by other names the same positions go.
care_swapped() {
  care care -4 && care_positions care | sed 's/child_care/staff/' | sort >as_they_were &&
    rm -rf swapped && cp -r care swapped &&
    { head -n 1 care/groups.csv && tail -n +2 care/groups.csv | tac | sed 's/child_care/staff/'; } >swapped/groups.csv &&
    rotacost run -q -o care_out swapped 2>/dev/null && care_positions swapped | sort | diff as_they_were -
}
check_long whole_positions_swapped care_swapped
# Decided in February by the setting, not by the clock; those with long service and past fifty have four months.
patched decided settings.csv '$a decision_date;2026-02-10;given\nconsultation_days;20;given' \
  groups.csv 's/shifts;source/shifts;source;service_years;age_years/; /^ward;assistants;/!s/^ward.*/&;;/; /^ward;assistants;/s/$/;12;51/' >details ||
  fail decided 'the case itself' details
begin
rotacost run -q -o decided_out decided 2>/dev/null
cat decided_out/decided/positions.csv decided_out/decided/positions_sum.csv >>"$log"
rotacost explain decided M1 2>/dev/null | sed -n '/^Whole positions/,$p' >>"$log"
end whole_positions_decided
# A position that only becomes smaller frees FTE and no head; nothing is decided and nobody's age known, and no date is
# invented.
care care -4 && printf 'M1;;;groups;unit=ward group=child_care_50;position_percent;set;30;given\n' >>care/edits.csv
begin
rotacost run -q -o care_out care 2>/dev/null
care_positions care >>"$log"
rotacost explain care M1 2>/dev/null | sed -n '/^Whole positions/,$p' >>"$log"
end whole_positions_smaller
# Beside a verdict that hangs on people: who, how many, worth what, by when, in words and in the follow-up.
begin
rotacost run --full -o verdict_out brief 2>/dev/null | grep '^Who must go' >>"$log"
cut -d ';' -f 1,17-21 verdict_out/brief/followup.csv >>"$log"
end whole_positions_verdict
# Sixteen today are sixteen, whatever an optimised rota starts from.
sixteen_today() {
  awk -F ';' "$columns"'$at["group"] == "child_care_100" && $at["heads_today"] == "16,000" { found++ } END { exit !found }' "$1"
}
shipped_today() {
  rotacost run -q -o shipped_today "$scenarios/kongsvinger-2012" &&
    sixteen_today shipped_today/kongsvinger-2012/positions.csv && sixteen_today shipped_today/kongsvinger-2012/following.csv
}
check_long shipped_today shipped_today
# No row of positions.csv or following.csv is a sum.
sums_apart() { awk -F ';' "$columns"' FNR > 1 { rows++; blank += $at["group"] == "" } END { exit !rows || blank }' \
  briefs/brief/positions.csv briefs/brief/following.csv; }
check sums_apart sums_apart

# Where need follows from the children alone, somebody is wanted all the same.
wanted_by_ratio() {
  mkdir -p ratio_only && cp -r "$scenarios/common" "$scenarios/skaun-malvik-sfo" ratio_only/ &&
    sed -i '4,$d' ratio_only/skaun-malvik-sfo/need.csv && rotacost check ratio_only/skaun-malvik-sfo >out_ratio 2>&1
  cat out_ratio
  ! grep -q 'ever wanted' out_ratio
}
check need_by_ratio_alone wanted_by_ratio

# ---------------------------------------------------------------- weeks and rules

. "$here/weeks.bash"

# ---------------------------------------------------------------- hostile text

hostile='M1;"=cmd|'"'"' \/C calc'"'"'!A0";"<script>alert(1)<\/script> ""quoted""; a,b\nline two";'
read_back() { # FILE: measure, title and unit of every row by a reader that understands quotes, and the number of cells
  awk '{ text = text $0 "\n" }
    function take() { cell[++n] = value; value = "" }
    END { sub(/^\357\273\277/, "", text)
      for (i = 1; i <= length(text); i++) { c = substr(text, i, 1)
        if (quoted && c == "\"" && substr(text, i + 1, 1) == "\"") { value = value c; i++ }
        else if (c == "\"") quoted = !quoted
        else if (!quoted && c == ";") take()
        else if (!quoted && c == "\n") { take(); print n " cells: " cell[1] " | " cell[2] " | " cell[3]; n = 0 }
        else value = value (c == "\n" ? "\\n" : c) } }' "$1"
}
patched hostile measures.csv "s/^M1;[^;]*;[^;]*;/$hostile/" >details || fail hostile 'the case itself' details
begin
say rotacost run -q -o out_hostile hostile
read_back out_hostile/hostile/effects.csv >>"$log"
end hostile_text
hostile_bytes() { grep -qxF "M1;'=cmd|' /C calc'!A0;\"<script>alert(1)</script> \"\"quoted\"\"; a,b" "$1"; }
check hostile_bytes hostile_bytes out_hostile/hostile/effects.csv
