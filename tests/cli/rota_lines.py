# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every rota that a run has written against the scenario and the law, from the rules alone. Knows nothing of the program.

    rota_lines.py SCENARIO RESULTS LEAST

    rota_lines.py --plant SCENARIO RESULTS LEAST

Reads groups, shifts, need and edits of SCENARIO, and rotas.csv and rota_lines.csv of RESULTS, of which there must be LEAST
rotas. Says what is wrong, a line for each; nothing and status 0 where all is well. With --plant a hundred breaches, one at
a time, are put into the rotas; says which were not refused for what they are. For scenarios that change no rule of rotas.
"""
import copy
import csv
import random
import shlex
import sys
from collections import Counter
from itertools import accumulate, groupby
from pathlib import Path

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAY, SLOT = 24 * 60, 15  # minutes
REST_MIN, WEEKLY_REST_MIN, WEEK_MIN = 11 * 60, 35 * 60, 54 * 60
AVERAGES = [(8, 48 * 60, False), (4, 8 * 60 * (7 * 24 - 35) / 24, True)]  # weeks, minutes a week, of those with nights
PLANTED = 100


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader((row for row in file if not row.startswith("#")), delimiter=";"))


def number(text):
    return float(text.replace(",", "."))


def clock(text):
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


# ---------------------------------------------------------------- the scenario, as a measure leaves it

class Scenario:
    def __init__(self, folder):
        self.folder = Path(folder)
        settings = {row["setting"]: row["value"] for row in read(self.folder / "settings.csv")}
        common = [self.folder / settings["common"]] if "common" in settings else []
        places = [place / "categories.csv" for place in common + [self.folder]]
        self.categories = {row["category"]: row for place in places if place.exists() for row in read(place)}
        self.levels = {code: int(row["level"]) for code, row in self.categories.items()}
        self.edits = read(self.folder / "edits.csv")

    def table(self, name, measure, year):
        rows = read(self.folder / f"{name}.csv")
        for edit in self.edits:
            begun = not edit.get("from") or edit["from"] <= f"{year}-01-01"
            if edit["measure"] == measure and edit["table"] == name and begun:
                change(rows, edit)
        return rows

    def week_min(self, group):
        full_h = group.get("full_time_week_h") or self.categories[group["category"]]["full_time_week_h"]
        return 60 * number(full_h) * number(group["position_percent"]) / 100


def change(rows, edit):
    where = dict(part.split("=", 1) for part in shlex.split(edit["where"]))
    for row in rows:
        if any((row[column] or "") != value for column, value in where.items()):
            continue
        added = edit["change"] == "add"
        row[edit["column"]] = str(number(row[edit["column"]]) + number(edit["value"])) if added else edit["value"]


# ---------------------------------------------------------------- one rota

class Rota:
    """Lines of a unit, a measure and a year: `days` has the shift of each day, "-" where off."""

    def __init__(self, scenario, told, rows):
        self.told, self.weeks = told, int(told["rota_weeks"])
        self.name = f"{told['measure'] or 'today'} {told['year']} {told['unit']}"
        self.scenario = scenario
        of_unit = lambda name: [row for row in scenario.table(name, told["measure"], told["year"]) if row["unit"] == told["unit"]]
        self.groups = {row["group"]: row for row in of_unit("groups")}
        self.need = of_unit("need")
        self.shifts = {row["shift"]: span(row) for row in of_unit("shifts")}
        self.lines = []
        for _, line in groupby(rows, key=lambda row: row["rota_line"]):
            self.lines.append(list(line))
        self.days = [[row[day] or "-" for row in line for day in DAYS] for line in self.lines]

    def paid(self, days):
        return sum(self.shifts[shift][2] for shift in days if shift != "-")


def span(row):
    start, end = clock(row["start"]), clock(row["end"])
    end += DAY if end <= start else 0
    return start, end, end - start - int(row.get("unpaid_break_min") or 0)


def spans(rota, days):
    return [(t * DAY + rota.shifts[s][0], t * DAY + rota.shifts[s][1]) for t, s in enumerate(days) if s != "-"]


def check_rest(rota, days):
    worked = spans(rota, days)
    if worked:
        worked.append((worked[0][0] + len(days) * DAY, 0))
    if any(start - end < REST_MIN for (_, end), (start, _) in zip(worked, worked[1:])):
        yield "rest"


def check_weekly_rest(rota, days):
    length = len(days) * DAY
    worked = spans(rota, days)
    worked = [(start - length, end - length) for start, end in worked[-1:]] + worked
    for begin in range(0, length, 7 * DAY):
        at, longest = begin, 0
        for start, end in worked:
            if end > begin and start < begin + 7 * DAY:
                longest, at = max(longest, start - at), max(at, end)
        if max(longest, begin + 7 * DAY - at) < WEEKLY_REST_MIN:
            yield "weekly rest"


def check_sundays(rota, days):
    sundays = [days[t] != "-" for t in range(6, len(days), 7)]
    if rota.weeks > 1 and any(a and b for a, b in zip(sundays, sundays[1:] + sundays[:1])):
        yield "sundays"


def check_hours_of_weeks(rota, days):
    hours = [rota.paid(days[t:t + 7]) for t in range(0, len(days), 7)]
    nights = any(s != "-" and rota.shifts[s][1] > DAY for s in days)
    if max(hours) > WEEK_MIN:
        yield "week"
    for weeks, most, of_nights in AVERAGES:
        stretches = [sum(hours[(w + i) % len(hours)] for i in range(weeks)) for w in range(len(hours))]
        if max(stretches) > weeks * most and (nights or not of_nights):
            yield "average"


def check_weekends(rota, group, days):
    worked = [days[t] != "-" or days[t + 1] != "-" for t in range(5, len(days), 7)]
    if group.get("weekends_per_year"):
        if sum(worked) > number(group["weekends_per_year"]) / 52 * rota.weeks:
            yield "weekends"
        return
    every = int(group.get("weekend_every") or 1)
    if any(sum(worked[(w + i) % rota.weeks] for i in range(every)) > 1 for w in range(rota.weeks)):
        yield "weekends"


def check_contract(rota, group, days):
    may = (group.get("shifts") or " ".join(rota.shifts)).split()
    if any(s not in may + ["-"] for s in days):
        yield "allowed"
    contract = rota.scenario.week_min(group) * rota.weeks
    if not -1e-3 <= contract - rota.paid(days) <= max(rota.shifts[s][2] for s in may) + 1e-3:
        yield "hours"


def check_told(rota, rows, days):
    nights = sum(s != "-" and rota.shifts[s][1] > DAY for s in days)
    weekends = sum(days[t] != "-" or days[t + 1] != "-" for t in range(5, len(days), 7))
    told = number(rows[0]["rota_line_h"]), int(rows[0]["rota_weekends"]), int(rows[0]["rota_nights"])
    if told != (round(rota.paid(days) / 60, 2), weekends, nights):
        yield "told"


# Persons wanted or there, of a level or a higher one, in each slot of the weeks round.
def slots(rota, level, what):
    length = 7 * rota.weeks * DAY // SLOT
    steps = [0.0] * (length + DAY // SLOT * 2)
    for at, (start, end), persons, of in what:
        if of >= level:
            steps[(at * DAY + start) // SLOT] += persons
            steps[(at * DAY + end) // SLOT] -= persons
    count = list(accumulate(steps))
    for slot, persons in enumerate(count[length:]):
        count[slot] += persons
    return count[:length]


def on_days(words):
    days = set()
    for word in (words or "all").split():
        first, _, last = word.partition("-")
        if word == "all":
            days |= set(range(7))
        elif first in DAYS:
            days |= set(range(DAYS.index(first), DAYS.index(last or first) + 1))
    return days


def check_cover(rota):
    levels = rota.scenario.levels
    wanted = [(t, span(row)[:2], number(row["persons"]), levels[row["level"]])
              for row in rota.need for t in range(7 * rota.weeks) if t % 7 in on_days(row["days"])]
    there = [(t, rota.shifts[s][:2], 1, levels[rota.groups[rows[0]["group"]]["category"]])
             for rows, days in zip(rota.lines, rota.days) for t, s in enumerate(days) if s != "-"]
    short = [0.0] * (7 * rota.weeks * DAY // SLOT)
    for level in sorted({of for *_, of in wanted}):
        pairs = zip(slots(rota, level, wanted), slots(rota, level, there))
        short = [max(most, want - have) for most, (want, have) in zip(short, pairs)]
    if abs(sum(short) * SLOT / 60 - number(rota.told["rota_missing_h"])) > 0.051:
        yield "cover"


def check_idle(rota):
    contract = sum(rota.scenario.week_min(group) * float(group["heads"].replace(",", ".")) for group in rota.groups.values())
    idle_min = contract * rota.weeks - sum(rota.paid(days) for days in rota.days)
    if abs(idle_min / 60 - number(rota.told["rota_idle_h"])) > 0.051:
        yield "idle"


def check_heads(rota):
    lines = Counter(rows[0]["group"] for rows in rota.lines)
    heads = {code: number(group["heads"]) for code, group in rota.groups.items() if number(group["heads"]) > 0}
    whole = all(len(days) == 7 * rota.weeks for days in rota.days)
    if lines != heads or not whole or len(rota.lines) != int(rota.told["rota_lines"]):
        yield "heads"


def look(rota):
    faults = list(check_heads(rota))
    if faults:
        return faults
    for rows, days in zip(rota.lines, rota.days):
        group = rota.groups[rows[0]["group"]]
        for check in check_rest, check_weekly_rest, check_sundays, check_hours_of_weeks:
            faults += check(rota, days)
        faults += [*check_weekends(rota, group, days), *check_contract(rota, group, days), *check_told(rota, rows, days)]
    return faults + [*check_cover(rota), *check_idle(rota)]


# ---------------------------------------------------------------- breaches planted

def plant_rest(draw, rota):  # the earliest shift after the latest one
    days, late = draw.choice(rota.days), max(rota.shifts, key=lambda s: rota.shifts[s][1])
    early, t = min(rota.shifts, key=lambda s: rota.shifts[s][0]), draw.randrange(7 * rota.weeks - 1)
    if rota.shifts[early][0] + DAY - rota.shifts[late][1] >= REST_MIN:  # one kind of shift: none without rest
        return None
    days[t], days[t + 1] = late, early
    return "rest"


def plant_full_week(draw, rota):
    week = 7 * draw.randrange(rota.weeks)
    draw.choice(rota.days)[week:week + 7] = [max(rota.shifts, key=lambda s: rota.shifts[s][2])] * 7
    return "weekly rest"


def plant_sundays(draw, rota):
    days, week = draw.choice(rota.days), draw.randrange(rota.weeks)
    for w in week, (week + 1) % rota.weeks:
        days[7 * w + 6] = sorted(rota.shifts)[0]
    return "sundays"


def plant_weekends(draw, rota):
    days = draw.choice(rota.days)
    for w in range(rota.weeks):
        days[7 * w + 5] = sorted(rota.shifts)[0]
    return "weekends"


def plant_nothing(draw, rota):  # a line that works no more
    days = draw.choice(rota.days)
    days[:] = ["-"] * len(days)
    return "hours"


def plant_hole(draw, rota):  # a day on which nobody comes
    t = draw.randrange(7 * rota.weeks)
    for days in rota.days:
        days[t] = "-"
    return "cover"


def plant_loss(draw, rota):
    at = draw.randrange(len(rota.lines))
    del rota.lines[at], rota.days[at]
    return "heads"


def plant_sum(draw, rota):
    draw.choice(rota.lines)[0]["rota_line_h"] = "1,00"
    return "told"


def plant_shift(draw, rota):  # of others
    at = draw.randrange(len(rota.lines))
    may = (rota.groups[rota.lines[at][0]["group"]].get("shifts") or " ".join(rota.shifts)).split()
    others = sorted(set(rota.shifts) - set(may))
    if not others:
        return None
    rota.days[at][draw.randrange(7 * rota.weeks)] = draw.choice(others)
    return "allowed"


PLANTS = [plant_rest, plant_full_week, plant_sundays, plant_weekends, plant_nothing, plant_hole, plant_loss, plant_sum, plant_shift]


def not_refused(rotas):
    planted = 0
    for seed in range(20 * PLANTED):
        draw, plant = random.Random(seed), PLANTS[seed % len(PLANTS)]
        rota = copy.copy(draw.choice(rotas))
        rota.lines, rota.days = copy.deepcopy(rota.lines), copy.deepcopy(rota.days)
        kind = plant(draw, rota)
        planted += kind is not None
        if kind and kind not in look(rota):
            yield f"{rota.name}: {plant.__name__} {seed} was not refused"
        if planted == PLANTED:
            return
    yield f"{planted} breaches planted, {PLANTED} wanted"


def main():
    planting = sys.argv[1] == "--plant"
    folder, results, least = sys.argv[1 + planting:4 + planting]
    scenario = Scenario(folder)
    key = lambda row: (row["measure"], row["year"], row["unit"])
    told = {key(row): row for row in read(Path(results) / "rotas.csv")}
    lines = [(of, list(rows)) for of, rows in groupby(read(Path(results) / "rota_lines.csv"), key=key)]
    rotas = [Rota(scenario, told[of], rows) for of, rows in lines]
    faults = list(not_refused(rotas)) if planting else [f"{rota.name}: {fault}" for rota in rotas for fault in look(rota)]
    if len(lines) < int(least):
        faults.append(f"{len(lines)} rotas, {least} wanted at least")
    print("\n".join(faults) or f"{len(lines)} rotas")
    return 1 if faults else 0


sys.exit(main())
