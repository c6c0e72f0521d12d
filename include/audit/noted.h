// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the audit's lists (cover, weeks, findings, reasons, ...): the entries for one year of one unit, as sent
// from the process that solved the year to the one that holds the audit. A table in noted.c names the lists.
#ifndef ROTACOST_AUDIT_NOTED_H
#define ROTACOST_AUDIT_NOTED_H

#include "audit/effect.h"
#include "pool/pack.h"

enum { NOTED_LISTS = 14 };

struct noted {
  struct {
    void *items;
    size_t count;
  } lists[NOTED_LISTS];
};

struct noted_mark { // the lengths of the lists
  size_t counts[NOTED_LISTS];
};

struct noted_mark noted_mark(const struct audit *audit);
// Packs the entries added since the mark.
void noted_pack(struct packing *packing, const struct audit *audit, const struct noted_mark *since);
struct noted noted_unpack(struct unpacking *from);
// Appends the items to the audit's lists. Their texts must live as long as the audit.
void noted_append(struct audit *audit, const struct noted *noted);

#endif
