# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a rota laid out on a year against the rota it was made from, the calendar and the law. Knows nothing of the program.

    rota_year.py SHIFTS.csv FOLDER UNIT YEAR [DELIMITER]

    rota_year.py --plant SHIFTS.csv FOLDER UNIT YEAR [DELIMITER]

With --plant a hundred breaches, one at a time, are put into what was laid out; says which were not refused. FOLDER holds
rota.csv and rota_year.csv, SHIFTS.csv the scenario's shifts. Says what is wrong, a line for each; nothing and
status 0 where all is well.
"""
import csv
import random
import sys
from datetime import date, datetime, timedelta
from functools import cache

REST_H, WEEKLY_REST_H = 11, 35
WEEK_H, AVERAGE_H, AVERAGED_WEEKS = 54, 48, 8
PLANTED = 100
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
faults = []


def read(path, delimiter):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = (row for row in file if not row.startswith("#"))
        return list(csv.DictReader(rows, delimiter=delimiter))


def easter(year):  # Meeus, Jones, Butcher
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holidays(year):
    moving = [easter(year) + timedelta(days=d) for d in (-3, -2, 0, 1, 39, 49, 50)]
    return set(moving) | {date(year, m, d) for m, d in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}


@cache
def day_of(text):
    return date.fromisoformat(text)


@cache
def clock(text):
    return datetime.strptime(text, "%H:%M").time()


def span(day, shift, shifts):
    start, end = (clock(shifts[shift][key]) for key in ("start", "end"))
    begin = datetime.combine(day, start)
    finish = datetime.combine(day, end)
    return begin, finish if finish > begin else finish + timedelta(days=1)


def check_rest(line, spans):
    for (_, end), (start, _) in zip(spans, spans[1:]):
        if start - end < timedelta(hours=REST_H):
            faults.append(f"line {line}: rest of {start - end} before {start}")


def check_weekly_rest(line, spans, first, last):
    monday = first + timedelta(days=-first.weekday() % 7)
    while monday + timedelta(days=6) <= last:
        begin, end = (datetime.combine(monday + timedelta(days=d), datetime.min.time()) for d in (0, 7))
        at, longest = begin, timedelta(0)
        for start, finish in spans:
            if finish <= begin or start >= end:
                continue
            longest = max(longest, start - at)
            at = max(at, finish)
        if max(longest, end - at) < timedelta(hours=WEEKLY_REST_H):
            faults.append(f"line {line}: no rest of {WEEKLY_REST_H} h in the week of {monday}")
        monday += timedelta(days=7)


def check_red_days(line, worked, red):
    for before, after in zip(red, red[1:]):
        if before in worked and after in worked:
            faults.append(f"line {line}: works {before} and {after}")


def week_hours(days, shifts):
    hours = {}
    for day, shift in days.items():
        begin, finish = span(day, shift, shifts) if shift != "-" else (day, day)
        paid = shifts[shift].get("paid_h") if shift != "-" else 0
        worked = float(paid.replace(",", ".")) if paid else (finish - begin).total_seconds() / 3600
        monday = day - timedelta(days=day.weekday())
        hours[monday] = hours.get(monday, 0) + worked
    return [hours[monday] for monday in sorted(hours)]


def check_hours(line, days, shifts):
    hours = week_hours(days, shifts)
    for week, one in enumerate(hours):
        stretch = hours[week:week + AVERAGED_WEEKS]
        if one > WEEK_H:
            faults.append(f"line {line}: {one} h in week {week}")
        if sum(stretch) > AVERAGED_WEEKS * AVERAGE_H:
            faults.append(f"line {line}: {sum(stretch)} h in {len(stretch)} weeks from week {week}")


def check_row(row, base, free, weeks):
    day, shift, change = day_of(row["date"]), row["shift"], row["rota_change"]
    of_rota = base.get((row["rota_line"], int(row["rota_week"]), DAYS[day.weekday()]), "no such week")
    holiday = day in free and day.weekday() != 6
    wanted = {"": shift == of_rota, "off_holiday": holiday and shift == "-" and of_rota != "-",
              "called": holiday and shift != "-" and of_rota == "-"}
    if not wanted[change]:
        faults.append(f"line {row['rota_line']}, {day}: {shift}, {change or 'as in the rota'}; the rota has {of_rota}")
    if row["weekday"] != ("holiday" if day in free else DAYS[day.weekday()]):
        faults.append(f"{day}: {row['weekday']}")
    weeks.setdefault(day - timedelta(days=day.weekday()), set()).add(int(row["rota_week"]))


def check_weeks(weeks, length):
    ordered = [weeks[monday] for monday in sorted(weeks)]
    for one, next_one in zip(ordered, ordered[1:]):
        if len(one) != 1 or {min(one) % length + 1} != next_one:
            faults.append(f"weeks of the rota: {one}, then {next_one}")


def look(shifts, base, laid, year):
    faults.clear()
    free, weeks, lines = holidays(year), {}, {}
    first, last = date(year, 1, 1), date(year, 12, 31)
    red = [first + timedelta(days=d) for d in range((last - first).days + 1)]
    red = [day for day in red if day in free or day.weekday() == 6]
    for row in laid:
        check_row(row, base, free, weeks)
        lines.setdefault(row["rota_line"], {})[day_of(row["date"])] = row["shift"]
    check_weeks(weeks, max(week for _, week, _ in base))
    if len(laid) != len(lines) * ((last - first).days + 1) or set(lines) != {line for line, _, _ in base}:
        faults.append("not every line on every date, once")
    for line, days in lines.items():
        spans = [span(day, shift, shifts) for day, shift in sorted(days.items()) if shift != "-"]
        check_rest(line, spans)
        check_weekly_rest(line, spans, first, last)
        check_red_days(line, {day for day, shift in days.items() if shift != "-"}, red)
        check_hours(line, days, shifts)
    return list(faults)


# ---------------------------------------------------------------- breaches planted

def other_shift(draw, row, shifts):
    return draw.choice([code for code in sorted(shifts) + ["-"] if code != row["shift"]])


def plant_shift(draw, laid, shifts):  # something else is worked than the rota has
    row = draw.choice([row for row in laid if not row["rota_change"]])
    row["shift"] = other_shift(draw, row, shifts)


def plant_work_on_holiday(draw, laid, shifts):  # who must be off works all the same
    row = draw.choice([row for row in laid if row["rota_change"] == "off_holiday"])
    row["rota_change"] = ""


def plant_change(draw, laid, shifts):  # called, or let off, on a day that is none of the holidays
    row = draw.choice([row for row in laid if row["weekday"] != "holiday"])
    row["rota_change"] = draw.choice(["called", "off_holiday"])
    row["shift"] = "-" if row["shift"] != "-" else other_shift(draw, row, shifts)


def plant_week(draw, laid, shifts):
    row = draw.choice(laid)
    row["rota_week"] = str(int(row["rota_week"]) + 1)


def plant_loss(draw, laid, shifts):
    laid.remove(draw.choice(laid))


def plant_twice(draw, laid, shifts):
    laid.append(dict(draw.choice(laid)))


def plant_weekday(draw, laid, shifts):
    row = draw.choice(laid)
    row["weekday"] = draw.choice([word for word in DAYS + ["holiday"] if word != row["weekday"]])


def plant_full_week(draw, laid, shifts):  # no day off in a week, said to be called
    row = draw.choice(laid)
    line, day = row["rota_line"], day_of(row["date"])
    days = {day - timedelta(days=day.weekday()) + timedelta(days=d) for d in range(7)}
    for other in laid:
        if other["rota_line"] == line and day_of(other["date"]) in days and other["shift"] == "-":
            other["shift"], other["rota_change"] = sorted(shifts)[0], "called"


def plant_line(draw, laid, shifts):
    code = draw.choice(laid)["rota_line"]
    laid[:] = [row for row in laid if row["rota_line"] != code]


PLANTS = [plant_shift, plant_work_on_holiday, plant_change, plant_week, plant_loss, plant_twice, plant_weekday,
          plant_full_week, plant_line]


def not_refused(shifts, base, laid, year):
    missed = []
    for seed in range(PLANTED):
        plant, planted = PLANTS[seed % len(PLANTS)], [dict(row) for row in laid]
        plant(random.Random(seed), planted, shifts)
        if not look(shifts, base, planted, year):
            missed.append(f"{plant.__name__} {seed} was not refused")
    return missed


def main():
    planting = sys.argv[1] == "--plant"
    shifts_path, folder, unit, year = sys.argv[1 + planting:5 + planting]
    delimiter = sys.argv[5 + planting] if len(sys.argv) > 5 + planting else ";"
    shifts = {row["shift"]: row for row in read(shifts_path, delimiter) if row["unit"] == unit}
    base = {(row["line"], int(row["week"]), row["day"]): row["shift"] or "-"
            for row in read(f"{folder}/rota.csv", delimiter)}
    laid = read(f"{folder}/rota_year.csv", delimiter)
    told = (not_refused if planting else look)(shifts, base, laid, int(year))
    print("\n".join(told))
    return 1 if told else 0


sys.exit(main())
