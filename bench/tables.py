# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios of any size, made from those that are shipped: units, measures and types of position."""
import shutil
from pathlib import Path

CATEGORIES = ("nurse", "skilled", "assistant")
WEEKENDS = (2, 3, 4)  # every so many
PERCENTS = {36: (100, 75, 50, 20), 108: (100, 90, 80, 75, 70, 60, 55, 50, 40, 30, 25, 20)}


def number(value):
    """As the template writes it."""
    return f"{value:g}".replace(".", ",")


class Folder:
    """The tables of a scenario: a header and rows of cells for each file, comments left out."""

    def __init__(self, source):
        self.tables = {}
        for file in sorted(Path(source).glob("*.csv")):
            lines = [line for line in file.read_text("utf-8-sig").splitlines() if line and line[0] != "#"]
            cells = [line.split(";") for line in lines]
            self.tables[file.stem] = (cells[0], cells[1:])

    def column(self, table, name):
        return self.tables[table][0].index(name)

    def rows(self, table):
        return self.tables[table][1]

    def set_rows(self, table, rows):
        self.tables[table] = (self.tables[table][0], rows)

    def keep(self, table, column, *values):
        at = self.column(table, column)
        self.set_rows(table, [row for row in self.rows(table) if row[at] in values])

    def write(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, (header, rows) in self.tables.items():
            text = "".join(";".join(row) + "\n" for row in [header, *rows])
            (folder / f"{name}.csv").write_text(text, "utf-8")


def vary(folder, table, column, by):
    """One more and one more: so that no unit's programme is another's."""
    at = folder.column(table, column)
    row = next(row for row in folder.rows(table) if row[0] == by[0])
    row[at] = number(float(row[at].replace(",", ".")) + by[1])


def wards(template, count):
    """So many wards, slightly unlike each other, each with the one measure of the template."""
    folder = Folder(template)
    for table in ("units", "shifts", "need", "groups", "norm"):
        copies = []
        for ward in range(count):
            copies += [[f"ward{ward}", *row[1:]] for row in folder.rows(table)]
        folder.set_rows(table, copies)
    for ward in range(count):
        vary(folder, "need", "persons", (f"ward{ward}", ward / 100))
        vary(folder, "groups", "heads", (f"ward{ward}", ward / 50))
    for table in ("measures", "claims", "edits"):
        copies = []
        for ward in range(count):
            copies += [[f"M{ward}", *row[1:]] for row in folder.rows(table)]
            for row in copies[-len(folder.rows(table)):]:
                row[:] = [cell.replace("unit=ward ", f"unit=ward{ward} ") for cell in row]
        folder.set_rows(table, copies)
    del folder.tables["accounts"]
    return folder


def measures(template, count):
    """One ward and so many measures, each of which starts on a day of its own and leaves a little less to do."""
    folder = Folder(template)
    measure, claim, edit = folder.rows("measures")[0], folder.rows("claims")[0], folder.rows("edits")[0]
    at = {name: folder.column("measures", name) for name in ("start", "title")}
    value, change = folder.column("edits", "value"), folder.column("edits", "change")
    made = {"measures": [], "claims": [], "edits": []}
    for i in range(count):
        new = [f"M{i}", *measure[1:]]
        new[at["start"]] = f"2026-{1 + i % 12:02}-{1 + 9 * (i // 12) + i % 3:02}"
        new[at["title"]] = f"Measure {i}"
        made["measures"].append(new)
        made["claims"].append([f"M{i}", *claim[1:]])
        made["edits"].append([f"M{i}", *edit[1:]])
        made["edits"][-1][change], made["edits"][-1][value] = "multiply", number(0.97 - 0.002 * i)
    for table, rows in made.items():
        folder.set_rows(table, rows)
    return folder


def one_ward(rennebu):
    """Skauma in 2024, with nothing but an amount as a measure."""
    folder = Folder(rennebu)
    for table in ("units", "shifts", "need", "groups", "norm", "absence", "sources", "catalogue", "design"):
        folder.keep(table, "unit", "skauma", "")
    for table in ("measures", "claims", "amounts"):
        folder.keep(table, "measure", "kad")
    folder.keep("claims", "year", "2024")
    del folder.tables["edits"]
    for row in folder.rows("settings"):
        if row[0] == "last_year":
            row[1] = "2024"
    return folder


def redesign(rennebu, types):
    """That ward with a catalogue of so many types of position, or 0: none. 8 are those that are shipped."""
    folder = one_ward(rennebu)
    if not types:
        del folder.tables["catalogue"], folder.tables["design"]
    elif types in PERCENTS:
        header = folder.tables["catalogue"][0]
        rows = []
        for category in CATEGORIES:
            for percent in PERCENTS[types]:
                for every in WEEKENDS:
                    cells = {"unit": "skauma", "type": f"{category}_{percent}_{every}", "title": "Type", "category": category,
                             "most_heads": "6", "position_percent": str(percent), "weekend_every": str(every)}
                    rows.append([cells.get(column, "") for column in header])
        folder.set_rows("catalogue", rows)
    return folder
