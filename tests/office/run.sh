#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Workbooks through LibreOffice: a scenario that it has opened and saved says the same as before, in its own format too.
#
#   tests/office/run.sh BINARY      the last line is "N passed, M failed (office)"
. "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.bash" "$1"
office=$here/../office

# In a profile of its own, so that no other that is open stands in the way.
saved() { # FILE FORMAT FOLDER: the file as LibreOffice saves it
  timeout 120 soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$2" --outdir "$3" "$1" >office.out 2>&1 &&
    [ -s "$3/$(basename "${1%.*}").$2" ] || { cat office.out; return 1; }
}
run() { # FOLDER SCENARIO: into FOLDER
  timeout 300 "$binary" run -q --lang "$language" --csv rfc4180 -o "$1" "$2" 2>"$1.err" || { cat "$1.err"; return 1; }
}
same() { python3 "$office/same.py" "$1" "$2"; }
fails() { ! "$@"; }

mkdir saved
for language in en nb; do
  "$binary" new --lang $language ward_$language.xlsx >out
  check new_${language}_runs run new ward_$language.xlsx
  check new_${language}_saved saved ward_$language.xlsx xlsx saved
  check new_${language}_saved_runs run of_xlsx saved/ward_$language.xlsx
  check new_${language}_the_same same new/ward_$language of_xlsx/ward_$language
done

# A shipped scenario as a folder, and as a workbook saved as .xlsx and .ods.
language=en shipped=new-record-system
check folder_runs run folder "$scenarios/$shipped"
mkdir plain # beside the others, for the shared tables are found from where the workbook lies
"$binary" new "plain/$shipped.xlsx" --from "$scenarios/$shipped" >out
for format in xlsx ods; do
  mkdir as_$format
  check shipped_${format}_saved saved "plain/$shipped.xlsx" $format as_$format
  check shipped_${format}_runs run of_$format as_$format/$shipped.$format
  check shipped_${format}_the_same same folder/$shipped of_$format/$shipped
done

# Every formula of the report, computed anew whatever stands there, comes to what the program wrote. In the first case some
# measures have reported; in the second one more is filled in as a controller would, and the sheet answers.
mkdir -p profile/user computed
cat >profile/user/registrymodifications.xcu <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
END
computed() { # REPORT
  rm -f computed/*
  saved "$1" xlsx computed && python3 "$office/recalculated.py" "$1" "computed/$(basename "$1")"
}
check reported_runs run reports "$here/cases/followup_base"
check reported_computed computed reports/followup_base/report.xlsx
check unreported_computed computed new/ward_nb/report.xlsx
# A value that is not what the formula comes to is found.
python3 "$office/altered.py" reports/followup_base/report.xlsx altered.xlsx
check finds_a_stale_value fails computed altered.xlsx

# The comparison finds a krone.
cp -r folder/$shipped other
sed -i '2s/[0-9]\{3\}\.[0-9][0-9],/&1/' other/effects.csv
check finds_a_difference fails same folder/$shipped other

finish | sed "s|\( failed\)$|\1 (office)|"
[ $failed = 0 ]
