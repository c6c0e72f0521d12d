# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a rota laid out on a year against the rota it was made from, the calendar and the law. Knows nothing of the program.

    rota_year.py SHIFTS.csv FOLDER UNIT YEAR [DELIMITER]

FOLDER holds rota.csv and rota_year.csv, SHIFTS.csv the scenario's shifts. Says what is wrong, a line for each; nothing and
status 0 where all is well.
"""
import csv
import sys
from datetime import date, datetime, timedelta

REST_H, WEEKLY_REST_H = 11, 35
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


def span(day, shift, shifts):
    start, end = (datetime.strptime(shifts[shift][key], "%H:%M").time() for key in ("start", "end"))
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


def check_row(row, base, free, weeks):
    day, shift, change = date.fromisoformat(row["date"]), row["shift"], row["rota_change"]
    of_rota = base[row["rota_line"], int(row["rota_week"]), DAYS[day.weekday()]]
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


def main():
    shifts_path, folder, unit, year = sys.argv[1:5]
    delimiter = sys.argv[5] if len(sys.argv) > 5 else ";"
    shifts = {row["shift"]: row for row in read(shifts_path, delimiter) if row["unit"] == unit}
    base = {(row["line"], int(row["week"]), row["day"]): row["shift"] or "-"
            for row in read(f"{folder}/rota.csv", delimiter)}
    laid = read(f"{folder}/rota_year.csv", delimiter)
    free, weeks, lines = holidays(int(year)), {}, {}
    first, last = date(int(year), 1, 1), date(int(year), 12, 31)
    red = [first + timedelta(days=d) for d in range((last - first).days + 1)]
    red = [day for day in red if day in free or day.weekday() == 6]
    for row in laid:
        check_row(row, base, free, weeks)
        lines.setdefault(row["rota_line"], {})[date.fromisoformat(row["date"])] = row["shift"]
    check_weeks(weeks, max(week for _, week, _ in base))
    if len(laid) != len(lines) * ((last - first).days + 1) or set(lines) != {line for line, _, _ in base}:
        faults.append("not every line on every date, once")
    for line, days in lines.items():
        spans = [span(day, shift, shifts) for day, shift in sorted(days.items()) if shift != "-"]
        check_rest(line, spans)
        check_weekly_rest(line, spans, first, last)
        check_red_days(line, {day for day, shift in days.items() if shift != "-"}, red)
    print("\n".join(faults))
    return 1 if faults else 0


sys.exit(main())
