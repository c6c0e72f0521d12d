// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "book/entry_book.h"
#include "calendar/dayset.h"
#include "scenario/cells.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"
#include "scenario/scenario.h"
#include "scenario/store.h"
#include "support/folder.h"
#include "support/long.h"
#include "support/small_scenario.h"
#include "support/told.h"

struct fixture {
  struct arena *arena;
  struct problems *problems;
  struct folder folder;
};

static struct fixture begin(void) {
  struct fixture f = {.arena = arena_new(), .folder = folder_new()};
  f.problems = problems_new(f.arena);
  return f;
}

static void end(const struct fixture *f) {
  folder_remove(&f->folder);
  arena_free(f->arena);
}

static char *printed(const struct problems *problems) {
  char *text = NULL;
  size_t length;
  FILE *to = open_memstream(&text, &length);
  problems_print(problems, to);
  fclose(to);
  return text;
}

static struct scenario *read_changed(struct fixture *f, const struct change_of_text *changes) {
  return small_scenario_read(f->arena, &f->folder, changes, f->problems);
}

// ---------------------------------------------------------------- a good scenario

static void assert_no_problem(const struct fixture *f) {
  if (f->problems->count == 0)
    return;
  char *text = printed(f->problems);
  print_error("%s", text);
  free(text);
  fail();
}

static void good_scenario(void **state) {
  (void)state;
  struct fixture f = begin();
  struct scenario *s = read_changed(&f, NULL);
  assert_no_problem(&f);
  assert_int_equal(s->separator, ';');
  assert_int_equal(s->decimal, ',');
  assert_false(s->byte_order_mark);
  assert_string_equal(s->name, strrchr(f.folder.path, '/') + 1);
  const struct settings_row *settings = settings_of(&s->tables);
  assert_string_equal(settings->title, "A small town");
  assert_true(settings->row.assumed);
  assert_int_equal(settings->tolerance_e8, 10000000);
  assert_int_equal(settings->adjust_max_e8, 150000000);
  assert_int_equal(settings->price_day, NOT_GIVEN);
  assert_int_equal(settings->sick_supplements, YES);
  assert_int_equal(category_rows(&s->tables)[1].full_time_min, 2130);
  assert_string_equal(category_rows(&s->tables)[0].row.source, "HTA");
  assert_false(category_rows(&s->tables)[0].row.assumed);
  assert_true(category_rows(&s->tables)[1].row.assumed);
  assert_null(category_rows(&s->tables)[1].row.source);
  assert_int_equal(pay_rows(&s->tables)[1].yearly_pay_ore, 55000050);
  assert_int_equal(pay_rows(&s->tables)[1].valid_from, day_from_date(2023, 5, 1));
  assert_int_equal(supplement_rows(&s->tables)[4].percent_e8, 133333333);
  assert_int_equal(supplement_rows(&s->tables)[0].valid_to, NOT_GIVEN);
  assert_int_equal(need_rows(&s->tables)[2].persons_milli, 2500);
  assert_int_equal(need_rows(&s->tables)[2].row.line, 4);
  assert_int_equal(need_rows(&s->tables)[3].level, 1);
  assert_int_equal(need_rows(&s->tables)[3].days, DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY);
  assert_true(need_rows(&s->tables)[3].weeks == (int64_t)WEEKSET_ALL);
  assert_int_equal(group_rows(&s->tables)[0].position_e8, 75000000);
  assert_int_equal(group_rows(&s->tables)[0].weekend_every_milli, 3000);
  assert_null(group_rows(&s->tables)[0].shifts);
  assert_int_equal(source_rows(&s->tables)[0].category, NOT_GIVEN);
  assert_int_equal(measure_rows(&s->tables)[1].status, STATUS_ON_HOLD);
  assert_int_equal(claim_rows(&s->tables)[1].measure, NOT_GIVEN);
  assert_int_equal(claim_rows(&s->tables)[1].fte_milli, NOT_GIVEN);
  end(&f);
}

// The same scenario in other dialects reads the same.
static void decimal_point_and_notes(void **state) {
  (void)state;
  struct fixture f = begin();
  const struct change_of_text changes[] = {
      {"settings.csv", "comma", "point"},
      {"categories.csv", "1;35,5", "1;35.5"},
      {"categories.csv", "2;35,5", "2;35.5"},
      {"pay.csv", "550 000,50", "\"550 000.50\""},
      {"rates.csv", "6,4", "6.4"},
      {"rates.csv", "133,333333", "133.333333"},
      {"supplements.csv", "133,333333", "133.333333"},
      {"need.csv", "2,5", "2.5"},
      {"groups.csv", "60,5", "60.5"},
      {"edits.csv", "0,5", "0.5"},
      {"claims.csv", "1,9", "1.9"},
      {"units.csv", "unit;title;day_starts\nward;The ward;\noffice;The office;\n",
       "\xEF\xBB\xBF"
       "unit,note,title\r\n\"ward\",\"one\r\ntwo\",Bø\r\n# remark, \"x\r\noffice,,\r\n"},
      {NULL, NULL, NULL}};
  struct scenario *s = read_changed(&f, changes);
  assert_no_problem(&f);
  assert_int_equal(pay_rows(&s->tables)[1].yearly_pay_ore, 55000050);
  assert_int_equal(need_rows(&s->tables)[2].persons_milli, 2500);
  assert_string_equal(unit_rows(&s->tables)[0].title, "Bø");
  assert_int_equal(unit_rows(&s->tables)[1].row.line, 5);
  assert_null(unit_rows(&s->tables)[1].title);
  end(&f);
}

// ---------------------------------------------------------------- bad input, one fault each

struct bad_case {
  struct change_of_text change;
  int line;            // of the one problem
  const char *column;  // NULL: the row
  const char *text;    // NULL: none
  const char *message; // part of it
};

// The same, told in another file than the one changed.
struct far_case {
  struct bad_case fault;
  const char *file;
};

static const struct bad_case bad_cases[] = {
    {{"nedd.csv", NULL, "a;b\n"}, 0, NULL, NULL, "the nearest is `need.csv`"},
    {{"behovv.csv", NULL, "a;b\n"}, 0, NULL, NULL, "the nearest is `behov.csv`"},
    {{"groups.xls", NULL, "a;b\n"}, 0, NULL, NULL, "save it as .csv, .xlsx or .ods"},
    {{"ward.xlsx", NULL, "a;b\n"}, 0, NULL, NULL, "no workbook, whatever its name says"},
    // settings
    {{"settings.csv", "zone;III;\n", ""}, 1, "zone", NULL, "`zone` is missing: add it"},
    {{"settings.csv", "decimal;comma", "decimal;dot"}, 3, "decimal", "dot", "known are comma, point"},
    {{"settings.csv", "decimal;comma;\n", ""}, 1, "decimal", NULL, "`decimal` is missing"},
    {{"settings.csv", NULL, "tolerence_percent;10;\n"},
     7,
     "setting",
     "tolerence_percent",
     "the nearest is `tolerance_percent`"},
    {{"settings.csv", NULL, "source;x;\n"}, 7, "setting", "source", "no such setting"},
    {{"settings.csv", NULL, "zone;I;\n"}, 7, "setting", "zone", "also on line 4"},
    {{"settings.csv", NULL, "tolerance_percent;120;\n"}, 7, "tolerance_percent", "120", "allowed are 0 to 100 %"},
    {{"settings.csv", NULL, "tolerance_percent;10.5;\n"}, 7, "tolerance_percent", "10.5", "decimal comma"},
    {{"settings.csv", "setting;value", "setting;valeu"}, 1, NULL, "valeu", "the nearest is `value`"},
    {{"settings.csv", "last_year;2025", "last_year;2023"}, 6, "last_year", "2023", "before first_year 2024"},
    {{"settings.csv", "last_year;2025", "last_year;2034"}, 6, "last_year", "2034", "at most 10"},
    {{"settings.csv", "first_year;2024", "first_year;1850"}, 5, "first_year", "1850", "are the years 1901 to 2198"},
    {{"settings.csv", NULL, "common;../nowhere;\n"}, 7, "common", "../nowhere", "no such folder"},
    {{"settings.csv", NULL, NULL}, 0, NULL, NULL, "no such file"},
    // files, headers, keys
    {{"pay.csv", NULL, NULL},
     0,
     NULL,
     NULL,
     "missing, and not in the folder of shared tables either: write it (base pay"},
    {{"need.csv", "persons\n", "personns\n"}, 1, NULL, "personns", "the nearest is `persons`"},
    {{"measures.csv", "start;status", "start;start"}, 1, NULL, "start", "same column twice"},
    {{"pay.csv", "category;valid_from", "category;"}, 1, NULL, NULL, "column 2 has no name"},
    {{"need.csv", "ward;day;07:30;15:00;all;;assistant;3", "ward;\"day;07:30;15:00;all;;assistant;3"},
     2,
     "window",
     NULL,
     "never closed"},
    {{"need.csv", NULL, "ward;night;22:00;07:30;all;;nurse;1\n"}, 7, NULL, NULL, "as line 5"},
    {{"need.csv", NULL, "ward;night;22:00;07:30;sun-sat holiday;1-53;nurse;2\n"},
     7,
     NULL,
     NULL,
     "(`unit`, `window`, `days`, `weeks`, `from`, `to`, `months`, `level`) as line 5"},
    {{"categories.csv", NULL, "nurse;3;37,5;\n"}, 4, NULL, NULL, "as line 3"},
    {{"rates.csv", NULL, "pension;;2020-01-01;16\n"}, 10, NULL, NULL, "as line 3"},
    // cells
    {{"need.csv", "ward;night", "ward;"}, 5, "window", NULL, "blank"},
    {{"need.csv", "assistant;3", "assistent;3"},
     2,
     "level",
     "assistent",
     "not in categories.csv: the nearest is `assistant`"},
    {{"need.csv", "ward;evening", "wrad;evening"}, 4, "unit", "wrad", "not in units.csv: the nearest is `ward`"},
    {{"need.csv", "assistant;3", "assistant;-3"}, 2, "persons", "-3", "allowed are 0 to 1000 persons"},
    {{"need.csv", "2,5", "2.5"}, 4, "persons", "2.5", "settings.csv declares the decimal comma"},
    {{"need.csv", "2,5", "99999999999999999999"}, 4, "persons", "99999999999999999999", "too large"},
    {{"need.csv", "2,5", "9223372036854775"}, 4, "persons", "9223372036854775", "out of range"},
    {{"need.csv", "all;;nurse;1\nward;evening", "mon-fryday;;nurse;1\nward;evening"},
     3,
     "days",
     "mon-fryday",
     "a range runs from"},
    {{"need.csv", "all;;nurse;1\nward;evening", "all half_eve;;nurse;1\nward;evening"},
     3,
     "days",
     "all half_eve",
     "days of pay only"},
    {{"need.csv", "all;;nurse;1\nward;evening", "all;54;nurse;1\nward;evening"}, 3, "weeks", "54", "no such week"},
    {{"groups.csv", "75 %", "175"}, 2, "position_percent", "175", "allowed are over 0 and up to 100 %"},
    {{"groups.csv", "60,5", "101%"}, 3, "position_percent", "101%", "up to 100 %"},
    {{"absence.csv", "8", "108"}, 2, "percent", "108", "allowed are 0 to 100 %"},
    {{"categories.csv", "2;35,5", "2;35,51"}, 3, "full_time_week_h", "35,51", "whole minutes"},
    {{"categories.csv", "2;35,5", "2;168"}, 3, "full_time_week_h", "168", "1 to 84 h/week"},
    {{"pay.csv", "2023-05-01", "2023-02-29"}, 2, "valid_from", "2023-02-29", "no such day"},
    {{"pay.csv", "2023-05-01", "1.5.23"}, 2, "valid_from", "1.5.23", "two digits"},
    {{"shifts.csv", "22:00;07:30", "22:00;31:30"}, 4, "end", "31:30", "00:00 to 24:00"},
    {{"shifts.csv", "22:00;07:30", "24:00;07:30"}, 4, "start", "24:00", "00:00 to 23:59"},
    {{"units.csv", "office;", "the office;"}, 3, "unit", "the office", "letters, digits"},
    {{"measures.csv", "position", "positions"}, 3, "nature", "positions", "the nearest is `position`"},
    // shifts, windows
    {{"shifts.csv", "15:00;30", "15:00;450"},
     2,
     "unpaid_break_min",
     NULL,
     "450 min leaves nothing of a shift of 450 min"},
    {{"shifts.csv", "15:00;30", "15:00;1500"}, 2, "unpaid_break_min", "1500", "0 to 600 min"},
    {{"groups.csv", "day evening", "day evning"},
     3,
     "shifts",
     "evning",
     "no shift of unit `ward`: the nearest is `evening`"},
    {{"norm.csv", "22:00;07:30", "22:00;07:00"}, 2, "window", "night", "22:00-07:00 here, but 22:00-07:30 in"},
    {{"need.csv", NULL, "ward;early;06:00;09:00;all;;nurse;1\n"}, 7, "end", "09:00", "runs across 07:30"},
    // people
    {{"groups.csv", "10;60,5;2;", "10;60,5;0,5;"}, 3, "weekend_every", NULL, "write 1 or more, or 0"},
    {{"absence.csv", NULL, "holiday;;;20-30;5\n"}, 5, "weeks", NULL, "absence.csv line 3 once more"},
    {{"absence.csv", "8", "100"}, 2, "percent", NULL, "below 100 %"},
    {{"sources.csv", "ward;assistant", "ward;"}, 3, "category", NULL, "one category"},
    {{"sources.csv", ";900", ";"}, 4, "price_kr_per_h", NULL, "agency hours need a price"},
    {{"sources.csv", "extra;extra;;;;;", "extra;extra;;;;;200"},
     2,
     "price_kr_per_h",
     NULL,
     "only agency hours have a price"},
    {{"sources.csv", "2025-12-31", "2023-12-31"}, 4, "valid_to", "2023-12-31", "before the first day 2024-01-01"},
    // pay
    {{"pay.csv", "01.05.2023", "01.05.2024"},
     0,
     "category",
     "nurse",
     "groups.csv line 2, but without pay on 2024-01-01"},
    {{"rates.csv", "overtime;;2020-01-01;100\n", ""}, 0, "rate", "overtime", "missing on 2024-01-01"},
    {{"rates.csv", "employer_tax;III;2020-01-01;6,4", "employer_tax;IV;2020-01-01;5,1"},
     0,
     "rate",
     "employer_tax",
     "missing for III on 2024-01-01"},
    {{"rates.csv", "holiday_pay;;2020-01-01", "holiday_pay;;2024-01-02"}, 0, "rate", "holiday_pay", "missing on"},
    {{"rates.csv", "variable_pension;;2020-01-01;10", "variable_pension;nurse;2020-01-01;10"},
     0,
     "rate",
     "variable_pension",
     "missing for assistant"},
    {{"rates.csv", NULL, "pension;nurze;2020-01-01;10\n"}, 10, "applies_to", "nurze", "the nearest is `nurse`"},
    {{"rates.csv", "overtime;;", "overtime;nurse;"}, 6, "applies_to", "nurse", "the same for all"},
    {{"rates.csv", "holiday_pay;;2020-01-01;12", "holiday_pay;;2020-01-01;120"},
     2,
     "value",
     "120",
     "allowed for holiday_pay are 0 to 30 %"},
    {{"rates.csv", "overtime;", "overtme;"}, 6, "rate", "overtme", "the nearest is `overtime`"},
    {{"supplements.csv", "17:00;21:00", "21:00;17:00"}, 2, "clock_to", "17:00", "two rows"},
    {{"supplements.csv", ";day;1", ";day;0"}, 6, "priority", NULL, "supplements.csv line 5"},
    {{"supplements.csv", NULL, "weekend;2022-01-01;;sat;10:00;11:00;;35;day;0\n"}, 7, "priority", NULL, "line 5"},
    {{"supplements.csv", NULL, "holiday;2024-01-01;;easter_eve;00:00;24:00;100;;day;0\n"},
     7,
     "priority",
     NULL,
     "line 5"},
    {{"supplements.csv", NULL, "holiday;2024-01-01;;half_eve;23:00;24:00;100;;clock;0\n"},
     7,
     "priority",
     NULL,
     "line 3"},
    // measures, edits, claims, amounts
    {{"measures.csv", "2024-06-01", "2042-06-01"}, 2, "start", "2042-06-01", "2019 to 2030"},
    {{"edits.csv", "m1;;;", "m1;2024-05-31;;"}, 2, "from", "2024-05-31", "before the measure starts on 2024-06-01"},
    {{"edits.csv", "31.07.2024", "30.06.2024"}, 4, "to", "2024-06-30", "before the first day 2024-07-01"},
    {{"edits.csv", "31.07.2024", "31.07.2204"}, 4, "to", "31.07.2204", "no such day"},
    {{"amounts.csv", "2024-09-01;", "2024-09-01;2024-08-31"}, 2, "to", "2024-08-31", "before the first day"},
    {{"amounts.csv", "2024-09-01", "2014-09-01"}, 2, "from", "2014-09-01", "2019 to 2030"},
    {{"claims.csv", "m1;2024", "m1;2026"}, 2, "year", NULL, "2026 is no year of the scenario"},
    {{"claims.csv", ";2024;1500000;", ";2024;;"}, 3, NULL, NULL, "nothing is claimed"},
    {{"claims.csv", "m1;2024", "m7;2024"}, 2, "measure", "m7", "known are m1, m2, m3"},
    {{"claims.csv", "1 500 000", "15 %"}, 2, "amount_kr", "15 %", "a percentage without a base where kroner"},
    {{"claims.csv", WHOLE_FILE, "measure;year;percent\nm1;2024;15\n"},
     2,
     "percent",
     NULL,
     "a percentage without a base"},
    {{"claims.csv", WHOLE_FILE, "measure;year;percent_of_kr\nm1;2024;1000\n"},
     2,
     "percent_of_kr",
     NULL,
     "a base without a percentage"},
    {{"claims.csv", WHOLE_FILE, "measure;year;amount_kr;percent;percent_of_kr\nm1;2024;5;15 %;1000\n"},
     2,
     "percent",
     NULL,
     "an amount is claimed too"},
    {{"claims.csv", WHOLE_FILE, "measure;year;amount_kr;percent;percent_of_kr\nm1;2024;;15;0\n"},
     2,
     "percent_of_kr",
     "0",
     "out of range"},
    {{"claims.csv", WHOLE_FILE, "measure;year;fte;leaves_out\nm1;2024;0,5;overtime\n"},
     2,
     "leaves_out",
     NULL,
     "no kroner are claimed"},
    {{"claims.csv", WHOLE_FILE, "measure;year;amount_kr;leaves_out\nm1;2024;5;supplements overtme\n"},
     2,
     "leaves_out",
     "supplements overtme",
     "`overtme` is not one of the words allowed: the nearest is `overtime`"},
    {{"edits.csv", "m1;;;", "m9;;;"}, 2, "measure", "m9", "known are m1, m2, m3"},
    {{"edits.csv", ";need;unit=ward window=night", ";needs;unit=ward window=night"},
     2,
     "table",
     "needs",
     "the nearest is `need`"},
    {{"edits.csv", ";need;unit=ward window=night", ";claims;unit=ward"},
     2,
     "table",
     "claims",
     "no table that edits change"},
    {{"edits.csv", "night;persons", "night;person"},
     2,
     "column",
     "person",
     "no column of need.csv: the nearest is `persons`"},
    {{"edits.csv", "night;persons", "night;window"}, 2, "column", "window", "tells rows apart"},
    {{"edits.csv", "unit=ward window=night", "unit=ward windw=night"}, 2, "where", "windw", "the nearest is `window`"},
    {{"edits.csv", "unit=ward window=night", "unit=ward window=nigth"},
     2,
     "where",
     "unit=ward window=nigth",
     "touches nothing: no row of need.csv (of those the conditions before leave) has `window`=nigth; the nearest is "
     "`night`"},
    {{"edits.csv", "unit=ward window=night", "unit=office window=night"},
     2,
     "where",
     "unit=office window=night",
     "has `window`=night; known are post"},
    {{"edits.csv", "unit=ward window=night", "unit=ward persons=1,5"},
     2,
     "where",
     "unit=ward persons=1,5",
     "the nearest is `2,5`"},
    {{"edits.csv", "unit=ward window=night", "unit=ward persons=1.5"}, 2, "where", "1.5", "decimal comma"},
    {{"edits.csv", "unit=ward window=night", "unit=wrad window=night"}, 2, "where", "wrad", "not in units.csv"},
    {{"edits.csv", "unit=ward window=night", "unit ward"}, 2, "where", "unit", "no `=`"},
    {{"edits.csv", "days='all'", "days='all"}, 4, "where", "'all", "never closed"},
    {{"edits.csv", "persons;add;-1", "persons;add;"}, 2, "value", NULL, "blank"},
    {{"edits.csv", "persons;add;-1", "persons;set;"}, 2, "value", NULL, "blank"},
    {{"edits.csv", "persons;add;-1", "persons;set;1001"}, 2, "value", "1001", "0 to 1000 persons"},
    {{"edits.csv", "persons;add;-1", "persons;add;-0.5"}, 2, "value", "-0.5", "decimal comma"},
    {{"edits.csv", "persons;add;-1", "persons;add;-1,5"},
     2,
     "value",
     "-1,5",
     "need.csv line 5 becomes -0,5, out of range"},
    {{"edits.csv", "multiply;0,5", "multiply;1000000000000"}, 3, "value", "1000000000000", "groups.csv line 2 becomes"},
    {{"edits.csv", "multiply;0,5", "multiply;9000000000000"}, 3, "value", "9000000000000", "line 2"},
    {{"edits.csv", "multiply;0,5", "multiply;0,1234567"}, 3, "value", "0,1234567", "6 decimals"},
    {{"edits.csv", "heads;multiply;0,5", "category;multiply;2"}, 3, "change", "2", "cannot be added to or multiplied"},
    {{"edits.csv", "heads;multiply;0,5", "category;set;nurze"}, 3, "value", "nurze", "the nearest is `nurse`"},
    {{"edits.csv", "heads;multiply;0,5", "full_time_week_h;add;1"}, 3, "value", "1", "line 2 is blank"},
    {{"edits.csv", "heads;multiply;0,5", "shifts;set;day nite"}, 3, "value", "day nite", "no shift of unit `ward`"},
    {{"edits.csv", NULL, "m2;;;shifts;shift=day;start;multiply;2\n"},
     5,
     "change",
     "2",
     "cannot be multiplied: write set or add"},
    {{"edits.csv", NULL, "m2;;;shifts;shift=day;start;add;-8:00\n"},
     5,
     "value",
     "-8:00",
     "becomes -00:30, out of range"},
    {{"edits.csv", NULL, "m2;;;shifts;shift=day;unpaid_break_min;set;450\n"},
     5,
     "value",
     "450",
     "leaves nothing of a shift"},
    {{"edits.csv", NULL, "m1;;;need;window=evening;persons;add;-2\nm1;;;need;window=evening;persons;add;-2\n"},
     6,
     "value",
     "-2",
     "line 4 becomes -1,5"},
};

// The only error; a header that is wrong leaves a required column missing, which is told as well.
static void bad_case_is_told(const struct bad_case *c, const char *file, bool warning) {
  const struct change_of_text changes[] = {c->change, {NULL, NULL, NULL}};
  struct told told = {file, c->line, c->column, c->text, c->message};
  if (warning)
    assert_warning_told(changes, told);
  else
    assert_error_told(changes, told, c->line == 1 && !c->column ? 2 : 1);
}

static void bad_input(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof bad_cases / sizeof *bad_cases; i++)
    bad_case_is_told(&bad_cases[i], bad_cases[i].change.file, false);
}

// ---------------------------------------------------------------- the same in a workbook

// The folder's tables in one workbook. False where a file is no table to begin with, and cannot be brought into one.
static bool bind_workbook(struct arena *arena, const struct folder *folder, const char *path) {
  struct problems *problems = problems_new(arena);
  struct entry_table tables[TABLE_COUNT] = {{0}};
  const struct table_store *store = store_open(arena, folder->path, problems);
  for (int t = 0; t < TABLE_COUNT; t++) {
    tables[t].decimal = ',';
    if (store_has(store, (enum table_id)t))
      tables[t].sheet = store_sheet(store, (enum table_id)t, problems);
  }
  if (problems->error_count)
    return false;
  assert_null(entry_book_write(arena, tables, path, path));
  return true;
}

// A text without every `part`: a workbook's tables have other names than files.
static const char *without(struct arena *arena, const char *text, const char *part) {
  const char *rest = "";
  for (const char *at; (at = strstr(text, part)); text = at + strlen(part))
    rest = arena_printf(arena, "%s%.*s", rest, (int)(at - text), text);
  return arena_printf(arena, "%s%s", rest, text);
}

static bool is_message(struct arena *arena, const char *message, const char *wanted, const char *path) {
  message = without(arena, without(arena, message, "the sheet "), arena_printf(arena, "%s: ", path));
  return strstr(message, without(arena, wanted, ".csv")) ||
         (strstr(wanted, "has no name") && strstr(message, "stands under no header"));
}

static bool told_in_sheet(const struct problems *problems, const struct bad_case *c, const char *path) {
  for (size_t i = 0; i < problems->count; i++) {
    const struct problem *p = &problems->items[i];
    bool sheet = strncmp(p->at.file, path, strlen(path)) == 0 && strncmp(p->at.file + strlen(path), ": ", 2) == 0 &&
                 strncmp(p->at.file + strlen(path) + 2, c->change.file, strcspn(c->change.file, ".")) == 0;
    bool line = p->at.line == c->line || c->line == 1; // a missing setting has a line of its own there
    if (!p->warning && sheet && line && p->at.cell && is_message(problems->arena, p->message, c->message, path))
      return true;
  }
  return false;
}

static bool told_of_workbook(const struct bad_case *c, size_t *bound) {
  struct fixture f = begin();
  const struct change_of_text changes[] = {c->change, {NULL, NULL, NULL}};
  small_scenario_write(&f.folder, changes);
  const char *path = arena_printf(f.arena, "%s/ward.xlsx", f.folder.path);
  bool told = true;
  if (bind_workbook(f.arena, &f.folder, path)) {
    (*bound)++;
    scenario_read(f.arena, path, f.problems);
    told = told_in_sheet(f.problems, c, path);
  }
  if (!told) {
    char *text = printed(f.problems);
    print_error("%s, `%s` to `%s`: not `%s`, but:\n%s", c->change.file, c->change.from ? c->change.from : "",
                c->change.to ? c->change.to : "", c->message, text);
    free(text);
  }
  end(&f);
  return told;
}

// Every slip that can be typed into a sheet is told with the sheet and the cell it stands in. A short run tries one in
// five.
static void bad_input_in_workbooks(void **state) {
  (void)state;
  enum { SLIPS_LEAST = 100, SHORT_STEP = 11 };
  size_t bound = 0, untold = 0, step = tests_are_long() ? 1 : SHORT_STEP;
  for (size_t i = 0; i < sizeof bad_cases / sizeof *bad_cases; i += step)
    if (bad_cases[i].line)
      untold += !told_of_workbook(&bad_cases[i], &bound);
  assert_int_equal(untold, 0);
  assert_true(bound >= SLIPS_LEAST / step);
}

static const struct far_case far_cases[] = {
    {{{"Need.CSV", NULL, "a;b\n"}, 0, NULL, NULL, "the same table as"}, "need.csv"},
    {{{"behov.csv", NULL, "a;b\n"}, 0, NULL, NULL, "the same table as"}, "need.csv"},
    {{{"units.csv", "The ward;", "The ward;16:00"}, 4, "end", "22:00", "runs across 16:00"}, "need.csv"},
    {{{"units.csv", "The ward;", "The ward;21:45"}, 4, "end", "22:00", "runs across 21:45"}, "need.csv"},
};

// Close to a fault, but none.
static const struct change_of_text good_cases[][3] = {
    {{"units.csv", "The ward;", "The ward;07:30"},
     {"shifts.csv", "07:30;15:00", "07:15;15:00"}}, // starts with handover
    {{"supplements.csv", "sat sun", "sun"},
     {"supplements.csv", NULL, "holiday;2024-01-01;;easter_eve;00:00;24:00;100;;day;0\n"}},
    {{"supplements.csv", NULL, "weekend;2024-01-01;;sat;06:00;07:00;;35;clock;0\n"}},
    {{"supplements.csv", "weekend;2023-01-01;;", "weekend;2023-01-01;2023-12-31;"},
     {"supplements.csv", NULL, "weekend;2024-01-01;;sat sun;00:00;24:00;25;;day;0\n"}},
    {{"absence.csv", NULL, "holiday;office;;all;10\nsick_leave;ward;;1-10;12\n"}},
    {{"absence.csv", NULL, "holiday;;nurse;all;0\n"}},
    {{"settings.csv", "last_year;2025", "last_year;2033"}, {"rates.csv", NULL, "pay_growth_percent;;2033-05-01;3\n"}},
    {{"settings.csv", NULL, "price_day;2023-05-01;\n"}, {NULL, NULL, NULL}},
    {{"shifts.csv", "15:00;30", "15:00;60"}},
    {{"shifts.csv", NULL, "ward;round;07:31;07:30;\noffice;whole;00:00;24:00;\n"}},
    {{"absence.csv", "8", "40"}},
    {{"edits.csv", "m1;;;", "m1;1.6.2024;1.6.2024;"}},
};

static void nearly_bad_input(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof good_cases / sizeof *good_cases; i++)
    assert_nothing_told(
        (const struct change_of_text[]){good_cases[i][0], good_cases[i][1], good_cases[i][2], {NULL, NULL, NULL}});
}

static void bad_input_told_elsewhere(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof far_cases / sizeof *far_cases; i++)
    bad_case_is_told(&far_cases[i].fault, far_cases[i].file, false);
}

// ---------------------------------------------------------------- warnings

static const struct bad_case warning_cases[] = {
    {{"my_notes.csv", NULL, "a;b\n"}, 0, NULL, NULL, "no such table, not read: a file is called"},
    {{"units.csv", NULL, "home;A home;\n"}, 4, "unit", "home", "no need is defined for this unit: add its windows"},
    {{"absence.csv", "45", "5"}, 3, "percent", NULL, "comes to 2,2 weeks"},
    {{"measures.csv", "2024-06-01", "2030-12-31"}, 2, "start", "2030-12-31", "after the last year, 2025"},
    {{"absence.csv", NULL, NULL}, 0, NULL, NULL, "comes to 0,0 weeks"},
    {{"pay.csv", "assistant;2025-05-01;420000\n", ""}, 2, "valid_from", "2023-05-01", "the settlement of 1 May 2025"},
};

static const struct far_case far_warning_cases[] = {
    {{{"shifts.csv", "office;duty;08:00;15:30;30\n", ""}, 6, "unit", "office", "add the unit's shifts"}, "need.csv"},
    {{{"groups.csv", "office;clerks;assistant;1;100;0;\n", ""},
      6,
      "unit",
      "office",
      "nobody is employed there: every hour is hired"},
     "need.csv"},
    {{{"need.csv", "office;post;08:00;15:30;mon-fri;;assistant;1\n", ""},
      3,
      "unit",
      "office",
      "no need is defined for this unit"},
     "units.csv"},
    {{{"shifts.csv", "22:00;07:30", "22:30;07:30"},
      5,
      "window",
      "night",
      "at 22:15: the nearest is `night` 22:30-07:30"},
     "need.csv"},
    {{{"shifts.csv", "14:45;22:15", "15:15;22:15"}, 4, "window", "evening", "at 15:00: the nearest is `evening`"},
     "need.csv"},
};

static void warnings(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof warning_cases / sizeof *warning_cases; i++)
    bad_case_is_told(&warning_cases[i], warning_cases[i].change.file, true);
  for (size_t i = 0; i < sizeof far_warning_cases / sizeof *far_warning_cases; i++)
    bad_case_is_told(&far_warning_cases[i].fault, far_warning_cases[i].file, true);
}

static void holidays_forgotten(void **state) {
  (void)state;
  struct fixture f = begin();
  read_changed(&f, (const struct change_of_text[]){{"need.csv", "all;;assistant;3", "mon-sun;;assistant;3"},
                                                   {"need.csv", "all;;nurse;1", "mon-sun;;nurse;1"},
                                                   {"need.csv", "all;;assistant;2", "mon-sun;;assistant;2"},
                                                   {"need.csv", "all;;nurse;1", "mon-sun;;nurse;1"},
                                                   {"edits.csv", "days='all'", ""},
                                                   {NULL, NULL, NULL}});
  assert_int_equal(f.problems->error_count, 0);
  assert_int_equal(f.problems->count, 1);
  assert_non_null(strstr(f.problems->items[0].message, "write `all`"));
  end(&f);
}

// ---------------------------------------------------------------- all at once

static void all_problems_are_collected(void **state) {
  (void)state;
  struct fixture f = begin();
  char *text = arena_printf(f.arena, "unit;window;start;end;days;level;persons\n");
  for (int i = 0; i < 60; i++)
    text = arena_printf(f.arena, "%sward;w%d;07:30;15:00;all;assistant;%d\n", text, i, 1001 + i);
  read_changed(&f, (const struct change_of_text[]){{"need.csv", NULL, NULL},
                                                   {"norm.csv", "ward;night", "ward,night"},
                                                   {"claims.csv", "m1;2024", "m1;1800"},
                                                   {NULL, NULL, NULL}});
  folder_write(&f.folder, "need.csv", text);
  f.problems = problems_new(f.arena);
  assert_non_null(scenario_read(f.arena, f.folder.path, f.problems));
  assert_int_equal(f.problems->error_count, 62);
  char *shown = printed(f.problems);
  size_t lines = 0;
  for (const char *c = shown; *c; c++)
    lines += *c == '\n';
  assert_int_equal(lines, PROBLEMS_SHOWN + 1);
  assert_non_null(strstr(shown, "need.csv:2: persons: \"1001\": out of range: allowed are 0 to 1000 persons\n"));
  assert_non_null(strstr(shown, "... and 12 more\n"));
  free(shown);
  end(&f);
}

// What hangs on a table that cannot be read is not told again for every row.
static void a_broken_table_is_told_once(void **state) {
  (void)state;
  struct fixture f = begin();
  folder_write(&f.folder, "x", "");
  read_changed(&f, (const struct change_of_text[]){{"units.csv", "The ward", "\"The ward"}, {NULL, NULL, NULL}});
  assert_int_equal(f.problems->error_count, 1);
  end(&f);
}

// What refers to a table that is not there is told once, at that table, and no two such rows count as alike.
static const struct {
  const char *missing, *message;
} missing_tables[] = {
    {"categories.csv", "missing, and not in the folder of shared tables either: write it (kinds of staff"},
    {"units.csv", "/shifts.csv line 2 names `ward` of it: write it (places that must be staffed)"},
    {"measures.csv", "/edits.csv line 2 names `m1` of it: write it"},
};

static void a_missing_table_is_told_once(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof missing_tables / sizeof *missing_tables; i++) {
    const struct change_of_text changes[] = {{missing_tables[i].missing, NULL, NULL}, {NULL, NULL, NULL}};
    struct fixture f = begin();
    read_changed(&f, changes);
    assert_int_equal(f.problems->count, 1);
    end(&f);
    assert_error_told(changes, (struct told){missing_tables[i].missing, 0, NULL, NULL, missing_tables[i].message}, 1);
  }
}

// A code that is wrong in a table others refer to: told there, with no word on the rows that name it.
static void a_row_that_cannot_be_named(void **state) {
  (void)state;
  const struct change_of_text changes[] = {{"categories.csv", "assistant;1", "assistant;10"},
                                           {"absence.csv", NULL, "sick_leave;;nurse;1-9;5\nsick_leave;;nurze;1-9;5\n"},
                                           {NULL, NULL, NULL}};
  assert_error_told(changes, (struct told){"categories.csv", 2, "level", "10", "allowed are 1 to 9"}, 1);
}

static void problems_name_the_folder(void **state) {
  (void)state;
  struct fixture f = begin();
  read_changed(&f, (const struct change_of_text[]){{"absence.csv", NULL, NULL}, {NULL, NULL, NULL}});
  assert_true(f.problems->count > 0);
  for (size_t i = 0; i < f.problems->count; i++)
    assert_non_null(strstr(f.problems->items[i].at.file, f.folder.path));
  end(&f);
}

static void bytes_no_text_has(void **state) {
  (void)state;
  struct fixture f = begin();
  small_scenario_write(&f.folder, NULL);
  static const char nul[] = "unit;title\nward;W\0rd\n", windows[] = "unit;title\nward;B\xF8\noffice;\n";
  folder_write_bytes(&f.folder, "units.csv", nul, sizeof nul - 1);
  scenario_read(f.arena, f.folder.path, f.problems);
  assert_int_equal(f.problems->error_count, 1);
  assert_int_equal(f.problems->items[0].at.line, 2);
  assert_non_null(strstr(f.problems->items[0].message, "NUL"));
  f.problems = problems_new(f.arena);
  folder_write_bytes(&f.folder, "units.csv", windows, sizeof windows - 1);
  struct scenario *s = scenario_read(f.arena, f.folder.path, f.problems);
  assert_no_problem(&f);
  assert_string_equal(unit_rows(&s->tables)[0].title, "Bø");
  end(&f);
}

static void no_such_folder(void **state) {
  (void)state;
  struct fixture f = begin();
  assert_null(scenario_read(f.arena, "/nowhere/at/all", f.problems));
  assert_int_equal(f.problems->error_count, 1);
  assert_non_null(strstr(f.problems->items[0].message, "no such folder"));
  end(&f);
}

// ---------------------------------------------------------------- shared tables

static void write_shared(const struct fixture *f, const char *decimal) {
  struct change_of_text shared[] = {{"settings.csv", NULL, "common;shared;\n"},
                                    {"rates.csv", NULL, NULL},
                                    {"pay.csv", "nurse;01.05.2023;550 000,50\n", "nurse;2025-01-01;600000\n"},
                                    {NULL, NULL, NULL}};
  small_scenario_write(&f->folder, shared);
  char path[sizeof f->folder.path + 16];
  snprintf(path, sizeof path, "%s/rates.csv", f->folder.path);
  remove(path);
  folder_write(&f->folder, "shared/settings.csv", arena_printf(f->arena, "setting,value\ndecimal,%s\n", decimal));
  folder_write(&f->folder, "shared/rates.csv",
               "rate,applies_to,valid_from,value\nholiday_pay,,2020-01-01,12\npension,,2020-01-01,15\n"
               "variable_pension,,2020-01-01,10\nemployer_tax,III,2020-01-01,6.4\novertime,,2020-01-01,100\n"
               "overtime_holiday,,2020-01-01,133.333333\nsick_refunded,,2020-01-01,50\n"
               "refund_ceiling,,2020-01-01,744168\n");
  folder_write(&f->folder, "shared/pay.csv",
               "category,valid_from,yearly_pay_kr\nassistant,2023-05-01,400000\nnurse,2023-05-01,500000.25\n");
  folder_write(&f->folder, "shared/categories.csv", "category,level,full_time_week_h\nnurse,9,37.5\n");
}

static void own_rows_replace_shared_ones(void **state) {
  (void)state;
  struct fixture f = begin();
  write_shared(&f, "point");
  struct scenario *s = scenario_read(f.arena, f.folder.path, f.problems);
  assert_no_problem(&f);
  assert_int_equal(s->decimal, ',');
  assert_int_equal(row_count(&s->tables, TABLE_CATEGORIES), 2);
  assert_string_equal(category_rows(&s->tables)[0].category, "nurse"); // in the place of the shared row
  assert_int_equal(category_rows(&s->tables)[0].level, 2);
  const struct pay_row *pay = pay_rows(&s->tables);
  assert_int_equal(row_count(&s->tables, TABLE_PAY), 5);
  assert_int_equal(pay[0].yearly_pay_ore, 42000000);
  assert_int_equal(pay[1].yearly_pay_ore, 50000025);
  assert_int_equal(pay[2].yearly_pay_ore, 60000000);
  assert_int_equal(rate_rows(&s->tables)[3].value_e6, 6400000);
  assert_non_null(strstr(pay[1].row.file, "/shared/pay.csv"));
  end(&f);
}

static void shared_settings_are_checked(void **state) {
  (void)state;
  struct fixture f = begin();
  write_shared(&f, "dot");
  scenario_read(f.arena, f.folder.path, f.problems);
  assert_int_equal(f.problems->error_count, 1);
  assert_non_null(strstr(f.problems->items[0].at.file, "/shared/settings.csv"));
  f.problems = problems_new(f.arena);
  folder_write(&f.folder, "shared/settings.csv", "setting;value\ndecimal;point\ntitel;x\n");
  scenario_read(f.arena, f.folder.path, f.problems);
  assert_int_equal(f.problems->error_count, 1);
  assert_string_equal(f.problems->items[0].text, "titel");
  end(&f);
}

static void shared_edits_need_the_same_sign(void **state) {
  (void)state;
  struct fixture f = begin();
  write_shared(&f, "point");
  folder_write(&f.folder, "shared/edits.csv", "measure,table,column,value\nm2,need,persons,1\n");
  scenario_read(f.arena, f.folder.path, f.problems);
  assert_int_equal(f.problems->error_count, 1);
  assert_non_null(strstr(f.problems->items[0].message, "same `decimal`"));
  end(&f);
}

// ---------------------------------------------------------------- the columns themselves

// What is usual is allowed, in the size of a number, and what a blank cell means is usual or 0.
static void usual_range_is_sound(const struct column *column, const struct cell *fallback) {
  bool money_or_share = column->kind == CELL_KR || column->kind == CELL_PERCENT || column->kind == CELL_HOURS;
  assert_true(!money_or_share || column->usual_most > 0);
  if (!column->usual_most)
    return;
  int64_t number = fallback->number == NOT_GIVEN ? 0 : fallback->number;
  assert_true(column->usual_least > 0 && column->usual_least < column->usual_most);
  if (column->usual_most > column->most || column->usual_least < column->least)
    fail_msg("%s: what is usual is not allowed", column->name);
  if (number && (number < column->usual_least || number > column->usual_most))
    fail_msg("%s: the fallback %s is far from what is usual", column->name, column->fallback);
}

static void every_column_is_whole(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  const struct tables none = {0};
  struct cell_reader reader = {.arena = arena, .tables = &none, .decimal = ','};
  for (int t = 0; t < TABLE_COUNT; t++)
    for (size_t c = 0; c < table_of((enum table_id)t)->column_count; c++) {
      const struct column *column = &table_of((enum table_id)t)->columns[c];
      struct cell cell = {.number = NOT_GIVEN};
      assert_true(column->unit && column->meaning && column->meaning[0]);
      assert_true(column->offset < table_of((enum table_id)t)->row_size);
      assert_true((column->kind == CELL_CHOICE || column->kind == CELL_WORDS) == (column->choices != NULL));
      if (column->fallback && cell_read(&reader, column, "", &cell))
        fail_msg("%s: fallback %s", column->name, column->fallback);
      usual_range_is_sound(column, &cell);
      if (column->kind == CELL_REFERENCE)
        assert_true(column->refers_to < (enum table_id)t);
    }
  for (int r = 0; r < RATE_COUNT; r++) {
    const struct rate_meaning *rate = rate_meaning_of((enum rate_id)r);
    assert_string_equal(rate_words[r].word, rate->word);
    assert_true(rate->usual_least_e6 >= rate->least_e6 && rate->usual_most_e6 <= rate->most_e6);
    bool usual = rate->fallback_e6 >= rate->usual_least_e6 && rate->fallback_e6 <= rate->usual_most_e6;
    assert_true(rate->required || !rate->fallback_e6 || rate->fallback_e6 == NOT_GIVEN || usual); // 0 is never doubted
  }
  assert_null(rate_words[RATE_COUNT].word);
  arena_free(arena);
}

static void columns_are_documented(void **state) {
  (void)state;
  char *text = NULL;
  size_t length;
  FILE *to = open_memstream(&text, &length);
  columns_print(to);
  fclose(to);
  for (int t = 0; t < TABLE_COUNT; t++) {
    const char *at = strstr(text, table_of((enum table_id)t)->file);
    assert_non_null(at);
    for (size_t c = 0; c < table_of((enum table_id)t)->column_count; c++)
      assert_non_null(at = strstr(at, table_of((enum table_id)t)->columns[c].name));
  }
  assert_non_null(strstr(text, "\n        no, yes\n"));
  assert_non_null(strstr(text, "required; the years 1901 to 2198; usually the years 1990 to 2060\n"));
  assert_non_null(strstr(text, "1 to 10 000 000 kr/year; usually 120 000 to 2 500 000 kr/year\n"));
  assert_null(strstr(text, "not modelled"));
  for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
    assert_true(strlen(line) <= 100 && line[strlen(line) - 1] != ' ');
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(good_scenario),
      cmocka_unit_test(decimal_point_and_notes),
      cmocka_unit_test(bad_input),
      cmocka_unit_test(bad_input_in_workbooks),
      cmocka_unit_test(bad_input_told_elsewhere),
      cmocka_unit_test(nearly_bad_input),
      cmocka_unit_test(warnings),
      cmocka_unit_test(holidays_forgotten),
      cmocka_unit_test(all_problems_are_collected),
      cmocka_unit_test(a_broken_table_is_told_once),
      cmocka_unit_test(a_missing_table_is_told_once),
      cmocka_unit_test(a_row_that_cannot_be_named),
      cmocka_unit_test(problems_name_the_folder),
      cmocka_unit_test(bytes_no_text_has),
      cmocka_unit_test(no_such_folder),
      cmocka_unit_test(own_rows_replace_shared_ones),
      cmocka_unit_test(shared_settings_are_checked),
      cmocka_unit_test(shared_edits_need_the_same_sign),
      cmocka_unit_test(every_column_is_whole),
      cmocka_unit_test(columns_are_documented),
  };
  return cmocka_run_group_tests_name("scenario", tests, NULL, NULL);
}
