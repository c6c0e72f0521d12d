// SPDX-License-Identifier: GPL-3.0-or-later
// The report's charts: they draw figures already computed, as SVG. Every chart has a title and a description with its
// numbers; patterns and words repeat what colours say. Money is in øre, other values as stated for each chart.
#ifndef ROTACOST_PAGE_CHART_H
#define ROTACOST_PAGE_CHART_H

#include <stdint.h>

#include "page/svg.h"

struct chart {
  const char *id; // unique on the page
  const char *title;
  const char *description;
};

// The position of a value between two ends of the drawing; least < most.
struct chart_scale {
  int64_t least, most;
  int from_d, to_d;
};
int chart_at(const struct chart_scale *scale, int64_t value);
// Widens the scale so that it includes the value and its ends differ.
void chart_hold(struct chart_scale *scale, int64_t value);
// A round step (1, 2 or 5 times a power of ten) that divides 0 to most into at most `count` parts.
int64_t chart_step(int64_t most, int count);

// The first multiple of the step that is not below the least.
int64_t chart_first_tick(int64_t least, int64_t step);
// A bar from the lesser of two values to the greater.
struct svg_box chart_between(const struct chart_scale *scale, int64_t a, int64_t b, int y_d, int height_d);
// Vertical lines at round kroner; and an axis for them with figures and unit, CHART_AXIS_D high.
enum { CHART_AXIS_D = 480 };
void chart_kroner_lines(struct html *html, const struct chart_scale *scale, int top_d, int bottom_d);
void chart_kroner_axis(struct html *html, const struct chart_scale *scale, int y_d);

enum { CHART_SMALL_D = 115, CHART_BOLD_D = 145 }; // sizes of the fonts in the style sheet; bold letters are wider

// A sample of a bar's fill with its meaning; returns where the next one may begin.
int chart_legend(struct html *html, const char *class_name, int x_d, int y_d, const char *text);

// The head of a row: its title on the left, on two lines where it does not fit on one, and its verdict on the right.
struct chart_title {
  const char *text, *verdict, *class_name; // verdict "": none; class: good, maybe, bad, unknown
};
void chart_title(struct html *html, const struct chart_title *title, int width_d, int y_d);
// The height of its second line, 0 where there is none.
int chart_title_more(struct arena *arena, const struct chart_title *title, int width_d);

// Is the box clear of all the others?
bool chart_has_room(const struct svg_box *boxes, int count, const struct svg_box *box);

// Claim compared with what the model finds. One row per claim: filled from zero to `kept`, striped from there to
// `adjusted`, with the claim as a thick vertical line.
struct chart_claim {
  struct chart_title title;
  int64_t claimed_ore, kept_ore, adjusted_ore; // claimed FIELD_BLANK: nothing
};
const char *chart_claim_text(struct arena *arena, const struct chart_claim *claim); // its figures in words
// Draws `rows` of them from `first` on, on the scale of all, so that charts split over sheets can be compared.
enum { CHART_CLAIMS_MOST = 8 }; // rows of a chart: two charts fit side by side on a sheet
void chart_claims(struct html *html, const struct chart *chart, const struct chart_claim *claims, int count, int first,
                  int rows);

// A waterfall, top down. The bar of a total begins at zero, that of a step where the one before ended.
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
  int month;                    // 1-12 for the first week that begins in the month; else 0
  int holidays;
};
extern const char *const chart_source_classes[CHART_SOURCES];
// most: the highest week of all charts to compare with this one, tenths of hours.
void chart_weeks(struct html *html, const struct chart *chart, const struct chart_week *weeks, int count, int64_t most);

// Cost against person-hours missing; points carry a number that refers to the table beside it.
struct chart_point {
  int number;
  bool adjusted; // drawn hollow
  bool best;     // no other costs less and misses fewer hours
  int64_t cost_ore, short_tenths;
};
void chart_scatter(struct html *html, const struct chart *chart, const struct chart_point *points, int count);

// Levels of staffing: cost against hours left empty, each with the range that holds nine of ten drawn years, and the
// curve of the levels that no other dominates.
enum chart_mark { MARK_LEVEL, MARK_TODAY, MARK_MEASURE };
struct chart_level {
  const char *label;
  enum chart_mark mark;
  bool on_curve; // a line joins them; of levels only
  int64_t cost_ore, cost_low_ore, cost_high_ore;
  int64_t empty_tenths, empty_low_tenths, empty_high_tenths;
};
void chart_levels(struct html *html, const struct chart *chart, const struct chart_level *levels, int count);

// One measure: claimed and found, one bar for each on a common axis of kroner, each with its figure; where years were
// drawn, also the range that holds nine of ten of them.
struct chart_found {
  int64_t claimed_ore, kept_ore, adjusted_ore; // claimed FIELD_BLANK: nothing
  bool ranges;
  int64_t kept_low_ore, kept_high_ore, adjusted_low_ore, adjusted_high_ore; // where there are ranges
};
void chart_found(struct html *html, const struct chart *chart, const struct chart_found *found);

// What measures save in the years drawn: the ranges of nine in ten and of half of them, and the middle; positions kept
// filled, adjusted striped, with the claim as a thick vertical line. Rows as in chart_claims.
struct chart_range {
  struct chart_title title;
  int64_t claimed_ore; // FIELD_BLANK: nothing
  struct chart_spread {
    int64_t low_ore, quarter_ore, middle_ore, three_quarters_ore, high_ore;
  } kept, adjusted;
};
void chart_ranges(struct html *html, const struct chart *chart, const struct chart_range *ranges, int count, int first,
                  int rows);

// Days below the norm, as two small histograms on one scale: above without the measure (`before` names it), below with
// it.
struct chart_days {
  int64_t from, to;                    // days of a class
  int64_t before_tenths, after_tenths; // per cent of the years drawn
};
void chart_days(struct html *html, const struct chart *chart, const struct chart_days *classes, int count,
                const char *before);

// The effect with one input alone at its low and at its high end, the widest on top; the claim as a thick vertical
// line.
struct chart_swing {
  const char *label, *low, *high;  // the input and its ends, as a planner writes them
  int64_t at_low_ore, at_high_ore; // the effect there
};
void chart_tornado(struct html *html, const struct chart *chart, const struct chart_swing *swings, int count,
                   int64_t effect_ore, int64_t claimed_ore);

// Schools by size: FTE per 100 pupils against pupils. Those of the first group are drawn filled, others hollow.
struct chart_school {
  const char *label;
  int group; // 0: the first municipality; 1: any other
  int64_t pupils, per_100_hundredths;
};
void chart_schools(struct html *html, const struct chart *chart, const struct chart_school *schools, int count,
                   const char *first, const char *others);

// Children, adults required and adults planned, by the half hour.
struct chart_half_hour {
  const char *clock;
  int64_t children_tenths, needed_milli, planned_milli;
};
void chart_curve(struct html *html, const struct chart *chart, const struct chart_half_hour *half_hours, int count);

#endif
