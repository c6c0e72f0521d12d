// SPDX-License-Identifier: GPL-3.0-or-later
// The glossary: the words of reports, each explained once; columns of results: column_meanings.c.
#include "report/glossary.h"

#include <string.h>

#include "base/language.h"
#include "report/codes.h"
#include "report/labels.h"

struct entry {
  const char *name, *meaning;
};

// Words used in reports, each after those that explain it.
static const struct entry terms[] = {
    {N_("claim"), N_("What the council paper says that a measure saves or costs, in kroner, FTE or both.")},
    {N_("effect"), N_("Cost of the baseline less cost with the measure, at equal cover. A saving is positive.")},
    {N_("equal cover"),
     N_("Hours left empty beyond today's are no saving: they are priced at what it would cost to fill them.")},
    {N_("in cash"), N_("The same without that price: what the accounts would show while more hours stand empty.")},
    {N_("positions kept"),
     N_("Every position stays but those the measure itself removes; the plan uses them as well as it can.")},
    {N_("positions adjusted"),
     N_("The number of people in each group follows what the plan needs, before and after the measure alike.")},
    {N_("direct price"),
     N_("The hours or positions taken away at their price per hour, as council papers calculate: no rota is "
        "solved.")},
    {N_("full year"), N_("The effect of the first year in which the measure is in force from January to December.")},
    {N_("within the year"), N_("What falls in a calendar year, from the day the measure starts.")},
    {N_("gross FTE"), N_("Hours of need taken away, over 52 full-time weeks: what papers call FTE.")},
    {N_("net FTE"),
     N_("Gross FTE with the holiday and absence of those who work them covered too: the positions it takes.")},
    {N_("staffed FTE"), N_("Paid hours on shifts of a whole plan, by whomever, over 52 full-time weeks.")},
    {N_("contracted FTE"), N_("Positions that people hold, as a mean over the year.")},
    {N_("need"), N_("The number of people wanted in a window of the day.")},
    {N_("norm"), N_("The number below which a window may not fall, by law, decision or agreement.")},
    {N_("not replaced"),
     N_("Absence for which nobody is found because replacement.csv says so: an accepted gap, neither missing nor saved by a measure.")},
    {N_("level"), N_("The category that a post asks for; a higher category may fill it.")},
    {N_("idle hours"), N_("Contract hours that no shift needs.")},
    {N_("variable hours"), N_("Extra hours, substitutes, overtime and agency.")},
    {N_("slack"), N_("What fitting positions to the need could save without any measure; counted in no measure.")},
    {N_("modelled"), N_("Priced by solving the staffing year.")},
    {N_("taken over"), N_("An amount of the paper without a rota behind it: only its dates are checked.")},
    {N_("year drawn"),
     N_("A year lived through by chance: who falls ill and who comes when asked; the same luck with and without a measure.")},
    {N_("by chance"),
     N_("How often a claim is reached in the years drawn: reached in 80 of 100 or more, not reached in 20 or fewer, else uncertain (sure_percent of settings.csv).")},
    {N_("level of staffing"), N_("Contracted positions of a unit, the heads of every group in proportion.")},
    {N_("on the curve"), N_("Of levels: no other is both cheaper and at least as well covered.")},
    {N_("counted twice"), N_("What measures save each by itself less what they save together.")},
};

// A list of codes below the columns that hold it: code, label, and meaning where it says more than the label.
static void print_codes(struct arena *arena, FILE *to) {
  struct label_entry entry;
  const char *list = "";
  for (size_t i = 0; label_entry_at(i, &entry); i++) {
    if (strcmp(list, entry.column) && strcmp(entry.column, "class_short"))
      fprintf(to, "\n### %s\n\n| %s | %s | %s |\n| --- | --- | --- |\n", entry.column, _("code"), _("label"),
              _("meaning"));
    list = entry.column;
    if (!strcmp(entry.column, "class_short")) // class with shorter labels
      continue;
    const char *hole = strstr(entry.text, "%s");
    const char *text =
        hole ? arena_printf(arena, "%.*s*%s", (int)(hole - entry.text), entry.text, hole + 2) : entry.text;
    const char *meaning = code_meaning(entry.column, entry.code);
    fprintf(to, "| `%s` | %s | %s |\n", entry.code, text, meaning ? meaning : "");
  }
}

void glossary_print(struct arena *arena, FILE *to) {
  fprintf(to, "# %s\n\n%s\n\n", _("Words and columns of rotacost"),
          _("Printed by `rotacost words`. A word or the name of a column means the same wherever it stands: on the\n"
            "terminal, in the report, in the workbook and in CSV. A saving is positive. Columns end in what they are\n"
            "counted in: _kr kroner, _h hours, _min minutes, _fte full-time equivalents, _percent per cent."));
  fprintf(to, "## %s\n\n| %s | %s |\n| --- | --- |\n", _("Words"), _("word"), _("meaning"));
  for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
    fprintf(to, "| %s | %s |\n", _(terms[i].name), _(terms[i].meaning));
  fprintf(to, "\n## %s\n\n| %s | %s | %s |\n| --- | --- | --- |\n", _("Columns of results"), _("column"), _("heading"),
          _("meaning"));
  const char *column;
  for (size_t i = 0; (column = glossary_column(i)); i++)
    fprintf(to, "| `%s` | %s | %s |\n", column, label_of_column(arena, column), glossary_meaning(column));
  fprintf(to, "\n## %s\n", _("Codes"));
  print_codes(arena, to);
}
