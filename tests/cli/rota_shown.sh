#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a rota changes of an answer, and how it is shown: verdicts, claims, bridges, the page, the workbook, compliance.
#
#   tests/cli/rota_shown.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

holds() { # TEXT FILE: with any blanks
  local plain
  plain=$(sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g' "$2" | tr -s ' \n' ' ')
  grep -o "$(printf '%.16s' "$1").\{0,200\}" <<<"$plain" | head -n 3
  grep -Fq -- "$1" <<<"$plain"
}
fresh() { # today's rota, with the Friday of line 1 in week 3 given to a substitute
  rm -rf case
  cp -r "$here/cases/rota_base" case
  sed -i 's/^ward;1;half;3;fri;day/ward;1;half;3;fri;-/' case/rota.csv
}
measures() {
  printf '%s\n' 'measure;title;nature;start;status' 'fewer;One fewer;position;2025-01-01;in_force' \
    'shorter;Shorter contracts;position;2025-01-01;in_force' >case/measures.csv
  printf '%s\n' 'measure;table;where;column;change;value' 'fewer;groups;unit=ward;heads;add;-1' \
    'shorter;groups;unit=ward;position_percent;set;48' >case/edits.csv
  printf '%s\n' 'measure;year;amount_kr;basis' 'fewer;2025;3900;in_year' 'shorter;2025;-4800;in_year' >case/claims.csv
}

# ---------------------------------------------------------------- does a claim hold with a rota?

# Today's rota costs 43 / 3 x 7.5 h x 224 kr = 24 080 kr more than the plan (tests/cli/rota.sh).
#
# fewer    One head of six: 20 160 kr dearer by the plans (rota.sh). Five lines fill every hour they have, so that their rota
#          costs what the plan costs: from rota to rota 24 080 - 20 160 = 3 920 kr are saved, where 3 900 are claimed.
# shorter  48 % instead of 50 %: 6 x 2 % of 364 000 kr = 43 680 kr, x 1.0123077 = 44 217.60 kr, and 6 x 0.7 h = 4.2 h a week
#          for substitutes, x 365 / 7 x 224 kr = 49 056 kr: 4 838.40 kr dearer, as claimed. Of 50.4 h in three weeks whole
#          shifts of 7.5 h take 45: 6 x 5.4 h / 3 = 10.8 h a week more for substitutes, x 43 x 224 kr = 104 025.60 kr, less
#          today's 24 080 kr are 79 945.60 kr: 84 784 kr dearer from rota to rota.
fresh
measures
solve case
check status eval 'cat err; [ "$status" = 0 ]'
check plan_effect is -20160.00 claims comparable_kept_kr measure=fewer
check with_rota is 3920.00 claims with_rota_kr measure=fewer
check with_rota_verdict is holds_with_rota claims rota_verdict measure=fewer
check no_longer_plan is -4838.40 claims comparable_kept_kr measure=shorter
check no_longer is -84784.00 claims with_rota_kr measure=shorter
check no_longer_verdict is no_longer_holds claims rota_verdict measure=shorter
check verdict_unchanged is cost_as_claimed claims verdict measure=shorter
check bridge_modelled is -4838.40 bridge kr measure=shorter year=2025 positions=kept step=modelled
check bridge_rota is -79945.60 bridge kr measure=shorter year=2025 positions=kept step=rota
check bridge_end is -84784.00 bridge running_kr measure=shorter year=2025 positions=kept step=with_rota
check bridge_end_total is total bridge row_kind measure=shorter year=2025 positions=kept step=with_rota
cell bridge reason measure=shorter step=rota >reason
check bridge_reason holds 'whole people and rest rules cost 79 946 kr more with the measure than today' reason
check bridge_adjusted_none is '' bridge kr measure=shorter positions=adjusted step=rota
check terminal_words holds 'costs as claimed, but not with a rota' out
check terminal_sentence holds 'does not hold with a rota' out
check page_words holds 'The claim of 3 900 kr holds with a rota alone' $results/report.html
check page_bridge holds 'what whole people and rest rules cost' $results/report.html

# ---------------------------------------------------------------- shown

# The day shift of Friday in week 3 is missing today: nobody is on duty where one is wanted.
plain_page() { sed 's/<td/\n<td/g; s/<tr/\n<tr/g; s/<li/\n<li/g' $results/report.html; }
plain_page >page
check page_shift holds 'Day, 07:30-15:00, 7.5 h paid' page
check page_short holds '<td class="day short">0!</td>' page
check page_need holds 'of need' page
check page_off holds 'A blank cell is a day off; weekends are shaded.' page

# A rota that nobody asks for changes nothing.
unasked() {
  sed -i 's/;3$/;/' case/units.csv
  rm case/rota.csv
  solve case
  check unasked_kr is '' claims with_rota_kr measure=fewer
  check unasked_verdict is '' claims rota_verdict measure=fewer
  check unasked_same is -20160.00 claims comparable_kept_kr measure=fewer
  check unasked_bridge is '' bridge kr measure=fewer step=rota
}
if_long unasked

finish
