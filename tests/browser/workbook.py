# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every report.xlsx in a folder of results back with openpyxl and holds it against the CSV files beside it.

Usage: python3 workbook.py FOLDER. The last line is "N passed, M failed".
"""
import csv
import datetime
import pathlib
import sys

import openpyxl

counts = {True: 0, False: 0}


def check(good, what, detail=""):
    counts[bool(good)] += 1
    if not good:
        print(f"  FAILED: {what}: {detail}")


def csv_rows(path):
    text = path.read_text(encoding="utf-8-sig")
    separator = next((sign for sign in ";\t," if sign in text.split("\n", 1)[0]), ";")
    return list(csv.reader(text.splitlines(keepends=True), delimiter=separator))


def number_of(text):
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def same(cell, text):
    """Is what the sheet holds what the CSV file says? Codes are shown by their labels, so words are not compared."""
    if text == "":
        return cell.value is None
    if isinstance(cell.value, (datetime.datetime, datetime.date)):
        return cell.value.strftime("%Y-%m-%d") == text
    if isinstance(cell.value, (int, float)):
        return number_of(text) is not None and abs(cell.value - number_of(text)) < 1e-6
    return isinstance(cell.value, str)


def check_sheet(sheet, path, name):
    rows = csv_rows(path)
    check(sheet.freeze_panes == "A2", f"{name}: the head is frozen", sheet.freeze_panes)
    check(sheet.auto_filter.ref is not None, f"{name}: rows can be filtered")
    check(sheet.max_column == len(rows[0]), f"{name}: columns", f"{sheet.max_column} for {len(rows[0])}")
    for row in sheet.iter_rows():
        if any(cell.data_type == "f" for cell in row):
            check(False, f"{name}: a formula", row[0].coordinate)
            return
    if sheet.max_row != len(rows):
        check(sheet.max_row < len(rows), f"{name}: rows", f"{sheet.max_row} for {len(rows)}")
        return  # a long table, cut: the contents say so
    wrong = [
        f"{cell.coordinate} {cell.value!r} for {text!r}"
        for cells, texts in zip(sheet.iter_rows(min_row=2), rows[1:])
        for cell, text in zip(cells, texts)
        if not same(cell, text)
    ]
    check(not wrong, f"{name}: every cell is that of {path.name}", "; ".join(wrong[:3]))
    for column, head in enumerate(rows[0], 1):
        if head.endswith("_kr"):
            total = sum(sheet.cell(r, column).value or 0 for r in range(2, len(rows) + 1))
            wanted = sum(number_of(row[column - 1]) or 0 for row in rows[1:])
            check(abs(total - wanted) < 0.005, f"{name}: sum of {head}", f"{total} for {wanted}")
            filled = [sheet.cell(r, column) for r in range(2, len(rows) + 1) if sheet.cell(r, column).value is not None]
            check(all("kr" in cell.number_format for cell in filled), f"{name}: {head} is shown in kroner")


def check_book(path):
    name = path.parent.name
    print(name)
    book = openpyxl.load_workbook(path)
    contents = book.worksheets[0]
    listed = {row[0].value: row[3].value for row in contents.iter_rows(min_row=6) if row[0].value}
    check(set(listed) == {sheet.title for sheet in book.worksheets[2:]}, f"{name}: the contents list every sheet")
    check(book.properties.created.time() == datetime.time(0), f"{name}: no clock in the workbook")
    for sheet in book.worksheets[2:]:
        source = path.parent / listed.get(sheet.title, "?")
        check(source.exists(), f"{name}: {sheet.title} stands as CSV too", source.name)
        if source.exists():
            check_sheet(sheet, source, f"{name}: {sheet.title}")
    written = {file.name for file in path.parent.glob("*.csv") if len(csv_rows(file)) > 1}
    check(written <= set(listed.values()), f"{name}: every CSV file has a sheet", written - set(listed.values()))


books = sorted(pathlib.Path(sys.argv[1]).rglob("report.xlsx"))
check(books, "there are workbooks")
for book_path in books:
    check_book(book_path)
print(f"{counts[True]} passed, {counts[False]} failed")
sys.exit(1 if counts[False] else 0)
