// SPDX-License-Identifier: GPL-3.0-or-later
// What is found in a plan: need against norms, who is missing where, and how much room is left.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "audit/compliance.h"
#include "audit/coverable.h"
#include "audit/coverage.h"
#include "audit/rules.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "report/compliance.h"
#include "support/audited.h"
#include "support/long.h"
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
  struct study *study = study_new(audit->scenario, NULL, NULL);
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
                         "covers 120 of the 120 minutes of window `morning 06:00–08:00`, from 06:00; the nearest is "
                         "`day` 08:00-16:00, which covers 0"));
  assert_int_equal(tea->status, FINDING_NO_SHIFT);
  assert_non_null(strstr(
      tea->reason, "covers 60 of the 180 minutes of window `afternoon 15:00–18:00`, from 17:00; the nearest is `short` "
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
  for (int seed = 1; seed <= few_or_all(1, 12); seed++) {
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
  const struct audit *audit = audit_everything(town_scenario(&memory));
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
  for (int seed = 1; seed <= few_or_all(1, 10); seed++) {
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
  assert_non_null(strstr(cover->reason, "least slack: 1 of 1 weekend posts used in weeks 27-31."));
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
  struct margin margin = plan_margin(plan, 0);
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
  assert_near(plan_margin(town_plan(*state, town_scenario(&memory), week), 0).limit, 2, 1e-6);
  memory_add_source(&memory, "extra", SOURCE_EXTRA, NOT_GIVEN);
  assert_near(plan_margin(town_plan(*state, town_scenario(&memory), week), 0).limit, 3, 1e-6);
}

// Nobody works weekends and all three are needed on Mondays: the people present are the limit.
static void people_present_used_up(void **state) {
  struct memory memory = plain_ward(*state, 1000, 3000);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 0))->days = 0x1f;
  struct need_row *monday =
      memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, SKILLED, 2000));
  monday->days = 1 << MONDAY;
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 2));
  struct margin margin = plan_margin(plan, 0);
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
  struct margin margin = plan_margin(plan, 0);
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
  struct margin margin = plan_margin(plan, 0);
  assert_int_equal(margin.kind, MARGIN_HIRED);
  assert_near(margin.used, 56, 1e-6);
  assert_near(margin.limit, 60, 1e-6);
  assert_near(margin.room, 0.5, 1e-6);
  // a week of two days has two sevenths on offer, which is no limit of a week
  const struct plan *cut = town_plan(*state, town_scenario(&memory), (struct stretch){AUTUMN - 2, 2 + 7});
  assert_near(plan_margin(cut, 0).limit, 60, 1e-6);
  hired->hours_milli_per_week = NOT_GIVEN;
  assert_int_equal(plan_margin(town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 2)), 0).kind,
                   MARGIN_NONE);
}

// --- agreements ---------------------------------------------------------------------------------------------------

// A measure that changes an agreement and no shift shares the baseline's plan, but is judged by its own agreement.
static void a_measure_is_judged_by_its_own_agreements(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  rota_group(&memory, 0)->agreement = AGREEMENT_LAW;
  int64_t measure = town_measure(&memory, "m", day_from_date(2025, 1, 1));
  town_edit(&memory, measure, "groups", "group=staff", "agreement", "set local");
  const struct audit *audit = audit_of(&memory);
  struct sought sought = {BASELINE, POSITIONS_KEPT, "shift_length", NULL, NOT_GIVEN};
  assert_finding(finding_of(audit, sought), (struct told_finding){FINDING_KEPT, 9000, 8000, 0, 0});
  sought.measure = measure;
  assert_finding(finding_of(audit, sought), (struct told_finding){FINDING_KEPT, 12500, 8000, 0, 0});
}

// --- words and the table ------------------------------------------------------------------------------------------

static void weeks_and_numbers_in_words(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  const struct unit_year *year =
      town_plan(*state, town_scenario(&memory), stretch_of_year(2024))->program->year; // ends in week 1 of 2025
  uint64_t july = UINT64_C(0x1f) << 26, all = (UINT64_C(1) << year->week_count) - 1;
  assert_string_equal(weeks_in_words(*state, year, july), "weeks 27-31");
  assert_string_equal(weeks_in_words(*state, year, july | 1), "weeks 1, 27-31");
  assert_string_equal(weeks_in_words(*state, year, 4), "week 3");
  assert_string_equal(weeks_in_words(*state, year, UINT64_C(3) << 51), "weeks 52-1/2025");
  assert_string_equal(weeks_in_words(*state, year, all), "every week");
  assert_string_equal(number_in_words(*state, 11), "11");
  assert_string_equal(number_in_words(*state, 12.5), "12.5");
  assert_string_equal(number_in_words(*state, 28800), "28" NO_BREAK_SPACE "800");
  assert_string_equal(day_in_words(*state, day_from_date(2024, 6, 1)), "1" NO_BREAK_SPACE "June" NO_BREAK_SPACE "2024");
  language_prefer(LANGUAGE_NB);
  assert_string_equal(number_in_words(*state, -0.0625), MINUS_SIGN "0,06");
  assert_string_equal(weeks_in_words(*state, year, july), "ukene 27–31");
  assert_string_equal(day_in_words(*state, day_from_date(2024, 6, 1)),
                      "1." NO_BREAK_SPACE "juni" NO_BREAK_SPACE "2024");
  language_prefer(LANGUAGE_EN);
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
      TEST(a_measure_is_judged_by_its_own_agreements),
      TEST(weeks_and_numbers_in_words),
      TEST(findings_as_a_table),
  };
  return cmocka_run_group_tests_name("compliance", tests, NULL, NULL);
}
