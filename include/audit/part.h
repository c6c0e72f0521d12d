// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the audit's lists (cover, weeks, findings, reasons, ...): what was noted about one year of one unit, as it
// goes from the process that solved the year to the one that holds the audit. One table in part.c names the lists.
#ifndef ROTACOST_AUDIT_PART_H
#define ROTACOST_AUDIT_PART_H

#include "audit/effect.h"
#include "pool/pack.h"

enum { PART_LISTS = 8 };

struct part {
  struct {
    void *items;
    size_t count;
  } lists[PART_LISTS];
};

struct part_mark { // how long the lists are
  size_t counts[PART_LISTS];
};

struct part_mark part_mark(const struct audit *audit);
// What was noted since the mark.
void part_pack(struct packing *packing, const struct audit *audit, const struct part_mark *since);
struct part part_unpack(struct unpacking *from);
// Puts the items at the end of the audit's lists. Their texts must live as long as it.
void part_append(struct audit *audit, const struct part *part);

#endif
