// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rules.h"

#include <assert.h>
#include <string.h>

#include "audit/titles.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "scenario/agreement.h"

static const char *const proof_names[PROOFS] = {"exact", "average", "bound", "needs_rota"};

const char *rule_proof_name(enum rule_proof proof) {
  assert((size_t)proof < sizeof proof_names / sizeof *proof_names);
  return proof_names[proof];
}

// ---------------------------------------------------------------- the rules

const struct rule_record rule_records[] = {
    {.code = "shift_length",
     .title = N_("length of shifts"),
     .rule = LAW_SHIFT_LENGTH,
     .counted_in = "h",
     .proof = PROOF_EXACT,
     .by_length = true,
     .sentence = N_("Shifts of at most %s h are agreed; the longest worked, with handover, is %s h, by `%s`."),
     .measure = measure_shift_length},
    {.code = "long_shifts",
     .title = N_("long shifts"),
     .rule = LAW_LONG_SHIFTS,
     .counted_in = "h",
     .proof = PROOF_EXACT,
     .by_length = true,
     .sentence = N_("Shifts over 10 h are worked: %s h are agreed, the longest is %s h, by `%s`."),
     .measure = measure_long_shifts},
    {.code = "day_total",
     .title = N_("hours in a day"),
     .rule = LAW_DAY_TOTAL,
     .counted_in = "h",
     .proof = PROOF_EXACT,
     .sentence = N_("At most %s h of work in a day, overtime included; the longest shift is %s h, by `%s`."),
     .measure = measure_day_total},
    {.code = "daily_rest",
     .title = N_("daily rest"),
     .rule = LAW_DAILY_REST,
     .counted_in = "h",
     .proof = PROOF_BOUND,
     .sentence = N_("Daily rest: at least %s h. The staff there can be guaranteed %s h, in `%s`."),
     .measure = measure_daily_rest},
    {.code = "weekly_rest",
     .title = N_("weekly rest"),
     .rule = LAW_WEEKLY_REST,
     .counted_in = "shifts_per_week",
     .proof = PROOF_ROTA,
     .sentence =
         N_("A 35-hour weekly rest allows at most %s shifts a week; the busiest week needs %s per person in `%s`."),
     .measure = measure_weekly_rest},
    {.code = "week_average",
     .title = N_("average week"),
     .rule = LAW_WEEK_AVERAGE,
     .counted_in = "h_per_week",
     .proof = PROOF_AVERAGE,
     .sentence = N_("A full-time week is %s h; the year's mean is %s h in `%s`."),
     .measure = measure_week_average},
    {.code = "week_ceiling",
     .title = N_("longest week"),
     .rule = LAW_WEEK_CEILING,
     .counted_in = "h_per_week",
     .proof = PROOF_AVERAGE,
     .sentence = N_("At most %s h without overtime in any week; the fullest has %s h in `%s`."),
     .measure = measure_week_ceiling},
    {.code = "week_total",
     .title = N_("hours of any one week"),
     .rule = LAW_WEEK_TOTAL,
     .counted_in = "h_per_week",
     .proof = PROOF_AVERAGE,
     .sentence =
         N_("At most %s h in any one week, overtime included, where more overtime is agreed to; the fullest has %s h "
            "in `%s`."),
     .measure = measure_week_total},
    {.code = "hours_48",
     .title = N_("48 hours on average"),
     .rule = LAW_HOURS_AVERAGE,
     .counted_in = "h_per_week",
     .proof = PROOF_AVERAGE,
     .sentence =
         N_("At most %s h a week, overtime included, on average over any eight weeks; the fullest eight have %s h "
            "in `%s`."),
     .measure = measure_hours_48},
    {.code = "night_average",
     .title = N_("night work on average"),
     .rule = LAW_NIGHT_AVERAGE,
     .counted_in = "h_per_day",
     .proof = PROOF_AVERAGE,
     .sentence =
         N_("At most %s h in 24 on average over any four weeks for those who work nights; the fullest four have %s "
            "h in `%s`."),
     .measure = measure_night_average},
    {.code = "sundays_next_off",
     .title = N_("the next Sunday off"),
     .rule = LAW_SUNDAYS_NEXT_OFF,
     .counted_in = "share",
     .proof = PROOF_BOUND,
     .sentence =
         N_("Who works a Sunday or public holiday is off on the next one, so at most %s of the people can work on two "
            "that follow each other; at the worst %s do, in `%s`."),
     .measure = measure_sundays_next_off},
    {.code = "sundays_averaged",
     .title = N_("Sundays off on average"),
     .rule = LAW_SUNDAYS_AVERAGED,
     .counted_in = "share",
     .proof = PROOF_BOUND,
     .sentence =
         N_("Averaged over 26 weeks at most %s of the people may work a Sunday or public holiday; at the worst %s "
            "do, in `%s`."),
     .measure = measure_sundays_averaged},
    {.code = "weekends_per_person",
     .title = N_("weekends per person"),
     .rule = LAW_RULES,
     .agreed = N_("the rota agreed (groups.csv)"),
     .agreed_with = N_("those who agreed to the rota"),
     .counted_in = "weekends_per_year",
     .proof = PROOF_AVERAGE,
     .sentence = N_("Agreed: %s weekends a year. Planned: %s per person, on contract hours, in `%s`."),
     .measure = measure_weekends},
    {.code = "overtime_unforeseen",
     .title = N_("overtime for the unforeseen"),
     .rule = LAW_OVERTIME_UNFORESEEN,
     .counted_in = "h",
     .proof = PROOF_EXACT,
     .sentence =
         N_("Overtime is for what cannot be planned: %s h of it are hours for which extra hours and substitutes do not "
            "suffice; %s h are planned, most in `%s`."),
     .measure = measure_overtime_unforeseen},
    {.code = "overtime_week",
     .title = N_("overtime in a week"),
     .rule = LAW_OVERTIME_WEEK,
     .counted_in = "h",
     .proof = PROOF_AVERAGE,
     .sentence = N_("At most %s h of overtime in a week; the most is %s h, in `%s`."),
     .measure = measure_overtime_week},
    {.code = "overtime_four_weeks",
     .title = N_("overtime in four weeks"),
     .rule = LAW_OVERTIME_FOUR_WEEKS,
     .counted_in = "h",
     .proof = PROOF_AVERAGE,
     .sentence = N_("At most %s h of overtime in any four weeks; the most is %s h, in `%s`."),
     .measure = measure_overtime_four_weeks},
    {.code = "overtime_year",
     .title = N_("overtime in a year"),
     .rule = LAW_OVERTIME_YEAR,
     .counted_in = "h",
     .proof = PROOF_AVERAGE,
     .sentence = N_("At most %s h of overtime in the year; there are %s h for each person of `%s`."),
     .measure = measure_overtime_year},
};
const size_t rule_record_count = sizeof rule_records / sizeof *rule_records;

const struct rule_record *rule_record_of(const char *code) {
  for (size_t i = 0; i < rule_record_count; i++)
    if (!strcmp(rule_records[i].code, code))
      return &rule_records[i];
  return NULL;
}

static const struct tables *tables_of(const struct workload *load) {
  return &load->plan->program->year->frame->scenario->tables;
}

// A rate of rates.csv sets a limit that the country's law does not.
static bool is_by_rate(const struct tables *tables, enum law_rule rule) {
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++)
    if (law_of_rate((enum rate_id)rate_rows(tables)[i].rate) == rule)
      return true;
  return false;
}

struct law_limit rule_limit(const struct rule_record *record, const struct tables *tables) {
  if (record->rule == LAW_RULES)
    return (struct law_limit){.paragraph = record->agreed, .more = record->agreed_with};
  struct law_limit limit = law_limit(tables, record->rule);
  if (!limit.paragraph && is_by_rate(tables, record->rule))
    limit.paragraph = N_("rates.csv");
  return limit;
}

struct rule_reading rule_read(const struct rule_record *record, const struct workload *load) {
  struct rule_reading reading = {.first_day = DAY_NONE};
  if (rule_limit(record, tables_of(load)).paragraph)
    record->measure(load, &reading);
  return reading;
}

enum finding_status rule_status(const struct rule_record *record, const struct rule_reading *reading) {
  if (!reading->applies)
    return FINDING_NOT_APPLICABLE;
  if (reading->breaches)
    return FINDING_BROKEN;
  if (record->proof == PROOF_EXACT || reading->proven)
    return FINDING_KEPT;
  return record->proof == PROOF_ROTA ? FINDING_NEEDS_ROTA : FINDING_BOUNDED;
}

// ---------------------------------------------------------------- findings

static const char *status_in_words(const struct rule_record *record, enum finding_status status) {
  if (status == FINDING_BROKEN)
    return record->proof == PROOF_EXACT ? _("Broken.")
                                        : _("Broken: no rota can satisfy this for everyone in the "
                                            "group.");
  if (status == FINDING_BOUNDED)
    return record->proof == PROOF_AVERAGE ? _("Kept on average over the group; each person needs a full rota to "
                                              "confirm.")
                                          : _("There are people enough for it; who has it when needs a full rota "
                                              "to confirm.");
  return status == FINDING_NEEDS_ROTA ? _("Needs a full rota to confirm.") : _("Kept.");
}

static const char *paragraph_in_words(struct arena *arena, const struct rule_record *record,
                                      const struct law_limit *law, const struct rule_reading *reading) {
  bool floor = record->measure == measure_daily_rest;
  double plain = law->by[AGREEMENT_LAW];
  bool agreed = plain > 0 && (floor ? reading->limit < plain : reading->limit > plain);
  if (!law->more)
    return arena_printf(arena, _("Source: %s."), _(law->paragraph));
  if (agreed)
    return arena_printf(arena, _("Source: %s; this limit takes an agreement with %s."), _(law->paragraph),
                        _(law->more));
  return arena_printf(arena, _("Source: %s; more may be agreed with %s."), _(law->paragraph), _(law->more));
}

static const char *source_in_words(struct arena *arena, const struct rule_record *record, const struct law_limit *law,
                                   const struct rule_reading *reading) {
  const char *words = paragraph_in_words(arena, record, law, reading);
  return law->grade == GRADE_C ? arena_printf(arena, _("%s The limit is assumed: no source was seen for it."), words)
                               : words;
}

// Who must agree to a shift of this length.
static const char *agreement_in_words(struct arena *arena, const struct tables *tables, const char *length_h,
                                      double hours) {
  struct agreement_terms terms = agreement_terms(tables, agreement_needed(tables, fixed_round(hours * 60)));
  return arena_printf(arena, _("A shift of %s h takes an agreement with %s (%s)."), length_h, _(terms.who),
                      _(terms.law));
}

// A limit or a value as the sentence writes it; shares are in percent.
static const char *measured_in_words(struct arena *arena, const struct rule_record *record, double value) {
  if (strcmp(record->counted_in, "share") != 0)
    return number_in_words(arena, value);
  return arena_printf(arena, _("%s%%"), number_in_words(arena, (double)fixed_round(value * 1000) / 10));
}

// sure: without the words of the status.
static const char *reason_of(struct arena *arena, const struct workload *load, const struct rule_record *record,
                             const struct rule_reading *reading, bool sure) {
  const struct frame *frame = load->plan->program->year->frame;
  const struct tables *tables = &frame->scenario->tables;
  const char *group = title_of_contract(arena, tables, &group_rows(tables)[frame->groups[reading->group]]);
  const char *limit = measured_in_words(arena, record, reading->limit);
  const char *value = measured_in_words(arena, record, reading->value);
  enum finding_status status = rule_status(record, reading);
  struct law_limit law = rule_limit(record, tables);
  const char *sentence = _(law.sentence ? law.sentence : record->sentence);
  const char *reason = arena_printf(arena, sentence, limit, value, group);
  if (!sure)
    reason = arena_printf(arena, "%s %s", reason, status_in_words(record, status));
  reason = arena_printf(arena, "%s %s", reason, source_in_words(arena, record, &law, reading));
  if (record->by_length && status == FINDING_BROKEN)
    reason = arena_printf(arena, "%s %s", reason, agreement_in_words(arena, tables, value, reading->value));
  return reason;
}

static void rules_of_unit(struct audit *audit, const struct plan *plan, int64_t measure, int64_t unit) {
  struct arena *scratch = arena_new();
  const struct workload *load = workload_of(scratch, plan, unit);
  for (size_t i = 0; i < rule_record_count; i++) {
    const struct rule_record *record = &rule_records[i];
    struct rule_reading reading = rule_read(record, load);
    enum finding_status status = rule_status(record, &reading);
    if (status == FINDING_NOT_APPLICABLE)
      continue;
    struct finding *finding = finding_add(audit, plan, measure, record->code);
    finding->unit = (size_t)unit;
    finding->counted_in = record->counted_in;
    finding->limit_milli = fixed_round(reading.limit * MILLI);
    finding->value_milli = fixed_round(reading.value * MILLI);
    finding->breaches = reading.breaches;
    finding->first_day = reading.first_day;
    finding->status = status;
    finding->reason = arena_printf(audit->arena, "%s", reason_of(scratch, load, record, &reading, false));
    if (status == FINDING_NEEDS_ROTA || status == FINDING_BOUNDED)
      finding->sure_reason = arena_printf(audit->arena, "%s", reason_of(scratch, load, record, &reading, true));
  }
  arena_free(scratch);
}

void rules_add(struct audit *audit, const struct plan *plan, int64_t measure) {
  const struct frame *frame = plan->program->year->frame;
  for (int u = 0; u < frame->unit_count; u++)
    rules_of_unit(audit, plan, measure, frame->units[u]);
}
