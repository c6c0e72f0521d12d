// SPDX-License-Identifier: GPL-3.0-or-later
// What `rotacost run` prints on a terminal: one line per measure, claims that change from year to year, and four lines
// below the table: what the measures add up to, which claims fail, cover and doubts, and where to find the rest.
// Warnings are printed as well. With --full it prints everything on each measure, the sums, and today's rota.
#ifndef ROTACOST_REPORT_SUMMARY_H
#define ROTACOST_REPORT_SUMMARY_H

#include "audit/effect.h"
#include "report/terminal.h"

void summary_print(struct arena *arena, const struct audit *audit, bool full, const struct terminal *out);
// Below it, without --full: where the results are, and where to read on.
void summary_print_place(struct arena *arena, const struct audit *audit, const char *place, const struct terminal *out);

struct summary { // what every part needs for printing
  struct arena *arena;
  const struct audit *audit;
  const struct tables *tables;
  const struct settings_row *settings;
  const struct terminal *out;
};
const char *summary_kr(const struct summary *s, int64_t ore);
const char *summary_number(const struct summary *s, double value, int digits); // with one decimal or none
void summary_print_table(const struct summary *s, const struct result_table *table, const char *const *headings);

void summary_print_measures(const struct summary *s);
void summary_print_sums(const struct summary *s);
void summary_print_today(const struct summary *s);
// Without --full: the table and the years of claims that change; the lines below it; a scenario without measures.
void summary_print_measures_short(const struct summary *s);
void summary_print_short(const struct summary *s);
void summary_print_today_short(const struct summary *s);
// Years whose claims do not add up to the sum printed below them in the source.
void summary_print_misprints(const struct summary *s);
// Verdicts, over all measures and years, that would differ if the source's columns had the other meaning.
int summary_other_verdicts(const struct summary *s);
// How the baseline compares with the accounts, as a sentence; NULL where it differs too much, or there are none. And
// the warning where it differs.
const char *summary_accounts(const struct summary *s);
void summary_print_accounts_off(const struct summary *s);

// Claims that look like a slip, and measures with no effect in the years; prints nothing where there are none.
struct claim_doubt;
void summary_print_doubts(const struct summary *s);
// Units whose positions could not be adjusted, with or without measures.
void summary_print_held(const struct summary *s);
// What the doubt is and how to fix it, without a full stop; NULL where there is none.
const char *claim_doubt_text(struct arena *arena, const struct scenario *scenario, const struct claim_doubt *doubt);

#endif
