// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix of likelihood and consequence, and the list of the risks in it.
#include <string.h>

#include "base/language.h"
#include "page/page.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

enum { SCALE = 5 };

static const char *const scale_words[SCALE] = {N_("very low"), N_("low"), N_("medium"), N_("high"), N_("very high")};

// Red from 12 on, green up to 4, as the product of both.
static const char *cell_class(int64_t product) { return product >= 12 ? "bad" : product >= 5 ? "maybe" : "good"; }

static const char *cell_word(int64_t product) {
  return product >= 12 ? _("red") : product >= 5 ? _("yellow") : _("green");
}

static const char *names_in_cell(struct page *page, const struct result_table *risks, int64_t likelihood,
                                 int64_t consequence) {
  const char *names = "";
  for (size_t row = 0; row < result_row_count(risks); row++)
    if (result_number_of(risks, row, NUMBER_likelihood) == likelihood &&
        result_number_of(risks, row, NUMBER_consequence) == consequence)
      names = arena_printf(page->arena, "%s%s%s", names, *names ? ", " : "", result_text_of(risks, row, TEXT_risk));
  return names;
}

static void write_cell(struct page *page, const struct result_table *risks, int64_t likelihood, int64_t consequence) {
  int64_t product = likelihood * consequence;
  html_open_class(page->html, "td", cell_class(product));
  html_element(page->html, "strong", NULL, names_in_cell(page, risks, likelihood, consequence));
  html_element(page->html, "small", NULL,
               arena_printf(page->arena, "%s %s", format_integer(page->arena, product), cell_word(product)));
  html_close(page->html);
}

static void write_matrix(struct page *page, const struct result_table *risks) {
  html_open(page->html, "thead");
  html_open(page->html, "tr");
  for (int c = 0; c <= SCALE; c++) {
    html_open(page->html, "th");
    html_attribute(page->html, "scope", "col");
    html_text(page->html, c ? arena_printf(page->arena, _("Consequence %s"), _(scale_words[c - 1])) : _("Likelihood"));
    html_close(page->html);
  }
  html_close(page->html);
  html_close(page->html);
  html_open(page->html, "tbody");
  for (int l = SCALE; l; l--) {
    html_open(page->html, "tr");
    html_open(page->html, "th");
    html_attribute(page->html, "scope", "row");
    html_text(page->html, _(scale_words[l - 1]));
    html_close(page->html);
    for (int c = 1; c <= SCALE; c++)
      write_cell(page, risks, l, c);
    html_close(page->html);
  }
  html_close(page->html);
}

void page_risks(struct page *page) {
  const struct result_table *risks = result_find(page->set, "risks");
  if (!risks)
    return;
  page_section(page, "risks", _("Risks"));
  page_open_table(page, "risk", "risk_matrix",
                  _("Likelihood times consequence: green up to 4, yellow from 5, red from 12"));
  write_matrix(page, risks);
  html_close(page->html);
  html_close(page->html);
  page_table(page, &(struct page_view){.table = risks});
  html_close(page->html);
}
