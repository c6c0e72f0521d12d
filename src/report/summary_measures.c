// SPDX-License-Identifier: GPL-3.0-or-later
// The claim and the modelled saving of every measure, for one year and year by year.
#include "audit/bridge.h"
#include "audit/bridge_words.h"
#include "audit/class.h"
#include "audit/cover_state.h"
#include "audit/sums.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/chance.h"
#include "report/labels.h"
#include "report/overview.h"
#include "report/releases.h"
#include "report/summary.h"
#include "report/unreplaced.h"
#include "report/verdict.h"

static const struct field_column measure_columns[] = {
    {"measure", FIELD_CODE, 0},     {"title", FIELD_TEXT, 0},        {"claimed_kr", FIELD_KR, 0},
    {"claimed_for", FIELD_CODE, 0}, {"direct_kr", FIELD_KR, 0},      {"kept_kr", FIELD_KR, 0},
    {"adjusted_kr", FIELD_KR, 0},   {"gross_fte", FIELD_DECIMAL, 2}, {"class", FIELD_TEXT, 0},
    {"evidence", FIELD_TEXT, 0},    {"verdict", FIELD_TEXT, 0},
};
static const char *const measure_headings[] = {N_("Measure"),        N_("Title"),    N_("Claimed"),  N_("For"),
                                               N_("Direct"),         N_("Kept"),     N_("Adjusted"), N_("FTE"),
                                               N_("Type of saving"), N_("Evidence"), N_("Verdict")};

// Why the verdict alone is not enough.
static const char *remark_on(const struct measure_effect *effect, const struct year_effect *year, enum verdict verdict,
                             bool sensitivity) {
  const struct year_effect *full = &effect->full;
  unsigned adjusted = cover_states(effect, full, POSITIONS_ADJUSTED);
  unsigned states = cover_states(effect, full, POSITIONS_KEPT) | (adjusted & COVER_BELOW_NORM);
  states |= verdict == VERDICT_ONLY_IF_MORE_GO ? adjusted : 0;
  bool below = states & COVER_BELOW_NORM || year->breach.days;
  if (effect->reason)
    return effect->reason;
  if (effect->given_up)
    return _("given up");
  if (below)
    return norm_unkept(full) ? _("BELOW THE NORM, which cannot be kept") : _("BELOW THE NORM");
  if (states & COVER_HOURS_EMPTY)
    return _("HOURS LEFT EMPTY");
  if (states & COVER_HOURS_EMPTY_TODAY)
    return _("hours empty as today");
  return sensitivity ? _("an assumption, no measure") : effect->undecided ? _("no start date") : NULL;
}

static const char *verdict_said(const struct summary *s, const struct measure_effect *effect,
                                const struct year_effect *year) {
  bool sensitivity = measure_rows(s->tables)[effect->measure].nature == NATURE_SENSITIVITY;
  enum verdict verdict = measure_verdict(s->audit->scenario, effect, year);
  const char *words = verdict_with_rota(s->arena, s->audit->scenario, effect, year);
  const char *more = remark_on(effect, year, verdict, sensitivity);
  return more ? arena_printf(s->arena, "%s (%s)", words, more) : words;
}

// What the figures represent; a claim in FTE is given with them.
static const char *when_claimed(const struct summary *s, const struct claimed *claimed, int year) {
  const char *when = year ? fiscal_year_name(s->arena, year) : _("full year");
  if (claimed->amount_ore != NOT_GIVEN || claimed->fte_milli == NOT_GIVEN)
    return when;
  return arena_printf(s->arena, _("%s, %s FTE"), when, summary_number(s, (double)claimed->fte_milli / MILLI, 1));
}

struct shown { // shown for a measure, beside its claim
  struct claimed claimed;
  int64_t leaves_out;             // excluded from the figures
  const struct year_effect *year; // the year of the claim
  const struct year_effect *effect;
};

static struct shown shown_of(const struct summary *s, const struct measure_effect *effect) {
  struct shown shown = {.year = overview_year(s->audit, effect)};
  shown.claimed = claim_standing(s->audit->scenario, effect->measure, shown.year->year);
  bool claims = shown.claimed.amount_ore != NOT_GIVEN;
  bool once = measure_rows(s->tables)[effect->measure].nature == NATURE_ONE_OFF;
  bool full = claims ? shown.claimed.basis == CLAIM_FULL_YEAR : !once;
  shown.leaves_out = claims ? shown.claimed.leaves_out : 0;
  shown.effect = full ? &effect->full : shown.year;
  return shown;
}

static int64_t shown_ore(const struct shown *shown, enum positions positions) {
  return answer_comparable_ore(&shown->effect->answers[positions], shown->leaves_out);
}

// The minimum cost of a measure that saves nothing under either answer; a claimed cost is already judged as one.
static const char *cost_said(const struct summary *s, const struct measure_effect *effect, const struct shown *shown) {
  int64_t kept = shown_ore(shown, POSITIONS_KEPT), adjusted = shown_ore(shown, POSITIONS_ADJUSTED);
  int64_t least = kept > adjusted ? kept : adjusted;
  bool claimed_cost = shown->claimed.amount_ore != NOT_GIVEN && shown->claimed.amount_ore < 0;
  if (!effect->testable || effect->given_up || least > -ORE_PER_KR || claimed_cost)
    return "";
  return arena_printf(s->arena, _("; it costs %s kr"), summary_kr(s, -least));
}

static void add_measure(const struct summary *s, struct result_table *table, const struct measure_effect *effect) {
  struct shown shown = shown_of(s, effect);
  const struct ledger *saving = &shown.effect->direct.saving;
  bool testable = effect->testable, direct = testable && shown.effect->direct.known;
  const struct measure_row *row = &measure_rows(s->tables)[effect->measure];
  result_text(table, row->measure);
  result_text(table, row->title ? row->title : "");
  result_number(table, shown.claimed.amount_ore);
  result_text(table, when_claimed(s, &shown.claimed, shown.effect == &effect->full ? 0 : shown.year->year));
  result_number(table, direct ? ledger_sum(saving) : FIELD_BLANK);
  for (enum positions p = POSITIONS_KEPT; p < POSITIONS_ANSWERS; p++)
    result_number(table, testable ? shown_ore(&shown, p) : FIELD_BLANK);
  result_number(table, direct && !effect->arithmetic ? fixed_round(effect->full.direct.gross_fte * 100) : FIELD_BLANK);
  enum saving_class class = measure_class(s->audit->scenario, effect);
  result_text(table, class == SAVING_NONE ? "" : label_of(s->arena, "class_short", saving_class_name(class)));
  result_text(table, label_of(s->arena, "evidence", evidence_grade_name(measure_grade(s->audit->scenario, effect))));
  result_text(table, arena_printf(s->arena, "%s%s", verdict_said(s, effect, shown.year), cost_said(s, effect, &shown)));
}

// Comparable values: what a claim leaves out is left out of the figures beside it too.
static void print_left_out(const struct summary *s) {
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const struct measure_effect *effect = &s->audit->measures[m];
    struct shown shown = shown_of(s, effect);
    if (!effect->testable || !shown.leaves_out)
      continue;
    const struct answer *answers = shown.effect->answers;
    terminal_say(s->out,
                 _("Kept and adjusted of %s leave out what its claim leaves out (%s). With it %s kr are saved if "
                   "positions are kept, and %s kr if they are adjusted.\n"),
                 measure_rows(s->tables)[m].measure, left_out_in_words(s->arena, shown.leaves_out),
                 summary_kr(s, effect_ore(&answers[POSITIONS_KEPT])),
                 summary_kr(s, effect_ore(&answers[POSITIONS_ADJUSTED])));
  }
}

// The reason that carries most of the difference, for claims not supported with positions kept.
static void print_reasons(const struct summary *s) {
  const char *before = "\n";
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const struct measure_effect *effect = &s->audit->measures[m];
    const struct year_effect *year = overview_year(s->audit, effect);
    struct judgement judgement = claim_judge(s->arena, s->audit->scenario, effect, year);
    bool met = judgement.verdict == VERDICT_REACHED || judgement.verdict == VERDICT_FOLLOWS ||
               judgement.verdict == VERDICT_COST_AS_CLAIMED;
    if (met || judgement.main_step == BRIDGE_CLAIMED)
      continue;
    terminal_say(s->out, _("%sWhy %s is judged so (%s): %s (%s kr): %s.\n"), before, measure_rows(s->tables)[m].measure,
                 verdict_in_words(s->arena, effect, judgement.verdict),
                 label_of(s->arena, "main_reason", bridge_step_name(judgement.main_step)),
                 signed_kr_in_words(s->arena, judgement.main_ore),
                 judgement.reason ? terminal_text(s->arena, judgement.reason) : "");
    before = "";
  }
}

// Who must go, from today's contracts, and when, for claims that hold only then.
static void print_releases(const struct summary *s) {
  size_t count;
  const struct release_sum *sums = release_sums(s->arena, s->audit, &count);
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const char *words = release_beside_verdict(s->arena, s->audit, release_sum_of(sums, count, m));
    if (*words)
      terminal_say(s->out, _("Who must go with %s: %s\n"), measure_rows(s->tables)[m].measure, words);
  }
}

// The saving that remains when the norm is kept, where that is possible.
static const char *worth_with_norm(const struct summary *s, const struct year_effect *full) {
  const struct norm_breach *unkept = norm_unkept(full);
  if (unkept)
    return norm_unkept_in_words(s->arena, unkept);
  return arena_printf(s->arena,
                      _("With the norm kept a full year of it saves %s kr if positions are kept and %s kr if "
                        "they are adjusted."),
                      summary_kr(s, effect_ore(&full->compliant[POSITIONS_KEPT])),
                      summary_kr(s, effect_ore(&full->compliant[POSITIONS_ADJUSTED])));
}

static void print_norm(const struct summary *s, const char *measure, const struct year_effect *full) {
  const struct norm_breach *breach = &full->breach;
  if (breach->days)
    terminal_say(s->out,
                 ngettext("Below the norm: %s takes %s person-hours on %d day of %s, %s. %s\n",
                          "Below the norm: %s takes %s person-hours on %d days of %s, the first on %s. %s\n",
                          (unsigned long)breach->days),
                 measure, summary_number(s, breach->person_hours, 0), breach->days, YEAR_NAME(full->year),
                 terminal_date(s->arena, breach->first_day), worth_with_norm(s, full));
  else if (norm_unkept(full))
    terminal_say(s->out, _("Below the norm: %s. %s\n"), measure, worth_with_norm(s, full));
  if (full->lowered.days)
    terminal_say(s->out, _("%s itself lowers a norm, by %s person-hours a year. It is judged by the norm before.\n"),
                 measure, summary_number(s, full->lowered.person_hours, 0));
}

static void print_norms(const struct summary *s) {
  for (size_t m = 0; m < s->audit->measure_count; m++)
    print_norm(s, measure_rows(s->tables)[m].measure, &s->audit->measures[m].full);
}

// Hours that a measure leaves empty save nothing: cash beside the remaining saving at equal cover.
static void print_empty(const struct summary *s) {
  for (size_t m = 0; m < s->audit->measure_count; m++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const struct answer *answer = &s->audit->measures[m].full.answers[p];
      if (answer->empty_h < 0.5)
        continue;
      terminal_say(
          s->out,
          _("Hours left empty: %s, %s, leaves %s person-hours more empty than today. In cash %s kr; filling them "
            "would cost %s kr; at equal cover %s kr.\n"),
          measure_rows(s->tables)[m].measure, label_of(s->arena, "positions", positions_name(p)),
          summary_number(s, answer->empty_h, 0), summary_kr(s, cash_effect_ore(answer)),
          summary_kr(s, answer->empty_ore), summary_kr(s, effect_ore(answer)));
    }
}

// Where the highest estimate is below the lowest.
static void print_floors(const struct summary *s) {
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const struct measure_effect *effect = &s->audit->measures[m];
    const struct year_effect *year = overview_year(s->audit, effect);
    struct claimed claimed = claim_standing(s->audit->scenario, m, year->year);
    bool full = claimed.amount_ore == NOT_GIVEN || claimed.basis == CLAIM_FULL_YEAR;
    if (!effect->testable || effect->given_up || effect->arithmetic)
      continue;
    const char *text = floor_in_words(s->arena, (full ? &effect->full : year)->answers,
                                      claimed.amount_ore == NOT_GIVEN ? 0 : claimed.leaves_out);
    if (*text)
      terminal_say(s->out, _("Kept above adjusted: %s. %s\n"), measure_rows(s->tables)[m].measure, text);
  }
}

// Kroner claimed by the last year, of the measures that count towards the target.
static int64_t claimed_by_last_year(const struct summary *s, enum claims_are are) {
  int64_t sum_ore = 0;
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    int64_t ore = claim_standing_as(s->audit->scenario, m, (int)s->settings->last_year, are).amount_ore;
    if (ore != NOT_GIVEN && measure_rows(s->tables)[m].in_target == YES && sums_count(s->audit, m))
      sum_ore += ore;
  }
  return sum_ore;
}

int summary_other_verdicts(const struct summary *s) {
  int changed = 0;
  for (size_t m = 0; m < s->audit->measure_count; m++)
    for (int y = 0; y < s->audit->measures[m].year_count; y++) {
      const struct measure_effect *effect = &s->audit->measures[m];
      struct judgement judgement = claim_judge(s->arena, s->audit->scenario, effect, &effect->years[y]);
      changed += judgement.other_reading != judgement.verdict;
    }
  return changed;
}

// The consequences of the meaning of the source's columns.
static void print_other_reading(const struct summary *s) {
  enum claims_are are = (enum claims_are)s->settings->claims_are;
  int changed = summary_other_verdicts(s);
  if (!changed)
    return;
  unsigned long count = (unsigned long)changed;
  const char *sentence =
      are == CLAIMS_INCREMENTAL
          ? ngettext("Columns of claims are read as incremental; as base they claim %s kr by the last year instead of "
                     "%s kr, and %d verdict changes (claims.csv).\n",
                     "Columns of claims are read as incremental; as base they claim %s kr by the last year instead of "
                     "%s kr, and %d verdicts change (claims.csv).\n",
                     count)
          : ngettext("Columns of claims are read as base; as incremental they claim %s kr by the last year instead of "
                     "%s kr, and %d verdict changes (claims.csv).\n",
                     "Columns of claims are read as base; as incremental they claim %s kr by the last year instead of "
                     "%s kr, and %d verdicts change (claims.csv).\n",
                     count);
  enum claims_are other = are == CLAIMS_BASE ? CLAIMS_INCREMENTAL : CLAIMS_BASE;
  terminal_say(s->out, sentence, summary_kr(s, claimed_by_last_year(s, other)),
               summary_kr(s, claimed_by_last_year(s, are)), changed);
}

static void print_not_replaced(const struct summary *s) {
  for (size_t m = 0; m < s->audit->measure_count; m++)
    for (int y = 0; y < s->audit->measures[m].year_count; y++) {
      const struct measure_effect *effect = &s->audit->measures[m];
      const char *sentence = unreplaced_measure_sentence(s->arena, s->audit, effect, &effect->years[y]);
      if (sentence)
        terminal_say(s->out, "%s\n", sentence);
    }
}

static void print_chance(const struct summary *s) {
  const char *terms = chance_terms_sentence(s->arena, s->audit);
  if (terms)
    terminal_say(s->out, "%s\n", terms);
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const char *sentence = chance_sentence(s->arena, s->audit, m);
    if (sentence)
      terminal_say(s->out, "  %s: %s.\n", measure_rows(s->tables)[m].measure, sentence);
  }
  const char *pairing = chance_pairing_sentence(s->arena, s->audit);
  if (pairing)
    terminal_say(s->out, "  %s\n", pairing);
}

static void print_table(const struct summary *s) {
  struct result_table *table =
      result_table_new(s->arena, "measures", measure_columns, sizeof measure_columns / sizeof *measure_columns);
  for (size_t m = 0; m < s->audit->measure_count; m++)
    add_measure(s, table, &s->audit->measures[m]);
  fputc('\n', s->out->to);
  summary_print_table(s, table, measure_headings);
}

static void print_lines(const struct summary *s) {
  print_table(s);
  terminal_say(s->out, "%s",
               _("Direct: the hours or contracts taken away at their price. Kept: all positions are kept but those the "
                 "measure itself removes. Adjusted: positions are fitted to the need. Both at equal cover: hours left "
                 "empty are no saving.\nFTE: gross, of a full year. Claims of several years are added up where the "
                 "source's columns are incremental.\n"));
  print_left_out(s);
  summary_print_doubts(s);
  print_reasons(s);
  print_floors(s);
  print_releases(s);
  print_norms(s);
  print_empty(s);
  print_not_replaced(s);
  print_chance(s);
  print_other_reading(s);
}

// The claim for a year, or for a full year: the last one.
static int64_t claimed_of(const struct summary *s, size_t m, int year, bool full) {
  struct claimed claimed = claim_standing(s->audit->scenario, m, year);
  return (claimed.basis == CLAIM_FULL_YEAR) == full ? claimed.amount_ore : NOT_GIVEN;
}

// Is there more than one amount over the years, or between them and the full year?
static bool claims_change(const struct summary *s, size_t m) {
  int64_t first = NOT_GIVEN;
  for (int year = (int)s->settings->first_year; year <= s->settings->last_year; year++) {
    int64_t ore = claim_standing(s->audit->scenario, m, year).amount_ore;
    if (ore != NOT_GIVEN && first != NOT_GIVEN && ore != first)
      return true;
    first = ore == NOT_GIVEN ? first : ore;
  }
  return false;
}

// Columns: measure, then claimed, kept and adjusted of each year and of the full year. Comparable values, as in the
// table of measures: what the claim leaves out is left out beside it.
static void print_years(const struct summary *s, bool changing_alone) {
  enum { PER_YEAR = 1 + POSITIONS_ANSWERS };
  int years = (int)(s->settings->last_year - s->settings->first_year) + 1;
  size_t count = 1 + PER_YEAR * (size_t)(years + 1);
  struct field_column *columns = arena_array(s->arena, count, sizeof *columns);
  columns[0] = (struct field_column){N_("Measure"), FIELD_CODE, 0};
  for (int y = 0; y <= years; y++)
    for (int c = 0; c < PER_YEAR; c++) {
      const char *when = y < years ? fiscal_year_name(s->arena, (int)s->settings->first_year + y) : _("full year");
      const char *what = c ? label_of(s->arena, "positions", positions_name((enum positions)(c - 1))) : _("claimed");
      const char *name = arena_printf(s->arena, "%s %s", when, what);
      columns[1 + PER_YEAR * y + c] = (struct field_column){name, FIELD_KR, 0};
    }
  struct result_table *table = result_table_new(s->arena, "years", columns, count);
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const struct measure_effect *effect = &s->audit->measures[m];
    if (!effect->testable || (changing_alone && !claims_change(s, m)))
      continue;
    result_text(table, measure_rows(s->tables)[m].measure);
    for (int y = 0; y <= years; y++) {
      int year = (int)s->settings->first_year + (y < years ? y : years - 1);
      int64_t claimed_ore = claimed_of(s, m, year, y == years);
      int64_t leaves_out = claimed_ore == NOT_GIVEN ? 0 : claim_standing(s->audit->scenario, m, year).leaves_out;
      result_number(table, claimed_ore);
      for (int p = 0; p < POSITIONS_ANSWERS; p++)
        result_number(table,
                      answer_comparable_ore(&(y < years ? &effect->years[y] : &effect->full)->answers[p], leaves_out));
    }
  }
  if (!result_row_count(table) && changing_alone)
    return;
  fputc('\n', s->out->to);
  summary_print_table(s, table, NULL);
}

void summary_print_measures(const struct summary *s) {
  print_lines(s);
  print_years(s, false);
}

void summary_print_measures_short(const struct summary *s) {
  print_table(s);
  summary_print_doubts(s);
  print_years(s, true);
}
