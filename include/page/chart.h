// SPDX-License-Identifier: GPL-3.0-or-later
// The report's charts: figures already computed go in, an SVG comes out. Every chart carries a title and a description
// with its numbers; patterns and words say what colours say. Money in øre, other values as each chart tells.
#ifndef ROTACOST_PAGE_CHART_H
#define ROTACOST_PAGE_CHART_H

#include <stdint.h>

#include "page/svg.h"

struct chart {
  const char *id; // unique on the page
  const char *title;
  const char *description;
};

// Where a value lies between two ends of the drawing; least < most.
struct chart_scale {
  int64_t least, most;
  int from_d, to_d;
};
int chart_at(const struct chart_scale *scale, int64_t value);
// Widens the scale so that it holds the value, and the scale's ends differ.
void chart_hold(struct chart_scale *scale, int64_t value);
// A round step (1, 2 or 5 times a power of ten) that cuts 0 to most into at most `count` parts.
int64_t chart_step(int64_t most, int count);

// The first multiple of the step at or above the least.
int64_t chart_first_tick(int64_t least, int64_t step);
// A bar from the lesser of two values to the greater.
struct svg_box chart_between(const struct chart_scale *scale, int64_t a, int64_t b, int y_d, int height_d);
// Upright lines at round kroner; and an axis of them with its figures and its unit, CHART_AXIS_D high.
enum { CHART_AXIS_D = 480 };
void chart_kroner_lines(struct html *html, const struct chart_scale *scale, int top_d, int bottom_d);
void chart_kroner_axis(struct html *html, const struct chart_scale *scale, int y_d);

enum { CHART_SMALL_D = 115, CHART_BOLD_D = 145 }; // sizes of the fonts in the style sheet; bold letters are wider

// A sample of a bar's filling with what it means; returns where the next one may begin.
int chart_legend(struct html *html, const char *class_name, int x_d, int y_d, const char *text);

// The head of a row: its title to the left, on two lines where one has no room, and its verdict to the right.
struct chart_title {
  const char *text, *verdict, *class_name; // verdict "": none; class: good, maybe, bad, unknown
};
void chart_title(struct html *html, const struct chart_title *title, int width_d, int y_d);
// What its second line takes, 0 where there is none.
int chart_title_more(struct arena *arena, const struct chart_title *title, int width_d);

// Does the box lie clear of all the others?
bool chart_has_room(const struct svg_box *boxes, int count, const struct svg_box *box);

// What is claimed against what the model finds. One row per claim: from nothing to `kept` filled, from there to
// `adjusted` striped, the claim a thick upright line.
struct chart_claim {
  struct chart_title title;
  int64_t claimed_ore, kept_ore, adjusted_ore; // claimed FIELD_BLANK: nothing
};
const char *chart_claim_text(struct arena *arena, const struct chart_claim *claim); // its figures in words
// Draws `rows` of them from `first` on, on the scale of all, so that charts cut for a sheet of paper can be compared.
enum { CHART_CLAIMS_MOST = 8 }; // rows of a chart: two stand side by side on a sheet
void chart_claims(struct html *html, const struct chart *chart, const struct chart_claim *claims, int count, int first,
                  int rows);

// A waterfall, top down. A total's bar begins at nothing, a step's where the one before ended.
struct chart_step {
  const char *label;
  int64_t ore;
  bool total;
};
void chart_bridge(struct html *html, const struct chart *chart, const struct chart_step *steps, int count);

// Hours of the weeks of a year, stacked by source.
enum { CHART_SOURCES = 6 }; // own, extra, substitutes, overtime, agency, missing
struct chart_week {
  int64_t hours[CHART_SOURCES]; // tenths of hours
  int month;                    // 1-12 in which the week begins, where it is the first to do so; else 0
  int holidays;
};
extern const char *const chart_source_classes[CHART_SOURCES];
// most: the highest week of all charts to be compared with this one, tenths of hours.
void chart_weeks(struct html *html, const struct chart *chart, const struct chart_week *weeks, int count, int64_t most);

// Cost against person-hours missing; points carry a number that the table beside tells.
struct chart_point {
  int number;
  bool adjusted; // drawn hollow
  bool best;     // no other costs less and misses less
  int64_t cost_ore, short_tenths;
};
void chart_scatter(struct html *html, const struct chart *chart, const struct chart_point *points, int count);

// Levels of staffing: cost against hours left empty, each with what holds nine of ten drawn years, and the curve of
// those that none beats.
enum chart_mark { MARK_LEVEL, MARK_TODAY, MARK_MEASURE };
struct chart_level {
  const char *label;
  enum chart_mark mark;
  bool on_curve; // a line joins them; of levels only
  int64_t cost_ore, cost_low_ore, cost_high_ore;
  int64_t empty_tenths, empty_low_tenths, empty_high_tenths;
};
void chart_levels(struct html *html, const struct chart *chart, const struct chart_level *levels, int count);

// One measure: what is claimed of it and what is found, a bar for each on one axis of kroner, each with its figure; and
// where years were drawn, the range that holds nine of ten of them.
struct chart_found {
  int64_t claimed_ore, kept_ore, adjusted_ore; // claimed FIELD_BLANK: nothing
  bool ranges;
  int64_t kept_low_ore, kept_high_ore, adjusted_low_ore, adjusted_high_ore; // where there are ranges
};
void chart_found(struct html *html, const struct chart *chart, const struct chart_found *found);

// What measures save in the years drawn: nine of ten, half of them and the middle, positions kept filled and adjusted
// striped, the claim a thick upright line. Rows as chart_claims.
struct chart_range {
  struct chart_title title;
  int64_t claimed_ore; // FIELD_BLANK: nothing
  struct chart_spread {
    int64_t low_ore, quarter_ore, middle_ore, three_quarters_ore, high_ore;
  } kept, adjusted;
};
void chart_ranges(struct html *html, const struct chart *chart, const struct chart_range *ranges, int count, int first,
                  int rows);

// Days below the norm, as two small histograms on one scale: without the measure above (`before` names it), with it below.
struct chart_days {
  int64_t from, to;                    // days, a class
  int64_t before_tenths, after_tenths; // per cent of the years drawn
};
void chart_days(struct html *html, const struct chart *chart, const struct chart_days *classes, int count,
                const char *before);

// The effect with one input alone at its low and at its high, the widest on top; the claim a thick upright line.
struct chart_swing {
  const char *label, *low, *high;  // the input and its ends, as a planner writes them
  int64_t at_low_ore, at_high_ore; // the effect there
};
void chart_tornado(struct html *html, const struct chart *chart, const struct chart_swing *swings, int count,
                   int64_t effect_ore, int64_t claimed_ore);

// Schools by their size: FTE per 100 pupils against pupils. Those of the first group are drawn filled, others hollow.
struct chart_school {
  const char *label;
  int group; // 0: the first municipality; 1: any other
  int64_t pupils, per_100_hundredths;
};
void chart_schools(struct html *html, const struct chart *chart, const struct chart_school *schools, int count,
                   const char *first, const char *others);

// Children, adults wanted and adults planned by the half hour.
struct chart_half_hour {
  const char *clock;
  int64_t children_tenths, needed_milli, planned_milli;
};
void chart_curve(struct html *html, const struct chart *chart, const struct chart_half_hour *half_hours, int count);

#endif
