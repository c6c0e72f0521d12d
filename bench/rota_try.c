#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "rota/lines.h"
#include "support/rota_wards.h"
int main(int c, char **v) {
  int weeks = atoi(v[1]); int seeds = atoi(v[2]); long steps = c > 3 ? atol(v[3]) : 0;
  for (int seed = 1; seed <= seeds; seed++) {
    struct arena *a = arena_new();
    struct rota_problem *p = rota_three_shifts(a, (struct ward_shape){.weeks = weeks});
    clock_t b = clock();
    struct rota_answer r = rota_solve_lines(a, p, &(struct rota_limits_of_search){.seed = (uint64_t)seed, .steps = steps});
    printf("w %d seed %d: %.2f s bound %.2f cost %.2f idle %.2f on %d off %d short %d miss %.2f steps %ld\n", weeks, seed,
      (double)(clock() - b) / CLOCKS_PER_SEC, r.bound_kr, r.measure.cost_kr, r.measure.idle_h, r.measure.single_days_on, r.measure.single_days_off, r.measure.short_changes, r.measure.missing_h, r.steps);
    arena_free(a);
  }
}
