# SPDX-License-Identifier: GPL-3.0-or-later
# Read by run.sh: what the shipped case and the template must hold.

# ---------------------------------------------------------------- the shipped case

# Solved already where `make run` came first; else the long tests solve it.
take_rennebu() {
  printed=$(dirname "$binary")/run/rennebu-2024
  (cd "$scenarios/.." && . tests/support/made.sh && made_by_run "$binary" scenarios/rennebu-2024 en) &&
    mkdir rennebu && cp -r "$scenarios/../output/rennebu-2024" rennebu &&
    cp "$printed.out" rennebu.out && cp "$printed.err" rennebu.err
}
rennebu= rennebu_job=
if [ -z "$sanitized" ] && take_rennebu 2>/dev/null; then
  rennebu=taken
elif [ -n "$long" ]; then
  rennebu=solved
  (cd "$scenarios/.." && exec rotacost run -o "$work/rennebu" scenarios/rennebu-2024) >rennebu.out 2>rennebu.err \
    </dev/null &
  rennebu_job=$!
fi

# ---------------------------------------------------------------- Rennebu 2024

effects=$work/rennebu/rennebu-2024/effects.csv
no_control() { [ -s "$1" ] && ! grep -a '[[:cntrl:]]' "$1"; }
says() { # TEXT
  grep -qF -- "$1" rennebu.out || { cat rennebu.out; return 1; }
}
# The rows add up to what is printed: 12 575 000 kr in 2024, and 3 465 000 kr more in 2025; 400 000 kr above the target.
claimed_as_printed() {
  awk -F ';' "$columns"'
    NR > 1 && $at["of"] == "target" && $at["positions"] == "kept" && $at["basis"] == "in_year" { print
      good += $at["year"] == "2024" && $at["claimed_kr"] == "12575000,00" && $at["printed_kr"] == "12575000,00"
      good += $at["year"] == "2025" && $at["claimed_kr"] == "16040000,00" && $at["target_kr"] == "15640000,00" }
    END { exit good != 2 }' rennebu/rennebu-2024/joint.csv
}
# Below the last table: the sum, the claims, cover and doubts, where the rest is.
four_lines() {
  awk '!NF { lines = 0; next } { lines++; text[lines] = $0 } END { for (i = 1; i <= lines; i++) print text[i]
    exit !(lines == 4 && text[1] ~ /^Sum 2025: / && text[2] ~ /^Claims checked: / && text[4] ~ /^Results: /) }' rennebu.out
}
# Both rows, kept and adjusted, of a measure and year.
rows_say() { # MEASURE YEAR COLUMN REGEX
  awk -F ';' -v measure="$1" -v year="$2" -v column="$3" -v regex="$4" "$columns"'
    NR > 1 && $1 == measure && $at["year"] == year { rows++; print; good += column in at && $at[column] ~ regex }
    END { exit rows != 2 || good != 2 }' "$effects"
}
# With the norm kept hardly anything of the measure is left: less than a tenth, and never more than without.
compliant_is_less() { # MEASURE YEAR
  awk -F ';' -v measure="$1" -v year="$2" 'function kr(column) { text = $at[column]; sub(",", ".", text); return text + 0 }
    '"$columns"'
    NR > 1 { if (kr("compliant_kr") > kr("effect_kr") + 0.005) { print "more: " $0; bad = 1 } }
    NR > 1 && $1 == measure && $at["year"] == year { rows++; print; bad = bad || kr("compliant_kr") * 10 > kr("effect_kr") }
    END { exit bad || rows != 2 }' "$effects"
}
# Every unit has norms, today's need meets all of them, and only the night measure goes below one.
norms_hold() {
  awk -F ';' "$columns"'
    FNR == 1 { file++; next }
    file == 1 { units[$at["unit"]] = 1 }
    file == 2 && $at["rule"] == "norm_planned" && $1 == "" { normed[$at["unit"]] = 1 }
    file == 2 && $at["rule"] == "norm_planned" && $at["finding"] != "kept" { rows++; print
      good += $1 == "night_nursing_home" && $at["finding"] == "broken" }
    END { for (unit in units) if (!(unit in normed)) { print "no norm: " unit; bad = 1 }
      exit bad || rows != 2 || good != 2 }' rennebu/rennebu-2024/units.csv rennebu/rennebu-2024/compliance.csv
}
fte_rounds_to() { # MEASURE FTE with two decimals and a point
  awk -F ';' -v measure="$1" -v fte="$2" "$columns"'
    NR > 1 && $1 == measure { rows++; print; value = $at["full_year_gross_fte"]; sub(",", ".", value)
      good += sprintf("%.2f", value) == fte }
    END { exit !rows || good != rows }' "$effects"
}
# Whatever a measure does to rota or need, it is modelled.
rotas_testable() {
  awk -F ';' '/^(\357\273\277)?#/ { next }
    !header { header = 1; for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["nature"] ~ /^(rota|year_rota|need)$/ { print $at["measure"] }' "$scenarios/rennebu-2024/measures.csv" >rotas
  awk -F ';' 'NR == FNR { rota[$1] = 1; next }
    '"$columns"'
    FNR > 1 && $1 in rota { rows++; if ($at["verdict"] == "not_testable" || $at["reason"] != "") { print; bad = 1 } }
    END { print rows + 0 " rows"; exit bad || rows < 4 }' rotas "$effects"
}
rennebu_cases() {
  check rennebu_is_quiet test ! -s rennebu.err
  check rennebu_no_escapes no_control rennebu.out
  check rennebu_claimed claimed_as_printed
  check rennebu_norm says 'BELOW THE NORM: night_nursing_home, colocation.'
  check rennebu_furthest says 'Furthest off: year_rota_home_care, at best '
  check rennebu_reading says 'Verdicts that change if the columns are totals'
  check rennebu_four_lines four_lines
  check rennebu_night_2025 rows_say night_nursing_home 2025 gross_fte '^1,878$'
  check rennebu_night_2024 rows_say night_nursing_home 2024 gross_fte '^1,101$'
  check rennebu_night_norm rows_say night_nursing_home 2025 flags '(^| )below_norm( |$)'
  check rennebu_night_class rows_say night_nursing_home 2025 class '^below_norm$'
  check rennebu_night_compliant compliant_is_less night_nursing_home 2025
  check rennebu_norms norms_hold
  check rennebu_kad_2024 rows_say kad 2024 effect_kr '^510000,00$'
  check rennebu_kad_2025 rows_say kad 2025 effect_kr '^765000,00$'
  for measure in year_rota_nursing_home year_rota_home_care; do
    for year in 2024 2025; do
      check "rennebu_${measure}_$year" rows_say $measure $year verdict '^not_reached$'
      check "rennebu_${measure}_${year}_reason" rows_say $measure $year reason '^$'
    done
  done
  check rennebu_rotas_testable rotas_testable
  check rennebu_colocation grep -Eq '^colocation .* 2\.70 ' rennebu.out
  check rennebu_colocation_fte fte_rounds_to colocation 2.70
  check rennebu_ledger ledger_holds rennebu/rennebu-2024
  check rennebu_bridge_closes bridge_closes rennebu/rennebu-2024
  check rennebu_together_closes together_closes rennebu/rennebu-2024
  check rennebu_evidence evidence_tells_no_place rennebu/rennebu-2024/evidence.json
  check rennebu_bridges bridge_holds rennebu/rennebu-2024 80
  check rennebu_reasons reasons_hold rennebu/rennebu-2024
  check rennebu_figures_agree python3 "$here/figures_agree.py" rennebu/rennebu-2024 rennebu.out
}

# Every rota of the shipped cases keeps the rules by a checker that knows nothing of the program, and that refuses a hundred
# planted breaches; where `make run` came first.
shipped_rotas() { # SCENARIO ROTAS
  python3 "$here/rota_lines.py" "$scenarios/$1" "$scenarios/../output/$1" "$2"
}
for shipped in rennebu-2024:14 karasjok-2023:9 kongsvinger-2012:4; do
  name=${shipped%:*}
  if [ -z "$sanitized" ] && (cd "$scenarios/.." && . tests/support/made.sh && made_by_run "$binary" "scenarios/$name" en); then
    check "rotas_of_$name" shipped_rotas "$name" "${shipped#*:}"
  fi
done
if [ "$rennebu" = taken ]; then
  check planted_in_rotas python3 "$here/rota_lines.py" --plant "$scenarios/rennebu-2024" rennebu/rennebu-2024 14
fi

# What a sum of single effects hides stands on the first screen: full-time culture, dear alone, is paid for by the year rota.
says_who_pays() {
  rotacost run --full --lang en -o out_karasjok "$scenarios/karasjok-2023" >karasjok.out && cat karasjok.out &&
    grep -q '^full_time_culture costs [0-9 ]* kr by itself, costs [0-9 ]* kr after year_rota, and with all before it [0-9 ]* kr are saved if' karasjok.out &&
    grep -q 'What full_time_culture costs is paid for by what comes before it\.' karasjok.out
}
check_long karasjok_who_pays says_who_pays
# A scenario without measures says what it compares.
says_schools() {
  rotacost run --lang en -o out_schools "$scenarios/skaun-malvik-schools" >schools.out && cat schools.out &&
    grep -q '^13 schools stand beside .* above them is Buvik skole, by 2\.3 FTE, furthest below Vikhammer skole, by 4\.8 FTE\.' schools.out &&
    grep -q '13 schools stand beside schools' out_schools/skaun-malvik-schools/report.html
}
check schools_first_screen says_schools
# In kroner only where the scenario says what an FTE costs: then those of the schools' table, summed here once more.
says_schools_kr() {
  ! grep -q ' a year at ' schools.out && cp -r "$scenarios/skaun-malvik-schools" schools_kr &&
    sed -i "s|^common;.*|common;$scenarios/common;|" schools_kr/settings.csv &&
    printf 'school_fte_kr;850000;assumed\n' >>schools_kr/settings.csv &&
    rotacost run --lang en --csv rfc4180 -o out_schools_kr schools_kr >schools_kr.out && python3 - <<'END'
import csv, re
rows = csv.DictReader(open('out_schools_kr/schools_kr/schools.csv', encoding='utf-8-sig'))
above = sum(float(r['above_other_fte']) for r in rows if r['school_group'] == 'school' and r['municipality_title'] == 'Skaun')
told = re.search(r'6 schools of Skaun would have ([\d.]+) FTE fewer, ([\d ]+) kr a year at 850 000 kr an FTE', open('schools_kr.out').read())
assert abs(float(told[1]) - above) < 0.08 and abs(float(told[2].replace(' ', '')) - 850000 * above) < 850000 * 0.03, (told, above)
END
}
check schools_in_kroner says_schools_kr

# One figure, one place: the terminal, the page, the workbook and the files tell the same kroner of every measure.
check figures_agree python3 "$here/figures_agree.py" briefs/brief briefs.out

# Every effect in cash is the difference of its ledger's two sides, and the sum of its lines, to the øre.
ledger_holds() { # FOLDER
  awk -F ';' 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    '"$columns"'
    FNR == 1 { file++; next }
    { key = $1 ";" $at["year"] ";" $at["positions"] }
    file == 1 && $1 != "" { lines++; sum[key] += ore("effect_kr")
      if (ore("effect_kr") != ore("baseline_kr") - ore("measure_kr")) { print "not the difference: " $0; bad = 1 } }
    file == 2 && $at["cash_effect_kr"] != "" { rows++
      if (ore("cash_effect_kr") != sum[key] + 0) { print "the ledger gives " sum[key] ": " $0; bad = 1 }
      delete sum[key] }
    END { for (key in sum) { print "no effect: " key; bad = 1 }
      print lines + 0 " lines, " rows + 0 " effects"; exit bad || lines < 4 || rows < 4 }' "$1/ledger.csv" "$1/effects.csv"
}
check template_ledger_sums ledger_holds out/small

# From the claim, step by step, to what is modelled: every bridge adds up to the øre and ends at the effect.
bridge_closes() { # FOLDER
  awk -F ';' 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    '"$columns"'
    FNR == 1 { next }
    { key = $1 ";" $at["year"] ";" $at["claimed_basis"] ";" $at["positions"]
      before = key == last ? running : 0
      if (key != last && (last_step != "modelled" && last_step != "with_rota" && last != "" || $at["step"] != "claimed")) { print "broken: " $0; bad = 1 }
      running = $at["row_kind"] == "total" ? ore("kr") : before + ore("kr")
      if (running != ore("running_kr")) { print running " runs up to: " $0; bad = 1 }
      if ($at["row_kind"] == "total" && key == last && running != before) { print before " before: " $0; bad = 1 }
      if (key != last) bridges++
      last = key; last_step = $at["step"] }
    END { print bridges + 0 " bridges"; exit bad || !bridges || (last_step != "modelled" && last_step != "with_rota") }' "$1/bridge.csv"
}
check template_bridge_closes bridge_closes out/small

# Effects added in order are the joint effect, and singles less joint is what is counted twice, to the øre.
together_closes() { # FOLDER
  awk -F ';' 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    '"$columns"'
    FNR == 1 { file++; next }
    file == 1 { key = $at["year"] ";" $at["basis"] ";" $at["positions"]
      if ($at["in_order_kr"] == "") next
      sum[key] += ore("in_order_kr"); single[key] += ore("single_kr")
      if (sum[key] != ore("joint_kr")) { print sum[key] " in order: " $0; bad = 1 } }
    file == 2 && $at["of"] == "all" { key = $at["year"] ";" $at["basis"] ";" $at["positions"]; rows++
      if (ore("joint_kr") != sum[key] + 0 || ore("singles_kr") != single[key] + 0 ||
          ore("counted_twice_kr") != ore("singles_kr") - ore("joint_kr")) { print "not the sums: " $0; bad = 1 } }
    END { print rows + 0 " sums"; exit bad || !rows }' "$1/together.csv" "$1/joint.csv"
}
check template_together_closes together_closes out/small

# A flag is a plain word. Who has to go stands beside it, on rows that say so and only where positions are adjusted.
flags_are_plain() {
  awk -F ';' "$columns"'
    FNR > 1 { rows++
      if ($at["flags"] !~ /^[a-z_]*( [a-z_]+)*$/) { print "no plain words: " $at["flags"]; bad = 1 }
      if ($at["flags"] ~ /needs_fte_to_go/) { told++; if ($at["more_fte"] == "" || $at["positions"] != "adjusted") { print; bad = 1 } } }
    END { print rows + 0 " rows, " told + 0 " of people to go"; exit bad || !told }' "$1/effects.csv"
}
check template_flags_are_plain flags_are_plain out/small

# Every bridge starts at the claim, its steps add up to the øre, and it ends at the effect it explains: in the year, or
# without a year at the full-year effect.
bridge_holds() { # FOLDER LEAST
  awk -F ';' -v least="$2" 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    '"$columns"'
    FNR == 1 { file++; next }
    file == 1 && $at["effect_kr"] != "" {
      effect[$1 ";" $at["year"] ";" $at["positions"]] = ore("effect_kr")
      effect[$1 ";;" $at["positions"]] = ore("full_year_effect_kr")
      claimed[$1 ";" $at["year"]] = claimed[$1 ";"] = ore("claimed_kr") }
    file == 2 { key = $1 ";" $at["year"] ";" $at["positions"]; step = $at["step"]; steps++
      if ($at["order"] != ++order[key]) { print "out of order: " $0; bad = 1 }
      if (step == "claimed" && ore("kr") != claimed[$1 ";" $at["year"]]) { print "not the claim: " $0; bad = 1 }
      if (step == "claimed" || $at["row_kind"] == "step") sum[key] += ore("kr")
      if (ore("running_kr") != sum[key]) { print "does not add up to " sum[key] ": " $0; bad = 1 }
      if (step == "with_rota") delete open[key]
      else if (step == "modelled") { bridges++; delete open[key]
        if (ore("kr") != effect[key]) { print "not the effect " effect[key] ": " $0; bad = 1 } }
      else open[key] = 1 }
    END { for (key in open) { print "no end: " key; bad = 1 }
      print bridges + 0 " bridges, " steps + 0 " steps"; exit bad || bridges < least }' "$1/effects.csv" "$1/bridge.csv"
}
check template_bridges bridge_holds out/small 4

# No reason is larger than what it explains: the difference between the totals on either side of it. why.csv tells the
# same reasons in the same words with the same kroner. Reasons hold no semicolon, so that plain readers can part them.
reasons_hold() { # FOLDER
  awk -F ';' 'function ore(column) { text = $at[column]; sub(",", "", text); return text + 0 }
    function size(number) { return number < 0 ? -number : number }
    '"$columns"'
    FNR == 1 { file++; wide = NF; next }
    file == 1 && NF != wide { print "semicolon in a text: " $0; bad = 1 }
    file == 1 && $at["row_kind"] == "total" {
      difference = size(ore("kr") - total)
      for (i = 1; i <= steps; i++)
        if (size(step[i]) > difference) { print "larger than " difference ": " line[i]; bad = 1 }
      total = ore("kr"); steps = 0 }
    file == 1 && $at["row_kind"] == "step" { steps++; step[steps] = ore("kr"); line[steps] = $0; reasons++
      if ($at["reason"] == "") { print "no words: " $0; bad = 1 }
      told[$1 ";" $at["year"] ";" $at["positions"] ";" $at["step"] ";" $at["kr"] ";" $at["reason"]] = 1 }
    file == 2 && $at["tells"] == "difference" {
      key = $1 ";" $at["year"] ";" $at["positions"] ";" $at["limit_kind"] ";" $at["saving_kr"] ";" $at["easing"]
      if (!(key in told)) { print "not in bridge.csv: " $0; bad = 1 }
      delete told[key] }
    END { for (key in told) { print "not in why.csv: " key; bad = 1 }
      print reasons + 0 " reasons"; exit bad || !reasons }' "$1/bridge.csv" "$1/why.csv"
}
check template_reasons reasons_hold out/small

if [ -z "$rennebu" ]; then
  echo 'not run (make test-long does, or make run before the tests): the cases of rennebu-2024'
else
  rennebu_status=0
  [ -z "$rennebu_job" ] || { wait "$rennebu_job"; rennebu_status=$?; }
  rennebu_job=
  check rennebu_status test "$rennebu_status" = 0
  rennebu_cases
fi
