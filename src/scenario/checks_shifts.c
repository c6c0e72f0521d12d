// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts, and the shifts that groups and types of position may work.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/date.h"
#include "calendar/fiscal.h"
#include "scenario/agreement.h"
#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/shared.h"
#include "scenario/stretches.h"
#include "text/cell.h"

// A shift that ends at its start time lasts 24 h; where nobody in the unit may work so long, it is probably a slip.
static void doubt_whole_day(const struct checking *checking, const struct shift_row *shift) {
  bool people = false;
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct group_row *contract = contract_at(checking, i);
    people |= contract->unit == shift->unit;
    if (contract->unit == shift->unit &&
        agreement_most_min(checking->tables, contract->agreement) >= shift_paid_min(shift))
      return;
  }
  if (people)
    problem_warn(
        checking->problems, row_place(&shift->row, "end"), clock_print(checking, shift->end_min),
        "0 or 24 hours? It ends when it began, which is 24 h, and nobody in the unit has agreed to so long a shift: "
        "correct the end, or write the agreement in groups.csv");
}

static void check_length(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    if (shift->joined)
      continue;
    int64_t length = span_min(shift->start_min, shift->end_min);
    if (shift->start_min == shift->end_min)
      doubt_whole_day(checking, shift);
    if (shift->break_min + shift_gap_min(shift) >= length)
      problem_add(checking->problems, row_place(&shift->row, "unpaid_break_min"), NULL,
                  "a break of %d min leaves nothing of a shift of %d min: shorten it", (int)shift->break_min,
                  (int)length);
  }
}

enum { UNTIMED_BREAK_MOST_MIN = 60 };

static void tell_long_break(const struct checking *checking, const struct shift_row *shift) {
  problem_add(
      checking->problems, row_place(&shift->row, "unpaid_break_min"),
      cell_in(checking, TABLE_SHIFTS, shift, "unpaid_break_min"),
      "a break of more than %d min covers nothing, so it needs its time: write in break_start when it begins, or "
      "make two shifts of `%s`, one before and one after it",
      UNTIMED_BREAK_MOST_MIN, shift->shift);
}

// A break that has a time lies within the shift, with work before and after it.
static void check_break_time(const struct checking *checking, const struct shift_row *shift) {
  int64_t length = span_min(shift->start_min, shift->end_min), after = break_after_min(shift);
  const char *start = cell_in(checking, TABLE_SHIFTS, shift, "break_start");
  struct place at = row_place(&shift->row, "break_start");
  if (!shift->break_min)
    problem_add(checking->problems, at, start,
                "no break is given that could begin then: write its length in unpaid_break_min, or leave this blank");
  else if (after == 0 || after + shift->break_min >= length)
    problem_add(
        checking->problems, at, start,
        "a break of %d min from then does not lie within the shift %s-%s with work before and after it: correct "
        "one of them",
        (int)shift->break_min, clock_print(checking, shift->start_min), clock_print(checking, shift->end_min));
}

static void check_breaks(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    if (shift->joined)
      continue;
    if (shift->break_min + shift_gap_min(shift) >= span_min(shift->start_min, shift->end_min))
      continue; // reported with its length
    if (shift->break_start_min != NOT_GIVEN)
      check_break_time(checking, shift);
    else if (shift->break_min > UNTIMED_BREAK_MOST_MIN)
      tell_long_break(checking, shift);
  }
}

// ---------------------------------------------------------------- split shifts

// The problem with a gap: NULL where it lies within the shift, after the earlier gaps, with work on both sides.
static const char *gap_wrong(const struct shift_row *shift, const struct shift_gap *gaps, int i, int count) {
  int64_t begins = i ? gaps[i - 1].after_min + gaps[i - 1].minutes : 0;
  int64_t length = span_min(shift->start_min, shift->end_min), to = gaps[i].after_min + gaps[i].minutes;
  int64_t break_to = break_after_min(shift) + shift->break_min;
  if (gaps[i].minutes == 0)
    return _("the gap ends when it begins: correct it");
  if (gaps[i].after_min <= begins)
    return i ? _("write the gaps in their order, with work between them")
             : _("a gap lies within the shift, with work before and after it: correct the gap or the hours of the shift");
  if (to >= length || (i + 1 < count && to >= length))
    return _("a gap lies within the shift, with work before and after it: correct the gap or the hours of the shift");
  if (break_is_timed(shift) && break_after_min(shift) < to && break_to > gaps[i].after_min)
    return _(
        "the unpaid break lies in the gap: take the break out, or write in break_start when it begins in a stretch");
  return NULL;
}

static void check_gap_texts(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    if (shift->joined)
      continue;
    struct shift_gap gaps[GAPS_MOST];
    struct place at = row_place(&shift->row, "gaps");
    int count = shift_gaps(shift, gaps);
    const char *wrong = count < 0
                            ? _("write the hours off between the stretches as 11:00-16:00, up to three of them with a "
                                "blank between them as 09:00-11:30 14:00-17:00")
                            : NULL;
    for (int g = 0; g < count && !wrong; g++)
      wrong = gap_wrong(shift, gaps, g, count);
    if (wrong)
      problem_add(checking->problems, at, shift->gaps, "%s", wrong);
    else if (count > 0 && shift->break_min && !break_is_timed(shift))
      problem_add(checking->problems, row_place(&shift->row, "unpaid_break_min"),
                  cell_in(checking, TABLE_SHIFTS, shift, "unpaid_break_min"),
                  "in which of the stretches of `%s`? Write in break_start when the break begins", shift->shift);
  }
}

static bool is_split(const struct shift_row *shift) { return shift_gap_min(shift) > 0; }

// Limit from the start of the first stretch to the end of the last: as agreed, else 24 h less the daily rest.
static void check_spread(const struct checking *checking, const struct shift_row *shift) {
  struct split_limit limit = split_spread_limit(checking->tables);
  int64_t spread_min = span_min(shift->start_min, shift->end_min);
  const char *spread = hours_print(checking, spread_min * ONE_E8),
             *most = hours_print(checking, limit.most_min * ONE_E8);
  const char *end = clock_print(checking, shift->end_min);
  if (spread_min <= limit.most_min)
    return;
  if (limit.agreed)
    problem_add(
        checking->problems, row_place(&shift->row, "end"), end,
        "the split shift `%s` lasts %s h from its first start to its last end; split_spread in rates.csv allows %s "
        "h: shorten it, or correct that rate",
        shift->shift, spread, most);
  else
    problem_add(
        checking->problems, row_place(&shift->row, "end"), end,
        "the split shift `%s` lasts %s h from its first start to its last end, but 24 h with a daily rest of %s h "
        "leave %s h (Working Environment Act 10-8(1)): shorten it, or write what is agreed as split_spread or "
        "daily_rest in rates.csv",
        shift->shift, spread, hours_print(checking, limit.rest_min * ONE_E8), most);
}

static void check_split(const struct checking *checking) {
  day_number day = first_pricing_day(checking->tables);
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    if (!is_split(shift) || shift->joined)
      continue;
    check_spread(checking, shift);
    if (split_supplement_e6(checking->tables) == NOT_GIVEN)
      problem_add(
          checking->problems, row_place(&shift->row, "gaps"), shift->gaps,
          "what does a split day earn? Add the row split_supplement to rates.csv, valid on %s: kroner for the day "
          "as the agreement says, 0 where it says nothing",
          date_print(checking, day));
  }
}

// ---------------------------------------------------------------- resting duty and duty on call

// What the agreement says about a passive duty has no default.
static void ask_passive(const struct checking *checking, const struct shift_row *shift, const char *column,
                        int64_t number) {
  if (number == NOT_GIVEN)
    problem_add(
        checking->problems, row_place(&shift->row, column), "",
        "`%s` is a resting duty or on call, of which nothing is taken for granted: write here what the agreement says",
        shift->shift);
}

static void refuse_active(const struct checking *checking, const struct shift_row *shift, const char *column,
                          int64_t number) {
  if (number != NOT_GIVEN)
    problem_add(
        checking->problems, row_place(&shift->row, column), cell_in(checking, TABLE_SHIFTS, shift, column),
        "this is of resting duty and duty on call only: write `resting` or `on_call` in `duty`, or leave it blank");
}

enum { SEVENTH_E8 = 14285714 };

static void check_shares(const struct checking *checking, const struct shift_row *shift) {
  struct shift_gap gaps[GAPS_MOST];
  if (shift->paid_e8 != NOT_GIVEN && shift->counts_e8 != NOT_GIVEN && shift->paid_e8 < shift->counts_e8)
    problem_add(
        checking->problems, row_place(&shift->row, "paid_percent"),
        cell_in(checking, TABLE_SHIFTS, shift, "paid_percent"),
        "less than counts_percent, but what counts as working time is paid by the position: write at least as much");
  if (shift->called_min > 0 && shift->called_min >= span_min(shift->start_min, shift->end_min))
    problem_add(checking->problems, row_place(&shift->row, "called_out_h"),
                cell_in(checking, TABLE_SHIFTS, shift, "called_out_h"),
                "called out as long as the duty lasts: it is `active`, or the hours are fewer");
  if (shift_gaps(shift, gaps) > 0)
    problem_add(checking->problems, row_place(&shift->row, "gaps"), shift->gaps,
                "a resting duty or duty on call has no gaps: write two shifts");
  if (shift->duty == DUTY_ON_CALL && shift->counts_e8 != NOT_GIVEN && shift->counts_e8 < SEVENTH_E8)
    problem_warn(checking->problems, row_place(&shift->row, "counts_percent"),
                 cell_in(checking, TABLE_SHIFTS, shift, "counts_percent"),
                 "of duty on call at least a seventh, 14.285714 %%, is working time, unless the union "
                 "representatives have agreed otherwise (Working Environment Act 10-4(3))");
}

static void check_passive(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    const struct {
      const char *column;
      int64_t number;
    } cells[] = {
        {"paid_percent", shift->paid_e8},
        {"counts_percent", shift->counts_e8},
        {"called_out_h", shift->called_min},
        {"called_out_percent", shift->called_min > 0 || shift->duty == DUTY_ACTIVE ? shift->called_pay_e8 : 0}};
    for (size_t c = 0; c < sizeof cells / sizeof *cells; c++)
      (shift->duty == DUTY_ACTIVE ? refuse_active : ask_passive)(checking, shift, cells[c].column, cells[c].number);
    if (shift->duty != DUTY_ACTIVE)
      check_shares(checking, shift);
  }
}

static void check_handover(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    const struct unit_row *unit = &unit_rows(checking->tables)[shift->unit];
    int64_t length = span_min(shift->start_min, shift->end_min) + unit->handover_min;
    if (length > MINUTES_PER_DAY)
      problem_add(checking->problems, row_place(&unit->row, "handover_min"),
                  cell_in(checking, TABLE_UNITS, unit, "handover_min"),
                  "with it the shift `%s` %s-%s of unit `%s` lasts %s h, %d min more than 24 h: shorten one of them",
                  shift->shift, clock_print(checking, shift->start_min), clock_print(checking, shift->end_min),
                  unit->unit, hours_print(checking, length * ONE_E8), (int)(length - MINUTES_PER_DAY));
  }
}

// ---------------------------------------------------------------- shifts of groups and types

// The codes of the shifts of the group's units, ended by NULL.
static const char *const *shift_words(const struct checking *checking, const struct group_row *contract) {
  const char **words = arena_array(checking->arena, row_count(checking->tables, TABLE_SHIFTS) + 1, sizeof *words);
  size_t count = 0;
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++)
    if (group_belongs_to(checking->tables, contract, shift_rows(checking->tables)[i].unit))
      words[count++] = shift_rows(checking->tables)[i].shift;
  return words;
}

static void check_agreed(const struct checking *checking, const struct group_row *contract,
                         const struct shift_row *shift) {
  int64_t paid_min = shift_paid_min(shift);
  struct agreement_terms has = agreement_terms(checking->tables, contract->agreement);
  struct agreement_terms needed = agreement_terms(checking->tables, agreement_needed(checking->tables, paid_min));
  if (paid_min > has.most_min)
    problem_add(checking->problems, row_place(&contract->row, "shifts"), shift->shift,
                "%s h paid, but the agreement `%s` ends at %s h (%s): it takes `%s`, %s (%s); write that agreement or "
                "take the shift out",
                hours_print(checking, paid_min * ONE_E8), has.word, hours_print(checking, has.most_min * ONE_E8),
                _(has.law), needed.word, _(needed.who), _(needed.law));
}

static void check_code(const struct checking *checking, const struct group_row *contract, const char *code) {
  bool found = false;
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    if (strcmp(shift->shift, code) != 0 || !group_belongs_to(checking->tables, contract, shift->unit))
      continue;
    check_agreed(checking, contract, shift);
    found = true;
  }
  if (!found)
    problem_add(checking->problems, row_place(&contract->row, "shifts"), code, "no shift of unit `%s`: %s",
                unit_rows(checking->tables)[contract->unit].unit,
                words_hint(checking->arena, code, shift_words(checking, contract)));
}

static void check_codes(const struct checking *checking, const struct group_row *contract) {
  for (const char *at = contract->shifts; *at;) {
    at += strspn(at, " ");
    size_t length = strcspn(at, " ");
    if (length)
      check_code(checking, contract, arena_text(checking->arena, at, length));
    at += length;
  }
}

// Without a list people work the shifts of their unit that their agreement allows.
static void check_shifts_of_people(const struct checking *checking) {
  for (size_t i = 0; i < contract_count(checking); i++)
    if (contract_at(checking, i)->shifts)
      check_codes(checking, contract_at(checking, i));
}

const struct check checks_of_shifts[] = {
    {"a shift has a length, and a break is shorter than it", NEEDS(TABLE_SHIFTS), check_length},
    {"a long break has a time, and it lies within the shift", NEEDS(TABLE_SHIFTS), check_breaks},
    {"gaps of a split shift lie within it", NEEDS(TABLE_SHIFTS), check_gap_texts},
    {"a split shift is no longer than agreed, and paid for",
     NEEDS(TABLE_SHIFTS) | NEEDS(TABLE_RATES) | NEEDS(TABLE_SETTINGS), check_split},
    {"the agreement on resting duty and duty on call is told", NEEDS(TABLE_SHIFTS), check_passive},
    {"a shift with its handover fits into a day", NEEDS(TABLE_SHIFTS) | NEEDS(TABLE_UNITS), check_handover},
    {"groups and types work shifts of their unit, as long as agreed", NEEDS(TABLE_UNITS) | NEEDS(TABLE_SHIFTS),
     check_shifts_of_people},
    {NULL, 0, NULL},
};
