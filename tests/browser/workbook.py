# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads report.xlsx in folders of results back with openpyxl and holds it against the CSV files beside it.

Usage: python3 workbook.py FOLDER... The last line is "N passed, M failed". Of long sheets the first rows are read cell
by cell, which takes openpyxl a minute for all of them; that no cell holds a formula is looked up in the whole file.
"""
import csv
import datetime
import pathlib
import re
import sys
import zipfile

import openpyxl

ROWS_READ = 2000
NUMBERS = re.compile(r"_(kr|h|fte|percent|heads|persons|days)$|^(year|rank|order|heads|persons)$")
DATE = re.compile(r"\d{4}-\d\d-\d\d$")
FORMULA = re.compile(rb"<f[ >/]")
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


def kinds_of(heads, rows):
    """Columns whose cells must be numbers or dates; in a column of several kinds a date is a word."""
    def kind(column, head):
        texts = [row[column] for row in rows if row[column] != ""]
        if texts and all(DATE.match(text) for text in texts):
            return "date"
        return "number" if NUMBERS.search(head) and all(number_of(text) is not None for text in texts) else "any"

    return [kind(column, head) for column, head in enumerate(heads)]


def same(value, text, kind):
    """Is what the sheet holds what the CSV file says? Codes are shown by their labels, so words are not compared."""
    if text == "":
        return value is None
    if isinstance(value, (datetime.datetime, datetime.date)):
        return kind != "number" and value.strftime("%Y-%m-%d") == text
    if isinstance(value, (int, float)):
        return number_of(text) is not None and abs(value - number_of(text)) < 1e-6
    return isinstance(value, str) and kind == "any"


def check_form(data, name, row_count, column_count):
    """Of the sheet's own XML: openpyxl tells these only after it has read every cell."""
    head, tail = data[:4000], data[-4000:]
    check(re.search(rb'<pane [^>]*ySplit="1"[^>]*topLeftCell="A2"[^>]*state="frozen"', head), f"{name}: the head is frozen")
    filtered = re.search(rb'<autoFilter ref="A1:([A-Z]+)(\d+)"', tail)
    check(filtered and int(filtered[2]) == row_count, f"{name}: rows can be filtered", filtered)
    check(not FORMULA.search(data), f"{name}: no formula")
    if filtered:
        last = openpyxl.utils.column_index_from_string(filtered[1].decode())
        check(last == column_count, f"{name}: columns", f"{last} for {column_count}")


def check_sums(heads, cells, rows, name):
    for column, head in enumerate(heads):
        if not head.endswith("_kr"):
            continue
        filled = [row[column] for row in cells if row[column].value is not None]
        total = sum(cell.value for cell in filled if isinstance(cell.value, (int, float)))
        wanted = sum(number_of(row[column]) or 0 for row in rows)
        check(abs(total - wanted) < 0.005, f"{name}: sum of {head}", f"{total} for {wanted}")
        check(all("kr" in cell.number_format for cell in filled), f"{name}: {head} is shown in kroner")


def check_sheet(sheet, data, path, name):
    heads, *rows = csv_rows(path)
    kinds = kinds_of(heads, rows)
    written = data.count(b"<row ")
    check(written <= len(rows) + 1, f"{name}: rows", f"{written} for {len(rows) + 1}")  # a very long one is cut
    check_form(data, name, written, len(heads))
    cells = [row for row in sheet.iter_rows(min_row=2, max_row=min(written, ROWS_READ), max_col=len(heads))]
    wrong = [
        f"{cell.coordinate} {cell.value!r} for {text!r}"
        for row, texts in zip(cells, rows)
        for cell, text, kind in zip(row, texts, kinds)
        if not same(cell.value, text, kind)
    ]
    check(not wrong, f"{name}: every cell is that of {path.name}", "; ".join(wrong[:3]))
    check(len(cells) == min(written, ROWS_READ) - 1, f"{name}: rows read", len(cells))
    check_sums(heads, cells, rows[: len(cells)], name)


def check_book(path):
    name = f"{path.parent.parent.name}/{path.parent.name}"
    book = openpyxl.load_workbook(path, read_only=True)
    archive = zipfile.ZipFile(path)
    contents = book.worksheets[0]
    listed = {row[0].value: row[3].value for row in contents.iter_rows(min_row=6, max_col=4) if row[0].value}
    check(set(listed) == {sheet.title for sheet in book.worksheets[2:]}, f"{name}: the contents list every sheet")
    check(book.properties.created.time() == datetime.time(0), f"{name}: no clock in the workbook")
    for number, sheet in enumerate(book.worksheets, 1):
        data = archive.read(f"xl/worksheets/sheet{number}.xml")
        if number <= 2:
            check(not FORMULA.search(data), f"{name}: {sheet.title}: no formula")
            continue
        source = path.parent / listed.get(sheet.title, "?")
        check(source.exists(), f"{name}: {sheet.title} stands as CSV too", source.name)
        if source.exists():
            check_sheet(sheet, data, source, f"{name}: {sheet.title}")
    written = {file.name for file in path.parent.glob("*.csv") if file.read_text(encoding="utf-8-sig").count("\n") > 1}
    check(written <= set(listed.values()), f"{name}: every CSV file has a sheet", written - set(listed.values()))


books = sorted(book for folder in sys.argv[1:] for book in pathlib.Path(folder).rglob("report.xlsx"))
check(books, "there are workbooks", sys.argv[1:])
for book_path in books:
    check_book(book_path)
print(f"{counts[True]} passed, {counts[False]} failed")
sys.exit(1 if counts[False] else 0)
