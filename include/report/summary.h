// SPDX-License-Identifier: GPL-3.0-or-later
// What `rotacost run` says on a terminal: one line per measure, the years, the sums against the target, and today's
// rota.
#ifndef ROTACOST_REPORT_SUMMARY_H
#define ROTACOST_REPORT_SUMMARY_H

#include "audit/effect.h"
#include "report/terminal.h"

// width 0: no terminal, no limit.
void summary_print(struct arena *arena, const struct audit *audit, int width, FILE *to);

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


// Claims that look like a slip, measures of which nothing comes in the years; nothing where there are none.
struct claim_doubt;
void summary_print_doubts(const struct summary *s);
// What the doubt is and how to mend it, without a full stop; NULL where there is none.
const char *claim_doubt_text(struct arena *arena, const struct scenario *scenario, const struct claim_doubt *doubt);

#endif
