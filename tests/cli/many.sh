#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Many scenarios in one run: one that cannot be read costs only itself, two of one name are told apart, results do not depend on
# how many are solved at a time, and what is unchanged is left out.
#
#   tests/cli/many.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

run() { # OPTION|SCENARIO...: the status in `status`, what it says in out and err
  status=0
  timeout 120 "$binary" run --lang en "$@" >out 2>err || status=$?
}
ended() { echo "status $status, $1 wanted"; cat err; [ "$status" = "$1" ]; }
says() { cat out; grep -Fq -- "$1" out; }
says_not() { ! grep -Fq -- "$1" out; }
complains() { cat err; grep -Fq -- "$1" err; }
holds() { # FOLDER NAME...: these results and no other
  local folder=$1
  shift
  echo "found: $(ls "$folder")"
  [ "$(ls "$folder" | tr '\n' ' ')" = "$(printf '%s ' "$@")" ]
}
in_order() { # TEXT...: lines of out, one after the other
  local text lines=
  for text; do lines+="$(grep -Fn -m 1 -- "$text" out | cut -d: -f1) "; done
  echo "lines $lines"
  [ "$(tr ' ' '\n' <<<"$lines" | grep -c .)" = $# ] && tr ' ' '\n' <<<"$lines" | grep . | sort -nc
}

for place in north south; do
  mkdir -p towns/$place
  cp -r "$here/cases/night_post" towns/$place/ward
done
cp -r "$here/cases/night_post" lonely
cp -r "$here/cases/night_post" broken
printf 'unit;window\nw;x\n' >broken/need.csv

# ---------------------------------------------------------------- one bad folder costs only itself

run -j 2 -o results towns/north/ward broken towns/south/ward lonely
check bad_status ended 3
check bad_told complains 'broken/need.csv'
check bad_counted complains '1 of 4 scenarios has no result: broken'
check others_written holds results lonely north-ward south-ward
check order in_order 'results/north-ward/' 'results/south-ward/' 'results/lonely/'
check names_told says 'Results: results/north-ward/'

# The same one at a time, and in another order: the same bytes.
run -j 1 -o alone lonely towns/south/ward broken towns/north/ward
check alone_status ended 3
check same_bytes diff -r results alone
# A name that nobody shares is as it is called itself, and alone the same result comes out.
run -o single lonely
check single_bytes diff -r results/lonely single/lonely

# ---------------------------------------------------------------- a part of them

# Each part into the folders of the whole list, and what is broken is told by the part that has it: the parts are the whole.
for part in 1 2 3; do
  run -q -o parts --part $part/3 towns/north/ward broken towns/south/ward lonely
  echo $status >>statuses
done
check parts_status test "$(tr '\n' ' ' <statuses)" = '0 3 0 '
check parts_bytes diff -r parts results
run -q -o fourth --part 4/4 towns/north/ward broken towns/south/ward lonely
check part_alone holds fourth lonely
run -q -o fifth --part 5/5 towns/north/ward broken towns/south/ward lonely
check part_missing ended 2
check part_missing_told complains '--part 5/5: there are only 4 scenarios to share'
for wrong in 0/2 3/2 2 /2 1/ 1/2/3 -1/2 99999999999999999999/3; do
  run -q -o wrong --part=$wrong lonely towns/north/ward
  check "part_wrong $wrong" ended 2
  check "part_wrong_told $wrong" complains "--part \"$wrong\": write which part of how many, as 3/50"
done
check part_wrong_writes_nothing test ! -e wrong

# ---------------------------------------------------------------- names

run -o twice lonely lonely/
check twice_refused ended 2
check twice_told complains 'lonely and lonely/ are one scenario'
check twice_nothing test ! -e twice
# a and b above "north-x/ward" and "north/x/ward" read alike with hyphens: more of the path tells them apart
mkdir -p deep/one/x deep/two/x
cp -r lonely deep/one/x/ward
cp -r lonely deep/two/x/ward
run -q -o deeper deep/one/x/ward deep/two/x/ward lonely
check deeper_status ended 0
check deeper_names holds deeper lonely one-x-ward two-x-ward
# A folder that is not there is one bad scenario among others.
run -q -o gone lonely no/such/folder
check gone_status ended 3
check gone_others holds gone lonely

# ---------------------------------------------------------------- only what changed

unchanged() { run --only-changed -o results towns/north/ward towns/south/ward lonely "$@"; }
cp -r results before
unchanged
check unchanged_status ended 0
check unchanged_said says 'lonely: unchanged, not solved again; its results stand in results/lonely/'
check unchanged_all test "$(grep -c ': unchanged' out)" = 3
check unchanged_bytes diff -r before results
# One claim is another: that scenario alone is solved again. 1 700 000 kr instead of 1 800 000 kr.
sed -i 's/1800000/1700000/' towns/south/ward/claims.csv
unchanged
check changed_two test "$(grep -c ': unchanged' out)" = 2
check changed_solved says 'Results: results/south-ward/'
check changed_not says_not 'Results: results/lonely/'
check changed_claim grep -q 1700000 results/south-ward/claims.csv
# One comment more, another form, other draws: nothing is as it was.
printf '\n# seen by HR\n' >>lonely/sources.csv
run --only-changed -o results lonely
check added_comment says_not unchanged
run --only-changed --csv rfc4180 -o results towns/north/ward lonely
check dialect says_not unchanged
run --only-changed --csv rfc4180 -o results towns/north/ward lonely
check dialect_again test "$(grep -c ': unchanged' out)" = 2
run --only-changed --csv rfc4180 --draws 2 --input-draws 0 -o results lonely
check draws says_not unchanged
run --only-changed --csv rfc4180 --draws 2 --input-draws 0 -o results lonely
check draws_again says unchanged
run --only-changed --csv rfc4180 --draws 2 --input-draws 0 --seed 2 -o results lonely
check seed says_not unchanged
"$binary" run --only-changed --csv rfc4180 --draws 2 --input-draws 0 --seed 2 --lang nb -o results lonely >out 2>err
check language says_not uendret
# Results that are torn, of another version or gone are made again.
torn() { run -q -o results lonely; "$@"; run --only-changed -o results lonely; says_not unchanged; }
check torn_file torn sh -c 'echo x >>results/lonely/overview.csv'
check torn_gone torn rm results/lonely/report.html
check torn_list torn rm results/lonely/results.sha256
told_otherwise() { # SED: evidence.json, and its hash in the list with it
  sed -i "$1" results/lonely/evidence.json
  (cd results/lonely && sha256sum $(cut -c67- results.sha256) >list && mv list results.sha256)
}
check version torn told_otherwise 's/"version": "[^"]*"/"version": "0.0.1"/'
check older_form torn told_otherwise 's/"results_form": [0-9]*/"results_form": 1/'
told_the_same() { ! torn told_otherwise 's/"results_form": [0-9]/&/'; }
check told_the_same told_the_same
run --only-changed --strict -o results lonely
check strict_refused ended 2
check strict_told complains 'what is not solved again is not judged'

# ---------------------------------------------------------------- the pages are part of what was asked

run -q -o results lonely
run --only-changed --full -o results lonely
check one_page_anew says_not unchanged
check one_page eval '[ ! -e results/lonely/details.html ]'
run --only-changed --full -o results lonely
check one_page_unchanged says unchanged
run --only-changed -o results lonely
check two_pages_anew says_not unchanged

# ---------------------------------------------------------------- one document of all

told() { # what the document says of them
  python3 -c 'import json, sys
d = json.load(open("out"))
print(d["status"], *[s["results"] for s in d["scenarios"]], *[len(s["tables"]["overview"]) for s in d["scenarios"]])'
}
run -j 2 --json -o results towns/north/ward broken lonely
check document_status ended 3
check document_told eval '[ "$(told)" = "3 results/ward results/lonely 1 1" ] || { told; false; }'
mv out document
run -j 1 --json -o results towns/north/ward broken lonely
check document_bytes cmp out document
run --json --only-changed -o results lonely
check document_whole ended 2

# ---------------------------------------------------------------- another run tidies up the same folder

# It takes a folder just made, and not yet marked, for what a killed run has left: the folder is made anew.
mkdir tidied
python3 -c 'import os
while not os.path.exists("over"):
    for name in os.listdir("tidied"):
        if ".new-" in name:
            try:
                os.rmdir("tidied/" + name)
            except OSError:
                pass' &
tidying=$!
for w in 1 2 3 4 5 6; do cp -r lonely tidy_$w; done
run -q -o tidied tidy_[1-6]
check tidied_ended ended 0
check tidied_whole eval '[ "$(ls tidied | wc -l)" = 6 ]'
run -q -o tidied tidy_[1-6]
check tidied_again ended 0
touch over
wait $tidying

finish
