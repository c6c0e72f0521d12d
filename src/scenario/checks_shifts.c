// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts, and the shifts that groups and types of position may work.
#include <string.h>

#include "base/language.h"
#include "calendar/date.h"
#include "scenario/agreement.h"
#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/shared.h"

// A shift that ends when it began is 24 h; where nobody in the unit may work so long, it is rather a slip.
static void doubt_whole_day(const struct checking *checking, const struct shift_row *shift) {
  bool people = false;
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct group_row *contract = contract_at(checking, i);
    people |= contract->unit == shift->unit;
    if (contract->unit == shift->unit && agreement_most_min(checking->tables, contract->agreement) >= shift_paid_min(shift))
      return;
  }
  if (people)
    problem_warn(checking->problems, row_place(&shift->row, "end"), clock_print(checking, shift->end_min),
                 "0 or 24 hours? It ends when it began, which is 24 h, and nobody in the unit has agreed to so long a shift: "
                 "correct the end, or write the agreement in groups.csv");
}

static void check_length(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    int64_t length = span_min(shift->start_min, shift->end_min);
    if (shift->start_min == shift->end_min)
      doubt_whole_day(checking, shift);
    if (shift->break_min >= length)
      problem_add(checking->problems, row_place(&shift->row, "unpaid_break_min"), NULL,
                  "a break of %d min leaves nothing of a shift of %d min: shorten it", (int)shift->break_min,
                  (int)length);
  }
}

enum { UNTIMED_BREAK_MOST_MIN = 60 };

static void tell_long_break(const struct checking *checking, const struct shift_row *shift) {
  problem_add(checking->problems, row_place(&shift->row, "unpaid_break_min"),
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
    problem_add(checking->problems, at, start,
                "a break of %d min from then does not lie within the shift %s-%s with work before and after it: correct "
                "one of them",
                (int)shift->break_min, clock_print(checking, shift->start_min), clock_print(checking, shift->end_min));
}

static void check_breaks(const struct checking *checking) {
  for (size_t i = 0; i < row_count(checking->tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[i];
    if (shift->break_min >= span_min(shift->start_min, shift->end_min))
      continue; // told with its length
    if (shift->break_start_min != NOT_GIVEN)
      check_break_time(checking, shift);
    else if (shift->break_min > UNTIMED_BREAK_MOST_MIN)
      tell_long_break(checking, shift);
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

// The codes of the shifts of the group's units, closed by NULL.
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

// Without a list people work those shifts of their unit that are agreed to.
static void check_shifts_of_people(const struct checking *checking) {
  for (size_t i = 0; i < contract_count(checking); i++)
    if (contract_at(checking, i)->shifts)
      check_codes(checking, contract_at(checking, i));
}

const struct check checks_of_shifts[] = {
    {"a shift has a length, and a break is shorter than it", NEEDS(TABLE_SHIFTS), check_length},
    {"a long break has a time, and it lies within the shift", NEEDS(TABLE_SHIFTS), check_breaks},
    {"a shift with its handover fits into a day", NEEDS(TABLE_SHIFTS) | NEEDS(TABLE_UNITS), check_handover},
    {"groups and types work shifts of their unit, as long as agreed", NEEDS(TABLE_UNITS) | NEEDS(TABLE_SHIFTS),
     check_shifts_of_people},
    {NULL, 0, NULL},
};
