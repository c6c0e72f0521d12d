// SPDX-License-Identifier: GPL-3.0-or-later
// What `rotacost run` says on a terminal: one line per measure, claims that change from year to year, and below the table
// four lines: what the measures come to, which claims fail, cover and doubts, where the rest is. Warnings are said besides.
// With --full all that is told of each measure, the sums, and today's rota stand there.
#ifndef ROTACOST_REPORT_SUMMARY_H
#define ROTACOST_REPORT_SUMMARY_H

#include "audit/effect.h"
#include "report/terminal.h"

void summary_print(struct arena *arena, const struct audit *audit, bool full, const struct terminal *out);
// Below it, without --full: where the results lie, and where to read on.
void summary_print_place(struct arena *arena, const struct audit *audit, const char *place, const struct terminal *out);

struct summary { // what every part prints with
  struct arena *arena;
  const struct audit *audit;
  const struct tables *tables;
  const struct settings_row *settings;
  const struct terminal *out;
};
const char *summary_kr(const struct summary *s, int64_t ore);
const char *summary_number(const struct summary *s, double value, int digits); // with no decimal or one
void summary_print_table(const struct summary *s, const struct result_table *table, const char *const *headings);

void summary_print_measures(const struct summary *s);
void summary_print_sums(const struct summary *s);
void summary_print_today(const struct summary *s);
// Without --full: the table, the years of claims that change; the lines below it; a scenario without measures.
void summary_print_measures_short(const struct summary *s);
void summary_print_short(const struct summary *s);
void summary_print_today_short(const struct summary *s);
// Years whose claims do not add up to the sum printed below them.
void summary_print_misprints(const struct summary *s);
// Verdicts, of all measures and years, that would be others had the source's columns been meant the other way.
int summary_other_verdicts(const struct summary *s);
// How the baseline stands to the books, as a sentence; NULL where it is off, or there is none. And the warning where it is off.
const char *summary_accounts(const struct summary *s);
void summary_print_accounts_off(const struct summary *s);

// Claims that look like a slip, measures of which nothing comes in the years; nothing where there are none.
struct claim_doubt;
void summary_print_doubts(const struct summary *s);
// Units whose positions could not be adjusted, with measures or without.
void summary_print_held(const struct summary *s);
// What the doubt is and how to mend it, without a full stop; NULL where there is none.
const char *claim_doubt_text(struct arena *arena, const struct scenario *scenario, const struct claim_doubt *doubt);

#endif
