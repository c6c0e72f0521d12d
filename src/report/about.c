// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/about.h"

#include <string.h>

#include "base/language.h"
#include "report/labels.h"

static const enum number_column coverage_filter[] = {NUMBER_short, NUMBER_below_norm, NUMBER_NONE};

static const struct table_about abouts[] = {
    {"overview", N_("All measures"),
     N_("Every measure by the claim it is judged by, what the model finds for the same, and why."), true, NULL},
    {"effects", N_("Effects by year"),
     N_("What each measure saves in each year, if positions are kept and if they are adjusted. A saving is "
        "positive."),
     true, NULL},
    {"ledger", N_("Ledger"), N_("Every line of cost before and after, by measure, year and answer."), true, NULL},
    {"coverage", N_("Cover day by day"), N_("Need, norm and plan for every day and window."), true, coverage_filter},
    {"comparison", N_("Comparison of rotas"), N_("The whole scenario today and with each measure."), true, NULL},
    {"units", N_("Units today"), N_("People, positions, weekends and idle hours of today's rota."), false, NULL},
    {"groups", N_("Groups today"), N_("Night and Sunday hours, and the full-time week they give a right to."), false,
     NULL},
    {"working_year", N_("A full-timer's year at work"),
     N_("From the hours of a full-time year to those at work, step by step, by category."), false, NULL},
    {"shifts", N_("Shifts"), N_("Which agreement the length of each shift takes."), false, NULL},
    {"redesign", N_("Rotas designed anew"),
     N_("Whole heads chosen from the catalogue. No rota under these rules costs less than the bound."), false, NULL},
    {"curve", N_("Children and adults by the half hour"),
     N_("Children present, adults needed and adults planned on days that are alike."), true, NULL},
    {"ratios", N_("Plans against every ratio rule"),
     N_("Adult hours each rule requires, and the shortfall. Extra adults in need.csv are not counted."), false, NULL},
    {"schools", N_("Comparison of schools"), N_("A benchmark, not a rota: leadership and teaching FTE."), false, NULL},
    {"weekdays", N_("Cover by weekday and window"),
     N_("People required and planned, means over the days of the year; gap is planned less required."), true, NULL},
    {"weeks", N_("Hours by source, week by week"), N_("Paid hours on shifts by source, and person-hours missing."),
     true, NULL},
    {"chance", N_("Years drawn by chance"),
     N_("Sick leave in spells, and whether those asked to come say yes, as drawn; need, prices and holidays as planned, unless the "
        "column drawn says that inputs are drawn too. The same luck with and without the measure."),
     true, NULL},
    {"chance_days", N_("Days below the norm, by chance"),
     N_("In how many of the years drawn so many days lie below the norm, today and with the measure."), true, NULL},
    {"drivers", N_("Where the spread comes from"),
     N_("Share of the variance of each measure's effect by chance and by input, and how its plans' effect changes with one input "
        "alone at its low and at its high."),
     true, NULL},
    {"unreplaced", N_("Absence that is not replaced"),
     N_("Hours left empty by replacement.csv and what that saves, apart from every measure; without a measure: today."),
     true, NULL},
    {"changes", N_("What the measures change"), N_("Every change to the tables of the baseline, with its source."),
     true, NULL},
    {"prices", N_("Effects in the kroner of each year and of the pay known"),
     N_("Where settlements are expected: each effect as it is counted, and the same with pay, supplements and on-costs "
        "divided by what the settlements raise the pay of today's positions by."),
     true, NULL},
    {"risks", N_("Risks"), N_("Likelihood times consequence, each from 1 to 5."), true, NULL},
    {"claims", N_("Claims and verdicts"),
     N_("Each claim by year, made comparable, with the verdict and the reason that carries most of the difference."),
     true, NULL},
    {"bridge", N_("From claimed to modelled"),
     N_("The reasons for the difference: none larger than what it explains, together they add up."), true, NULL},
    {"positions_sum", N_("Positions that can go, in sum"),
     N_("Whole positions from today's contracts: what can go with nothing changed and with each measure, what it saves, "
        "and the last day to decide."),
     true, NULL},
    {"positions", N_("Which positions can go"),
     N_("Whole positions from today's contracts, group by group, and the last days for decision and notice."), true,
     NULL},
    {"following_sum", N_("Positions adjusted, in sum"),
     N_("What hangs on positions that follow in any amount, by when they must be gone, and a month's delay."), true,
     NULL},
    {"following", N_("Positions adjusted, by group"),
     N_("From today's rota made as cheap as it can be (before) to the same with the measure (after)."), true, NULL},
    {"together", N_("The measures together"),
     N_("In order of start: stand-alone, incremental and last-in saving of each."), true, NULL},
    {"joint", N_("All measures at once"),
     N_("What they save at once, modelled and taken from the paper, beside the sum of what each saves by itself, the "
        "claims "
        "and the target."),
     true, NULL},
    {"sums", N_("What the measures come to"),
     N_("What the model can check and what is taken from the paper, towards the target and outside it: four sums that "
        "add "
        "up."),
     true, NULL},
    {"assumptions", N_("Most sensitive assumptions"),
     N_("Rows marked as assumed, ranked by how far the effect moves when they change by ten per cent."), true, NULL},
    {"reverse", N_("When would the claim be true?"),
     N_("The value at which the model finds just what is claimed, all else unchanged."), true, NULL},
    {"accounts", N_("Baseline against the accounts"),
     N_("Cost of the baseline compared with the accounts, line "
        "by line."),
     true, NULL},
    {"budget", N_("Budget lines"),
     N_("What to enter in the budget, by cost centre, function, art and year, and why: each year against the budget "
        "without any measure. How each measure is booked stands in measures.csv (booked)."),
     false, NULL},
    {"followup", N_("Follow-up"), N_("Planned and realised so far, by unit and status."), true, NULL},
    {"followup_months", N_("Follow-up by month"),
     N_("What is planned and modelled month by month of the year each measure is followed in, cumulated, and beside it what the books show against the same months before."),
     false, NULL},
    {"compliance", N_("Rules kept and broken"), N_("Planned need, cover and rules against law, norm and agreement."),
     true, NULL},
    {"rotas", N_("Base rotas"),
     N_("Is there a rota of whole people for the weeks without public holidays, what it leaves to others, and what it costs more "
        "than the plan."),
     true, NULL},
    {"rota_lines", N_("Lines of the base rotas"), N_("Every line week by week, a shift or - for each day."), true,
     NULL},
    {"data", N_("Data for pivots"),
     N_("One value a row, without totals: what today costs and what each measure saves of it, by unit, line, year and "
        "answer, in kroner, hours and FTE. Choose one of these in counted_in before adding up."),
     true, NULL},
    {"rota_year", N_("The rota through the year"),
     N_("What each line works on each date of the year, public holidays planned."), false, NULL},
    {"gathered", N_("Measures of all results"),
     N_("Every measure of every result, by the claim it is judged by; ranks among the measures checked of one country."),
     true, NULL},
    {"gathered_years", N_("Claims of all results by year"), N_("Every claim of every result, year by year."), true,
     NULL},
    {"gathered_sums", N_("Sums over all results"),
     N_("What the results come to, each by its own last year: what the model can check and what is taken from the paper. Years "
        "and countries are not added up."),
     true, NULL},
    {"gathered_verdicts", N_("Verdicts over all results"),
     N_("How many measures of how many results have each verdict."), true, NULL},
    {"gathered_outliers", N_("Outliers"), N_("Measures whose figure lies outside the fences of all that are compared."),
     true, NULL},
    {"gathered_left_out", N_("Left out"), N_("Folders that were named and are in no other table."), true, NULL},
    {"why", N_("Why the plan costs what it costs"),
     N_("Binding constraints, and the value of relaxing each by one step; then the reasons between claim and "
        "model."),
     true, NULL},
};

// Short titles, for those too long for a sheet name or with a character not allowed in it.
static const struct {
  const char *name, *title;
} short_titles[] = {
    {"claims", N_("Claims")},
    {"curve", N_("By the half hour")},
    {"chance_days", N_("Days below the norm, drawn")},
    {"following", N_("Positions adjusted")},
    {"following_sum", N_("Positions adjusted, sums")},
    {"prices", N_("Effects in fixed kroner")},
    {"ratios", N_("Ratio rules")},
    {"reverse", N_("What it would take")},
    {"why", N_("Binding constraints")},
    {"working_year", N_("A year at work")},
};

const char *table_short_title(const char *name) {
  for (size_t i = 0; i < sizeof short_titles / sizeof *short_titles; i++)
    if (!strcmp(short_titles[i].name, name))
      return short_titles[i].title;
  return NULL;
}

const struct table_about *table_about(struct arena *arena, const char *name) {
  for (size_t i = 0; i < sizeof abouts / sizeof *abouts; i++)
    if (!strcmp(abouts[i].name, name))
      return &abouts[i];
  struct table_about *about = arena_alloc(arena, sizeof *about);
  *about = (struct table_about){name, label_of_column(arena, name), "", false, NULL};
  return about;
}
