// SPDX-License-Identifier: GPL-3.0-or-later
// Results are written whole or not at all: into a new folder beside the old one, which is then replaced by
// rename. A run that fails leaves the last good result in place.
//
// results.sha256 lists every file of a result with its hash (`sha256sum -c results.sha256` checks them). By it an older
// result is known again, and what in it is none: a file that is not listed there, or is no longer what it was, is a
// user's work. It is never deleted: it goes over into the new result, under its own name, or, where that is a result's,
// under one with the day on which it was last changed.
//
// SIGINT, SIGTERM and SIGHUP wait while a folder is open (base/ending.h). What a run that was killed has left behind in
// `parent` is taken away by the next folder_begin there, a user's work in it brought back; a folder that another run is
// writing is locked, and left alone.
#ifndef ROTACOST_REPORT_FOLDER_H
#define ROTACOST_REPORT_FOLDER_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "report/kept.h"
#include "text/hash.h"

struct result_folder;

struct written_file {
  size_t bytes;
  char sha256[HASH_TEXT_BYTES];
};

// Begins `parent`/`name` (parent is made where missing). NULL with a message in *why where it cannot be
// (a file in the way, no permission). `name` may not hold a slash or start with a dot.
struct result_folder *folder_begin(struct arena *arena, const char *parent, const char *name, const char **why);
// A new file in it, open for writing; NULL on failure, also where the process is asked to end. Closed by the folder.
FILE *folder_file(struct result_folder *folder, const char *name);
// What a file that was begun holds by now; false where there is none of the name, or it cannot be read.
bool folder_written(struct result_folder *folder, const char *name, struct written_file *written);
// Flushes, checks every file for write errors and lists them: nothing can be added afterwards. A child may do this, and
// its parent the rest. False: *why tells.
bool folder_seal(struct result_folder *folder, const char **why);
// Seals it where that was not done, swaps the folder in and removes the results of the old one. An old folder that is no
// result is left alone where it holds anything; one of a version that made no list is kept whole, under a name of its own.
// False: nothing was changed, *why tells.
bool folder_commit(struct result_folder *folder, const char **why);
// After folder_commit: what was kept under another name. Memory: the folder's arena.
size_t folder_kept(const struct result_folder *folder, const struct kept_file **kept);
// Throws away what was written so far; the old result stays. Harmless after commit.
void folder_abandon(struct result_folder *folder);

#endif
