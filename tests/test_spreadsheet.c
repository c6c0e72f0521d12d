// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks by hand, in the form of Excel, Google and LibreOffice: what was typed arrives as it was meant, and what means harm
// ends in a message.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "support/folder.h"
#include "support/long.h"
#include "text/archive.h"
#include "text/spreadsheet.h"

struct part {
  const char *name, *text;
};

struct fixture {
  struct arena *arena;
  struct problems *problems;
  struct folder folder;
  const char *path;
};

static int set_up(void **state) {
  struct fixture *f = malloc(sizeof *f);
  f->arena = arena_new();
  f->problems = problems_new(f->arena);
  f->folder = folder_new();
  f->path = NULL;
  *state = f;
  return 0;
}

static int tear_down(void **state) {
  struct fixture *f = *state;
  folder_remove(&f->folder);
  arena_free(f->arena);
  free(f);
  return 0;
}

// An archive of the parts, up to one without a name.
static void pack(struct fixture *f, const char *file, const struct part *parts, const char *password) {
  f->path = arena_printf(f->arena, "%s/%s", f->folder.path, file);
  zip_t *zip = zip_open(f->path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  assert_non_null(zip);
  for (; parts->name; parts++) {
    zip_source_t *source = zip_source_buffer(zip, parts->text, strlen(parts->text), 0);
    zip_int64_t at = zip_file_add(zip, parts->name, source, 0);
    assert_true(at >= 0);
    if (password)
      assert_int_equal(zip_file_set_encryption(zip, (zip_uint64_t)at, ZIP_EM_AES_256, password), 0);
  }
  assert_int_equal(zip_close(zip), 0);
}

static const char rels[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
    "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
    "Target='xl/workbook.xml'/></Relationships>";
static const char workbook_rels[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='rId1' Type='http://x/relationships/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='rId2' Type='http://x/relationships/styles' Target='/xl/styles.xml'/>"
    "<Relationship Id='rId3' Type='http://x/relationships/sharedStrings' Target='../xl/sharedStrings.xml'/>"
    "<Relationship Id='rId9' Type='http://x/relationships/externalLink' TargetMode='External' Target='file:///etc/passwd'/>"
    "</Relationships>";
static const char styles[] =
    "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
    "<numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd;@'/><numFmt numFmtId='165' formatCode='[h]:mm'/>"
    "<numFmt numFmtId='166' formatCode='#,##0.00\" days\"'/><numFmt numFmtId='167' formatCode='[Red]0.0%'/>"
    "<numFmt numFmtId='168' formatCode='[$-414]d. mmmm yyyy'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='20'/><xf numFmtId='9'/><xf numFmtId='164'/>"
    "<xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='168'/></cellXfs></styleSheet>";
static const char shared[] =
    "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>unit</t></si>"
    "<si><r><t>ska</t></r><r><rPr><b/></rPr><t xml:space='preserve'>uma </t></r><rPh><t>spoken</t></rPh></si></sst>";

#define WORKBOOK(PROPERTIES)                                                                                           \
  "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "                                       \
  "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>" PROPERTIES                          \
  "<sheets><sheet name='groups' sheetId='1' r:id='rId1'/></sheets></workbook>"

static void pack_xlsx(struct fixture *f, const char *workbook, const char *data) {
  const struct part parts[] = {{"_rels/.rels", rels},
                               {"xl/workbook.xml", workbook},
                               {"xl/_rels/workbook.xml.rels", workbook_rels},
                               {"xl/styles.xml", styles},
                               {"xl/sharedStrings.xml", shared},
                               {"xl/worksheets/sheet1.xml", arena_printf(f->arena, "<worksheet>%s</worksheet>", data)},
                               {NULL, NULL}};
  pack(f, "ward.xlsx", parts, NULL);
}

static void pack_ods(struct fixture *f, const char *table) {
  const char *content =
      arena_printf(f->arena,
                   "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                   "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
                   "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
                   "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
                   "<office:body><office:spreadsheet><table:table table:name='groups'>%s</table:table>"
                   "</office:spreadsheet></office:body></office:document-content>",
                   table);
  const struct part parts[] = {{"content.xml", content}, {NULL, NULL}};
  pack(f, "ward.ods", parts, NULL);
}

static struct sheet *read_sheet(struct fixture *f) {
  struct spreadsheet *book = spreadsheet_read(f->arena, f->path, f->problems);
  if (!book)
    return NULL;
  assert_int_equal(book->sheet_count, 1);
  return grid_sheet(f->arena, book->sheets[0], "ward: groups", NULL, f->problems);
}

static void assert_cells(struct fixture *f, const struct sheet *sheet, size_t row, const char *const *wanted) {
  for (size_t i = 0; i < f->problems->count; i++)
    fail_msg("%s", f->problems->items[i].message);
  assert_non_null(sheet);
  assert_true(row < sheet->row_count);
  for (int c = 0; wanted[c]; c++) {
    assert_true(c < sheet->rows[row].cell_count);
    assert_string_equal(sheet->rows[row].cells[c], wanted[c]);
  }
}

static void assert_told(struct fixture *f, const struct sheet *sheet, const char *cell, const char *message) {
  if (sheet)
    fail_msg("nothing told, but `%s`", message);
  assert_true(f->problems->count > 0);
  const struct problem *problem = &f->problems->items[0];
  if (!strstr(problem->message, message))
    fail_msg("not `%s` but `%s`", message, problem->message);
  if (cell)
    assert_string_equal(problem->at.cell, cell);
}

#define HEADER(TEXTS) "<row r='1'>" TEXTS "</row>"
#define INLINE(TEXT) "<c t='inlineStr'><is><t>" TEXT "</t></is></c>"
#define CELL(STYLE, VALUE) "<c s='" STYLE "'><v>" VALUE "</v></c>"

static void xlsx_values(void **state) {
  struct fixture *f = *state;
  pack_xlsx(f, WORKBOOK(""),
            "<sheetData><row r='2'><c r='A2' t='s'><v>0</v></c>" INLINE("a") INLINE("b") INLINE("c") INLINE("d")
                INLINE("e") INLINE("f") INLINE("g") INLINE("h") INLINE("i") INLINE("j") INLINE("k") INLINE(
                    "l") "</row><row r='5'><c r='A5' t='s'><v>1</v></c>" CELL("0", "0.30000000000000004")
                    CELL("1", "45444") CELL("2", "0.3125") CELL("3", "0.5") CELL("4", "45444.5") CELL(
                        "5", "1.5138888888888888") CELL("6", "22.5") CELL("7", "0.225")
                        CELL("8", "45444") "<c t='str'><f>A1</f><v>text of a formula</v></c><c t='b'><v>1</v></c>" CELL(
                            "5", "1") "</row></sheetData>");
  struct sheet *sheet = read_sheet(f);
  static const char *const wanted[] = {"skauma",
                                       "0.3",
                                       "2024-06-01",
                                       "07:30",
                                       "50 %",
                                       "2024-06-01 12:00",
                                       "36:20",
                                       "22.5",
                                       "22.5 %",
                                       "2024-06-01",
                                       "text of a formula",
                                       "TRUE",
                                       "24:00",
                                       NULL};
  assert_cells(f, sheet, 0, wanted);
  assert_int_equal(sheet->rows[0].line, 5);
  assert_int_equal(sheet->rows[0].kinds[2], SHEET_DATE);
  sheet_use_decimal(f->arena, sheet, ',');
  static const char *const comma[] = {"skauma",           "0,3",   "2024-06-01", "07:30",  "50 %",
                                      "2024-06-01 12:00", "36:20", "22,5",       "22,5 %", NULL};
  assert_cells(f, sheet, 0, comma);
}

static void xlsx_of_1904(void **state) {
  struct fixture *f = *state;
  pack_xlsx(f, WORKBOOK("<workbookPr date1904='1'/>"),
            "<sheetData>" HEADER(INLINE("day")) "<row>" CELL("1", "43982") "</row></sheetData>");
  static const char *const wanted[] = {"2024-06-01", NULL}; // 45444 - 1462
  assert_cells(f, read_sheet(f), 0, wanted);
}

static void ods_values(void **state) {
  struct fixture *f = *state;
  pack_ods(
      f,
      "<table:table-row><table:table-cell office:value-type='string'><text:p>a</text:p></table:table-cell>"
      "<table:table-cell office:value-type='string' table:number-columns-repeated='1'><text:p>b</text:p></table:table-cell>"
      "<table:table-cell office:value-type='string'><text:p>c</text:p></table:table-cell>"
      "<table:table-cell office:value-type='string'><text:p>d</text:p></table:table-cell>"
      "<table:table-cell office:value-type='string'><text:p>e</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
      "<table:table-row table:number-rows-repeated='2' table:visibility='filter'>"
      "<table:table-cell office:value-type='float' office:value='0.75'><office:annotation><text:p>a note"
      "</text:p></office:annotation><text:p>0,75</text:p></table:table-cell>"
      "<table:table-cell office:value-type='percentage' office:value='0.12'><text:p>12 %</text:p></table:table-cell>"
      "<table:table-cell office:value-type='date' office:date-value='2024-06-01'><text:p>x</text:p></table:table-cell>"
      "<table:table-cell office:value-type='time' office:time-value='PT07H30M00S'><text:p>x</text:p></table:table-cell>"
      "<table:table-cell office:value-type='string'><text:p>two<text:s/>words</text:p><text:p>and a line"
      "</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated='1048571'><table:table-cell "
      "table:number-columns-repeated='16384'/></table:table-row>");
  struct sheet *sheet = read_sheet(f);
  static const char *const wanted[] = {"0.75", "12 %", "2024-06-01", "07:30", "two words\nand a line", NULL};
  assert_cells(f, sheet, 0, wanted);
  assert_cells(f, sheet, 1, wanted);
  assert_int_equal(sheet->row_count, 2);
  assert_int_equal(sheet->rows[1].line, 6);
}

static bool knows_unit(const struct sheet_row *row, const void *what) {
  return row->cell_count > 1 && strcmp(row->cells[1], what) == 0;
}

// A title above, a column left blank, one that is a remark, a cell merged over rows, a row that is a remark.
static void as_people_make_them(void **state) {
  struct fixture *f = *state;
  pack_xlsx(
      f, WORKBOOK(""),
      "<sheetData><row r='1'>" INLINE(
          "People 2024, all of them") "</row><row r='3'><c r='B3' t='s'><v>0</v></c>"
                                      "<c r='D3' t='inlineStr'><is><t>heads</t></is></c><c r='E3' t='inlineStr'><is><t># mine</t></is></c></row>"
                                      "<row r='4'><c r='B4' t='inlineStr'><is><t>ward</t></is></c><c r='D4'><v>3</v></c>"
                                      "<c r='E4' t='e'><v>#REF!</v></c></row>"
                                      "<row r='5' hidden='1'><c r='D5'><v>4</v></c></row>"
                                      "<row r='6'>" INLINE(
                                          "# left out") "<c r='D6'><v>5</v></c></row>"
                                                        "</sheetData><mergeCells><mergeCell ref='A1:F1'/><mergeCell ref='B4:B5'/></mergeCells>");
  struct spreadsheet *book = spreadsheet_read(f->arena, f->path, f->problems);
  assert_non_null(book);
  assert_int_equal(book->sheets[0]->hidden_rows, 1);
  const struct sheet_header header = {knows_unit, "unit"};
  struct sheet *sheet = grid_sheet(f->arena, book->sheets[0], "ward: groups", &header, f->problems);
  static const char *const first[] = {"ward", "3", NULL}, *const second[] = {"ward", "4", NULL};
  assert_cells(f, sheet, 0, first);
  assert_cells(f, sheet, 1, second);
  assert_int_equal(sheet->row_count, 2);
  assert_int_equal(sheet->columns[1], 3);
}

static void wrong_cells(void **state) {
  static const struct {
    const char *data, *cell, *message;
  } cases[] = {
      {HEADER(INLINE("a")) "<row r='7'><c r='A7' t='e'><f>B1</f><v>#DIV/0!</v></c></row>", "A7", "ends in an error"},
      {HEADER(INLINE("a")) "<row r='2'><c r='A2'><f>B1</f></c></row>", "A2", "saved without its value"},
      {HEADER(INLINE("a")) "<row r='9'><c r='AB9'><v>1</v></c></row>", "AB9", "under no header"},
      {"", NULL, "empty: the first line must name the columns"},
      {"<row r='3'/><row r='2'/>", NULL, "a broken workbook"},
      {"<row r='1'><c r='A1' t='s'><v>99</v></c></row>", NULL, "a broken workbook"},
      {"<row r='1'><c r='1A'><v>1</v></c></row>", NULL, "a broken workbook"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct fixture *f = *state;
    f->problems = problems_new(f->arena);
    pack_xlsx(f, WORKBOOK(""), arena_printf(f->arena, "<sheetData>%s</sheetData>", cases[i].data));
    assert_told(f, read_sheet(f), cases[i].cell, cases[i].message);
  }
}

// ---------------------------------------------------------------- harm

static const char *repeated(struct arena *arena, const char *piece, size_t count) {
  size_t length = strlen(piece);
  char *text = arena_alloc(arena, length * count + 1);
  for (size_t i = 0; i < count; i++)
    memcpy(text + i * length, piece, length);
  return text;
}

static void bombs(void **state) {
  struct fixture *f = *state;
  enum { BLANKS = 2 * ARCHIVE_RATIO_FROM_BYTES };
  pack_xlsx(f, WORKBOOK(""), repeated(f->arena, "                                ", BLANKS / 32));
  assert_told(f, read_sheet(f), NULL, "over 400 times its size");
  f->problems = problems_new(f->arena);
  pack_xlsx(f,
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
            "<!ENTITY c SYSTEM 'file:///etc/passwd'>]><workbook>&b;&c;</workbook>",
            "");
  assert_told(f, read_sheet(f), NULL, "a broken workbook");
  f->problems = problems_new(f->arena);
  pack_xlsx(f, WORKBOOK(""), repeated(f->arena, "<a>", 100000));
  assert_told(f, read_sheet(f), NULL, "a broken workbook");
  f->problems = problems_new(f->arena);
  pack_ods(f, "<table:table-row table:number-rows-repeated='1000000000'><table:table-cell office:value-type='string' "
              "table:number-columns-repeated='16384'><text:p>x</text:p></table:table-cell></table:table-row>");
  assert_told(f, read_sheet(f), NULL, "more than 4 000 000 cells");
  f->problems = problems_new(f->arena);
  pack_ods(f, "<table:table-row table:number-rows-repeated='1000000000'><table:table-cell office:value-type='string'>"
              "<text:p>x</text:p></table:table-cell></table:table-row>");
  assert_told(f, read_sheet(f), NULL, "more than 1 000 000 rows");
}

static void no_workbooks(void **state) {
  struct fixture *f = *state;
  static const struct part other[] = {{"../../etc/passwd", "x"}, {NULL, NULL}};
  pack(f, "a.xlsx", other, NULL);
  assert_told(f, read_sheet(f), NULL, "no workbook, whatever its name says");
  f->problems = problems_new(f->arena);
  const struct part secret[] = {{"_rels/.rels", rels}, {NULL, NULL}};
  pack(f, "b.xlsx", secret, "password");
  assert_told(f, read_sheet(f), NULL, "has a password");
  f->problems = problems_new(f->arena);
  static const struct part manifest[] = {
      {"content.xml", "x"}, {"META-INF/manifest.xml", "<a><encryption-data/></a>"}, {NULL, NULL}};
  pack(f, "b.ods", manifest, NULL);
  assert_told(f, read_sheet(f), NULL, "has a password");
  f->problems = problems_new(f->arena);
  folder_write_bytes(&f->folder, "c.xlsx", "\xD0\xCF\x11\xE0 and more", 13);
  f->path = arena_printf(f->arena, "%s/c.xlsx", f->folder.path);
  assert_told(f, read_sheet(f), NULL, "with a password, or of the old kind");
  f->problems = problems_new(f->arena);
  folder_write(&f->folder, "d.xlsx", "unit;heads\n");
  f->path = arena_printf(f->arena, "%s/d.xlsx", f->folder.path);
  assert_told(f, read_sheet(f), NULL, "no workbook, whatever its name says");
}

static char *bytes_of(const char *path, size_t *length) {
  FILE *from = fopen(path, "rb");
  assert_non_null(from);
  fseek(from, 0, SEEK_END);
  *length = (size_t)ftell(from);
  rewind(from);
  char *bytes = malloc(*length);
  assert_int_equal(fread(bytes, 1, *length, from), *length);
  fclose(from);
  return bytes;
}

// Cut anywhere, or with any byte changed, a workbook is read or refused, and nothing else.
static void broken_anywhere(void **state) {
  struct fixture *f = *state;
  pack_xlsx(f, WORKBOOK(""),
            "<sheetData>" HEADER(INLINE("a") INLINE("b")) "<row>" CELL("1", "45444") "</row></sheetData>");
  size_t length;
  char *bytes = bytes_of(f->path, &length);
  size_t step = tests_are_long() ? 1 : 7, refused = 0;
  for (size_t i = 0; i < length; i += step) {
    struct fixture one = {.arena = arena_new(), .folder = f->folder};
    one.problems = problems_new(one.arena);
    one.path = arena_printf(one.arena, "%s/x.xlsx", f->folder.path);
    folder_write_bytes(&f->folder, "x.xlsx", bytes, i);
    refused += !read_sheet(&one);
    bytes[i] ^= 0x55;
    folder_write_bytes(&f->folder, "x.xlsx", bytes, length);
    bytes[i] ^= 0x55;
    struct spreadsheet *book = spreadsheet_read(one.arena, one.path, one.problems);
    for (size_t s = 0; book && s < book->sheet_count; s++)
      grid_sheet(one.arena, book->sheets[s], "x", NULL, one.problems);
    arena_free(one.arena);
  }
  assert_int_equal(refused, (length + step - 1) / step); // none that is cut is whole
  free(bytes);
}

static void places(void **state) {
  struct fixture *f = *state;
  assert_string_equal(grid_place(f->arena, 7, 4), "E7");
  assert_string_equal(grid_place(f->arena, 1, 25), "Z1");
  assert_string_equal(grid_place(f->arena, 1, 26), "AA1");
  assert_string_equal(grid_place(f->arena, 1, 701), "ZZ1");
  assert_string_equal(grid_place(f->arena, 1, 702), "AAA1");
  assert_string_equal(grid_number(f->arena, 0.1 + 0.2), "0.3");
  assert_string_equal(grid_number(f->arena, 450000), "450000");
  assert_string_equal(grid_number(f->arena, 1e20), "100000000000000000000");
  assert_string_equal(grid_number(f->arena, 0.00001), "0.00001");
  assert_string_equal(grid_number(f->arena, -1e-20), "0");
  assert_string_equal(grid_percent(f->arena, 0.07), "7 %");
  assert_string_equal(grid_percent(f->arena, 0.225), "22.5 %");
  assert_string_equal(grid_date(f->arena, -25508), "1900-03-01"); // serial 61
  assert_string_equal(grid_date(f->arena, 11016), "2000-02-29");
  assert_string_equal(grid_time(f->arena, -0.25), "-06:00");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(places, set_up, tear_down),
      cmocka_unit_test_setup_teardown(xlsx_values, set_up, tear_down),
      cmocka_unit_test_setup_teardown(xlsx_of_1904, set_up, tear_down),
      cmocka_unit_test_setup_teardown(ods_values, set_up, tear_down),
      cmocka_unit_test_setup_teardown(as_people_make_them, set_up, tear_down),
      cmocka_unit_test_setup_teardown(wrong_cells, set_up, tear_down),
      cmocka_unit_test_setup_teardown(bombs, set_up, tear_down),
      cmocka_unit_test_setup_teardown(no_workbooks, set_up, tear_down),
      cmocka_unit_test_setup_teardown(broken_anywhere, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
