# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds budget.csv of a folder of results (RFC 4180) against effects.csv: python3 budget.py FOLDER [-1 where a saving has a
minus]. Every measure and year stands in both; its lines add up to the effect of the answer booked, and what is entered to
that effect rounded to whole units, no line being further off than a unit."""
import csv
import decimal
import os
import sys

folder, sign = sys.argv[1], int((sys.argv + ["1"])[2])
UNITS = {"kr": 1, "1000_kr": 1000}


def rows(name):
    return csv.DictReader(open(os.path.join(folder, name), encoding="utf-8-sig", newline=""))


def rounded(kr):
    return int(kr.quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP))


effects = {(row["measure"], row["year"], row["positions"]): decimal.Decimal(row["effect_kr"] or 0) for row in rows("effects.csv")}
booked, entered, answer, unit, wrong = {}, {}, {}, 1, []
for row in rows("budget.csv"):
    key, kr, unit = (row["measure"], row["year"]), decimal.Decimal(row["booked_kr"]), UNITS[row["entry_in"]]
    answer.setdefault(key, row["booked"])
    booked[key] = booked.get(key, 0) + kr
    entered[key] = entered.get(key, 0) + sign * int(row["budget_entry"])
    if answer[key] != row["booked"] or not row["booked_why"]:
        wrong.append("%s: two answers, or no reason" % (key,))
    if abs(sign * int(row["budget_entry"]) - kr / unit) > 1:
        wrong.append("%s: %s entered for %s" % (key, row["budget_entry"], kr))
if set(answer) != {key[:2] for key in effects}:
    wrong.append("other measures and years than in effects.csv")
for key, word in answer.items():
    effect = effects[key + (word,)] if word != "nothing" else decimal.Decimal(0)
    if booked[key] != effect or entered[key] != rounded(effect / unit):
        wrong.append("%s: %s booked, %s entered, effect %s" % (key, booked[key], entered[key], effect))
print("\n".join(wrong[:20]))
print(len(answer), "measures and years")
sys.exit(1 if wrong or not answer else 0)
