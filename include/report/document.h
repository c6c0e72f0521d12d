// SPDX-License-Identifier: GPL-3.0-or-later
// What `rotacost run --json` prints: one JSON document for programs, described in docs/json.md. Rows are those of the
// result tables, keyed by column name; kroner, hours and FTE are numbers, blank cells are null, dates are ISO 8601.
#ifndef ROTACOST_REPORT_DOCUMENT_H
#define ROTACOST_REPORT_DOCUMENT_H

#include <stdbool.h>
#include <stdio.h>

#include "audit/effect.h"
#include "report/results.h"

enum { DOCUMENT_FORMAT = 1 }; // raised when a key is removed or changes its meaning; new keys may be added at any time

struct document;
struct document *document_new(const char *version); // written once; writing frees it
// A scenario with results, in the order of the calls. `folder`: where its results were written.
void document_add(struct document *document, struct arena *arena, const struct audit *audit,
                  const struct result_set *set, const char *folder);
// Takes over the scenarios of a document that another process wrote. False if it is not such a document.
bool document_join(struct document *document, const char *bytes, size_t length);
// `status`: the exit status of the program. False where writing failed.
bool document_write(struct document *document, int status, FILE *to);

#endif
