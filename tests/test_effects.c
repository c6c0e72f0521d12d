// SPDX-License-Identifier: GPL-3.0-or-later
// What a measure saves: on the real days of its first year, in a full year, directly, in FTE, and against the norm.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "audit/coverage.h"
#include "audit/effect.h"
#include "base/fixed.h"
#include "support/audited.h"
#include "support/pay_by_minute.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

enum { WEEK_35_5 = 35 * HOURS + 30, NIGHT_START = 22 * HOURS, NIGHT_END = 7 * HOURS + 30 };

// Two nurses at night, all of them hired; `night` is the unit's first window and shift.
static struct memory night_ward(struct arena *arena) {
  struct memory memory = memory_town(arena);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "night", NIGHT_START, NIGHT_END);
  memory_add_need(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 2000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, NURSE);
  return memory;
}

static struct memory one_night_post_fewer(struct arena *arena, int64_t start) {
  struct memory memory = night_ward(arena);
  town_edit(&memory, town_measure(&memory, "night", start), "need", "window=night", "persons", "add -1");
  return memory;
}

// What the nights of a stretch cost one by one, minute by minute.
static int64_t price_of_nights(const struct memory *memory, enum pay_form form, day_number first, day_number last) {
  struct pay_terms terms = {.form = form, .category = NURSE, .full_time_min = WEEK_35_5, .pay_e8 = ONE_E8};
  int64_t ore = 0;
  for (day_number day = first; day <= last; day++) {
    struct pay_span night = {.day = day, .start_min = NIGHT_START, .end_min = NIGHT_END};
    struct ledger price = span_by_minute(&memory->tables, &terms, &night);
    ore += ledger_sum(&price);
  }
  return ore;
}

// --- real days ----------------------------------------------------------------------------------------------------

// One night post fewer from 1 June 2024: 214 nights in that year, 365 in the first whole one.
static void night_post_fewer_from_june(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2024, 6, 1));
  const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
  assert_int_equal(effect->year_count, 2);
  const struct year_effect *first = &effect->years[0], *second = &effect->years[1];
  assert_int_equal(first->year, 2024);
  assert_int_equal(effect->full.year, 2025);
  day_number june = day_from_date(2024, 6, 1), new_year = day_from_date(2025, 1, 1);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) { // nobody has a position: both answers are the hired nights
    int64_t rest_ore = price_of_nights(&memory, PAY_SUBSTITUTE, june, new_year - 1);
    assert_int_equal(effect_ore(&first->answers[p]), rest_ore);
    int64_t year_ore = price_of_nights(&memory, PAY_SUBSTITUTE, new_year, day_from_date(2025, 12, 31));
    assert_int_equal(effect_ore(&second->answers[p]), year_ore);
    assert_int_equal(effect_ore(&effect->full.answers[p]), year_ore);
  }
  assert_int_equal(ledger_sum(&first->direct.saving), price_of_nights(&memory, PAY_DIRECT, june, new_year - 1));
}

static void gross_and_net_fte_of_a_night_post(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2024, 6, 1));
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 10 * PERCENT);
  memory_add_absence(&memory, ABSENCE_HOLIDAY, NURSE, 20 * PERCENT);
  const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
  assert_near(effect->years[0].direct.gross_fte, 214 * 9.5 / 1846, 1e-12);
  assert_near(effect->full.direct.gross_fte, 1.8784, 5e-5);
  assert_near(effect->full.direct.gross_fte, 365 * 9.5 / 1846, 1e-12);
  assert_near(effect->full.direct.net_fte, 365 * 9.5 / 1846 / (0.8 * 0.9), 1e-12);
}

// The full-time week is that of the unit's own people where they have another.
static void fte_by_the_week_of_the_group(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2025, 1, 1));
  struct group_row *group =
      memory_row(&memory, TABLE_GROUPS, memory_add_group(&memory, 0, "nights", NURSE, 1000, ONE_E8));
  group->full_time_min = 33 * HOURS + 36;
  const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
  assert_near(effect->full.direct.gross_fte, 365 * 9.5 / (52 * 33.6), 1e-12);
}

// What goes with a post of 15:00-22:00 is the shift that works it, paid from 14:45 to 22:15; but not a long one of which it is
// only a part, and of two that work it the shorter.
static void paid_is_the_shift_that_works_the_window(void **state) {
  static const struct {
    int64_t start_min, end_min;
    double paid_h; // counted for the window
  } shifts[] = {{14 * HOURS + 45, 22 * HOURS + 15, 7.5},
                {15 * HOURS, 22 * HOURS, 7},
                {10 * HOURS, 22 * HOURS, 7},  // does other work too: the window as it stands
                {16 * HOURS, 22 * HOURS, 7}}; // does not cover it
  for (size_t i = 0; i < sizeof shifts / sizeof *shifts; i++) {
    struct memory memory = memory_town(*state);
    memory_add_unit(&memory, "ward");
    ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->day_starts_min = 7 * HOURS;
    memory_add_shift(&memory, 0, "late", shifts[i].start_min, shifts[i].end_min);
    memory_add_shift(&memory, 0, "later", 14 * HOURS + 30, 22 * HOURS + 30);
    if (shifts[i].paid_h < 7.5) // only one of these works it
      ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, 1))->start_min = 17 * HOURS;
    memory_add_need(&memory, 0, "evening", 15 * HOURS, 22 * HOURS, NURSE, 2000);
    memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, NURSE);
    town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 1, 1)), "need", NULL, "persons", "add -1");
    const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
    assert_near(effect->full.direct.gross_fte, 365 * shifts[i].paid_h / 1846, 1e-12);
  }
}

// Two groups of a category with weeks of their own: the hours are those of the one that may work the shift.
static void fte_by_the_week_of_who_may_work_it(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2025, 1, 1));
  static const char *const shifts[] = {"other", "night"};
  for (int i = 0; i < 2; i++) {
    struct group_row *group = memory_row(
        &memory, TABLE_GROUPS, memory_add_group(&memory, 0, i ? "nights" : "days", NURSE, (2 - i) * 1000, ONE_E8));
    group->full_time_min = i ? 33 * HOURS + 36 : 37 * HOURS + 30;
    group->shifts = shifts[i];
  }
  const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
  assert_near(effect->full.direct.gross_fte, 365 * 9.5 / (52 * 33.6), 1e-12);
}

// Contracts cut without a change of need: the pay of the positions, and their FTE as they are.
static void direct_price_of_positions(void **state) {
  struct memory memory = night_ward(*state);
  memory_add_group(&memory, 0, "staff", NURSE, 3000, 50 * PERCENT);
  town_edit(&memory, town_measure(&memory, "cut", day_from_date(2025, 1, 1)), "groups", NULL, "heads", "add -1");
  const struct direct *direct = &audit_effects(town_scenario(&memory))->measures[0].full.direct;
  struct ledger head = position_by_day(&memory.tables, &(struct payee){NURSE, 50 * PERCENT, 0},
                                       day_from_date(2025, 1, 1), day_from_date(2025, 12, 31), 0);
  assert_int_equal(ledger_sum(&direct->saving), ledger_sum(&head));
  assert_near(direct->gross_fte, 0.5, 1e-12);
}

// A change of prices alone has an effect, but no hours to count.
static void direct_price_of_nothing(void **state) {
  struct memory memory = night_ward(*state);
  town_edit(&memory, town_measure(&memory, "pay", day_from_date(2025, 1, 1)), "sources", NULL, "pay_percent", "set 90");
  const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
  assert_false(effect->full.direct.known);
  assert_true(effect_ore(&effect->full.answers[POSITIONS_KEPT]) > 0);
}

// --- dates --------------------------------------------------------------------------------------------------------

static void the_first_whole_year(void **state) {
  struct memory memory = night_ward(*state);
  memory_settings(&memory)->last_year = 2028;
  town_measure(&memory, "new_year", day_from_date(2026, 1, 1));
  town_measure(&memory, "second_of_january", day_from_date(2026, 1, 2));
  town_measure(&memory, "long_ago", day_from_date(2019, 5, 1));
  town_measure(&memory, "undecided", NOT_GIVEN);
  town_measure(&memory, "in_two_steps", day_from_date(2024, 3, 1));
  for (int64_t m = 0; m < 5; m++)
    town_edit(&memory, m, "need", NULL, "persons", "add -0.1");
  int64_t row = town_edit(&memory, 4, "need", NULL, "persons", "add -0.1");
  ((struct edit_row *)memory_row(&memory, TABLE_EDITS, row))->from = day_from_date(2025, 8, 1);
  const struct scenario *scenario = town_scenario(&memory);
  day_number undecided = undecided_start_of(scenario);
  assert_int_equal(undecided, day_from_date(2028, 1, 1));
  static const int years[] = {2026, 2027, 2024, 2028, 2026};
  for (size_t m = 0; m < 5; m++)
    assert_int_equal(measure_whole_year(scenario, m, undecided), years[m]);
}

// Without a date nothing is saved in any year, but a full year can be told.
static void an_undecided_start(void **state) {
  struct memory memory = one_night_post_fewer(*state, NOT_GIVEN);
  const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
  assert_true(effect->undecided);
  for (int y = 0; y < effect->year_count; y++)
    assert_int_equal(effect_ore(&effect->years[y].answers[POSITIONS_ADJUSTED]), 0);
  assert_int_equal(effect_ore(&effect->full.answers[POSITIONS_KEPT]),
                   price_of_nights(&memory, PAY_SUBSTITUTE, day_from_date(2025, 1, 1), day_from_date(2025, 12, 31)));
}

static void a_measure_given_up(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2024, 6, 1));
  ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, 0))->status = STATUS_NOT_REALISED;
  const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
  assert_true(effect->given_up);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    assert_int_equal(effect_ore(&effect->years[1].answers[p]), 0);
    assert_int_equal(effect_ore(&effect->full.answers[p]), 0);
  }
}

// In force since before the first year: every year is whole.
static void a_measure_from_before(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2023, 3, 1));
  const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
  assert_int_equal(effect->full.year, 2024);
  assert_int_equal(effect_ore(&effect->years[0].answers[POSITIONS_KEPT]),
                   price_of_nights(&memory, PAY_SUBSTITUTE, day_from_date(2024, 1, 1), day_from_date(2024, 12, 31)));
}

// --- amounts, and what cannot be tested ---------------------------------------------------------------------------

static void amounts_in_an_audit(void **state) {
  struct memory memory = night_ward(*state);
  town_measure(&memory, "contract", day_from_date(2024, 5, 1));
  memory_add(&memory, TABLE_AMOUNTS,
             &(struct amount_row){.saving_ore_per_year = 765000 * KR, .from = NOT_GIVEN, .to = NOT_GIVEN});
  town_measure(&memory, "nothing_said", day_from_date(2024, 5, 1));
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct measure_effect *effect = &audit->measures[0];
  assert_true(effect->testable && effect->arithmetic);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    assert_int_equal(effect_ore(&effect->years[0].answers[p]), 510000 * KR);
    assert_int_equal(effect_ore(&effect->years[1].answers[p]), 765000 * KR);
    assert_int_equal(effect_ore(&effect->full.answers[p]), 765000 * KR);
  }
  assert_int_equal(ledger_sum(&effect->years[0].direct.saving), 510000 * KR);
  assert_false(audit->measures[1].testable);
  assert_string_equal(audit->measures[1].reason, "no edit and no amount says what changes");
}

// --- kept and adjusted --------------------------------------------------------------------------------------------

// Positions cut while the work stays: with all positions kept, hired hours fill the gap. With positions adjusted hired
// hours may not rise above the baseline's, so the heads come back and nothing is saved.
static void a_cut_that_others_must_fill(void **state) {
  struct memory memory = plain_ward(*state, 2000, 4000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  memory_settings(&memory)->adjust_max_e8 = 200 * PERCENT;
  town_edit(&memory, town_measure(&memory, "cut", day_from_date(2025, 1, 1)), "groups", NULL, "heads", "add -1");
  struct study *study = study_new(town_scenario(&memory), NULL, NULL);
  enum solve_status status;
  const char *why;
  const bool in_force[] = {true};
  const struct comparison *c = study_compare(
      study, *state, &(struct study_question){.year = 2025, .in_force = in_force, .undecided_start = DAY_NONE}, &status,
      &why);
  double limit_h = c->plans[REFERENCE][POSITIONS_KEPT]->variable_h[0];
  assert_true(c->plans[SUBJECT][POSITIONS_KEPT]->variable_h[0] > limit_h + 400);
  const struct plan *before = c->plans[REFERENCE][POSITIONS_ADJUSTED], *after = c->plans[SUBJECT][POSITIONS_ADJUSTED];
  assert_most(after->variable_h[0], limit_h, 1e-6);
  assert_near(plan_heads(after, 0, 0), plan_heads(before, 0, 0), 1e-6);
  assert_near(after->cost_kr, before->cost_kr, 1e-6);
  study_free(study);
}

// --- the norm -----------------------------------------------------------------------------------------------------

static struct norm_breach breach_in_2025(const struct memory *memory) {
  const struct scenario *scenario = town_scenario(memory);
  struct stretch year = stretch_of_year(2025);
  const bool in_force[] = {true};
  const struct timeline *reference =
      timeline_make(memory->arena, scenario, NULL, year.first_day, year.first_day, year.day_count);
  const struct timeline *subject =
      timeline_make(memory->arena, scenario, in_force, year.first_day, year.first_day, year.day_count);
  return norm_breach_of_unit(memory->arena, scenario, 0, reference, subject);
}

static void assert_breach(const struct memory *memory, int days, double person_hours, day_number first_day) {
  struct norm_breach breach = breach_in_2025(memory);
  assert_int_equal(breach.days, days);
  assert_near(breach.person_hours, person_hours, 1e-9);
  assert_int_equal(breach.first_day, first_day);
}

// From two at night to one, from 10 October on: 83 nights.
static void a_measure_that_breaks_a_norm(void **state) {
  day_number start = day_from_date(2025, 10, 10);
  struct memory memory = one_night_post_fewer(*state, start);
  assert_breach(&memory, 0, 0, DAY_NONE);
  memory_add_norm(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 1000);
  assert_breach(&memory, 0, 0, DAY_NONE);
  memory_add_norm(&memory, 0, "awake", NIGHT_START, NIGHT_END, NURSE, 1500); // two norms: the higher counts
  assert_breach(&memory, 83, 83 * 9.5 * 0.5, start);
  memory_add_norm(&memory, 0, "two", NIGHT_START, NIGHT_END, SKILLED, 2000); // a nurse is a person of that level too
  assert_breach(&memory, 83, 83 * 9.5 * 1, start);
}

// A nurse missing is missing as a skilled worker too, and is one person: 2 wanted by the norm, of 1 nurse and half a
// skilled worker.
static void a_breach_at_two_levels_counts_once(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2025, 12, 31));
  memory_add_need(&memory, 0, "night_skilled", NIGHT_START, NIGHT_END, SKILLED, 500);
  memory_add_norm(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 2000);
  assert_breach(&memory, 1, 9.5, day_from_date(2025, 12, 31));
}

// What was below the norm already is not the measure's doing: of the two that three lack, it takes one away.
static void a_norm_above_the_need_of_today(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2025, 1, 1));
  memory_add_norm(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 3000);
  assert_breach(&memory, 365, 365 * 9.5, day_from_date(2025, 1, 1));
}

static void a_norm_above_a_need_that_stays(void **state) {
  struct memory memory = night_ward(*state);
  memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, NURSE, 2000);
  town_edit(&memory, town_measure(&memory, "day", day_from_date(2025, 1, 1)), "need", "window=day", "persons",
            "add -1");
  memory_add_norm(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 3000);
  assert_breach(&memory, 0, 0, DAY_NONE);
}

// A norm for part of the window, on Sundays only.
static void a_norm_for_some_hours(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2025, 1, 1));
  struct norm_row *norm =
      memory_row(&memory, TABLE_NORM, memory_add_norm(&memory, 0, "late", NIGHT_START, 24 * HOURS, NURSE, 2000));
  norm->days = 1 << SUNDAY;
  assert_breach(&memory, 52, 52 * 2, day_from_date(2025, 1, 5));
}

// --- coverage -----------------------------------------------------------------------------------------------------

static const struct cover_line *cover_on(const struct audit *audit, int64_t measure, enum positions positions,
                                         day_number day, const char *window) {
  const struct cover_line *found = NULL;
  for (size_t i = 0; i < audit->cover_count; i++) {
    const struct cover_line *line = &audit->cover[i];
    if (line->measure == measure && line->positions == positions && line->day == day && !strcmp(line->window, window)) {
      assert_null(found); // once
      found = line;
    }
  }
  return found;
}

static void assert_cover(const struct cover_line *line, int64_t need, int64_t norm, int64_t planned, int64_t missing) {
  assert_non_null(line);
  assert_int_equal(line->need_milli, need);
  assert_int_equal(line->norm_milli, norm);
  assert_int_equal(line->planned_milli, planned);
  assert_int_equal(line->short_milli, missing);
}

// Windows of baseline and measure, day by day, with who is there and who is missing.
static void lines_of_coverage(void **state) {
  struct memory memory = one_night_post_fewer(*state, day_from_date(2024, 6, 1));
  ((struct source_row *)memory_row(&memory, TABLE_SOURCES, 0))->hours_milli_per_week = 7 * 9500 * 3 / 2; // of 2 wanted
  struct need_row *sunday =
      memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "extra", NIGHT_START, 24 * HOURS, SKILLED, 500));
  sunday->days = 1 << SUNDAY;
  memory_add_norm(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 1000);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  day_number may = day_from_date(2024, 5, 31), june = day_from_date(2024, 6, 8), sunday_in_june = june + 1;
  const struct cover_line *before = cover_on(audit, 0, POSITIONS_KEPT, may, "night");
  assert_int_equal(before->need_milli, 2000);
  assert_int_equal(before->planned_milli + before->short_milli, 2000);
  assert_cover(cover_on(audit, 0, POSITIONS_KEPT, june, "night"), 1000, 1000, 1000, 0);
  // on a Saturday the window `extra` wants nobody of its own, but the night's post in its hours
  assert_cover(cover_on(audit, 0, POSITIONS_KEPT, june, "extra"), 1000, 1000, 1000, 0);
  // skilled or better: half a person and the nurse of the night, less half a person where hours are short
  assert_cover(cover_on(audit, 0, POSITIONS_ADJUSTED, sunday_in_june, "extra"), 1500, 1000, 1500, 0);
  int64_t planned = 0;
  for (int d = 0; d < 7; d++) // the baseline has half a night short in every week
    planned += cover_on(audit, NOT_GIVEN, POSITIONS_KEPT, day_from_date(2024, 9, 2) + d, "night")->planned_milli;
  assert_near((double)planned, 7 * 1500, 1e-3);
  assert_null(
      cover_on(audit, NOT_GIVEN, POSITIONS_ADJUSTED, june, "night")); // the baseline is shown with positions kept
}

// --- several levels -----------------------------------------------------------------------------------------------

// Two posts moved from one level to another.
static struct memory posts_moved(struct arena *arena, int64_t from, int64_t to) {
  static const char *const where[] = {"level=assistant", "level=skilled", "level=nurse"};
  struct memory memory = night_ward(arena);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 0))->level = from;
  memory_add_need(&memory, 0, "night", NIGHT_START, NIGHT_END, to, 0);
  town_measure(&memory, "levels", day_from_date(2025, 1, 1));
  town_edit(&memory, 0, "need", where[from], "persons", "set 0");
  town_edit(&memory, 0, "need", where[to], "persons", "set 2");
  return memory;
}

// Nurses may fill the lower posts; it pays only where others can be had.
static void posts_moved_to_a_lower_level(void **state) {
  struct memory memory = posts_moved(*state, NURSE, SKILLED);
  const struct answer *answer = &audit_effects(town_scenario(&memory))->measures[0].full.answers[POSITIONS_KEPT];
  assert_int_equal(effect_ore(answer), 0); // only nurses can be hired
  assert_near(answer->figures_after.short_h, 0, 1e-9);
  memory_add_source(&memory, "skilled", SOURCE_SUBSTITUTE, SKILLED);
  answer = &audit_effects(town_scenario(&memory))->measures[0].full.answers[POSITIONS_KEPT];
  assert_true(effect_ore(answer) > 0);
  assert_near(answer->figures_after.short_h, 0, 1e-9);
}

// The other way nobody fills them.
static void posts_moved_to_a_higher_level(void **state) {
  struct memory memory = posts_moved(*state, SKILLED, NURSE);
  ((struct source_row *)memory_row(&memory, TABLE_SOURCES, 0))->category = SKILLED;
  const struct answer *answer = &audit_effects(town_scenario(&memory))->measures[0].full.answers[POSITIONS_KEPT];
  assert_near(answer->figures_before.short_h, 0, 1e-9);
  assert_near(answer->figures_after.short_h, 365 * 9.5 * 2, 1e-6);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(night_post_fewer_from_june, set_up, tear_down),
      cmocka_unit_test_setup_teardown(gross_and_net_fte_of_a_night_post, set_up, tear_down),
      cmocka_unit_test_setup_teardown(fte_by_the_week_of_the_group, set_up, tear_down),
      cmocka_unit_test_setup_teardown(paid_is_the_shift_that_works_the_window, set_up, tear_down),
      cmocka_unit_test_setup_teardown(fte_by_the_week_of_who_may_work_it, set_up, tear_down),
      cmocka_unit_test_setup_teardown(direct_price_of_positions, set_up, tear_down),
      cmocka_unit_test_setup_teardown(direct_price_of_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_first_whole_year, set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_undecided_start, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_measure_given_up, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_measure_from_before, set_up, tear_down),
      cmocka_unit_test_setup_teardown(amounts_in_an_audit, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_cut_that_others_must_fill, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_measure_that_breaks_a_norm, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_breach_at_two_levels_counts_once, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_norm_above_the_need_of_today, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_norm_above_a_need_that_stays, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_norm_for_some_hours, set_up, tear_down),
      cmocka_unit_test_setup_teardown(lines_of_coverage, set_up, tear_down),
      cmocka_unit_test_setup_teardown(posts_moved_to_a_lower_level, set_up, tear_down),
      cmocka_unit_test_setup_teardown(posts_moved_to_a_higher_level, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("effects", tests, NULL, NULL);
}
