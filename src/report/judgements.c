// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the program's codes are good news and which are bad.
#include <string.h>

#include "report/labels.h"

static const struct {
  const char *column, *code, *class_name;
} judgements[] = {
    {"verdict", "not_reached", "bad"},
    {"verdict", "only_if_more_go", "maybe"},
    {"verdict", "follows_from_decision", "maybe"},
    {"verdict", "reached", "good"},
    {"verdict", "more_than_claimed", "good"},
    {"verdict", "cost_dearer", "bad"},
    {"verdict", "cost_as_claimed", "good"},
    {"verdict", "cost_cheaper", "good"},
    {"verdict", "taken_over", "unknown"},
    {"verdict", "taken_over_doubted", "maybe"},
    {"verdict", "not_testable", "unknown"},
    {"verdict", "no_claim", "unknown"},
    {"chance_verdict", "reached", "good"},
    {"chance_verdict", "uncertain", "maybe"},
    {"chance_verdict", "not_reached", "bad"},
    {"fte_verdict", "as_claimed", "good"},
    {"fte_verdict", "fewer", "bad"},
    {"fte_verdict", "more", "maybe"},
    {"rota_verdict", "still_holds", "good"},
    {"rota_verdict", "no_longer_holds", "bad"},
    {"rota_verdict", "holds_with_rota", "maybe"},
    {"rota_verdict", "not_reached", "bad"},
    {"class", "below_norm", "bad"},
    {"finding", "short", "bad"},
    {"finding", "below_norm", "bad"},
    {"finding", "no_shift", "bad"},
    {"finding", "met", "good"},
    {"finding", "over", "maybe"},
    {"finding", "broken", "bad"},
    {"finding", "lowered", "bad"},
    {"finding", "below_norm_today", "bad"},
    {"finding", "mended", "good"},
    {"finding", "kept", "good"},
    {"finding", "bounded", "good"},
    {"finding", "not_worked", "maybe"},
    {"finding", "joined", "maybe"},
    {"finding", "needs_rota", "maybe"},
    {"finding", "off", "bad"},
    {"finding", "ok", "good"},
};

const char *label_class(const char *column, const char *code) {
  if (!strcmp(column, "other_reading_verdict"))
    column = "verdict";
  if (!strcmp(column, "chance_kept") || !strcmp(column, "chance_adjusted"))
    column = "chance_verdict";
  for (size_t i = 0; i < sizeof judgements / sizeof *judgements; i++)
    if (!strcmp(judgements[i].column, column) && !strcmp(judgements[i].code, code))
      return judgements[i].class_name;
  return NULL;
}
