// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options_parts.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "audit/chance.h"
#include "base/language.h"
#include "calendar/date.h"
#include "calendar/fiscal.h"
#include "chance/estimate.h"
#include "chance/stream.h"
#include "rota/problem.h"
#include "text/cell.h"

enum { JOBS_MOST = 1024, FTE_MOST_MILLI = 10000000 };

const struct command_record command_records[COMMANDS] = {
    [COMMAND_RUN] = {"run", "SCENARIO...", N_("solve the years and tell what every measure saves"), 1, INT32_MAX},
    [COMMAND_COMPARE] = {"compare", "SCENARIO...", N_("compare rotas: today's and that of every measure"), 1,
                         INT32_MAX},
    [COMMAND_NEED] = {"need", "SCENARIO...",
                      N_("tell how many people it takes: posts, hours, FTE and heads, without pay, rates or measures"),
                      1, INT32_MAX},
    [COMMAND_ROTA] = {"rota", "SCENARIO [MEASURE]",
                      N_("lay out a base rota, a line for each person, or check the one of rota.csv, and price it"), 1,
                      2},
    [COMMAND_CHECK] = {"check", "SCENARIO...", N_("read and validate only"), 1, INT32_MAX},
    [COMMAND_NEW] = {"new", "DIR|FILE.xlsx",
                     N_("create a sample scenario, with comments, as CSV files or as a "
                        "workbook"),
                     1, 1},
    [COMMAND_COLUMNS] = {"columns", "", N_("explain every table and column of a scenario"), 0, 0},
    [COMMAND_WORDS] = {"words", "", N_("print the words and result columns, each with its meaning"), 0, 0},
    [COMMAND_EXPLAIN] = {"explain", "SCENARIO [MEASURE]", N_("explain a measure: changes, breaches, causes and fixes"),
                         1, 2},
    [COMMAND_CLAIMS] =
        {"claims", "FILE",
         N_("take a council paper's table (CSV, .xlsx, .ods) into a scenario, or give it back with verdicts"), 1, 1},
    [COMMAND_LEVELS] =
        {"levels", "SCENARIO",
         N_("vary the positions of a unit in steps and draw years: cost against empty hours, level by level"), 1, 1},
    [COMMAND_GATHER] = {"gather", "RESULT...",
                        N_("merge results of run, without solving: one table over all, sums, ranks and outliers"), 1,
                        INT32_MAX},
    [COMMAND_MODEL] = {"model", "SCENARIO [MEASURE]", N_("write the exact model solved, for another solver"), 1, 2},
};

static const char *take_output(struct options *options, const char *argument) {
  options->output = argument;
  options->output_given = true;
  return *argument ? NULL : _("name a folder");
}

static const char *take_csv(struct options *options, const char *argument) {
  bool rfc4180 = strcmp(argument, "rfc4180") == 0;
  options->csv_given = true;
  options->csv = rfc4180 ? CSV_RFC4180 : CSV_OF_SCENARIO;
  return rfc4180 || strcmp(argument, "scenario") == 0 ? NULL : _("write scenario or rfc4180");
}

static const char *take_strict(struct options *options, const char *argument) {
  (void)argument;
  options->strict = true;
  return NULL;
}

static const char *take_only_changed(struct options *options, const char *argument) {
  (void)argument;
  options->only_changed = true;
  return NULL;
}

static bool whole_number(const char *argument, int64_t least, int64_t most, int64_t *number) {
  const char *ignored;
  return cell_decimal(argument, '.', 0, number, &ignored) && *number >= least && *number <= most;
}

// K/N; where it is more than there are scenarios, take_words says so.
static const char *take_part(struct options *options, const char *argument) {
  char kth[12];
  int64_t part = 0, parts = 0;
  const char *slash = strchr(argument, '/');
  size_t length = slash ? (size_t)(slash - argument) : sizeof kth;
  bool read = length < sizeof kth;
  if (read) {
    memcpy(kth, argument, length);
    kth[length] = '\0';
    read = whole_number(slash + 1, 1, INT32_MAX, &parts) && whole_number(kth, 1, parts, &part);
  }
  options->part = (int)part;
  options->parts = (int)parts;
  return read ? NULL : _("write which part of how many, as 3/50");
}

static const char *take_verbose(struct options *options, const char *argument) {
  (void)argument;
  options->verbose = true;
  return NULL;
}

static const char *take_json(struct options *options, const char *argument) {
  (void)argument;
  options->json = true;
  return NULL;
}

static const char *take_full(struct options *options, const char *argument) {
  (void)argument;
  options->full = true;
  return NULL;
}

static const char *take_quiet(struct options *options, const char *argument) {
  (void)argument;
  options->quiet = true;
  return NULL;
}

static const char *take_from(struct options *options, const char *argument) {
  options->from = argument;
  return *argument ? NULL : _("name a scenario");
}

bool option_fte_read(const char *argument, int64_t *fte_milli) {
  const char *ignored;
  char decimal = strchr(argument, ',') ? ',' : '.';
  return cell_decimal(argument, decimal, 3, fte_milli, &ignored) && *fte_milli >= 0 && *fte_milli <= FTE_MOST_MILLI;
}

static const char *take_to(struct options *options, const char *argument) {
  return option_fte_read(argument, &options->to_milli) ? NULL : _("write positions in FTE, as 12 or 12.5");
}

static const char *take_step(struct options *options, const char *argument) {
  return option_fte_read(argument, &options->step_milli) && options->step_milli > 0
             ? NULL
             : _("write a step in FTE, as 1 or 0.5");
}

static const char *take_kind(struct options *options, const char *argument) {
  options->kind = kind_named(argument);
  return options->kind
             ? NULL
             : _("write ward, nursing-home, home-care, group-home, sfo, kindergarten, school, fire or office");
}

static const char *take_units(struct options *options, const char *argument) {
  int64_t units;
  if (!whole_number(argument, 1, KIND_UNITS_MOST, &units))
    return _("write how many units, from 1 to 50");
  options->units = (int)units;
  return NULL;
}

static const char *take_places(struct options *options, const char *argument) {
  int64_t places;
  if (!whole_number(argument, 1, INT32_MAX, &places))
    return _("write how many places each unit has, as 24");
  options->places = (int)places;
  return NULL;
}

static const char *take_jobs(struct options *options, const char *argument) {
  int64_t jobs;
  if (!whole_number(argument, 1, JOBS_MOST, &jobs))
    return _("write how many pieces of work may be solved at a time, as 2");
  options->jobs = (int)jobs;
  return NULL;
}

static const char *take_time_limit(struct options *options, const char *argument) {
  return whole_number(argument, 1, INT32_MAX, &options->seconds) ? NULL : _("write a whole number of seconds");
}

static const char *take_memory_limit(struct options *options, const char *argument) {
  return whole_number(argument, 1, INT32_MAX, &options->memory_mb) ? NULL : _("write a whole number of megabytes");
}

static const char *take_draws(struct options *options, const char *argument) {
  return whole_number(argument, 1, CHANCE_DRAWS_MOST, &options->draws)
             ? NULL
             : _("write how many years are drawn, from 1 to 1000000, as 1000");
}

static const char *take_input_draws(struct options *options, const char *argument) {
  return whole_number(argument, 0, CHANCE_INPUT_DRAWS_MOST, &options->input_draws)
             ? NULL
             : _("write how many times inputs are drawn, from 0 (never) to 10000, as 200");
}

static const char *take_input_solved(struct options *options, const char *argument) {
  return whole_number(argument, ESTIMATE_KNOWN_LEAST, CHANCE_INPUT_DRAWS_MOST, &options->input_solved)
             ? NULL
             : _("write for how many draws of the inputs the plans are made again, from 8 to 10000, as 40");
}

static const char *take_seed(struct options *options, const char *argument) {
  return whole_number(argument, 0, INT32_MAX, &options->seed) ? NULL : _("write a whole number, 0 or more");
}

static const char *take_precision(struct options *options, const char *argument) {
  int64_t milli = 0;
  const char *ignored;
  if (!cell_decimal(argument, '.', 3, &milli, &ignored) || milli < 1 || milli > 100000)
    return _("write a percentage above 0, up to 100, as 1 or 0.5");
  options->precision = (double)milli / 1000 / 100;
  return NULL;
}

static const char *take_lp(struct options *options, const char *argument) {
  options->lp_file = argument;
  return *argument ? NULL : _("name a file");
}

static const char *take_mps(struct options *options, const char *argument) {
  options->mps_file = argument;
  return *argument ? NULL : _("name a file");
}

static const char *take_unit(struct options *options, const char *argument) {
  options->unit = argument;
  return *argument ? NULL : _("name a unit of the scenario");
}

static const char *take_year(struct options *options, const char *argument) {
  int64_t year = 0;
  const char *ignored;
  bool read = fiscal_year_read(argument, &year) || cell_decimal(argument, '.', 0, &year, &ignored);
  if (!read || year < YEAR_FIRST || year > YEAR_LAST)
    return _("write a year of the scenario, as 2024, or 2024/25 where that is a fiscal year");
  options->year = (int)year;
  return NULL;
}

static const char *take_positions(struct options *options, const char *argument) {
  bool adjusted = strcmp(argument, "adjusted") == 0;
  options->positions = adjusted ? POSITIONS_ADJUSTED : POSITIONS_KEPT;
  return adjusted || strcmp(argument, "kept") == 0 ? NULL : _("write kept or adjusted");
}

static const char *take_before(struct options *options, const char *argument) {
  (void)argument;
  options->before = true;
  return NULL;
}

static const char *take_days(struct options *options, const char *argument) {
  (void)argument;
  options->days = true;
  return NULL;
}

static const char *take_weeks(struct options *options, const char *argument) {
  int64_t weeks;
  if (!whole_number(argument, 1, ROTA_WEEKS_MOST, &weeks))
    return _("write how many weeks the rota has, 1 to 52");
  options->weeks = (int)weeks;
  return NULL;
}

static const char *take_anew(struct options *options, const char *argument) {
  (void)argument;
  options->anew = true;
  return NULL;
}

static const char *take_calendar(struct options *options, const char *argument) {
  (void)argument;
  options->calendar = true;
  return NULL;
}

static const char *take_into(struct options *options, const char *argument) {
  options->into = argument;
  return *argument ? NULL : _("name a scenario");
}

static const char *take_back(struct options *options, const char *argument) {
  options->back = argument;
  return *argument ? NULL : _("name a file");
}

static const char *take_sheet(struct options *options, const char *argument) {
  options->sheet = argument;
  return *argument ? NULL : _("name a sheet of the workbook");
}

static const char *take_claims_in(struct options *options, const char *argument) {
  static const struct {
    const char *word;
    int digits;
  } words[] = {{"kr", 0},  {"1000", 3},       {"1000 kr", 3},  {"1 000 kr", 3},
               {"tkr", 3}, {"million kr", 6}, {"mill. kr", 6}, {"mkr", 6}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (!strcmp(argument, words[i].word)) {
      options->claims_in_digits = words[i].digits;
      return NULL;
    }
  return _("write kr, \"1000 kr\" or \"million kr\"");
}

static const char *take_savings_are(struct options *options, const char *argument) {
  bool negative = strcmp(argument, "negative") == 0;
  options->savings_are = negative ? PAPER_SAVINGS_NEGATIVE : PAPER_SAVINGS_POSITIVE;
  return negative || strcmp(argument, "positive") == 0 ? NULL : _("write positive or negative");
}

static bool is_named(const struct options *options, enum language language) {
  for (int l = 0; l < options->language_count; l++)
    if (options->languages[l] == language)
      return true;
  return false;
}

// "nb", or "nb,en": each once.
static bool read_languages(struct options *options, const char *list) {
  options->language_count = 0;
  for (const char *at = list;; at++) {
    char code[8] = "";
    size_t length = strcspn(at, ",");
    enum language language;
    if (length < sizeof code)
      memcpy(code, at, length);
    if (!language_of_code(code, &language) || is_named(options, language))
      return false;
    options->languages[options->language_count++] = language;
    at += length;
    if (!*at)
      return true;
  }
}

static const char *take_language(struct options *options, const char *argument) {
  if (!read_languages(options, argument))
    return _("write nb or en, or with run both: nb,en");
  if (!language_insist(options->languages[0]))
    fputs("rotacost: the Norwegian texts are missing (locale/ beside the program's folder, or a locale but C): texts "
          "in English\n",
          stderr);
  return NULL;
}

enum {
  FOR_RUN = 1 << COMMAND_RUN,
  FOR_COMPARE = 1 << COMMAND_COMPARE,
  FOR_NEED = 1 << COMMAND_NEED,
  FOR_CHECK = 1 << COMMAND_CHECK,
  FOR_NEW = 1 << COMMAND_NEW,
  FOR_MODEL = 1 << COMMAND_MODEL,
  FOR_EXPLAIN = 1 << COMMAND_EXPLAIN,
  FOR_ROTA = 1 << COMMAND_ROTA,
  FOR_CLAIMS = 1 << COMMAND_CLAIMS,
  FOR_LEVELS = 1 << COMMAND_LEVELS,
  FOR_GATHER = 1 << COMMAND_GATHER,
  FOR_SOLVING = FOR_RUN | FOR_COMPARE | FOR_EXPLAIN | FOR_LEVELS,
  FOR_ALL = (1 << COMMANDS) - 1,
};

const struct option_record option_records[] = {
    {"output", 'o', "DIR", FOR_RUN | FOR_ROTA | FOR_LEVELS | FOR_GATHER, take_output,
     N_("put results into DIR/<scenario>/ (output); rota: write DIR/<scenario>-rota/rota.csv, in the form that is read; "
        "levels: write DIR/<scenario>-levels/levels.csv and levels.html; gather: put them into DIR itself (gathered)")},
    {"draws", 0, "N", FOR_RUN | FOR_LEVELS, take_draws,
     N_("live through N years with sick leave and answers of substitutes drawn by chance, with and without each measure "
        "(none), or at each level (1000)")},
    {"seed", 0, "N", FOR_RUN | FOR_LEVELS, take_seed, N_("with --draws: the same seed draws the same years (1)")},
    {"precision", 0, "PERCENT", FOR_RUN | FOR_LEVELS, take_precision,
     N_("draw only until the error of a mean is so much of the claim (levels: of what a step's positions cost), at the "
        "most --draws (1000)")},
    {"quiet", 'q', NULL, FOR_RUN | FOR_GATHER, take_quiet, N_("print no table, only problems")},
    {"full", 0, NULL, FOR_RUN, take_full,
     N_("write every table into report.html, to print or mail as one page, and no details.html; and print all that is "
        "told of each measure below the table")},
    {"json", 0, NULL, FOR_RUN, take_json, N_("print one JSON document for programs and no tables (docs/json.md)")},
    {"input-draws", 0, "N", FOR_RUN, take_input_draws,
     N_("with --draws: draw numbers of rows marked assumed, or with low and high, N times, for the year each measure is judged "
        "by; the years drawn are spread over them (200; 0: never)")},
    {"input-solved", 0, "N", FOR_RUN, take_input_solved,
     N_("of these, make the plans again for N, evenly spread; the effect in the others is estimated from its slope, and the "
        "estimate set right by those N (16)")},
    {"only-changed", 0, NULL, FOR_RUN, take_only_changed,
     N_("leave out a scenario whose results are whole and were made of the same files, by the same version, with the same options")},
    {"part", 0, "K/N", FOR_RUN, take_part,
     N_("of the scenarios named only the K-th and every N-th after it, into the folders in which all of them would be: N machines share "
        "a list")},
    {"csv", 0, "scenario|rfc4180", FOR_RUN | FOR_NEED | FOR_ROTA | FOR_LEVELS | FOR_GATHER, take_csv,
     N_("dialect of the CSV results (scenario: that of its own files, or of the first result); need: print CSV and no table")},
    {"strict", 0, NULL, FOR_RUN | FOR_CHECK | FOR_CLAIMS, take_strict,
     N_("end with status 3 where a warning is of a likely slip (nothing is solved then); run: with 1 where a claim is not "
        "reached or looks like a slip, hours stand empty or a norm is broken")},
    {"verbose", 'v', NULL, FOR_RUN | FOR_COMPARE | FOR_EXPLAIN | FOR_ROTA | FOR_MODEL, take_verbose,
     N_("tell rows, columns, iterations and time of every solution")},
    {"jobs", 'j', "N", FOR_SOLVING, take_jobs,
     N_("solve so many units or measures at a time, each in a process of its own (one per core); no result depends on it")},
    {"time-limit", 0, "SECONDS", FOR_SOLVING, take_time_limit,
     N_("end without a result where one of them takes longer (14400)")},
    {"memory-limit", 0, "MB", FOR_SOLVING, take_memory_limit,
     N_("end without a result where one of them takes more memory (4096)")},
    {"from", 0, "SCENARIO|FTE", FOR_NEW | FOR_LEVELS, take_from,
     N_("new FILE.xlsx: fill it in with this scenario, instead of the example; levels: the lowest")},
    {"to", 0, "FTE", FOR_LEVELS, take_to, N_("the highest level: contracted positions of the unit")},
    {"step", 0, "FTE", FOR_LEVELS, take_step, N_("from level to level (1)")},
    {"kind", 0, "KIND", FOR_NEW, take_kind,
     N_("begin with a ward, nursing-home, home-care, group-home, sfo, kindergarten, school, fire or office, with contracts that "
        "fit the need, instead of the example; what is assumed says so")},
    {"units", 0, "N", FOR_NEW, take_units, N_("with --kind: so many units (1)")},
    {"places", 0, "N", FOR_NEW, take_places,
     N_("with --kind: beds, residents, children, pupils or people on duty of each unit (what is usual for the kind)")},
    {"lp", 0, "FILE", FOR_MODEL, take_lp, N_("write the programme in CPLEX LP format")},
    {"mps", 0, "FILE", FOR_MODEL, take_mps, N_("write the programme in free MPS format")},
    {"positions", 0, "kept|adjusted", FOR_MODEL, take_positions, N_("what happens to the people (kept)")},
    {"before", 0, NULL, FOR_MODEL, take_before, N_("the baseline that the measure is compared with, on its calendar")},
    {"days", 0, NULL, FOR_MODEL, take_days, N_("every week of the year for itself, not weeks that are alike as one")},
    {"weeks", 0, "N", FOR_ROTA, take_weeks, N_("weeks of the rota to lay out (rota_weeks of units.csv)")},
    {"anew", 0, NULL, FOR_ROTA, take_anew, N_("lay out a rota also where rota.csv has one")},
    {"calendar", 0, NULL, FOR_ROTA, take_calendar,
     N_("also lay the rota out on the dates of the year, public holidays planned; with --output as rota_year.csv")},
    {"unit", 0, "CODE", FOR_MODEL | FOR_NEED | FOR_ROTA | FOR_LEVELS, take_unit,
     N_("unit (levels: must be named; need: every one; rota: those with rota_weeks or lines in rota.csv; model: the first, with MEASURE the first that "
        "it changes)")},
    {"year", 0, "YEAR", FOR_COMPARE | FOR_EXPLAIN | FOR_NEED | FOR_ROTA | FOR_MODEL | FOR_LEVELS, take_year,
     N_("year (with MEASURE its first whole one; else model: the first, the others: the last; levels: in which every measure "
        "is in force)")},
    {"into", 0, "SCENARIO", FOR_CLAIMS, take_into,
     N_("the scenario: its tables get the measures, claims and amounts of the paper, below what is there; with --back it is solved")},
    {"back", 0, "FILE", FOR_CLAIMS, take_back,
     N_("write the table, each row with its verdict and a sentence, to this .csv or .xlsx, or a file of the paper's own kind, which keeps its formulas and looks; nothing is taken into the scenario")},
    {"sheet", 0, "NAME", FOR_CLAIMS, take_sheet, N_("sheet of the table (the only one that is headed by years)")},
    {"claims-in", 0, "kr|1000 kr|million kr", FOR_CLAIMS, take_claims_in,
     N_("unit in which the table is printed (as its own texts say)")},
    {"savings-are", 0, "positive|negative", FOR_CLAIMS, take_savings_are,
     N_("sign with which the table prints savings (as its texts say, or the sign that all its amounts have)")},
    {"lang", 0, "nb|en", FOR_ALL, take_language,
     N_("output language (default: the scenario's, then the system's); run also nb,en: solves once and writes the results "
        "of both, in the folders nb and en of the output folder")},
};
const int option_record_count = sizeof option_records / sizeof *option_records;

static const struct {
  unsigned commands;
  const char *text;
} headings[] = {
    {FOR_ALL, N_("Options of all commands:")},
    {FOR_RUN, N_("Options of run:")},
    {FOR_ROTA, N_("Options of rota:")},
    {FOR_LEVELS, N_("Options of levels:")},
    {FOR_RUN | FOR_GATHER, N_("Options of run and gather:")},
    {FOR_RUN | FOR_LEVELS, N_("Options of run and levels:")},
    {FOR_RUN | FOR_ROTA | FOR_LEVELS | FOR_GATHER, N_("Options of run, rota, levels and gather:")},
    {FOR_RUN | FOR_CHECK | FOR_CLAIMS, N_("Options of run, check and claims:")},
    {FOR_CLAIMS, N_("Options of claims:")},
    {FOR_SOLVING, N_("Options of run, compare, explain and levels:")},
    {FOR_RUN | FOR_COMPARE | FOR_EXPLAIN | FOR_ROTA | FOR_MODEL,
     N_("Options of run, compare, explain, rota and model:")},
    {FOR_MODEL, N_("Options of model:")},
    {FOR_NEW, N_("Options of new:")},
    {FOR_NEW | FOR_LEVELS, N_("Options of new and levels:")},
    {FOR_RUN | FOR_NEED | FOR_ROTA | FOR_LEVELS | FOR_GATHER, N_("Options of run, need, rota, levels and gather:")},
    {FOR_MODEL | FOR_NEED | FOR_ROTA | FOR_LEVELS, N_("Options of need, rota, levels and model:")},
    {FOR_COMPARE | FOR_EXPLAIN | FOR_NEED | FOR_ROTA | FOR_MODEL | FOR_LEVELS,
     N_("Options of compare, need, rota, levels, explain and model:")},
};

const char *option_heading(unsigned option_commands) {
  size_t i = 0;
  while (i < sizeof headings / sizeof *headings && headings[i].commands != option_commands)
    i++;
  assert(i < sizeof headings / sizeof *headings); // options of other commands need a heading here
  return _(headings[i].text);
}
