// SPDX-License-Identifier: GPL-3.0-or-later
// Text for people, in their language. English stands in the source; catalogues in po/ hold the others. Words that
// scripts read (CSV column names, codes, statuses) are never translated.
#ifndef ROTACOST_BASE_LANGUAGE_H
#define ROTACOST_BASE_LANGUAGE_H

#include <libintl.h>

#define _(TEXT) gettext(TEXT)
#define N_(TEXT) TEXT // marked here, translated where it is printed

#endif
