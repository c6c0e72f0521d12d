// SPDX-License-Identifier: GPL-3.0-or-later
// The labels that people read for the codes of a result. Used by src/report/label_of.c.
#include "audit/rules.h"
#include "base/language.h"
#include "report/labels_parts.h"

static const struct label positions_labels[] = {
    {"kept", N_("kept")}, {"adjusted", N_("adjusted")}, {"both", N_("both")}, {NULL, NULL}};

static const struct label verdict_labels[] = {{"no_claim", N_("no claim")},
                                              {"not_reached", N_("not reached")},
                                              {"only_if_more_go", N_("only if more positions are removed")},
                                              {"follows_from_decision", N_("follows from the posts it removes")},
                                              {"reached", N_("reached without anybody leaving")},
                                              {"more_than_claimed", N_("more than claimed")},
                                              {"cost_dearer", N_("costs more than claimed")},
                                              {"cost_as_claimed", N_("costs as claimed")},
                                              {"cost_cheaper", N_("costs less than claimed")},
                                              {"taken_over", N_("not checked, taken from the paper")},
                                              {"taken_over_doubted", N_("not checked, doubted by the paper itself")},
                                              {"not_testable", N_("not testable")},
                                              {NULL, NULL}};

static const struct label cover_labels[] = {{"kept", N_("as today")},
                                            {"lowered", N_("lowered, still above the minimum")},
                                            {"below_norm", N_("below the norm")},
                                            {"hours_empty", N_("hours left empty")},
                                            {"hours_empty_today", N_("hours empty as today")},
                                            {NULL, NULL}};

static const struct label evidence_labels[] = {{"documented", N_("documented")},
                                               {"partly_assumed", N_("partly assumed")},
                                               {"illustration", N_("an illustration")},
                                               {NULL, NULL}};

static const struct label population_labels[] = {{"modelled", N_("checked by the model")},
                                                 {"taken_over", N_("taken from the paper, not checked")},
                                                 {"not_testable", N_("not testable")},
                                                 {"all", N_("all together")},
                                                 {NULL, NULL}};

static const struct label fte_verdict_labels[] = {{"as_claimed", N_("as claimed")},
                                                  {"fewer", N_("fewer than claimed")},
                                                  {"more", N_("more than claimed")},
                                                  {NULL, NULL}};

static const struct label class_labels[] = {{"none", N_("nothing saved")},
                                            {"efficiency", N_("efficiency: the same cover for less")},
                                            {"fewer_filled_places", N_("lower staffing, still above the minimum")},
                                            {"below_norm", N_("below the norm")},
                                            {"amount", N_("plain amount")},
                                            {"income", N_("income")},
                                            {"one_off", N_("once only")},
                                            {NULL, NULL}};

// The same, shortened for a terminal.
static const struct label class_short_labels[] = {{"none", N_("nothing saved")},
                                                  {"efficiency", N_("efficiency")},
                                                  {"fewer_filled_places", N_("fewer places")},
                                                  {"below_norm", N_("below norm")},
                                                  {"amount", N_("amount")},
                                                  {"income", N_("income")},
                                                  {"one_off", N_("one-off")},
                                                  {NULL, NULL}};

static const struct label flag_labels[] = {{"below_norm", N_("below the norm")},
                                           {"short_of_staff", N_("more hours short of staff")},
                                           {"norm_cannot_be_kept", N_("the norm cannot be kept")},
                                           {"lowers_a_norm", N_("lowers a norm itself")},
                                           {"removes_fte", N_("removes FTE itself")},
                                           {"needs_fte_to_go", N_("needs more FTE to go")},
                                           {"counted_twice", N_("counted twice with another measure")},
                                           {"claim_a_thousandth", N_("claim like a thousandth of what is found")},
                                           {"claim_a_thousandfold", N_("claim like a thousand times what is found")},
                                           {"claim_of_opposite_sign", N_("claim of the opposite sign")},
                                           {"starts_later_than_claimed", N_("starts later than claimed")},
                                           {"fte_differs", N_("FTE differ")},
                                           {"no_start_date", N_("no start date")},
                                           {"not_realised", N_("given up")},
                                           {"not_checked", N_("not checked")},
                                           {"dates_give_other_amount", N_("its dates give another amount")},
                                           {"rests_on_assumptions", N_("rests on assumptions")},
                                           {"in_force_before_first_year", N_("in force before the first year")},
                                           {NULL, NULL}};

static const struct label basis_labels[] = {
    {"in_year", N_("within the year")}, {"full_year", N_("full year")}, {NULL, NULL}};

static const struct label claims_are_labels[] = {{"incremental", N_("cumulative (added to the previous year)")},
                                                 {"base", N_("against today's budget")},
                                                 {NULL, NULL}};

static const struct label fte_basis_labels[] = {{"gross", N_("gross")}, {"net", N_("net")}, {NULL, NULL}};

static const struct label of_labels[] = {{"target", N_("those towards the target")},
                                         {"outside", N_("those outside it")},
                                         {"all", N_("all measures")},
                                         {NULL, NULL}};

static const struct label line_labels[] = {{"base_pay", N_("base pay")},
                                           {"evening", N_("evening supplement")},
                                           {"night", N_("night supplement")},
                                           {"weekend", N_("weekend supplement")},
                                           {"holiday", N_("public holiday supplement")},
                                           {"duty", N_("split days and passive duty")},
                                           {"extra", N_("extra hours")},
                                           {"substitutes", N_("substitutes")},
                                           {"overtime", N_("overtime")},
                                           {"agency", N_("agency")},
                                           {"sick_pay", N_("sick pay")},
                                           {"sick_refund", N_("sick pay refund")},
                                           {"holiday_pay", N_("holiday pay")},
                                           {"pension", N_("pension")},
                                           {"employer_tax", N_("employer tax")},
                                           {"compensation", N_("agreed compensation")},
                                           {"purchases", N_("purchases")},
                                           {"income", N_("income")},
                                           {"grant", N_("grants and refunds")},
                                           {"other", N_("other")},
                                           {"total", N_("total")},
                                           {"supplements", N_("supplements")}, // left out by a claim
                                           {"absence", N_("absence")},
                                           {"on_costs", N_("on-costs")},
                                           {"empty_hours", N_("hours left empty")}, // for data.csv from here on
                                           {"own_h", N_("own staff within contract")},
                                           {"extra_h", N_("extra hours of part-timers")},
                                           {"substitute_h", N_("substitutes' hours")},
                                           {"overtime_h", N_("hours of overtime")},
                                           {"agency_h", N_("agency hours")},
                                           {"contracted_fte", N_("positions")},
                                           {NULL, NULL}};

// Reasons between claim and model: steps of bridge.csv, also in why.csv beside the limits.
#define REASON_LABELS                                                                                                  \
  {"calendar", N_("start date")}, {"hours", N_("hours taken away")},                                                   \
      {"direct_price", N_("claim against direct price")},                                                              \
      {"holiday_and_absence_cover", N_("cover for holidays and sickness")},                                            \
      {"positions", N_("positions that stay or go")}, {"variable_hours", N_("hours beyond contract")},                 \
      {"released", N_("what is released")}, {"amounts", N_("plain amounts")},                                          \
      {"missing_cover", N_("hours left empty")}, {"within_tolerance", N_("within the tolerance")}, {                   \
    "left_out", N_("what the claim leaves out")                                                                        \
  }

static const struct label step_labels[] = {{"claimed", N_("claimed")},
                                           REASON_LABELS,
                                           {"comparable", N_("modelled, as claimed")},
                                           {"modelled", N_("modelled")},
                                           {"rota", N_("what whole people and rest rules cost")},
                                           {"with_rota", N_("modelled, from rota to rota")},
                                           {NULL, NULL}};

static const struct label rota_change_labels[] = {
    {"off_holiday", N_("off on the holiday")}, {"called", N_("works in place of others")}, {NULL, NULL}};

static const struct label rota_verdict_labels[] = {{"still_holds", N_("holds with a rota")},
                                                   {"no_longer_holds", N_("does not hold with a rota")},
                                                   {"holds_with_rota", N_("holds with a rota alone")},
                                                   {"not_reached", N_("not reached with a rota either")},
                                                   {NULL, NULL}};

static const struct label absence_cover_labels[] = {{"divisor", N_("one after the other")},
                                                    {"added", N_("added")},
                                                    {"multiplier", N_("an uplift on hours at work")},
                                                    {NULL, NULL}};

// The titles of working-time rules are in their records (audit/rules.h).
static const struct label rule_labels[] = {{"norm_planned", N_("need against the norm")},
                                           {"norm_lowered", N_("norm lowered by the measure")},
                                           {"cover", N_("cover")},
                                           {"unworked_shift", N_("shift that nobody works")},
                                           {"joined_shifts", N_("two shifts of one person on one day")},
                                           {NULL, NULL}};
static bool rule_label_at(size_t index, struct label *label) {
  if (index >= rule_record_count)
    return false;
  *label = (struct label){rule_records[index].code, rule_records[index].title};
  return true;
}

// Used in data.csv where other tables leave a cell blank (report/data.h).
static const struct label data_measure_labels[] = {{"(today)", N_("today")}, {NULL, NULL}};
static const struct label data_unit_labels[] = {
    {"(none)", N_("no unit")}, {"(several)", N_("several units")}, {NULL, NULL}};

// Units of the numbers of rules and of the scenario.
static const struct label counted_in_labels[] = {{"persons", N_("persons")},
                                                 {"h", N_("h")},
                                                 {"h_per_week", N_("h per week")},
                                                 {"h_per_day", N_("h per day")},
                                                 {"share", N_("share")},
                                                 {"shifts_per_week", N_("shifts per week")},
                                                 {"person_days", N_("person-days")},
                                                 {"weekends_per_year", N_("weekends per year")},
                                                 {"heads", N_("heads")},
                                                 {"weekends", N_("weekends")},
                                                 {"kr/h", N_("kr/h")},
                                                 {"kr/week", N_("kr/week")},
                                                 {"kr/year", N_("kr/year")},
                                                 {"h/week", N_("h/week")},
                                                 {"h/year", N_("h/year")},
                                                 {"date", N_("date")},
                                                 {"kr", N_("kr")},
                                                 {"fte", N_("FTE")},
                                                 {NULL, NULL}};

static const struct label weekday_labels[] = {
    {"mon", N_("Monday")}, {"tue", N_("Tuesday")},  {"wed", N_("Wednesday")}, {"thu", N_("Thursday")},
    {"fri", N_("Friday")}, {"sat", N_("Saturday")}, {"sun", N_("Sunday")},    {"holiday", N_("public holiday")},
    {NULL, NULL}};

static const struct label term_labels[] = {
    {"school", N_("school week")}, {"holiday", N_("school holiday")}, {"closed", N_("closed")}, {NULL, NULL}};

static const struct label school_kind_labels[] = {
    {"primary", N_("primary school")}, {"lower_secondary", N_("lower secondary school")}, {NULL, NULL}};

static const struct label reason_kind_labels[] = {
    {"bound", N_("what binds")}, {"solved", N_("solved again")}, {"mended", N_("what fixes it")}, {NULL, NULL}};

static const struct label row_kind_labels[] = {
    {"total", N_("total")}, {"step", N_("step")}, {"today", N_("today")}, {"saved", N_("saved")}, {NULL, NULL}};

static const struct label school_group_labels[] = {
    {"school", N_("school")}, {"joint", N_("schools joined")}, {"municipality", N_("municipality")}, {NULL, NULL}};

static const struct label agreement_labels[] = {{"law", N_("the law")},
                                                {"employee", N_("with the employee")},
                                                {"local", N_("with the union representatives")},
                                                {"authority", N_("Arbeidstilsynet")},
                                                {"central", N_("with a union with nomination rights")},
                                                {NULL, NULL}};

static const struct label status_labels[] = {{"not_started", N_("not started")}, {"under_way", N_("under way")},
                                             {"on_hold", N_("on hold")},         {"in_force", N_("in force")},
                                             {"realised", N_("realised")},       {"partly", N_("partly realised")},
                                             {"not_realised", N_("given up")},   {NULL, NULL}};

static const struct label rota_labels[] = {
    {"kept", N_("keeps every rule")}, {"broken", N_("breaks rules")},           {"none", N_("there is none")},
    {"undecided", N_("not decided")}, {"not_possible", N_("none can be made")}, {NULL, NULL}};
static const struct label rota_from_labels[] = {{"given", N_("rota.csv")}, {"made", N_("made here")}, {NULL, NULL}};

// Findings on a rule, on a window's cover, on a line of the accounts and on a reverse question.
static const struct label finding_labels[] = {{"kept", N_("held")},
                                              {"met", N_("met")},
                                              {"over", N_("over")},
                                              {"below_norm", N_("under the norm")},
                                              {"lowered", N_("lowered by the measure")},
                                              {"broken", N_("broken")},
                                              {"below_norm_today", N_("below the norm today")},
                                              {"mended", N_("mended")},
                                              {"no_shift", N_("no shift covers it")},
                                              {"short", N_("short")},
                                              {"bounded", N_("met on average only")},
                                              {"needs_rota", N_("needs a full rota to confirm")},
                                              {"not_worked", N_("never worked")},
                                              {"joined", N_("joined by the program")},
                                              {"not_applicable", N_("not applicable")},
                                              {"ok", N_("within the tolerance")},
                                              {"off", N_("OFF")},
                                              {"no_books", N_("nothing in the books")},
                                              {"found", N_("found")},
                                              {"outside_range", N_("outside the range")},
                                              {"not_testable", N_("not testable")},
                                              {"not_modelled", N_("not modelled")},
                                              {NULL, NULL}};

static const struct label table_labels[] = {{"settings", N_("settings")},
                                            {"categories", N_("categories")},
                                            {"pay", N_("pay")},
                                            {"supplements", N_("supplements")},
                                            {"rates", N_("rates")},
                                            {"units", N_("units")},
                                            {"shifts", N_("shifts")},
                                            {"need", N_("need")},
                                            {"norm", N_("norm")},
                                            {"groups", N_("groups")},
                                            {"absence", N_("absence")},
                                            {"sources", N_("sources of hours")},
                                            {"measures", N_("measures")},
                                            {"amounts", N_("plain amounts")},
                                            {"ratios", N_("staffing rules")},
                                            {"places", N_("places")},
                                            {"children", N_("children")},
                                            {"attendance", N_("attendance")},
                                            {"terms", N_("school terms")},
                                            {NULL, NULL}};

static const struct label change_labels[] = {
    {"set", N_("becomes")}, {"add", N_("plus")}, {"multiply", N_("times")}, {NULL, NULL}};

static const struct label method_labels[] = {{"slope", N_("by its slope")},
                                             {"solved", N_("solved again")},
                                             {"arithmetic", N_("by arithmetic")},
                                             {"not_asked", N_("not asked")},
                                             {NULL, NULL}};

static const struct label varied_labels[] = {{"sick_leave", N_("sick leave")},
                                             {"start", N_("start date")},
                                             {"substitute_price", N_("price of substitutes")},
                                             {"pay_level", N_("pay level")},
                                             {NULL, NULL}};

static const struct label limit_labels[] = {{"heads", N_("people")},
                                            {"weekend", N_("weekends")},
                                            {"shifts", N_("shifts")},
                                            {"supply", N_("hours on offer")},
                                            REASON_LABELS,
                                            {NULL, NULL}};

static const struct label tells_labels[] = {
    {"limit", N_("what binds")}, {"difference", N_("claim against model")}, {NULL, NULL}};

static const struct label regime_labels[] = {
    {"weekly", N_("fixed weekly rota")}, {"year", N_("year-round rota")}, {NULL, NULL}};

static const struct label proven_labels[] = {{"proven", N_("proven")},
                                             {"bound", N_("best found")},
                                             {"short_of_staff", N_("hours stay empty: nobody can go")},
                                             {"not_found", N_("nothing found")},
                                             {NULL, NULL}};

static const struct label decide_labels[] = {{"claim", N_("the claim of the year")},
                                             {"start", N_("gone when the measure starts")},
                                             {"nothing", N_("nobody has to go for the claim")},
                                             {NULL, NULL}};

static const struct label chance_verdict_labels[] = {
    {"reached", N_("reached")}, {"uncertain", N_("uncertain")}, {"not_reached", N_("not reached")}, {NULL, NULL}};

static const struct label booked_labels[] = {{"kept", N_("with positions kept")},
                                             {"adjusted", N_("with positions adjusted")},
                                             {"nothing", N_("nothing")},
                                             {NULL, NULL}};
static const struct label booked_as_labels[] = {{"staffing", N_("pay")},
                                                {"empty_hours", N_("hours left empty, to be filled")},
                                                {"amount", N_("plain amount")},
                                                {"nothing", N_("no line")},
                                                {NULL, NULL}};
static const struct label light_labels[] = {
    {"green", N_("green")}, {"amber", N_("amber")}, {"red", N_("red")}, {NULL, NULL}};
static const struct label entry_labels[] = {{"kr", N_("kr")}, {"1000_kr", N_("1000 kr")}, {NULL, NULL}};
static const struct label curve_place_labels[] = {
    {"on_curve", N_("on the curve")}, {"beaten", N_("beaten")}, {"other_need", N_("wants fewer hours")}, {NULL, NULL}};

static const struct label point_kind_labels[] = {
    {"today", N_("today")}, {"level", N_("level")}, {"measure", N_("measure")}, {NULL, NULL}};
static const struct label drawn_labels[] = {
    {"chance", N_("chance")}, {"chance_and_inputs", N_("chance and inputs")}, {NULL, NULL}};

static const struct label driver_labels[] = {
    {"chance", N_("chance")}, {"input", N_("input")}, {"together", N_("together")}, {NULL, NULL}};

static const struct label answer_labels[] = {{"yes", N_("yes")}, {"no", N_("no")}, {NULL, NULL}};

static const struct label figure_labels[] = {
    {"found_kept_percent", N_("share of the claim found, positions kept, %")},
    {"found_adjusted_percent", N_("share of the claim found, positions adjusted, %")},
    {"claimed_per_fte_kr", N_("claimed for one FTE, kr")},
    {NULL, NULL}};

// Which labels apply in which columns of results; all others hold codes of the user.
const struct label_list label_lists[] = {
    {.column = "positions", .labels = positions_labels},
    {.column = "verdict", .labels = verdict_labels},
    {.column = "other_reading_verdict", .labels = verdict_labels},
    {.column = "fte_verdict", .labels = fte_verdict_labels},
    {.column = "cover", .labels = cover_labels},
    {.column = "evidence", .labels = evidence_labels},
    {.column = "population", .labels = population_labels},
    {.column = "class", .labels = class_labels},
    {.column = "class_short", .labels = class_short_labels},
    {.column = "flags", .labels = flag_labels},
    {.column = "claimed_basis", .labels = basis_labels},
    {.column = "drawn_for", .labels = basis_labels},
    {.column = "chance_verdict", .labels = chance_verdict_labels},
    {.column = "chance_kept", .labels = chance_verdict_labels},
    {.column = "chance_adjusted", .labels = chance_verdict_labels},
    {.column = "curve_place", .labels = curve_place_labels},
    {.column = "point_kind", .labels = point_kind_labels},
    {.column = "drawn", .labels = drawn_labels},
    {.column = "driver", .labels = driver_labels},
    {.column = "claimed_for", .labels = basis_labels},
    {.column = "basis", .labels = basis_labels},
    {.column = "of", .labels = of_labels},
    {.column = "claims_are", .labels = claims_are_labels},
    {.column = "fte_basis", .labels = fte_basis_labels},
    {.column = "line", .labels = line_labels},
    {.column = "leaves_out", .labels = line_labels},
    {.column = "step", .labels = step_labels},
    {.column = "rota_verdict", .labels = rota_verdict_labels},
    {.column = "rota_change", .labels = rota_change_labels},
    {.column = "main_reason", .labels = step_labels},
    {.column = "rule", .labels = rule_labels, .further = rule_label_at},
    {.column = "absence_cover", .labels = absence_cover_labels},
    {.column = "counted_in", .labels = counted_in_labels},
    {.column = "measure", .labels = data_measure_labels},
    {.column = "unit", .labels = data_unit_labels},
    {.column = "weekday", .labels = weekday_labels},
    {.column = "term", .labels = term_labels},
    {.column = "school_kind", .labels = school_kind_labels},
    {.column = "reason_kind", .labels = reason_kind_labels},
    {.column = "row_kind", .labels = row_kind_labels},
    {.column = "school_group", .labels = school_group_labels},
    {.column = "agreement", .labels = agreement_labels},
    {.column = "status", .labels = status_labels},
    {.column = "finding", .labels = finding_labels},
    {.column = "table", .labels = table_labels},
    {.column = "change", .labels = change_labels},
    {.column = "rule_in_force", .labels = answer_labels},
    {.column = "counted", .labels = answer_labels},
    {.column = "figure", .labels = figure_labels},
    {.column = "regime", .labels = regime_labels},
    {.column = "method", .labels = method_labels},
    {.column = "limit_kind", .labels = limit_labels},
    {.column = "varied", .labels = varied_labels},
    {.column = "tells", .labels = tells_labels},
    {.column = "now_proven", .labels = proven_labels},
    {.column = "with_proven", .labels = proven_labels},
    {.column = "decide_for", .labels = decide_labels},
    {.column = "booked", .labels = booked_labels},
    {.column = "booked_as", .labels = booked_as_labels},
    {.column = "entry_in", .labels = entry_labels},
    {.column = "light", .labels = light_labels},
    {.column = "books_light", .labels = light_labels},
    {.column = "rota", .labels = rota_labels},
    {.column = "rota_from", .labels = rota_from_labels},
    {.column = "rota_best", .labels = answer_labels},
};
const size_t label_list_count = sizeof label_lists / sizeof *label_lists;
