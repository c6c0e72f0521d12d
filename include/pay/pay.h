// SPDX-License-Identifier: GPL-3.0-or-later
// The cost of a shift and of a position: pure functions of the tables and the calendar, in øre.
//
//   hourly rate          = yearly pay / (52 x full-time week)                                (HTA 3, 5)
//                          or 365/7 weeks, if the setting year_weeks says so
//   order                  pay -> holiday pay on pay -> pension on pensionable pay -> employer tax on all three
//   permanent position   : pay is withheld for `holiday_weeks` of 52; 12 % of the rest is holiday pay (1.0123 x
//                          yearly pay); pension is due on the whole yearly pay
//   hour beyond contract : holiday pay on all of it (1.12)
//   supplements          : by the actual minutes, also past midnight; none on overtime
//   overtime             : yearly pay / overtime_divisor hours (0: as above) x (1 + the share for the minute). The
//                          share is that of the holiday supplement if the minute earns it; else that of the row
//                          `overtime` for its clock time and day; else the rate `overtime`. The divisor is that of
//                          the day the shift starts
//   resting, on call     : hours not called out are paid at the paid share, with the same share of the supplements;
//                          hours called out at their own share, everything included. For own staff the hours that
//                          count as working time are part of the position, and any pay beyond them is booked as
//                          duty. Never overtime. An agency bills hours called out in full, the others at the paid
//                          share
//   split day            : a fixed amount for the day (rate split_supplement); not on overtime, not to agencies
//   sick                 : paid; the share `sick_refunded` is refunded; for a person who earns more than the ceiling
//                          only ceiling / earned of it; no employer tax on the refund. A person's earnings are the
//                          base pay of the position, without supplements and without pay from other employers
//   holiday pay refunded : a share of the refund, for the sick days within the 48 of a year; taxed all the same
//   over 60              : a share of the people is priced by the terms of those over 60 (more weeks withheld, more
//                          holiday pay up to the ceiling, more of it refunded), the rest by the ordinary terms; the
//                          two ledgers are mixed line by line
//   extra employer tax   : on the part of pay and holiday pay, less the refund, above a threshold per person and year
//
// Every ledger line of a priced item is rounded once, from exact integers. The next line in the order is computed from
// the rounded one; the exception is pension on pay before weeks are withheld, which is not a line and is computed from
// the exact amount. With settings.price_day all rates and pay are those of that day, while the calendar (weekday,
// holiday) stays that of the shift. Days before the first year of the scenario, which its tables need not cover, are
// priced as the first day of that year: they are planned if they share a week with it (need/year.h). Without price_day
// the pay, supplements and overtime share of a minute are those of its own day; holiday pay, pension, tax and refund
// are those of the day the shift starts. The tables are those that hold on that day too: what a measure edits from a day
// on holds from the first shift that starts on it, so a night that began the evening before is paid as before.
//
// Of two supplement rows with the same stack and priority the more specific one wins (unit and category, unit,
// category, all), then the holiday row, then weekend, night, evening; within one line the row with the later
// valid_from, then the larger percentage, then the larger minimum.
#ifndef ROTACOST_PAY_PAY_H
#define ROTACOST_PAY_PAY_H

#include "calendar/date.h"
#include "pay/ledger.h"
#include "scenario/rows_pay.h"
#include "scenario/tables.h"

enum pay_form {
  PAY_OWN,        // contract hours: base pay is in the position, so a shift costs its supplements (and what sick
                  // colleagues would have earned on it: share sick / (1 - sick) of them, if settings.sick_supplements)
  PAY_EXTRA,      // own part-timers beyond contract
  PAY_SUBSTITUTE, // paid by the hour
  PAY_OVERTIME,   // base pay + overtime supplement, no other supplement, no pension
  PAY_AGENCY,     // price per paid hour, nothing on top
  PAY_DIRECT,     // an hour as savings papers count it: permanent pay, withheld weeks and on-costs, with
                  // supplements, without cover for holiday and sickness
};

// The person on whom on-costs depend: a member of a group, or somebody hired by the hour.
struct payee {
  int64_t category;    // index
  int64_t position_e8; // share of full time; 0: unknown or none, so below every ceiling and threshold
  int64_t over_60_e8;  // share of the people over 60
};

struct pay_terms {
  enum pay_form form;
  int64_t category;           // index
  int64_t unit;               // index: where the work is done
  int64_t position_e8;        // as in struct payee
  int64_t over_60_e8;         // as in struct payee
  int64_t full_time_min;      // minutes of the full-time week, > 0
  int64_t pay_e8;             // share of the category's pay (ONE_E8 except for substitutes)
  int64_t price_ore_per_h;    // agency
  int64_t unsocial_ore_per_h; // agency; NOT_GIVEN: the same price
  int64_t sick_e8;            // PAY_OWN: share of the group off sick on that day, < ONE_E8
  int64_t child_e8;           // part of sick_e8 at home with a sick child: paid in the same way, not refunded
};

enum { PAY_PAUSES_MOST = 3, PAY_STRETCHES_MOST = PAY_PAUSES_MOST + 2 };

struct pay_pause {            // unpaid time off between the stretches of a split day
  int64_t after_min, minutes; // from the start of the span; in order, disjoint from each other and from the break
};

struct pay_passive { // resting and on-call duty (scenario/tables.h); all 0: at work
  bool is;
  int64_t paid_e8, counts_e8, called_min, called_pay_e8;
};

struct pay_span {
  day_number day;          // the day it starts on
  int64_t start_min;       // 0-1439
  int64_t end_min;         // as in shifts.csv: at or before start, it ends the next day
  int64_t break_min;       // unpaid
  int64_t break_after_min; // minutes on duty before the break; 0: the break lies in the middle, after half of the work
  int64_t least_paid_min;  // a shorter span is paid for this many minutes, without supplements for the time not worked
  int pause_count; // above 0: a split day, which earns the rate split_supplement, except as overtime or from an agency
  struct pay_pause pauses[PAY_PAUSES_MOST];
  struct pay_passive passive;
};

// The first minute of the break, counted from midnight of `day`; it may lie on the next day. On a split day the break
// has its own time.
int64_t pay_break_begins(const struct pay_span *span);

struct pay_stretch { // minutes from midnight of the span's day, past 1440 into the next
  int64_t from_min, to_min;
};
// The stretches at work in the span: without gaps and break, in order, none of them empty. Pay, night hours and Sunday
// hours are counted from them. Returns their number.
int pay_stretches(const struct pay_span *span, struct pay_stretch stretches[PAY_STRETCHES_MOST]);
// Minutes worked, without gaps and break.
int64_t pay_worked_minutes(const struct pay_span *span);
// Minutes that count as working time: all of them; for resting and on-call duty the minutes that count and those
// called out.
int64_t pay_counted_minutes(const struct pay_span *span);

// The paid minutes (not elapsed ones); for resting and on-call duty the minutes that count as working time.
int64_t pay_span_minutes(const struct pay_span *span);

// Price of one person working the span. All lines are 0 for a span without paid minutes.
struct ledger pay_of_span(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span);

// The supplement minutes behind that price, for reports and tests: minutes[line], indexed by the ledger lines of the
// supplements.
void pay_supplement_minutes(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span,
                            int64_t minutes[SUPPLEMENT_LINES]);

// Price of one head of a position from first_day to last_day (inclusive, same year), accrued by months (part of a
// month in proportion to its days; a whole year gives exactly the yearly pay). `sick_e8`: share of the position's
// working time, outside holiday, spent off sick in the span; sick pay is this share of the rounded pay. A span in
// which the pay or an on-cost changes is priced piece by piece.
struct ledger pay_of_position(const struct tables *tables, const struct payee *payee, day_number first_day,
                              day_number last_day, int64_t sick_e8);

// Weeks in a full-time year, by the setting year_weeks: 52 or 365/7.
double full_time_weeks(const struct tables *tables);
// The day whose pay and rates price `day`: settings.price_day, or else the day itself, but never a day before the
// first year.
day_number price_day_of(const struct tables *tables, day_number day);
// An agreed compensation for a rota: pay with holiday pay and employer tax, without pension (an agreement may say
// otherwise; then the amount includes it).
struct ledger pay_of_compensation(const struct tables *tables, const struct payee *payee, int64_t amount_ore,
                                  day_number day);

// A rate on a day: value_e6 of the latest row; a row with exactly this applies_to goes before a blank one; the
// documented fallback where the rate is optional. `applies_to` is NULL where the rate has no key.
int64_t rate_on(const struct tables *tables, enum rate_id rate, const char *applies_to, day_number day);
// All rates at once, for a category and the place's own zone.
struct rates_in_force {
  const struct tables *tables;
  const struct rate_row *rows[RATE_COUNT]; // NULL: none is in force
};
struct rates_in_force rates_on(const struct tables *tables, const char *category, day_number day);
int64_t rate_in_force(const struct rates_in_force *rates, enum rate_id rate);
// Yearly pay in øre of a category on a day; 0 where no row is valid yet (scenario_read refuses such scenarios). Each
// expected settlement (rate pay_growth_percent) after the row of pay.csv raises it from its day on, rounded to the
// øre.
int64_t yearly_pay_on(const struct tables *tables, int64_t category, day_number day);
// The same without any expected settlement: what pay.csv says.
int64_t yearly_pay_known(const struct tables *tables, int64_t category, day_number day);
// A number that changes on each day on which any pay, supplement or rate row comes into force or ends, and on the day
// before it, whose nights run into it. Two days with the same number, weekday and day kinds (their own and the next
// day's) have the same prices. The number never falls as days go by; with settings.price_day it stays the same.
int pay_period_of(const struct tables *tables, day_number day);

#endif
