# SPDX-License-Identifier: GPL-3.0-or-later
"""Every measure has the same kroner wherever they are told: overview.csv, claims.csv, the terminal, the page's table, chart
and sentences, and the workbook.

Usage: python3 figures_agree.py FOLDER TERMINAL, both in English. Status 1 where one differs, or nothing was compared.
"""
import csv
import html
import pathlib
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " ") | {ord("\u2212"): "-"}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
bad = compared = 0


def same(good, what):
    global bad, compared
    compared += 1
    bad += not good
    if not good:
        print("differs:", what)


def rows_of(path):
    if not path.exists():  # nothing is claimed
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def kr(text):
    return float(text.replace(",", ".")) if text else None


def told(number):
    whole = int(abs(number) + 0.5)
    return ("-" if number < 0 and whole else "") + f"{whole:,}".replace(",", " ")


def holds(cells, number):
    return any(isinstance(cell, float) and abs(cell - number) < 0.006 for cell in cells)


def plain(text):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)).translate(SPACES))


def workbook_rows(path):
    """Rows of every sheet, as lists of texts and numbers."""
    with zipfile.ZipFile(path) as book:
        strings = ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in tree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [s.get("name") for s in tree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        at = names.index("All measures") + 1
        for row in tree.fromstring(book.read(f"xl/worksheets/sheet{at}.xml")).iter(MAIN + "row"):
            cells = [(c.get("t"), c.findtext(MAIN + "v")) for c in row if c.findtext(MAIN + "v") is not None]
            yield [strings[int(v)] if t == "s" else v if t == "str" else float(v) for t, v in cells]


folder, terminal = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").translate(SPACES)
claims = {(row["measure"], row["year"]): row for row in rows_of(folder / "claims.csv")}
book = list(workbook_rows(folder / "report.xlsx"))
pages = [(folder / name).read_text(encoding="utf-8") for name in ("report.html", "details.html") if (folder / name).exists()]
words = " ".join(map(plain, pages))
for row in rows_of(folder / "overview.csv"):
    kept, adjusted = kr(row["kept_kr"]), kr(row["adjusted_kr"])
    if kept is None:
        continue
    code, both = row["measure"], f"{told(kept)} and {told(adjusted)}"
    line = next((l for l in terminal.splitlines() if l.startswith(code + " ")), "")
    same(re.search(rf" {told(kept)} +{told(adjusted)}( |$)", line), f"{code}: {both} not in the terminal: {line}")
    written = [r for r in book if code in r]
    same(any(holds(r, kept) and holds(r, adjusted) for r in written), f"{code}: {both} not in the workbook")
    shown = [plain(r) for page in pages for r in re.findall(r"<tr[ >].*?</tr>", page, re.S) if html.escape(row["title"], quote=False) in r]
    same(any(f" {told(kept)} {told(adjusted)} " in r for r in shown), f"{code}: {both} not in the page's table")
    year = row["claimed_for"] if row["claimed_for"].isdigit() else None
    for claim in [claims[code, year]] if (code, year) in claims else [c for (m, _), c in claims.items() if m == code and not year]:
        if claim["comparable_kept_kr"] and claim["claimed_kr"] == row["claimed_kr"]:
            same(kr(claim["comparable_kept_kr"]) == kept and kr(claim["comparable_adjusted_kr"]) == adjusted, f"{code}: {both} not in claims.csv")
    title = re.escape(plain(html.escape(row["title"])).strip())
    for claimed, least, most in re.findall(title + r": Claimed ([-\d ]+), found ([-\d ]+?)(?: to ([-\d ]+))?[;.]", words):
        same({least, most or least} == {told(kept), told(adjusted)}, f"{code}: {both} in the chart: {least} to {most}")
    for reason in re.findall(r"([-\d ]+) kr is reached if nobody leaves\. If [\d. ]+ FTE (?:more )?go, it is ([-\d ]+) kr", row["why"].translate(SPACES)):
        same([r.strip() for r in reason] == [told(kept), told(adjusted)], f"{code}: {both} in the sentence: {reason}")
print(compared, "compared,", bad, "differ")
sys.exit(bad > 0 or compared < 4)
