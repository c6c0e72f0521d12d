// SPDX-License-Identifier: GPL-3.0-or-later
// Older results: which files are results and which a user's work, and what killed runs have left behind.
#ifndef ROTACOST_REPORT_FOLDER_OLD_H
#define ROTACOST_REPORT_FOLDER_OLD_H

#include <stdbool.h>

#include "base/arena.h"
#include "report/kept.h"

#define RESULT_LIST "results.sha256"             // lists the files of a complete result
#define RESULT_LIST_BEGUN "results.sha256.begun" // its name while the result is being written

struct kept_list {
  struct arena *arena;
  struct kept_file *files;
  size_t count, room;
};

bool folder_has(const char *folder, const char *name);
// Removes the results in `old` and then the folder; files that are not results move to `target` (NULL: they stay). Does
// nothing where another process holds the folder. What cannot be moved stays where it is, and so does its folder.
void folder_dissolve(struct arena *arena, const char *old, const char *target, struct kept_list *kept);
// What killed runs left in `parent`: every .NAME.new-hhhhhh and .NAME.old-hhhhhh that this program began and no process
// holds.
void folder_tidy(struct arena *arena, const char *parent, struct kept_list *kept);
// Removes a result that was never completed.
void folder_remove_unfinished(const char *path);
// A lock on the folder, held as long as the descriptor is open. -1: another process holds it, or the folder is gone. On
// file systems without locks everybody gets it.
int folder_lock(const char *path);
// "folder/report-edited-2026-11-29.xlsx" for "old/report.xlsx": a free name with the date of its last change.
const char *folder_dated_name(struct arena *arena, const char *path, const char *folder, const char *word);

#endif
