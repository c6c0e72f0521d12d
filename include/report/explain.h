// SPDX-License-Identifier: GPL-3.0-or-later
// What `rotacost explain` says on a terminal: of one measure its story (report/story.h), part by part, and below the
// sentences of a part its tables; without a measure the same tables of the baseline, and a line for each measure.
#ifndef ROTACOST_REPORT_EXPLAIN_H
#define ROTACOST_REPORT_EXPLAIN_H

#include <stdio.h>

#include "audit/compliance.h"
#include "report/table.h"

struct explained { // what is asked
  const struct audit *audit;
  int64_t measure; // NOT_GIVEN: the baseline
  int year;        // of the findings
  bool in_full;    // every finding
};

// The year that is explained where none is asked for, and that reasons are sought in: a measure's first whole year; of
// the baseline the last of the scenario.
int explain_usual_year(const struct scenario *scenario, int64_t measure);

// The rows of edits.csv and amounts.csv, from what to what.
struct result_table *explain_changes(struct arena *arena, const struct explained *asked, const char *const **headings);
// Claimed, direct, kept, adjusted, and with the norm kept; year by year and of a whole year.
struct result_table *explain_worth(struct arena *arena, const struct explained *asked, const char *const **headings);
// One line per measure, by a whole year.
struct result_table *explain_measures(struct arena *arena, const struct explained *asked, const char *const **headings);

enum explain_part { EXPLAIN_NORMS, EXPLAIN_COVER, EXPLAIN_RULES, EXPLAIN_PARTS };
// Findings of the year. In full: all. Else of the norms those that are not simply kept, of the cover all, of the
// working-time rules those broken.
struct result_table *explain_findings(struct arena *arena, const struct explained *asked, enum explain_part part,
                                      const char *const **headings);
enum explain_part explain_part_of(const struct finding *finding);
// Does a finding belong to the question, and is it one of those told?
bool explain_is_asked(const struct explained *asked, const struct finding *finding, enum explain_part part);
bool explain_is_told(const struct explained *asked, const struct finding *finding, enum explain_part part);
// What it is about: "night nurse", or the rule.
const char *explain_subject(struct arena *arena, const struct tables *tables, const struct finding *finding);
// The working-time rules of which this is the worst said in any unit and answer: "daily rest, weekly rest".
const char *explain_rules(struct arena *arena, const struct explained *asked, enum finding_status worst);

// From what is claimed to what is found under both answers, by the claim that the measure is judged by (report/overview.h):
// the steps of bridge.csv with their kroner. No rows: nothing is claimed in kroner, or nothing modelled.
struct result_table *explain_bridge(struct arena *arena, const struct explained *asked, const char *const **headings);
// The reasons of its steps as sentences, "kept, positions that stay or go: ...", both answers in one where they are alike.
const char *const *explain_bridge_reasons(struct arena *arena, const struct explained *asked, size_t *count);

// Why it costs what it costs, or what would mend what is short: each step with its price.
struct result_table *explain_reasons(struct arena *arena, const struct explained *asked, bool mending,
                                     const char *const **headings);

// width 0: no terminal, no limit.
void explain_print(struct arena *arena, const struct explained *asked, int width, FILE *to);

#endif
