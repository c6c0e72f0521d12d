// SPDX-License-Identifier: GPL-3.0-or-later
// Text of users as it may be shown: on a terminal, in a page, in a workbook, in a message.
#ifndef ROTACOST_BASE_SHOWN_H
#define ROTACOST_BASE_SHOWN_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

// Control characters, signs that change the direction of writing, code points that are no characters (XML forbids them)
// and bytes that are no UTF-8 become \xNN, byte by byte; those among `allowed` (ASCII) stay. The text itself where nothing
// had to change, else memory of the arena.
const char *shown_text(struct arena *arena, const char *text, const char *allowed);
bool shown_as_it_is(const char *text, const char *allowed);

// A stream whose bytes reach `file` shown so, line breaks and tabs aside. For stderr: no message, of whatever library, can
// then change what the terminal shows. Not buffered; a character that comes in parts is put together. NULL on failure.
FILE *shown_stream(int file);

#endif
