# SPDX-License-Identifier: GPL-3.0-or-later
# For sh: what `make run` has written, so that no test solves it again.

# made_by_run BINARY SCENARIO LANGUAGE, where the Makefile is: does output/ hold its results in that language, newer than
# the program, its catalogues and the scenario?
made_by_run() {
  made=output/$(basename "$2")
  [ -e "$made/report.html" ] && head -c 100 "$made/report.html" | grep -q "<html lang=\"$3\">" &&
    [ -z "$(find "$1" build/locale "$2" scenarios/common -newer "$made/report.html" -print -quit)" ]
}
