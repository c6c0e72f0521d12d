#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The results of one scenario in one language, opened in Chromium and read back as a workbook.
# Usage, where the Makefile is: report.sh BINARY BUILD SCREENSHOTS LANGUAGE SCENARIO, SCREENSHOTS a folder or -. What was
# found stands in BUILD/log/LANGUAGE-NAME: a line "N passed, M failed" for the report and one for the workbook.
set -eu
. tests/support/made.sh
binary=$1 build=$2 screenshots=$3 language=$4 scenario=$5
name=$(basename "$scenario")
results=$build/output/$language/$name

# Solves it where need be; what is printed stands in RESULTS.printed.
make_results() {
  case $scenario in
  "$build"/hostile/*)
    "$binary" check --lang "$language" "$scenario" &&
      "$binary" run --lang "$language" -o "$build/output/$language" "$scenario" &&
      "$binary" compare --lang "$language" "$scenario" &&
      "$binary" explain --lang "$language" "$scenario" M1 &&
      "$binary" levels --lang "$language" -o "$build/output/$language" --unit ward --from 10 --to 14 --draws 40 "$scenario"
    ;;
  *) if made_by_run "$binary" "$scenario" "$language"; then cp -r "output/$name" "$results"; else
    "$binary" run --lang "$language" -o "$build/output/$language" "$scenario"
  fi ;;
  esac
}

mkdir -p "$build/output/$language"
{
  began=$(date +%s)
  make_results >"$results.printed" 2>&1 || cat "$results.printed"
  solved=$(date +%s)
  node "$build/run.mjs" "$results" "$scenario" po/nb.po "$screenshots" || true
  looked=$(date +%s)
  /usr/bin/python3 tests/browser/workbook.py "$results" || true
  echo "  $((solved - began)) s to make, $((looked - solved)) s in Chromium, $(($(date +%s) - looked)) s in openpyxl"
} >"$build/log/$language-$name" 2>&1
