// SPDX-License-Identifier: GPL-3.0-or-later
// HTML (and the SVG inside it) written through libxml2's xmlwriter: element, attribute, text. Text is always written as
// text, whatever it contains; control characters, signs that change the writing direction and characters not allowed in
// XML are shown as \xNN. The file is also well-formed XML, so that any XML reader can check it.
#ifndef ROTACOST_PAGE_HTML_H
#define ROTACOST_PAGE_HTML_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

struct html;

// Writes the doctype and opens <html lang>. Memory: arena.
struct html *html_begin(struct arena *arena, FILE *to, const char *language);
// Closes all open elements. False where writing failed.
bool html_end(struct html *html);
struct arena *html_arena(const struct html *html);

void html_open(struct html *html, const char *element);
void html_attribute(struct html *html, const char *name,
                    const char *value); // of the element opened last, before its text
void html_text(struct html *html, const char *text);
void html_close(struct html *html); // the element opened last

// <element class="...">; NULL: no class.
void html_open_class(struct html *html, const char *element, const char *class_name);
// <element class="...">text</element>
void html_element(struct html *html, const char *element, const char *class_name, const char *text);
void html_number(struct html *html, const char *name, int number); // an attribute
// A style sheet of the program, written verbatim: it must hold no text of a user and no < or &.
void html_style(struct html *html, const char *css);
// A script, with the same limits.
void html_script(struct html *html, const char *script);

#endif
