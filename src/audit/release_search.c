// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/release_search.h"

#include <math.h>
#include <string.h>

#include "audit/release_alike.h"
#include "base/tolerance.h"

enum { NODES_MOST = 1000 };            // a count, not a time, so that the search gives the same answer on any machine
static const double PLAY_KR = 0.01;    // a choice must be better by this much; anything less is rounding
static const double PLAY_SHARE = 1e-9; // the same, relative to the cost

struct node {
  double *least, *most; // [head_count]
  double bound_kr;      // bound of its parent node
};

struct searching {
  struct arena *arena;
  const struct release_question *question;
  struct release_answer *out;
  int head_count, segments;
  size_t *columns;                 // [head_count * segments] column indices in the programme
  const int *order;                // [head_count] branching order of the heads, by the names of their groups
  struct arena *at, *before;       // memory of the current node, and of the last node that was branched
  const struct basis *start;       // in `before`, or the question's
  const struct solution *solution; // solution of the current node
  struct node *open;
  size_t open_count, open_room;
};

static size_t column_at(const struct searching *s, int head, int segment) {
  return s->columns[head * s->segments + segment];
}

static double play_kr(const struct searching *s) { return PLAY_KR + PLAY_SHARE * fabs(s->out->cost_kr); }

static bool is_worse(const struct searching *s, double kr) { return kr >= s->out->cost_kr - play_kr(s); }

static double gone_in(const struct searching *s, int head) { return s->solution->values[column_at(s, head, 0)]; }

// ---------------------------------------------------------------- nodes

static void find_heads(struct searching *s) {
  const struct program *program = s->question->program;
  int groups = program->year->frame->group_count;
  s->segments = program->year->segment_count;
  s->columns = arena_array(s->arena, (size_t)groups * (size_t)s->segments, sizeof *s->columns);
  for (size_t c = 0; c < program->column_count; c++) {
    const struct program_column *column = &program->columns[c];
    if (column->key.kind == COLUMN_DOWN)
      s->columns[column->key.who * s->segments + column->key.segment] = c;
  }
  s->head_count = groups;
  s->order = groups_by_name(s->arena, program->year->frame);
}

static struct node *push_node(struct searching *s, const struct node *from, double bound_kr) {
  size_t size = (size_t)s->head_count * sizeof(double);
  struct node node = {arena_alloc(s->arena, size), arena_alloc(s->arena, size), bound_kr};
  memcpy(node.least, from->least, size);
  memcpy(node.most, from->most, size);
  struct node *pushed = arena_push(s->arena, &s->open, &s->open_count, &s->open_room, sizeof node);
  *pushed = node;
  return pushed;
}

static void push_root(struct searching *s) {
  size_t size = (size_t)s->head_count * sizeof(double);
  struct node root = {arena_alloc(s->arena, size), arena_alloc(s->arena, size), -INFINITY};
  for (int h = 0; h < s->head_count; h++) {
    root.most[h] = INFINITY;
    for (int k = 0; k < s->segments; k++)
      root.most[h] = fmin(root.most[h], s->question->program->columns[column_at(s, h, k)].upper);
  }
  push_node(s, &root, -INFINITY);
}

static const struct program *node_program(const struct searching *s, const struct node *node) {
  struct program *program = program_copy(s->at, s->question->program);
  for (int h = 0; h < s->head_count; h++)
    for (int k = 0; k < s->segments; k++) {
      struct program_column *column = &program->columns[column_at(s, h, k)];
      column->lower = node->least[h];
      column->upper = node->most[h];
      column->whole = false;
    }
  return program;
}

static bool is_within(double h, double most_h) { return h <= most_h * (1 + 1e-6) + NO_HOURS_IN_YEAR; }

// Can the node still improve the answer? Also false if the solver failed.
static bool solve_node(struct searching *s, const struct node *node) {
  s->at = arena_new();
  const struct solve_limits limits = {.covered = s->question->shortfall_h <= NO_HOURS_IN_YEAR,
                                      .cost_below_kr = s->out->cost_kr - play_kr(s),
                                      .same_prices = s->before};
  s->solution = study_solve_within(s->question->study, s->at, node_program(s, node), s->start, &limits);
  if (s->solution->status == SOLVE_BEYOND)
    return false;
  if (s->solution->status != SOLVE_OPTIMAL) {
    s->out->status = s->solution->status;
    s->out->why = s->solution->fault;
    return false;
  }
  bool covered = is_within(s->solution->shortfall_h, s->question->shortfall_h);
  bool unforeseen = is_within(s->solution->last_resort_h, s->question->last_resort_h);
  return covered && unforeseen && !is_worse(s, s->solution->cost_kr);
}

// The next node starts from this one's basis.
static void start_from_here(struct searching *s) {
  arena_free(s->before);
  s->before = s->at;
  s->start = s->solution->basis;
  s->at = NULL;
}

// ---------------------------------------------------------------- branches

// The head that is farthest from a whole number; among equals, the first by name; -1: all are whole.
static int broken_head(const struct searching *s) {
  int broken = -1;
  double most = 0;
  for (int i = 0; i < s->head_count; i++) {
    double away = fabs(gone_in(s, s->order[i]) - round(gone_in(s, s->order[i])));
    if (away > most + WHOLE_HEADS) {
      most = away;
      broken = s->order[i];
    }
  }
  return broken;
}

static void keep_choice(struct searching *s) {
  struct release_answer *out = s->out;
  if (!out->gone)
    out->gone = arena_array(s->arena, s->question->program->column_count, sizeof(double));
  for (int h = 0; h < s->head_count; h++)
    for (int k = 0; k < s->segments; k++)
      out->gone[column_at(s, h, k)] = round(gone_in(s, h));
  share_among_alike(s->arena, s->question->program, out->gone);
  out->cost_kr = s->solution->cost_kr;
}

// The branch where fewer go comes first: it is more likely to leave no hours empty.
static void branch(struct searching *s, const struct node *node) {
  int head = broken_head(s);
  if (head < 0) {
    keep_choice(s);
    return;
  }
  double at = gone_in(s, head), kr = s->solution->cost_kr;
  struct node *more = push_node(s, node, kr);
  more->least[head] = fmax(more->least[head], ceil(at));
  struct node *fewer = push_node(s, node, kr);
  fewer->most[head] = fmin(fewer->most[head], floor(at));
}

static bool is_empty(const struct searching *s, const struct node *node) {
  for (int h = 0; h < s->head_count; h++)
    if (node->least[h] > node->most[h])
      return true;
  return false;
}

static void look_at(struct searching *s, struct node node) {
  if (is_worse(s, node.bound_kr) || is_empty(s, &node))
    return;
  if (solve_node(s, &node)) {
    branch(s, &node);
    start_from_here(s);
  }
  arena_free(s->at);
  s->at = NULL;
}

static double bound_kr(const struct searching *s) {
  double kr = s->out->cost_kr;
  for (size_t i = 0; i < s->open_count; i++)
    kr = fmin(kr, s->open[i].bound_kr);
  return kr;
}

struct release_answer release_search(struct arena *arena, const struct release_question *question) {
  struct release_answer out = {.status = SOLVE_OPTIMAL, .cost_kr = question->worth_kr};
  struct searching s = {.arena = arena, .question = question, .out = &out, .start = question->start};
  find_heads(&s);
  push_root(&s);
  int nodes = 0;
  while (s.open_count && out.status == SOLVE_OPTIMAL) {
    if (nodes++ == NODES_MOST)
      out.status = SOLVE_LIMIT;
    else
      look_at(&s, s.open[--s.open_count]);
  }
  if (out.status != SOLVE_OPTIMAL)
    s.open_count += nodes <= NODES_MOST; // a node that failed stays open: none of its choices is ruled out
  out.bound_kr = bound_kr(&s);
  arena_free(s.before);
  return out;
}
