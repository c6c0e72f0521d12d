// SPDX-License-Identifier: GPL-3.0-or-later
// The working-time rules, one record each: its limit in the law (scenario/law.h), how far a yearly plan can prove it,
// and a function that measures it on a plan laid out on the real weeks.
#ifndef ROTACOST_AUDIT_RULES_H
#define ROTACOST_AUDIT_RULES_H

#include "audit/finding.h"
#include "audit/working_time.h"
#include "scenario/law.h"

enum rule_proof {
  PROOF_EXACT,   // from the shifts themselves
  PROOF_AVERAGE, // as an average over the group
  PROOF_BOUND,   // as numbers of people who cannot all have it
  PROOF_ROTA,    // only a rota of persons can show it; the plan shows what is impossible
  PROOFS
};
const char *rule_proof_name(enum rule_proof proof); // exact, average, bound, needs_rota

struct rule_record {
  const char *code;
  const char *title;                // marked for translation
  enum law_rule rule;               // rule with limit and paragraph; LAW_RULES: not in the law, but in
  const char *agreed, *agreed_with; // what is agreed, and with whom
  const char *counted_in;           // of limit and value
  enum rule_proof proof;
  bool by_length;       // a longer shift requires the agreement of scenario/agreement.h
  const char *sentence; // for the reason: limit, value and group are inserted, in this order
  rule_measure *measure;
};
extern const struct rule_record rule_records[];
extern const size_t rule_record_count;
const struct rule_record *rule_record_of(const char *code); // NULL where there is none

// The limit that applies to the rule in the scenario. Its paragraph is NULL where the country has no such rule.
struct law_limit rule_limit(const struct rule_record *record, const struct tables *tables);
struct rule_reading rule_read(const struct rule_record *record, const struct workload *load);
enum finding_status rule_status(const struct rule_record *record, const struct rule_reading *reading);

void rules_add(struct audit *audit, const struct plan *plan, int64_t measure);

#endif
