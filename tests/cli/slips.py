# SPDX-License-Identifier: GPL-3.0-or-later
# Writes "?!" into one cell after the other of the last row of every sheet, and asks check:
#
#   slips.py BINARY WORKBOOK...     ends with 1 where a slip passes, or the message is not of its sheet and cell
import os
import re
import subprocess
import sys
import zipfile

# Columns in which any text is right; of a title row or a note nothing is read.
FREE = {"tittel", "kilde", "merknad", "rolle", "ansvar", "navn", "begrunnelse", "sted", "kommentar",
        ("tiltak", "enhet")}
CELL = r'<c r="%s"( s="\d+")?(?: t="\w+")?>.*?</c>'
binary, books = sys.argv[1], sys.argv[2:]
refused, wrong = 0, []
for path in books:
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    shared = re.findall(r"<si>(?:<t[^>]*>(.*?)</t>|.*?)</si>", parts["xl/sharedStrings.xml"], re.S)
    names = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"])
    for number, sheet in enumerate(names, 1):
        part = "xl/worksheets/sheet%d.xml" % number
        cells = re.findall(r'<c r="([A-Z]+)(\d+)"(?: s="\d+")?(?: t="(\w+)")?>(?:<is><t>|<v>)(.*?)</', parts[part])
        if sheet.startswith("#") or not cells:
            continue
        rows = sorted({int(row) for _, row, _, _ in cells})
        named = [(column, int(row), shared[int(text)]) for column, row, kind, text in cells if kind == "s"]
        tops = [row for row in rows if sum(r == row and bool(re.fullmatch(r"[a-zæøå0-9_]+", t)) for _, r, t in named) > 1]
        head = {column: text for column, row, text in named if tops and row == tops[0] < rows[-1]}
        for column, row, _, _ in cells:
            if int(row) != rows[-1] or column not in head or head[column] in FREE or (sheet, head[column]) in FREE:
                continue
            changed = dict(parts)
            changed[part] = re.sub(CELL % (column + row), r'<c r="%s"\1 t="inlineStr"><is><t>?!</t></is></c>' % (column + row),
                                   parts[part], count=1, flags=re.S)
            assert changed[part] != parts[part], (sheet, column, row)
            with zipfile.ZipFile("slip.xlsx", "w") as slip:
                for name, text in changed.items():
                    slip.writestr(name, text)
            told = subprocess.run([binary, "check", "slip.xlsx", "--lang", "nb"], capture_output=True, text=True)
            os.remove("slip.xlsx")
            at = "slip.xlsx: %s!%s%s: " % (sheet, column, row)
            errors = [line for line in told.stderr.splitlines() if "advarsel" not in line]
            if told.returncode == 3 and any(line.startswith(at) for line in errors):
                refused += 1
            else:
                wrong.append((path, sheet, column + row, head[column], told.returncode, errors[:2]))
print(refused, "slips refused with their cell")
for slip in wrong:
    print(*slip)
sys.exit(refused < 100 or bool(wrong))
