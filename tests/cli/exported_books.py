# SPDX-License-Identifier: GPL-3.0-or-later
# Writes one export of the books in a shape and a kind of file:
#
#   exported_books.py SHAPE FILE    SHAPE: wide, long or totals; FILE: .csv or .xlsx
#
# The same yearly amounts in all of them. A twelfth in every month to the krone below, the rest in December.
import sys
import zipfile
from xml.sax.saxutils import escape

# account, its name, cost centre, service, kr of the year. Worked by hand, by unit and line, in exported_books.sh.
ROWS = [
    ("10100", "Fastlønn", "4100", "253", 3600000.00),
    ("10101", "Fastlønn helg", "4100", "253", 400000.50),
    ("10110", "Tillegg natt", "4110", "253", 199999.50),
    ("1015", "Fastlønn, gammel konto", "4100", "253", 50000.00),
    ("10200", "Sykevikar", "4100", "253", 120000.25),
    ("10210", "Ferievikar", "4100", "253", 79999.75),
    ("10300", "Ekstrahjelp", "4100", "253", 60000.00),
    ("10309", "Ekstrahjelp, opplæring", "4100", "253", 15000.00),
    ("10400", "Overtid", "4100", "253", 24000.00),
    ("10500", "Annen lønn", "4100", "253", 5000.00),
    ("10900", "Pensjon", "4100", "253", 700000.00),
    ("10990", "Arbeidsgiveravgift", "4100", "253", 660000.00),
    ("17100", "Sykelønnsrefusjon", "4100", "253", -180000.00),
    ("13700", "Vikarbyrå", "4100", "253", 90000.00),
    ("11150", "Matvarer", "4100", "253", 210000.00),
    ("11140", "Medisiner", "4100", "253", 90000.00),
    ("12000", "Inventar", "4100", "253", 30000.00),
    ("16000", "Brukerbetaling", "4100", "253", -1200000.00),
    ("10100", "Fastlønn", "4200", "254", 1500000.00),
    ("10200", "Sykevikar", "4200", "254", 90000.00),
    ("10300", "Ekstrahjelp", "4200", "254", 30000.00),
    ("10400", "Overtid", "4200", "254", 6000.00),
    ("10900", "Pensjon", "4200", "254", 240000.00),
    ("10990", "Arbeidsgiveravgift", "4200", "254", 228000.00),
    ("17100", "Sykelønnsrefusjon", "4200", "254", -45000.00),
    ("11150", "Matvarer", "4200", "254", 12000.00),
    ("10100", "Fastlønn", "4200", "234", 480000.00),
    ("10100", "Fastlønn", "9000", "120", 700000.00),
    ("10900", "Pensjon", "9000", "120", 105000.00),
    ("18999", "Internt salg", "4100", "253", -15000.00),
]
MONTHS = ["Jan", "Feb", "Mars", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Des"]


def by_month(kr):
    ore = round(kr * 100)
    each = int(ore / 12 / 100) * 100
    return [each / 100] * 11 + [(ore - 11 * each) / 100]


def wide():
    yield ["Konto", "Konto(T)", "Ansvar", "Tjeneste"] + [m + " 2026" for m in MONTHS] + ["Sum"]
    for account, name, centre, service, kr in ROWS:
        yield [account, name, centre, service] + by_month(kr) + [kr]


def long():
    yield ["Periode", "Ansvar", "Funksjon", "Konto", "Beløp"]
    for account, name, centre, service, kr in ROWS:
        for month, part in enumerate(by_month(kr), 1):
            yield ["2026%02d" % month, centre, service, account + " " + name, part]


def totals():
    yield ["Ansvar", "Tjeneste", "Kontonr.", "Kontonavn", "Regnskap 2026", "Budsjett 2026", "Rev. budsjett 2026", "Regnskap 2025"]
    for account, name, centre, service, kr in ROWS:
        yield [centre, service, account, name, kr, kr * 2, kr * 4, kr * 8]
    yield ["Sum", "", "", "", sum(r[4] for r in ROWS), 0, 0, 0]


def as_csv(rows, to):
    with open(to, "w", encoding="utf-8") as f:
        for row in rows:
            f.write(";".join(("%.2f" % c) if isinstance(c, float) else '"%s"' % c for c in row) + "\n")


def letters(column):
    return chr(65 + column)


def as_cell(column, line, value):
    at = letters(column) + str(line)
    if isinstance(value, (int, float)) or value.isdigit():
        return '<c r="%s"><v>%s</v></c>' % (at, value)
    return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (at, escape(value))


def as_xlsx(rows, to):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/"
    data = ['<row r="1">%s</row>' % as_cell(0, 1, "Utskrift fra økonomisystemet")]
    for line, row in enumerate(rows, 3):
        data.append('<row r="%d">%s</row>' % (line, "".join(as_cell(c, line, v) for c, v in enumerate(row) if v != "")))
    with zipfile.ZipFile(to, "w") as z:
        z.writestr("[Content_Types].xml",
                   '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
                   'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
                   'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>' % package)
        z.writestr("_rels/.rels", '<Relationships xmlns="%srelationships"><Relationship Id="r" Type="%s/officeDocument" '
                   'Target="xl/workbook.xml"/></Relationships>' % (package, office))
        z.writestr("xl/workbook.xml", '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Ark1" sheetId="1" r:id="s"/></sheets>'
                   '</workbook>' % (main, office))
        z.writestr("xl/_rels/workbook.xml.rels", '<Relationships xmlns="%srelationships"><Relationship Id="s" Type="%s/worksheet" '
                   'Target="worksheets/sheet1.xml"/></Relationships>' % (package, office))
        z.writestr("xl/worksheets/sheet1.xml",
                   '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (main, "".join(data)))


rows = list({"wide": wide, "long": long, "totals": totals}[sys.argv[1]]())
(as_csv if sys.argv[2].endswith(".csv") else as_xlsx)(rows, sys.argv[2])
