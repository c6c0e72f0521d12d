// SPDX-License-Identifier: GPL-3.0-or-later
// Names of folders told apart. Each is called as it is called itself (scenario_name), so that ward, ward/ and ward.xlsx are
// all "ward"; those that would share a name take their whole file name, then the folder above in front of it, and so on up,
// until none shares one: north/ward and south/ward are "north-ward" and "south-ward". The same names whatever the order.
#ifndef ROTACOST_APP_APART_H
#define ROTACOST_APP_APART_H

#include <stddef.h>

#include "base/arena.h"

// [count], in the order of the paths. Memory: arena.
const char *const *apart_names(struct arena *arena, char *const *paths, size_t count);
// A path that names the same folder or file as one before it, which *first tells; SIZE_MAX: there is none.
size_t apart_twice(struct arena *arena, char *const *paths, size_t count, size_t *first);

#endif
