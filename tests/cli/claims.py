# SPDX-License-Identifier: GPL-3.0-or-later
# Workbooks of a council paper's table as Excel and LibreOffice save them, and what became of them.
#
#   claims.py make NAME             writes NAME.xlsx and NAME.ods
#   claims.py same SOURCE TOLD      is every cell of SOURCE in TOLD as it was, with formula and look, and every other part?
import sys
import zipfile
import xml.etree.ElementTree as tree


def make():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    pk="http://schemas.openxmlformats.org/package/2006/"
    rows='''<row r="1" spans="1:3" ht="20" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c></row>
    <row r="3" spans="1:3"><c r="A3" s="1" t="s"><v>1</v></c><c r="B3" s="1"><v>2026</v></c><c r="C3" s="1" t="s"><v>2</v></c><c r="D3" s="1"/></row>
    <row r="4" ht="15"><c r="A4" t="s"><v>3</v></c><c r="B4" s="2"><v>-1770</v></c><c r="C4" s="3"><v>46000</v></c><c r="D4" s="2"/><c r="F4" s="2"/></row>
    <row r="5"><c r="A5" t="s"><v>4</v></c><c r="B5" s="2"><v>-300</v></c></row>
    <row r="6"><c r="A6" t="s"><v>5</v></c><c r="B6" s="2"><f>SUM(B4:B5)</f><v>-2070</v></c></row>'''
    texts=["Plan (innsparing i 1000 kr)","Tiltak","Frist","No agency at all","Salg av plasser","Sum"]
    sheet=f'<worksheet xmlns="{main}" xmlns:r="{rel}"><dimension ref="A1:C6"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="40" customWidth="1"/><col min="2" max="16384" width="12"/></cols><sheetData>{rows}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/></worksheet>'
    styles=f'<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0;[Red]\\-#,##0"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf fontId="0"/><xf fontId="1"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    with zipfile.ZipFile(sys.argv[2] + ".xlsx","w",zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", f'<Types xmlns="{pk}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
        z.writestr("_rels/.rels", f'<Relationships xmlns="{pk}relationships"><Relationship Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="Tiltak 1" sheetId="1" r:id="r1"/></sheets></workbook>')
        z.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{pk}relationships"><Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{rel}/styles" Target="styles.xml"/><Relationship Id="r3" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
        z.writestr("xl/worksheets/sheet1.xml",sheet)
        z.writestr("xl/styles.xml",styles)
        z.writestr("xl/sharedStrings.xml",f'<sst xmlns="{main}" count="6" uniqueCount="6">'+"".join(f"<si><t>{t}</t></si>" for t in texts)+'</sst>')
        z.writestr("docProps/custom.xml","<x/>")
    o="urn:oasis:names:tc:opendocument:xmlns:"
    def c(t=None,n=None,extra=""):
        if t is not None: return f'<table:table-cell office:value-type="string"{extra}><text:p>{t}</text:p></table:table-cell>'
        if n is not None: return f'<table:table-cell office:value-type="float" office:value="{n}" table:style-name="ce1"{extra}><text:p>{n}</text:p></table:table-cell>'
    content=f'''<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{o}office:1.0" xmlns:table="{o}table:1.0" xmlns:text="{o}text:1.0" xmlns:style="{o}style:1.0"><office:automatic-styles><style:style style:name="ce1" style:family="table-cell"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Annet"><table:table-row><table:table-cell/></table:table-row></table:table><table:table table:name="Tiltak"><table:table-column table:number-columns-repeated="16384"/><table:table-header-rows><table:table-row>{c("Plan (innsparing i 1000 kr)")}<table:table-cell table:number-columns-repeated="16383"/></table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row>{c("Tiltak")}{c(None,2026)}<table:table-cell table:number-columns-repeated="16382"/></table:table-row><table:table-row-group><table:table-row>{c("No agency at all")}{c(None,-1770)}<table:table-cell/></table:table-row><table:table-row table:number-rows-repeated="2">{c("Salg av plasser")}{c(None,-300)}<table:table-cell table:number-columns-repeated="16382"/></table:table-row></table:table-row-group><table:table-row>{c("Sum")}{c(None,-2370,' table:formula="of:=SUM([.B5:.B7])"')}</table:table-row><table:table-row table:number-rows-repeated="1048568"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>'''
    with zipfile.ZipFile(sys.argv[2] + ".ods","w",zipfile.ZIP_DEFLATED) as z:
        z.writestr(zipfile.ZipInfo("mimetype"),"application/vnd.oasis.opendocument.spreadsheet",zipfile.ZIP_STORED)
        z.writestr("content.xml",content)
        z.writestr("META-INF/manifest.xml","<manifest/>")


def cells_of(z, part):
    """Of an .xlsx: every cell by its place, its attributes and parts; of an .ods: those of every row that hold something."""
    found = []
    for row in tree.fromstring(z.read(part)).iter():
        if row.tag.endswith("}row"):
            found += [(c.get("r"), c.get("s"), c.get("t"), tree.tostring(c)) for c in row if len(c)]
        if row.tag.endswith("}table-row"):
            times = min(int(row.get(row.tag.replace("table-row", "number-rows-repeated"), 1)), 9)
            found += [tree.tostring(c) for c in row if len(c)] * times
    return found


def same(source, told):
    with zipfile.ZipFile(source) as a, zipfile.ZipFile(told) as b:
        assert a.namelist() == b.namelist() and b.testzip() is None
        for part in a.namelist():
            if "sheet1" in part or part == "content.xml":
                now = cells_of(b, part)
                assert [c for c in now if c in cells_of(a, part)] == cells_of(a, part), part
                assert len(now) > len(cells_of(a, part)), part
            elif "styles" in part:
                old, new = tree.fromstring(a.read(part)), tree.fromstring(b.read(part))
                for x, y in zip(old, new):
                    assert [tree.tostring(i) for i in x] == [tree.tostring(i) for i in y][:len(x)], x.tag
                    assert len(y) == int(y.get("count", len(y))), y.tag
            else:
                assert a.read(part) == b.read(part), part
        if "xl/styles.xml" in b.namelist():
            looks = [x for x in tree.fromstring(b.read("xl/styles.xml")) if x.tag.endswith("cellXfs")][0]
            sheet = tree.fromstring(b.read("xl/worksheets/sheet1.xml"))
            used = [int(c.get("s")) for c in sheet.iter() if c.tag.endswith("}c") and c.get("s")]
            assert len(looks) - 2 <= max(used) < len(looks)
            columns = [(int(c.get("min")), int(c.get("max"))) for c in sheet.iter() if c.tag.endswith("}col")]
            assert all(x[1] < y[0] for x, y in zip(columns, columns[1:])) and columns[-1][1] == 16384, columns


make() if sys.argv[1] == "make" else same(sys.argv[2], sys.argv[3])
