// SPDX-License-Identifier: GPL-3.0-or-later
// The method and its evidence: the method in a few sentences, the input files by their hashes, the models solved and
// how close they are to their bounds.
#include <math.h>
#include <string.h>

#include "audit/record.h"
#include "base/fixed.h"
#include "base/language.h"
#include "page/page.h"
#include "report/accounts.h"
#include "report/format.h"
#include "report/held.h"
#include "report/working_year.h"
#include "solve/solver.h"

static void method_lines(struct page *page) {
  static const char *const texts[] = {
      N_("Every unit's year is solved on its real days, with and without the measure, as a programme that first leaves "
         "as "
         "few hours uncovered as can be and then costs as little as can be. Every cost is computed again from the "
         "plan, "
         "shift by shift."),
      N_("Kept: all positions are kept and only variable hours react, which is what the accounts will show if "
         "nobody leaves. Adjusted: positions are fitted to the measure within their bounds; the baseline is "
         "solved in the same way."),
      N_("Effects are at equal cover: hours left empty beyond today's are priced by the dearest source that could fill "
         "them, and are no saving; what is saved in cash stands beside them. A measure that lowers a norm is judged by "
         "the norm before."),
      N_("A claim is reached without anybody leaving if the effect with all positions kept comes to it; it follows from "
         "the decision if the measure itself removes the positions; it is reached only if more go if it lies between "
         "the two answers; else it is not reached. Costs are judged the same way with the signs turned. Amounts taken "
         "from the paper are not checked."),
      N_("Documented: need, contracts and what changes name their sources. Partly assumed: some of these rows do not. An "
         "illustration: more than half of the need or contracts of a unit do not."),
      N_("The gap between kept and adjusted depends on somebody acting. What two measures count twice is still in sums "
         "of single measures."),
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    page_paragraph(page, NULL, _(texts[i]));
}

// The widest gap between a plan found and its proven bound, in millionths of the cost.
static int64_t widest_gap_e6(const struct audit *audit) {
  double widest = 0;
  for (size_t i = 0; i < audit->record_count; i++) {
    const struct solve_record *record = &audit->records[i];
    widest = fmax(widest, fabs(record->optimum_kr - record->bound_kr) / fmax(fabs(record->optimum_kr), 1));
  }
  return fixed_round(ceil(widest * 1e6));
}

static void write_solving(struct page *page) {
  enum { PERCENT_DIGITS = 4 };
  const struct audit *audit = page->audit;
  if (!audit->counts.solves)
    return;
  page_paragraph(page, NULL,
                 arena_printf(page->arena,
                              _("Models solved: %s, with %s. In no year of a single measure or of today does the cost "
                                "found lie more than %s above the lower bound proven for it."),
                              format_integer(page->arena, audit->counts.solves), solver_version(),
                              format_percent(page->arena, widest_gap_e6(audit), PERCENT_DIGITS)));
  for (size_t i = 0; i < audit->record_count; i++)
    if (audit->records[i].positions_held)
      page_paragraph(page, NULL, arena_printf(page->arena, "%s.", held_text(page->arena, audit, &audit->records[i])));
}

static void write_inputs(struct page *page) {
  static const struct field_column columns[] = {
      {"file", FIELD_TEXT, 0}, {"bytes", FIELD_INTEGER, 0}, {"sha256", FIELD_TEXT, 0}};
  const struct scenario *scenario = page->audit->scenario;
  struct result_table *table = result_table_new(page->arena, "inputs", COLUMNS(columns));
  for (size_t i = 0; i < scenario->input_count; i++) {
    const struct input_file *input = &scenario->inputs[i];
    result_text(table, input->common ? arena_printf(page->arena, "common/%s", input->file) : input->file);
    result_number(table, (int64_t)input->byte_count);
    result_text(table, input->sha256);
  }
  page_table(page, &(struct page_view){.table = table, .caption = _("Input files read, with their SHA-256 hashes")});
}

void page_method(struct page *page) {
  page_section(page, "method", _("Method and evidence"));
  const char *conventions = conventions_in_words(page->arena, &page->audit->scenario->tables);
  write_solving(page);
  if (!page_tells_all(page)) {
    html_open(page->html, "details");
    html_element(page->html, "summary", NULL, _("How it is computed"));
  }
  if (*conventions)
    page_paragraph(page, NULL, conventions);
  method_lines(page);
  if (!page_tells_all(page))
    html_close(page->html);
  page_accounts(page);
  if (!page->audit->account_count && page->audit->baseline_count)
    page_paragraph(page, NULL, accounts_none(page->arena, page->audit));
  page_paragraph(page, NULL,
                 arena_printf(page->arena,
                              _("Fingerprint of this result: %s; the same input gives the same. All tables are "
                                "CSV files beside this page and in report.xlsx."),
                              page->run_id));
  if (page->audit->scenario->input_count && page_tells_all(page))
    write_inputs(page);
  page_paragraph(
      page, NULL,
      _("The input files with their hashes, the versions, the tariff rows used and the proven bound of every "
        "programme stand in evidence.json."));
  html_close(page->html);
}
