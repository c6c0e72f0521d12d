# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds datapackage.json of a folder of results against its CSV files: python3 datapackage.py FOLDER. What is wrong is
printed; the status is then 1."""
import csv
import hashlib
import io
import json
import os
import re
import sys

folder = sys.argv[1]
wrong = []


def demand(holds, *what):
    if not holds:
        wrong.append(" ".join(str(part) for part in what))


def is_number(text, decimal):
    return re.fullmatch(r"-?[0-9]+(%s[0-9]+)?" % re.escape(decimal), text)


def is_date(text):
    return re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", text)


def obeys(field, text):
    kind = field["type"]
    if kind == "number":
        return is_number(text, field["decimalChar"])
    if kind == "integer":
        return re.fullmatch(r"-?[0-9]+", text)
    if kind == "date":
        return field["format"] == "%Y-%m-%d" and is_date(text)
    if kind == "year":
        return re.fullmatch(r"[0-9]{4}", text)
    pattern = field.get("constraints", {}).get("pattern")
    return kind == "string" and (not pattern or re.fullmatch(pattern, text))


def look_at_field(name, field):
    where = name + "." + field["name"]
    demand(field["type"] in ("string", "number", "integer", "date", "year"), where, "type", field["type"])
    demand(field["title"] and field["description"], where, "has no title or description")
    demand("unit" not in field or field["type"] in ("number", "integer"), where, "text with a unit")
    demand(not field["name"].endswith("_kr") or field["unit"] == "kr", where, "not in kr")


def look_at(resource):
    name, dialect, fields = resource["name"], resource["dialect"], resource["schema"]["fields"]
    data = open(os.path.join(folder, resource["path"]), "rb").read()
    demand(resource["profile"] == "tabular-data-resource" and resource["encoding"] == "utf-8", name, "profile")
    demand(resource["bytes"] == len(data), name, "bytes")
    demand(resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest(), name, "hash")
    demand(resource["byteOrderMark"] == data.startswith(b"\xef\xbb\xbf"), name, "byte order mark")
    demand(resource["title"], name, "title")
    text = data.decode("utf-8-sig")
    demand(text.endswith(dialect["lineTerminator"]), name, "line ends")
    demand(("\r\n" in text) == (dialect["lineTerminator"] == "\r\n"), name, "line ends")
    demand(resource["schema"]["missingValues"] == [""], name, "missing values")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"],
                           doublequote=dialect["doubleQuote"], skipinitialspace=dialect["skipInitialSpace"], strict=True))
    demand(rows[0] == [field["name"] for field in fields], name, "header", rows[0])
    for field in fields:
        look_at_field(name, field)
    for at, row in enumerate(rows[1:], 2):
        demand(len(row) == len(fields), name, "row", at, "has", len(row), "cells")
        for field, cell in zip(fields, row):
            demand(cell == "" or obeys(field, cell), name, "row", at, field["name"], field["type"], repr(cell))


package = json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))
demand(package["profile"] == "tabular-data-package", "profile of the package")
demand(re.fullmatch(r"[-a-z0-9._]+", package["name"]), "name", package["name"])
for resource in package["resources"]:
    look_at(resource)
there = sorted(file for file in os.listdir(folder) if file.endswith(".csv"))
told = sorted(resource["path"] for resource in package["resources"])
demand(there == told, "files", there, "told", told)
print("\n".join(wrong[:20]))
print(len(told), "files")
sys.exit(1 if wrong else 0)
