// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the audit's lists (cover, weeks, findings, reasons, ...): what was noted about one year of one unit, as it
// goes from the process that solved the year to the one that holds the audit. One table in noted.c names the lists.
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

struct noted_mark { // how long the lists are
  size_t counts[NOTED_LISTS];
};

struct noted_mark noted_mark(const struct audit *audit);
// What was noted since the mark.
void noted_pack(struct packing *packing, const struct audit *audit, const struct noted_mark *since);
struct noted noted_unpack(struct unpacking *from);
// Puts the items at the end of the audit's lists. Their texts must live as long as it.
void noted_append(struct audit *audit, const struct noted *noted);

#endif
