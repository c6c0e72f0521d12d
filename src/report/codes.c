// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/codes.h"

#include <stddef.h>
#include <string.h>

#include "base/language.h"

enum { CODE_WIDTH = 24 };

struct code {
  const char *code, *meaning;
};

static const struct code verdict_codes[] = {
    {"not_reached", N_("the effect is below the claim with positions kept and with positions that follow")},
    {"only_if_more_go", N_("reached only if positions go that the measure itself does not remove: more_fte")},
    {"follows_from_decision", N_("reached, and the measure itself removes positions: removed_fte")},
    {"reached", N_("reached, and nobody has to leave")},
    {"more_than_claimed", N_("the effect with positions kept is larger than the claim")},
    {"cost_dearer", N_("claimed as a cost, and costs more")},
    {"cost_as_claimed", N_("claimed as a cost, and costs as much")},
    {"cost_cheaper", N_("claimed as a cost, and costs less")},
    {"taken_over", N_("an amount of the paper, of which only the dates are checked")},
    {"taken_over_doubted", N_("the same, and the source itself doubts it")},
    {"not_testable", N_("nothing says what changes, or it cannot be carried out: reason")},
    {"no_claim", N_("nothing is claimed")},
    {NULL, NULL}};

static const struct code cover_codes[] = {
    {"kept", N_("as many are wanted as today, and nobody more is missing")},
    {"lowered", N_("lower need, still above the minimum")},
    {"below_norm", N_("a norm is undercut by the need or by the people on duty")},
    {"hours_empty", N_("more hours stand empty than today: empty_kept_h, empty_adjusted_h")},
    {"hours_empty_today", N_("hours stand empty as they do today")},
    {NULL, NULL}};

static const struct code evidence_codes[] = {
    {"documented", N_("need, contracts and edits (or amounts) name documents")},
    {"partly_assumed", N_("some of these rows name none")},
    {"illustration", N_("more than half of the need or contracts of a unit (or of the amounts) name none")},
    {NULL, NULL}};

static const struct code population_codes[] = {{"modelled", N_("priced by solving the staffing year")},
                                               {"taken_over", N_("amounts of the paper")},
                                               {"not_testable", N_("neither")},
                                               {NULL, NULL}};

static const struct code fte_codes[] = {{"as_claimed", N_("claimed FTE are found, within tolerance_percent")},
                                        {"fewer", N_("fewer are found: found_fte")},
                                        {"more", N_("more are found: found_fte")},
                                        {NULL, NULL}};

static const struct code proven_codes[] = {
    {"proven", N_("no other choice of whole positions saves more")},
    {"bound", N_("the search ended at its count of nodes: another choice may save more_kr more")},
    {"short_of_staff", N_("more hours stay empty than today even with everybody there: nobody can go")},
    {"not_found", N_("the search failed: nobody is said to go")},
    {NULL, NULL}};

static const struct code chance_codes[] = {
    {"reached", N_("reached in so many of 100 years drawn as the setting sure_percent says")},
    {"not_reached", N_("reached in no more than the rest of them")},
    {"uncertain", N_("in between")},
    {NULL, NULL}};

static const struct code curve_codes[] = {
    {"on_curve", N_("no level of levels.csv is both cheaper and at least as well covered")},
    {"beaten", N_("beaten_by is cheaper or better covered, and in nothing worse, by more than chance")},
    {"other_need", N_("a measure that wants fewer hours, wanted_less_h: held against no level")},
    {NULL, NULL}};

static const struct code drawn_codes[] = {
    {"chance", N_("the years' luck alone, with every input as it stands")},
    {"chance_and_inputs", N_("the inputs are drawn too, and the plans made again for them")},
    {NULL, NULL}};

static const struct code driver_codes[] = {
    {"chance", N_("the years' luck")},
    {"input", N_("a number of the scenario that is drawn, or several that share a cause")},
    {"together", N_("inputs too small to be told apart, and what inputs and luck do only together")},
    {NULL, NULL}};

static const struct code decide_codes[] = {
    {"claim", N_("decide_by is the last day on which the claim of first_year still holds")},
    {"start", N_("the last day for all to be gone when the measure starts")},
    {"nothing", N_("the claim holds although all stay")},
    {NULL, NULL}};

// Columns, not codes: whose heads and FTE they count.
static const struct code position_columns[] = {
    {"heads_today", N_("people as groups.csv has them")},
    {"heads_now, now_fte", N_("of these, whole positions that can go with nothing changed: in no measure")},
    {"heads_cut", N_("taken away by the measure's own edits")},
    {"heads_with", N_("whole positions that can go with the measure, beside those")},
    {"freed_heads, freed_fte", N_("what the measure frees: cut and with, less now")},
    {"following.csv", N_("from a rota made anew (before) to one made anew with the measure (after), in any amount")},
    {NULL, NULL}};

static const struct {
  const char *column;
  const struct code *codes;
} lists[] = {{"verdict", verdict_codes},       {"cover", cover_codes},       {"evidence", evidence_codes},
             {"population", population_codes}, {"fte_verdict", fte_codes},   {"now_proven, with_proven", proven_codes},
             {"chance_verdict", chance_codes}, {"curve_place", curve_codes}, {"drawn", drawn_codes},
             {"driver", driver_codes},         {"decide_for", decide_codes}, {"positions.csv", position_columns}};

void codes_print(FILE *to) {
  fprintf(
      to, "\n%s\n",
      _("Codes in result files. Effects (effect_kr, kept_kr, adjusted_kr, joint_kr) are at equal cover: hours left\n"
        "empty beyond today's are priced. Columns with cash in their name are without that price."));
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    fprintf(to, "  %s\n", lists[i].column);
    for (const struct code *code = lists[i].codes; code->code; code++)
      fprintf(to, "    %-*s %s\n", CODE_WIDTH, code->code, _(code->meaning));
  }
}

const char *code_meaning(const char *column, const char *code) {
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    for (const struct code *at = lists[i].codes; at->code && !strcmp(lists[i].column, column); at++)
      if (!strcmp(at->code, code))
        return _(at->meaning);
  return NULL;
}
