# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up data.csv of folders of results and holds it against the tables it is made of, to the øre and the tenth of an
hour; no cell is blank, no row a total.

Usage: python3 data.py FOLDER... The last line is "N passed, M failed".
"""
import collections
import csv
import decimal
import pathlib
import sys

counts = {True: 0, False: 0}
WEEKS = ("own_h", "extra_h", "substitute_h", "overtime_h", "agency_h")


def check(good, what, detail=""):
    counts[bool(good)] += 1
    if not good:
        print(f"FAILED {what}: {detail}")


def rows_of(path):
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8-sig")
    head = text.split("\n", 1)[0]
    return list(csv.DictReader(text.splitlines(keepends=True), delimiter=next(s for s in ";\t," if s in head)))


def number(text):
    return decimal.Decimal(text.replace(",", ".")) if text else decimal.Decimal(0)


def summed(rows, keys, column="amount"):
    sums = collections.defaultdict(decimal.Decimal)
    for row in rows:
        sums[tuple(row[key] for key in keys)] += number(row[column])
    return {key: value for key, value in sums.items() if value}


def agree(name, found, wanted):
    wanted = {key: value for key, value in wanted.items() if value}
    wrong = [f"{key}: {found.get(key)} for {wanted.get(key)}" for key in {**found, **wanted} if found.get(key) != wanted.get(key)]
    check(not wrong, name, "; ".join(wrong[:3]))


def check_kroner(name, data, folder):
    kr = [row for row in data if row["counted_in"] == "kr"]
    saved = [row for row in kr if row["row_kind"] == "saved"]
    today = [row for row in kr if row["row_kind"] == "today"]
    ledger = rows_of(folder / "ledger.csv")
    key = ("measure", "year", "positions")
    agree(f"{name}: effect_kr of effects.csv", summed(saved, key), summed(rows_of(folder / "effects.csv"), key, "effect_kr"))
    lines = [row for row in saved if row["line"] != "empty_hours"]
    agree(f"{name}: effect_kr of ledger.csv", summed(lines, (*key, "line")), summed(ledger, (*key, "line"), "effect_kr"))
    today_of = [row for row in ledger if not row["measure"]]
    agree(f"{name}: baseline_kr of ledger.csv", summed(today, key[1:] + ("line",)), summed(today_of, key[1:] + ("line",), "baseline_kr"))
    kept = [row for row in today if row["positions"] == "kept"]
    agree(f"{name}: cost_kr of units.csv", summed(kept, ("unit", "year")), summed(rows_of(folder / "units.csv"), ("unit", "year"), "cost_kr"))


def check_hours(name, data, folder):
    h = [row for row in data if row["counted_in"] == "h"]
    key = ("measure", "year", "positions", "unit")
    weeks = rows_of(folder / "weeks.csv")
    for line in WEEKS:
        told = summed([row for row in h if row["line"] == line], key)
        sums = summed(weeks, key, line)
        plans = {tuple(row[k] for k in key) for row in weeks}
        wanted = {("(today)" if not plan[0] else plan[0], *plan[1:]):
                  sums.get(plan, 0) if not plan[0] else sums.get(("", *plan[1:]), 0) - sums.get(plan, 0) for plan in plans}
        agree(f"{name}: {line} of weeks.csv", told, wanted)


def check_positions(name, data, folder):
    """comparison.csv has them to two decimals."""
    told = summed([row for row in data if row["counted_in"] == "fte"], ("measure", "year", "positions"))
    rows = rows_of(folder / "comparison.csv")
    of = {(row["measure"], row["year"], row["positions"]): number(row["contracted_fte"]) for row in rows}
    for plan, fte in of.items():
        today = of["", *plan[1:]]
        wanted = fte if not plan[0] else today - fte
        found = told.get((plan[0] or "(today)", *plan[1:]), decimal.Decimal(0))
        check(abs(found - wanted) < decimal.Decimal("0.02"), f"{name}: positions of {plan}", f"{found} for {wanted}")


for argument in sys.argv[1:]:
    folder = pathlib.Path(argument)
    data = rows_of(folder / "data.csv")
    check(data, f"{folder.name}: there are rows")
    check(all(cell for row in data for cell in row.values()), f"{folder.name}: no cell is blank")
    check(all(number(row["amount"]) for row in data), f"{folder.name}: no row says nothing")
    keys = [tuple(value for column, value in row.items() if column != "amount") for row in data]
    check(len(keys) == len(set(keys)), f"{folder.name}: every row says something of its own",
          [key for key, count in collections.Counter(keys).items() if count > 1][:3])
    check_kroner(folder.name, data, folder)
    check_hours(folder.name, data, folder)
    check_positions(folder.name, data, folder)
print(f"{counts[True]} passed, {counts[False]} failed")
sys.exit(1 if counts[False] else 0)
