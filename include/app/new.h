// SPDX-License-Identifier: GPL-3.0-or-later
// `rotacost new` as a workbook (app/example.h: what it is made of).
#ifndef ROTACOST_APP_NEW_H
#define ROTACOST_APP_NEW_H

#include "app/example.h"

// `from` NULL: of these tables.
int new_workbook(const char *path, const struct template *template, const char *from);

#endif
