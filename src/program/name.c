// SPDX-License-Identifier: GPL-3.0-or-later
// Names of columns and rows in exported programmes: own(w5.sat.evening.nurse_75.g0), w5 = week
// type 5 in the order of the year, g0 = group or source in the order of the rows, since two codes may look alike here. Where
// units share staff, u0 is the unit of an interval in the order of units.csv.
#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "calendar/dayset.h"
#include "program/families.h"

static const char *const column_names[] = {"own",           "extra",         "overtime", "hired",    "gap",
                                           "short",         "roster",        "away",     "up",       "down",
                                           "extra_weekend", "moved_holiday", "weekend",  "end_more", "end_less"};

// Only the beginning of a code is used, so that a name stays under 100 characters, the maximum of some readers.
enum { NAME_BYTES = 100, CODE_BYTES = 24 };

struct name {
  char text[NAME_BYTES];
  size_t length;
};

// Adds a part; characters that LP or MPS does not allow become an underscore.
static void add(struct name *name, const char *text) {
  for (; *text && name->length + 1 < sizeof name->text; text++)
    name->text[name->length++] = isalnum((unsigned char)*text) || strchr("_.()", *text) ? *text : '_';
  name->text[name->length] = '\0';
}

static void add_part(struct name *name, const char *text) {
  add(name, name->text[name->length - 1] == '(' ? "" : ".");
  add(name, text);
}

// False if the name does not show the code unchanged.
static bool add_code(struct name *name, struct arena *arena, const char *code) {
  char *beginning = arena_text(arena, code, strnlen(code, CODE_BYTES));
  add_part(name, beginning);
  return !strcmp(beginning, code) && !strcmp(name->text + name->length - strlen(code), code);
}

static void add_number(struct name *name, const char *prefix, int number) {
  char text[32];
  snprintf(text, sizeof text, "%s%d", prefix, number);
  add_part(name, text);
}

// The code, and its number if the code is not shown unchanged or another unit may have it too.
static void add_shift(struct name *name, const struct program *p, int shift) {
  const struct frame *frame = p->year->frame;
  const char *code = shift_rows(&frame->scenario->tables)[frame->shifts[shift]].shift;
  if (!add_code(name, p->arena, code) || frame->unit_count > 1)
    add_number(name, "s", shift);
}
static const char *group_code(const struct program *p, int group) {
  const struct frame *frame = p->year->frame;
  return group_rows(&frame->scenario->tables)[frame->groups[group]].group;
}
static const char *source_code(const struct program *p, int source) {
  const struct frame *frame = p->year->frame;
  return source_rows(&frame->scenario->tables)[frame->sources[source]].code;
}

static void add_interval(struct name *name, const struct program *p, int interval, int level) {
  char text[48];
  const struct frame *frame = p->year->frame;
  int64_t clock = (frame->intervals[interval].from_min + frame->day_starts_min) % MINUTES_PER_DAY;
  snprintf(text, sizeof text, "%02d%02d", (int)(clock / 60), (int)(clock % 60));
  add_part(name, text);
  if (frame->unit_count > 1)
    add_number(name, "u", frame_unit_index(frame, frame->intervals[interval].unit));
  add_number(name, "l", (int)frame->levels[level]);
}

char *program_column_name(struct arena *arena, const struct program *program, size_t column) {
  assert(column < program->column_count);
  const struct column_key *key = &program->columns[column].key;
  struct name name = {{0}, 0};
  add(&name, column_names[key->kind]);
  add(&name, "(");
  if (key->kind == COLUMN_UP || key->kind == COLUMN_DOWN) {
    add_code(&name, arena, group_code(program, key->who));
    add_number(&name, "g", key->who);
    add_number(&name, "k", key->segment);
  } else if (key->kind == COLUMN_EXTRA_WEEKEND || key->kind == COLUMN_MOVED_HOLIDAY) {
    add_code(&name, arena, group_code(program, key->who));
    add_number(&name, "g", key->who);
  } else if (key->kind == COLUMN_END_MORE || key->kind == COLUMN_END_LESS) {
    add_number(&name, "w", key->type);
    add_number(&name, "of", key->level);
  } else if (key->kind == COLUMN_ROSTER || key->kind == COLUMN_AWAY || key->kind == COLUMN_WEEKEND) {
    add_number(&name, "w", key->type);
    add_code(&name, arena, group_code(program, key->who));
    add_number(&name, "g", key->who);
  } else {
    add_number(&name, "w", key->type);
    add_part(&name, day_word(key->day));
    if (key->kind == COLUMN_SHORT || key->kind == COLUMN_GAP) {
      add_interval(&name, program, key->interval, key->level);
    } else {
      add_shift(&name, program, key->shift);
      add_code(&name, arena,
               key->kind == COLUMN_HIRED ? source_code(program, key->who) : group_code(program, key->who));
      add_number(&name, "g", key->who);
    }
  }
  add(&name, ")");
  return arena_text(arena, name.text, name.length);
}

char *program_row_name(struct arena *arena, const struct program *program, size_t row) {
  assert(row < program->row_count);
  const struct row_key *key = &program->rows[row].key;
  const struct row_family *family = row_family_of(key->kind);
  struct name name = {{0}, 0};
  add(&name, family->name);
  add(&name, "(");
  if (family->parts & PART_TYPE)
    add_number(&name, "w", key->type);
  if (family->parts & PART_TYPE_AFTER)
    add_number(&name, "w", key->type_after);
  if (family->parts & PART_DAY)
    add_part(&name, day_word(key->day));
  if (family->parts & PART_INTERVAL)
    add_interval(&name, program, key->interval, key->level);
  if (family->parts & PART_GROUP)
    add_code(&name, arena, group_code(program, key->who));
  if (family->parts & PART_SOURCE)
    add_code(&name, arena, source_code(program, key->who));
  if (family->parts & (PART_GROUP | PART_SOURCE))
    add_number(&name, "g", key->who);
  if (family->parts & PART_LEVEL)
    add_number(&name, "l", key->level);
  if (family->parts & PART_SEGMENT)
    add_number(&name, "k", key->segment);
  if (family->parts & PART_MINUTE)
    add_number(&name, "m", (int)key->minute);
  add(&name, ")");
  return arena_text(arena, name.text, name.length);
}
