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


def same(cell, text, head):
    """Is what the sheet holds what the CSV file says? Codes are shown by their labels, so words are not compared."""
    if text == "":
        return cell.value is None or head == "measure"  # of no measure: today
    if isinstance(cell.value, (datetime.datetime, datetime.date)):
        return cell.value.strftime("%Y-%m-%d") == text
    if isinstance(cell.value, (int, float)):
        return number_of(text) is not None and abs(cell.value - number_of(text)) < 1e-6
    return isinstance(cell.value, str)


def check_sheet(sheet, path, name):
    rows = csv_rows(path)
    check(str(sheet.freeze_panes).endswith("2"), f"{name}: the head is frozen", sheet.freeze_panes)
    check(sheet.print_title_rows == "$1:$1", f"{name}: the head is printed on every page", sheet.print_title_rows)
    check(sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToHeight == 0, f"{name}: fits on paper")
    check("&P" in (sheet.oddFooter.right.text or ""), f"{name}: pages have numbers")
    check(sheet.auto_filter.ref is not None, f"{name}: rows can be filtered")
    cut = sheet.max_row < len(rows)  # then it says so beside the table
    columns = len(rows[0]) + (2 if cut else 0)
    check(sheet.max_column == columns, f"{name}: columns", f"{sheet.max_column} for {columns}")
    check_hidden(sheet, rows, name, cut)
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
        for cell, text, head in zip(cells, texts, rows[0])
        if not same(cell, text, head)
    ]
    check(not wrong, f"{name}: every cell is that of {path.name}", "; ".join(wrong[:3]))
    for column, head in enumerate(rows[0], 1):
        if head.endswith("_kr"):
            total = sum(sheet.cell(r, column).value or 0 for r in range(2, len(rows) + 1))
            wanted = sum(number_of(row[column - 1]) or 0 for row in rows[1:])
            check(abs(total - wanted) < 0.005, f"{name}: sum of {head}", f"{total} for {wanted}")
            filled = [sheet.cell(r, column) for r in range(2, len(rows) + 1) if sheet.cell(r, column).value is not None]
            check(all("kr" in cell.number_format for cell in filled), f"{name}: {head} is shown in kroner")


def check_hidden(sheet, rows, name, cut):
    """Hidden are the columns without any value, and only those."""
    for column, head in enumerate(rows[0], 1):
        letter = openpyxl.utils.get_column_letter(column)
        hidden = any(d.hidden and d.min <= column <= d.max for d in sheet.column_dimensions.values() if d.min)
        blank = all(row[column - 1] == "" for row in rows[1:])
        check(hidden == blank or (cut and hidden), f"{name}: column {letter} {head} is hidden where it is blank")
        if head == "verdict" and not blank:
            check(all(sheet.cell(r, column).fill.fgColor.rgb != "00000000" for r in range(2, min(sheet.max_row, 50) + 1)),
                  f"{name}: verdicts have a ground of their own")


def check_answer(book, name, overview):
    """The first sheet has every measure and its claim; it is the one that opens."""
    answer, measures = book.worksheets[0], csv_rows(overview) if overview.exists() else []
    check(book.active.title == answer.title, f"{name}: the answer opens first", book.active.title)
    texts = {cell.value for row in answer.iter_rows() for cell in row}
    check(all(row[1] in texts for row in measures[1:]), f"{name}: every measure stands in the answer")
    check(not any(cell.data_type == "f" for row in answer.iter_rows() for cell in row), f"{name}: no formula")


def check_charts(book, name):
    """Charts read cells that are there, and have titles."""
    for sheet in book.worksheets:
        for chart in sheet._charts:
            check(chart.title is not None, f"{name}: {sheet.title}: a chart has a title")
            for series in chart.series:
                values = series.yVal if hasattr(series, "yVal") and series.yVal else series.val
                at = values.numRef.f if values and values.numRef else ""
                title = at.rsplit("!", 1)[0].strip("'").replace("''", "'")
                check(title in book.sheetnames, f"{name}: {sheet.title}: a chart reads cells", at)


def check_book(path):
    name = path.parent.name
    print(name)
    book = openpyxl.load_workbook(path)
    contents = book.worksheets[1]
    linked = [row for row in contents.iter_rows(min_row=5) if row[0].hyperlink]
    check({row[0].value for row in linked} == {s.title for s in book.worksheets if s is not contents},
          f"{name}: the contents link to every sheet")
    listed = {row[0].value: row[3].value for row in linked if row[3].value}
    check_answer(book, name, path.parent / "overview.csv")
    check_charts(book, name)
    check(book.properties.created.time() == datetime.time(0), f"{name}: no clock in the workbook")
    for sheet in book.worksheets:
        if sheet.title not in listed:
            continue
        source = path.parent / listed[sheet.title]
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
