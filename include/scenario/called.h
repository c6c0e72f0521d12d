// SPDX-License-Identifier: GPL-3.0-or-later
// Table names as the user has them: a message about groups.csv says grupper.csv where that is the file, and `the sheet
// groups` where the scenario is a workbook.
#ifndef ROTACOST_SCENARIO_CALLED_H
#define ROTACOST_SCENARIO_CALLED_H

#include "scenario/store.h"

// Records in `tables`, and for messages in `problems`, the names of the tables. `shared` may be NULL. In the current
// language.
void tables_note_called(struct arena *arena, struct tables *tables, const struct table_store *own,
                        const struct table_store *shared, struct problems *problems);
// The text with the files of tables renamed; a result with the name of a table may occur in it only if the scenario has
// that table.
const char *tables_called(struct arena *arena, const struct tables *tables, const char *text);
// The file of a row, without its folders, as results name it: grupper.csv. The sheet of a workbook is named like the
// file that it replaces, since a folder and a workbook of it give the same results to the byte.
const char *row_table_called(struct arena *arena, const char *file);

#endif
