// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the workbook back: a file that a spreadsheet would refuse or repair is not a result. A workbook is a zip of XML
// parts; xl/workbook.xml lists the sheets, and the n-th of them is xl/worksheets/sheetN.xml.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "book/book.h"
#include "text/archive.h"
#include "text/xml.h"

struct reading {
  struct arena *arena;
  struct archive *archive;
  const struct wanted_sheet *wanted;
  size_t count;
  size_t *rows;        // [count] found
  size_t sheets_named; // in xl/workbook.xml
  const char *why;     // NULL: all is well so far
};

// `format` may name the part.
static void complain(struct reading *reading, const char *format, const char *part) {
  if (!reading->why)
    reading->why = part ? arena_printf(reading->arena, format, part) : format;
}

// ---------------------------------------------------------------- what a part holds

// The 1-based number of xl/worksheets/sheetN.xml; 0: another part.
static size_t sheet_number(const char *part) {
  static const char before[] = "xl/worksheets/sheet";
  if (strncmp(part, before, strlen(before)) != 0)
    return 0;
  char *end;
  unsigned long number = strtoul(part + strlen(before), &end, 10);
  return strcmp(end, ".xml") == 0 ? number : 0;
}

static void check_name(struct reading *reading, const struct xml *xml) {
  const char *name = xml_attribute(xml, "", "name");
  size_t at = reading->sheets_named++;
  if (!name || at >= reading->count || strcmp(name, reading->wanted[at].name) != 0)
    complain(reading, _("the workbook read back has a sheet \"%s\" where another was written"), name ? name : "");
}

static void take_element(struct reading *reading, const char *part, const struct xml *xml) {
  size_t number = sheet_number(part);
  if (!strcmp(part, "xl/workbook.xml") && xml_is(xml, "sheet"))
    check_name(reading, xml);
  else if (number >= 1 && number <= reading->count && xml_is(xml, "row"))
    reading->rows[number - 1]++;
}

// ---------------------------------------------------------------- part by part

static void read_xml(struct reading *reading, const char *part, const char *bytes, size_t count) {
  struct xml *xml = xml_open(reading->arena, bytes, count);
  enum xml_node node;
  while ((node = xml_next(xml)) != XML_NODE_DONE && node != XML_NODE_WRONG)
    if (node == XML_NODE_BEGIN)
      take_element(reading, part, xml);
  xml_close(xml);
  if (node == XML_NODE_WRONG)
    complain(reading, _("%s of the workbook read back is not well-formed"), part);
}

// A part that a spreadsheet could not open, or that has the wrong checksum, is damaged.
static void read_part(struct reading *reading, const char *part) {
  size_t count = 0;
  const char *why = NULL;
  char *bytes = archive_part(reading->archive, part, &count, &why);
  if (bytes)
    read_xml(reading, part, bytes, count);
  else
    complain(reading, _("%s of the workbook read back is damaged"), part);
  free(bytes);
}

static void check_counts(struct reading *reading) {
  if (reading->sheets_named != reading->count)
    complain(reading, _("the workbook read back lacks sheets"), NULL);
  for (size_t i = 0; i < reading->count; i++)
    if (reading->rows[i] < reading->wanted[i].rows_least)
      complain(reading, _("the sheet \"%s\" of the workbook read back lacks rows"), reading->wanted[i].name);
}

const char *book_check(struct arena *arena, const char *path, const struct wanted_sheet *wanted, size_t count) {
  struct reading reading = {
      .arena = arena, .wanted = wanted, .count = count, .rows = arena_array(arena, count, sizeof *reading.rows)};
  const char *why = NULL;
  reading.archive = archive_open_file(path, &why);
  if (!reading.archive)
    return _("the workbook read back is no zip file");
  for (size_t i = 0; i < archive_part_count(reading.archive) && !reading.why; i++)
    read_part(&reading, archive_part_name(reading.archive, i));
  archive_close(reading.archive);
  if (!reading.why)
    check_counts(&reading);
  return reading.why;
}
