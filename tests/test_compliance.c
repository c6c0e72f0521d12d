// SPDX-License-Identifier: GPL-3.0-or-later
// What is found in a plan: need against norms, who is missing where, how much room is left, and each working-time rule
// made to hold and to break on a rota written by hand.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "audit/coverable.h"
#include "audit/coverage.h"
#include "audit/rules.h"
#include "audit/words.h"
#include "report/compliance.h"
#include "support/rota.h"
#include "support/told.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// --- finding findings ---------------------------------------------------------------------------------------------

// The unit's year 2025 as it is and with each measure by itself: findings, coverage lines and person-hours missing.
struct looked_at {
  struct audit *audit;
  struct study *study;
  int64_t measure;
};

static void look_at(const struct looked_at *at, double short_h[POSITIONS_ANSWERS]) {
  size_t measures = row_count(&at->audit->scenario->tables, TABLE_MEASURES);
  bool *in_force = arena_array(at->audit->arena, measures, sizeof *in_force);
  enum variant variant = at->measure == NOT_GIVEN ? REFERENCE : SUBJECT;
  if (variant == SUBJECT)
    in_force[at->measure] = true;
  struct study_question question = {.year = 2025, .in_force = variant == SUBJECT ? in_force : NULL};
  enum solve_status status;
  const char *why = NULL;
  const struct comparison *comparison = study_compare(at->study, at->audit->arena, &question, &status, &why);
  if (!comparison)
    fail_msg("%s", why);
  compliance_add(at->audit, comparison, at->measure);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    coverage_add(at->audit, comparison->plans[variant][p], comparison->year->timelines[variant], at->measure);
    short_h[p] = comparison->plans[variant][p]->shortfall_h;
  }
}

enum { MEASURES_MOST = 2 };
static double baseline_short_h[POSITIONS_ANSWERS], measure_short_h[MEASURES_MOST][POSITIONS_ANSWERS];

static const struct audit *audit_of(struct memory *memory) {
  memory_settings(memory)->first_year = memory_settings(memory)->last_year = 2025;
  struct audit *audit = arena_alloc(memory->arena, sizeof *audit);
  audit->scenario = town_scenario(memory);
  audit->arena = memory->arena;
  struct study *study = study_new(audit->scenario, NULL);
  look_at(&(struct looked_at){audit, study, NOT_GIVEN}, baseline_short_h);
  for (size_t m = 0; m < row_count(&memory->tables, TABLE_MEASURES); m++)
    look_at(&(struct looked_at){audit, study, (int64_t)m}, measure_short_h[m]);
  study_free(study);
  return audit;
}

struct sought {
  int64_t measure; // NOT_GIVEN: the baseline
  int positions;
  const char *rule, *window; // window NULL: any
  int64_t level;             // NOT_GIVEN: any
};

static bool is_sought(const struct finding *finding, const struct sought *sought) {
  return finding->measure == sought->measure && finding->positions == sought->positions &&
         !strcmp(finding->rule, sought->rule) &&
         (!sought->window || (finding->window && !strcmp(finding->window, sought->window))) &&
         (sought->level == NOT_GIVEN || finding->level == sought->level);
}

static int count_of(const struct audit *audit, struct sought sought) {
  int count = 0;
  for (size_t i = 0; i < audit->finding_count; i++)
    count += is_sought(&audit->findings[i], &sought);
  return count;
}

// The only one.
static const struct finding *finding_of(const struct audit *audit, struct sought sought) {
  const struct finding *found = NULL;
  assert_int_equal(count_of(audit, sought), 1);
  for (size_t i = 0; i < audit->finding_count; i++)
    if (is_sought(&audit->findings[i], &sought))
      found = &audit->findings[i];
  return found;
}

static const struct finding *planned(const struct audit *audit, int64_t measure, const char *window) {
  return finding_of(audit, (struct sought){measure, POSITIONS_BOTH, RULE_NORM_PLANNED, window, NOT_GIVEN});
}

struct told_finding {
  enum finding_status status;
  int64_t limit_milli, value_milli;
  int breaches;
  double person_h;
};

static void assert_finding(const struct finding *finding, struct told_finding told) {
  assert_string_equal(finding_status_name(finding->status), finding_status_name(told.status));
  assert_int_equal(finding->limit_milli, told.limit_milli);
  assert_int_equal(finding->value_milli, told.value_milli);
  assert_int_equal(finding->breaches, told.breaches);
  assert_near(finding->person_h_short, told.person_h, 1e-9);
  assert_true((finding->first_day == DAY_NONE) == (told.breaches == 0));
}

#define AUTUMN day_from_date(2025, 9, 1) // a Monday; no holiday until Christmas
#define BASELINE NOT_GIVEN
enum { DAYS_2025 = 365, WEEKENDS_2025 = 103 }; // 17 May is a Saturday, and a holiday

// --- need against norms -------------------------------------------------------------------------------------------

static struct norm_row *add_norm(struct memory *memory, const char *window, int64_t from_h, int64_t to_h,
                                 int64_t persons_milli) {
  return memory_row(memory, TABLE_NORM,
                    memory_add_norm(memory, 0, window, from_h * HOURS, to_h * HOURS, SKILLED, persons_milli));
}

static int64_t change_need(struct memory *memory, const char *where, const char *change) {
  int64_t measure = town_measure(memory, "m", day_from_date(2025, 1, 1));
  town_edit(memory, measure, "need", where, "persons", change);
  return measure;
}

// One norm for all days and a higher one for weekends: on weekends one person of two is missing.
static void higher_of_two_norms_for_one_window(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  add_norm(&memory, "day", 8, 16, 1000);
  add_norm(&memory, "day", 8, 16, 2000)->days = 1 << SATURDAY | 1 << SUNDAY;
  const struct finding *finding = planned(audit_of(&memory), BASELINE, "day");
  assert_finding(finding, (struct told_finding){FINDING_BELOW_TODAY, 2000, 1000, WEEKENDS_2025, WEEKENDS_2025 * 8.0});
  assert_int_equal(finding->first_day, day_from_date(2025, 1, 4));
  assert_int_equal(finding->level, SKILLED);
}

// Windows that overlap: the two hours in the middle are those of the higher norm, and of it alone.
static void higher_of_two_norms_where_windows_overlap(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  add_norm(&memory, "day", 8, 16, 1000);
  add_norm(&memory, "core", 10, 12, 3000);
  const struct audit *audit = audit_of(&memory);
  const struct finding *day = planned(audit, BASELINE, "day");
  assert_finding(day, (struct told_finding){FINDING_KEPT, 1000, 1000, 0, 0});
  assert_non_null(strstr(day->reason, "another norm is higher"));
  assert_finding(planned(audit, BASELINE, "core"),
                 (struct told_finding){FINDING_BELOW_TODAY, 3000, 1000, DAYS_2025, DAYS_2025 * 2 * 2.0});
}

// A nurse missing is a person missing too, and is counted once, as a nurse.
static void a_person_missing_at_two_levels_is_missing_once(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  add_norm(&memory, "day", 8, 16, 2500);
  add_norm(&memory, "day", 8, 16, 1000)->level = NURSE;
  const struct audit *audit = audit_of(&memory);
  struct sought sought = {BASELINE, POSITIONS_BOTH, RULE_NORM_PLANNED, "day", NURSE};
  assert_finding(finding_of(audit, sought),
                 (struct told_finding){FINDING_BELOW_TODAY, 1000, 0, DAYS_2025, DAYS_2025 * 8.0});
  sought.level = SKILLED; // one and a half missing, one of them the nurse
  assert_finding(finding_of(audit, sought),
                 (struct told_finding){FINDING_BELOW_TODAY, 2500, 1000, DAYS_2025, DAYS_2025 * 4.0});
}

static void norm_above_todays_need_flags_the_baseline(void **state) {
  struct memory memory = plain_ward(*state, 2000, 4000);
  add_norm(&memory, "day", 8, 16, 3000);
  int64_t measure = town_measure(&memory, "m", day_from_date(2025, 1, 1));
  town_edit(&memory, measure, "groups", "group=staff", "heads", "add -1");
  const struct audit *audit = audit_of(&memory);
  assert_finding(planned(audit, BASELINE, "day"),
                 (struct told_finding){FINDING_BELOW_TODAY, 3000, 2000, DAYS_2025, DAYS_2025 * 8.0});
  assert_finding(planned(audit, measure, "day"), (struct told_finding){FINDING_BELOW_TODAY, 3000, 2000, 0, 0});
}

// Need 2, norm 3: the measure takes one, and answers for that one.
static void a_measure_answers_for_what_it_takes(void **state) {
  struct memory memory = plain_ward(*state, 2000, 4000);
  add_norm(&memory, "day", 8, 16, 3000);
  int64_t measure = change_need(&memory, "window=day", "add -1");
  const struct audit *audit = audit_of(&memory);
  assert_finding(planned(audit, BASELINE, "day"),
                 (struct told_finding){FINDING_BELOW_TODAY, 3000, 2000, DAYS_2025, DAYS_2025 * 8.0});
  assert_finding(planned(audit, measure, "day"),
                 (struct told_finding){FINDING_BROKEN, 3000, 1000, DAYS_2025, DAYS_2025 * 8.0});
}

// From 1 July on, half of the norm's person and only on the days left.
static void a_breach_begins_with_the_measure(void **state) {
  struct memory memory = plain_ward(*state, 2000, 4000);
  add_norm(&memory, "day", 8, 16, 2000);
  int64_t measure = town_measure(&memory, "m", day_from_date(2025, 7, 1));
  town_edit(&memory, measure, "need", "window=day", "persons", "add -0.5");
  const struct audit *audit = audit_of(&memory);
  assert_int_equal(planned(audit, BASELINE, "day")->status, FINDING_KEPT);
  const struct finding *finding = planned(audit, measure, "day");
  assert_finding(finding, (struct told_finding){FINDING_BROKEN, 2000, 1500, 184, 184 * 4.0});
  assert_int_equal(finding->first_day, day_from_date(2025, 7, 1));
}

static void moving_people_breaks_one_window_and_mends_another(void **state) {
  struct memory memory = plain_ward(*state, 2000, 6000);
  memory_add_shift(&memory, 0, "evening", 16 * HOURS, 22 * HOURS);
  memory_add_need(&memory, 0, "evening", 16 * HOURS, 22 * HOURS, SKILLED, 1000);
  add_norm(&memory, "day", 8, 16, 2000);
  add_norm(&memory, "evening", 16, 22, 2000);
  int64_t measure = change_need(&memory, "window=day", "add -1");
  town_edit(&memory, measure, "need", "window=evening", "persons", "add 1");
  const struct audit *audit = audit_of(&memory);
  assert_int_equal(planned(audit, BASELINE, "day")->status, FINDING_KEPT);
  assert_finding(planned(audit, BASELINE, "evening"),
                 (struct told_finding){FINDING_BELOW_TODAY, 2000, 1000, DAYS_2025, DAYS_2025 * 6.0});
  assert_finding(planned(audit, measure, "day"),
                 (struct told_finding){FINDING_BROKEN, 2000, 1000, DAYS_2025, DAYS_2025 * 8.0});
  assert_finding(planned(audit, measure, "evening"), (struct told_finding){FINDING_MENDED, 2000, 2000, 0, 0});
}

// The window is 6-8, the only shift 8-16; a norm for half of a shift's hours is covered.
static void norm_on_a_window_no_shift_covers(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  memory_add_shift(&memory, 0, "short", 14 * HOURS, 17 * HOURS);
  add_norm(&memory, "morning", 6, 8, 1000);
  add_norm(&memory, "tea", 15, 18, 1000);
  add_norm(&memory, "noon", 11, 13, 1000);
  add_norm(&memory, "late", 18, 20, 1000);
  const struct audit *audit = audit_of(&memory);
  const struct finding *morning = planned(audit, BASELINE, "morning"), *tea = planned(audit, BASELINE, "tea");
  assert_finding(morning, (struct told_finding){FINDING_NO_SHIFT, 1000, 0, DAYS_2025, DAYS_2025 * 2.0});
  assert_non_null(strstr(morning->reason,
                         "covers 120 of the 120 minutes of window `morning`, from 06:00; the nearest is "
                         "`day` 08:00-16:00, which covers 0"));
  assert_int_equal(tea->status, FINDING_NO_SHIFT);
  assert_non_null(strstr(tea->reason,
                         "covers 60 of the 180 minutes of window `tea`, from 17:00; the nearest is `short` "
                         "14:00-17:00, which covers 120"));
  assert_int_equal(planned(audit, BASELINE, "noon")->status, FINDING_KEPT);
  assert_non_null(strstr(planned(audit, BASELINE, "late")->reason, "the nearest is `short`"));
}

static void norm_on_a_window_no_shift_covers_is_told_at_reading(void **state) {
  (void)state;
  assert_warning_told(
      (const struct change_of_text[]){{"norm.csv", NULL, "office;late;16:00;18:00;all;assistant;1\n"}, {0}},
      (struct told){"norm.csv", 3, "window", "late", "at 16:00: the nearest is `duty` 08:00-15:30"});
}

// What the findings add up to is what the direct price's check finds: random norms over random towns.
static void planned_findings_add_up(void **state) {
  double hours = 0;
  for (int seed = 1; seed <= 12; seed++) {
    struct random random = {.state = (uint64_t)seed};
    struct memory memory =
        random_town(*state, &random, (struct town_shape){.groups = 1, .shifts = 3, .seasons = false});
    static const char *const windows[] = {"w1", "w2", "w3", "w4"};
    for (int n = 0; n < 4; n++)
      memory_add_norm(&memory, 0, windows[n], (8 + 3 * n) * HOURS, (14 + 3 * n) * HOURS, random_below(&random, 3),
                      500 * random_below(&random, 8));
    int64_t measure = change_need(&memory, NULL, "multiply 0.6");
    const struct audit *audit = audit_of(&memory);
    double found = 0;
    for (size_t i = 0; i < audit->finding_count; i++)
      if (audit->findings[i].measure == measure && !strcmp(audit->findings[i].rule, RULE_NORM_PLANNED))
        found += audit->findings[i].person_h_short;
    bool in_force[] = {true};
    struct stretch year = stretch_of_year(2025);
    const struct timeline *before =
        timeline_make(*state, audit->scenario, NULL, year.first_day, year.first_day, year.day_count);
    const struct timeline *after =
        timeline_make(*state, audit->scenario, in_force, year.first_day, year.first_day, year.day_count);
    assert_near(found, norm_breach_of_unit(*state, audit->scenario, 0, before, after).person_hours, 1e-9);
    hours += found;
  }
  assert_true(hours > 1000);
}

// --- who is missing -----------------------------------------------------------------------------------------------

static void unit_with_no_staff_at_all(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 16 * HOURS);
  memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, SKILLED, 1500);
  add_norm(&memory, "day", 8, 16, 1000);
  const struct audit *audit = audit_of(&memory);
  const struct finding *cover =
      finding_of(audit, (struct sought){BASELINE, POSITIONS_KEPT, RULE_COVER, "day", SKILLED});
  assert_finding(cover, (struct told_finding){FINDING_SHORT, 1500, 0, DAYS_2025, DAYS_2025 * 12.0});
  assert_int_equal(cover->first_day, day_from_date(2025, 1, 1));
  assert_non_null(strstr(cover->reason, "every week"));
  assert_finding(planned(audit, BASELINE, "day"), (struct told_finding){FINDING_KEPT, 1000, 1500, 0, 0});
  for (size_t i = 0; i < rule_record_count; i++) // nobody works, no rule applies
    assert_int_equal(count_of(audit, (struct sought){BASELINE, POSITIONS_KEPT, rule_records[i].code, NULL, NOT_GIVEN}),
                     0);
}

// Half of the two people are away in weeks 27 to 31, and nobody can be hired: one is missing there, on weekdays.
static void weeks_in_which_somebody_is_missing(void **state) {
  struct memory memory = plain_ward(*state, 2000, 2000);
  struct need_row *need = memory_row(&memory, TABLE_NEED, 0);
  need->days = 1 << MONDAY | 1 << TUESDAY;
  struct absence_row *holiday =
      memory_row(&memory, TABLE_ABSENCE, memory_add_absence(&memory, ABSENCE_HOLIDAY, NOT_GIVEN, 50 * PERCENT));
  holiday->weeks = (int64_t)(UINT64_C(0x1f) << 27);
  const struct audit *audit = audit_of(&memory);
  const struct finding *cover =
      finding_of(audit, (struct sought){BASELINE, POSITIONS_KEPT, RULE_COVER, "day", SKILLED});
  assert_finding(cover, (struct told_finding){FINDING_SHORT, 2000, 1000, 10, 80});
  assert_int_equal(cover->first_day, day_from_date(2025, 6, 30));
  assert_non_null(strstr(cover->reason, "on 10 days, in weeks 27-31."));
}

// Two windows under one shift that want the same are one row of the programme, and two windows here.
static void windows_alike_are_told_apart(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 16 * HOURS);
  memory_add_need(&memory, 0, "morning", 8 * HOURS, 13 * HOURS, SKILLED, 1000);
  memory_add_need(&memory, 0, "noon", 13 * HOURS, 16 * HOURS, SKILLED, 1000);
  const struct audit *audit = audit_of(&memory);
  struct sought sought = {BASELINE, POSITIONS_KEPT, RULE_COVER, "morning", SKILLED};
  assert_finding(finding_of(audit, sought), (struct told_finding){FINDING_SHORT, 1000, 0, DAYS_2025, DAYS_2025 * 5.0});
  sought.window = "noon";
  assert_finding(finding_of(audit, sought), (struct told_finding){FINDING_SHORT, 1000, 0, DAYS_2025, DAYS_2025 * 3.0});
}

// A nurse and a skilled worker are missing, each under the window that asks for him.
static void levels_missing_are_told_by_their_windows(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 16 * HOURS);
  memory_add_need(&memory, 0, "care", 8 * HOURS, 16 * HOURS, SKILLED, 2000);
  memory_add_need(&memory, 0, "medicine", 8 * HOURS, 16 * HOURS, NURSE, 1000);
  const struct audit *audit = audit_of(&memory);
  struct sought sought = {BASELINE, POSITIONS_KEPT, RULE_COVER, "care", SKILLED};
  assert_finding(finding_of(audit, sought),
                 (struct told_finding){FINDING_SHORT, 3000, 1000, DAYS_2025, DAYS_2025 * 16.0});
  sought = (struct sought){BASELINE, POSITIONS_KEPT, RULE_COVER, "medicine", NURSE};
  assert_finding(finding_of(audit, sought), (struct told_finding){FINDING_SHORT, 1000, 0, DAYS_2025, DAYS_2025 * 8.0});
}

// The real audit asks for both.
static void the_audit_holds_the_findings(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  add_norm(&memory, "day", 8, 16, 1000);
  int64_t measure = change_need(&memory, "window=day", "set 0.5");
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = 2025;
  struct audit_hooks hooks = {.log = NULL};
  enum solve_status status;
  const char *why = NULL;
  const struct audit *audit = audit_run(town_scenario(&memory), &hooks, &status, &why);
  if (!audit)
    fail_msg("%s", why);
  assert_int_equal(planned(audit, BASELINE, "day")->status, FINDING_KEPT);
  assert_finding(planned(audit, measure, "day"),
                 (struct told_finding){FINDING_BROKEN, 1000, 500, DAYS_2025, DAYS_2025 * 4.0});
  struct sought sought = {measure, POSITIONS_ADJUSTED, "weekends_per_person", NULL, NOT_GIVEN};
  assert_int_equal(finding_of(audit, sought)->status, FINDING_BOUNDED);
}

static double cover_hours(const struct audit *audit, int64_t measure, int positions) {
  double hours = 0;
  for (size_t i = 0; i < audit->finding_count; i++)
    if (is_sought(&audit->findings[i], &(struct sought){measure, positions, RULE_COVER, NULL, NOT_GIVEN}))
      hours += audit->findings[i].person_h_short;
  return hours;
}

// Hours of the one shift of a plain ward, whose only window is one interval.
static double coverage_hours(const struct audit *audit, int64_t measure, int positions) {
  double hours = 0;
  for (size_t i = 0; i < audit->cover_count; i++)
    if (audit->cover[i].measure == measure && (int)audit->cover[i].positions == positions)
      hours += 8 * (double)audit->cover[i].short_milli / MILLI;
  return hours;
}

static void missing_hours_add_up_to_the_coverage_lines(void **state) {
  struct memory memory = plain_ward(*state, 3250, 4000);
  int64_t measure = change_need(&memory, "window=day", "add 1");
  const struct audit *audit = audit_of(&memory);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    assert_near(cover_hours(audit, measure, p), coverage_hours(audit, measure, p), 1e-5);
    assert_near(cover_hours(audit, measure, p), measure_short_h[measure][p], 1e-9);
  }
  assert_true(cover_hours(audit, measure, POSITIONS_KEPT) > 100);
  assert_near(cover_hours(audit, BASELINE, POSITIONS_KEPT), coverage_hours(audit, BASELINE, POSITIONS_KEPT), 1e-5);
}

static void missing_hours_add_up_in_random_towns(void **state) {
  double hours = 0;
  for (int seed = 1; seed <= 10; seed++) {
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 2, .shifts = 4, .seasons = true});
    const struct audit *audit = audit_of(&memory);
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      assert_near(cover_hours(audit, BASELINE, p), baseline_short_h[p], 1e-4);
      hours += cover_hours(audit, BASELINE, p);
    }
  }
  assert_true(hours > 1000);
}

// --- margins ------------------------------------------------------------------------------------------------------

// Four people, every second weekend: two weekend posts, and one in weeks 27 to 31, when half of the people are away.
static void weekend_posts_used_up_in_the_summer(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  struct absence_row *holiday =
      memory_row(&memory, TABLE_ABSENCE, memory_add_absence(&memory, ABSENCE_HOLIDAY, NOT_GIVEN, 50 * PERCENT));
  holiday->weeks = (int64_t)(UINT64_C(0x1f) << 27);
  const struct audit *audit = audit_of(&memory);
  const struct finding *cover =
      finding_of(audit, (struct sought){BASELINE, POSITIONS_KEPT, RULE_COVER, NULL, NOT_GIVEN});
  assert_finding(cover, (struct told_finding){FINDING_KEPT, 1000, 1000, 0, 0});
  assert_non_null(strstr(cover->reason, "least room: 1 of 1 weekend posts used in weeks 27-31."));
  assert_null(strstr(cover->reason, "without a limit"));
}

// Every post is used all year: the fewest posts are the ones to tell, in all weeks alike, be there a holiday in them or
// not.
static void of_limits_used_up_the_smallest_is_told(void **state) {
  struct memory memory = plain_ward(*state, 2000, 4000);
  struct absence_row *holiday = rota_absence(&memory, ABSENCE_HOLIDAY, 20, 23, 50 * PERCENT);
  struct need_row *need = memory_row(&memory, TABLE_NEED, 0), *spring;
  spring = memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, SKILLED, 1000));
  need = memory_row(&memory, TABLE_NEED, 0);
  spring->weeks = holiday->weeks;
  need->weeks = (int64_t)(WEEKSET_ALL & ~(uint64_t)holiday->weeks);
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_year(2025));
  struct margin margin = plan_margin(plan);
  assert_int_equal(margin.kind, MARGIN_WEEKEND);
  assert_near(margin.limit, 1, 1e-6);
  assert_string_equal(weeks_in_words(*state, plan->program->year, margin.weeks), "weeks 20-23");
}

// Six people, every third weekend: two posts; three, where every second may be worked with extra shifts.
static void extra_shifts_widen_the_weekend(void **state) {
  struct memory memory = plain_ward(*state, 1000, 6000);
  struct group_row *group = memory_row(&memory, TABLE_GROUPS, 0);
  group->weekend_every_milli = 3000;
  group->position_e8 = 50 * PERCENT;
  struct stretch week = stretch_of_weeks(2025, 9, 1, 1);
  assert_near(plan_margin(town_plan(*state, town_scenario(&memory), week)).limit, 2, 1e-6);
  memory_add_source(&memory, "extra", SOURCE_EXTRA, NOT_GIVEN);
  assert_near(plan_margin(town_plan(*state, town_scenario(&memory), week)).limit, 3, 1e-6);
}

// Nobody works weekends and all three are needed on Mondays: the people present are the limit.
static void people_present_used_up(void **state) {
  struct memory memory = plain_ward(*state, 1000, 3000);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 0))->days = 0x1f;
  struct need_row *monday =
      memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, SKILLED, 2000));
  monday->days = 1 << MONDAY;
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 2));
  struct margin margin = plan_margin(plan);
  assert_int_equal(margin.kind, MARGIN_PRESENT);
  assert_near(margin.used, 3, 1e-6);
  assert_near(margin.limit, 3, 1e-6);
  assert_near(margin.room, 0, 1e-6);
  assert_int_equal(margin.weeks, 3);
}

// Two people may become three, who every second weekend fill one and a half of two posts.
static void positions_that_follow_are_part_of_the_limit(void **state) {
  struct memory memory = plain_ward(*state, 2000, 2000);
  struct settings_row *settings = memory_settings(&memory);
  settings->adjust_min_e8 = 0;
  settings->adjust_max_e8 = 150 * PERCENT;
  const double none[LEVELS_MOST] = {0};
  const struct plan *plan = town_plan_adjusted(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 1), none);
  struct margin margin = plan_margin(plan);
  assert_int_equal(margin.kind, MARGIN_WEEKEND);
  assert_near(margin.used, 1.5, 1e-6);
  assert_near(margin.limit, 1.5, 1e-6);
}

// Nobody has a position: 56 hours a week wanted of 60 on offer are half a shift left.
static void hours_on_offer_left(void **state) {
  struct memory memory = plain_ward(*state, 1000, 0);
  struct source_row *hired =
      memory_row(&memory, TABLE_SOURCES, memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED));
  hired->hours_milli_per_week = 60000;
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 2));
  struct margin margin = plan_margin(plan);
  assert_int_equal(margin.kind, MARGIN_HIRED);
  assert_near(margin.used, 56, 1e-6);
  assert_near(margin.limit, 60, 1e-6);
  assert_near(margin.room, 0.5, 1e-6);
  // a week of two days has two sevenths on offer, which is no limit of a week
  const struct plan *cut = town_plan(*state, town_scenario(&memory), (struct stretch){AUTUMN - 2, 2 + 7});
  assert_near(plan_margin(cut).limit, 60, 1e-6);
  hired->hours_milli_per_week = NOT_GIVEN;
  assert_int_equal(plan_margin(town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 2))).kind,
                   MARGIN_NONE);
}

// --- rotas by hand ------------------------------------------------------------------------------------------------

// Four people of 40 h in a ward open day and night, need everywhere so that every shift is of use. Shifts by index.
enum { DAY, EVENING, NIGHT, LONG };
enum { HEADS = 4 };

static struct memory open_ward(struct arena *arena) {
  struct memory memory = plain_ward(arena, 1000, HEADS * MILLI);
  memory_add_shift(&memory, 0, "evening", 14 * HOURS, 22 * HOURS);
  memory_add_shift(&memory, 0, "night", 22 * HOURS, 8 * HOURS);
  memory_add_shift(&memory, 0, "long", 8 * HOURS, 20 * HOURS + 30);
  memory_add_need(&memory, 0, "late", 16 * HOURS, 22 * HOURS, SKILLED, 1000);
  memory_add_need(&memory, 0, "night", 22 * HOURS, 8 * HOURS, SKILLED, 1000);
  memory_add_source(&memory, "overtime", SOURCE_OVERTIME, NOT_GIVEN);
  return memory;
}

// A plan in which nobody works yet, every week on its own.
static const struct plan *empty_plan(const struct memory *memory, struct stretch stretch) {
  struct arena *arena = memory->arena;
  const struct scenario *scenario = town_scenario(memory);
  const struct timeline *timeline =
      timeline_make(arena, scenario, NULL, stretch.first_day, stretch.first_day, stretch.day_count);
  const struct unit_year *year =
      unit_year_make(arena, scenario, 0, timeline, timeline, (struct year_terms){.merge = false});
  struct plan *plan = arena_alloc(arena, sizeof *plan);
  struct solution *solution = arena_alloc(arena, sizeof *solution);
  plan->program = program_build(arena, year, REFERENCE);
  solution->values = arena_array(arena, plan->program->column_count, sizeof(double));
  plan->solution = solution;
  return plan;
}

struct shift_kind {
  enum column_kind kind;
  int shift;
};
static const struct shift_kind own_day = {COLUMN_OWN, DAY}, own_evening = {COLUMN_OWN, EVENING},
                               own_night = {COLUMN_OWN, NIGHT}, own_long = {COLUMN_OWN, LONG},
                               overtime_day = {COLUMN_OVERTIME, DAY};

static void put(const struct plan *plan, day_number day, struct shift_kind shift, double persons) {
  const struct program *program = plan->program;
  int at = 7 * year_type_of(program->year, day) + (int)weekday_of(day);
  for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++)
    if (program->columns[c].key.kind == (int)shift.kind && program->columns[c].key.shift == shift.shift) {
      plan->solution->values[c] = persons;
      return;
    }
  fail_msg("no such shift on day %d", (int)day);
}

// So many people on the shift, every day of every week.
static void put_every_day(const struct plan *plan, struct shift_kind shift, double persons) {
  for (int i = 0; i < plan->program->year->day_count; i++)
    put(plan, plan->program->year->first_day + i, shift, persons);
}

static struct stretch autumn(int weeks) { return (struct stretch){AUTUMN, weeks * DAYS_PER_WEEK}; }

struct told_rule {
  enum finding_status status;
  double limit, value;
  int breaches;
  day_number first_day;
};

static enum finding_status status_of(const struct plan *plan, const char *code) {
  const struct rule_record *record = rule_record_of(code);
  struct rule_reading reading = rule_read(record, workload_of(plan->program->arena, plan));
  return rule_status(record, &reading);
}

static void check_rule(const struct plan *plan, const char *code, struct told_rule told) {
  const struct rule_record *record = rule_record_of(code);
  struct rule_reading reading = rule_read(record, workload_of(plan->program->arena, plan));
  assert_string_equal(finding_status_name(rule_status(record, &reading)), finding_status_name(told.status));
  assert_near(reading.limit, told.limit, 1e-9);
  assert_near(reading.value, told.value, 1e-9);
  assert_int_equal(reading.breaches, told.breaches);
  assert_int_equal(reading.first_day, told.breaches ? told.first_day : DAY_NONE);
}

static struct group_row *staff_of(struct memory *memory) { return memory_row(memory, TABLE_GROUPS, 0); }

// --- the shifts themselves ----------------------------------------------------------------------------------------

static void shifts_as_long_as_agreed(void **state) {
  struct memory memory = open_ward(*state);
  staff_of(&memory)->agreement = AGREEMENT_LOCAL;
  const struct plan *plan = empty_plan(&memory, autumn(2));
  assert_int_equal(status_of(plan, "shift_length"), FINDING_NOT_APPLICABLE);
  put(plan, AUTUMN, own_day, 2);
  check_rule(plan, "shift_length", (struct told_rule){FINDING_KEPT, 12.5, 8, 0, 0});
  put(plan, AUTUMN + 1, own_long, 1);
  check_rule(plan, "shift_length", (struct told_rule){FINDING_KEPT, 12.5, 12.5, 0, 0});
}

// Handover is work: a quarter of an hour more than agreed, on two days.
static void handover_makes_a_shift_too_long(void **state) {
  struct memory memory = open_ward(*state);
  staff_of(&memory)->agreement = AGREEMENT_LOCAL;
  ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->handover_min = 15;
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_day, 2);
  put(plan, AUTUMN + 1, own_long, 1);
  put(plan, AUTUMN + 8, own_long, 0.5);
  check_rule(plan, "shift_length", (struct told_rule){FINDING_BROKEN, 12.5, 12.75, 2, AUTUMN + 1});
}

static void an_unpaid_break_is_no_work(void **state) {
  struct memory memory = open_ward(*state);
  ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, LONG))->break_min = 60;
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_long, 1);
  check_rule(plan, "shift_length", (struct told_rule){FINDING_KEPT, 24, 11.5, 0, 0});
}

static void long_shifts_take_an_agreement(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_night, 1); // 10 h are not more than 10 h
  assert_int_equal(status_of(plan, "long_shifts"), FINDING_NOT_APPLICABLE);
  put(plan, AUTUMN + 2, own_long, 1);
  check_rule(plan, "long_shifts", (struct told_rule){FINDING_KEPT, 24, 12.5, 0, 0});
  staff_of(&memory)->agreement = AGREEMENT_EMPLOYEE; // of whom the same is asked
  check_rule(plan, "long_shifts", (struct told_rule){FINDING_BROKEN, 10, 12.5, 1, AUTUMN + 2});
}

static void all_work_of_a_day(void **state) {
  struct memory memory = open_ward(*state);
  ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, LONG))->end_min = 21 * HOURS + 15;
  const struct plan *plan = empty_plan(&memory, autumn(1));
  put(plan, AUTUMN, own_long, 1); // 13.25 h
  check_rule(plan, "day_total", (struct told_rule){FINDING_KEPT, 24, 13.25, 0, 0});
  staff_of(&memory)->agreement = AGREEMENT_LOCAL;
  check_rule(plan, "day_total", (struct told_rule){FINDING_KEPT, 16, 13.25, 0, 0});
  staff_of(&memory)->agreement = AGREEMENT_LAW;
  check_rule(plan, "day_total", (struct told_rule){FINDING_BROKEN, 13, 13.25, 1, AUTUMN});
}

// --- rest ---------------------------------------------------------------------------------------------------------

// Off at 22, on at 8: ten hours, for whoever works both. Two and two of four are others, three and two are not.
static void rest_between_shifts(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_evening, 2);
  put(plan, AUTUMN + 1, own_day, 2);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BOUNDED, 11, 24, 0, 0});
  put(plan, AUTUMN, own_evening, 3);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 10, 1, AUTUMN + 1});
  memory_add_rate(&memory, RATE_DAILY_REST, NULL, day_from_date(2020, 1, 1), 9 * 1000000);
  plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_evening, 3);
  put(plan, AUTUMN + 1, own_day, 2);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BOUNDED, 9, 10, 0, 0});
}

// Three kinds of shift: those off at 22 or later and those on by 8 are one too many, and only they.
static void rest_counts_all_late_and_all_early_shifts(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(1));
  put(plan, AUTUMN, own_evening, 2);
  put(plan, AUTUMN, own_night, 1); // off at 8 in the morning
  put(plan, AUTUMN + 1, own_day, 2);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 10, 1, AUTUMN + 1});
  plan = empty_plan(&memory, autumn(1));
  put(plan, AUTUMN, own_night, 2);
  put(plan, AUTUMN + 1, own_day, 1.5);
  put(plan, AUTUMN + 1, own_evening, 1); // on at 14: six hours
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 6, 1, AUTUMN + 1});
}

// From Sunday of the first week to Monday of the second.
static void rest_from_week_to_week(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN + 6, own_evening, 4);
  put(plan, AUTUMN + 7, own_day, 0.5);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 10, 1, AUTUMN + 7});
}

// Those off sick cannot take a turn.
static void rest_counts_people_present(void **state) {
  struct memory memory = open_ward(*state);
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 25 * PERCENT); // three of four are there
  const struct plan *plan = empty_plan(&memory, autumn(1));
  put(plan, AUTUMN, own_evening, 2);
  put(plan, AUTUMN + 1, own_day, 1);
  assert_int_equal(status_of(plan, "daily_rest"), FINDING_BOUNDED);
  put(plan, AUTUMN + 1, own_day, 1.01);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 10, 1, AUTUMN + 1});
}

static void weekly_rest_needs_a_rota(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(3));
  put_every_day(plan, own_day, 3); // 21 shifts of 4 people
  check_rule(plan, "weekly_rest", (struct told_rule){FINDING_NEEDS_ROTA, 6, 5.25, 0, 0});
  for (int d = 0; d < 7; d++) // nobody is off in the second week
    put(plan, AUTUMN + 7 + d, own_day, 4);
  check_rule(plan, "weekly_rest", (struct told_rule){FINDING_BROKEN, 6, 7, 1, AUTUMN + 7});
}

// Off at 10 in the morning and on at 21 the day after: 35 hours in between, though there is a shift on all seven days.
static void weekly_rest_between_shifts_far_apart(void **state) {
  struct memory memory = open_ward(*state);
  memory_add_shift(&memory, 0, "dawn", 8 * HOURS, 10 * HOURS);
  memory_add_shift(&memory, 0, "dusk", 21 * HOURS, 23 * HOURS);
  const struct plan *plan = empty_plan(&memory, autumn(1));
  put_every_day(plan, (struct shift_kind){COLUMN_OWN, LONG + 1}, 2);
  put_every_day(plan, (struct shift_kind){COLUMN_OWN, LONG + 2}, 2);
  check_rule(plan, "weekly_rest", (struct told_rule){FINDING_NEEDS_ROTA, 7, 7, 0, 0});
}

// --- hours --------------------------------------------------------------------------------------------------------

static void a_mean_week_is_a_full_time_week(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(8));
  for (int w = 0; w < 8; w++)
    for (int d = 0; d < 5; d++)
      put(plan, AUTUMN + 7 * w + d, own_day, HEADS);
  check_rule(plan, "week_average", (struct told_rule){FINDING_BOUNDED, 40, 40, 0, 0});
  put(plan, AUTUMN + 5, own_day, 1); // 8 h more in 32 weeks of a person
  check_rule(plan, "week_average", (struct told_rule){FINDING_BROKEN, 40, 40.25, 1, AUTUMN});
}

static void a_single_week_has_a_ceiling(void **state) {
  struct memory memory = open_ward(*state);
  staff_of(&memory)->agreement = AGREEMENT_LOCAL;
  const struct plan *plan = empty_plan(&memory, autumn(3));
  for (int d = 0; d < 6; d++)
    put(plan, AUTUMN + 7 + d, own_day, HEADS);
  put(plan, AUTUMN + 13, own_day, 3); // 27 shifts of 8 h
  check_rule(plan, "week_ceiling", (struct told_rule){FINDING_BOUNDED, 54, 54, 0, 0});
  put(plan, AUTUMN + 13, own_day, 4);
  check_rule(plan, "week_ceiling", (struct told_rule){FINDING_BROKEN, 54, 56, 1, AUTUMN + 7});
  put(plan, AUTUMN + 13, own_day, 0); // 24 shifts, 48 h
  staff_of(&memory)->agreement = AGREEMENT_EMPLOYEE;
  check_rule(plan, "week_ceiling", (struct told_rule){FINDING_BOUNDED, 50, 48, 0, 0});
  staff_of(&memory)->agreement = AGREEMENT_LAW;
  check_rule(plan, "week_ceiling", (struct told_rule){FINDING_BROKEN, 40, 48, 1, AUTUMN + 7});
}

// Six shifts of eight hours in each of nine weeks, and a shift of overtime in the first.
static void eight_weeks_of_48_hours(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(9));
  for (int w = 0; w < 9; w++)
    for (int d = 0; d < 6; d++)
      put(plan, AUTUMN + 7 * w + d, own_day, HEADS);
  check_rule(plan, "hours_48", (struct told_rule){FINDING_BOUNDED, 48, 48, 0, 0});
  put(plan, AUTUMN, overtime_day, 2); // 16 h in 32 weeks of a person
  check_rule(plan, "hours_48", (struct told_rule){FINDING_BROKEN, 48, 48.5, 1, AUTUMN});
}

// Nights of 10 h: 40 h a week over 24 x 7 - 35 hours are 7.2 in 24, 45 h are 8.1.
static void night_work_on_average(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(5));
  put_every_day(plan, own_evening, 1);
  assert_int_equal(status_of(plan, "night_average"), FINDING_NOT_APPLICABLE);
  put_every_day(plan, own_evening, 0);
  for (int w = 0; w < 5; w++)
    for (int d = 0; d < 4; d++)
      put(plan, AUTUMN + 7 * w + d, own_night, HEADS);
  check_rule(plan, "night_average", (struct told_rule){FINDING_BOUNDED, 8, 40 * 24 / 133.0, 0, 0});
  for (int w = 1; w < 5; w++)
    put(plan, AUTUMN + 7 * w + 4, own_night, 2);
  check_rule(plan, "night_average", (struct told_rule){FINDING_BROKEN, 8, 45 * 24 / 133.0, 1, AUTUMN + 7});
}

// --- Sundays, holidays, weekends ----------------------------------------------------------------------------------

static void the_next_sunday_off(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(3));
  put(plan, AUTUMN + 6, own_day, 2);
  put(plan, AUTUMN + 13, own_day, 2);
  check_rule(plan, "sundays_next_off", (struct told_rule){FINDING_BOUNDED, 0.5, 0.5, 0, 0});
  put(plan, AUTUMN + 13, own_evening, 1);
  check_rule(plan, "sundays_next_off", (struct told_rule){FINDING_BROKEN, 0.5, 0.625, 1, AUTUMN + 13});
}

// Maundy Thursday and Good Friday 2025: three of four on one and two on the other.
static void the_next_public_holiday_off(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, stretch_of_weeks(2025, 4, 7, 3));
  day_number thursday = day_from_date(2025, 4, 17);
  put(plan, thursday - 1, own_day, 4); // the Wednesday before is no holiday
  put(plan, thursday, own_day, 2);
  put(plan, thursday + 1, own_day, 2);
  assert_int_equal(status_of(plan, "sundays_next_off"), FINDING_BOUNDED);
  put(plan, thursday, own_day, 3);
  check_rule(plan, "sundays_next_off", (struct told_rule){FINDING_BROKEN, 0.5, 0.625, 1, thursday + 1});
}

// Between Whitsun and Christmas is no public holiday: 25 Sundays.
static void half_of_all_sundays_off(void **state) {
  struct memory memory = open_ward(*state);
  memory_settings(&memory)->sundays = SUNDAY_AVERAGED;
  const struct plan *plan = empty_plan(&memory, stretch_of_weeks(2025, 6, 16, 25));
  day_number monday = day_from_date(2025, 6, 16);
  assert_int_equal(status_of(plan, "sundays_next_off"), FINDING_NOT_APPLICABLE);
  for (int w = 0; w < 25; w++)
    put(plan, monday + 7 * w + 6, own_day, w % 2 ? 4 : 0);
  put(plan, monday + 6, own_day, 2); // 12 x 4 + 2 of 25 x 4
  check_rule(plan, "sundays_averaged", (struct told_rule){FINDING_BOUNDED, 0.5, 0.5, 0, 0});
  put(plan, monday + 6, own_day, 3);
  check_rule(plan, "sundays_averaged", (struct told_rule){FINDING_BROKEN, 0.5, 0.51, 1, monday});
}

static void weekends_of_a_person(void **state) {
  struct memory memory = open_ward(*state); // every second
  const struct plan *plan = empty_plan(&memory, autumn(8));
  for (int w = 0; w < 8; w++) {
    put(plan, AUTUMN + 7 * w + SATURDAY, own_day, 2);
    put(plan, AUTUMN + 7 * w + SUNDAY, own_evening, 2);
  }
  check_rule(plan, "weekends_per_person", (struct told_rule){FINDING_BOUNDED, 26, 26, 0, 0});
  put(plan, AUTUMN + SATURDAY, overtime_day, 2); // no contract hours
  assert_int_equal(status_of(plan, "weekends_per_person"), FINDING_BOUNDED);
  put(plan, AUTUMN + SUNDAY, own_evening, 3); // 17 of 32 weekends
  check_rule(plan, "weekends_per_person", (struct told_rule){FINDING_BROKEN, 26, 52 * 17 / 32.0, 1, AUTUMN});
}

static void weekends_counted_by_the_year(void **state) {
  struct memory memory = open_ward(*state);
  staff_of(&memory)->weekends_per_year_milli = 13 * MILLI;
  const struct plan *plan = empty_plan(&memory, autumn(4));
  put(plan, AUTUMN + SATURDAY, own_day, 4); // 4 of 16, and 13 of 52
  check_rule(plan, "weekends_per_person", (struct told_rule){FINDING_BOUNDED, 13, 13, 0, 0});
  put(plan, AUTUMN + 7 + SUNDAY, own_day, 1);
  check_rule(plan, "weekends_per_person", (struct told_rule){FINDING_BROKEN, 13, 52 * 5 / 16.0, 1, AUTUMN});
}

// --- overtime -----------------------------------------------------------------------------------------------------

static void overtime_only_where_it_is_on_offer(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  static const char *const rules[] = {"overtime_week", "overtime_four_weeks", "overtime_year"};
  const struct plan *without = empty_plan(&memory, autumn(4));
  memory_add_source(&memory, "overtime", SOURCE_OVERTIME, NOT_GIVEN);
  const struct plan *with = empty_plan(&memory, autumn(4));
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(status_of(without, rules[i]), FINDING_NOT_APPLICABLE);
    assert_int_equal(status_of(with, rules[i]), FINDING_KEPT);
  }
}

static void overtime_in_a_week(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(5));
  put(plan, AUTUMN + 9, overtime_day, 5); // 40 h of 4 people
  check_rule(plan, "overtime_week", (struct told_rule){FINDING_BOUNDED, 10, 10, 0, 0});
  put(plan, AUTUMN + 9, overtime_day, 6);
  check_rule(plan, "overtime_week", (struct told_rule){FINDING_BROKEN, 10, 12, 1, AUTUMN + 7});
}

// A week cut by the year's end may be longer than it looks here: of a week alone only whole ones are judged.
static void a_cut_week_is_not_judged_alone(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, (struct stretch){AUTUMN + 4, 3 + 7});
  put(plan, AUTUMN + 4, overtime_day, 6);
  check_rule(plan, "overtime_week", (struct told_rule){FINDING_BOUNDED, 10, 0, 0, 0});
  put(plan, AUTUMN + 7, overtime_day, 6);
  check_rule(plan, "overtime_week", (struct told_rule){FINDING_BROKEN, 10, 12, 1, AUTUMN + 7});
}

// Ten hours in the first week, eight in the second and fifth: 18 in any four, then 26 in weeks 2 to 5.
static void overtime_in_four_weeks(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(5));
  put(plan, AUTUMN, overtime_day, 5);
  put(plan, AUTUMN + 7, overtime_day, 4);
  put(plan, AUTUMN + 28, overtime_day, 4);
  check_rule(plan, "overtime_four_weeks", (struct told_rule){FINDING_BOUNDED, 25, 18, 0, 0});
  put(plan, AUTUMN + 14, overtime_day, 5); // 28 in weeks 1 to 4, 26 in weeks 2 to 5
  check_rule(plan, "overtime_four_weeks", (struct told_rule){FINDING_BROKEN, 25, 28, 2, AUTUMN});
}

static void overtime_in_a_year(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(10));
  put(plan, AUTUMN, overtime_day, 100); // 800 h of 4 people
  check_rule(plan, "overtime_year", (struct told_rule){FINDING_BOUNDED, 200, 200, 0, 0});
  put(plan, AUTUMN + 60, overtime_day, 1);
  check_rule(plan, "overtime_year", (struct told_rule){FINDING_BROKEN, 200, 202, 1, AUTUMN});
}

// --- rules and plans ----------------------------------------------------------------------------------------------

// The optimiser's own plans break no rule that the programme holds them to.
static void plans_keep_what_the_programme_holds(void **state) {
  static const char *const held[] = {"daily_rest",    "week_average",        "weekends_per_person",
                                     "overtime_week", "overtime_four_weeks", "overtime_year"};
  int applied = 0;
  for (int seed = 1; seed <= 8; seed++) {
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 3, .shifts = 3, .seasons = true});
    const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_year(2025));
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
      enum finding_status status = status_of(plan, held[i]);
      assert_true(status != FINDING_BROKEN);
      applied += status != FINDING_NOT_APPLICABLE;
    }
  }
  assert_true(applied > 30);
}

// In a year-round rota the hours planned count, of the people not on holiday: over the year exactly those of the
// contract, whatever the weeks swing.
static void year_round_rotas(void **state) {
  int applied = 0;
  for (int seed = 1; seed <= 4; seed++) {
    struct memory memory = random_rota(*state, seed);
    rota_year_round(&memory, 20 * PERCENT, HOLIDAYS_BY_PLANNER);
    const struct plan *plan = rota_kept(*state, &memory, stretch_of_year(2025));
    static const char *const held[] = {"week_average", "week_ceiling", "hours_48", "weekends_per_person"};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
      enum finding_status status = status_of(plan, held[i]);
      assert_true(status == FINDING_BOUNDED || status == FINDING_NOT_APPLICABLE);
      applied += status == FINDING_BOUNDED;
    }
  }
  assert_true(applied >= 12);
  struct memory memory = plain_ward(*state, 2000, 3000);
  rota_blank_cells(&memory);
  rota_year_round(&memory, 20 * PERCENT, HOLIDAYS_BY_PLANNER);
  rota_absence(&memory, ABSENCE_HOLIDAY, 26, 32, 50 * PERCENT);
  const struct plan *plan = rota_kept(*state, &memory, stretch_of_year(2025));
  const struct rule_record *record = rule_record_of("week_average");
  struct rule_reading reading = rule_read(record, workload_of(*state, plan));
  assert_near(reading.value, 40, 1e-6);
  reading = rule_read(rule_record_of("week_ceiling"), workload_of(*state, plan));
  assert_near(reading.value, 48, 1e-6); // 20 % above 40
}

// A measure that changes an agreement and no shift shares the baseline's plan, but is judged by its own agreement.
static void a_measure_is_judged_by_its_own_agreements(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  staff_of(&memory)->agreement = AGREEMENT_LAW;
  int64_t measure = town_measure(&memory, "m", day_from_date(2025, 1, 1));
  town_edit(&memory, measure, "groups", "group=staff", "agreement", "set local");
  const struct audit *audit = audit_of(&memory);
  struct sought sought = {BASELINE, POSITIONS_KEPT, "shift_length", NULL, NOT_GIVEN};
  assert_finding(finding_of(audit, sought), (struct told_finding){FINDING_KEPT, 9000, 8000, 0, 0});
  sought.measure = measure;
  assert_finding(finding_of(audit, sought), (struct told_finding){FINDING_KEPT, 12500, 8000, 0, 0});
}

static void every_rule_is_complete_and_named_once(void **state) {
  (void)state;
  for (size_t i = 0; i < rule_record_count; i++) {
    const struct rule_record *record = &rule_records[i];
    assert_true(*record->law && *record->counted_in && *record->sentence);
    assert_ptr_equal(rule_record_of(record->code), record);
    int places = 0; // limit, value, group
    for (const char *at = record->sentence; (at = strstr(at, "%s")); at++)
      places++;
    assert_int_equal(places, 3);
  }
  assert_null(rule_record_of("no_such_rule"));
}

// --- words and the table ------------------------------------------------------------------------------------------

static void weeks_and_numbers_in_words(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  const struct unit_year *year = empty_plan(&memory, stretch_of_year(2024))->program->year; // ends in week 1 of 2025
  uint64_t july = UINT64_C(0x1f) << 26, all = (UINT64_C(1) << year->week_count) - 1;
  assert_string_equal(weeks_in_words(*state, year, july), "weeks 27-31");
  assert_string_equal(weeks_in_words(*state, year, july | 1), "weeks 1, 27-31");
  assert_string_equal(weeks_in_words(*state, year, 4), "week 3");
  assert_string_equal(weeks_in_words(*state, year, UINT64_C(3) << 51), "weeks 52-1/2025");
  assert_string_equal(weeks_in_words(*state, year, all), "every week");
  struct scenario *scenario = town_scenario(&memory);
  assert_string_equal(number_in_words(*state, scenario, 11), "11");
  assert_string_equal(number_in_words(*state, scenario, 12.5), "12.5");
  scenario->decimal = ',';
  assert_string_equal(number_in_words(*state, scenario, -0.0625), "-0,06");
}

// One line per finding, in their order, none of a rule that does not apply.
static void findings_as_a_table(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  add_norm(&memory, "day", 8, 16, 2000);
  const struct audit *audit = audit_of(&memory);
  const struct result_table *table = compliance_table(*state, audit);
  assert_int_equal(result_row_count(table), audit->finding_count);
  assert_string_equal(table->columns[0].name, "measure");
  const union field *first = table->fields;
  assert_string_equal(first[2].text, "both");
  assert_string_equal(first[4].text, RULE_NORM_PLANNED);
  assert_string_equal(first[6].text, "skilled");
  assert_int_equal(first[7].number, 2000);
  assert_int_equal(first[10].number, DAYS_2025 * 80);
  assert_int_equal(first[11].number, day_from_date(2025, 1, 1));
  assert_string_equal(first[12].text, "below_norm_today");
  for (size_t i = 0; i < audit->finding_count; i++)
    assert_int_not_equal(audit->findings[i].status, FINDING_NOT_APPLICABLE);
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(higher_of_two_norms_for_one_window),
      TEST(higher_of_two_norms_where_windows_overlap),
      TEST(a_person_missing_at_two_levels_is_missing_once),
      TEST(norm_above_todays_need_flags_the_baseline),
      TEST(a_measure_answers_for_what_it_takes),
      TEST(a_breach_begins_with_the_measure),
      TEST(moving_people_breaks_one_window_and_mends_another),
      TEST(norm_on_a_window_no_shift_covers),
      TEST(norm_on_a_window_no_shift_covers_is_told_at_reading),
      TEST(planned_findings_add_up),
      TEST(unit_with_no_staff_at_all),
      TEST(weeks_in_which_somebody_is_missing),
      TEST(levels_missing_are_told_by_their_windows),
      TEST(windows_alike_are_told_apart),
      TEST(the_audit_holds_the_findings),
      TEST(missing_hours_add_up_to_the_coverage_lines),
      TEST(missing_hours_add_up_in_random_towns),
      TEST(weekend_posts_used_up_in_the_summer),
      TEST(of_limits_used_up_the_smallest_is_told),
      TEST(extra_shifts_widen_the_weekend),
      TEST(people_present_used_up),
      TEST(positions_that_follow_are_part_of_the_limit),
      TEST(hours_on_offer_left),
      TEST(shifts_as_long_as_agreed),
      TEST(handover_makes_a_shift_too_long),
      TEST(an_unpaid_break_is_no_work),
      TEST(long_shifts_take_an_agreement),
      TEST(all_work_of_a_day),
      TEST(rest_between_shifts),
      TEST(rest_counts_all_late_and_all_early_shifts),
      TEST(rest_from_week_to_week),
      TEST(rest_counts_people_present),
      TEST(weekly_rest_needs_a_rota),
      TEST(weekly_rest_between_shifts_far_apart),
      TEST(a_mean_week_is_a_full_time_week),
      TEST(a_single_week_has_a_ceiling),
      TEST(eight_weeks_of_48_hours),
      TEST(night_work_on_average),
      TEST(the_next_sunday_off),
      TEST(the_next_public_holiday_off),
      TEST(half_of_all_sundays_off),
      TEST(weekends_of_a_person),
      TEST(weekends_counted_by_the_year),
      TEST(overtime_only_where_it_is_on_offer),
      TEST(overtime_in_a_week),
      TEST(a_cut_week_is_not_judged_alone),
      TEST(overtime_in_four_weeks),
      TEST(overtime_in_a_year),
      TEST(plans_keep_what_the_programme_holds),
      TEST(year_round_rotas),
      TEST(a_measure_is_judged_by_its_own_agreements),
      TEST(every_rule_is_complete_and_named_once),
      TEST(weeks_and_numbers_in_words),
      TEST(findings_as_a_table),
  };
  return cmocka_run_group_tests_name("compliance", tests, NULL, NULL);
}
