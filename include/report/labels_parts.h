// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of src/report/labels.c, which src/report/label_of.c searches.
#ifndef ROTACOST_REPORT_LABELS_PARTS_H
#define ROTACOST_REPORT_LABELS_PARTS_H

#include <stdbool.h>
#include <stddef.h>

struct label {
  const char *code, *text; // the text marked for translation
};

struct label_list {
  const char *column;                                 // of results
  const struct label *labels;                         // closed by NULL
  bool (*further)(size_t index, struct label *label); // labels stored in other records; NULL: none
};

extern const struct label_list label_lists[];
extern const size_t label_list_count;

#endif
