// SPDX-License-Identifier: GPL-3.0-or-later
// Older results: what in them is a result and what a user's work, and what killed runs have left.
#ifndef ROTACOST_REPORT_FOLDER_OLD_H
#define ROTACOST_REPORT_FOLDER_OLD_H

#include <stdbool.h>

#include "base/arena.h"
#include "report/kept.h"

#define RESULT_LIST "results.sha256"             // of the files of a result that is whole
#define RESULT_LIST_BEGUN "results.sha256.begun" // in its place while the result is being written

struct kept_list {
  struct arena *arena;
  struct kept_file *files;
  size_t count, room;
};

bool folder_has(const char *folder, const char *name);
// Removes the results in `old` and then the folder; what is no result goes over into `target` (NULL: it stays). Not where
// another process has it in hand. What could not be moved stays where it is, and so does its folder.
void folder_dissolve(struct arena *arena, const char *old, const char *target, struct kept_list *kept);
// Of killed runs, in `parent`: every .NAME.new-hhhhhh and .NAME.old-hhhhhh that this program began and no process holds.
void folder_tidy(struct arena *arena, const char *parent, struct kept_list *kept);
// Removes a result that was never whole.
void folder_remove_unfinished(const char *path);
// A lock on the folder, as long as the descriptor is open. -1: another has it, or it is gone. On file systems that know no
// locks everybody has it.
int folder_lock(const char *path);
// "folder/report-edited-2026-11-29.xlsx" of "old/report.xlsx": not taken, with the day on which it was last changed.
const char *folder_dated_name(struct arena *arena, const char *path, const char *folder, const char *word);

#endif
