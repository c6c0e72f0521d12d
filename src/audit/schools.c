// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/schools.h"

#include <assert.h>
#include <string.h>

#include "base/fixed.h"

const char *school_group_name(enum school_group group) {
  static const char *const names[SCHOOL_GROUPS] = {"school", "joint", "municipality"};
  assert((size_t)group < sizeof names / sizeof *names);
  return names[group];
}

static size_t school_count(const struct tables *tables) { return row_count(tables, TABLE_SCHOOLS); }

static struct staffing staffing_of(const struct school_row *row) {
  return (struct staffing){(double)row->leadership_milli / MILLI, (double)row->teaching_milli / MILLI};
}

static void staffing_add(struct staffing *to, const struct staffing *more) {
  to->leadership_fte += more->leadership_fte;
  to->teaching_fte += more->teaching_fte;
}

// The title in the first row of the municipality that has one.
static const char *municipality_title(const struct tables *tables, const char *municipality) {
  for (size_t i = 0; i < school_count(tables); i++) {
    const struct school_row *row = &school_rows(tables)[i];
    if (row->municipality_title && *row->municipality_title && !strcmp(row->municipality, municipality))
      return row->municipality_title;
  }
  return municipality;
}

// "Venn skole + Jåren/Råbygda skole"; NULL if one of them has no title.
static const char *joint_title(struct arena *arena, const struct tables *tables, const struct school_row *of) {
  const char *text = "";
  for (size_t i = 0; i < school_count(tables); i++) {
    const struct school_row *row = &school_rows(tables)[i];
    if (!row->school || !row->joint || row->kind != of->kind || strcmp(row->joint, of->joint) != 0 ||
        strcmp(row->municipality, of->municipality) != 0)
      continue;
    if (!row->title || !*row->title)
      return NULL;
    text = arena_printf(arena, "%s%s%s", text, *text ? " + " : "", row->title);
  }
  return text;
}

// ---------------------------------------------------------------- by size

static double between(double lower, double upper, double share) { return lower + (upper - lower) * share; }

static struct staffing scaled(const struct scale_point *point, int64_t pupils) {
  struct staffing low = staffing_of(point->lower), high = staffing_of(point->upper);
  double a = (double)point->lower->pupils, b = (double)point->upper->pupils, n = (double)pupils;
  double share = b > a ? (n - a) / (b - a) : 0;
  return (struct staffing){n * between(low.leadership_fte / a, high.leadership_fte / b, share),
                           n * between(low.teaching_fte / a, high.teaching_fte / b, share)};
}

struct scale_point schools_at_size(const struct tables *tables, const char *municipality, bool own,
                                   enum school_kind kind, int64_t pupils) {
  struct scale_point point = {0};
  for (size_t i = 0; i < school_count(tables); i++) {
    const struct school_row *row = &school_rows(tables)[i];
    if (!row->school || row->kind != (int64_t)kind || own != !strcmp(row->municipality, municipality))
      continue;
    if (row->pupils <= pupils && (!point.lower || row->pupils > point.lower->pupils))
      point.lower = row;
    if (row->pupils >= pupils && (!point.upper || row->pupils < point.upper->pupils))
      point.upper = row;
  }
  point.lower = point.lower ? point.lower : point.upper;
  point.upper = point.upper ? point.upper : point.lower;
  if (point.lower)
    point.staffing = scaled(&point, pupils);
  return point;
}

// ---------------------------------------------------------------- lines

struct lines {
  struct arena *arena;
  const struct tables *tables;
  struct school_line *items;
  size_t count, room;
};

static bool in_line(const struct school_row *row, const struct school_line *line) {
  if (!row->school || row->kind != (int64_t)line->kind || strcmp(row->municipality, line->municipality))
    return false;
  const char *code = line->group == GROUP_SCHOOL ? row->school : row->joint;
  return line->group == GROUP_MUNICIPALITY || (code && !strcmp(code, line->code));
}

static void sum_up(const struct tables *tables, struct school_line *line) {
  for (size_t i = 0; i < school_count(tables); i++) {
    const struct school_row *row = &school_rows(tables)[i];
    if (!in_line(row, line))
      continue;
    struct staffing today = staffing_of(row);
    line->schools++;
    line->pupils += row->pupils;
    staffing_add(&line->today, &today);
  }
}

// Totals for a municipality's schools, each by its own size.
static void sum_scales(struct lines *lines, struct school_line *line) {
  for (size_t i = 0; i < lines->count; i++) {
    const struct school_line *school = &lines->items[i];
    if (school->group != GROUP_SCHOOL || school->kind != line->kind || strcmp(school->municipality, line->municipality))
      continue;
    line->own.lower = line->own.upper = school->own.lower;
    line->others.lower = line->others.upper = school->others.lower;
    staffing_add(&line->own.staffing, &school->own.staffing);
    staffing_add(&line->others.staffing, &school->others.staffing);
  }
}

static void add_line(struct lines *lines, struct school_line line) {
  for (size_t i = 0; i < lines->count; i++) {
    const struct school_line *known = &lines->items[i];
    bool same_code = known->code == line.code || (known->code && line.code && !strcmp(known->code, line.code));
    if (known->group == line.group && same_code && known->kind == line.kind &&
        !strcmp(known->municipality, line.municipality))
      return;
  }
  struct school_line group = {.group = GROUP_MUNICIPALITY, .municipality = line.municipality, .kind = line.kind};
  sum_up(lines->tables, &group);
  sum_up(lines->tables, &line);
  line.mean_per_pupil = staffing_fte(&group.today) / (double)group.pupils;
  if (line.group == GROUP_MUNICIPALITY) {
    sum_scales(lines, &line);
  } else {
    line.own = schools_at_size(lines->tables, line.municipality, true, line.kind, line.pupils);
    line.others = schools_at_size(lines->tables, line.municipality, false, line.kind, line.pupils);
  }
  *(struct school_line *)arena_push(lines->arena, &lines->items, &lines->count, &lines->room, sizeof line) = line;
}

struct school_line *schools_compare(struct arena *arena, const struct tables *tables, size_t *count) {
  struct lines lines = {.arena = arena, .tables = tables};
  for (int group = 0; group < SCHOOL_GROUPS; group++)
    for (size_t i = 0; i < school_count(tables); i++) {
      const struct school_row *row = &school_rows(tables)[i];
      struct school_line line = {
          .group = (enum school_group)group, .municipality = row->municipality, .kind = (enum school_kind)row->kind};
      if (!row->school || (group == GROUP_JOINT && !row->joint))
        continue;
      line.code = group == GROUP_SCHOOL ? row->school : group == GROUP_JOINT ? row->joint : NULL;
      line.title = group == GROUP_SCHOOL ? row->title : group == GROUP_JOINT ? joint_title(arena, tables, row) : NULL;
      line.municipality_title = municipality_title(tables, row->municipality);
      add_line(&lines, line);
    }
  *count = lines.count;
  return lines.items;
}
