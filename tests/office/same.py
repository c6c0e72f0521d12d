# SPDX-License-Identifier: GPL-3.0-or-later
"""Are two folders of results the same bytes, but for what tells of the input files themselves: python3 same.py A B.
These are named, hashed and counted in evidence.json, in details.html and in the contents of report.xlsx."""
import json
import os
import re
import sys
import zipfile

left, right = sys.argv[1:3]
HASH = re.compile(rb"[0-9a-f]{64}")
wrong = []


def evidence(data):
    told = json.loads(data)
    del told["inputs"]
    return told


def page(data):
    return [line for line in data.split(b"\n") if not HASH.search(line)]


# The texts themselves, without what differs in the list of inputs.
def texts(path):
    found = re.findall(r"<si>.*?</si>", zipfile.ZipFile(path).read("xl/sharedStrings.xml").decode(), re.S)
    return {text for text in found if not re.search(r"[0-9a-f]{64}|\.(csv|xlsx|ods)</t>", text)}


def same(name):
    a, b = os.path.join(left, name), os.path.join(right, name)
    if name == "results.sha256":
        return True
    if name == "report.xlsx":
        return workbook_cells(a) == workbook_cells(b) and texts(a) == texts(b)
    one, two = open(a, "rb").read(), open(b, "rb").read()
    if name == "evidence.json":
        return evidence(one) == evidence(two)
    return page(one) == page(two) if name == "details.html" else one == two


# Cells with the texts they refer to, sheet by sheet, but for the contents.
def workbook_cells(path):
    parts = zipfile.ZipFile(path)
    strings = re.findall(rb"<si>(.*?)</si>", parts.read("xl/sharedStrings.xml"), re.S)
    sheets = {}
    for name in parts.namelist():
        if re.fullmatch(r"xl/worksheets/sheet[0-9]+\.xml", name) and name != "xl/worksheets/sheet2.xml":
            sheets[name] = re.sub(rb't="s"><v>([0-9]+)</v>', lambda at: b"<t>" + strings[int(at[1])] + b"</t>", parts.read(name))
    return sheets


names = sorted(os.listdir(left))
if names != sorted(os.listdir(right)):
    wrong.append("other files: %s" % sorted(set(names) ^ set(os.listdir(right))))
else:
    wrong = [name for name in names if not same(name)]
print("\n".join(wrong))
print(len(names), "files")
sys.exit(1 if wrong or len(names) < 10 else 0)
