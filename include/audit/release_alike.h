// SPDX-License-Identifier: GPL-3.0-or-later
// Groups that differ only in name, title and number of people. Which of their people go makes no difference and is
// decided by the names of the groups, so that the result depends neither on the order of rows nor on the path of a
// search, and so that those who could go without a measure are the same people as with it.
#ifndef ROTACOST_AUDIT_RELEASE_ALIKE_H
#define ROTACOST_AUDIT_RELEASE_ALIKE_H

#include "program/program.h"

// Groups of the frame in the order of their codes, [group_count]. Memory: arena.
int *groups_by_name(struct arena *arena, const struct frame *frame);

// Moves those who go (`gone`, [column_count], in units of the columns `down`) to the first of the alike groups, up to
// the columns' upper bounds. The sum over alike groups and the cost stay the same.
void share_among_alike(struct arena *arena, const struct program *program, double *gone);

#endif
