#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark of rotacost: whole runs, a ward's year beside other solvers, growth, and the redesign of a ward.

Times are medians of several runs and are told, never judged. Work (solves, pivots, rows) is the same in every run of one
program, and is judged by `bench.py work`.
"""
import sys

sys.dont_write_bytecode = True  # what is made lies in build/ and output/

import argparse
import csv
import math
import os
import shutil
import signal
import statistics
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import measure
import picture
import solvers
import tables

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SIZES = (1, 2, 4, 8, 16, 32)
TYPES = (0, 8, 36, 108)
DRAWS = (100, 1000, 10000)
DRAWN_UNITS = (1, 2, 4, 8)
LONG_S = 60  # of CPU: what took longer in all is not measured once more
WORK = ("solves", "pivots", "rows")


def shipped():
    return sorted(file.parent for file in (ROOT / "scenarios").glob("*/measures.csv"))


# --- measuring -------------------------------------------------------------------------------------------------------


def median(runs, name):
    return statistics.median(getattr(run, name) for run in runs)


def summary(what, size, binary, runs):
    """One row of a table: the medians."""
    row = {"what": what, "size": size, "binary": binary, "runs": len(runs)}
    row.update({name: round(median(runs, name), 3) for name in ("cpu_s", "wall_s")}, peak_mb=round(median(runs, "peak_mb"), 1))
    row.update({name: runs[-1].work[name] for name in (*WORK, "hits")})
    row["finished"] = int(all(run.finished for run in runs))
    return row


def checked(run, what):
    if run.finished and run.status:
        sys.exit(f"bench: {what} ended with status {run.status}:\n{run.stderr[-2000:]}")
    return run


def interleaved(options, what, size, scenario):
    """Every binary in turn, so that noise hits both; which is first changes."""
    runs = {name: [] for name in options.binaries}
    order = list(options.binaries)
    for _ in range(options.repeats):
        for name in order:
            run = measure.rotacost(options.binaries[name], scenario, options.work / "results", options.limit)
            runs[name].append(checked(run, f"{what} ({name})"))
        order.reverse()
        if any(not run.finished or sum(r.cpu_s for r in done) > LONG_S for done in runs.values() for run in done):
            break
    rows = [summary(what, size, name, done) for name, done in runs.items()]
    tell(rows, options)
    return rows


def tell(rows, options):
    base = {row["what"]: row for row in rows if row["binary"] == "base"}
    for row in rows:
        label = f"{row['what']} ({row['binary']})" if len(options.binaries) > 1 else row["what"]
        if not row["finished"]:
            print(f"  {label:34} not within {options.limit:g} s of CPU")
            continue
        ratio = ""
        if row["binary"] == "this" and base and base[row["what"]]["finished"]:
            ratio = f"   base / this: CPU {base[row['what']]['cpu_s'] / row['cpu_s']:.1f}, memory {base[row['what']]['peak_mb'] / row['peak_mb']:.1f}"
        print(f"  {label:34} {row['cpu_s']:8.2f} s CPU {row['wall_s']:8.2f} s wall {row['peak_mb']:7.0f} MB"
              f" {row['solves']:6} solves {row['pivots']:8} pivots {row['hits']:6} hits{ratio}", flush=True)


def write(options, name, rows):
    if rows:
        with open(options.output / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


# --- the parts -------------------------------------------------------------------------------------------------------


def whole_runs(options):
    print(f"Whole runs of the shipped scenarios (medians of {options.repeats}):")
    rows = []
    for scenario in shipped():
        rows += interleaved(options, scenario.name, "", scenario)
    return rows


def exponent(points):
    """Of the line through the logarithms, by least squares."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    mean_x, mean_y = statistics.mean(xs), statistics.mean(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)


def tell_growth(what, rows, options):
    for name in options.binaries:
        own = [row for row in rows if row["binary"] == name and row["finished"]]
        if len(own) < 2:
            continue
        told = [f"{label} ~ n^{exponent([(row['size'], row[column]) for row in own]):.2f}"
                for column, label in (("cpu_s", "CPU"), ("peak_mb", "memory"))]
        last = exponent([(row["size"], row["cpu_s"]) for row in own[-2:]])
        print(f"  {what} ({name}), 1 to {own[-1]['size']}: {', '.join(told)}; CPU in the last doubling n^{last:.2f}")


def growth(options):
    rows = []
    for what, make in (("units", tables.wards), ("measures", tables.measures)):
        print(f"Growth over {what}:")
        own = []
        for size in SIZES:
            if size > options.most:
                break
            folder = options.work / f"{what}{size}"
            make(ROOT / "src/app/template", size).write(folder)
            own += interleaved(options, f"{size} {what}", size, folder)
            if not any(row["finished"] for row in own[-len(options.binaries):]):
                break
        tell_growth(what, own, options)
        rows += [{**row, "what": what} for row in own]
    return rows


def redesign(options):
    print(f"Redesign of a ward, types of position in its catalogue (0: none; limit {options.limit:g} s of CPU):")
    rows = []
    for types in TYPES:
        folder = options.work / f"types{types}"
        tables.redesign(ROOT / "scenarios/rennebu-2024", types).write(folder)
        rows += interleaved(options, f"{types} types", types, folder)
    return [{**row, "what": "types"} for row in rows]


def drawn(options, what, size, folder, draws, plain):
    """A run with so many years drawn, beside the same without: what the draws take, and how many there are in a second."""
    rows = []
    for name, binary in options.binaries.items():
        asked = ("--draws", str(draws), "--input-draws", "0") if draws else ()
        runs = [checked(measure.rotacost(binary, folder, options.work / "results", options.limit, asked), what)
                for _ in range(options.repeats)]
        row = {"what": what, "size": size, "draws": draws, "binary": name, "runs": len(runs),
               "cpu_s": round(median(runs, "cpu_s"), 3), "peak_mb": round(median(runs, "peak_mb"), 1)}
        before = plain.get(name)
        row["draws_s"] = round(row["cpu_s"] - before["cpu_s"], 3) if before else ""
        row["draws_per_s"] = round(draws / row["draws_s"]) if before and row["draws_s"] > 0 else ""
        row["finished"] = int(all(run.finished for run in runs))
        rows.append(row)
        told = f"{row['draws_s']:8.2f} s of it drawn {row['draws_per_s'] or 0:7} draws/s" if before else ""
        print(f"  {f'{size} {what}, {draws} draws ({name})':40} {row['cpu_s']:8.2f} s CPU {row['peak_mb']:7.0f} MB {told}", flush=True)
    return rows


def chance(options):
    """Growth over draws and over units: the years drawn alone, without what the run takes anyway."""
    print(f"Years drawn by chance, with and without one measure in each unit, both answers (medians of {options.repeats}):")
    rows = []
    for what, sizes, all_draws in (("draws", (1,), DRAWS), ("units", DRAWN_UNITS, DRAWS[1:2])):
        own = []
        for size in sizes:
            folder = options.work / f"units{size}"
            tables.wards(ROOT / "src/app/template", size).write(folder)
            plain = drawn(options, "units", size, folder, 0, {})
            for draws in all_draws:
                own += drawn(options, "units", size, folder, draws, {row["binary"]: row for row in plain})
        for name in options.binaries:
            points = [row for row in own if row["binary"] == name and row["draws_s"] > 0 and row["finished"]]
            grown = [(row["draws" if what == "draws" else "size"], row) for row in points]
            if len(grown) > 1:
                print(f"  {what} ({name}): CPU of the draws ~ n^{exponent([(n, row['draws_s']) for n, row in grown]):.2f}, "
                      f"memory ~ n^{exponent([(n, row['peak_mb']) for n, row in grown]):.2f}")
        rows += [{**row, "what": what} for row in own]
    return rows


def ward(options):
    print(f"A ward's year (rennebu-2024, skauma, 2024), solve against solve (medians of {options.repeats}):")
    return solvers.compare(options, ROOT / "scenarios/rennebu-2024", ("skauma", 2024))


PARTS = {"runs": whole_runs, "ward": ward, "growth": growth, "redesign": redesign, "chance": chance}


# --- work ------------------------------------------------------------------------------------------------------------


def work_now(options):
    """Solves, pivots and rows of every shipped scenario. One process at a time: who finds what another has solved already
    depends on who comes first."""
    def one(scenario):
        if options.told:
            work = measure.work_of((options.told / f"{scenario.name}.work").read_text(encoding="utf-8"))
            return {"scenario": scenario.name, **{name: work[name] for name in WORK}}
        run = measure.rotacost(options.binaries["this"], scenario, options.work / "results", options=("--jobs", "1"))
        if not run.finished:
            sys.exit(f"bench: {scenario.name} did not end")
        return {"scenario": scenario.name, **{name: checked(run, scenario.name).work[name] for name in WORK}}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(one, shipped()))


def work_file(rows, file):
    with open(file, "w", newline="", encoding="utf-8") as out:
        out.write("# Work of the shipped scenarios, on x86-64: make bench-work compares, RENEW=1 writes this file.\n")
        writer = csv.DictWriter(out, ("scenario", *WORK), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def work_before(file):
    with open(file, newline="", encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if line[0] != "#")
        return {row["scenario"]: {name: int(row[name]) for name in WORK} for row in rows}


def judge(rows, before):
    """True where nothing rose."""
    rose, fell = [], []
    for row in rows:
        old = before.get(row["scenario"])
        if old is None:
            rose.append(f"{row['scenario']} is not in bench/work.csv")
            continue
        for name in WORK:
            if row[name] != old[name]:
                (rose if row[name] > old[name] else fell).append(f"{row['scenario']}: {name} {old[name]} -> {row[name]}")
    for line in rose:
        print(f"work rose: {line}")
    for line in fell:
        print(f"work fell: {line}")
    if fell and not rose:
        print("Less work: commit bench/work.csv after `make bench-work RENEW=1`.")
    return not rose


def work(options):
    rows = work_now(options)
    for row in rows:
        print(f"{row['scenario']:28} {row['solves']:6} solves {row['pivots']:8} pivots {row['rows']:10} rows")
    file = HERE / "work.csv"
    if options.renew:
        work_file(rows, file)
        return True
    if judge(rows, work_before(file)):
        return True
    if os.uname().machine != "x86_64":
        print("Told only: bench/work.csv is of x86-64, and another processor rounds otherwise.")
        return True
    print("Where that is right, say why in the message of the commit that renews bench/work.csv (make bench-work RENEW=1).")
    return False


# --- the command line ------------------------------------------------------------------------------------------------


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("all", "work", "picture", *PARTS), nargs="+")
    parser.add_argument("--binary", type=Path, default=ROOT / "build/rotacost")
    parser.add_argument("--base", type=Path, help="another rotacost, measured in turn with the first")
    parser.add_argument("--output", type=Path, default=ROOT / "output/bench", help="where the CSV files and the picture go")
    parser.add_argument("--work", type=Path, default=ROOT / "build/bench", help="for scenarios made and their results")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--limit", type=float, default=200, help="seconds of CPU that one run may take")
    parser.add_argument("--most", type=int, default=32, help="largest size of the growth")
    parser.add_argument("--told", type=Path, help="work: what `make run WORK=1` has told, in place of another run")
    parser.add_argument("--renew", action="store_true", help="work: write what is counted now")
    options = parser.parse_args()
    options.binaries = {"this": options.binary.resolve()}
    if options.base:
        options.binaries["base"] = options.base.resolve()
    return options


def main():
    options = parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("bench: ended"))  # so that what it measures ends too
    options.work.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "scenarios/common", options.work / "common", dirs_exist_ok=True)
    if "work" in options.what:
        return 0 if work(options) else 1
    options.output.mkdir(parents=True, exist_ok=True)
    for name, part in PARTS.items():
        if name in options.what or "all" in options.what:
            write(options, name, part(options))
    picture.draw(options.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
