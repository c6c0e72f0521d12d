// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the program's codes are good news and which are bad.
#include <string.h>

#include "report/labels.h"

static const struct {
  const char *column, *code, *class_name;
} judgements[] = {
    {"verdict", "supported", "good"},
    {"verdict", "supported_if_positions_go", "maybe"},
    {"verdict", "overstated", "bad"},
    {"verdict", "understated", "good"},
    {"verdict", "not_testable", "unknown"},
    {"verdict", "no_claim", "unknown"},
    {"class", "below_norm", "bad"},
    {"status", "short", "bad"},
    {"status", "below_norm", "bad"},
    {"status", "no_shift", "bad"},
    {"status", "met", "good"},
    {"status", "over", "maybe"},
    {"status", "broken", "bad"},
    {"status", "below_norm_today", "bad"},
    {"status", "mended", "good"},
    {"status", "kept", "good"},
    {"status", "bounded", "good"},
    {"status", "needs_rota", "maybe"},
    {"status", "off", "bad"},
    {"status", "ok", "good"},
};

const char *label_class(const char *column, const char *code) {
  if (!strcmp(column, "other_reading_verdict"))
    column = "verdict";
  for (size_t i = 0; i < sizeof judgements / sizeof *judgements; i++)
    if (!strcmp(judgements[i].column, column) && !strcmp(judgements[i].code, code))
      return judgements[i].class_name;
  return NULL;
}
