// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the JSON files of a result. The only header that includes jansson.
#ifndef ROTACOST_REPORT_JSON_H
#define ROTACOST_REPORT_JSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

const char *json_library_version(void); // "2.14"

// Both take ownership of what they are given. jansson refuses texts that are not UTF-8, and none such is ever read: so
// a failure means out of memory, which ends the process.
void json_put(json_t *object, const char *key, json_t *value);
void json_add(json_t *list, json_t *value);
// The JSON file of a folder; NULL where there is none or it cannot be read.
json_t *json_read(struct arena *arena, const char *folder, const char *name);
// Keys sorted, a line break at the end; takes ownership of `value`. False where writing failed.
bool json_write(json_t *value, FILE *to);

#endif
