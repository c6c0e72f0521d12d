// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which sources are asked when somebody is missing: the setting fill_order.
#ifndef ROTACOST_SCENARIO_FILL_ORDER_H
#define ROTACOST_SCENARIO_FILL_ORDER_H

#include "scenario/rows_people.h"
#include "scenario/tables.h"

// The place of a kind of source in the order, from 0; -1: it is not asked.
int fill_order_rank(const char *order, enum source_kind kind);
// The first word of the order that is not a kind of source, or that is repeated; NULL: the order is valid. *length is
// the length of the word.
const char *fill_order_fault(const char *order, size_t *length);

#endif
