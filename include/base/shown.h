// SPDX-License-Identifier: GPL-3.0-or-later
// Users' text made safe to show: on a terminal, in a page, in a workbook, in a message.
#ifndef ROTACOST_BASE_SHOWN_H
#define ROTACOST_BASE_SHOWN_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

// Control characters, signs that change the direction of writing, code points that are no characters (XML forbids them)
// and bytes that are not UTF-8 become \xNN, byte by byte; those in `allowed` (ASCII) stay. Returns the text itself if nothing
// had to change, otherwise memory of the arena.
const char *shown_text(struct arena *arena, const char *text, const char *allowed);
bool shown_as_it_is(const char *text, const char *allowed);

// A stream whose bytes are escaped in this way (except line breaks and tabs) and written to `file`. For stderr: no message, from whatever library, can
// then affect the terminal. Not buffered; a character that arrives in parts is put together. NULL on failure.
FILE *shown_stream(int file);

#endif
