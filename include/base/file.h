// SPDX-License-Identifier: GPL-3.0-or-later
// Files named by users. A device, a pipe or a socket is refused, for reading and for writing: reading one may never
// end, and writing into one is never intended.
#ifndef ROTACOST_BASE_FILE_H
#define ROTACOST_BASE_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

// A regular file, or a link to one. NULL with words in *why (without a full stop, ending in how to mend it).
FILE *file_open(const char *path, const char **why);
// False, with words in *why, if `path` exists and is neither a regular file nor a folder.
bool file_is_plain(const char *path, const char **why);

// "folder/*" where a folder in it, but not itself, holds a file of this name: whoever named it meant those. NULL: none does.
const char *file_folders_with(struct arena *arena, const char *folder, const char *name);

// A file that is written completely or not at all: beside the old one, which it then replaces. An old file that does not begin
// with `mark` was not written by this program and is left alone.
struct new_file;
struct new_file *file_begin(struct arena *arena, const char *path, const char *mark, const char **why);
FILE *file_stream(struct new_file *file);
bool file_finish(struct new_file *file, const char **why); // false: nothing was changed
void file_abandon(struct new_file *file);                  // harmless after file_finish, and of NULL

#endif
