// SPDX-License-Identifier: GPL-3.0-or-later
// Comparison of schools: a benchmark, not a rota. It uses pupils and FTE, and nothing about lessons, classes or needs.
//
// FTE that a school of n pupils would have at the level of a set of schools (the other municipalities', or its own): n
// times the FTE per pupil, which is linear in size between the next smaller and the next larger school of its kind in
// the set; beyond the smallest and the largest it is that of the nearest. Of two schools of one size the first counts.
#ifndef ROTACOST_AUDIT_SCHOOLS_H
#define ROTACOST_AUDIT_SCHOOLS_H

#include "base/arena.h"
#include "scenario/rows_children.h"
#include "scenario/tables.h"

enum school_group { GROUP_SCHOOL, GROUP_JOINT, GROUP_MUNICIPALITY, SCHOOL_GROUPS };
const char *school_group_name(enum school_group group); // school, joint, municipality

struct staffing {
  double leadership_fte, teaching_fte;
};
static inline double staffing_fte(const struct staffing *staffing) {
  return staffing->leadership_fte + staffing->teaching_fte;
}

struct scale_point {                      // the place of a size in a set of schools
  const struct school_row *lower, *upper; // the same one where only one is near; NULL: the set has no such school
  struct staffing staffing;
};

struct school_line {
  enum school_group group;
  const char *municipality, *code; // code: school or joint; NULL for a municipality
  const char *municipality_title;  // its code where it has none
  const char *title;               // of joint schools the titles of all; NULL: none
  enum school_kind kind;
  int schools;
  int64_t pupils;
  struct staffing today;
  double mean_per_pupil;          // FTE per pupil of the municipality's schools of the kind
  struct scale_point own, others; // as one school of this size; of a municipality the sum over its schools
};

// For one size; `own` true: schools of the municipality, false: all others.
struct scale_point schools_at_size(const struct tables *tables, const char *municipality, bool own,
                                   enum school_kind kind, int64_t pupils);

// Schools in the order of the file, then joint schools, then municipalities by kind. Memory: arena.
struct school_line *schools_compare(struct arena *arena, const struct tables *tables, size_t *count);

#endif
