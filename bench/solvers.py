# SPDX-License-Identifier: GPL-3.0-or-later
"""One programme, exported and given to other solvers: their solve times without start and reading, beside ours."""
import re
import shutil
import statistics
import sys
from pathlib import Path

import measure

HERE = Path(__file__).resolve().parent
AGREE = 1e-6  # of the cost: otherwise it was not the same programme


def export(options, scenario, which, positions, days):
    """Writes the programme in free MPS format. Returns file, rows, optimum and our solve time, kept and adjusted apart."""
    unit, year = which
    file = options.work / f"{unit}-{positions}{'-days' if days else ''}.mps"
    command = [options.binaries["this"], "model", "--verbose", "--lang", "en", "--unit", unit, "--year", year, "--positions",
               positions, "--mps", file, scenario]
    run = measure.run(command + (["--days"] if days else []))
    size = re.search(r"(\d+) rows, (\d+) columns", run.stdout)
    cost = re.search(r"least cost (-?[\d.]+) kr", run.stdout)
    if run.status or not size or not cost:
        sys.exit(f"bench: rotacost model: {run.stderr}")
    lines = {True: [], False: []}
    for line in run.stderr.splitlines():
        lines[" adjusted" in line].append(line)
    seconds = [measure.work_of("\n".join(lines[adjusted]))["solve_s"] for adjusted in (False, True)]
    own = seconds[0] + (seconds[1] if positions == "adjusted" else 0)  # adjusted starts from what was kept
    return file, int(size.group(1)), float(cost.group(1)), own


def by_glpsol(file):
    """glpsol tells tenths of a second only: the whole less what reading alone takes."""
    solved = measure.run(["glpsol", "--freemps", file, "--write", "/dev/stdout"])
    read = measure.run(["glpsol", "--freemps", file, "--check"])
    cost = re.search(r"^s bas \d+ \d+ f f (\S+)", solved.stdout, re.M)
    return solved.cpu_s - read.cpu_s, float(cost.group(1))


def by_clp(file):
    """CBC hands a programme without whole numbers to its CLP."""
    said = measure.run(["cbc", file, "solve", "quit"]).stdout
    told = re.search(r"Optimal objective (\S+) - \d+ iterations time (\S+?),", said)
    return float(told.group(2)), float(told.group(1))


def by_highs(options):
    def solve(file):
        said = measure.run(["node", "highs.mjs", file], folder=options.work).stdout.split()
        return float(said[0]), float(said[1])
    return solve


def found(options):
    """The solvers that are here, and what they are told as."""
    solvers = {}
    if shutil.which("glpsol"):
        solvers["glpsol"] = by_glpsol
    if shutil.which("cbc"):
        solvers["CLP (cbc)"] = by_clp
    if (options.work / "node_modules/highs").is_dir():
        shutil.copy(HERE / "highs.mjs", options.work)
        solvers["HiGHS (WASM)"] = by_highs(options)
    return solvers


def row_of(positions, form, solver, rows, seconds, own):
    return {"positions": positions, "form": form, "solver": solver, "rows": rows,
            "solve_s": round(statistics.median(seconds), 4), "times_ours": round(statistics.median(seconds) / own, 2)}


def compare_one(options, scenario, which, positions, solvers):
    exported = {form: export(options, scenario, which, positions, form == "day by day") for form in ("week types", "day by day")}
    times, own = {}, []
    for _ in range(options.repeats):
        own.append(export(options, scenario, which, positions, False)[3])
        for form, (file, _, cost, _) in exported.items():
            for name, solve in solvers.items():
                seconds, optimum = solve(file)
                if abs(optimum - cost) > AGREE * abs(cost):
                    sys.exit(f"bench: {name} finds {optimum} kr in {file}, rotacost {cost} kr")
                times.setdefault((form, name), []).append(seconds)
    ours = statistics.median(own)
    rows = [row_of(positions, "week types", "rotacost", exported["week types"][1], own, ours)]
    return rows + [row_of(positions, form, name, exported[form][1], seconds, ours) for (form, name), seconds in times.items()]


def compare(options, scenario, which):
    solvers, rows = found(options), []
    for positions in ("kept", "adjusted"):
        for row in compare_one(options, scenario, which, positions, solvers):
            rows.append(row)
            print(f"  {positions:8} {row['form']:10} {row['rows']:6} rows {row['solver']:13} {row['solve_s']:8.3f} s"
                  f" {row['times_ours']:7.1f} x ours", flush=True)
    return rows
