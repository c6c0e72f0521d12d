// SPDX-License-Identifier: GPL-3.0-or-later
// HTML (and the SVG inside it) written through libxml2's xmlwriter: element, attribute, text. What is given as text
// comes out as text, whatever it holds; control characters, signs that turn the direction of writing and characters XML
// does not have are shown as \xNN. The file is well-formed XML too, so that any XML reader can check it.
#ifndef ROTACOST_PAGE_HTML_H
#define ROTACOST_PAGE_HTML_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

struct html;

// Writes the doctype and opens <html lang>. Memory: arena.
struct html *html_begin(struct arena *arena, FILE *to, const char *language);
// Closes what is open. False where writing failed.
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
// A style sheet of our own, as it stands: it may hold no text of a user and no < or &.
void html_style(struct html *html, const char *css);
// A script, with the same limits.
void html_script(struct html *html, const char *script);

#endif
