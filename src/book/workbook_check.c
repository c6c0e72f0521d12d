// SPDX-License-Identifier: GPL-3.0-or-later
// The workbook read back: what a spreadsheet would refuse, or repair, is no result. A workbook is a zip of XML parts;
// xl/workbook.xml lists the sheets, and the n-th of them is xl/worksheets/sheetN.xml.
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>
#include <minizip/unzip.h>

#include "base/language.h"
#include "book/book.h"

enum { PART_NAME_BYTES = 256 };

struct reading {
  struct arena *arena;
  unzFile zip;
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

static int read_some(void *context, char *buffer, int length) {
  return unzReadCurrentFile(context, buffer, (unsigned)length);
}

// Its line, where the reader knows it, is of no use to anybody: the part is one line.
static void be_silent(void *context, const char *message, ...) {
  (void)context;
  (void)message;
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

static void check_name(struct reading *reading, xmlTextReaderPtr reader) {
  xmlChar *name = xmlTextReaderGetAttribute(reader, (const xmlChar *)"name");
  size_t at = reading->sheets_named++;
  if (!name || at >= reading->count || strcmp((const char *)name, reading->wanted[at].name) != 0)
    complain(reading, _("the workbook read back has a sheet \"%s\" where another was written"),
             name ? (const char *)name : "");
  xmlFree(name);
}

static void take_element(struct reading *reading, const char *part, xmlTextReaderPtr reader) {
  const char *element = (const char *)xmlTextReaderConstLocalName(reader);
  size_t number = sheet_number(part);
  if (!strcmp(part, "xl/workbook.xml") && !strcmp(element, "sheet"))
    check_name(reading, reader);
  else if (number >= 1 && number <= reading->count && !strcmp(element, "row"))
    reading->rows[number - 1]++;
}

// ---------------------------------------------------------------- part by part

static void read_xml(struct reading *reading, const char *part) {
  xmlTextReaderPtr reader = xmlReaderForIO(read_some, NULL, reading->zip, NULL, NULL, XML_PARSE_NONET);
  if (!reader)
    arena_no_memory();
  xmlTextReaderSetErrorHandler(reader, NULL, NULL);
  int more;
  while ((more = xmlTextReaderRead(reader)) == 1)
    if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT)
      take_element(reading, part, reader);
  xmlFreeTextReader(reader);
  if (more < 0)
    complain(reading, _("%s of the workbook read back is not well-formed"), part);
}

static void read_part(struct reading *reading) {
  char part[PART_NAME_BYTES] = "";
  unz_file_info64 info;
  if (unzGetCurrentFileInfo64(reading->zip, &info, part, sizeof part - 1, NULL, 0, NULL, 0) != UNZ_OK ||
      unzOpenCurrentFile(reading->zip) != UNZ_OK) {
    complain(reading, _("%s of the workbook read back cannot be opened"), part);
    return;
  }
  read_xml(reading, part);
  if (unzCloseCurrentFile(reading->zip) != UNZ_OK) // tells of a wrong checksum
    complain(reading, _("%s of the workbook read back is damaged"), part);
}

static void check_counts(struct reading *reading) {
  if (reading->sheets_named != reading->count)
    complain(reading, _("the workbook read back lacks sheets"), NULL);
  for (size_t i = 0; i < reading->count; i++)
    if (reading->rows[i] < reading->wanted[i].rows_least)
      complain(reading, _("the sheet \"%s\" of the workbook read back lacks rows"), reading->wanted[i].name);
}

const char *book_check(struct arena *arena, const char *path, const struct wanted_sheet *wanted, size_t count) {
  struct reading reading = {.arena = arena,
                            .zip = unzOpen64(path),
                            .wanted = wanted,
                            .count = count,
                            .rows = arena_array(arena, count, sizeof *reading.rows)};
  if (!reading.zip)
    return _("the workbook read back is no zip file");
  xmlSetGenericErrorFunc(NULL, be_silent);
  int found = unzGoToFirstFile(reading.zip);
  for (; found == UNZ_OK && !reading.why; found = unzGoToNextFile(reading.zip))
    read_part(&reading);
  if (found != UNZ_OK && found != UNZ_END_OF_LIST_OF_FILE)
    complain(&reading, _("the workbook read back is damaged"), NULL);
  unzClose(reading.zip);
  xmlSetGenericErrorFunc(NULL, NULL);
  if (!reading.why)
    check_counts(&reading);
  return reading.why;
}
