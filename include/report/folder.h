// SPDX-License-Identifier: GPL-3.0-or-later
// Results are written completely or not at all: into a new folder beside the old one, which is then replaced by a
// rename. A run that fails leaves the last good result in place.
//
// results.sha256 lists every file of a result with its hash (`sha256sum -c results.sha256` checks them). It identifies
// the files of an older result: a file that is not listed there, or has changed since, is the user's work. Such a file
// is never deleted: it is moved to the new result under its own name or, where a result file has that name, under a
// name with the date of its last change.
//
// SIGINT, SIGTERM and SIGHUP are held back while a folder is open (base/ending.h). The next folder_begin in `parent`
// removes what a killed run has left there and restores any user's work in it. A folder that another run is writing is
// locked, and is left alone.
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

// Begins `parent`/`name` (parent is created if missing). NULL with a message in *why where this is not possible (a file
// in the way, no permission). `name` must not contain a slash or start with a dot.
struct result_folder *folder_begin(struct arena *arena, const char *parent, const char *name, const char **why);
// A new file in it, open for writing; NULL on failure, also where the process has been asked to end. The folder closes
// it.
FILE *folder_file(struct result_folder *folder, const char *name);
// The contents so far of a file that was begun; false where there is none of that name, or it cannot be read.
bool folder_written(struct result_folder *folder, const char *name, struct written_file *written);
// Flushes all files, checks them for write errors and lists them: nothing can be added afterwards. A child process may
// do this, and its parent the rest. False: the reason is in *why.
bool folder_seal(struct result_folder *folder, const char **why);
// Seals the folder if not yet done, swaps it in and removes the results of the old one. An old folder that is not a
// result is left alone unless it is empty; a result of a version that wrote no list is kept whole, under another name.
// False: nothing was changed, the reason is in *why.
bool folder_commit(struct result_folder *folder, const char **why);
// After folder_commit: the files kept under another name. Memory: the folder's arena.
size_t folder_kept(const struct result_folder *folder, const struct kept_file **kept);
// Discards what was written so far; the old result stays. Harmless after commit.
void folder_abandon(struct result_folder *folder);

#endif
