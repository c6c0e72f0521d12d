// SPDX-License-Identifier: GPL-3.0-or-later
// What every measure saves, by year and in its first whole year, beside its claim.
#ifndef ROTACOST_AUDIT_EFFECT_H
#define ROTACOST_AUDIT_EFFECT_H

#include "audit/claims.h"
#include "audit/direct.h"
#include "audit/free_days.h"
#include "audit/norm.h"
#include "audit/overtime.h"
#include "audit/redesign.h"
#include "audit/study.h"
#include "audit/unreplaced.h"
#include "base/failure.h"
#include "plan/figures.h"
#include "scenario/rows_settings.h"

// Hours of a year up to this count as rounding.
static const double FEW_HOURS = 0.5;

struct answer {                // one answer to "what happens to the people?", summed over the units the measure touches
  struct ledger before, after; // of the baseline and with the measure in force
  struct ledger paid_before[HOURS_KINDS], paid_after[HOURS_KINDS]; // the same by whose hours they pay, without amounts
  struct figures figures_before, figures_after;
  // hours left empty beyond the baseline's, level by level, and the cost of filling them (plan/empty.h)
  double empty_h;
  int64_t empty_ore;
  double removed_fte; // positions lost, in units that lose any; with positions kept, by the edits alone
};

struct year_effect {
  int year;
  struct answer answers[POSITIONS_ANSWERS];
  // the same if the measure may cause no new breach of a norm; never more
  struct answer compliant[POSITIONS_ANSWERS];
  // person-hours below the norm that no plan with these people avoids although the measure's need keeps it: if there
  // are any, the norm cannot be kept, and compliant is not valid
  struct norm_breach unkept[POSITIONS_ANSWERS];
  struct norm_breach lowered; // by how much an edit of the measure lowers the norm itself (audit/yardstick.h)
  struct direct direct;       // amounts included
  struct norm_breach breach;  // planned: in the need
  struct norm_breach filled[POSITIONS_ANSWERS]; // in the people on duty
  double wanted_less_h;                         // reduction of the need in person-hours
  // if the measure changes how much absence is replaced; part of no effect
  struct unreplaced unreplaced[POSITIONS_ANSWERS];
  // magnitudes of the units' effects under both answers and of the amounts; and the part of them that rests on rows
  // without a document (audit/grade.h)
  double moved_kr, assumed_kr;
  // By how much the rotas of the units that ask for one cost more than their plans with the measure, less the same of
  // today's; positions kept. NOT_GIVEN: there are none, or one of them has no price (audit/rotas.h).
  int64_t rota_more_ore;
};

struct measure_effect {
  size_t measure;
  bool testable;
  const char *reason;             // why not
  bool undecided;                 // no start date: nothing in any year, but a full-year effect
  bool given_up;                  // status not_realised: no effect
  bool arithmetic;                // amounts only
  bool assumed;                   // rests on rows marked `assumed`
  const char *counted_twice_with; // codes of measures that save the same kroner, separated by blanks; NULL: none known
  int year_count;                 // first_year .. last_year
  struct year_effect *years;
  struct year_effect full; // the first whole year (its amounts: a whole year's)
};

struct year_effect year_effect_begin(int calendar_year);
// Adds the share of another unit, or kroner that are not staffing (a cost is positive).
void year_effect_add(struct year_effect *sum, const struct year_effect *more);
void year_effect_add_amounts(struct year_effect *effect, const struct ledger *amounts);
// Sets everything known before anything is solved; the years have no effects yet. Memory: the scenario's arena.
void measure_effect_begin(struct measure_effect *effect, const struct scenario *scenario, size_t measure);
// Adds the costs of a unit's plans without and with the measure.
void answer_add_plans(struct answer *answer, const struct plan *before, const struct plan *after);
void answer_add(struct answer *sum, const struct answer *more); // of another unit
double positions_fewer_fte(const struct answer *answer);        // contracted, mean over the year
// The effect at equal cover: the saving of the ledgers, less the cost of filling the hours left empty beyond the
// baseline's. A saving is positive.
int64_t effect_ore(const struct answer *answer);
int64_t cash_effect_ore(const struct answer *answer); // of the ledgers alone: before - after
// Is there a plan that keeps the norm wherever today's plan keeps it?
bool norm_can_be_kept(const struct year_effect *year, enum positions positions);
enum verdict measure_verdict(const struct scenario *scenario, const struct measure_effect *effect,
                             const struct year_effect *year);
// For an amount, which no model checks: do its dates and twelfths give the claim? As verdict_on.
enum verdict measure_arithmetic(const struct scenario *scenario, const struct measure_effect *effect,
                                const struct year_effect *year);
bool amount_is_as_claimed(const struct scenario *scenario, const struct measure_effect *effect,
                          const struct year_effect *year);
// FTE of positions that the measure's own edits remove, once in force; and FTE that must go beyond them for the
// adjusted effect. 0 if less than a two-hundredth.
double measure_removes_fte(const struct measure_effect *effect);
double measure_more_fte(const struct measure_effect *effect);

// Claimed FTE compared with those found: the hours removed (gross, or net for a net claim), or the positions that
// follow if no hours are removed. Negative: positions come.
enum fte_verdict { FTE_NOT_JUDGED, FTE_AS_CLAIMED, FTE_FEWER, FTE_MORE };
struct fte_judgement {
  enum fte_verdict verdict;
  double found;
};
struct fte_judgement fte_judge(const struct scenario *scenario, const struct measure_effect *effect,
                               const struct claimed *claimed);
const char *fte_verdict_name(enum fte_verdict verdict); // "", as_claimed, fewer, more

// The same, if the columns of claims had that meaning.
enum verdict measure_verdict_as(const struct scenario *scenario, const struct measure_effect *effect,
                                const struct year_effect *year, enum claims_are are);
// Compares the claim with the effect with positions kept from rota to rota, within the tolerances of the settings.
enum rota_verdict measure_rota_verdict(const struct scenario *scenario, const struct measure_effect *effect,
                                       const struct year_effect *year);
// Flags as words separated by blanks: below_norm, short_of_staff, needs_fte_to_go, no_start_date, ... A word never
// contains a figure or a code of the user: those are in separate columns.
const char *measure_flags(struct arena *arena, const struct scenario *scenario, const struct measure_effect *effect,
                          const struct year_effect *year, enum positions positions);

// The first calendar year in which every edit is in force from the first day, not before the scenario's first year.
int measure_whole_year(const struct scenario *scenario, size_t measure, day_number undecided_start);

struct unit_saving {    // what a measure saves in a year of the scenario in one unit, or in units solved together
  size_t measure, unit; // the first of them
  int year;
  struct ledger paid[POSITIONS_ANSWERS][HOURS_KINDS]; // by whose hours: before - after, without amounts
  int64_t empty_ore[POSITIONS_ANSWERS];
};

struct baseline_year { // one unit
  int year;
  size_t unit;
  struct ledger ledger[POSITIONS_ANSWERS];
  struct figures figures[POSITIONS_ANSWERS];
  struct ledger paid_for[HOURS_KINDS]; // kept, by whose hours are paid
  struct overtime_otherwise overtime;  // kept
  struct unreplaced unreplaced;        // kept
  struct free_days free_days;          // kept
  size_t group_count;
  struct group_figures *groups; // [group_count] kept, in the order of the unit's rows in groups.csv
};

struct cover_line { // one unit, day, window and level of a plan
  int64_t measure;  // NOT_GIVEN: the baseline
  int year;
  enum positions positions;
  size_t unit;
  day_number day;
  const char *window;
  int64_t level; // index of the category named in the need or norm
  // Persons of the level or higher at one moment, the tightest with any need; norm NOT_GIVEN if none is set.
  int64_t need_milli, norm_milli, planned_milli;
  int64_t short_milli, below_norm_milli; // missing from the need, and from the norm, at the worst moment
};

struct redesign_result { // one row of design.csv
  size_t unit;
  const struct redesign *redesign; // NULL: nothing proven within the limits
  const char *why;                 // what happened in that case
  double today_kr;                 // the unit's baseline in that year, positions kept
};

struct week_line;  // audit/cover_year.h
struct curve_line; // audit/curve.h
struct ratio_line;
struct finding;   // audit/compliance.h
struct reason;    // audit/why.h
struct departure; // audit/departures.h
struct release;   // audit/release.h
struct released_group;
struct together;        // audit/together.h
struct assumptions;     // audit/assumptions.h
struct reversals;       // audit/reverse.h
struct account_finding; // audit/accounts.h
struct followup_line;   // audit/followup.h
struct solve_record;    // audit/record.h
struct rota_told;       // audit/rotas.h
struct rota_line_told;
struct rota_shift_told;
struct rota_cover_told;
struct chance_line; // audit/chance.h
struct driver_line; // audit/drivers.h
struct chance_ask;
struct worlds; // audit/worlds.h

struct audit {
  const struct scenario *scenario;
  struct arena *arena;
  size_t measure_count;
  struct measure_effect *measures;
  size_t saving_count, saving_room;
  struct unit_saving *savings; // measure by measure, year by year, unit by unit
  size_t baseline_count;
  struct baseline_year *baseline; // year by year, unit by unit
  size_t redesign_count;
  struct redesign_result *redesigns;
  size_t cover_count, cover_room;
  struct cover_line *cover;
  size_t week_count, week_room;
  struct week_line *weeks;
  size_t curve_count, curve_room;
  struct curve_line *curve;
  size_t ratio_count, ratio_room;
  struct ratio_line *ratios;
  size_t finding_count, finding_room;
  struct finding *findings;
  size_t reason_count, reason_room;
  struct reason *reasons;
  size_t departure_count, departure_room;
  struct departure *departures;
  size_t release_count, release_room;
  struct release *releases; // of whole years: what can go with nothing changed, and with each measure
  size_t released_count, released_room;
  struct released_group *released;
  size_t account_count, account_room;
  struct account_finding *accounts;
  struct followup_line *followup; // [measure_count]
  size_t record_count, record_room;
  struct solve_record *records;
  size_t rota_count, rota_room;
  struct rota_told *rotas;
  size_t rota_line_count, rota_line_room;
  struct rota_line_told *rota_lines;
  size_t rota_shift_count, rota_shift_room;
  struct rota_shift_told *rota_shifts;
  size_t rota_cover_count, rota_cover_room;
  struct rota_cover_told *rota_covers;
  size_t chance_count, chance_room;
  struct chance_line *chance; // by measure, then by year, with its full year last; none if nothing is drawn
  size_t driver_count, driver_room;
  struct driver_line *drivers;         // by measure, kept before adjusted; by rank; none if no input is drawn
  const struct chance_ask *chance_ask; // NULL: nothing is drawn
  const struct worlds *worlds;         // inputs drawn; NULL: none
  const struct together *together;
  const struct assumptions *assumptions;
  const struct reversals *reversals;
  struct study_counts counts;
};

struct audit_hooks {
  FILE *log; // receives --verbose lines, complete and as they occur, or NULL
  void (*progress)(void *info, size_t done, size_t total, const char *what); // may be NULL
  void *info;
  bool effects_only; // no reasons, assumptions and reverse questions, which take most of the time
  const bool *only;  // [measure_count]: only these, with the units they touch, and no redesigns; NULL: everything
  int jobs;          // processes at a time; 0: one per core. Results do not depend on it
  const struct chance_ask *chance; // how many years to draw; NULL: none
  int64_t memory_mb, seconds;      // limits of each piece of work (pool/pool.h); 0: none
  struct solver *solver; // remembers what was already solved, for the same audit in another language; NULL: a new one
};

// Solves a whole scenario, piece by piece in separate processes (pool/pool.h): a unit's years and measures; then, with
// the effects known, what each measure depends on; and redesigned rotas. Only this process writes struct audit. NULL
// if any piece has no answer: the others are not summed, and *failure says which and why. Memory: the scenario's
// arena.
const struct audit *audit_run(const struct scenario *scenario, const struct audit_hooks *hooks,
                              struct failure *failure);

#endif
