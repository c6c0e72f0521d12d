// SPDX-License-Identifier: GPL-3.0-or-later
// A span is processed in stretches: it is cut at its break, at midnight and wherever a supplement begins or ends, so
// every minute of a stretch earns the same.
#include "pay/pay.h"

#include <assert.h>

#include "calendar/dayset.h"
#include "pay/oncosts.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"

enum { PAY_WEEKS_PER_YEAR = 52, MINUTES_PER_HOUR = 60, SEVEN = 7, E6_PER_ORE = 10000 };

struct stretch {
  day_number day;
  int64_t minutes;
  const struct supplement_row *won[ALL_STACKS]; // the row that applies in each stack; NULL: none
};

// A visitor of a span: called for every stretch with its own state.
struct walk {
  const struct tables *tables;
  const struct pay_terms *terms; // whose supplements
  void (*visit)(void *state, const struct stretch *stretch);
  void *state;
};

int64_t pay_worked_minutes(const struct pay_span *span) {
  int64_t worked_min = span_min(span->start_min, span->end_min) - span->break_min;
  for (int i = 0; i < span->pause_count; i++)
    worked_min -= span->pauses[i].minutes;
  return worked_min > 0 ? worked_min : 0;
}

int64_t pay_break_begins(const struct pay_span *span) {
  return span->start_min + (span->break_after_min ? span->break_after_min : pay_worked_minutes(span) / 2);
}

static int add_stretch(struct pay_stretch *stretches, int count, int64_t from_min, int64_t to_min) {
  if (from_min < to_min)
    stretches[count++] = (struct pay_stretch){from_min, to_min};
  return count;
}

int pay_stretches(const struct pay_span *span, struct pay_stretch stretches[PAY_STRETCHES_MOST]) {
  int64_t at_min = span->start_min, end_min = span->start_min + span_min(span->start_min, span->end_min);
  int64_t break_min = pay_break_begins(span);
  bool taken = span->break_min == 0;
  int count = 0;
  if (!pay_worked_minutes(span))
    return 0;
  for (int i = 0; i < span->pause_count; i++) {
    int64_t pause_min = span->start_min + span->pauses[i].after_min;
    if (!taken && break_min <= pause_min) {
      count = add_stretch(stretches, count, at_min, break_min);
      at_min = break_min + span->break_min;
      taken = true;
    }
    count = add_stretch(stretches, count, at_min, pause_min);
    at_min = pause_min + span->pauses[i].minutes;
  }
  if (!taken) {
    count = add_stretch(stretches, count, at_min, break_min);
    at_min = break_min + span->break_min;
  }
  return add_stretch(stretches, count, at_min, end_min);
}

// Minutes called out; and the mean over all minutes of a duty of the weights of the called-out and the other minutes,
// e8.
static int64_t called_minutes(const struct pay_span *span) {
  int64_t worked_min = pay_worked_minutes(span);
  return span->passive.called_min < worked_min ? span->passive.called_min : worked_min;
}
static int64_t passive_mean(const struct pay_span *span, int64_t at_rest_e8, int64_t called_e8) {
  int64_t worked_min = pay_worked_minutes(span), called_min = called_minutes(span);
  if (!worked_min)
    return 0;
  return fixed_divide((int128)(worked_min - called_min) * at_rest_e8 + (int128)called_min * called_e8, worked_min);
}

int64_t pay_counted_minutes(const struct pay_span *span) {
  int64_t worked_min = pay_worked_minutes(span), called_min = called_minutes(span);
  if (!span->passive.is)
    return worked_min;
  return called_min + fixed_divide((int128)(worked_min - called_min) * span->passive.counts_e8, ONE_E8);
}

int64_t pay_span_minutes(const struct pay_span *span) {
  int64_t worked_min = pay_worked_minutes(span);
  if (span->passive.is)
    return pay_counted_minutes(span);
  return worked_min && worked_min < span->least_paid_min ? span->least_paid_min : worked_min;
}

static int64_t sign_of(int64_t left, int64_t right) { return (left > right) - (left < right); }

static int64_t closeness(const struct supplement_row *row) {
  return 2 * (row->unit != NOT_GIVEN) + (row->category != NOT_GIVEN);
}

// Which of two rows of a stack applies, by priority and then by the order given in pay.h.
static const struct supplement_row *row_that_wins(const struct supplement_row *held, const struct supplement_row *row) {
  if (!held)
    return row;
  int64_t order = 32 * sign_of(row->priority, held->priority) + 16 * sign_of(closeness(row), closeness(held)) +
                  8 * sign_of(row->line, held->line) + 4 * sign_of(row->valid_from, held->valid_from) +
                  2 * sign_of(row->percent_e8, held->percent_e8) +
                  sign_of(row->minimum_ore_per_h, held->minimum_ore_per_h);
  return order > 0 ? row : held;
}

static bool row_is_for(const struct supplement_row *row, const struct pay_terms *terms) {
  return (row->category == NOT_GIVEN || row->category == terms->category) &&
         (row->unit == NOT_GIVEN || row->unit == terms->unit);
}

static bool row_is_valid(const struct supplement_row *row, day_number price_day) {
  return row->valid_from <= price_day && (row->valid_to == NOT_GIVEN || row->valid_to >= price_day);
}

struct day_part {
  day_number day, price_day;
  dayset days;
  int64_t from_min, to_min; // minutes of the day
};

// The stretch that begins at the start of the part.
static struct stretch stretch_first(const struct walk *walk, const struct day_part *part) {
  const struct tables *tables = walk->tables;
  struct stretch stretch = {.day = part->day};
  int64_t until_min = part->to_min;
  const struct supplement_row *rows = supplement_rows(tables);
  for (size_t i = 0; i < row_count(tables, TABLE_SUPPLEMENTS); i++) {
    const struct supplement_row *row = &rows[i];
    if (!(row->days & part->days) || row->clock_to_min <= part->from_min || !row_is_valid(row, part->price_day))
      continue;
    if (!row_is_for(row, walk->terms))
      continue;
    bool begun = row->clock_from_min <= part->from_min;
    int64_t change_min = begun ? row->clock_to_min : row->clock_from_min;
    if (change_min < until_min)
      until_min = change_min;
    if (begun)
      stretch.won[row->stack] = row_that_wins(stretch.won[row->stack], row);
  }
  stretch.minutes = until_min - part->from_min;
  return stretch;
}

static void day_part_walk(const struct walk *walk, struct day_part part) {
  while (part.from_min < part.to_min) {
    struct stretch stretch = stretch_first(walk, &part);
    walk->visit(walk->state, &stretch);
    part.from_min += stretch.minutes;
  }
}

// Minutes counted from midnight of `day`, past 1440 into the next day.
static void minutes_walk(const struct walk *walk, day_number day, int64_t from_min, int64_t to_min) {
  while (from_min < to_min) {
    day_number today = day + (day_number)(from_min / MINUTES_PER_DAY);
    int64_t midnight_min = (int64_t)(today - day) * MINUTES_PER_DAY;
    int64_t rest_min = to_min - midnight_min;
    struct day_part part = {.day = today,
                            .price_day = price_day_of(walk->tables, today),
                            .days = pay_days_of(today),
                            .from_min = from_min - midnight_min,
                            .to_min = rest_min < MINUTES_PER_DAY ? rest_min : MINUTES_PER_DAY};
    day_part_walk(walk, part);
    from_min = midnight_min + part.to_min;
  }
}

static void span_walk(const struct walk *walk, const struct pay_span *span) {
  struct pay_stretch stretches[PAY_STRETCHES_MOST];
  int64_t worked_min = pay_worked_minutes(span);
  if (!worked_min)
    return;
  for (int i = 0, count = pay_stretches(span, stretches); i < count; i++)
    minutes_walk(walk, span->day, stretches[i].from_min, stretches[i].to_min);
  struct stretch paid_only = {.day = span->day, .minutes = span->passive.is ? 0 : pay_span_minutes(span) - worked_min};
  if (paid_only.minutes)
    walk->visit(walk->state, &paid_only);
}

struct minute_count {
  int64_t supplement[SUPPLEMENT_LINES];
  int64_t unsocial; // minutes that earn any supplement
};

static void stretch_count(void *state, const struct stretch *stretch) {
  struct minute_count *count = state;
  bool unsocial = false;
  for (int stack = 0; stack < STACKS; stack++) {
    if (!stretch->won[stack])
      continue;
    count->supplement[stretch->won[stack]->line] += stretch->minutes;
    unsocial = true;
  }
  count->unsocial += unsocial ? stretch->minutes : 0;
}

static struct minute_count minutes_count(const struct tables *tables, const struct pay_terms *terms,
                                         const struct pay_span *span) {
  struct minute_count count = {0};
  struct walk walk = {.tables = tables, .terms = terms, .visit = stretch_count, .state = &count};
  span_walk(&walk, span);
  return count;
}

void pay_supplement_minutes(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span,
                            int64_t minutes[SUPPLEMENT_LINES]) {
  struct minute_count count = minutes_count(tables, terms, span);
  for (int line = 0; line < SUPPLEMENT_LINES; line++)
    minutes[line] = count.supplement[line];
}

// The exact sums of a span. Pay of a minute is yearly pay x share / (52 x full-time week), or 365/7 of it; the
// numerators below are seven times that, kept over these denominators:
//   base        7 x 52 x full_time_min x 1e8, or 365 x ...
//   overtime    the same x 1e8             (for the overtime share); with a divisor its minutes for 52 x full_time_min
//   supplement  the same x 60 x 1e8        (for the percentage, and for a minimum given per hour)
struct money_sums {
  const struct tables *tables;
  const struct pay_terms *terms;
  day_number day; // the day of the pay below; DAY_NONE: none yet
  int64_t yearly_pay_ore, overtime_e8, overtime_holiday_e8;
  int128 base, overtime, supplement[SUPPLEMENT_LINES];
  int128 duty; // over the denominator of base: the pay of own staff for a passive duty beyond their position
};

static void sums_turn_to_day(struct money_sums *sums, day_number day) {
  if (sums->day == day)
    return;
  sums->day = day;
  sums->yearly_pay_ore = yearly_pay_on(sums->tables, sums->terms->category, day);
  if (sums->terms->form == PAY_OVERTIME) {
    sums->overtime_e8 = rate_on(sums->tables, RATE_OVERTIME, NULL, day);
    sums->overtime_holiday_e8 = rate_on(sums->tables, RATE_OVERTIME_HOLIDAY, NULL, day);
  }
}

// Minutes of a full-time year, times seven.
static int128 year_minutes_of(const struct money_sums *sums) {
  bool by_days = settings_of(sums->tables)->year_weeks == YEAR_365_7;
  return (int128)(by_days ? 365 : SEVEN * PAY_WEEKS_PER_YEAR) * sums->terms->full_time_min;
}

// The value of a minute under the row, over the denominator of supplements.
static int128 supplement_of_minute(const struct money_sums *sums, const struct supplement_row *row) {
  int128 share = (int128)SEVEN * sums->yearly_pay_ore * sums->terms->pay_e8 * row->percent_e8 * MINUTES_PER_HOUR;
  int128 least = year_minutes_of(sums) * row->minimum_ore_per_h * ONE_E8 * ONE_E8;
  return share > least ? share : least;
}

static void stretch_price(void *state, const struct stretch *stretch) {
  struct money_sums *sums = state;
  sums_turn_to_day(sums, stretch->day);
  int128 base = (int128)SEVEN * sums->yearly_pay_ore * sums->terms->pay_e8 * stretch->minutes;
  bool holiday = false;
  for (int stack = 0; stack < STACKS; stack++) {
    const struct supplement_row *row = stretch->won[stack];
    if (!row)
      continue;
    sums->supplement[row->line] += supplement_of_minute(sums, row) * stretch->minutes;
    holiday = holiday || row->line == SUPPLEMENT_HOLIDAY;
  }
  const struct supplement_row *by_clock = stretch->won[STACK_OVERTIME];
  int64_t overtime_e8 = by_clock ? by_clock->percent_e8 : sums->overtime_e8;
  sums->base += base;
  sums->overtime += base * (ONE_E8 + (holiday ? sums->overtime_holiday_e8 : overtime_e8));
}

// Rounds towards 0; the numerator is so large that its product with the share would overflow.
static int128 share_of_numerator(int128 numerator, int64_t share_e8) {
  return numerator / ONE_E8 * share_e8 + numerator % ONE_E8 * share_e8 / ONE_E8;
}

// Scales the numerators of a passive duty to the share that is paid.
static void passive_weigh(const struct pay_span *span, struct money_sums *sums) {
  const struct pay_passive *passive = &span->passive;
  int64_t paid_e8 = passive_mean(span, passive->paid_e8, passive->called_pay_e8);
  int64_t clock_e8 = passive_mean(span, passive->paid_e8, 0);
  sums->duty = share_of_numerator(
      sums->base, passive_mean(span, passive->paid_e8 - passive->counts_e8, passive->called_pay_e8 - ONE_E8));
  sums->base = share_of_numerator(sums->base, paid_e8);
  sums->overtime = share_of_numerator(sums->overtime, paid_e8);
  for (int line = 0; line < SUPPLEMENT_LINES; line++)
    sums->supplement[line] = share_of_numerator(sums->supplement[line], clock_e8);
}

static struct money_sums money_sum(const struct tables *tables, const struct pay_terms *terms,
                                   const struct pay_span *span) {
  struct money_sums sums = {.tables = tables, .terms = terms, .day = DAY_NONE};
  struct walk walk = {.tables = tables, .terms = terms, .visit = stretch_price, .state = &sums};
  span_walk(&walk, span);
  if (span->passive.is)
    passive_weigh(span, &sums);
  return sums;
}

static struct exact_ore base_of(const struct money_sums *sums) {
  return (struct exact_ore){sums->base, year_minutes_of(sums) * ONE_E8};
}

static struct exact_ore duty_of(const struct money_sums *sums) {
  return (struct exact_ore){sums->duty, year_minutes_of(sums) * ONE_E8};
}

static void supplements_book(const struct money_sums *sums, struct ledger *ledger) {
  int128 denominator = year_minutes_of(sums) * MINUTES_PER_HOUR * ONE_E8 * ONE_E8;
  for (int line = 0; line < SUPPLEMENT_LINES; line++)
    if (sums->supplement[line])
      ledger->ore[ledger_line_of_supplement((enum supplement_line)line)] =
          fixed_divide(sums->supplement[line], denominator);
}

// Supplements that colleagues off sick would have earned: with a share s of the group away, those at work are 1 - s.
// The pay of those at home with a sick child is not refunded.
// paid to those at home with a sick child is not refunded.
static void own_book(const struct money_sums *sums, const struct on_costs *costs, struct ledger *ledger) {
  int64_t sick_e8 = sums->terms->sick_e8;
  assert(sick_e8 >= 0 && sick_e8 < ONE_E8);
  supplements_book(sums, ledger);
  ledger->ore[LEDGER_DUTY] += exact_round(duty_of(sums));
  if (settings_of(sums->tables)->sick_supplements == YES) {
    int64_t sick_pay_ore = fixed_divide((int128)ledger_pay(ledger) * sick_e8, ONE_E8 - sick_e8);
    ledger->ore[LEDGER_SICK_PAY] = sick_pay_ore;
    int64_t child_ore = sick_e8 ? fixed_divide((int128)sick_pay_ore * sums->terms->child_e8, sick_e8) : 0;
    ledger->ore[LEDGER_SICK_REFUND] = sick_refund(costs, sick_pay_ore - child_ore);
  }
  ledger->ore[LEDGER_PENSION] = fixed_share(ledger_pay(ledger), costs->pension_e8);
}

static void hourly_book(const struct money_sums *sums, const struct on_costs *costs, struct ledger *ledger) {
  enum ledger_line line = sums->terms->form == PAY_EXTRA ? LEDGER_EXTRA : LEDGER_SUBSTITUTES;
  supplements_book(sums, ledger);
  ledger->ore[line] = exact_round(base_of(sums));
  ledger->ore[LEDGER_PENSION] = fixed_share(ledger_pay(ledger), costs->variable_pension_e8);
}

static void overtime_book(const struct money_sums *sums, const struct on_costs *costs, struct ledger *ledger) {
  const int64_t one_e6 = 1000000;
  int128 year_min_e6 = (int128)SEVEN * costs->overtime_divisor_e6 * MINUTES_PER_HOUR;
  if (!year_min_e6)
    year_min_e6 = year_minutes_of(sums) * one_e6;
  ledger->ore[LEDGER_OVERTIME] = fixed_divide(sums->overtime * one_e6, year_min_e6 * ONE_E8 * ONE_E8);
}

static void direct_book(const struct money_sums *sums, const struct on_costs *costs, struct ledger *ledger) {
  struct exact_ore pensionable = base_of(sums);
  supplements_book(sums, ledger);
  pensionable.numerator += pensionable.denominator * ledger_pay(ledger);
  ledger->ore[LEDGER_BASE_PAY] = pay_less_holiday_weeks(costs, base_of(sums));
  ledger->ore[LEDGER_PENSION] = exact_share(pensionable, costs->pension_e8);
}

static struct ledger agency_bill(const struct tables *tables, const struct pay_terms *terms,
                                 const struct pay_span *span) {
  int64_t unsocial_min = minutes_count(tables, terms, span).unsocial;
  int64_t paid_min = span->passive.is ? pay_worked_minutes(span) : pay_span_minutes(span);
  int64_t social_min = paid_min - unsocial_min;
  int64_t billed_e8 = span->passive.is ? passive_mean(span, span->passive.paid_e8, ONE_E8) : ONE_E8;
  int64_t unsocial_ore_per_h =
      terms->unsocial_ore_per_h == NOT_GIVEN ? terms->price_ore_per_h : terms->unsocial_ore_per_h;
  int128 bill = (int128)terms->price_ore_per_h * social_min + (int128)unsocial_ore_per_h * unsocial_min;
  return (struct ledger){.ore[LEDGER_AGENCY] = fixed_divide(bill * billed_e8, MINUTES_PER_HOUR * ONE_E8)};
}

// Prices the span for people of one age.
static struct ledger span_at(const struct money_sums *sums, enum age age, const struct pay_span *span) {
  // Each function books the pay of its form and the pension on it.
  static void (*const books[])(const struct money_sums *, const struct on_costs *, struct ledger *) = {
      [PAY_OWN] = own_book,           [PAY_EXTRA] = hourly_book,  [PAY_SUBSTITUTE] = hourly_book,
      [PAY_OVERTIME] = overtime_book, [PAY_DIRECT] = direct_book,
  };
  const struct pay_terms *terms = sums->terms;
  assert((size_t)terms->form < sizeof books / sizeof *books && books[terms->form]);
  struct payee payee = {terms->category, terms->position_e8, terms->over_60_e8};
  struct ledger ledger = {0};
  int64_t split_e6 = span->pause_count ? rate_on(sums->tables, RATE_SPLIT_SUPPLEMENT, NULL, span->day) : 0;
  if (split_e6 != NOT_GIVEN && terms->form != PAY_OVERTIME) // scenario_read requires the rate
    ledger.ore[LEDGER_DUTY] = fixed_divide(split_e6, E6_PER_ORE);
  struct on_costs costs = on_costs_on(sums->tables, &payee, age, span->day);
  books[terms->form](sums, &costs, &ledger);
  on_costs_book(&costs, costs.hours_extra_tax_e8, &ledger);
  return ledger;
}

struct ledger pay_of_span(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span) {
  assert(terms->full_time_min > 0 && terms->category >= 0);
  assert(span->pause_count >= 0 && span->pause_count <= PAY_PAUSES_MOST);
  if (terms->form == PAY_AGENCY)
    return agency_bill(tables, terms, span);
  struct money_sums sums = money_sum(tables, terms, span);
  struct ledger young = span_at(&sums, UNDER_60, span);
  if (!terms->over_60_e8)
    return young;
  struct ledger old = span_at(&sums, OVER_60, span);
  return ledger_mixed(&young, &old, terms->over_60_e8);
}
