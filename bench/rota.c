// SPDX-License-Identifier: GPL-3.0-or-later
// Times of base rotas: the twenty of bench/rws, and made ones of the same kind up to 200 people. Each rota found is
// checked by the slow checker of the tests. Usage: rota FOLDER [MADE [FIRST SEED]]
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "rota/solve.h"
#include "support/rota_check.h"
#include "support/rws.h"

static double cpu_s(void) { return (double)clock() / CLOCKS_PER_SEC; }

struct tally {
  int count, found, none, undecided, wrong, slow;
  double seconds, longest;
};

static const char *const words[] = {"found", "none", "undecided", "failed"};

static void time_one(const struct rota_problem *problem, const char *name, struct tally *tally) {
  struct arena *arena = arena_new();
  double begun = cpu_s();
  struct rota_answer answer = rota_solve(arena, problem, NULL);
  double taken = cpu_s() - begun;
  bool wrong = false;
  if (answer.outcome == ROTA_FOUND) {
    struct slow_cover cover = slow_cover(problem, answer.rota);
    wrong = !slow_shape_is_right(problem, answer.rota) || slow_breaches(problem, answer.rota) || cover.short_of_need ||
            cover.above_most;
  }
  printf("%s;%d;%s;%.3f;%ld;%ld;%s\n", name, problem->groups[0].heads, words[answer.outcome], taken, answer.pivots,
         answer.steps, wrong ? "WRONG" : "right");
  fflush(stdout);
  tally->count++;
  tally->found += answer.outcome == ROTA_FOUND;
  tally->none += answer.outcome == ROTA_NONE;
  tally->undecided += answer.outcome == ROTA_UNDECIDED || answer.outcome == ROTA_FAILED;
  tally->wrong += wrong;
  tally->slow += taken > 10;
  tally->seconds += taken;
  tally->longest = taken > tally->longest ? taken : tally->longest;
  arena_free(arena);
}

static void say(const char *what, const struct tally *tally) {
  printf("# %s: %d, found %d, none %d, undecided %d, wrong %d, over 10 s %d, CPU %.2f s, mean %.3f s, longest %.3f s\n",
         what, tally->count, tally->found, tally->none, tally->undecided, tally->wrong, tally->slow, tally->seconds,
         tally->seconds / (tally->count ? tally->count : 1), tally->longest);
}

int main(int count, char **arguments) {
  if (count < 2)
    return 2;
  struct arena *arena = arena_new();
  struct tally real = {0}, made = {0};
  printf("rota;people;answer;cpu_s;pivots;nodes;checked\n");
  for (int i = 1; i <= 20; i++) {
    struct rota_problem *problem = rws_read(arena, arena_printf(arena, "%s/Example%d.txt", arguments[1], i));
    if (problem)
      time_one(problem, arena_printf(arena, "Example%d", i), &real);
  }
  int asked = count > 2 ? atoi(arguments[2]) : 100, first = count > 3 ? atoi(arguments[3]) : 1;
  for (int seed = first; seed < first + asked; seed++) {
    struct random random = {(uint64_t)seed};
    int heads = 10 + random_below(&random, 191);
    time_one(rws_made(arena, &random, heads), arena_printf(arena, "made%d", seed), &made);
  }
  say("real", &real);
  say("made", &made);
  arena_free(arena);
  return real.found != 20 || real.wrong + made.wrong > 0;
}
