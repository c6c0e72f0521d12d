// SPDX-License-Identifier: GPL-3.0-or-later
// The controls that page.js uses: hidden until it runs, and never printed.
#include "base/language.h"
#include "page/page.h"

static void open_control(struct page *page, const char *element, const char *name) {
  html_open(page->html, element);
  html_attribute(page->html, "data-ask", name);
}

static void button(struct page *page, const char *name, const char *text) {
  open_control(page, "button", name);
  html_attribute(page->html, "type", "button");
  html_attribute(page->html, "aria-pressed", "false");
  html_text(page->html, text);
  html_close(page->html);
}

static void search(struct page *page) {
  html_open(page->html, "label");
  html_text(page->html, _("Search the measures"));
  html_text(page->html, " ");
  open_control(page, "input", "search");
  html_attribute(page->html, "type", "search");
  html_close(page->html);
  html_close(page->html);
}

static void verdicts(struct page *page) {
  html_open(page->html, "label");
  html_text(page->html, _("Verdict"));
  html_text(page->html, " ");
  open_control(page, "select", "verdict");
  html_open(page->html, "option");
  html_attribute(page->html, "value", "");
  html_text(page->html, _("all"));
  html_close(page->html);
  html_close(page->html);
  html_close(page->html);
}

static void count(struct page *page) {
  open_control(page, "output", "count");
  html_attribute(page->html, "data-text", arena_printf(page->arena, _("%s of %s measures shown"), "%1", "%2"));
  html_text(page->html, "");
  html_close(page->html);
}

void page_ask(struct page *page) {
  html_open_class(page->html, "div", "ask");
  html_attribute(page->html, "hidden", "hidden");
  html_attribute(page->html, "role", "search");
  html_attribute(page->html, "aria-label", _("Ask the report"));
  search(page);
  verdicts(page);
  button(page, "thousands", _("In 1000 kr"));
  button(page, "folds", _("Open all folds"));
  count(page);
  html_close(page->html);
}
