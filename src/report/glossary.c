// SPDX-License-Identifier: GPL-3.0-or-later
// The glossary: what the words of reports and the columns of results mean, each said once.
#include "report/glossary.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "report/codes.h"
#include "report/labels.h"

struct entry {
  const char *name, *meaning;
};

// Words that reports are written in, each after those it is explained by.
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
     N_("The hours or positions taken away at their price per hour, as papers count: no rota is solved.")},
    {N_("full year"), N_("The effect of the first year in which the measure is in force from January to December.")},
    {N_("within the year"), N_("What falls in a calendar year, from the day the measure starts.")},
    {N_("gross FTE"), N_("Hours of need taken away, over 52 full-time weeks: what papers call FTE.")},
    {N_("net FTE"),
     N_("Gross FTE with the holiday and absence of those who work them covered too: the positions it takes.")},
    {N_("staffed FTE"), N_("Paid hours on shifts of a whole plan, by whomever, over 52 full-time weeks.")},
    {N_("contracted FTE"), N_("Positions that people hold, as a mean over the year.")},
    {N_("need"), N_("The number of people wanted in a window of the day.")},
    {N_("norm"), N_("The number below which a window may not fall, by law, decision or agreement.")},
    {N_("level"), N_("The category that a post asks for; a higher category may fill it.")},
    {N_("idle hours"), N_("Contract hours that no shift needs.")},
    {N_("variable hours"), N_("Extra hours, substitutes, overtime and agency.")},
    {N_("slack"), N_("What fitting positions to the need could save without any measure; counted in no measure.")},
    {N_("modelled"), N_("Priced by solving the staffing year.")},
    {N_("taken over"), N_("An amount of the paper without a rota behind it: only its dates are checked.")},
    {N_("counted twice"), N_("What measures save each by itself less what they save together.")},
};

// Columns of results, in the order of the alphabet: one name has one meaning in every table.
static const struct entry columns[] = {
    {"above_other_fte", N_("FTE above what the school would have at the other municipality's level")},
    {"accounts_kr", N_("what the books say of the line in the year")},
    {"adjusted_kr", N_("effect with positions adjusted, on the terms of the claim")},
    {"agency_h", N_("paid hours on shifts by agency staff")},
    {"agreed_with", N_("who must agree to a shift of that length")},
    {"agreement", N_("the agreement that the length of the shift takes")},
    {"assumed_percent", N_("share of the effect that rests at least on rows marked assumed")},
    {"at_other_municipality_fte", N_("FTE of a school of this size by the other municipality's size curve")},
    {"at_own_size_curve_fte", N_("FTE of a school of this size by its own municipality's size curve")},
    {"average_position_percent", N_("contracted FTE per head")},
    {"baseline_kr", N_("cost of the line today, before any measure")},
    {"basis", N_("what a sum is of: full_year or in_year")},
    {"becomes", N_("the cells after the change")},
    {"before", N_("the cells today")},
    {"below_norm", N_("people missing from the norm, on the day or on the worst of the days")},
    {"below_norm_days", N_("days on which the norm is undercut")},
    {"below_rule_days", N_("days on which adults are missing by the ratio rule")},
    {"below_rule_h", N_("adult hours missing by the ratio rule")},
    {"bound_kr", N_("no rota under these rules costs less")},
    {"breaches", N_("how many times the rule is broken")},
    {"cash_adjusted_kr", N_("adjusted_kr without the price of hours left empty")},
    {"cash_effect_kr", N_("effect_kr without the price of hours left empty")},
    {"cash_kept_kr", N_("kept_kr without the price of hours left empty")},
    {"category", N_("category of the group")},
    {"change", N_("how a cell changes: set, add or multiply; of an amount how it accrues")},
    {"child_h", N_("hours that children are present")},
    {"children", N_("children present")},
    {"children_per_adult", N_("children present per adult planned")},
    {"claimed_basis", N_("what the claim speaks of: in_year or full_year")},
    {"claimed_for", N_("the year, or full_year, by which the measure is judged")},
    {"claimed_fte", N_("FTE that the paper says go")},
    {"claimed_kr", N_("what the paper says is saved, as it stands in that year")},
    {"claims_are", N_("whether the columns of the source add up (incremental) or each hold the whole (base)")},
    {"class", N_("how the measure saves, and whether below the norm")},
    {"column", N_("the column of that cell or change")},
    {"comparable_adjusted_kr", N_("effect with positions adjusted, without the lines that the claim leaves out")},
    {"comparable_kept_kr", N_("effect with positions kept, without the lines that the claim leaves out")},
    {"compliant_kr", N_("effect with every norm kept; blank where no plan keeps it")},
    {"consequence", N_("how bad it would be, 1 to 5")},
    {"contract_h_worked", N_("contract hours worked on shifts in the year")},
    {"contracted_fte", N_("positions held, mean over the year")},
    {"cost_kr", N_("cost of the plan in the year")},
    {"counted", N_("whether the measure stands in the sums: no for the lesser of alternatives and what is given up")},
    {"counted_in", N_("what the numbers of the row are counted in")},
    {"counted_twice_kr", N_("sum of single effects less the joint effect")},
    {"counted_twice_with", N_("the earlier measures with which it is counted twice")},
    {"cover", N_("what the measure does to cover")},
    {"date", N_("day of the shift's start")},
    {"days", N_("days of that kind on which anybody is wanted")},
    {"days_alike", N_("days with the same children and need")},
    {"depends_kr", N_("part of the adjusted effect that is lost if these positions stay")},
    {"deviation_kr", N_("comparable effect less claim")},
    {"difference_kr", N_("baseline less accounts")},
    {"difference_percent", N_("the same as a share of the accounts")},
    {"direct_kr", N_("direct price: hours or positions taken away at their price")},
    {"down_kr", N_("change of the effect with the value ten per cent lower")},
    {"easing", N_("the step by which the limit is eased")},
    {"edit", N_("the step as a row of edits.csv")},
    {"effect_kr", N_("effect at equal cover; of a ledger line its part of the cash effect")},
    {"either_or", N_("the group of alternatives the measure belongs to")},
    {"empty_adjusted_h", N_("hours left empty beyond today's, positions adjusted")},
    {"empty_h", N_("hours left empty beyond today's")},
    {"empty_kept_h", N_("hours left empty beyond today's, positions kept")},
    {"empty_kr", N_("what it would cost to fill them")},
    {"evidence", N_("what the answer rests on")},
    {"extra_h", N_("paid hours on shifts by part-timers beyond their position")},
    {"file", N_("file of the assumed cell")},
    {"file_line", N_("line of the assumed cell in its file")},
    {"finding", N_("what is found of the rule, the cover, the line of the books or the question")},
    {"first_date", N_("first day of which the row speaks")},
    {"flags", N_("what else to know before quoting the figure")},
    {"forced_average_position_percent", N_("highest average position that today's weekend frequency allows: staffed "
                                           "FTE over the heads needed for weekends")},
    {"found_fte", N_("FTE found of those claimed, counted as the claim counts")},
    {"from", N_("first day on which the change holds")},
    {"fte", N_("leadership and teaching FTE of the school")},
    {"fte_basis", N_("how the claim counts FTE: gross or net")},
    {"fte_fewer", N_("contracted FTE fewer than without the measure, in the group or in all")},
    {"fte_per_100_pupils", N_("leadership and teaching FTE per 100 pupils")},
    {"fte_verdict", N_("claimed FTE against those found")},
    {"full_time_week_earned_h", N_("full-time week that the plan's night and Sunday hours give a right to")},
    {"full_time_week_used_h", N_("full-time week of the scenario")},
    {"full_timers_percent", N_("share of the heads in full positions")},
    {"full_year_cash_effect_kr", N_("cash_effect_kr of a full year")},
    {"full_year_compliant_kr", N_("compliant_kr of a full year")},
    {"full_year_direct_kr", N_("direct_kr of a full year")},
    {"full_year_effect_kr", N_("effect_kr of a full year")},
    {"full_year_empty_h", N_("empty_h of a full year")},
    {"full_year_empty_kr", N_("empty_kr of a full year")},
    {"full_year_gross_fte", N_("gross_fte of a full year")},
    {"full_year_net_fte", N_("net_fte of a full year")},
    {"gap", N_("people planned less people needed")},
    {"gone_by", N_("day by which the positions must be gone")},
    {"gross_fte", N_("hours of need taken away, over 52 full-time weeks")},
    {"group", N_("group of people; blank: all groups of the measure")},
    {"half_hour", N_("start of the half hour")},
    {"handover_h", N_("paid hours in which shifts overlap")},
    {"handover_kr", N_("what these hours cost as direct hours")},
    {"handover_min", N_("overlap between two shifts of the unit")},
    {"heads", N_("people with a contract")},
    {"heads_after", N_("heads of the adjusted plan with the measure")},
    {"heads_before", N_("heads of the adjusted plan without it")},
    {"heads_today", N_("heads of groups.csv")},
    {"holidays", N_("public holidays in the week")},
    {"idle_h", N_("contract hours that no shift needs")},
    {"in_order_kr", N_("what it saves beyond the measures before it")},
    {"joint_above_target_kr", N_("joint effect less the target")},
    {"joint_cash_kr", N_("joint_kr without the price of hours left empty")},
    {"joint_kr", N_("effect of all these measures at once")},
    {"kept_kr", N_("effect with positions kept, on the terms of the claim")},
    {"kr", N_("what the step adds; of a total the total")},
    {"last_date", N_("last day of which the row speaks")},
    {"last_kr", N_("what it saves beyond all the others")},
    {"leadership_fte", N_("leadership FTE of the school")},
    {"leaves_out", N_("lines of cost that the claim does not count")},
    {"left_h", N_("person-hours still missing after the step")},
    {"left_out_kr", N_("effect on the lines that the claim leaves out")},
    {"level", N_("category that the post asks for")},
    {"likelihood", N_("how likely, 1 to 5")},
    {"limit", N_("what the rule allows at most or at least")},
    {"limit_kind", N_("kind of limit that binds")},
    {"line", N_("line of cost")},
    {"main_reason", N_("step of the bridge that carries most of the difference")},
    {"main_reason_kr", N_("what that step adds")},
    {"measure", N_("code of the measure; blank: today")},
    {"measure_kr", N_("cost of the line with the measure")},
    {"measured", N_("what the plan does, to be held against the limit")},
    {"measures", N_("number of measures added up")},
    {"mended_h", N_("person-hours no longer missing after the step")},
    {"method", N_("how the answer was found")},
    {"modelled_adjusted_kr", N_("effect of the year with positions adjusted")},
    {"modelled_kept_kr", N_("effect of the year with positions kept")},
    {"month_later_kr", N_("what a month's delay takes from the year's effect")},
    {"more_fte", N_("contracted FTE that must go beyond those the measure itself removes")},
    {"municipality", N_("municipality of the school")},
    {"municipality_mean_per_100", N_("mean FTE per 100 pupils of the municipality's schools of this kind")},
    {"need", N_("people needed, of weekdays as a mean over the days")},
    {"net_fte", N_("gross_fte with holiday and absence covered too")},
    {"night_h_per_week", N_("hours between 21 and 6 a week, of a full-time position")},
    {"norm", N_("people that the norm asks for, of weekdays the most")},
    {"norm_unkept_days", N_("days, at least, on which no plan keeps the norm")},
    {"norm_unkept_h", N_("person-hours missing from the norm in any plan")},
    {"note", N_("note of the scenario")},
    {"of", N_("which measures: those towards the target, those outside it, or all")},
    {"open_days", N_("days on which the unit is open")},
    {"order", N_("place in the order")},
    {"other_leadership_fte", N_("leadership FTE at the other municipality's level")},
    {"other_reading_verdict", N_("verdict if the claims' columns are read the other way")},
    {"other_teaching_fte", N_("teaching FTE at the other municipality's level")},
    {"overtime_h", N_("paid hours on shifts as overtime")},
    {"own_h", N_("contract hours worked on shifts in the week")},
    {"paid_h", N_("paid length of the shift")},
    {"paper_unit", N_("unit as the paper names it")},
    {"per_10_percent_kr", N_("change of the effect when the value changes by ten per cent")},
    {"person_hours_short", N_("person-hours by which the rule is missed")},
    {"planned", N_("people planned, of weekdays as a mean over the days")},
    {"planned_kr", N_("part of the year's claim that should be realised by the day reported")},
    {"population", N_("checked by the model, taken from the paper or neither")},
    {"position_percent", N_("size of the position")},
    {"positions", N_("which answer: positions kept or adjusted, or both")},
    {"positions_fte", N_("contracted FTE that go with the larger of the two effects")},
    {"printed_kr", N_("sum that the paper itself prints")},
    {"pupils", N_("pupils of the school")},
    {"question", N_("what to ask of whoever knows")},
    {"rank", N_("place by weight, 1 the heaviest")},
    {"read_between", N_("schools of the size curve between which the figure is read")},
    {"realised_kr", N_("what is reported as saved so far")},
    {"reason", N_("why, in words")},
    {"reason_kind", N_("whether the limit binds, was solved again or would mend what is missing")},
    {"remaining_kr", N_("year's claim less what is realised")},
    {"remark", N_("whether the group works a three-part rota, and whether the week used is right")},
    {"removed_fte", N_("contracted FTE that the measure's own edits remove")},
    {"responsibility", N_("cost centre, as the paper names it")},
    {"responsible", N_("role that answers for it")},
    {"risk", N_("code of the risk")},
    {"risk_value", N_("likelihood times consequence")},
    {"row", N_("key of the assumed row")},
    {"row_kind", N_("whether the row is a step or a total")},
    {"rows", N_("rows that the change touches")},
    {"rule", N_("rule that is checked")},
    {"rule_h", N_("adult hours that the ratio rule asks for")},
    {"rule_in_force", N_("whether the unit is staffed by this rule")},
    {"running_kr", N_("the claim and the steps so far")},
    {"saving_kr", N_("what easing the limit by that step saves in the year")},
    {"school", N_("code of the school")},
    {"school_group", N_("a school, schools joined or the whole municipality")},
    {"school_kind", N_("kind of school")},
    {"schools", N_("schools of the row")},
    {"shift", N_("code of the shift")},
    {"short", N_("people missing from the need")},
    {"short_days", N_("days on which people are missing from the need")},
    {"short_h", N_("person-hours of need that nobody works")},
    {"single_kr", N_("what it saves by itself")},
    {"singles_kr", N_("sum of what each saves by itself")},
    {"slack_kr", N_("cost with positions kept less cost with positions adjusted, no measure in force; blank where "
                    "hours stand empty")},
    {"source", N_("source of the row, or assumed")},
    {"source_of_rule", N_("law or agreement the rule stands in")},
    {"staffed_fte", N_("paid hours on shifts, by whomever, over 52 full-time weeks")},
    {"staffed_h", N_("paid hours on shifts, by whomever")},
    {"start", N_("first day of the measure")},
    {"status", N_("how far the measure has come, as the scenario says")},
    {"status_reason", N_("what the follow-up says")},
    {"step", N_("step of the bridge from the claim to the effect")},
    {"substitute_h", N_("paid hours on shifts by substitutes")},
    {"sunday_h_per_week", N_("Sunday and holiday hours a week that are no night hours, of a full-time position")},
    {"table", N_("table of the scenario that changes")},
    {"target_kr", N_("target of the settings")},
    {"teaching_fte", N_("teaching FTE of the school")},
    {"term", N_("period of the school year")},
    {"title", N_("name of what the row is about")},
    {"to", N_("last day on which the change holds")},
    {"to_date", N_("day to which realised_kr is reported")},
    {"today_kr", N_("cost of today's rota in the year")},
    {"type", N_("type of position of the catalogue")},
    {"unit", N_("unit of the scenario")},
    {"up_kr", N_("change of the effect with the value ten per cent higher")},
    {"value", N_("value of the change")},
    {"value_needed", N_("value at which the claim would be found")},
    {"value_now", N_("value as it stands")},
    {"variable_percent", N_("share of the staffed hours that extra hours, substitutes, overtime and agency work")},
    {"varied", N_("what is varied to find it, all else unchanged")},
    {"verdict", N_("claim against effect")},
    {"week", N_("ISO week")},
    {"weekday", N_("weekday, or a public holiday")},
    {"weekend_heads", N_("people with weekend duty")},
    {"weekend_heads_needed", N_("people needed for the weekend posts at today's weekend frequency")},
    {"weekend_posts", N_("people on duty on a Saturday or Sunday, mean over the year")},
    {"weekends_per_person", N_("weekends worked in the year per person with weekend duty")},
    {"weeks", N_("calendar weeks in which the limit binds")},
    {"what_it_is", N_("what the row compares")},
    {"where", N_("rows that the change is for")},
    {"why", N_("the reasons for the verdict, in words")},
    {"window", N_("window of the day")},
    {"worst_adults", N_("adults planned in the worst half hour")},
    {"worst_children", N_("children present in it")},
    {"worst_children_per_adult", N_("children per adult in it")},
    {"worst_date", N_("its date")},
    {"worst_hour", N_("when it begins")},
    {"year", N_("calendar year; blank: a full year")},
};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static int compare_entries(const void *name, const void *entry) {
  return strcmp(name, ((const struct entry *)entry)->name);
}

const char *glossary_meaning(const char *column) {
  const struct entry *entry = bsearch(column, columns, COLUMN_COUNT, sizeof *columns, compare_entries);
  return entry ? _(entry->meaning) : NULL;
}

const char *glossary_column(size_t index) { return index < COLUMN_COUNT ? columns[index].name : NULL; }

// A list of codes under the columns that hold it: code, what people read, and what it means where that says more.
static void print_codes(struct arena *arena, FILE *to) {
  struct label_entry entry;
  const char *list = "";
  for (size_t i = 0; label_entry_at(i, &entry); i++) {
    if (strcmp(list, entry.column) && strcmp(entry.column, "class_short"))
      fprintf(to, "\n### %s\n\n| %s | %s | %s |\n| --- | --- | --- |\n", entry.column, _("code"), _("label"),
              _("meaning"));
    list = entry.column;
    if (!strcmp(entry.column, "class_short")) // class in fewer letters
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
  for (size_t i = 0; i < COLUMN_COUNT; i++)
    fprintf(to, "| `%s` | %s | %s |\n", columns[i].name, label_of_column(arena, columns[i].name),
            _(columns[i].meaning));
  fprintf(to, "\n## %s\n", _("Codes"));
  print_codes(arena, to);
}
