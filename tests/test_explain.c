// SPDX-License-Identifier: GPL-3.0-or-later
// What `rotacost explain` and `run --strict` say: changes in words, worth, findings and reasons of what is asked alone.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "app/strict.h"
#include "audit/changes.h"
#include "audit/compliance.h"
#include "audit/titles.h"
#include "audit/why.h"
#include "base/fixed.h"
#include "report/explain.h"
#include "report/why.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

enum { DAY_START = 7 * HOURS + 30, DAY_END = 15 * HOURS, NIGHT_START = 22 * HOURS, NIGHT_END = 7 * HOURS + 30 };

// Two units with hired nurses alone: two at night in `ward`, one by day in `home`. At night the norm is two.
static struct memory two_units(struct arena *arena) {
  struct memory memory = memory_town(arena);
  memory_add_unit(&memory, "ward");
  memory_add_unit(&memory, "home");
  memory_add_shift(&memory, 0, "night", NIGHT_START, NIGHT_END);
  memory_add_shift(&memory, 1, "day", DAY_START, DAY_END);
  memory_add_need(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 2000);
  memory_add_need(&memory, 1, "day", DAY_START, DAY_END, NURSE, 1000);
  memory_add_norm(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 2000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, NURSE);
  return memory;
}

static const struct audit *audit_only(const struct memory *memory, const bool *only) {
  struct audit_hooks hooks = {.only = only};
  struct failure failure;
  const struct audit *audit = audit_run(town_scenario(memory), &hooks, &failure);
  if (!audit)
    fail_msg("%s", failure.text);
  return audit;
}

// Text of a field by column name; numbers as digits.
static const char *field_at(const struct result_table *table, size_t row, const char *column) {
  for (size_t c = 0; c < table->column_count; c++) {
    const union field *field = &table->fields[row * table->column_count + c];
    if (strcmp(table->columns[c].name, column) != 0)
      continue;
    if (field_is_text(table->columns[c].kind))
      return field->text;
    return field->number == FIELD_BLANK ? "" : arena_printf(table->arena, "%lld", (long long)field->number);
  }
  fail_msg("no column %s", column);
  return NULL;
}

// --- changes in words ---------------------------------------------------------------------------------------------

static void edit_on(struct memory *memory, int64_t edit, int64_t from, int64_t to) {
  struct edit_row *row = memory_row(memory, TABLE_EDITS, edit);
  row->from = from;
  row->to = to;
}

static struct change_line *changes_of(const struct memory *memory, size_t measure, size_t count) {
  size_t found;
  struct change_line *lines = measure_changes(memory->arena, town_scenario(memory), measure, &found);
  assert_int_equal(found, count);
  return lines;
}

static void one_edit_is_told_with_both_values(void **state) {
  struct memory memory = two_units(*state);
  int64_t june = day_from_date(2024, 6, 1), measure = town_measure(&memory, "m", june);
  town_edit(&memory, measure, "need", "unit=ward window=night", "persons", "add -1");
  struct change_line *line = changes_of(&memory, 0, 1);
  assert_string_equal(line->change, "from 2 to 1");
  assert_string_equal(line->where, "unit=ward window=night");
  assert_string_equal(line->table, "need");
  assert_string_equal(line->column, "persons");
  assert_int_equal(line->from, june);
  assert_int_equal(line->to, DAY_NONE);
  assert_int_equal(line->row_count, 1);
}

// Each edit is told against the day before it, with what the measure did until then.
static void later_edits_go_on_from_the_earlier(void **state) {
  struct memory memory = two_units(*state);
  int64_t measure = town_measure(&memory, "m", day_from_date(2024, 6, 1));
  town_edit(&memory, measure, "need", "unit=ward", "persons", "add -0.5");
  int64_t second = town_edit(&memory, measure, "need", "unit=ward", "persons", "multiply 0.5");
  edit_on(&memory, second, day_from_date(2025, 1, 1), day_from_date(2025, 3, 31));
  struct change_line *lines = changes_of(&memory, 0, 2);
  assert_string_equal(lines[0].change, "from 2 to 1.5");
  assert_string_equal(lines[1].change, "from 1.5 to 0.75");
  assert_int_equal(lines[1].to, day_from_date(2025, 3, 31));
}

static void rows_are_told_once_where_alike(void **state) {
  struct memory memory = two_units(*state);
  memory_add_need(&memory, 0, "night", NIGHT_START, NIGHT_END, ASSISTANT, 1000);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2024, 6, 1)), "need", "", "persons", "multiply 2");
  struct change_line *line = changes_of(&memory, 0, 1);
  assert_int_equal(line->row_count, 3);
  assert_string_equal(line->change, "from 2 to 4; from 1 to 2");
}

static void blanks_and_nothing_are_told(void **state) {
  struct memory memory = two_units(*state);
  memory_add_group(&memory, 0, "nurses", NURSE, 2000, ONE_E8);
  int64_t measure = town_measure(&memory, "m", day_from_date(2024, 6, 1));
  town_edit(&memory, measure, "groups", "group=nurses", "weekends_per_year", "set 20");
  town_edit(&memory, measure, "groups", "group=nurses", "heads", "multiply 1");
  struct change_line *lines = changes_of(&memory, 0, 2);
  assert_string_equal(lines[0].change, "set to 20");
  assert_string_equal(lines[1].change, "stays 2");
}

static void undecided_edits_and_amounts_have_no_date(void **state) {
  struct memory memory = two_units(*state);
  int64_t measure = town_measure(&memory, "m", NOT_GIVEN);
  town_edit(&memory, measure, "need", "unit=ward", "persons", "set 0");
  memory_add(&memory, TABLE_AMOUNTS,
             &(struct amount_row){.measure = measure,
                                  .line = AMOUNT_INCOME,
                                  .saving_ore_per_year = -10000000,
                                  .from = NOT_GIVEN,
                                  .to = NOT_GIVEN,
                                  .accrual = ACCRUAL_DAYS});
  struct change_line *lines = changes_of(&memory, 0, 2);
  assert_string_equal(lines[0].change, "from 2 to 0");
  assert_int_equal(lines[0].from, DAY_NONE);
  assert_string_equal(lines[1].change, "-100 000 kr a year, counted by days");
  assert_string_equal(lines[1].where, "income");
}

static void only_its_own_edits_count(void **state) {
  struct memory memory = two_units(*state);
  town_edit(&memory, town_measure(&memory, "first", day_from_date(2024, 1, 1)), "need", "unit=ward", "persons",
            "set 5");
  town_edit(&memory, town_measure(&memory, "other", day_from_date(2024, 6, 1)), "need", "unit=ward", "persons",
            "add 1");
  assert_string_equal(changes_of(&memory, 1, 1)->change, "from 2 to 3");
}

// --- asking for one measure ---------------------------------------------------------------------------------------

static void one_measure_costs_what_it_costs_among_others(void **state) {
  struct memory memory = two_units(*state);
  day_number june = day_from_date(2024, 6, 1);
  town_edit(&memory, town_measure(&memory, "night", june), "need", "unit=ward", "persons", "add -1");
  town_edit(&memory, town_measure(&memory, "day", june), "need", "unit=home", "persons", "set 0");
  const struct audit *all = audit_only(&memory, NULL), *one = audit_only(&memory, (const bool[]){false, true});
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    int64_t effect = effect_ore(&all->measures[1].full.answers[p]);
    assert_true(effect > 0);
    assert_true(effect == effect_ore(&one->measures[1].full.answers[p]));
  }
  assert_null(one->measures[0].years);
  assert_true(one->counts.solves < all->counts.solves);
  size_t home_lines = 0;
  for (size_t i = 0; i < one->cover_count; i++)
    home_lines += one->cover[i].unit == 1;
  assert_true(home_lines > 0);
  assert_int_equal(home_lines, one->cover_count); // nothing of the ward
}

static void the_usual_year_is_the_first_whole_one(void **state) {
  struct memory memory = two_units(*state);
  day_number june = day_from_date(2024, 6, 1), new_year = day_from_date(2024, 1, 1);
  town_edit(&memory, town_measure(&memory, "a", june), "need", "unit=ward", "persons", "add -1");
  town_edit(&memory, town_measure(&memory, "b", new_year), "need", "unit=ward", "persons", "add -1");
  const struct scenario *scenario = town_scenario(&memory);
  assert_int_equal(explain_usual_year(scenario, 0), 2025);
  assert_int_equal(explain_usual_year(scenario, 1), 2024);
  assert_int_equal(explain_usual_year(scenario, NOT_GIVEN), 2025);
}

// --- worth --------------------------------------------------------------------------------------------------------

static void add_claim(struct memory *memory, int64_t measure, int64_t year, enum claim_basis basis) {
  memory_add(memory, TABLE_CLAIMS,
             &(struct claim_row){
                 .measure = measure, .year = year, .amount_ore = 1000 * KR, .basis = basis, .fte_milli = NOT_GIVEN});
}

static struct result_table *worth_of(const struct memory *memory, int64_t measure) {
  const char *const *headings;
  struct explained asked = {audit_only(memory, NULL), measure, 2025, false};
  return explain_worth(memory->arena, &asked, &headings);
}

// A claim of a year stands on its year's line, one of a whole year on the last; the norm forbids the whole saving.
static void claims_stand_on_the_line_they_speak_of(void **state) {
  struct memory memory = two_units(*state);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2024, 6, 1)), "need", "unit=ward", "persons", "add -1");
  add_claim(&memory, 0, 2024, CLAIM_IN_YEAR);
  add_claim(&memory, 0, 2025, CLAIM_FULL_YEAR);
  struct result_table *table = worth_of(&memory, 0);
  assert_int_equal(result_row_count(table), 3);
  assert_string_equal(field_at(table, 0, "claimed_kr"), "100000");
  assert_string_equal(field_at(table, 1, "claimed_kr"), "");
  assert_string_equal(field_at(table, 1, "verdict"), "");
  assert_string_equal(field_at(table, 2, "claimed_kr"), "100000");
  assert_string_equal(field_at(table, 2, "verdict"), "more_than_claimed");
  assert_string_equal(field_at(table, 1, "kept_kr"), field_at(table, 2, "kept_kr"));
  assert_true(atoll(field_at(table, 2, "kept_kr")) > 0);
  for (size_t row = 0; row < 3; row++)
    assert_string_equal(field_at(table, row, "compliant_kept_kr"), "0");
}

// --- findings and reasons -----------------------------------------------------------------------------------------

enum { M = 1 }; // the measure asked for

static struct finding finding_like(const char *rule, enum finding_status status) {
  return (struct finding){.measure = M,
                          .year = 2025,
                          .positions = POSITIONS_KEPT,
                          .rule = rule,
                          .window = "night",
                          .level = NURSE,
                          .counted_in = "persons",
                          .limit_milli = 2000,
                          .value_milli = 1000,
                          .breaches = 365,
                          .person_h_short = 3467.5,
                          .first_day = day_from_date(2025, 1, 1),
                          .status = status,
                          .reason = "because"};
}

// An audit of two measures made of nothing but these.
static struct audit audit_with(const struct memory *memory, struct finding *findings, size_t count) {
  return (struct audit){
      .scenario = town_scenario(memory), .arena = memory->arena, .findings = findings, .finding_count = count};
}

static struct memory two_measures(struct arena *arena) {
  struct memory memory = two_units(arena);
  town_measure(&memory, "other", day_from_date(2024, 1, 1));
  town_measure(&memory, "asked", day_from_date(2024, 1, 1));
  return memory;
}

// The first title given counts, of need before norm; without one the hours and the days name it, and the code where that
// would name two.
static void windows_have_titles(void **state) {
  struct arena *arena = *state;
  struct memory memory = two_units(arena);
  int64_t ward = memory_add_unit(&memory, "titled");
  memory_add_need(&memory, ward, "n", 22 * 60, 7 * 60 + 30, 0, 1000);
  memory_add_norm(&memory, ward, "n", 22 * 60, 7 * 60 + 30, 0, 1000);
  int64_t office = memory_add_need(&memory, ward, "o", 8 * 60, 15 * 60 + 30, 0, 1000);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, office))->days = 0x1f;
  memory_add_need(&memory, ward, "twin", 15 * 60, 22 * 60, 0, 1000);
  memory_add_need(&memory, ward, "twin2", 15 * 60, 22 * 60, 0, 1000);
  int64_t named = memory_add_need(&memory, ward, "v", 9 * 60, 10 * 60, 0, 1000);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, named))->title = "Morning visits";
  const struct tables *tables = &town_scenario(&memory)->tables;
  assert_string_equal(title_of_window(arena, tables, "titled", "n"), "night 22:00–07:30");
  assert_string_equal(title_of_window(arena, tables, "titled", "o"), "day 08:00–15:30, Mon–Fri");
  assert_string_equal(title_of_window(arena, tables, "titled", "twin"), "evening 15:00–22:00 (twin)");
  assert_string_equal(title_of_window(arena, tables, "titled", "v"), "Morning visits");
  assert_string_equal(title_of_window(arena, tables, "titled", "none"), "none");
}

static void findings_of_the_question_alone(void **state) {
  struct memory memory = two_measures(*state);
  struct finding findings[] = {
      finding_like(RULE_NORM_PLANNED, FINDING_BROKEN), finding_like(RULE_NORM_PLANNED, FINDING_KEPT),
      finding_like(RULE_NORM_PLANNED, FINDING_BROKEN), finding_like(RULE_NORM_PLANNED, FINDING_BROKEN),
      finding_like(RULE_COVER, FINDING_KEPT),          finding_like("daily_rest", FINDING_KEPT),
      finding_like("daily_rest", FINDING_KEPT),        finding_like("weekly_rest", FINDING_KEPT),
      finding_like("weekly_rest", FINDING_NEEDS_ROTA), finding_like("overtime_week", FINDING_BROKEN),
      finding_like("overtime_week", FINDING_BOUNDED),
  };
  findings[2].measure = NOT_GIVEN;
  findings[3].year = 2024;
  struct audit audit = audit_with(&memory, findings, sizeof findings / sizeof *findings);
  struct explained asked = {&audit, M, 2025, false};
  const char *const *headings;
  struct result_table *norms = explain_findings(*state, &asked, EXPLAIN_NORMS, &headings);
  assert_int_equal(result_row_count(norms), 1);
  assert_string_equal(field_at(norms, 0, "what"), "night 22:00–07:30: nurse");
  assert_string_equal(field_at(norms, 0, "limit"), "200");
  assert_string_equal(field_at(norms, 0, "breaches"), "365");
  assert_string_equal(field_at(norms, 0, "finding"), "broken");
  assert_int_equal(result_row_count(explain_findings(*state, &asked, EXPLAIN_COVER, &headings)), 1);
  struct result_table *rules = explain_findings(*state, &asked, EXPLAIN_RULES, &headings);
  assert_int_equal(result_row_count(rules), 1);
  assert_string_equal(field_at(rules, 0, "what"), "overtime in a week");
  assert_string_equal(explain_rules(*state, &asked, FINDING_KEPT), "daily rest");
  assert_string_equal(explain_rules(*state, &asked, FINDING_NEEDS_ROTA), "weekly rest");
  assert_string_equal(explain_rules(*state, &asked, FINDING_BOUNDED), "");
  asked.in_full = true;
  assert_int_equal(result_row_count(explain_findings(*state, &asked, EXPLAIN_NORMS, &headings)), 2);
  assert_int_equal(result_row_count(explain_findings(*state, &asked, EXPLAIN_RULES, &headings)), 6);
}

static void reasons_and_mending_are_kept_apart(void **state) {
  struct memory memory = two_measures(*state);
  struct reason reasons[] = {
      {.measure = M,
       .year = 2025,
       .kind = REASON_SOLVED,
       .words = "1 head more",
       .limit = "heads",
       .edit = "",
       .saving_kr = 1000.5,
       .first_day = DAY_NONE,
       .last_day = DAY_NONE,
       .weeks = 5},
      {.measure = M,
       .year = 2025,
       .kind = REASON_MENDED,
       .words = "two heads more",
       .limit = "heads",
       .edit = "",
       .saving_kr = -2000,
       .mended_h = 10,
       .left_h = 2.5,
       .first_day = 1,
       .last_day = 2,
       .weeks = 7},
      {.measure = 0, .year = 2025, .kind = REASON_SOLVED, .words = "of another", .limit = "heads", .edit = ""},
  };
  struct audit audit = audit_with(&memory, NULL, 0);
  audit.reasons = reasons;
  audit.reason_count = 3;
  struct explained asked = {&audit, M, 2025, false};
  const char *const *headings;
  struct result_table *why = explain_reasons(*state, &asked, false, &headings);
  assert_int_equal(result_row_count(why), 1);
  assert_string_equal(field_at(why, 0, "saving_kr"), "100050");
  assert_string_equal(field_at(why, 0, "first_date"), "");
  struct result_table *mending = explain_reasons(*state, &asked, true, &headings);
  assert_int_equal(result_row_count(mending), 1);
  assert_string_equal(field_at(mending, 0, "cost_kr"), "200000");
  assert_string_equal(field_at(mending, 0, "left_h"), "25");
  struct result_table *all = why_table(*state, &audit);
  assert_int_equal(result_row_count(all), 3);
  assert_string_equal(field_at(all, 1, "saving_kr"), "-200000");
  assert_string_equal(field_at(all, 1, "easing"), "two heads more");
  assert_string_equal(field_at(all, 2, "measure"), "other");
}

// --- the page -----------------------------------------------------------------------------------------------------

static const char *page_of(const struct memory *memory, int64_t measure, int year) {
  char *text = NULL;
  size_t length = 0;
  FILE *to = open_memstream(&text, &length);
  struct explained asked = {audit_only(memory, NULL), measure, year, false};
  explain_print(memory->arena, &asked, 0, to);
  fclose(to);
  const char *page = arena_text(memory->arena, text, length);
  free(text);
  return page;
}

static void assert_says(const char *page, const char *words) {
  if (!strstr(page, words))
    fail_msg("no \"%s\" in:\n%s", words, page);
}

static void the_page_says_what_the_norm_costs(void **state) {
  struct memory memory = two_units(*state);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2024, 6, 1)), "need", "unit=ward", "persons", "add -1");
  struct measure_row *row = memory_row(&memory, TABLE_MEASURES, 0);
  row->title = "One post \033[31mfewer";
  const char *page = page_of(&memory, 0, 2025);
  assert_says(page, "m: One post \\x1B[31mfewer\n");
  assert_says(page, "In force from 1 June 2024. ");
  assert_says(page, "from 2 to 1");
  assert_says(page, "Type of saving: below norm (");
  assert_says(page, "With the norm kept: 0 and 0 kr.\n");
  assert_says(page, "Breaks minimum staffing on 365 days (3 468 person-hours, first on 1 January 2025).\n");
  assert_null(strchr(page, '\033'));
}

// Need stays as the norm asks, but the measure takes those who filled it.
static void the_page_says_where_the_norm_is_left_unfilled(void **state) {
  struct memory memory = two_units(*state);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2024, 1, 1)), "sources", "code=hired", "hours_per_week",
            "set 0");
  const char *page = page_of(&memory, 0, 2024);
  assert_null(strstr(page, "Breaks minimum staffing"));
  assert_says(page,
              "Positions kept: its plan fills fewer places than today's of those the norm asks for, on 366 days of "
              "2024 (6 954 person-hours), the first on 1 January 2024.\n");
  assert_says(page, "Type of saving: below norm (");
}

static void a_measure_outside_its_years_is_not_judged(void **state) {
  struct memory memory = two_units(*state);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 1, 1)), "need", "unit=home", "persons", "set 0");
  assert_says(page_of(&memory, 0, 2024), "It changes no rota in 2024.\n");
  assert_says(page_of(&memory, 0, 2025), "No employees, so no working-time rules apply.\n");
}

static void a_measure_of_amounts_has_no_rota_to_judge(void **state) {
  struct memory memory = two_units(*state);
  int64_t measure = town_measure(&memory, "m", day_from_date(2024, 6, 1));
  memory_add(&memory, TABLE_AMOUNTS,
             &(struct amount_row){.measure = measure,
                                  .line = AMOUNT_PURCHASES,
                                  .saving_ore_per_year = 1200 * KR,
                                  .from = NOT_GIVEN,
                                  .to = NOT_GIVEN,
                                  .accrual = ACCRUAL_MONTHS});
  const char *page = page_of(&memory, 0, 2025);
  assert_says(page, "1200 kr a year, counted by months");
  assert_says(page, "only its dates are checked");
  assert_null(strstr(page, "Working time"));
}

static void the_baseline_lists_every_measure(void **state) {
  struct memory memory = two_units(*state);
  town_edit(&memory, town_measure(&memory, "night", NOT_GIVEN), "need", "unit=ward", "persons", "add -1");
  town_measure(&memory, "nothing", NOT_GIVEN);
  const char *page = page_of(&memory, NOT_GIVEN, 2025);
  assert_says(page, "night ");
  assert_says(page, "nothing ");
  assert_says(page, "Minimum staffing, 2025");
}

// --- strict -------------------------------------------------------------------------------------------------------

static const char *strict_says(const struct audit *audit, bool met) {
  char *text = NULL;
  size_t length = 0;
  FILE *to = open_memstream(&text, &length);
  bool found = strict_is_met(audit, to);
  fclose(to);
  const char *said = arena_text(audit->arena, text, length);
  free(text);
  if (found != met)
    fail_msg("met: %d\n%s", found, said);
  return said;
}

static void strict_names_the_baselines_own_breach_once(void **state) {
  struct memory memory = two_measures(*state);
  struct finding findings[] = {finding_like(RULE_NORM_PLANNED, FINDING_BELOW_TODAY),
                               finding_like(RULE_NORM_PLANNED, FINDING_BELOW_TODAY),
                               finding_like(RULE_NORM_PLANNED, FINDING_KEPT)};
  for (int i = 0; i < 3; i++)
    findings[i].measure = NOT_GIVEN;
  findings[1].year = 2024;
  struct audit audit = audit_with(&memory, findings, 3);
  assert_string_equal(strict_says(&audit, false), "memory: strict: the baseline, night in ward: because\n");
  findings[0].status = findings[1].status = FINDING_KEPT;
  assert_string_equal(strict_says(&audit, true), "");
}

static void strict_lets_a_measure_be_where_today_is_below(void **state) {
  struct memory memory = two_measures(*state);
  struct finding findings[] = {finding_like(RULE_NORM_PLANNED, FINDING_BELOW_TODAY),
                               finding_like("weekly_rest", FINDING_BROKEN), finding_like(RULE_COVER, FINDING_SHORT)};
  findings[1].measure = NOT_GIVEN;
  struct audit audit = audit_with(&memory, findings, 3);
  assert_string_equal(strict_says(&audit, true), "");
}

// Need is as the norm asks, but there is nobody.
static void strict_names_a_norm_that_nobody_fills(void **state) {
  struct memory memory = two_units(*state);
  struct source_row *hired = memory_row(&memory, TABLE_SOURCES, 0);
  assert_string_equal(strict_says(audit_only(&memory, NULL), true), "");
  hired->unit = 1;
  assert_string_equal(
      strict_says(audit_only(&memory, NULL), false),
      "memory: strict: the baseline leaves the norm of night in ward unfilled, first on 1 January 2024\n");
}

static void strict_counts_a_norm_the_measure_breaks(void **state) {
  struct memory memory = two_units(*state);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 1, 1)), "need", "unit=ward", "persons", "add -1");
  const char *said = strict_says(audit_only(&memory, NULL), false);
  assert_non_null(strstr(said, "memory: strict: m breaks a norm on 365 days of 2025 (3 468 person-hours)\n"));
  assert_null(strstr(said, "2024"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(one_edit_is_told_with_both_values, set_up, tear_down),
      cmocka_unit_test_setup_teardown(later_edits_go_on_from_the_earlier, set_up, tear_down),
      cmocka_unit_test_setup_teardown(rows_are_told_once_where_alike, set_up, tear_down),
      cmocka_unit_test_setup_teardown(blanks_and_nothing_are_told, set_up, tear_down),
      cmocka_unit_test_setup_teardown(undecided_edits_and_amounts_have_no_date, set_up, tear_down),
      cmocka_unit_test_setup_teardown(only_its_own_edits_count, set_up, tear_down),
      cmocka_unit_test_setup_teardown(one_measure_costs_what_it_costs_among_others, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_usual_year_is_the_first_whole_one, set_up, tear_down),
      cmocka_unit_test_setup_teardown(claims_stand_on_the_line_they_speak_of, set_up, tear_down),
      cmocka_unit_test_setup_teardown(windows_have_titles, set_up, tear_down),
      cmocka_unit_test_setup_teardown(findings_of_the_question_alone, set_up, tear_down),
      cmocka_unit_test_setup_teardown(reasons_and_mending_are_kept_apart, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_page_says_what_the_norm_costs, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_page_says_where_the_norm_is_left_unfilled, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_measure_outside_its_years_is_not_judged, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_measure_of_amounts_has_no_rota_to_judge, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_baseline_lists_every_measure, set_up, tear_down),
      cmocka_unit_test_setup_teardown(strict_names_the_baselines_own_breach_once, set_up, tear_down),
      cmocka_unit_test_setup_teardown(strict_lets_a_measure_be_where_today_is_below, set_up, tear_down),
      cmocka_unit_test_setup_teardown(strict_names_a_norm_that_nobody_fills, set_up, tear_down),
      cmocka_unit_test_setup_teardown(strict_counts_a_norm_the_measure_breaks, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}
