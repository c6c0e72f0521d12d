// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json.h"

enum { NUMBER_DIGITS = 15 }; // a double has no more significant ones

void json_put(json_t *object, const char *key, json_t *value) {
  if (json_object_set_new(object, key, value))
    arena_no_memory();
}

void json_add(json_t *list, json_t *value) {
  if (json_array_append_new(list, value))
    arena_no_memory();
}

json_t *json_read(struct arena *arena, const char *folder, const char *name) {
  return json_load_file(arena_printf(arena, "%s/%s", folder, name), JSON_REJECT_DUPLICATES, NULL);
}

bool json_write(json_t *value, FILE *to) {
  bool written = json_dumpf(value, to, JSON_SORT_KEYS | JSON_INDENT(2) | JSON_REAL_PRECISION(NUMBER_DIGITS)) == 0 &&
                 fputc('\n', to) != EOF;
  json_decref(value);
  return written && fflush(to) == 0;
}

const char *json_library_version(void) { return JANSSON_VERSION; }
