# SPDX-License-Identifier: GPL-3.0-or-later
"""One picture of what the CSV files say: four charts, each with its axes named."""
import csv
import math
from html import escape

WIDTH, HEIGHT = 1080, 860
COLOURS = {"this": "#0072b2", "rotacost": "#0072b2", "base": "#9a9a9a", "glpsol": "#d55e00", "CLP (cbc)": "#009e73",
           "HiGHS (WASM)": "#cc79a7", "units": "#0072b2", "measures": "#d55e00"}
STYLE = ("text{font:13px 'DejaVu Sans',Verdana,sans-serif;fill:#222}.title{font-size:16px;font-weight:bold}"
         ".small{font-size:11.5px}.axis{stroke:#222;fill:none}.grid{stroke:#ddd}")


class Chart:
    """A rectangle with a title; x and y are pixels of the page."""

    def __init__(self, left, top, title, right=60):
        self.left, self.top, self.width, self.height = left, top, WIDTH / 2 - 60 - right, 300
        self.parts = []
        self.text(left, top - 30, title, "title")

    def text(self, x, y, words, style="", anchor="start", turn=False):
        turned = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turn else ""
        self.parts.append(f'<text class="{style}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{turned}>{escape(words)}</text>')

    def line(self, x1, y1, x2, y2, style="axis", colour=None):
        stroke = f' stroke="{colour}" stroke-width="2"' if colour else ""
        self.parts.append(f'<line class="{style}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"{stroke}/>')

    def bar(self, x, y, width, height, colour):
        self.parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 1):.1f}" height="{height:.1f}" fill="{colour}"/>')

    def dot(self, x, y, colour):
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>')

    def legend(self, names, y=None):
        x, y = self.left, y or self.top - 10
        for name, words in names:
            self.bar(x, y - 10, 12, 12, COLOURS[name])
            self.text(x + 17, y, words, "small")
            x += 30 + 7.2 * len(words)

    def frame(self, x_title, y_title):
        self.line(self.left, self.top, self.left, self.top + self.height)
        self.line(self.left, self.top + self.height, self.left + self.width, self.top + self.height)
        self.text(self.left + self.width / 2, self.top + self.height + 36, x_title, "", "middle")
        if y_title:
            self.text(self.left - 48, self.top + self.height / 2, y_title, "", "middle", True)


class Logarithms:
    """A scale from below the least to above the most, and its powers of ten."""

    def __init__(self, values, low, length):
        values = list(values) or [1.0]  # nothing was finished
        self.first, self.last = math.log10(min(values)) - 0.15, math.log10(max(values)) + 0.15
        self.low, self.length = low, length

    def at(self, value):
        return self.low + self.length * (math.log10(value) - self.first) / (self.last - self.first)

    def tens(self):
        return [10.0 ** power for power in range(math.ceil(self.first), math.floor(self.last) + 1)]


def read(folder, name):
    try:
        with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    except FileNotFoundError:
        return []


def short(value):
    return f"{value:.3g}" if value < 1000 else f"{value:.0f}"


def bars(chart, rows, x_title):
    """Rows of (label, series, seconds, finished), each a horizontal bar on a scale of logarithms; equal labels are a group."""
    groups = list(dict.fromkeys(label for label, *_ in rows))
    scale = Logarithms([seconds for _, _, seconds, finished in rows if finished], chart.left, chart.width)
    step = chart.height / (len(rows) + 0.6 * len(groups))
    for ten in scale.tens():
        chart.line(scale.at(ten), chart.top, scale.at(ten), chart.top + chart.height, "grid")
        chart.text(scale.at(ten), chart.top + chart.height + 16, f"{ten:g}", "small", "middle")
    y = chart.top + 0.3 * step
    for group in groups:
        own = [row for row in rows if row[0] == group]
        chart.text(chart.left - 6, y + step * len(own) / 2 + 4, group, "small", "end")
        for _, series, seconds, finished in own:
            bar(chart, scale, (y, step), COLOURS[series] if finished else None, seconds)
            y += step
        y += 0.6 * step
    chart.frame(x_title, "")


def bar(chart, scale, place, colour, seconds):
    y, step = place
    if colour:
        chart.bar(chart.left, y + 1, scale.at(seconds) - chart.left, step - 2, colour)
        chart.text(scale.at(seconds) + 5, y + step / 2 + 4, short(seconds), "small")
    else:
        chart.bar(chart.left, y + 1, chart.width, step - 2, "#eee")
        chart.text(chart.left + 6, y + step / 2 + 4, f"not within {seconds:.0f} s", "small")


def of_binaries(chart, rows, label):
    names = {"this": "this program", "base": "base"}
    chart.legend([(name, words) for name, words in names.items() if any(row["binary"] == name for row in rows)])
    bars(chart, [(label(row), row["binary"], float(row["cpu_s"]), row["finished"] == "1") for row in rows],
         "CPU of a run, seconds (logarithmic)")
    return chart


def runs_chart(rows):
    return of_binaries(Chart(175, 75, "Whole runs of the shipped scenarios", 150), rows, lambda row: row["what"])


def ward_chart(rows):
    chart = Chart(WIDTH / 2 + 165, 75, "A ward's year, solve against solve", 140)
    solvers = list(dict.fromkeys(row["solver"] for row in rows))
    chart.legend([(name, name) for name in solvers])
    bars(chart, [(f"{row['positions']}, {row['form']}", row["solver"], float(row["solve_s"]), True) for row in rows],
         "CPU of the solve, seconds (logarithmic)")
    return chart


def growth_chart(rows):
    rows = [row for row in rows if row["binary"] == "this" and row["finished"] == "1"]
    chart = Chart(175, 505, "Growth", 150)
    names = list(dict.fromkeys(row["what"] for row in rows))
    chart.legend([(name, f"{name}: line CPU, dots memory") for name in names])
    x = Logarithms([float(row["size"]) for row in rows], chart.left, chart.width)
    y = Logarithms([float(row["cpu_s"]) for row in rows] + [float(row["peak_mb"]) for row in rows],
                   chart.top + chart.height, -chart.height)
    for ten in y.tens():
        chart.line(chart.left, y.at(ten), chart.left + chart.width, y.at(ten), "grid")
        chart.text(chart.left - 6, y.at(ten) + 4, f"{ten:g}", "small", "end")
    for size in sorted({int(row["size"]) for row in rows}):
        chart.text(x.at(size), chart.top + chart.height + 16, str(size), "small", "middle")
    for name in names:
        own = [row for row in rows if row["what"] == name]
        for before, after in zip(own, own[1:]):
            chart.line(x.at(float(before["size"])), y.at(float(before["cpu_s"])), x.at(float(after["size"])),
                       y.at(float(after["cpu_s"])), "", COLOURS[name])
        for row in own:
            chart.dot(x.at(float(row["size"])), y.at(float(row["peak_mb"])), COLOURS[name])
    chart.frame("units or measures (logarithmic)", "CPU in s, memory in MB (logarithmic)")
    return chart


def redesign_chart(rows):
    return of_binaries(Chart(WIDTH / 2 + 165, 505, "Redesign of a ward", 140), rows,
                       lambda row: f"{row['size']} types" if row["size"] != "0" else "no redesign")


CHARTS = {"runs": runs_chart, "ward": ward_chart, "growth": growth_chart, "redesign": redesign_chart}


def draw(folder):
    """bench.svg in the folder, of the CSV files that are there."""
    charts = [draw_one(rows) for name, draw_one in CHARTS.items() if (rows := read(folder, name))]
    body = "\n".join(part for chart in charts for part in chart.parts)
    (folder / "bench.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img">\n'
        f'<title>Benchmark of rotacost</title>\n<style>{STYLE}</style>\n<rect width="100%" height="100%" fill="#fff"/>\n'
        f'{body}\n</svg>\n', "utf-8")
    print(f"Tables and picture: {folder}/")
