// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline beside the books, and what is reported of measures beside what was planned.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "audit/accounts.h"
#include "audit/followup.h"
#include "base/fixed.h"
#include "report/accounts.h"
#include "report/columns.h"
#include "report/followup.h"
#include "scenario/accounts.h"
#include "scenario/rows_books.h"
#include "support/audited.h"
#include "support/told.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// --- what a line of the books holds -------------------------------------------------------------------------------

static int64_t word_of(const char *word) {
  for (int64_t i = 0; account_words[i].word; i++)
    if (strcmp(account_words[i].word, word) == 0)
      return i;
  fail_msg("no line %s", word);
  return -1;
}

static void ledger_lines_have_their_own_name(void **state) {
  (void)state;
  for (int64_t part = 0; part < ACCOUNT_PARTS; part++) {
    const struct account_line *line = account_line_of(part);
    assert_string_equal(line->word, ledger_line_name((enum ledger_line)part));
    assert_int_equal(line->parts, 1u << part);
    assert_int_equal(line->whose, (1u << ACCOUNT_WHOSE) - 1);
    assert_int_equal(line->art, 0);
  }
}

// Whoever gives all arts of the pay has given all of the baseline, and nothing twice.
static void arts_divide_the_ledger(void **state) {
  const char *const arts[] = {"010", "020", "040", "090", "099", "370", "710"};
  struct random random = {7};
  struct memory memory = random_town(*state, &random, (struct town_shape){3, 3, false});
  memory_settings(&memory)->last_year = 2024;
  const struct audit *audit = audit_effects(town_scenario(&memory));
  for (int whose = 0; whose < ACCOUNT_WHOSE; whose++)
    for (int part = 0; part < ACCOUNT_PARTS; part++) {
      int held = 0;
      for (size_t a = 0; a < sizeof arts / sizeof *arts; a++) {
        const struct account_line *art = account_line_of(word_of(arts[a]));
        held += (art->whose >> whose & 1) && (art->parts >> part & 1);
      }
      assert_true(held <= 1);
      if (audit->baseline[0].paid_for[whose].ore[part])
        assert_int_equal(held, 1);
    }
  assert_int_equal(account_line_of(word_of("020"))->parts, account_line_of(word_of("030"))->parts);
  assert_int_equal(account_line_of(word_of("050"))->parts, 0);
}

// A split by whose hours are paid adds up to the ledger, and each kind has the lines of its kind only.
static void paid_for_adds_up(void **state) {
  static const enum ledger_line own_line_of[] = {[HOURS_EXTRA] = LEDGER_EXTRA,
                                                 [HOURS_SUBSTITUTE] = LEDGER_SUBSTITUTES,
                                                 [HOURS_OVERTIME] = LEDGER_OVERTIME,
                                                 [HOURS_AGENCY] = LEDGER_AGENCY};
  int64_t seen[HOURS_KINDS] = {0};
  for (uint64_t seed = 1; seed <= 3; seed++) {
    struct random random = {seed};
    struct memory memory = random_town(*state, &random, (struct town_shape){3, 3, false});
    memory_settings(&memory)->last_year = 2024;
    const struct audit *audit = audit_effects(town_scenario(&memory));
    for (size_t b = 0; b < audit->baseline_count; b++) {
      struct ledger sum = {{0}};
      for (int kind = 0; kind < HOURS_KINDS; kind++) {
        const struct ledger *paid = &audit->baseline[b].paid_for[kind];
        ledger_add(&sum, paid);
        for (int other = HOURS_EXTRA; other <= HOURS_AGENCY; other++)
          if (other != kind)
            assert_true(llabs(paid->ore[own_line_of[other]]) <= 2); // rounding lands on the own hours
        seen[kind] += ledger_sum(paid);
      }
      assert_memory_equal(&sum, &audit->baseline[b].ledger[POSITIONS_KEPT], sizeof sum);
      assert_int_equal(ledger_sum(&audit->baseline[b].paid_for[HOURS_IDLE]), 0);
    }
  }
  for (int kind = HOURS_OWN; kind <= HOURS_SUBSTITUTE; kind++)
    assert_true(seen[kind] > 0);
}

// --- books --------------------------------------------------------------------------------------------------------

// A ward whose baseline has every kind of pay but overtime: own nurses too few, substitutes up to a limit, an agency.
static struct memory ward_with_books(struct arena *arena) {
  struct memory memory = memory_town(arena);
  memory_settings(&memory)->last_year = 2024;
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 16 * HOURS);
  memory_add_shift(&memory, 0, "night", 22 * HOURS, 8 * HOURS);
  memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, NURSE, 3000);
  memory_add_need(&memory, 0, "night", 22 * HOURS, 8 * HOURS, NURSE, 1000);
  memory_add_group(&memory, 0, "nurses", NURSE, 5000, 80 * PERCENT);
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 8 * PERCENT);
  int64_t hired = memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, NURSE);
  ((struct source_row *)memory_row(&memory, TABLE_SOURCES, hired))->hours_milli_per_week = 60000;
  memory_add_source(&memory, "extra", SOURCE_EXTRA, NOT_GIVEN);
  int64_t agency = memory_add_source(&memory, "agency", SOURCE_AGENCY, NURSE);
  ((struct source_row *)memory_row(&memory, TABLE_SOURCES, agency))->price_ore_per_h = 900 * KR;
  return memory;
}

// That ward without books, solved once for all tests.
static struct arena *kept;
static const struct audit *ward_known(void) {
  static const struct audit *audit;
  if (!audit) {
    struct memory memory = ward_with_books(kept = arena_new());
    audit = audit_effects(town_scenario(&memory));
  }
  return audit;
}

static void add_books(struct memory *memory, int64_t unit, const char *line, int64_t ore) {
  memory_add(memory, TABLE_ACCOUNTS,
             &(struct account_row){.unit = unit, .line = word_of(line), .year = 2024, .amount_ore = ore});
}

static int64_t baseline_on(const struct audit *audit, const char *word) {
  const struct account_line *line = account_line_of(word_of(word));
  int64_t sum = 0;
  for (int whose = 0; whose < ACCOUNT_WHOSE; whose++)
    for (int part = 0; part < ACCOUNT_PARTS; part++)
      if ((line->whose >> whose & 1) && (line->parts >> part & 1))
        sum += audit->baseline[0].paid_for[whose].ore[part];
  return sum;
}

static const struct account_finding *finding_of(const struct audit *audit, const char *line) {
  for (size_t i = 0; i < audit->account_count; i++)
    if (strcmp(audit->accounts[i].line, line) == 0)
      return &audit->accounts[i];
  fail_msg("no finding on %s", line);
  return NULL;
}

static size_t off_count(struct arena *arena, const struct audit *audit) {
  const char *const *headings;
  return result_row_count(accounts_off(arena, audit, &headings));
}

static void without_books_nothing_is_said(void **state) {
  const struct audit *audit = ward_known();
  assert_int_equal(audit->account_count, 0);
  assert_int_equal(result_row_count(accounts_table(*state, audit)), 0);
}

// Both as ledger lines and as arts: every line ok, none left out, and the total is the whole baseline.
static void books_equal_to_the_baseline(void **state) {
  const char *const ledger_lines[] = {
      "base_pay", "evening",  "night",       "weekend",     "holiday", "extra",        "substitutes",  "overtime",
      "agency",   "sick_pay", "sick_refund", "holiday_pay", "pension", "employer_tax", "compensation", NULL};
  const char *const arts[] = {"010", "020", "040", "090", "099", "370", "710", NULL};
  const char *const *const lists[] = {ledger_lines, arts};
  const struct audit *known = ward_known();
  for (size_t l = 0; l < 2; l++)
    for (int64_t unit = NOT_GIVEN;; unit = 0) {
      struct memory memory = ward_with_books(*state);
      for (const char *const *line = lists[l]; *line; line++)
        add_books(&memory, unit, *line, baseline_on(known, *line));
      const struct audit *audit = audit_effects(town_scenario(&memory));
      assert_int_equal(off_count(*state, audit), 0);
      for (size_t i = 0; i < audit->account_count; i++) {
        assert_int_equal(audit->accounts[i].status, ACCOUNT_OK);
        assert_int_equal(audit->accounts[i].unit, unit);
      }
      const struct account_finding *total = finding_of(audit, "total");
      assert_true(total->total);
      assert_int_equal(total->baseline_ore, ledger_sum(&known->baseline[0].ledger[POSITIONS_KEPT]));
      assert_int_equal(total->books_ore, total->baseline_ore);
      if (unit == 0)
        break;
    }
}

// The last øre within the tolerance, and the first beyond it, on either side; a refund by its size.
static void off_begins_beyond_the_tolerance(void **state) {
  const struct audit *known = ward_known();
  const char *const lines[] = {"base_pay", "sick_refund"};
  for (size_t l = 0; l < 2; l++) {
    int64_t baseline = baseline_on(known, lines[l]), size = llabs(baseline), sign = baseline < 0 ? -1 : 1;
    assert_true(size > 1000000);
    // books b with |baseline - b| <= 5 % of b: b from baseline / 1.05 to baseline / 0.95
    int64_t least = (size * 100 + 104) / 105, most = size * 100 / 95;
    const struct {
      int64_t books;
      enum account_status status;
    } cases[] = {{least + 1, ACCOUNT_OK}, {least - 2, ACCOUNT_OFF}, {most - 1, ACCOUNT_OK}, {most + 2, ACCOUNT_OFF}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
      struct memory memory = ward_with_books(*state);
      add_books(&memory, 0, lines[l], sign * cases[c].books);
      const struct audit *audit = audit_effects(town_scenario(&memory));
      assert_int_equal(finding_of(audit, lines[l])->status, cases[c].status);
      assert_int_equal(off_count(*state, audit), cases[c].status == ACCOUNT_OFF);
    }
  }
}

static void a_wider_tolerance_forgives(void **state) {
  int64_t pay = baseline_on(ward_known(), "base_pay");
  for (int wide = 0; wide < 2; wide++) {
    struct memory memory = ward_with_books(*state);
    memory_settings(&memory)->accounts_tolerance_e8 = (wide ? 20 : 1) * PERCENT;
    add_books(&memory, 0, "base_pay", pay * 9 / 10);
    const struct account_finding *finding = finding_of(audit_effects(town_scenario(&memory)), "base_pay");
    assert_int_equal(finding->status, wide ? ACCOUNT_OK : ACCOUNT_OFF);
  }
}

// For whom an hour was hired the model does not know: 020 and 030 are one line.
static void substitutes_and_extra_help_are_added_up(void **state) {
  int64_t hourly = baseline_on(ward_known(), "020");
  assert_true(hourly > 0);
  struct memory memory = ward_with_books(*state);
  add_books(&memory, 0, "030", hourly - hourly / 3);
  add_books(&memory, 0, "050", 12345);
  add_books(&memory, 0, "020", hourly / 3);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct account_finding *finding = finding_of(audit, "030+020");
  assert_int_equal(finding->books_ore, hourly);
  assert_int_equal(finding->baseline_ore, hourly);
  assert_int_equal(finding->status, ACCOUNT_OK);
  const struct account_finding *other = finding_of(audit, "050");
  assert_int_equal(other->status, ACCOUNT_NOT_MODELLED);
  assert_int_equal(other->books_ore, 12345);
  assert_int_equal(other->baseline_ore, NOT_GIVEN);
}

// What no line of the books holds is listed, but for what another line has of it.
static void the_rest_stands_without_books(void **state) {
  const struct audit *known = ward_known();
  struct memory memory = ward_with_books(*state);
  add_books(&memory, 0, "010", baseline_on(known, "010"));
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct account_finding *night = finding_of(audit, "night");
  assert_int_equal(night->status, ACCOUNT_NO_BOOKS);
  assert_int_equal(night->books_ore, NOT_GIVEN);
  const struct ledger *own = &known->baseline[0].paid_for[HOURS_OWN];
  assert_int_equal(night->baseline_ore, baseline_on(known, "night") - own->ore[LEDGER_NIGHT]);
  assert_true(own->ore[LEDGER_NIGHT] > 0 && night->baseline_ore > 0);
  int64_t sum = 0;
  for (size_t i = 0; i < audit->account_count; i++)
    sum += audit->accounts[i].baseline_ore;
  assert_int_equal(sum, ledger_sum(&known->baseline[0].ledger[POSITIONS_KEPT])); // one line: no total
}

static void books_of_nothing_are_off_by_everything(void **state) {
  struct memory memory = ward_with_books(*state);
  add_books(&memory, 0, "pension", 0);
  add_books(&memory, 0, "overtime", 0); // the ward has none
  const struct audit *audit = audit_effects(town_scenario(&memory));
  assert_int_equal(finding_of(audit, "pension")->status, ACCOUNT_OFF);
  assert_int_equal(finding_of(audit, "overtime")->status, ACCOUNT_OK);
  struct result_table *table = accounts_table(*state, audit);
  assert_int_equal(table->fields[6].number, FIELD_BLANK); // a percentage of nothing
  assert_string_equal(table->fields[7].text, "off");
}

static void the_difference_in_the_table(void **state) {
  int64_t refund = baseline_on(ward_known(), "sick_refund");
  struct memory memory = ward_with_books(*state);
  add_books(&memory, NOT_GIVEN, "710", refund * 2);
  struct result_table *table = accounts_table(*state, audit_effects(town_scenario(&memory)));
  assert_string_equal(table->fields[0].text, "");
  assert_string_equal(table->fields[1].text, "710");
  assert_int_equal(table->fields[2].number, 2024);
  assert_int_equal(table->fields[3].number, refund * 2);
  assert_int_equal(table->fields[4].number, refund);
  assert_int_equal(table->fields[5].number, -refund); // half the income is missing: a higher cost
  assert_int_equal(table->fields[6].number, 500);
}

// --- reading ------------------------------------------------------------------------------------------------------

static void good_books(void **state) {
  (void)state;
  const char *const rows[] = {"ward;010;2024;1\nward;40;2024;1\nward;10;2025;1\noffice;010;2024;1\n;010;2024;1\n",
                              ";20;2024;1\n;030;2024;1\n;270;2024;1\n;370;2024;1\n",
                              "ward;710;2024;-5\nward;evening;2024;-5\noffice;sick_refund;2025;0\n"};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char *text = NULL;
    assert_true(asprintf(&text, "unit;line;year;kr\n%s", rows[i]) > 0);
    const struct change_of_text changes[] = {{"accounts.csv", NULL, text}, {NULL, NULL, NULL}};
    assert_nothing_told(changes);
    free(text);
  }
}

static void bad_books(void **state) {
  (void)state;
  static const struct {
    const char *rows;
    struct told told;
  } cases[] = {
      {"ward;overtme;2024;1\n", {"accounts.csv", 2, "line", "overtme", "the nearest is `overtime`"}},
      {"ward;011;2024;1\n", {"accounts.csv", 2, "line", "011", "not one of the words allowed"}},
      {"ward;purchases;2024;1\n", {"accounts.csv", 2, "line", "purchases", "not one of the words allowed"}},
      {"ward;;2024;1\n", {"accounts.csv", 2, "line", NULL, "blank"}},
      {"wrad;010;2024;1\n", {"accounts.csv", 2, "unit", "wrad", "the nearest is `ward`"}},
      {"ward;010;2023;1\n", {"accounts.csv", 2, "year", NULL, "2023 is no year of the scenario: allowed are 2024"}},
      {"ward;010;2024;\n", {"accounts.csv", 2, "kr", NULL, "blank"}},
      {"ward;010;2024;5 %\n", {"accounts.csv", 2, "kr", "5 %", "a percentage without a base"}},
      {"ward;010;2024;1\nward;10;2024;1\n", {"accounts.csv", 3, NULL, NULL, "the same key"}},
      {";010;2024;1\n;10;2024;1\n", {"accounts.csv", 3, NULL, NULL, "the same key"}},
      {"ward;010;2024;1\nward;night;2024;1\n", {"accounts.csv", 3, "line", "night", "overlaps with `010` on line 2"}},
      {"ward;agency;2024;1\nward;370;2024;1\n", {"accounts.csv", 3, "line", "370", "overlaps with `agency`"}},
      {"ward;710;2024;5,5\n", {"accounts.csv", 2, "kr", "5,5", "write it with a minus"}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char *text = NULL;
    assert_true(asprintf(&text, "unit;line;year;kr\n%s", cases[i].rows) > 0);
    const struct change_of_text changes[] = {{"accounts.csv", NULL, text}, {NULL, NULL, NULL}};
    assert_error_told(changes, cases[i].told, 1);
    free(text);
  }
}

static void bad_reports(void **state) {
  (void)state;
  static const struct {
    const char *cells;
    struct told told;
  } cases[] = {
      {"5000;", {"measures.csv", 2, "realised_to", NULL, "write both or neither"}},
      {";2024-08-31", {"measures.csv", 2, "realised_kr", NULL, "write both or neither"}},
      {"5000;2024-05-31", {"measures.csv", 2, "realised_to", "2024-05-31", "before the measure starts on 2024-06-01"}},
      {"5000;2026-08-31", {"measures.csv", 2, "realised_to", NULL, "2026 is no year of the scenario"}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char *text = NULL;
    assert_true(asprintf(&text,
                         "measure;title;nature;start;status;realised_kr;realised_to\n"
                         "m1;One post;rota;2024-06-01;in_force;%s\n"
                         "m2;Fewer nurses;position;;on_hold;;\n"
                         "m3;Summer closed;rota;2024-07-01;;;\n",
                         cases[i].cells) > 0);
    const struct change_of_text changes[] = {{"measures.csv", WHOLE_FILE, text}, {NULL, NULL, NULL}};
    assert_error_told(changes, cases[i].told, 1);
    free(text);
  }
  const struct change_of_text doubtful[] = {
      {"measures.csv", "nature;start;status", "nature;start;status;realised_kr;realised_to"},
      {"measures.csv", "2024-06-01;", "2024-06-01;;5000;2024-08-31"},
      {"measures.csv", ";on_hold", ";on_hold;;"},
      {"measures.csv", "2024-07-01;", "2024-07-01;;;"},
      {NULL, NULL, NULL}};
  assert_warning_told(doubtful, (struct told){"measures.csv", 2, "status", "not_started", "something is realised"});
}

// --- follow-up ----------------------------------------------------------------------------------------------------

enum { M = 0 };

// One post fewer from 1 June 2024, claimed with 365 000 kr a year. Without supplements every day is worth the same.
static struct memory followed(struct arena *arena, enum claim_basis basis, int64_t amount_kr) {
  struct memory memory = ward_with_books(arena);
  memory.tables.list[TABLE_SUPPLEMENTS].count = 0;
  int64_t m = town_measure(&memory, "m", day_from_date(2024, 6, 1));
  town_edit(&memory, m, "need", "window=day", "persons", "add -1");
  memory_add(&memory, TABLE_CLAIMS,
             &(struct claim_row){.measure = M,
                                 .year = 2024,
                                 .amount_ore = amount_kr * KR,
                                 .basis = basis,
                                 .fte_milli = NOT_GIVEN,
                                 .percent_e8 = NOT_GIVEN,
                                 .base_ore = NOT_GIVEN});
  return memory;
}

static void report(struct memory *memory, int64_t kr, day_number to, enum measure_status status) {
  struct measure_row *row = memory_row(memory, TABLE_MEASURES, M);
  row->realised_ore = kr * KR;
  row->realised_to = to;
  row->status = status;
}

// 1 June to 31 December 2024 are 214 days, to 31 August 92 of them.
static void planned_by_real_days(void **state) {
  struct memory memory = followed(*state, CLAIM_IN_YEAR, 214000);
  report(&memory, 80000, day_from_date(2024, 8, 31), STATUS_IN_FORCE);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct followup_line *line = &audit->followup[M];
  assert_int_equal(line->year, 2024);
  assert_int_equal(line->claimed_ore, 214000 * KR);
  assert_int_equal(line->planned_ore, 92000 * KR);
  assert_int_equal(line->realised_ore, 80000 * KR);
  assert_int_equal(line->state, FOLLOWUP_BEHIND);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    assert_int_equal(line->modelled_ore[p],
                     fixed_divide((int128)effect_ore(&audit->measures[M].years[0].answers[p]) * 92, 214));
  struct result_table *table = followup_table(*state, audit);
  assert_int_equal(table->fields[8].number, 134000 * KR); // still to come within the year
}

// A unit's measures stand together, by status; units as the file first names them.
static void listed_by_unit_and_status(void **state) {
  static const struct {
    const char *code, *unit;
    enum measure_status status;
  } measures[] = {{"a", "Ward", STATUS_IN_FORCE},
                  {"b", "Kitchen", STATUS_UNDER_WAY},
                  {"c", "Ward", STATUS_UNDER_WAY},
                  {"d", "Ward", STATUS_NOT_STARTED},
                  {"e", "Kitchen", STATUS_UNDER_WAY}};
  static const char *const listed[] = {"d", "c", "a", "b", "e"};
  struct memory memory = plain_ward(*state, 2000, 12000);
  memory_settings(&memory)->last_year = 2024;
  for (size_t m = 0; m < 5; m++) {
    int64_t index = town_measure(&memory, measures[m].code, day_from_date(2024, 6, 1));
    struct measure_row *row = memory_row(&memory, TABLE_MEASURES, index);
    row->unit_label = measures[m].unit;
    row->status = measures[m].status;
  }
  const struct result_table *table = followup_table(*state, audit_everything(town_scenario(&memory)));
  assert_int_equal(result_row_count(table), 5);
  for (size_t r = 0; r < 5; r++)
    assert_string_equal(result_text_of(table, r, TEXT_measure), listed[r]);
}

static void a_full_years_claim_counts_its_days(void **state) {
  struct memory memory = followed(*state, CLAIM_FULL_YEAR, 366000);
  report(&memory, 92000, day_from_date(2024, 8, 31), STATUS_PARTLY);
  const struct followup_line *line = &audit_effects(town_scenario(&memory))->followup[M];
  assert_int_equal(line->claimed_ore, 214000 * KR);
  assert_int_equal(line->planned_ore, 92000 * KR);
  assert_int_equal(line->state, FOLLOWUP_ON_PLAN);
}

// An edit with an end counts on its days only.
static void a_closed_summer_is_planned_in_summer(void **state) {
  struct memory memory = followed(*state, CLAIM_IN_YEAR, 61000);
  struct edit_row *edit = memory_row(&memory, TABLE_EDITS, 0);
  edit->from = day_from_date(2024, 7, 1);
  edit->to = day_from_date(2024, 8, 30); // 61 days
  report(&memory, 40000, day_from_date(2024, 7, 31), STATUS_IN_FORCE);
  const struct followup_line *line = &audit_effects(town_scenario(&memory))->followup[M];
  assert_int_equal(line->planned_ore, 31000 * KR);
  assert_int_equal(line->state, FOLLOWUP_AHEAD);
}

// Amounts come as they accrue: three months of eight in twelfths, or all at once.
static void amounts_by_their_accrual(void **state) {
  for (int once = 0; once < 2; once++) {
    struct memory memory = ward_with_books(*state);
    town_measure(&memory, "m", day_from_date(2024, 5, 1));
    ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, M))->nature = NATURE_AMOUNT;
    memory_add(&memory, TABLE_AMOUNTS,
               &(struct amount_row){.measure = M,
                                    .line = AMOUNT_PURCHASES,
                                    .saving_ore_per_year = 765000 * KR,
                                    .from = NOT_GIVEN,
                                    .to = NOT_GIVEN,
                                    .accrual = once ? ACCRUAL_ONCE : ACCRUAL_MONTHS});
    memory_add(&memory, TABLE_CLAIMS,
               &(struct claim_row){.measure = M,
                                   .year = 2024,
                                   .amount_ore = 500000 * KR,
                                   .basis = CLAIM_IN_YEAR,
                                   .fte_milli = NOT_GIVEN,
                                   .percent_e8 = NOT_GIVEN,
                                   .base_ore = NOT_GIVEN});
    report(&memory, 187500, day_from_date(2024, 7, 31), STATUS_IN_FORCE);
    const struct followup_line *line = &audit_effects(town_scenario(&memory))->followup[M];
    assert_int_equal(line->planned_ore, once ? 500000 * KR : 187500 * KR);
    assert_int_equal(line->modelled_ore[POSITIONS_KEPT], once ? 765000 * KR : 191250 * KR);
    assert_int_equal(line->state, once ? FOLLOWUP_BEHIND : FOLLOWUP_ON_PLAN);
  }
}

// At the day itself, the last of the year, and with the tolerance of 10 %.
static void states_at_their_boundaries(void **state) {
  static const struct {
    int64_t kr;
    enum followup_state state;
  } cases[] = {
      {192600, FOLLOWUP_ON_PLAN}, {192599, FOLLOWUP_BEHIND}, {235400, FOLLOWUP_ON_PLAN}, {235401, FOLLOWUP_AHEAD}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct memory memory = followed(*state, CLAIM_IN_YEAR, 214000);
    report(&memory, cases[i].kr, day_from_date(2024, 12, 31), STATUS_REALISED);
    const struct followup_line *line = &audit_effects(town_scenario(&memory))->followup[M];
    assert_int_equal(line->planned_ore, 214000 * KR);
    assert_int_equal(line->state, cases[i].state);
  }
}

static void states_by_status(void **state) {
  struct memory memory = followed(*state, CLAIM_IN_YEAR, 214000);
  const struct followup_line *line = &audit_effects(town_scenario(&memory))->followup[M];
  assert_int_equal(line->state, FOLLOWUP_NOTHING_REPORTED);
  assert_int_equal(line->planned_ore, 214000 * KR); // the whole year's, without a day
  assert_int_equal(line->to_date, NOT_GIVEN);
  report(&memory, 0, day_from_date(2024, 8, 31), STATUS_NOT_STARTED);
  assert_int_equal(audit_effects(town_scenario(&memory))->followup[M].state, FOLLOWUP_LATE_START);
  report(&memory, 0, day_from_date(2024, 5, 31), STATUS_NOT_STARTED);
  line = &audit_effects(town_scenario(&memory))->followup[M];
  assert_int_equal(line->state, FOLLOWUP_ON_PLAN);
  assert_int_equal(line->planned_ore, 0);
  report(&memory, 0, day_from_date(2024, 8, 31), STATUS_NOT_REALISED);
  assert_int_equal(audit_effects(town_scenario(&memory))->followup[M].state, FOLLOWUP_GIVEN_UP);
  report(&memory, 0, day_from_date(2024, 8, 31), STATUS_ON_HOLD);
  ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, M))->start = NOT_GIVEN;
  assert_int_equal(audit_effects(town_scenario(&memory))->followup[M].state, FOLLOWUP_NO_START);
}

int main(void) {
#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ledger_lines_have_their_own_name),
      TEST(arts_divide_the_ledger),
      TEST(paid_for_adds_up),
      TEST(without_books_nothing_is_said),
      TEST(books_equal_to_the_baseline),
      TEST(off_begins_beyond_the_tolerance),
      TEST(a_wider_tolerance_forgives),
      TEST(substitutes_and_extra_help_are_added_up),
      TEST(the_rest_stands_without_books),
      TEST(books_of_nothing_are_off_by_everything),
      TEST(the_difference_in_the_table),
      cmocka_unit_test(good_books),
      cmocka_unit_test(bad_books),
      cmocka_unit_test(bad_reports),
      TEST(planned_by_real_days),
      TEST(listed_by_unit_and_status),
      TEST(a_full_years_claim_counts_its_days),
      TEST(a_closed_summer_is_planned_in_summer),
      TEST(amounts_by_their_accrual),
      TEST(states_at_their_boundaries),
      TEST(states_by_status),
  };
  int failed = cmocka_run_group_tests_name("accounts", tests, NULL, NULL);
  arena_free(kept);
  return failed;
}
