// SPDX-License-Identifier: GPL-3.0-or-later
// A rota of whole heads chosen from a catalogue, H[g] heads of type g with position s[g]:
//
// design_position:   sum (s[g] - least average) H[g]            >=  0
// design_full_time:  sum (full[g] - least share) H[g]           >=  0     full[g] = 1 for a full-time position
// design_variable:   (1 - largest share) x variable hours       <=  largest share x contract hours on shifts
// design_heads:      sum H[g]                                   <=  most heads
//
// "A minimum average position, a minimum share of full-timers, a maximum share of variable hours, a maximum of heads" (design.csv). The rows
// exist only when a rota is designed; the groups of the frame are then the types of the catalogue.
#include <math.h>

#include "base/fixed.h"
#include "need/group.h"
#include "program/builder.h"

static const struct design_row *design_of(const struct builder *b) {
  const struct tables *tables = &b->frame->scenario->tables;
  for (size_t i = 0; b->frame->scenario->redesign && i < row_count(tables, TABLE_DESIGN); i++)
    if (design_rows(tables)[i].unit == b->frame->unit)
      return &design_rows(tables)[i];
  return NULL;
}

static double share_of(int64_t e8) { return (double)e8 / (double)ONE_E8; }

typedef double head_weight(const struct group_row *type, double limit);

static double position_above(const struct group_row *type, double limit) { return limit - share_of(type->position_e8); }
static double full_time_above(const struct group_row *type, double limit) {
  return limit - (type->position_e8 >= ONE_E8 ? 1 : 0);
}
static double head(const struct group_row *type, double limit) {
  (void)type, (void)limit;
  return 1;
}

// sum of weight x heads <= most
static void row_heads_sum(struct builder *b, enum row_kind kind, head_weight *weight, double limit, double most) {
  int t = b->year->type_count / 2, d = MONDAY; // any day will do: positions do not change within the year
  double given = 0;
  for (int g = 0; g < b->frame->group_count; g++)
    given += row_heads(b, t, d, g, -weight(group_on(b->year, b->variant, g, day_at(b, t, d)), limit));
  row_keep(b, (struct row_key){.kind = (int)kind}, -INFINITY, most + given);
}

static void row_variable_share(struct builder *b, double limit) {
  const struct program *p = b->program;
  for (size_t c = 0; c < p->column_count; c++) {
    const struct column_key *key = &p->columns[c].key;
    if (key->kind > COLUMN_HIRED)
      continue;
    double hours = b->year->types[key->type].in_year[key->day] *
                   (double)place_at(b, key->type, key->day, key->shift)->paid_min /
                   60; // the share reported is the year's
    row_term(b, (int)c, key->kind == COLUMN_OWN ? -limit * hours : (1 - limit) * hours);
  }
  row_keep(b, (struct row_key){.kind = ROW_DESIGN_VARIABLE}, -INFINITY, 0);
}

void rows_design(struct builder *b) {
  const struct design_row *design = design_of(b);
  if (!design)
    return;
  if (design->average_position_e8 != NOT_GIVEN)
    row_heads_sum(b, ROW_DESIGN_POSITION, position_above, share_of(design->average_position_e8), 0);
  if (design->full_timers_e8 != NOT_GIVEN)
    row_heads_sum(b, ROW_DESIGN_FULL_TIME, full_time_above, share_of(design->full_timers_e8), 0);
  if (design->variable_e8 != NOT_GIVEN)
    row_variable_share(b, share_of(design->variable_e8));
  if (design->heads_milli != NOT_GIVEN)
    row_heads_sum(b, ROW_DESIGN_HEADS, head, 0, (double)design->heads_milli / MILLI);
}
