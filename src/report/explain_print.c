// SPDX-License-Identifier: GPL-3.0-or-later
// The page that `rotacost explain` prints, section by section.
#include <string.h>
#include <uniwidth.h>

#include "audit/bridge_words.h"
#include "audit/class.h"
#include "audit/titles.h"
#include "audit/why.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/claims.h"
#include "report/explain.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/overview.h"
#include "report/releases.h"
#include "report/rotas.h"
#include "report/story.h"
#include "report/terminal.h"
#include "report/verdict.h"

struct sheet { // what every section needs for printing
  struct arena *arena;
  const struct explained *asked;
  const struct scenario *scenario;
  struct terminal out;
  const struct overview_line *line; // of the measure; NULL: today is explained
};

static const char *shown(const struct sheet *sheet, const char *text) {
  return terminal_plain(sheet->arena, terminal_text(sheet->arena, text));
}

static const char *positions_in_words(const struct sheet *sheet, const char *code) {
  return label_of(sheet->arena, "positions", code);
}

static void print_heading(const struct sheet *sheet, const char *heading) {
  fprintf(sheet->out.to, "\n%s\n\n", heading);
}

// A table, or a sentence where it has no rows.
static void print_part(const struct sheet *sheet, const struct result_table *table, const char *const *headings,
                       const char *none) {
  if (result_row_count(table))
    terminal_print_table(table, headings, sheet->out.width, sheet->out.to);
  else
    terminal_say(&sheet->out, "%s\n", none);
}

enum { INDENT = 4 };

// The words of a text in lines of the sheet's width, continuation lines indented.
static void print_wrapped(const struct sheet *sheet, const char *text) {
  int column = 0;
  while (*text) {
    size_t length = terminal_word(text);
    const char *word = arena_text(sheet->arena, text, length);
    int width = u8_strwidth((const uint8_t *)word, "UTF-8");
    bool turns = column && sheet->out.width && column + 1 + width > sheet->out.width;
    if (turns)
      column = fprintf(sheet->out.to, "\n%*s", INDENT, "") - 1;
    else if (column)
      column += fprintf(sheet->out.to, " ");
    fputs(word, sheet->out.to);
    column += width;
    text += length;
    text += strspn(text, " ");
  }
  fputc('\n', sheet->out.to);
}

static void print_measure_head(const struct sheet *sheet) {
  const struct overview_line *line = sheet->line;
  terminal_say(&sheet->out, "%s: %s\n", line->row->measure, shown(sheet, line->title));
  if (line->row->unit_label)
    terminal_say(&sheet->out, _("Unit: %s\n"), shown(sheet, line->row->unit_label));
  const char *answer = story_answer(sheet->arena, line);
  print_wrapped(sheet,
                shown(sheet, arena_printf(sheet->arena, "%s%s%s", line->verdict_words, *answer ? ". " : "", answer)));
  print_wrapped(sheet, shown(sheet, story_terms(sheet->arena, sheet->asked->audit, line)));
  if (line->row->note)
    print_wrapped(sheet, arena_printf(sheet->arena, _("Note: %s"), shown(sheet, line->row->note)));
}

static const char *const class_words[SAVING_CLASSES] = {
    [SAVING_NONE] = N_("nothing is saved in a full year, or nothing can be said"),
    [SAVING_EFFICIENCY] = N_("the same cover for fewer kroner"),
    [SAVING_FEWER] = N_("fewer places wanted or filled, none of them below the norm"),
    [SAVING_BELOW_NORM] = N_("places that the norm asks for are lost"),
    [SAVING_AMOUNT] = N_("an amount taken from the paper; only its dates are checked"),
    [SAVING_INCOME] = N_("an income taken from the paper; only its dates are checked"),
    [SAVING_ONE_OFF] = N_("once only; an amount taken from the paper, of which only the dates are checked"),
};

static const char *kr(const struct sheet *sheet, const struct answer *answer) {
  return terminal_kr(sheet->arena, effect_ore(answer));
}

static void print_norm_kept(const struct sheet *sheet, const struct year_effect *full) {
  const char *worth =
      arena_printf(sheet->arena, _("A full year: %s kr if all positions are kept, %s kr if positions are adjusted."),
                   kr(sheet, &full->answers[POSITIONS_KEPT]), kr(sheet, &full->answers[POSITIONS_ADJUSTED]));
  const char *kept = norm_unkept(full) ? ""
                                       : arena_printf(sheet->arena, _("With the norm kept: %s and %s kr."),
                                                      kr(sheet, &full->compliant[POSITIONS_KEPT]),
                                                      kr(sheet, &full->compliant[POSITIONS_ADJUSTED]));
  print_wrapped(sheet, format_sentences(sheet->arena, worth, kept));
}

static void print_worth(const struct sheet *sheet) {
  const char *const *headings;
  const struct measure_effect *effect = sheet->line->effect;
  if (!effect->testable || effect->given_up)
    return;
  struct result_table *table = explain_worth(sheet->arena, sheet->asked, &headings);
  enum saving_class class = measure_class(sheet->scenario, effect);
  terminal_print_table(table, headings, sheet->out.width, sheet->out.to);
  print_wrapped(sheet,
                arena_printf(sheet->arena, _("Type of saving: %s (%s)"),
                             label_of(sheet->arena, "class_short", saving_class_name(class)), _(class_words[class])));
  if (!effect->arithmetic)
    print_norm_kept(sheet, &effect->full);
}

static void print_bridge(const struct sheet *sheet) {
  const char *const *headings;
  const struct measure_effect *effect = sheet->line->effect;
  struct result_table *table = explain_bridge(sheet->arena, sheet->asked, &headings);
  size_t count;
  const char *const *reasons = explain_bridge_reasons(sheet->arena, sheet->asked, &count);
  if (!result_row_count(table))
    return;
  const struct year_effect *year = overview_year(sheet->asked->audit, effect);
  bool full = claim_standing(sheet->scenario, effect->measure, year->year).basis == CLAIM_FULL_YEAR;
  print_heading(sheet, arena_printf(sheet->arena, "%s, %s", _("From the claim to what is found"),
                                    full ? _("full year") : fiscal_year_name(sheet->arena, year->year)));
  terminal_print_table(table, headings, sheet->out.width, sheet->out.to);
  for (size_t i = 0; i < count; i++)
    print_wrapped(sheet, terminal_plain(sheet->arena, reasons[i]));
}

static void print_measures(const struct sheet *sheet) {
  const char *const *headings;
  struct result_table *table = explain_measures(sheet->arena, sheet->asked, &headings);
  print_heading(sheet, _("Measures, by a full year (kroner saved)"));
  print_part(sheet, table, headings, _("The scenario has no measures."));
}

// ---------------------------------------------------------------- findings

// Is the same rule broken in the same unit without the measure?
static bool broken_today(const struct sheet *sheet, const struct finding *finding) {
  for (size_t i = 0; i < sheet->asked->audit->finding_count; i++) {
    const struct finding *today = &sheet->asked->audit->findings[i];
    if (today->measure == NOT_GIVEN && today->year == finding->year && today->positions == finding->positions &&
        today->unit == finding->unit && today->status == FINDING_BROKEN && !strcmp(today->rule, finding->rule))
      return true;
  }
  return false;
}

static void print_in_words(const struct sheet *sheet, enum explain_part part) {
  const struct tables *tables = &sheet->scenario->tables;
  for (size_t i = 0; i < sheet->asked->audit->finding_count; i++) {
    const struct finding *finding = &sheet->asked->audit->findings[i];
    if (!finding->reason || !explain_is_told(sheet->asked, finding, part))
      continue;
    bool today = part == EXPLAIN_RULES && finding->measure != NOT_GIVEN && finding->status == FINDING_BROKEN &&
                 broken_today(sheet, finding);
    const char *subject = explain_subject(sheet->arena, tables, finding);
    print_wrapped(sheet,
                  arena_printf(sheet->arena, "- %s%s%s (%s): %s %s",
                               title_of_unit(tables, unit_rows(tables)[finding->unit].unit), *subject ? ", " : "",
                               subject, positions_in_words(sheet, finding_positions_name(finding->positions)),
                               shown(sheet, finding->reason), today ? _("It is broken today too.") : ""));
  }
}

static size_t finding_count(const struct explained *asked, enum explain_part part) {
  size_t count = 0;
  for (size_t i = 0; i < asked->audit->finding_count; i++)
    count += explain_is_asked(asked, &asked->audit->findings[i], part);
  return count;
}

static size_t kept_count(const struct explained *asked, enum explain_part part) {
  size_t count = 0;
  for (size_t i = 0; i < asked->audit->finding_count; i++)
    count +=
        explain_is_asked(asked, &asked->audit->findings[i], part) && asked->audit->findings[i].status == FINDING_KEPT;
  return count;
}

static const struct {
  const char *heading, *nothing, *none;
} part_words[EXPLAIN_PARTS] = {
    [EXPLAIN_NORMS] = {N_("Minimum staffing, %d"), N_("No norm to judge by."), N_("No need lies below a norm.")},
    [EXPLAIN_COVER] = {N_("Can it be covered, %d"), N_("No need to cover."), ""},
    [EXPLAIN_RULES] = {N_("Working time, %d"), N_("No employees, so no working-time rules apply."),
                       N_("No rule is broken.")},
};

static const struct {
  enum finding_status worst;
  const char *words;
} rule_words[] = {
    {FINDING_NEEDS_ROTA, N_("Needs a full rota to confirm: %s.")},
    {FINDING_BOUNDED, N_("Kept on average or by numbers of people; each person's needs a full rota to confirm: %s.")},
    {FINDING_KEPT, N_("Kept: %s.")},
};

static void print_rules(const struct sheet *sheet) {
  for (size_t i = 0; i < sizeof rule_words / sizeof *rule_words; i++) {
    const char *rules = explain_rules(sheet->arena, sheet->asked, rule_words[i].worst);
    if (*rules)
      print_wrapped(sheet, arena_printf(sheet->arena, _(rule_words[i].words), rules));
  }
  if (!sheet->asked->in_full)
    terminal_say(&sheet->out, "%s",
                 _("Every limit and value, with its source: --verbose, or compliance.csv of a run.\n"));
}

static void print_findings(const struct sheet *sheet, enum explain_part part) {
  const char *const *headings;
  struct result_table *table = explain_findings(sheet->arena, sheet->asked, part, &headings);
  print_heading(sheet, arena_printf(sheet->arena, _(part_words[part].heading), sheet->asked->year));
  print_part(sheet, table, headings,
             finding_count(sheet->asked, part) ? _(part_words[part].none) : _(part_words[part].nothing));
  print_in_words(sheet, part);
  size_t kept = kept_count(sheet->asked, part);
  if (part == EXPLAIN_NORMS && kept)
    terminal_say(&sheet->out, ngettext("%zu norm is kept.\n", "%zu norms are kept.\n", kept), kept);
  if (part == EXPLAIN_RULES)
    print_rules(sheet);
}

static bool anybody_missing(const struct sheet *sheet, int year) {
  bool missing = false;
  for (size_t i = 0; i < sheet->asked->audit->finding_count; i++) {
    const struct finding *finding = &sheet->asked->audit->findings[i];
    missing |= finding->measure == sheet->asked->measure && finding->year == year && finding->status == FINDING_SHORT;
  }
  return missing;
}

static void print_why(const struct sheet *sheet) {
  const char *const *headings;
  struct result_table *reasons = explain_reasons(sheet->arena, sheet->asked, false, &headings);
  int year = explain_usual_year(sheet->scenario, sheet->asked->measure);
  print_heading(sheet, arena_printf(sheet->arena, _("Why: binding constraints, %s"), YEAR_NAME(year)));
  print_part(sheet, reasons, headings, _("No single step tried is worth naming."));
}

static void print_mending(const struct sheet *sheet) {
  const char *const *headings;
  int year = explain_usual_year(sheet->scenario, sheet->asked->measure);
  struct result_table *mending = explain_reasons(sheet->arena, sheet->asked, true, &headings);
  print_heading(sheet, arena_printf(sheet->arena, _("Possible fixes, %s"), YEAR_NAME(year)));
  print_part(sheet, mending, headings,
             anybody_missing(sheet, year) ? _("No single step tried fixes it.") : _("Fully staffed."));
}

static void print_sentences(const struct sheet *sheet, const char *const *sentences, size_t count) {
  for (size_t i = 0; i < count; i++)
    print_wrapped(sheet, shown(sheet, arena_printf(sheet->arena, count > 1 ? "- %s" : "%s", sentences[i])));
}

// Base rotas of the requested year.
static void print_rotas(const struct sheet *sheet) {
  const struct audit *audit = sheet->asked->audit;
  bool any = false;
  for (size_t i = 0; i < audit->rota_count; i++) {
    const struct rota_told *told = &audit->rotas[i];
    if (told->measure != sheet->asked->measure || told->year != sheet->asked->year)
      continue;
    if (!any)
      print_heading(sheet, arena_printf(sheet->arena, _("Base rotas, %s"), YEAR_NAME(told->year)));
    any = true;
    print_wrapped(sheet, shown(sheet, rota_told_sentence(sheet->arena, audit, told)));
  }
}

// Has the measure a rota to judge in the requested year?
static bool has_findings(const struct explained *asked) {
  if (asked->measure == NOT_GIVEN)
    return true;
  const struct measure_effect *effect = &asked->audit->measures[asked->measure];
  return effect->testable && !effect->given_up && !effect->arithmetic;
}

static bool changes_in_year(const struct explained *asked) {
  const struct scenario *scenario = asked->audit->scenario;
  day_number first;
  return asked->measure == NOT_GIVEN ||
         (measure_first_edit(scenario, (size_t)asked->measure, undecided_start_of(scenario), &first) &&
          fiscal_year_of(first) <= asked->year);
}

// ---------------------------------------------------------------- today

static void print_releases_today(const struct sheet *sheet) {
  size_t count;
  const char *const *sentences = release_sentences(sheet->arena, sheet->asked->audit, NOT_GIVEN, &count);
  if (!count)
    return;
  int year = explain_usual_year(sheet->scenario, NOT_GIVEN);
  print_heading(
      sheet, arena_printf(sheet->arena, _("Whole positions that can go, from today's contracts, %s"), YEAR_NAME(year)));
  print_sentences(sheet, sentences, count);
}

static void print_today(const struct sheet *sheet) {
  terminal_say(&sheet->out, _("%s: today, before any measure\n"),
               shown(sheet, settings_of(&sheet->scenario->tables)->title));
  print_measures(sheet);
  print_why(sheet);
  for (int part = 0; part < EXPLAIN_PARTS; part++)
    print_findings(sheet, part);
  print_rotas(sheet);
  print_releases_today(sheet);
  print_mending(sheet);
}

// ---------------------------------------------------------------- the story of a measure

static void print_changes(const struct sheet *sheet) {
  const char *const *headings;
  struct result_table *changes = explain_changes(sheet->arena, sheet->asked, &headings);
  if (!result_row_count(changes))
    terminal_say(&sheet->out, "%s", _("No edit and no amount says what changes.\n"));
  else if (sheet->asked->in_full || result_row_count(changes) > STORY_CHANGES_MOST)
    terminal_print_table(changes, headings, sheet->out.width, sheet->out.to);
}

static void print_what_it_is_worth(const struct sheet *sheet) {
  print_worth(sheet);
  print_bridge(sheet);
}

static void print_breaches(const struct sheet *sheet) {
  if (!changes_in_year(sheet->asked)) {
    terminal_say(&sheet->out, _("It changes no rota in %s.\n"), YEAR_NAME(sheet->asked->year));
    return;
  }
  for (int part = 0; part < EXPLAIN_PARTS; part++)
    print_findings(sheet, part);
  print_rotas(sheet);
}

static void print_terms_of_release(const struct sheet *sheet) {
  size_t count;
  const char *const *terms = release_terms(sheet->arena, sheet->asked->audit, (size_t)sheet->asked->measure, &count);
  print_sentences(sheet, terms, count);
}

// No step was tried, so there is nothing to print.
static void print_fixes(const struct sheet *sheet) {
  const char *const *headings;
  if (result_row_count(explain_reasons(sheet->arena, sheet->asked, false, &headings)))
    print_why(sheet);
  if (anybody_missing(sheet, explain_usual_year(sheet->scenario, sheet->asked->measure)) ||
      result_row_count(explain_reasons(sheet->arena, sheet->asked, true, &headings)))
    print_mending(sheet);
}

static bool has_steps(const struct sheet *sheet) {
  for (size_t i = 0; i < sheet->asked->audit->reason_count; i++)
    if (sheet->asked->audit->reasons[i].measure == sheet->asked->measure)
      return true;
  return anybody_missing(sheet, explain_usual_year(sheet->scenario, sheet->asked->measure));
}

// The tables below the sentences of a part; the last only for measures that have a rota.
static const struct {
  void (*print)(const struct sheet *sheet);
  bool of_rota;
} below[STORY_PARTS] = {
    [STORY_CHANGES] = {print_changes, false}, [STORY_WORTH] = {print_what_it_is_worth, false},
    [STORY_BREAKS] = {print_breaches, true},  [STORY_WHO_GOES] = {print_terms_of_release, true},
    [STORY_FIXES] = {print_fixes, true},
};

static void print_story(const struct sheet *sheet) {
  bool judged = has_findings(sheet->asked);
  print_measure_head(sheet);
  for (int part = 0; part < STORY_PARTS; part++) {
    size_t count;
    const char *const *sentences =
        story_sentences(sheet->arena, sheet->asked->audit, sheet->line, (enum story_part)part, &count);
    bool more = below[part].print && (judged || !below[part].of_rota) &&
                (part == STORY_WHO_GOES ? count > 0 : part != STORY_FIXES || has_steps(sheet));
    if (!count && !more)
      continue;
    print_heading(sheet, story_heading((enum story_part)part));
    print_sentences(sheet, sentences, count);
    if (more)
      below[part].print(sheet);
  }
}

void explain_print(struct arena *arena, const struct explained *asked, int width, FILE *to) {
  struct sheet sheet = {arena, asked, asked->audit->scenario, {width, to}, NULL};
  if (asked->measure == NOT_GIVEN) {
    print_today(&sheet);
    return;
  }
  struct overview_line line =
      overview_line_of(arena, asked->audit, (size_t)asked->measure, claims_table(arena, asked->audit));
  sheet.line = &line;
  print_story(&sheet);
}
