# SPDX-License-Identifier: GPL-3.0-or-later
"""Does a spreadsheet that computes every formula anew find what the program wrote there: python3 recalculated.py WRITTEN
COMPUTED. Both are .xlsx; the second is the first as LibreOffice saved it after computing all. Every cell with a formula is
compared; texts as they are, numbers to a thousandth."""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(path):
    book = zipfile.ZipFile(path)
    names = [sheet.get("name") for sheet in tree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
    strings = ["".join(text.itertext()) for text in tree.fromstring(book.read("xl/sharedStrings.xml"))]
    for number, name in enumerate(names, 1):
        cells = {}
        for cell in tree.fromstring(book.read("xl/worksheets/sheet%d.xml" % number)).iter(MAIN + "c"):
            value, formula = cell.find(MAIN + "v"), cell.find(MAIN + "f")
            text = "" if value is None or value.text is None else value.text
            cells[cell.get("r")] = (strings[int(text)] if cell.get("t") == "s" else text, formula is not None)
        yield name, cells


def same(one, two):
    try:
        return abs(float(one) - float(two)) < 0.001
    except ValueError:
        return one == two


written, computed = dict(sheets(sys.argv[1])), dict(sheets(sys.argv[2]))
wrong, count = [], 0
for name, cells in written.items():
    for at, (value, is_formula) in cells.items():
        count += is_formula
        found = computed[name].get(at, ("", False))
        if is_formula and (not same(value, found[0]) or not found[1]):
            wrong.append("%s!%s: %r written, %r computed" % (name, at, value, found[0]))
print("\n".join(wrong[:20]))
print(count, "formulas")
sys.exit(1 if wrong or not count else 0)
