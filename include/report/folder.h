// SPDX-License-Identifier: GPL-3.0-or-later
// Results are written whole or not at all: into a new folder beside the old one, which is then replaced by
// rename. A run that fails leaves the last good result in place.
#ifndef ROTACOST_REPORT_FOLDER_H
#define ROTACOST_REPORT_FOLDER_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

struct result_folder;

// Begins `parent`/`name` (parent is made where missing). NULL with a message in *why where it cannot be
// (a file in the way, no permission). `name` may not hold a slash or start with a dot.
struct result_folder *folder_begin(struct arena *arena, const char *parent, const char *name, const char **why);
// A new file in it, open for writing; the first one is the mark by which an older result is known again; NULL on failure. Closed by the folder.
FILE *folder_file(struct result_folder *folder, const char *name);
// Flushes, checks every file for write errors, swaps the folder in and removes the old one whole. An old folder that is
// no result (not empty and without a file of the same name, or with folders in it) is left alone.
// False: nothing was changed, *why tells.
bool folder_commit(struct result_folder *folder, const char **why);
// Throws away what was written so far; the old result stays. Harmless after commit.
void folder_abandon(struct result_folder *folder);

#endif
