#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A measure has one story, on the page and by `explain` (story.py); in it everything is called by its title, which a window
# has one of.
#
#   tests/cli/story.sh BINARY      the last line is "N passed, M failed"
#
# ROTACOST_LONG=1 (make test-long) asks for measures of a shipped scenario as well, ROTACOST_ALL=1 for those of the largest.
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

tells() { # SCENARIO MEASURE LANGUAGE: it is solved already
  local results
  results=results/$3/$(basename "$1")
  "$binary" explain --lang "$3" "$1" "$2" >explained 2>err || return 1
  /usr/bin/python3 "$here/story.py" "$results/report.html" "$results/overview.csv" explained "$2"
}
compared() { # SCENARIO MEASURE...: in both languages
  local scenario=$1 language
  shift
  timeout 600 "$binary" run -q --lang en,nb -o results "$scenario" >out 2>err
  for language in en nb; do
    for measure; do
      check "$(basename "$scenario")_${measure}_$language" tells "$scenario" "$measure" $language
    done
  done
}
has() { # FILE WORDS
  cat "$1" && sed 's/\xc2\xa0/ /g' "$1" | grep -Fq -- "$2"
}
has_not() { cat "$1" && ! grep -Eq -- "$2" "$1"; }

# A ward whose contracts are assumed, with a norm that the measure breaks: every part has something to tell.
cp -r "$here/cases/budget_base" ward
printf '%s\n' 'unit;window;title;start;end;days;level;persons;source' 'w;n;Deep night;22:00;08:00;all;nurse;2;assumed' >ward/need.csv
printf '%s\n' 'unit;window;start;end;days;level;persons;source' 'w;n;22:00;08:00;all;nurse;2;assumed' >ward/norm.csv
compared ward M

# Titles: of the window in all that is told of it; two titles of one window are said, with both places, and the first counts.
check window_explained has explained 'Deep night'
check window_on_page has results/nb/ward/report.html 'Deep night'
"$binary" run --full --lang en -o results/en ward >out 2>err
check no_warning has_not err 'title'
sed -i 's/;window;start/;window;title;start/; s/^w;n;22/w;n;Small hours;22/' ward/norm.csv
"$binary" check --lang en ward >out 2>err
check two_titles has err 'ward/norm.csv:2: warning: title: "Small hours": the window `n` is called "Deep night" in ward/need.csv line 2, and so everywhere: write'
"$binary" check --lang nb ward >out 2>err
check two_titles_nb has err 'ward/norm.csv:2: advarsel: title: "Small hours": tidsvinduet «n» heter «Deep night» i ward/need.csv linje 2'
"$binary" explain --lang en ward M >explained 2>err
check first_title_counts has_not explained 'Small hours'

if [ "${ROTACOST_LONG-}" = 1 ]; then
  compared "$scenarios/kongsvinger-2012" $(awk -F ';' '!/^#/ && NR > 1 && NF > 2 && $1 != "measure" { print $1 }' "$scenarios/kongsvinger-2012/measures.csv" | head -3)
fi
if [ "${ROTACOST_ALL-}" = 1 ]; then
  compared "$scenarios/rennebu-2024" night_nursing_home two_fte_wards colocation year_rota_home_care
  compared "$scenarios/karasjok-2023" full_time_culture right_level health_centre
fi
finish
