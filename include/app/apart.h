// SPDX-License-Identifier: GPL-3.0-or-later
// Unique names for folders. Each has its own name by default (scenario_name), so that ward, ward/ and ward.xlsx are all
// "ward"; those that would share a name use their whole file name, then prefix the folder above it, and so on up, until
// all differ: north/ward and south/ward are "north-ward" and "south-ward". The names do not depend on the order.
#ifndef ROTACOST_APP_APART_H
#define ROTACOST_APP_APART_H

#include <stddef.h>

#include "base/arena.h"

// [count], in the order of the paths. Memory: arena.
const char *const *apart_names(struct arena *arena, char *const *paths, size_t count);
// A path that names the same folder or file as an earlier one, which *first gives; SIZE_MAX: there is none.
size_t apart_twice(struct arena *arena, char *const *paths, size_t count, size_t *first);

#endif
