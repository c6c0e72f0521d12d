// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/merge.h"

#include <math.h>
#include <string.h>

#include "program/families.h"

// The entries of the whole programme column by column: those of column c are list[first[c]] .. list[first[c + 1] - 1].
struct by_column {
  int *first, *list;
};

struct merging {
  struct merge *merge;
  const struct program *whole;
  struct arena *arena;
  struct by_column columns;
  int groups;
  int *leader;                   // [groups] first type of the class
  int *away_leader;              // [groups] first type of the class whose holidays weigh the same
  bool *alone;                   // [groups] has columns that no other type shares
  int **own_columns, *own_count; // [groups] lists of each type's columns, in order
};

static bool is_column_of_type(int kind) {
  return kind != COLUMN_HIRED && kind != COLUMN_GAP && kind != COLUMN_SHORT && kind != COLUMN_END_MORE &&
         kind != COLUMN_END_LESS;
}
static bool is_heads(int kind) { return kind == COLUMN_UP || kind == COLUMN_DOWN; }

static struct by_column columns_of(struct arena *arena, const struct program *p) {
  struct by_column by = {.first = arena_array(arena, p->column_count + 1, sizeof(int)),
                         .list = arena_array(arena, p->entry_count, sizeof(int))};
  for (size_t e = 0; e < p->entry_count; e++)
    by.first[p->entries[e].column + 1]++;
  for (size_t c = 0; c < p->column_count; c++)
    by.first[c + 1] += by.first[c];
  int *next = arena_array(arena, p->column_count, sizeof *next);
  if (p->column_count)
    memcpy(next, by.first, p->column_count * sizeof *next);
  for (size_t e = 0; e < p->entry_count; e++)
    by.list[next[p->entries[e].column]++] = (int)e;
  return by;
}

static void list_columns(struct merging *m) {
  const struct program *p = m->whole;
  m->own_count = arena_array(m->arena, (size_t)m->groups, sizeof(int));
  m->own_columns = arena_array(m->arena, (size_t)m->groups, sizeof(int *));
  for (size_t c = 0; c < p->column_count; c++)
    if (is_column_of_type(p->columns[c].key.kind))
      m->own_count[p->columns[c].key.who]++;
  for (int g = 0; g < m->groups; g++) {
    m->own_columns[g] = arena_array(m->arena, (size_t)m->own_count[g], sizeof(int));
    m->own_count[g] = 0;
  }
  for (size_t c = 0; c < p->column_count; c++)
    if (is_column_of_type(p->columns[c].key.kind)) {
      int g = p->columns[c].key.who;
      m->own_columns[g][m->own_count[g]++] = (int)c;
    }
}

static bool same_key(const struct column_key *a, const struct column_key *b) {
  return a->kind == b->kind && a->type == b->type && a->day == b->day && a->shift == b->shift;
}

static bool same_row(const struct row_key *a, const struct row_key *b) {
  struct row_key x = *a;
  if (row_is_of_group(x.kind))
    x.who = b->who;
  return !memcmp(&x, b, sizeof x);
}

// Do two columns have the same cost and the same numbers in the same rows, apart from whose rows they are?
static bool same_column(const struct merging *m, int a, int b) {
  const struct program *p = m->whole;
  const struct program_column *x = &p->columns[a], *y = &p->columns[b];
  int count = m->columns.first[a + 1] - m->columns.first[a];
  if (x->cost_kr != y->cost_kr || x->lower != y->lower || x->upper != y->upper || x->scale != y->scale ||
      x->whole != y->whole || count != m->columns.first[b + 1] - m->columns.first[b])
    return false;
  for (int i = 0; i < count; i++) {
    const struct program_entry *e = &p->entries[m->columns.list[m->columns.first[a] + i]];
    const struct program_entry *f = &p->entries[m->columns.list[m->columns.first[b] + i]];
    if (e->value != f->value || !same_row(&p->rows[e->row].key, &p->rows[f->row].key))
      return false;
  }
  return true;
}

// Positions are not compared; a full-timer has no columns of extra hours and may be alike all the same.
static bool is_passed_over(int kind) { return is_heads(kind) || kind == COLUMN_AWAY; }

static int next_column(const struct merging *m, int g, int i) {
  while (i < m->own_count[g] && is_passed_over(m->whole->columns[m->own_columns[g][i]].key.kind))
    i++;
  return i;
}

static bool is_extra(const struct merging *m, int g, int i) {
  return i < m->own_count[g] && m->whole->columns[m->own_columns[g][i]].key.kind == COLUMN_EXTRA;
}

static bool same_class(const struct merging *m, int g, int h) {
  if (m->alone[g] || m->alone[h])
    return false;
  int i = next_column(m, g, 0), j = next_column(m, h, 0);
  while (i < m->own_count[g] || j < m->own_count[h]) {
    bool both = i < m->own_count[g] && j < m->own_count[h];
    int a = both ? m->own_columns[g][i] : 0, b = both ? m->own_columns[h][j] : 0;
    if (both && same_key(&m->whole->columns[a].key, &m->whole->columns[b].key)) {
      if (!same_column(m, a, b))
        return false;
      i = next_column(m, g, i + 1);
      j = next_column(m, h, j + 1);
    } else if (is_extra(m, g, i))
      i = next_column(m, g, i + 1);
    else if (is_extra(m, h, j))
      j = next_column(m, h, j + 1);
    else
      return false;
  }
  return true;
}

// For two types of one class: may their holidays be added up?
static bool same_away(const struct merging *m, int g, int h) {
  int i = 0, j = 0;
  for (;;) {
    while (i < m->own_count[g] && m->whole->columns[m->own_columns[g][i]].key.kind != COLUMN_AWAY)
      i++;
    while (j < m->own_count[h] && m->whole->columns[m->own_columns[h][j]].key.kind != COLUMN_AWAY)
      j++;
    if (i == m->own_count[g] || j == m->own_count[h])
      return i == m->own_count[g] && j == m->own_count[h];
    int a = m->own_columns[g][i++], b = m->own_columns[h][j++];
    if (!same_key(&m->whole->columns[a].key, &m->whole->columns[b].key) || !same_column(m, a, b))
      return false;
  }
}

// Types that are not merged: by choice, or because of their compensation.
static void find_alone(struct merging *m, const bool *alone) {
  m->alone = arena_array(m->arena, (size_t)m->groups, sizeof *m->alone);
  for (int g = 0; g < m->groups; g++) {
    m->alone[g] = alone && alone[g];
    for (int i = 0; i < m->own_count[g]; i++) {
      int kind = m->whole->columns[m->own_columns[g][i]].key.kind;
      m->alone[g] |= kind == COLUMN_EXTRA_WEEKEND || kind == COLUMN_MOVED_HOLIDAY;
    }
  }
}

static void find_classes(struct merging *m) {
  struct merge *merge = m->merge;
  m->leader = arena_array(m->arena, (size_t)m->groups, sizeof(int));
  m->away_leader = arena_array(m->arena, (size_t)m->groups, sizeof(int));
  merge->class_of = arena_array(m->arena, (size_t)m->groups, sizeof(int));
  for (int g = 0; g < m->groups; g++) {
    int h = 0;
    while (h < g && !(m->leader[h] == h && same_class(m, h, g)))
      h++;
    m->leader[g] = h;
    merge->class_of[g] = h == g ? merge->class_count++ : merge->class_of[h];
    for (h = m->leader[g]; h < g; h++)
      if (m->leader[h] == m->leader[g] && m->away_leader[h] == h && same_away(m, h, g))
        break;
    m->away_leader[g] = h;
  }
}

// --- the merged programme -----------------------------------------------------------------------------------------

static int who_of_column(const struct merging *m, const struct column_key *key) {
  if (!is_column_of_type(key->kind) || is_heads(key->kind))
    return key->who;
  return key->kind == COLUMN_AWAY ? m->away_leader[key->who] : m->leader[key->who];
}

static int who_of_row(const struct merging *m, const struct row_key *key) {
  if (!row_is_of_group(key->kind))
    return key->who;
  return row_family_of(key->kind)->away_only ? m->away_leader[key->who] : m->leader[key->who];
}

static int push_column(struct program *p, const struct program_column *column) {
  struct program_column *made = arena_push(p->arena, &p->columns, &p->column_count, &p->column_room, sizeof *made);
  *made = *column;
  made->tie = 0;
  return (int)p->column_count - 1;
}

// Columns of a class by place, [((7 t + d) shifts + s) 3 + kind], so that members find an existing one.
struct places {
  int *column; // -1: none yet
  int shifts, days;
};

static int *place_of(const struct merging *m, int **tables, const struct column_key *key, int who) {
  const struct unit_year *year = m->whole->year;
  int days = 7 * year->type_count, shifts = year->frame->shift_count;
  int size = days * (shifts + 1) * COLUMN_KINDS;
  if (!tables[who]) {
    tables[who] = arena_array(m->arena, (size_t)size, sizeof(int));
    memset(tables[who], -1, (size_t)size * sizeof(int));
  }
  int day = key->type < 0 ? 0 : 7 * key->type + (key->day < 0 ? 0 : key->day);
  return &tables[who][(day * (shifts + 1) + key->shift + 1) * COLUMN_KINDS + key->kind];
}

static void merge_columns(struct merging *m) {
  const struct program *p = m->whole;
  struct merge *merge = m->merge;
  merge->column_of = arena_array(m->arena, p->column_count, sizeof(int));
  int **tables = arena_array(m->arena, (size_t)m->groups, sizeof *tables);
  for (size_t c = 0; c < p->column_count; c++) {
    const struct column_key *key = &p->columns[c].key;
    if (!is_column_of_type(key->kind) || is_heads(key->kind)) {
      merge->column_of[c] = push_column(merge->program, &p->columns[c]);
      continue;
    }
    int *place = place_of(m, tables, key, who_of_column(m, key));
    if (*place < 0)
      *place = push_column(merge->program, &p->columns[c]);
    merge->column_of[c] = *place;
  }
}

// Rows by their keys: a hash table with open addressing.
struct row_table {
  int *slots;
  size_t size;
};

static size_t hash_of(const struct row_key *key) {
  const int parts[] = {key->kind,  key->type,    key->day,        key->who,        key->interval,
                       key->level, key->segment, key->type_after, (int)key->minute};
  size_t hash = 5381;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    hash = hash * 1000003 + (size_t)parts[i];
  return hash ^ hash >> 17;
}

static int *row_slot(const struct row_table *table, const struct program *p, const struct row_key *key) {
  size_t at = hash_of(key) % table->size;
  while (table->slots[at] >= 0 && memcmp(&p->rows[table->slots[at]].key, key, sizeof *key))
    at = (at + 1) % table->size;
  return &table->slots[at];
}

static int *merge_rows(struct merging *m) {
  const struct program *p = m->whole;
  struct program *made = m->merge->program;
  int *row_of = arena_array(m->arena, p->row_count, sizeof *row_of);
  struct row_table table = {.size = 2 * p->row_count + 1};
  table.slots = arena_array(m->arena, table.size, sizeof(int));
  memset(table.slots, -1, table.size * sizeof(int));
  for (size_t r = 0; r < p->row_count; r++) {
    struct program_row row = p->rows[r];
    row.key.who = who_of_row(m, &row.key);
    int *slot = row_slot(&table, made, &row.key);
    if (*slot < 0) {
      *slot = (int)made->row_count;
      struct program_row *added =
          arena_push(made->arena, &made->rows, &made->row_count, &made->row_room, sizeof *added);
      *added = row;
    } else {
      made->rows[*slot].lower += row.lower;
      made->rows[*slot].upper += row.upper;
    }
    row_of[r] = *slot;
  }
  return row_of;
}

// The first of the merged columns represents them all; the others have the same numbers.
static void merge_entries(struct merging *m, const int *row_of) {
  const struct program *p = m->whole;
  struct merge *merge = m->merge;
  struct program *made = merge->program;
  bool *stands = arena_array(m->arena, p->column_count, sizeof *stands);
  int seen = -1;
  for (size_t c = 0; c < p->column_count; c++) {
    stands[c] = merge->column_of[c] > seen;
    seen = stands[c] ? merge->column_of[c] : seen;
  }
  int *first = arena_array(m->arena, made->row_count + 1, sizeof *first);
  for (size_t e = 0; e < p->entry_count; e++)
    if (stands[p->entries[e].column])
      first[row_of[p->entries[e].row] + 1]++;
  for (size_t r = 0; r < made->row_count; r++)
    first[r + 1] += first[r];
  made->entry_count = made->entry_room = (size_t)first[made->row_count];
  made->entries = arena_array(m->arena, made->entry_count, sizeof *made->entries);
  for (size_t e = 0; e < p->entry_count; e++)
    if (stands[p->entries[e].column]) {
      int row = row_of[p->entries[e].row];
      made->entries[first[row]++] = (struct program_entry){
          .row = row, .column = merge->column_of[p->entries[e].column], .value = p->entries[e].value};
    }
}

static struct program *program_like(struct arena *arena, const struct program *p) {
  struct program *made = arena_alloc(arena, sizeof *made);
  *made = (struct program){.arena = arena,
                           .year = p->year,
                           .variant = p->variant,
                           .positions = p->positions,
                           .constant_kr = p->constant_kr,
                           .constant_year_kr = p->constant_year_kr,
                           .gap = p->gap};
  return made;
}

struct merge *program_merge(struct arena *arena, const struct program *program, const bool *alone) {
  struct merge *merge = arena_alloc(arena, sizeof *merge);
  *merge = (struct merge){.whole = program, .program = program_like(arena, program)};
  struct merging m = {.merge = merge,
                      .whole = program,
                      .arena = arena,
                      .columns = columns_of(arena, program),
                      .groups = program->year->frame->group_count};
  list_columns(&m);
  find_alone(&m, alone);
  find_classes(&m);
  merge_columns(&m);
  merge_entries(&m, merge_rows(&m));
  return merge;
}

// --- plans with nobody missing ------------------------------------------------------------------------------------

struct trim {
  const struct program *from;
  const int *column_of; // -1: left out
  int *first;           // [row_count + 1] entries of a row
  double *value;        // [column_count] of one row, else 0
  bool *drop;           // [row_count]
};

// Does row `by` imply the cover row r? Both are sums of people that must reach a number.
static bool row_implied(const struct trim *t, int r, int by) {
  const struct program *p = t->from;
  if (p->rows[by].lower < p->rows[r].lower)
    return false;
  for (int e = t->first[r]; e < t->first[r + 1]; e++)
    t->value[p->entries[e].column] = p->entries[e].value;
  bool implied = true;
  for (int e = t->first[by]; e < t->first[by + 1] && implied; e++)
    if (t->column_of[p->entries[e].column] >= 0 && p->columns[p->entries[e].column].key.kind != COLUMN_SHORT)
      implied = t->value[p->entries[e].column] >= p->entries[e].value;
  for (int e = t->first[r]; e < t->first[r + 1]; e++)
    t->value[p->entries[e].column] = 0;
  return implied;
}

static bool same_day(const struct row_key *a, const struct row_key *b) {
  return a->kind == ROW_COVER && b->kind == ROW_COVER && a->type == b->type && a->day == b->day;
}

// Cover rows of a day are consecutive.
static void drop_rows(struct trim *t) {
  const struct program *p = t->from;
  int count = (int)p->row_count;
  for (int r = 0; r < count; r++) {
    t->drop[r] = !row_is_least(p->rows[r].key.kind) && isinf(p->rows[r].lower) && isinf(p->rows[r].upper);
    int from = r, to = r;
    while (from > 0 && same_day(&p->rows[from - 1].key, &p->rows[r].key))
      from--;
    while (to + 1 < count && same_day(&p->rows[to + 1].key, &p->rows[r].key))
      to++;
    for (int by = from; by <= to && from < to && !t->drop[r]; by++)
      t->drop[r] = by != r && !(by < r && t->drop[by]) && row_implied(t, r, by);
  }
}

static struct program *trimmed(struct arena *arena, const struct trim *t) {
  const struct program *p = t->from;
  struct program *made = program_like(arena, p);
  for (size_t c = 0; c < p->column_count; c++)
    if (t->column_of[c] >= 0)
      push_column(made, &p->columns[c]);
  for (size_t r = 0; r < p->row_count; r++) {
    if (t->drop[r])
      continue;
    struct program_row *row = arena_push(arena, &made->rows, &made->row_count, &made->row_room, sizeof *row);
    *row = p->rows[r];
    for (int e = t->first[r]; e < t->first[r + 1]; e++) {
      int column = t->column_of[p->entries[e].column];
      if (column < 0)
        continue;
      struct program_entry *entry =
          arena_push(arena, &made->entries, &made->entry_count, &made->entry_room, sizeof *entry);
      *entry = (struct program_entry){.row = (int)made->row_count - 1, .column = column, .value = p->entries[e].value};
    }
  }
  return made;
}

struct program *program_without_shortfall(struct arena *arena, const struct program *program) {
  int kept = 0, *column_of = arena_array(arena, program->column_count, sizeof *column_of);
  for (size_t c = 0; c < program->column_count; c++) {
    const struct program_column *column = &program->columns[c];
    bool out = column->upper <= 0 && column->lower >= 0;
    column_of[c] = out ? -1 : kept++;
  }
  struct trim t = {.from = program,
                   .column_of = column_of,
                   .first = arena_array(arena, program->row_count + 1, sizeof(int)),
                   .value = arena_array(arena, program->column_count, sizeof(double)),
                   .drop = arena_array(arena, program->row_count, sizeof(bool))};
  for (size_t e = 0; e < program->entry_count; e++)
    t.first[program->entries[e].row + 1]++;
  for (size_t r = 0; r < program->row_count; r++)
    t.first[r + 1] += t.first[r];
  drop_rows(&t);
  return trimmed(arena, &t);
}
