// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "base/language.h"
#include "report/labels.h"
#include "report/labels_parts.h"

static const struct label_list *list_of(const char *column) {
  for (size_t i = 0; i < label_list_count; i++)
    if (strcmp(label_lists[i].column, column) == 0)
      return &label_lists[i];
  return NULL;
}

// False at the end of the list.
static bool label_at(const struct label_list *list, size_t index, struct label *label) {
  size_t count = 0;
  while (list->labels[count].code)
    count++;
  if (index >= count)
    return list->further && list->further(index - count, label);
  *label = list->labels[index];
  return true;
}

// NULL where the word is not a code of the list.
static const char *label_of_word(const struct label_list *list, const char *word) {
  struct label label;
  for (size_t i = 0; label_at(list, i, &label); i++)
    if (strcmp(label.code, word) == 0)
      return _(label.text);
  return NULL;
}

// A list of codes separated by blanks; text that holds anything else is unchanged.
const char *label_of(struct arena *arena, const char *column, const char *code) {
  if (strcmp(column, "column") == 0)
    return label_of_input(arena, "", code);
  const struct label_list *list = list_of(column);
  const char *texts = "";
  for (const char *at = code; list && *(at += strspn(at, " "));) {
    size_t length = strcspn(at, " ");
    const char *text = label_of_word(list, arena_text(arena, at, length));
    if (!text)
      return code;
    texts = *texts ? arena_printf(arena, "%s, %s", texts, text) : text;
    at += length;
  }
  return list ? texts : code;
}

static bool is_listed_before(size_t list) {
  for (size_t l = 0; l < list; l++)
    if (label_lists[l].labels == label_lists[list].labels)
      return true;
  return false;
}

bool label_entry_at(size_t index, struct label_entry *entry) {
  struct label label;
  for (size_t l = 0; l < label_list_count; l++)
    for (size_t i = 0; !is_listed_before(l) && label_at(&label_lists[l], i, &label); i++, index--)
      if (!index) {
        *entry = (struct label_entry){label_lists[l].column, label.code, _(label.text)};
        return true;
      }
  return false;
}
