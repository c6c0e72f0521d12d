// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/summary.h"
#include "calendar/fiscal.h"
#include "report/working_year.h"

#include "base/fixed.h"
#include "base/language.h"

const char *summary_kr(const struct summary *s, int64_t ore) { return terminal_kr(s->arena, ore); }

const char *summary_number(const struct summary *s, double value, int digits) {
  return terminal_number(s->arena, digits ? tenths(value) : fixed_round(value), digits);
}

void summary_print_table(const struct summary *s, const struct result_table *table, const char *const *headings) {
  terminal_print_table(table, headings, s->out->width, s->out->to);
}

static void print_head(const struct summary *s) {
  const struct settings_row *settings = s->settings;
  const char *title = terminal_text(s->arena, settings->title), *prices = "";
  if (settings->place)
    title = arena_printf(s->arena, "%s, %s", title, terminal_text(s->arena, settings->place));
  if (settings->first_year == settings->last_year)
    terminal_say(s->out, _("%s, %s, zone %s\n"), title, YEAR_NAME(settings->first_year), settings->zone);
  else
    terminal_say(s->out, _("%s, %s-%s, zone %s\n"), title, YEAR_NAME(settings->first_year),
                 YEAR_NAME(settings->last_year), settings->zone);
  if (settings->price_day != NOT_GIVEN)
    prices = arena_printf(s->arena, _("Every year in the pay and rates of %s. "),
                          terminal_date(s->arena, settings->price_day));
  const char *conventions = conventions_in_words(s->arena, s->tables);
  if (*conventions)
    terminal_say(s->out, "%s\n", conventions);
  terminal_say(s->out, "%s%s", prices, _("Kroner saved; a model estimate, not an accounting figure.\n"));
}

static void print_all(const struct summary *s) {
  if (s->audit->measure_count) {
    summary_print_measures(s);
    summary_print_sums(s);
  }
  summary_print_today(s);
  fputc('\n', s->out->to);
}

static void print_short(const struct summary *s) {
  if (s->audit->measure_count) {
    summary_print_measures_short(s);
    summary_print_misprints(s);
    summary_print_accounts_off(s);
    fputc('\n', s->out->to);
    summary_print_short(s);
  } else {
    summary_print_today_short(s);
    fputc('\n', s->out->to);
  }
}

void summary_print(struct arena *arena, const struct audit *audit, bool full, const struct terminal *out) {
  const struct tables *tables = &audit->scenario->tables;
  const struct summary s = {arena, audit, tables, settings_of(tables), out};
  print_head(&s);
  summary_print_held(&s);
  if (full)
    print_all(&s);
  else
    print_short(&s);
}

void summary_print_place(struct arena *arena, const struct audit *audit, const char *place,
                         const struct terminal *out) {
  const char *form = audit->measure_count
                         ? _("Results: %s/report.html; why, who must go, possible fixes: rotacost explain SCENARIO "
                             "MEASURE; all of it here: run --full\n")
                         : _("Results: %s/report.html; all of it here: run --full\n");
  terminal_say(out, form, terminal_text(arena, place));
}
