// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge from the claim to the modelled effect: a waterfall for each answer, side by side above one table of their
// steps. If both answers have the same steps, there is one waterfall. Below it the effect, line by line of the ledger.
#include <string.h>

#include "base/language.h"
#include "calendar/fiscal.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

static const char *const answers[POSITIONS_ANSWERS] = {"kept", "adjusted"};

// Steps of one waterfall, and a text that describes them all.
struct steps {
  struct chart_step *items;
  const char **reasons;
  size_t count, room, reason_count, reason_room;
  const char *text;
};

static void add_step(struct page *page, struct steps *steps, const struct chart_step *added, const char *reason) {
  struct chart_step *step = arena_push(page->arena, &steps->items, &steps->count, &steps->room, sizeof *step);
  *step = *added;
  const char **kept = arena_push(page->arena, &steps->reasons, &steps->reason_count, &steps->reason_room, sizeof *kept);
  *kept = reason;
  steps->text =
      arena_printf(page->arena, "%s%s: %s. ", steps->text ? steps->text : "", added->label,
                   added->total ? format_kr(page->arena, added->ore) : format_signed_kr(page->arena, added->ore));
}

// Do both waterfalls have the same steps and amounts?
static bool steps_equal(const struct steps *a, const struct steps *b) {
  if (a->count != b->count)
    return false;
  for (size_t i = 0; i < a->count; i++)
    if (strcmp(a->items[i].label, b->items[i].label) || a->items[i].ore != b->items[i].ore)
      return false;
  return true;
}

static void draw_steps(struct page *page, const struct steps *steps, const char *positions, const char *title) {
  struct chart chart = {page_id(page, "figure"), title, steps->text};
  html_open(page->html, "figure");
  html_attribute(page->html, "data-positions", positions);
  html_element(page->html, "figcaption", NULL, title);
  chart_bridge(page->html, &chart, steps->items, (int)steps->count);
  html_close(page->html);
}

// ---------------------------------------------------------------- claimed to modelled

// If the model finds exactly the claim, no step has an amount and there is nothing to draw.
static bool has_drawing(const struct steps *steps) {
  for (size_t i = 0; i < steps->count; i++)
    if (!steps->items[i].total && steps->items[i].ore)
      return true;
  return false;
}

static const char *bridge_year(struct page *page, const struct overview_line *line) {
  return line->full ? _("full year") : page_year(page, line->year->year);
}

static struct steps bridge_steps(struct page *page, const struct overview_line *line, const char *positions) {
  const struct result_table *bridge = result_find(page->set, "bridge");
  const struct result_match matches[] = {{TEXT_measure, line->row->measure},
                                         {NUMBER_year, line->full ? "" : page_year(page, line->year->year)},
                                         {TEXT_positions, positions},
                                         {0}};
  struct steps steps = {0};
  for (size_t row = SIZE_MAX; result_next(bridge, matches, &row);)
    add_step(page, &steps,
             &(struct chart_step){label_of(page->arena, "step", result_text_of(bridge, row, TEXT_step)),
                                  result_number_of(bridge, row, NUMBER_kr),
                                  !strcmp(result_text_of(bridge, row, TEXT_row_kind), "total")},
             result_text_of(bridge, row, TEXT_reason));
  return steps;
}

static size_t step_named(const struct steps *steps, const char *label) {
  size_t i = 0;
  while (i < steps->count && strcmp(steps->items[i].label, label))
    i++;
  return i;
}

// Joins the reasons of both answers; where they differ, each names its answer.
static const char *both_reasons(struct page *page, const char *kept, const char *adjusted) {
  if (!strcmp(kept, adjusted) || !*adjusted)
    return kept;
  if (!*kept)
    return adjusted;
  return arena_printf(page->arena, _("Kept: %s. Adjusted: %s."), kept, adjusted);
}

static void add_bridge_row(struct page *page, struct result_table *table, const struct steps *both, const char *label) {
  size_t at[POSITIONS_ANSWERS] = {step_named(&both[0], label), step_named(&both[1], label)};
  const char *reasons[POSITIONS_ANSWERS];
  result_text(table, label);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    bool there = at[p] < both[p].count;
    result_number(table, there ? both[p].items[at[p]].ore : 0);
    reasons[p] = there ? both[p].reasons[at[p]] : "";
  }
  result_text(table, both_reasons(page, reasons[0], reasons[1]));
}

static void write_bridge_table(struct page *page, const struct steps *both, const char *title) {
  static const struct field_column columns[] = {
      {"step", FIELD_TEXT, 0}, {"kept_kr", FIELD_KR, 0}, {"adjusted_kr", FIELD_KR, 0}, {"reason", FIELD_TEXT, 0}};
  struct result_table *table = result_table_new(page->arena, "bridge", COLUMNS(columns));
  size_t next = 0; // steps that only the second has keep their place
  for (size_t i = 0; i < both[0].count; i++) {
    size_t there = step_named(&both[1], both[0].items[i].label);
    for (; there < both[1].count && next < there; next++)
      if (step_named(&both[0], both[1].items[next].label) == both[0].count)
        add_bridge_row(page, table, both, both[1].items[next].label);
    add_bridge_row(page, table, both, both[0].items[i].label);
  }
  page_table(page, &(struct page_view){.table = table, .caption = title});
}

static void draw_bridges(struct page *page, const struct steps *both, bool same, const char *year) {
  html_open_class(page->html, "div", same ? NULL : "halves");
  for (int p = 0; p < (same ? 1 : POSITIONS_ANSWERS); p++)
    draw_steps(page, &both[p], answers[p],
               same ? arena_printf(page->arena,
                                   _("From claimed to modelled, %s, whether positions are kept or adjusted"), year)
                    : arena_printf(page->arena, _("From claimed to modelled, %s, positions %s"), year,
                                   label_of(page->arena, "positions", answers[p])));
  html_close(page->html);
}

static void write_bridge(struct page *page, const struct overview_line *line) {
  struct steps both[POSITIONS_ANSWERS];
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    both[p] = bridge_steps(page, line, answers[p]);
  if (!both[0].count)
    return;
  const char *year = bridge_year(page, line);
  bool same = steps_equal(&both[0], &both[1]);
  html_open_class(page->html, "div", "bridges");
  if (has_drawing(&both[0]) || has_drawing(&both[1]))
    draw_bridges(page, both, same, year);
  write_bridge_table(page, both, arena_printf(page->arena, _("From claimed to modelled, %s, step by step"), year));
  html_close(page->html);
}

// ---------------------------------------------------------------- the ledger

static struct steps ledger_steps(struct page *page, const struct result_match *matches) {
  const struct result_table *ledger = result_find(page->set, "ledger");
  struct steps steps = {0};
  int64_t sum = 0;
  for (size_t row = SIZE_MAX; result_next(ledger, matches, &row);) {
    int64_t ore = result_number_of(ledger, row, NUMBER_effect_kr);
    sum += ore;
    if (ore)
      add_step(page, &steps,
               &(struct chart_step){label_of(page->arena, "line", result_text_of(ledger, row, TEXT_line)), ore, false},
               "");
  }
  if (steps.count)
    add_step(page, &steps, &(struct chart_step){_("Saving in all"), sum, true}, "");
  return steps;
}

static void write_ledger(struct page *page, const struct overview_line *line, const char *positions, int year) {
  static const int columns[] = {TEXT_line, NUMBER_baseline_kr, NUMBER_measure_kr, NUMBER_effect_kr, 0};
  const struct result_match matches[] = {
      {TEXT_measure, line->row->measure}, {NUMBER_year, page_year(page, year)}, {TEXT_positions, positions}, {0}};
  struct steps steps = ledger_steps(page, matches);
  if (!steps.count)
    return;
  const char *title = arena_printf(page->arena, _("What the effect in cash of %s consists of, positions %s"),
                                   YEAR_NAME(year), label_of(page->arena, "positions", positions));
  html_open_class(page->html, "div", "pair");
  draw_steps(page, &steps, positions, title);
  html_open(page->html, "div");
  page_table(page, &(struct page_view){result_find(page->set, "ledger"), columns, matches, title, 0, NULL});
  html_close(page->html);
  html_close(page->html);
}

// The year whose ledger is shown: the claim's year, or the last year if the measure has no effect in that one.
static int ledger_year(const struct overview_line *line) {
  if (effect_ore(&line->year->answers[POSITIONS_KEPT]) || effect_ore(&line->year->answers[POSITIONS_ADJUSTED]))
    return line->year->year;
  return line->effect->years[line->effect->year_count - 1].year;
}

// After a bridge the ledger is collapsed; the reader can open it.
static void write_ledgers(struct page *page, const struct overview_line *line, bool behind) {
  int year = ledger_year(line);
  if (behind) {
    html_open(page->html, "details");
    html_element(
        page->html, "summary", NULL,
        arena_printf(page->arena, _("What the effect in cash of %s consists of, line by line"), YEAR_NAME(year)));
  }
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    write_ledger(page, line, answers[p], year);
  if (behind)
    html_close(page->html);
}

void page_bridge(struct page *page, const struct overview_line *line) {
  bool bridge = page_has_rows(page, line, "bridge");
  bool ledger = !line->effect->arithmetic && page_has_rows(page, line, "ledger");
  if (!bridge && !ledger)
    return;
  page_part(page, line, "bridge", bridge ? _("From the claim to what is found") : _("What the effect consists of"));
  if (bridge)
    write_bridge(page, line);
  if (ledger)
    write_ledgers(page, line, bridge);
}
