# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page tells of a measure on its sheet, and what `rotacost explain` tells of it: the same answer, the same parts in
the same order, each with the same sentences, to the figure.

Usage: python3 story.py REPORT.HTML CODES.CSV EXPLAINED MEASURE. CODES.CSV is overview.csv, by which a title is found.
Status 1 where one differs, or where fewer than three parts were compared. The last line: "N sentences in M parts".
"""
import csv
import html
import pathlib
import re
import sys

SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " ") | {ord("\u2212"): "-", ord("\u2013"): "-"}


def plain(text):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", text)).translate(SPACES)).strip()


def page_story(section):
    """[(heading, sentences)]: the list, or the paragraph, that follows each heading at once."""
    found = []
    for heading, list_, one in re.findall(r"<h3>(.*?)</h3>\s*(?:<ul>(.*?)</ul>|<p>(.*?)</p>)", section, re.S):
        found.append((plain(heading), [plain(s) for s in re.findall(r"<li>(.*?)</li>", list_, re.S)] or [plain(one)]))
    return found


def explained_story(lines, headings):
    """The same of the terminal: lines from a heading and its blank line to the next blank line or table."""
    found = []
    for at, line in enumerate(lines):
        if line in headings and not lines[at - 1] and not lines[at + 1]:
            told = []
            for text in lines[at + 2:]:
                if not text or re.match(r"-{2,}( |$)", text):
                    break
                told.append(re.sub("^- ", "", text))
            found.append((line, told))
    return found


page, overview, explained, measure = sys.argv[1:]
title = next(row["title"] for row in csv.DictReader(open(overview, encoding="utf-8-sig", newline=""), delimiter=";") if row["measure"] == measure)
section = next(s for s in re.findall(r'<section class="measure".*?</section>', pathlib.Path(page).read_text(encoding="utf-8"), re.S)
               if plain(re.search(r"<h2>(.*?)</h2>", s, re.S)[1]) == plain(title))
lines = [re.sub(r"\s+", " ", line.translate(SPACES)).strip() for line in pathlib.Path(explained).read_text(encoding="utf-8").splitlines()]
bad = 0


def same(good, what):
    global bad
    bad += not good
    if not good:
        print("differs:", what)


answer, terms = (plain(p) for p in re.findall(r"<p[^>]*>(.*?)</p>", section, re.S)[:2])
same(any(line and answer.endswith(line.split(". ", 1)[-1]) for line in lines[1:5]), f"the answer: {answer}")
same(terms in lines, f"the terms: {terms}")
on_page = page_story(section)
told = explained_story(lines, [heading for heading, _ in on_page])
same([h for h, _ in told] == [h for h, _ in on_page], f"the parts: {[h for h, _ in told]} and {[h for h, _ in on_page]}")
for (heading, sentences), (_, said) in zip(on_page, told):
    same(said[: len(sentences)] == sentences, f"{heading}: {sentences}\n  and {said}")
count = sum(len(sentences) for _, sentences in on_page)
print(count, "sentences in", len(on_page), "parts")
sys.exit(bad > 0 or len(on_page) < 3)
