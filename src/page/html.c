// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/html.h"

#include <assert.h>
#include <string.h>

#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

#include "report/terminal.h"

enum { DEPTH_MOST = 64 };

struct html {
  struct arena *arena;
  xmlTextWriterPtr writer;
  FILE *to;
  const char *open[DEPTH_MOST];
  int depth;
  bool failed;
};

// HTML has no <td/>: only these elements may lack an end tag.
static const char *const void_elements[] = {"meta", "br", "col", "hr", "img", "input", "link"};

// These elements start a new line, so that the file can be read and compared.
static const char *const block_elements[] = {
    "head",   "body", "header", "main", "section", "table", "caption", "thead", "tbody",  "tr",
    "h1",     "h2",   "h3",     "h4",   "p",       "ul",    "li",      "svg",   "figure", "nav",
    "footer", "dl",   "rect",   "text", "details", "title", "style",   "meta",  "div",    "circle"};

static bool is_among(const char *const *names, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++)
    if (!strcmp(names[i], name))
      return true;
  return false;
}
#define IS_AMONG(LIST, NAME) is_among((LIST), sizeof(LIST) / sizeof *(LIST), (NAME))

static const xmlChar *chars(const char *text) { return (const xmlChar *)text; }

static void note(struct html *html, int written) { html->failed |= written < 0; }

struct html *html_begin(struct arena *arena, FILE *to, const char *language) {
  struct html *html = arena_alloc(arena, sizeof *html);
  html->arena = arena;
  html->to = to;
  xmlResetLastError();
  xmlOutputBufferPtr buffer = xmlOutputBufferCreateFile(to, NULL);
  html->writer = buffer ? xmlNewTextWriter(buffer) : NULL;
  html->failed = !html->writer;
  if (html->failed)
    return html;
  note(html, xmlTextWriterWriteDTD(html->writer, chars("html"), NULL, NULL, NULL));
  html_open(html, "html");
  html_attribute(html, "lang", language);
  return html;
}

bool html_end(struct html *html) {
  while (html->depth)
    html_close(html);
  if (!html->writer)
    return false;
  note(html, xmlTextWriterWriteString(html->writer, chars("\n")));
  note(html, xmlTextWriterFlush(html->writer));
  xmlFreeTextWriter(html->writer);
  html->writer = NULL;
  html->failed |= xmlGetLastError() != NULL; // out of memory, it drops the text but reports success
  return !html->failed && fflush(html->to) == 0 && !ferror(html->to);
}

struct arena *html_arena(const struct html *html) {
  return html->arena;
}

void html_open(struct html *html, const char *element) {
  assert(html->depth < DEPTH_MOST);
  html->open[html->depth++] = element;
  if (html->failed)
    return;
  if (IS_AMONG(block_elements, element))
    note(html, xmlTextWriterWriteString(html->writer, chars("\n")));
  note(html, xmlTextWriterStartElement(html->writer, chars(element)));
}

void html_attribute(struct html *html, const char *name, const char *value) {
  if (!html->failed)
    note(html, xmlTextWriterWriteAttribute(html->writer, chars(name), chars(terminal_text(html->arena, value))));
}

void html_number(struct html *html, const char *name, int number) {
  html_attribute(html, name, arena_printf(html->arena, "%d", number));
}

void html_text(struct html *html, const char *text) {
  if (!html->failed)
    note(html, xmlTextWriterWriteString(html->writer, chars(terminal_text(html->arena, text))));
}

void html_close(struct html *html) {
  assert(html->depth > 0);
  const char *element = html->open[--html->depth];
  if (html->failed)
    return;
  note(html, IS_AMONG(void_elements, element) ? xmlTextWriterEndElement(html->writer)
                                              : xmlTextWriterFullEndElement(html->writer));
}

void html_open_class(struct html *html, const char *element, const char *class_name) {
  html_open(html, element);
  if (class_name)
    html_attribute(html, "class", class_name);
}

void html_element(struct html *html, const char *element, const char *class_name, const char *text) {
  html_open_class(html, element, class_name);
  html_text(html, text);
  html_close(html);
}

static void raw_element(struct html *html, const char *element, const char *raw) {
  assert(!strpbrk(raw, "<&"));
  html_open(html, element);
  if (!html->failed)
    note(html, xmlTextWriterWriteRaw(html->writer, chars(raw)));
  html_close(html);
}

void html_style(struct html *html, const char *css) { raw_element(html, "style", css); }

void html_script(struct html *html, const char *script) { raw_element(html, "script", script); }
