// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rules.h"

#include <string.h>

#include "audit/words.h"
#include "base/language.h"
#include "scenario/agreement.h"

static const char *const proof_names[PROOFS] = {"exact", "average", "bound", "needs_rota"};

const char *rule_proof_name(enum rule_proof proof) { return proof_names[proof]; }

// ---------------------------------------------------------------- the rules

#define STEWARDS N_("the shop stewards")

const struct rule_record rule_records[] = {
    {.code = "shift_length",
     .law = N_("Working Environment Act 10-4(1), 10-5, 10-12(4)"),
     .plain = 9,
     .more = N_("the employee to 10 h, the shop stewards to 12.5 h, Arbeidstilsynet to 13 h, the central union beyond"),
     .counted_in = "h",
     .proof = PROOF_EXACT,
     .by_length = true,
     .sentence = N_("Shifts of at most %s h are agreed; the longest worked, with handover, is %s h, by `%s`."),
     .measure = measure_shift_length},
    {.code = "long_shifts",
     .law = N_("Working Environment Act 10-5(2)"),
     .plain = 10,
     .more = N_("the shop stewards to 12.5 h, with special weight on health, the central union beyond"),
     .counted_in = "h",
     .proof = PROOF_EXACT,
     .by_length = true,
     .sentence = N_("Shifts over 10 h are worked: %s h are agreed, the longest is %s h, by `%s`."),
     .measure = measure_long_shifts},
    {.code = "day_total",
     .law = N_("Working Environment Act 10-6(8)-(9)"),
     .plain = 13,
     .more = N_("the shop stewards to 16 h"),
     .counted_in = "h",
     .proof = PROOF_EXACT,
     .sentence = N_("At most %s h of work in a day, overtime included; the longest shift is %s h, by `%s`."),
     .measure = measure_day_total},
    {.code = "daily_rest",
     .law = N_("Working Environment Act 10-8(1), (3)"),
     .plain = 11,
     .more = N_("the shop stewards, down to 8 h"),
     .counted_in = "h",
     .proof = PROOF_BOUND,
     .sentence = N_("At least %s h between two shifts; the people there suffice for %s h, in `%s`."),
     .measure = measure_daily_rest},
    {.code = "weekly_rest",
     .law = N_("Working Environment Act 10-8(2), (3)"),
     .more = N_("the shop stewards, down to 28 h"),
     .counted_in = "shifts_per_week",
     .proof = PROOF_ROTA,
     .sentence =
         N_("35 h off in seven days leave room for %s shifts; in the busiest week there are %s for each person in "
            "`%s`."),
     .measure = measure_weekly_rest},
    {.code = "week_average",
     .law = N_("HTA 4.2, Working Environment Act 10-4, 10-5"),
     .counted_in = "h_per_week",
     .proof = PROOF_AVERAGE,
     .sentence = N_("A full-time week is %s h; the year's mean is %s h in `%s`."),
     .measure = measure_week_average},
    {.code = "week_ceiling",
     .law = N_("Working Environment Act 10-4(1), 10-5(1)-(2)"),
     .plain = 40,
     .more = N_("the employee to 50 h, the shop stewards to 54 h"),
     .counted_in = "h_per_week",
     .proof = PROOF_AVERAGE,
     .sentence = N_("At most %s h without overtime in any week; the fullest has %s h in `%s`."),
     .measure = measure_week_ceiling},
    {.code = "hours_48",
     .law = N_("Working Environment Act 10-5, 10-6(8)"),
     .counted_in = "h_per_week",
     .proof = PROOF_AVERAGE,
     .sentence =
         N_("At most %s h a week, overtime included, on average over any eight weeks; the fullest eight have %s h "
            "in `%s`."),
     .measure = measure_hours_48},
    {.code = "night_average",
     .law = N_("Working Environment Act 10-11"),
     .more = STEWARDS,
     .counted_in = "h_per_day",
     .proof = PROOF_AVERAGE,
     .sentence =
         N_("At most %s h in 24 on average over any four weeks for those who work nights; the fullest four have %s "
            "h in `%s`."),
     .measure = measure_night_average},
    {.code = "sundays_next_off",
     .law = N_("Working Environment Act 10-8(4)"),
     .more = N_("the employee in writing, averaged over 26 weeks"),
     .counted_in = "share",
     .proof = PROOF_BOUND,
     .sentence =
         N_("Who works a Sunday or public holiday is off on the next one, so at most %s of the people can work on two "
            "that follow each other; at the worst %s do, in `%s`."),
     .measure = measure_sundays_next_off},
    {.code = "sundays_averaged",
     .law = N_("Working Environment Act 10-8(4)"),
     .counted_in = "share",
     .proof = PROOF_BOUND,
     .sentence =
         N_("Averaged over 26 weeks at most %s of the people may work a Sunday or public holiday; at the worst %s "
            "do, in `%s`."),
     .measure = measure_sundays_averaged},
    {.code = "weekends_per_person",
     .law = N_("the rota agreed (groups.csv)"),
     .more = N_("those who agreed to the rota"),
     .counted_in = "weekends_per_year",
     .proof = PROOF_AVERAGE,
     .sentence = N_("%s weekends a year are agreed; %s are worked on contract hours by each person of `%s`."),
     .measure = measure_weekends},
    {.code = "overtime_unforeseen",
     .law = N_("Working Environment Act 10-6(1)"),
     .counted_in = "h",
     .proof = PROOF_EXACT,
     .sentence =
         N_("Overtime is for what cannot be planned: %s h of it are hours for which extra hours and substitutes do not "
            "suffice; %s h are planned, most in `%s`."),
     .measure = measure_overtime_unforeseen},
    {.code = "overtime_week",
     .law = N_("Working Environment Act 10-6(4)-(5)"),
     .plain = 10,
     .more = N_("the shop stewards to 20 h"),
     .counted_in = "h",
     .proof = PROOF_AVERAGE,
     .sentence = N_("At most %s h of overtime in a week; the most is %s h, in `%s`."),
     .measure = measure_overtime_week},
    {.code = "overtime_four_weeks",
     .law = N_("Working Environment Act 10-6(4)-(5)"),
     .plain = 25,
     .more = N_("the shop stewards to 50 h"),
     .counted_in = "h",
     .proof = PROOF_AVERAGE,
     .sentence = N_("At most %s h of overtime in any four weeks; the most is %s h, in `%s`."),
     .measure = measure_overtime_four_weeks},
    {.code = "overtime_year",
     .law = N_("Working Environment Act 10-6(4)-(5)"),
     .plain = 200,
     .more = N_("the shop stewards to 300 h"),
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

struct rule_reading rule_read(const struct rule_record *record, const struct workload *load) {
  struct rule_reading reading = {.first_day = DAY_NONE};
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
    return record->proof == PROOF_EXACT ? _("Broken.") : _("Broken: not everybody's rota can keep it.");
  if (status == FINDING_BOUNDED)
    return record->proof == PROOF_AVERAGE ? _("Kept on average over the group; each person needs a rota to prove.")
                                          : _("There are people enough for it; who has it when needs a rota to prove.");
  return status == FINDING_NEEDS_ROTA ? _("Needs a rota to prove.") : _("Kept.");
}

static const char *source_in_words(struct arena *arena, const struct rule_record *record,
                                   const struct rule_reading *reading) {
  bool floor = record->measure == measure_daily_rest;
  bool agreed = record->plain > 0 && (floor ? reading->limit < record->plain : reading->limit > record->plain);
  if (!record->more)
    return arena_printf(arena, _("Source: %s."), _(record->law));
  if (agreed)
    return arena_printf(arena, _("Source: %s; this limit takes an agreement with %s."), _(record->law),
                        _(record->more));
  return arena_printf(arena, _("Source: %s; more may be agreed with %s."), _(record->law), _(record->more));
}

// Who has to agree to a shift of that length.
static const char *agreement_in_words(struct arena *arena, const char *length_h, double hours) {
  const struct agreement_terms *terms = agreement_terms(agreement_needed(fixed_round(hours * 60)));
  return arena_printf(arena, _("A shift of %s h takes an agreement with %s (%s)."), length_h, _(terms->who),
                      _(terms->law));
}

// A limit or a value as its sentence has it; shares are told in percent.
static const char *measured_in_words(struct arena *arena, const struct rule_record *record, double value) {
  if (strcmp(record->counted_in, "share") != 0)
    return number_in_words(arena, value);
  return arena_printf(arena, _("%d%%"), (int)fixed_round(value * 100));
}

static const char *reason_of(struct arena *arena, const struct workload *load, const struct rule_record *record,
                             const struct rule_reading *reading) {
  const struct frame *frame = load->plan->program->year->frame;
  const char *group = group_rows(&frame->scenario->tables)[frame->groups[reading->group]].group;
  const char *limit = measured_in_words(arena, record, reading->limit);
  const char *value = measured_in_words(arena, record, reading->value);
  enum finding_status status = rule_status(record, reading);
  const char *reason = arena_printf(arena, "%s %s %s", arena_printf(arena, _(record->sentence), limit, value, group),
                                    status_in_words(record, status), source_in_words(arena, record, reading));
  if (record->by_length && status == FINDING_BROKEN)
    reason = arena_printf(arena, "%s %s", reason, agreement_in_words(arena, value, reading->value));
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
    finding->reason = arena_printf(audit->arena, "%s", reason_of(scratch, load, record, &reading));
  }
  arena_free(scratch);
}

void rules_add(struct audit *audit, const struct plan *plan, int64_t measure) {
  const struct frame *frame = plan->program->year->frame;
  for (int u = 0; u < frame->unit_count; u++)
    rules_of_unit(audit, plan, measure, frame->units[u]);
}
