# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a workbook with one more in the first cached number of a formula: python3 altered.py FROM TO."""
import re
import sys
import zipfile

book, done = zipfile.ZipFile(sys.argv[1]), False
with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as altered:
    for name in book.namelist():
        data = book.read(name)
        if name.startswith("xl/worksheets/sheet") and not done:
            data, count = re.subn(rb"(</f><v>)(-?[0-9.]+)(</v>)", lambda at: at[1] + b"%g" % (float(at[2]) + 1) + at[3], data, count=1)
            done = count > 0
        altered.writestr(name, data)
sys.exit(0 if done else 1)
