// SPDX-License-Identifier: GPL-3.0-or-later
// The output of `rotacost explain` on a terminal: for one measure its story (report/story.h), part by part, with the
// tables of each part below its sentences; without a measure, the same tables for the baseline and a line for each
// measure.
#ifndef ROTACOST_REPORT_EXPLAIN_H
#define ROTACOST_REPORT_EXPLAIN_H

#include <stdio.h>

#include "audit/compliance.h"
#include "report/table.h"

struct explained { // what was asked for
  const struct audit *audit;
  int64_t measure; // NOT_GIVEN: the baseline
  int year;        // of the findings
  bool in_full;    // every finding
};

// The default year to explain, and the year in which reasons are sought: a measure's first whole year; for the
// baseline, the last year of the scenario.
int explain_usual_year(const struct scenario *scenario, int64_t measure);

// The rows of edits.csv and amounts.csv, with old and new values.
struct result_table *explain_changes(struct arena *arena, const struct explained *asked, const char *const **headings);
// Claimed, direct, kept, adjusted, and with the norm kept; for each year and for a whole year.
struct result_table *explain_worth(struct arena *arena, const struct explained *asked, const char *const **headings);
// One line per measure, for a whole year.
struct result_table *explain_measures(struct arena *arena, const struct explained *asked, const char *const **headings);

enum explain_part { EXPLAIN_NORMS, EXPLAIN_COVER, EXPLAIN_RULES, EXPLAIN_PARTS };
// Findings of the year. With in_full: all of them. Otherwise: norms that are not simply kept, all findings on cover,
// and the working-time rules that are broken.
struct result_table *explain_findings(struct arena *arena, const struct explained *asked, enum explain_part part,
                                      const char *const **headings);
enum explain_part explain_part_of(const struct finding *finding);
// Does a finding belong to the question, and is it one of those shown?
bool explain_is_asked(const struct explained *asked, const struct finding *finding, enum explain_part part);
bool explain_is_told(const struct explained *asked, const struct finding *finding, enum explain_part part);
// The subject of a finding: "night nurse", or the rule.
const char *explain_subject(struct arena *arena, const struct tables *tables, const struct finding *finding);
// The working-time rules for which this is the worst finding in any unit and answer: "daily rest, weekly rest".
const char *explain_rules(struct arena *arena, const struct explained *asked, enum finding_status worst);

// From the claim to the modelled saving under both answers, for the claim that the measure is judged by
// (report/overview.h): the steps of bridge.csv with their kroner. No rows where nothing is claimed in kroner or nothing
// is modelled.
struct result_table *explain_bridge(struct arena *arena, const struct explained *asked, const char *const **headings);
// The reasons of its steps as sentences, "kept, positions that stay or go: ...", one sentence for both answers where
// they agree.
const char *const *explain_bridge_reasons(struct arena *arena, const struct explained *asked, size_t *count);

// Why it costs what it costs, or what would fix a shortage: each step with its price.
struct result_table *explain_reasons(struct arena *arena, const struct explained *asked, bool mending,
                                     const char *const **headings);

// width 0: not a terminal, no limit
void explain_print(struct arena *arena, const struct explained *asked, int width, FILE *to);

#endif
