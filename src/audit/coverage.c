// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/coverage.h"

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "need/wanted.h"

#include <math.h>
#include <string.h>

struct named { // a window and level that occurs in a row
  const char *window;
  int64_t start_min, end_min, level, unit;
};

struct day_sheet { // one day of a plan, per interval and level
  const struct frame *frame;
  const struct timeline *timeline;
  int64_t *need, *norm;
  double *persons, *gap;
  struct named *named; // on the day
};

static void name_once(struct named *list, int *count, struct named named) {
  for (int i = 0; i < *count; i++)
    if (!strcmp(list[i].window, named.window) && list[i].level == named.level)
      return;
  list[(*count)++] = named;
}

// Windows and levels of a unit named in the tables of a day, in the order of the rows.
static int collect_named(const struct frame *frame, const struct tables *tables, int64_t unit, struct named *list) {
  int count = 0;
  for (int n = 0; n < frame->need_count; n++) {
    const struct need_row *row = &need_rows(tables)[frame->needs[n]];
    if (row->unit == unit)
      name_once(list, &count, (struct named){row->window, row->start_min, row->end_min, row->level, unit});
  }
  for (int n = 0; n < frame->norm_count; n++) {
    const struct norm_row *row = &norm_rows(tables)[frame->norms[n]];
    if (row->unit == unit)
      name_once(list, &count, (struct named){row->window, row->start_min, row->end_min, row->level, unit});
  }
  return count;
}

struct moment { // one interval of a window
  int64_t need_milli, norm_milli, planned_milli;
  int64_t gap_milli; // absent and not replaced: no need there, but missing from the norm
};

static int64_t below_milli(int64_t wanted_milli, int64_t planned_milli) {
  return wanted_milli > planned_milli ? wanted_milli - planned_milli : 0;
}

// First what is below the norm, then the least margin over the need, then the highest need.
static bool is_tighter(const struct moment *a, const struct moment *b) {
  int64_t under_a = below_milli(a->norm_milli, a->planned_milli),
          under_b = below_milli(b->norm_milli, b->planned_milli);
  if (under_a != under_b)
    return under_a > under_b;
  int64_t missing_a = a->need_milli - a->planned_milli - a->gap_milli;
  int64_t missing_b = b->need_milli - b->planned_milli - b->gap_milli;
  if (missing_a != missing_b)
    return missing_a > missing_b;
  return a->need_milli != b->need_milli ? a->need_milli > b->need_milli : a->norm_milli > b->norm_milli;
}

// Need, norm and plan of one moment: the tightest with any need. What is missing is the maximum of all moments.
static struct cover_line line_of_window(const struct day_sheet *sheet, const struct named *named, int level) {
  const struct frame *frame = sheet->frame;
  struct cover_line line = {.window = named->window, .level = named->level};
  struct moment tightest = {0, 0, 0, 0};
  bool any = false;
  for (int i = 0; i < frame->interval_count; i++) {
    int c = i * frame->level_count + level;
    struct moment now = {sheet->need[c], sheet->norm[c], fixed_round(sheet->persons[c] * MILLI),
                         fixed_round(sheet->gap[c] * MILLI)};
    if (!window_covers(frame, named->unit, named->start_min, named->end_min, i) || (!now.need_milli && !now.norm_milli))
      continue;
    if (!any || is_tighter(&now, &tightest))
      tightest = now;
    any = true;
    int64_t missing = below_milli(now.need_milli, now.planned_milli + now.gap_milli);
    int64_t under = below_milli(now.norm_milli, now.planned_milli);
    line.short_milli = missing > line.short_milli ? missing : line.short_milli;
    line.below_norm_milli = under > line.below_norm_milli ? under : line.below_norm_milli;
  }
  line.need_milli = tightest.need_milli;
  line.planned_milli = tightest.planned_milli;
  line.norm_milli = tightest.norm_milli ? tightest.norm_milli : NOT_GIVEN;
  return line;
}

static void add_day(struct audit *audit, const struct plan *plan, int64_t measure, struct day_sheet *sheet,
                    int64_t unit, day_number day) {
  const struct program *program = plan->program;
  const struct tables *tables = timeline_tables(sheet->timeline, day);
  need_on_day(sheet->frame, tables, day, sheet->need);
  norm_on_day(sheet->frame, tables, day, sheet->norm);
  plan_persons_on_day(plan, day, sheet->persons);
  plan_gap_on_day(plan, day, sheet->gap);
  int count = collect_named(sheet->frame, tables, unit, sheet->named);
  for (int n = 0; n < count; n++) {
    struct cover_line line =
        line_of_window(sheet, &sheet->named[n], category_level(sheet->frame, tables, sheet->named[n].level));
    if (!line.need_milli && line.norm_milli == NOT_GIVEN)
      continue;
    line.measure = measure;
    line.year = fiscal_year_of(program->year->first_day);
    line.positions = program->positions;
    line.unit = (size_t)unit;
    line.day = day;
    struct cover_line *kept =
        arena_push(audit->arena, &audit->cover, &audit->cover_count, &audit->cover_room, sizeof *kept);
    *kept = line;
  }
}

void coverage_add(struct audit *audit, const struct plan *plan, const struct timeline *timeline, int64_t measure) {
  struct arena *scratch = arena_new();
  const struct unit_year *year = plan->program->year;
  size_t cells = (size_t)(year->frame->interval_count * year->frame->level_count);
  struct day_sheet sheet = {.frame = year->frame,
                            .timeline = timeline,
                            .need = arena_array(scratch, cells, sizeof(int64_t)),
                            .norm = arena_array(scratch, cells, sizeof(int64_t)),
                            .persons = arena_array(scratch, cells, sizeof(double)),
                            .gap = arena_array(scratch, cells, sizeof(double))};
  size_t most = (size_t)(year->frame->need_count + year->frame->norm_count);
  sheet.named = arena_array(scratch, most, sizeof *sheet.named);
  for (int u = 0; u < year->frame->unit_count; u++)
    for (int i = 0; i < year->day_count; i++)
      add_day(audit, plan, measure, &sheet, year->frame->units[u], year->first_day + i);
  arena_free(scratch);
}
