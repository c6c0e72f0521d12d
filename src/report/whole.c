// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/whole.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "report/evidence.h"
#include "report/folder_old.h"
#include "report/json.h"
#include "text/hash.h"

enum { HASH_DIGITS = HASH_TEXT_BYTES - 1, GAP = 2 };

// "hash  name": NULL where the line is not of this form, or names another folder.
static const char *name_in(const char *line) {
  size_t digits = strspn(line, "0123456789abcdef");
  if (digits != HASH_DIGITS || strncmp(line + digits, "  ", GAP) != 0)
    return NULL;
  const char *name = line + digits + GAP;
  return *name && *name != '.' && !strchr(name, '/') ? name : NULL;
}

static const char *check_line(struct arena *arena, const char *folder, char *line) {
  char hash[HASH_TEXT_BYTES];
  line[strcspn(line, "\n")] = '\0';
  const char *name = name_in(line);
  if (!name)
    return arena_printf(arena, _("%s cannot be read"), RESULT_LIST);
  if (!hash_file(arena_printf(arena, "%s/%s", folder, name), hash))
    return arena_printf(arena, _("%s is missing or cannot be read"), name);
  return strncmp(hash, line, HASH_DIGITS) ? arena_printf(arena, _("%s is no longer as it was written"), name) : NULL;
}

const char *whole_result(struct arena *arena, const char *folder) {
  FILE *list = fopen(arena_printf(arena, "%s/%s", folder, RESULT_LIST), "re");
  char *line = NULL;
  size_t room = 0, lines = 0;
  const char *why = NULL;
  if (!list)
    return arena_printf(arena, _("there is no whole result in it (%s is missing)"), RESULT_LIST);
  for (; !why && getline(&line, &room, list) >= 0; lines++)
    why = check_line(arena, folder, line);
  free(line);
  fclose(list);
  return why || lines ? why : arena_printf(arena, _("%s cannot be read"), RESULT_LIST);
}

// ---------------------------------------------------------------- what it was made of

static bool text_is(const json_t *object, const char *key, const char *wanted) {
  const char *text = json_string_value(json_object_get(object, key));
  return text && !strcmp(text, wanted);
}

// The dialect follows from the settings, except for RFC 4180, which has other line ends.
static bool same_form(struct arena *arena, const char *folder, const struct whole_ask *ask) {
  json_t *package = json_read(arena, folder, "datapackage.json");
  const json_t *first = json_array_get(json_object_get(package, "resources"), 0);
  bool same = text_is(package, "language", language_code(language_now())) &&
              text_is(json_object_get(first, "dialect"), "lineTerminator", ask->crlf ? "\r\n" : "\n");
  json_decref(package);
  return same;
}

static bool same_basis(struct arena *arena, const char *folder, const struct scenario *scenario,
                       const struct whole_ask *ask) {
  json_t *old = json_read(arena, folder, "evidence.json"), *basis = evidence_basis(scenario, ask->version, ask->chance);
  static const char *const keys[] = {"program", "scenario", "inputs", "chance"};
  bool same = old;
  for (size_t i = 0; same && i < sizeof keys / sizeof *keys; i++) {
    const json_t *was = json_object_get(old, keys[i]), *is = json_object_get(basis, keys[i]);
    same = was && is ? json_equal(was, is) : was == is;
  }
  json_decref(old);
  json_decref(basis);
  return same;
}

bool whole_is_of(const char *folder, const struct scenario *scenario, const struct whole_ask *ask) {
  struct arena *arena = arena_new();
  bool same = folder_has(folder, "evidence.json") && folder_has(folder, "details.html") != ask->one_page &&
              same_basis(arena, folder, scenario, ask) && same_form(arena, folder, ask) && !whole_result(arena, folder);
  arena_free(arena);
  return same;
}
