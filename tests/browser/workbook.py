# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads report.xlsx in folders of results back with openpyxl and holds it against the CSV files beside it.

Usage: python3 workbook.py FOLDER... The last line is "N passed, M failed". Of long sheets the first rows are read cell
by cell, which takes openpyxl a minute for all of them; how sheets and charts are made, and that formulas are the program's
own and have their values, is looked up in the whole file.
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


def same(value, text, kind, head):
    """Is what the sheet holds what the CSV file says? Codes are shown by their labels, so words are not compared."""
    if text == "":
        return value is None or head == "measure"  # of no measure: today
    if isinstance(value, (datetime.datetime, datetime.date)):
        return kind != "number" and value.strftime("%Y-%m-%d") == text
    if isinstance(value, (int, float)):
        return number_of(text) is not None and abs(value - number_of(text)) < 1e-6
    return isinstance(value, str) and kind == "any"


def hidden_columns(data):
    """Numbers from 1, of the sheet's own XML."""
    hidden = set()
    for tag in re.findall(rb"<col [^>]*>", data):
        if b'hidden="1"' in tag:
            first, last = (int(re.search(rb' %s="(\d+)"' % end, tag)[1]) for end in (b"min", b"max"))
            hidden.update(range(first, last + 1))
    return hidden


REPORTED = {"responsible", "realised_kr", "to_date", "status_reason"}  # by hand, so never hidden
FOLLOWED = (": Follow-up", ": Oppfølging")
# Totals of a table's own stand below its sheet's rows.
TOTALS = {"sums.csv": ("population", "all"), "accounts.csv": ("line", "total")}


def parted(path):
    """The rows of a CSV file that stand among the sheet's rows, and those that stand below them as totals."""
    heads, *rows = csv_rows(path)
    column, word = TOTALS.get(path.name, (heads[0], None))
    at = heads.index(column)
    return heads, [row for row in rows if row[at] != word], [row for row in rows if row[at] == word]


def rows_above(data):
    """Rows from the first on, before the first that is not there: what stands below is apart."""
    numbers = [int(number) for number in re.findall(rb'<row r="(\d+)"', data)]
    return next((i for i, number in enumerate(numbers) if number != i + 1), len(numbers))


def check_totals(sheet, heads, cells, name, at_once):
    """Every number below the rows is the sum of those above whose words and year are the same; at_once: of all."""
    below = [row for row in sheet["cells"].iter_rows(min_row=sheet["rows"] + 2, max_col=len(heads))][1:]
    above = [[cell.value for cell in row] for row in cells]
    for row in below:
        values = [cell.value for cell in row]
        keys = [isinstance(value, str) or (head == "year" and value is not None) for head, value in zip(heads, values)]
        like = [other for other in above
                if at_once or all(value == there for key, value, there in zip(keys, values, other) if key)]
        for head, key, value, column in zip(heads, keys, values, range(len(heads))):
            if key or not isinstance(value, (int, float)):
                continue
            wanted = sum(other[column] or 0 for other in like)
            check(like and abs(value - wanted) < 0.005, f"{name}: sum {head}", f"{value} for {wanted}: {values}")


def check_form(sheet, head_names, rows, name):
    """Of the XML of sheet and workbook: openpyxl tells these only after it has read every cell."""
    data, written = sheet["data"], sheet["rows"]
    cut = written < len(rows) + 1  # then it says so beside the table
    head, tail = data[:4000], data[-8000:]
    check(re.search(rb'<pane [^>]*ySplit="1"[^>]*state="frozen"', head), f"{name}: the head is frozen")
    filtered = re.search(rb'<autoFilter ref="A1:([A-Z]+)(\d+)"', tail)
    check(filtered and int(filtered[2]) == written, f"{name}: rows can be filtered", filtered)
    last = openpyxl.utils.column_index_from_string(filtered[1].decode()) if filtered else 0
    check(last == len(head_names), f"{name}: columns", f"{last} for {len(head_names)}")
    check(b'orientation="landscape"' in tail and b'fitToHeight="0"' in tail, f"{name}: fits on paper")
    check(b"&amp;P" in tail, f"{name}: pages have numbers")
    check(sheet["title"] in sheet["repeated"], f"{name}: the head is printed on every page")
    blank = {c for c in range(1, len(head_names) + 1) if all(row[c - 1] == "" for row in rows)}
    blank -= {c for c in range(1, len(head_names) + 1) if head_names[c - 1] in REPORTED and name.endswith(FOLLOWED)}
    hidden = hidden_columns(head)
    check(blank == hidden or (cut and blank <= hidden), f"{name}: hidden are the columns without a value", hidden ^ blank)


def check_sums(heads, cells, rows, name):
    for column, head in enumerate(heads):
        if not head.endswith("_kr"):
            continue
        filled = [row[column] for row in cells if row[column].value is not None]
        total = sum(cell.value for cell in filled if isinstance(cell.value, (int, float)))
        wanted = sum(number_of(row[column]) or 0 for row in rows)
        check(abs(total - wanted) < 0.005, f"{name}: sum of {head}", f"{total} for {wanted}")
        check(all("kr" in cell.number_format for cell in filled), f"{name}: {head} is shown in kroner")


def check_sheet(sheet, path, name):
    heads, rows, _ = parted(path)
    kinds = kinds_of(heads, rows)
    check(sheet["rows"] <= len(rows) + 1, f"{name}: rows", f"{sheet['rows']} for {len(rows) + 1}")
    check_form(sheet, heads, rows, name)
    if sheet["rows"] < len(rows) + 1:
        return  # a very long one, cut to the rows that matter: the contents say so
    cells = list(sheet["cells"].iter_rows(min_row=2, max_row=min(sheet["rows"], ROWS_READ), max_col=len(heads)))
    wrong = [
        f"{cell.coordinate} {cell.value!r} for {text!r}"
        for row, texts in zip(cells, rows)
        for cell, text, kind, head in zip(row, texts, kinds, heads)
        if not same(cell.value, text, kind, head)
    ]
    check(not wrong, f"{name}: every cell is that of {path.name}", "; ".join(wrong[:3]))
    check(len(cells) == min(sheet["rows"], ROWS_READ) - 1, f"{name}: rows read", len(cells))
    check_sums(heads, cells, rows[: len(cells)], name)
    if sheet["rows"] <= ROWS_READ and path.name != "accounts.csv":  # the books' own totals hold more than is compared
        check_totals(sheet, heads, cells, name, path.name == "sums.csv")
    for column, head in enumerate(heads):
        if head == "verdict" and any(row[column] for row in rows):
            check(all(row[column].fill.fgColor.rgb != "00000000" for row in cells if row[column].value),
                  f"{name}: verdicts have a ground of their own")


def check_answer(book, name, overview):
    """The first sheet has every measure, and is the one that opens."""
    answer, measures = book.worksheets[0], csv_rows(overview) if overview.exists() else []
    texts = [str(cell.value) for row in answer.iter_rows() for cell in row]
    titles = [re.split(r"[^\w .,%-]", row[1].removeprefix("'"))[0] for row in measures[1:]]  # signs that steer are written out
    check(all(any(text.startswith(title) for text in texts) for title in titles), f"{name}: every measure stands in the answer")


def check_charts(archive, names, name):
    """Charts read cells of sheets that are there, and have titles."""
    charts = [part for part in archive.namelist() if part.startswith("xl/charts/chart")]
    for part in charts:
        data = archive.read(part).decode()
        at = re.findall(r"<c:f>(.*?)</c:f>", data)
        sheets = {ref.rsplit("!", 1)[0].strip("'").replace("''", "'").replace("&amp;", "&") for ref in at}
        check(at and sheets <= set(names), f"{name}: {part} reads cells", sheets)
        check("<c:title>" in data, f"{name}: {part} has a title")
    return len(charts)


def repeated_heads(archive):
    """Titles of the sheets whose first row is printed on every page."""
    workbook = archive.read("xl/workbook.xml").decode()
    names = re.findall(r'"_xlnm.Print_Titles"[^>]*>(?:[^<]*?!\$[A-Z]+:\$[A-Z]+,)?([^<]*?)!\$1:\$1<', workbook)
    return {title.strip("'").replace("''", "'").replace("&amp;", "&").replace("&#39;", "'") for title in names}


OWN_WORDS = {"IF", "OR", "ABS", "INDEX", "N", "SUM", "COUNTIF", "SUMPRODUCT", "SIGN", "EXACT", "ROUND", "green", "amber", "red", "grønn", "gul", "rød", "quot", "lt", "gt"}


def check_formulas(data, name):
    """The program's own functions, cells and lights, with their values."""
    words = set(re.findall(r"[^\W\d]+\b", re.sub(r"\$?[A-Z]+\$?\d+", "", " ".join(re.findall(r"<f>(.*?)</f>", data.decode())))))
    check(words <= OWN_WORDS, f"{name}: only formulas of the program's own", words - OWN_WORDS)
    check(data.count(b"<f>") == len(FORMULA.findall(data)), f"{name}: no formula of another kind")
    check(data.count(b"<f>") == len(re.findall(rb"</f><v>[^<]*</v>", data)), f"{name}: every formula has its value")


def check_book(path):
    name = f"{path.parent.parent.name}/{path.parent.name}"
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    archive = zipfile.ZipFile(path)
    repeated, titles = repeated_heads(archive), [sheet.title for sheet in book.worksheets]
    listed = {row[0].value: row[3].value for row in book.worksheets[1].iter_rows(min_row=5, max_col=4) if row[0].value}
    linked = archive.read("xl/worksheets/sheet2.xml").count(b"<hyperlink ")
    check(linked == len(titles) - 1, f"{name}: the contents link to every other sheet", f"{linked} of {len(titles) - 1}")
    check(set(titles) - {titles[1]} <= set(listed), f"{name}: the contents list every sheet", set(titles) - set(listed))
    check(book.properties.created.time() == datetime.time(0), f"{name}: no clock in the workbook")
    check_answer(book, name, path.parent / "overview.csv")
    check_charts(archive, titles, name)
    for number, sheet in enumerate(book.worksheets, 1):
        data = archive.read(f"xl/worksheets/sheet{number}.xml")
        source = listed.get(sheet.title)
        check_formulas(data, f"{name}: {sheet.title}")
        if not source:
            continue
        check((path.parent / source).exists(), f"{name}: {sheet.title} stands as CSV too", source)
        about = {"title": sheet.title, "cells": sheet, "data": data, "rows": rows_above(data), "repeated": repeated}
        check_sheet(about, path.parent / source, f"{name}: {sheet.title}")
    written = {file.name for file in path.parent.glob("*.csv") if file.read_text(encoding="utf-8-sig").count("\n") > 1}
    check(written <= set(listed.values()), f"{name}: every CSV file has a sheet", written - set(listed.values()))


books = sorted(book for folder in sys.argv[1:] for book in pathlib.Path(folder).rglob("report.xlsx"))
check(books, "there are workbooks", sys.argv[1:])
for book_path in books:
    check_book(book_path)
print(f"{counts[True]} passed, {counts[False]} failed")
sys.exit(1 if counts[False] else 0)
