// SPDX-License-Identifier: GPL-3.0-or-later
// report.html as an XML reader sees it: text stays text, charts say what their tables say, nothing points nowhere.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "audit/together.h"
#include "base/fixed.h"
#include "base/language.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/columns.h"
#include "support/audited.h"
#include "support/town.h"

// --- a page and what is in it ------------------------------------------------------------------------------------

struct written {
  char *text;
  size_t length;
  xmlDocPtr document;
  xmlXPathContextPtr paths;
};

static struct arena *arena;
static struct written page;

static int set_up(void **state) {
  (void)state;
  arena = arena_new();
  page = (struct written){0};
  return 0;
}

static void forget(void) {
  xmlXPathFreeContext(page.paths);
  xmlFreeDoc(page.document);
  free(page.text);
  page = (struct written){0};
}

static int tear_down(void **state) {
  (void)state;
  forget();
  arena_free(arena);
  return 0;
}

static void parse(void) {
  page.document = xmlReadMemory(page.text, (int)page.length, "report.html", "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE);
  assert_non_null(page.document);
  page.paths = xmlXPathNewContext(page.document);
  xmlXPathRegisterNs(page.paths, (const xmlChar *)"s", (const xmlChar *)"http://www.w3.org/2000/svg");
}

static xmlXPathObjectPtr find(const char *path) {
  xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)path, page.paths);
  assert_non_null(found);
  return found;
}

static int count_of(const char *path) {
  xmlXPathObjectPtr found = find(path);
  int count = found->nodesetval ? found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject(found);
  return count;
}

// The text of the i-th hit; "" where there is none.
static const char *text_at(const char *path, int i) {
  xmlXPathObjectPtr found = find(path);
  const char *text = "";
  if (found->nodesetval && i < found->nodesetval->nodeNr) {
    xmlChar *content = xmlNodeGetContent(found->nodesetval->nodeTab[i]);
    text = arena_text(arena, (const char *)content, strlen((const char *)content));
    xmlFree(content);
  }
  xmlXPathFreeObject(found);
  return text;
}

static double number_at(const char *path, int i) {
  char *end;
  const char *text = text_at(path, i);
  double number = strtod(text, &end);
  assert_true(*text && !*end);
  return number;
}

static bool holds(const char *text, const char *part) { return strstr(text, part) != NULL; }

// Digits of a number as shown; kroner whole.
static int64_t shown_number(const char *text) {
  int64_t number = 0, sign = 1;
  for (const char *c = text; *c; c++) {
    if (!strncmp(c, "\u2212", strlen("\u2212")))
      sign = -1;
    if (*c >= '0' && *c <= '9')
      number = 10 * number + *c - '0';
  }
  return sign * number;
}

// --- a scenario with everything a page shows -----------------------------------------------------------------------

static const char HOSTILE[] = "<script>alert('1 & 2')</script> =1+1 \x01\xE2\x80\xAE]]>";

// A ward of two, one of whom a measure takes away and claims too much for.
static struct memory small_town(struct arena *in, const char *title) {
  struct memory memory = plain_ward(in, 2000, 12000);
  struct settings_row *settings = memory_settings(&memory);
  settings->title = settings->place = title;
  settings->last_year = 2024;
  settings->target_ore = 900000 * KR;
  settings->target_for = TARGET_FOR_MEASURES;
  int64_t measure = town_measure(&memory, "fewer", day_from_date(2024, 6, 1));
  struct measure_row *row = memory_row(&memory, TABLE_MEASURES, measure);
  row->title = row->note = row->role = row->unit_label = row->responsibility = title;
  town_edit(&memory, measure, "need", "", "persons", "set 1");
  memory_add(&memory, TABLE_CLAIMS,
             &(struct claim_row){.measure = measure,
                                 .year = 2024,
                                 .amount_ore = 5000000 * KR,
                                 .basis = CLAIM_IN_YEAR,
                                 .fte_milli = NOT_GIVEN,
                                 .fte_basis = FTE_GROSS});
  memory_add(&memory, TABLE_RISKS,
             &(struct risk_row){.risk = "R1",
                                .title = title,
                                .measure = NOT_GIVEN,
                                .likelihood = 2,
                                .consequence = 4,
                                .role = title,
                                .note = title});
  return memory;
}

static void write_page_of(const struct audit *audit, const struct result_set *set, enum page_kind kind) {
  forget(); // of the page before
  FILE *to = open_memstream(&page.text, &page.length);
  assert_non_null(to);
  assert_true(page_write(arena, audit, set, kind, to));
  fclose(to);
  parse();
}

static void write_page(const struct audit *audit, const struct result_set *set) {
  write_page_of(audit, set, PAGE_FULL);
}

static const struct audit *audit_anew(const char *title) {
  struct memory memory = small_town(arena, title);
  return audit_everything(town_scenario(&memory));
}

// The town called Town, solved once for all tests: nobody changes it.
static struct arena *kept;
static const struct audit *audit_of_town(void) {
  static const struct audit *audit;
  if (!audit) {
    struct memory memory = small_town(kept = arena_new(), "Town");
    audit = audit_everything(town_scenario(&memory));
  }
  return audit;
}

static const struct result_set *write_town(const struct audit *audit) {
  const struct result_set *set = results_make(arena, audit);
  write_page(audit, set);
  return set;
}

// --- text stays text ---------------------------------------------------------------------------------------------

// "A measure called <script> is a title": wherever it stands, and what is no character is shown as its bytes.
static void hostile_text_is_text(void **state) {
  (void)state;
  write_town(audit_anew(HOSTILE));
  assert_int_equal(count_of("//script"), 1); // the page's own
  assert_string_equal(text_at("//body/script", 0), page_script);
  assert_int_equal(count_of("//*[@onload or @onclick or @onerror]"), 0);
  const char *shown = "<script>alert('1 & 2')</script> =1+1 \\x01\\xE2\\x80\\xAE]]>";
  assert_string_equal(text_at("//h1", 0), shown);
  assert_true(holds(text_at("//head/title", 0), shown));
  assert_string_equal(text_at("//section[@class='measure']/h2", 0), shown);
  assert_true(holds(text_at("//table[@data-table='risks']", 0), shown));
  assert_false(holds(page.text, "<script>alert"));
  assert_false(holds(page.text, "\x01"));
  assert_false(holds(page.text, "\xE2\x80\xAE"));
}

// No script but its own, no address of another machine, one style sheet: the file can be mailed.
static void page_stands_alone(void **state) {
  (void)state;
  write_town(audit_of_town());
  assert_int_equal(count_of("//link | //img | //iframe | //object | //*[@src]"), 0);
  assert_int_equal(count_of("//a[not(starts-with(@href, '#'))]"), 0);
  assert_false(holds(page.text, "@import"));
  assert_string_equal(text_at("/html/@lang", 0), language_code(language_now()));
}

static void same_results_same_bytes(void **state) {
  (void)state;
  write_town(audit_of_town());
  char *first = arena_text(arena, page.text, page.length);
  forget();
  write_town(audit_anew("Town"));
  assert_string_equal(page.text, first);
}

// --- what a reader without eyes needs ------------------------------------------------------------------------------

static int heading_level(const char *name) { return name[1] - '0'; }

static void headings_go_down_by_one(void **state) {
  (void)state;
  write_town(audit_of_town());
  xmlXPathObjectPtr found = find("//h1 | //h2 | //h3 | //h4");
  int level = 0, count = found->nodesetval->nodeNr;
  for (int i = 0; i < count; i++) {
    int next = heading_level((const char *)found->nodesetval->nodeTab[i]->name);
    assert_true(next <= level + 1);
    level = next;
  }
  xmlXPathFreeObject(found);
  assert_true(count > 8);
  assert_int_equal(count_of("//h1"), 1);
}

static void everything_is_named(void **state) {
  (void)state;
  write_town(audit_of_town());
  assert_true(count_of("//s:svg[@role='img']") >= 6);
  assert_int_equal(count_of("//s:svg[@role='img'][not(s:title[. != '']) or not(s:desc[. != ''])]"), 0);
  assert_true(count_of("//table") > 8);
  assert_int_equal(count_of("//table[not(caption[. != ''])]"), 0);
  assert_int_equal(count_of("//table//th[not(@scope)]"), 0);
  assert_int_equal(count_of("//thead//th[. = '']"), 0);
  assert_int_equal(count_of("//table[not(ancestor::*[@tabindex='0'])]"), 0);
}

static void ids_are_unique_and_found(void **state) {
  (void)state;
  write_town(audit_of_town());
  assert_int_equal(count_of("//*[@id = preceding::*/@id]"), 0);
  int links = count_of("//a");
  assert_true(links > 4);
  for (int i = 0; i < links; i++) {
    const char *target = text_at("//a/@href", i);
    assert_int_equal(count_of(arena_printf(arena, "//*[@id='%s']", target + 1)), 1);
  }
}

// What the page that decides refers to on the page of details is there, and each has what the other leaves out.
static void details_are_found(void **state) {
  (void)state;
  enum { LINKS_MOST = 100 };
  const struct audit *audit = audit_of_town();
  const struct result_set *set = results_make(arena, audit);
  const char *targets[LINKS_MOST];
  write_page_of(audit, set, PAGE_DECISION);
  int links = count_of("//a[starts-with(@href, 'details.html#')]");
  assert_in_range(links, 3, LINKS_MOST);
  for (int i = 0; i < links; i++)
    targets[i] = strchr(text_at("//a[starts-with(@href, 'details.html#')]/@href", i), '#') + 1;
  assert_int_equal(count_of("//table[@data-table='ledger']"), 0);
  assert_int_equal(count_of("//section[@id='answer']"), 1);
  write_page_of(audit, set, PAGE_DETAILS);
  for (int i = 0; i < links; i++)
    assert_int_equal(count_of(arena_printf(arena, "//*[@id='%s']", targets[i])), 1);
  assert_true(count_of("//table[@data-table='ledger']") > 0);
  assert_int_equal(count_of("//section[@id='answer']"), 0);
  assert_int_equal(count_of("//*[@id = preceding::*/@id]"), 0);
}

// Every cell of a heat map says the gap with a sign and a word.
static void heat_maps_speak(void **state) {
  (void)state;
  write_town(audit_of_town());
  int cells = count_of("//table[@class='heat']//td[. != '–']");
  assert_true(cells > 0);
  for (int i = 0; i < cells; i++) {
    const char *text = text_at("//table[@class='heat']//td[. != '–']/span", i);
    assert_true(holds(text, "short") || holds(text, "met") || holds(text, "over"));
    assert_true(*text == '+' || holds(text, "\u2212") || holds(text, "0.00"));
  }
}

// --- figures -----------------------------------------------------------------------------------------------------

// The rows of the ledger in the page are those of the table behind ledger.csv, and their sum is its sum.
static void sums_are_those_of_the_tables(void **state) {
  (void)state;
  const struct result_set *set = write_town(audit_of_town());
  const struct result_table *ledger = result_find(set, "ledger");
  const struct result_match matches[] = {
      {TEXT_measure, "fewer"}, {NUMBER_year, "2024"}, {TEXT_positions, "adjusted"}, {0}};
  const char *rows = "(//section[@class='measure']//table[@data-table='ledger'])[2]/tbody/tr/td[last()]";
  int64_t sum = 0;
  int i = 0;
  for (size_t row = SIZE_MAX; result_next(ledger, matches, &row); i++) {
    int64_t ore = result_number_of(ledger, row, NUMBER_effect_kr);
    assert_int_equal(shown_number(text_at(rows, i)), fixed_divide(ore, ORE_PER_KR));
    sum += ore;
  }
  assert_true(i > 3);
  assert_int_equal(count_of(rows), i);
  const struct result_table *overview = result_find(set, "overview");
  assert_int_equal(result_number_of(overview, 0, NUMBER_adjusted_kr), sum);
  assert_int_equal(shown_number(text_at("//table[@data-table='overview']/tbody/tr/td[6]", 0)),
                   fixed_divide(sum, ORE_PER_KR));
}

static void failing_claim_is_told_first(void **state) {
  (void)state;
  write_town(audit_of_town());
  assert_true(holds(text_at("//section[@id='answer']//ul[@class='verdicts']/li", 0), "not reached"));
  assert_true(holds(text_at("//section[@id='answer']//p[@class='lead']", 0), "5\u00A0000\u00A0000"));
}

// --- the waterfall -------------------------------------------------------------------------------------------------

static void draw(const struct chart_step *steps, int count) {
  FILE *to = open_memstream(&page.text, &page.length);
  struct html *html = html_begin(arena, to, "en");
  chart_bridge(html, &(struct chart){"b", "Bridge", "Says it"}, steps, count);
  assert_true(html_end(html));
  fclose(to);
  parse();
}

static double bar(const char *attribute, int i) { return number_at(arena_printf(arena, "//s:rect/@%s", attribute), i); }

// Bars are as long as their amounts, one measure for all, and each begins where the one before ends.
static void waterfall_is_its_table(void **state) {
  (void)state;
  static const struct chart_step steps[] = {{"claimed", 150000000, true},
                                            {"hours", -42000000, false},
                                            {"on-costs", 13500000, false},
                                            {"positions", -140000000, false},
                                            {"modelled", -18500000, true}};
  enum { STEPS = sizeof steps / sizeof *steps };
  draw(steps, STEPS);
  assert_int_equal(count_of("//s:rect"), STEPS);
  double per_ore = bar("width", 0) / (double)steps[0].ore, zero = bar("x", 0), running = 0;
  for (int i = 0; i < STEPS; i++) {
    double from = steps[i].total ? 0 : running,
           to = steps[i].total ? (double)steps[i].ore : running + (double)steps[i].ore;
    assert_true(fabs(bar("x", i) - zero - per_ore * fmin(from, to)) < 0.21); // tenths, rounded twice
    assert_true(fabs(bar("width", i) - per_ore * fabs(to - from)) < 0.21);
    running = to;
  }
  assert_true(fabs(running - (double)steps[STEPS - 1].ore) < 0.5);
  assert_string_equal(text_at("//s:rect/@class", 1), "less");
  assert_string_equal(text_at("//s:rect/@class", 2), "more");
  assert_true(holds(text_at("//s:text", 3), "\u2212420\u00A0000"));
}

// --- rows of charts ------------------------------------------------------------------------------------------------

static void draw_claims(const char *title, int64_t kept_ore, int64_t adjusted_ore) {
  const struct chart_claim claim = {{title, "not reached", "bad"}, 150000000, kept_ore, adjusted_ore};
  FILE *to = open_memstream(&page.text, &page.length);
  struct html *html = html_begin(arena, to, "en");
  chart_claims(html, &(struct chart){"c", "Claims", "Says it"}, &claim, 1, 0, 1);
  assert_true(html_end(html));
  fclose(to);
  parse();
}

static const char *title_line(int i) { return text_at("//s:text[@class='label']", i); }

// A title has the room beside its verdict, then a line of its own, and is cut only where that is full as well.
static void title_is_whole_while_there_is_room(void **state) {
  (void)state;
  draw_claims("Permanent year-round rota", 1, 2);
  assert_int_equal(count_of("//s:text[@class='label']"), 1);
  forget();
  draw_claims("Year-round rota to secure permanent employees and to give them a life that can be foreseen", 1, 2);
  assert_int_equal(count_of("//s:text[@class='label']"), 2);
  assert_string_equal(arena_printf(arena, "%s %s", title_line(0), title_line(1)),
                      "Year-round rota to secure permanent employees and to give them a life that can be foreseen");
  assert_true(number_at("//s:text[@class='label']/@y", 0) < number_at("//s:text[@class='label']/@y", 1));
  forget();
  draw_claims("iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", 1, 2); // no blank, yet whole: narrow
  assert_false(holds(title_line(0), "…") || (count_of("//s:text[@class='label']") > 1 && holds(title_line(1), "…")));
  forget();
  const char *words = "";
  for (int i = 0; i < 40; i++)
    words = arena_printf(arena, "%sday and night ", words);
  draw_claims(words, 1, 2);
  assert_int_equal(count_of("//s:text[@class='label']"), 2);
  assert_false(holds(title_line(0), "…"));
  assert_true(holds(title_line(1), "…"));
}

// Every letter counts with the width of its kind, and a text that fits is the text itself.
static void letters_have_widths(void **state) {
  (void)state;
  assert_true(svg_width("iiii", 100) < svg_width("aaaa", 100));
  assert_true(svg_width("aaaa", 100) < svg_width("ÅÅÅÅ", 100));
  assert_int_equal(svg_width("øå", 100), svg_width("oa", 100));
  for (int width_d = svg_width("…", 100); width_d < 1200; width_d += 50)
    assert_true(svg_width(svg_fit(arena, "Nattvakt på sykehjemmet", width_d, 100), 100) <= width_d);
  assert_string_equal(svg_fit(arena, "Nattvakt", svg_width("Nattvakt", 100), 100), "Nattvakt");
}

// The axis has round figures and its unit, below the last row.
static void claims_stand_on_an_axis_of_kroner(void **state) {
  (void)state;
  draw_claims("Rota", 50000000, 100000000);
  assert_string_equal(text_at("//s:text[@class='small'][last()]", 0), "Saved, kr");
  assert_true(count_of("//s:text[@class='axis-text']") >= 2);
  int64_t step = shown_number(text_at("//s:text[@class='axis-text']", 1)) -
                 shown_number(text_at("//s:text[@class='axis-text']", 0));
  assert_int_equal(step, 500000);
  double per_kr = (number_at("//s:text[@class='axis-text']/@x", 1) - number_at("//s:text[@class='axis-text']/@x", 0)) /
                  (double)step;
  assert_true(fabs(number_at("//s:rect[@class='kept']/@width", 1) - per_kr * 500000) < 0.21); // 0: the legend's
}

// From the lesser to the greater, in the drawing and in words, whichever answer gives more.
static void ranges_are_never_upside_down(void **state) {
  (void)state;
  const struct chart_scale scale = {-1000, 1000, 0, 2000};
  struct svg_box up = chart_between(&scale, -300, 700, 0, 10), down = chart_between(&scale, 700, -300, 0, 10);
  assert_memory_equal(&up, &down, sizeof up);
  assert_int_equal(up.x_d, 700);
  assert_int_equal(up.width_d, 1000);
  struct chart_claim claim = {{"", "", ""}, FIELD_BLANK, 100000, 200000};
  assert_string_equal(chart_claim_text(arena, &claim), "Found 1\u00A0000 to 2\u00A0000");
  claim.adjusted_ore = 50000;
  assert_string_equal(chart_claim_text(arena, &claim), "Found 1\u00A0000, but 500 if positions are adjusted");
  draw_claims("Rota", 100000000, 50000000);
  for (int i = 0; i < count_of("//s:rect"); i++)
    assert_true(bar("width", i) > 0);
}

// --- parts made of one table ---------------------------------------------------------------------------------------

// The town's results with one table in place of another of its name, or without any: NULL.
static void write_town_with(const char *name, const struct result_table *table) {
  const struct audit *audit = audit_of_town();
  const struct result_set *set = results_make(arena, audit);
  const struct result_table **tables = arena_array(arena, set->count + 1, sizeof *tables);
  size_t count = 0;
  for (size_t i = 0; i < set->count; i++)
    if (strcmp(set->tables[i]->name, name) != 0)
      tables[count++] = set->tables[i];
  if (table)
    tables[count++] = table;
  write_page(audit, &(struct result_set){count, tables});
}

struct bridge_row {
  const char *positions, *step, *kind;
  int64_t kr;
};

static const struct result_table *bridge_of(const struct bridge_row *rows, int count) {
  static const struct field_column columns[] = {{"measure", FIELD_CODE, 0},       {"year", FIELD_INTEGER, 0},
                                                {"claimed_basis", FIELD_CODE, 0}, {"positions", FIELD_CODE, 0},
                                                {"order", FIELD_INTEGER, 0},      {"step", FIELD_CODE, 0},
                                                {"row_kind", FIELD_CODE, 0},      {"kr", FIELD_KR, 0},
                                                {"running_kr", FIELD_KR, 0},      {"reason", FIELD_TEXT, 0}};
  struct result_table *bridge = result_table_new(arena, "bridge", COLUMNS(columns));
  for (int i = 0; i < count; i++) {
    result_text(bridge, "fewer");
    result_number(bridge, 2024);
    result_text(bridge, "in_year");
    result_text(bridge, rows[i].positions);
    result_number(bridge, i);
    result_text(bridge, rows[i].step);
    result_text(bridge, rows[i].kind);
    result_number(bridge, rows[i].kr * KR);
    result_number(bridge, rows[i].kr * KR);
    result_text(bridge, HOSTILE);
  }
  return bridge;
}

#define BRIDGE "//div[@class='bridges']"

static int64_t bridge_cell(int row, int column) {
  return shown_number(text_at(arena_printf(arena, BRIDGE "//tbody/tr[%d]/td[%d]", row, column), 0));
}

// Two waterfalls over one table: every step of either in its order, 0 where an answer lacks it. Without the table the
// part is not there.
static void bridge_is_one_table(void **state) {
  (void)state;
  static const struct bridge_row rows[] = {{"kept", "claimed", "total", 500},     {"kept", "hours", "step", -200},
                                           {"kept", "modelled", "total", 300},    {"adjusted", "claimed", "total", 500},
                                           {"adjusted", "calendar", "step", -10}, {"adjusted", "hours", "step", -240},
                                           {"adjusted", "modelled", "total", 250}};
  write_town_with("bridge", NULL);
  assert_int_equal(count_of(BRIDGE), 0);
  forget();
  write_town_with("bridge", bridge_of(rows, 7));
  assert_int_equal(count_of(BRIDGE "//s:svg[@role='img']"), 2);
  assert_int_equal(count_of(BRIDGE "//figure[@data-positions='adjusted']//s:rect"), 4);
  static const int64_t cells[][2] = {{500, 500}, {0, -10}, {-200, -240}, {300, 250}};
  assert_int_equal(count_of(BRIDGE "//tbody/tr"), 4);
  for (int row = 0; row < 4; row++)
    for (int p = 0; p < 2; p++)
      assert_int_equal(bridge_cell(row + 1, p + 1), cells[row][p]);
  assert_int_equal(count_of("//script"), 1);
}

// Where positions make no difference there is one waterfall, and none where nothing lies between.
static void equal_bridges_are_drawn_once(void **state) {
  (void)state;
  static const struct bridge_row rows[] = {{"kept", "claimed", "total", 500},   {"kept", "hours", "step", -100},
                                           {"kept", "modelled", "total", 400},  {"adjusted", "claimed", "total", 500},
                                           {"adjusted", "hours", "step", -100}, {"adjusted", "modelled", "total", 400}};
  static const struct bridge_row nothing[] = {{"kept", "claimed", "total", 500},
                                              {"kept", "modelled", "total", 500},
                                              {"adjusted", "claimed", "total", 500},
                                              {"adjusted", "modelled", "total", 500}};
  write_town_with("bridge", bridge_of(rows, 6));
  assert_int_equal(count_of(BRIDGE "//s:svg[@role='img']"), 1);
  assert_int_equal(count_of(BRIDGE "//tbody/tr"), 3);
  forget();
  write_town_with("bridge", bridge_of(nothing, 4));
  assert_int_equal(count_of(BRIDGE "//s:svg[@role='img']"), 0);
  assert_int_equal(count_of(BRIDGE "//tbody/tr"), 2);
}

struct rule_row {
  const char *measure, *positions, *unit, *rule, *window, *level;
  int64_t limit_milli, value_milli, breaches;
  const char *status;
};

static const struct result_table *compliance_of(const struct rule_row *rows, int count) {
  static const struct field_column columns[] = {
      {"measure", FIELD_CODE, 0},     {"year", FIELD_INTEGER, 0},    {"positions", FIELD_CODE, 0},
      {"unit", FIELD_CODE, 0},        {"rule", FIELD_CODE, 0},       {"window", FIELD_CODE, 0},
      {"level", FIELD_CODE, 0},       {"limit", FIELD_DECIMAL, 3},   {"measured", FIELD_DECIMAL, 3},
      {"breaches", FIELD_INTEGER, 0}, {"first_date", FIELD_DATE, 0}, {"finding", FIELD_CODE, 0},
      {"counted_in", FIELD_CODE, 0}};
  struct result_table *table = result_table_new(arena, "compliance", COLUMNS(columns));
  for (const struct rule_row *row = rows; row < rows + count; row++) {
    result_text(table, row->measure);
    result_number(table, 2024);
    result_text(table, row->positions);
    result_text(table, row->unit);
    result_text(table, row->rule);
    result_text(table, row->window);
    result_text(table, row->level);
    result_number(table, row->limit_milli);
    result_number(table, row->value_milli);
    result_number(table, row->breaches);
    result_number(table, row->breaches ? day_from_date(2024, 7, 1) : FIELD_BLANK);
    result_text(table, row->status);
    result_text(table, "h");
  }
  return table;
}

static const char *rule_cell(int row, int column) {
  return text_at(arena_printf(arena, "//table[@data-table='compliance']/tbody/tr[%d]/*[%d]", row, column), 0);
}

// A row for each rule, by the unit in which it stands worst, beside the same unit today; what is broken stands first.
static void rules_stand_beside_today(void **state) {
  (void)state;
  static const struct rule_row rows[] = {
      {"fewer", "both", "north", "norm_planned", "night", "nurse", 1000, 1000, 0, "kept"},
      {"fewer", "kept", "north", "weekly_rest", "", "", 6000, 3500, 0, "needs_rota"},
      {"fewer", "kept", "south", "weekly_rest", "", "", 6000, 6250, 3, "broken"},
      {"fewer", "adjusted", "north", "weekly_rest", "", "", 6000, 3000, 0, "kept"},
      {"", "kept", "north", "weekly_rest", "", "", 6000, 3400, 0, "needs_rota"},
      {"", "kept", "south", "weekly_rest", "", "", 6000, 6125, 17, "broken"}};
  write_town_with("compliance", compliance_of(rows, 6));
  assert_int_equal(count_of("//table[@data-table='compliance']/tbody/tr"), 2);
  assert_string_equal(rule_cell(1, 1), "weekly rest");
  assert_string_equal(rule_cell(1, 2), "6\u00A0h");
  assert_string_equal(rule_cell(1, 3), "✗\u00A0broken 6.25, 3 times from 2024-07-01 (south)");
  assert_string_equal(rule_cell(1, 4), "✓\u00A0held 3 (north)");
  assert_string_equal(rule_cell(1, 5), "✗\u00A0broken 6.13, 17 times from 2024-07-01 (south)");
  assert_string_equal(rule_cell(2, 1), "need against the norm: night, nurse");
  assert_string_equal(rule_cell(2, 3), "✓\u00A0held 1 (north)");
  assert_string_equal(rule_cell(2, 4), rule_cell(2, 3)); // of both answers
  assert_string_equal(rule_cell(2, 5), "–");
}

// What is claimed is held against all measures at once, not against the sum of each for itself; four sums add up.
static void headline_counts_nothing_twice(void **state) {
  (void)state;
  struct audit *audit = (struct audit *)(uintptr_t)audit_anew("Town");
  for (size_t i = 0; i < audit->together->joint_count; i++) {
    struct joint_line *line = (struct joint_line *)&audit->together->joints[i];
    line->joint_ore = (line->positions == POSITIONS_ADJUSTED ? 87654 : 12345) * KR;
  }
  const struct result_set *set = results_make(arena, audit);
  write_page(audit, set);
  const char *lead = text_at("//section[@id='answer']//p[@class='lead']", 0);
  assert_true(holds(lead, "12\u00A0345\u00A0kr") && holds(lead, "87\u00A0654\u00A0kr"));
  assert_true(
      holds(text_at("//section[@id='answer']//p[@class='lead']", 1), "812\u00A0346\u00A0kr")); // short of 900 000
  const struct result_table *sums = result_find(set, "sums");
  int64_t sum = 0;
  size_t last = result_row_count(sums) - 1;
  for (size_t row = 0; row < last; row++)
    sum += result_number_of(sums, row, NUMBER_adjusted_kr);
  assert_int_equal(sum, 87654 * KR);
  assert_int_equal(result_number_of(sums, last, NUMBER_adjusted_kr), sum);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(hostile_text_is_text, set_up, tear_down),
      cmocka_unit_test_setup_teardown(page_stands_alone, set_up, tear_down),
      cmocka_unit_test_setup_teardown(same_results_same_bytes, set_up, tear_down),
      cmocka_unit_test_setup_teardown(headings_go_down_by_one, set_up, tear_down),
      cmocka_unit_test_setup_teardown(everything_is_named, set_up, tear_down),
      cmocka_unit_test_setup_teardown(ids_are_unique_and_found, set_up, tear_down),
      cmocka_unit_test_setup_teardown(details_are_found, set_up, tear_down),
      cmocka_unit_test_setup_teardown(heat_maps_speak, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sums_are_those_of_the_tables, set_up, tear_down),
      cmocka_unit_test_setup_teardown(failing_claim_is_told_first, set_up, tear_down),
      cmocka_unit_test_setup_teardown(waterfall_is_its_table, set_up, tear_down),
      cmocka_unit_test_setup_teardown(title_is_whole_while_there_is_room, set_up, tear_down),
      cmocka_unit_test_setup_teardown(letters_have_widths, set_up, tear_down),
      cmocka_unit_test_setup_teardown(claims_stand_on_an_axis_of_kroner, set_up, tear_down),
      cmocka_unit_test_setup_teardown(ranges_are_never_upside_down, set_up, tear_down),
      cmocka_unit_test_setup_teardown(bridge_is_one_table, set_up, tear_down),
      cmocka_unit_test_setup_teardown(equal_bridges_are_drawn_once, set_up, tear_down),
      cmocka_unit_test_setup_teardown(rules_stand_beside_today, set_up, tear_down),
      cmocka_unit_test_setup_teardown(headline_counts_nothing_twice, set_up, tear_down),
  };
  int failed = cmocka_run_group_tests_name("html", tests, NULL, NULL);
  arena_free(kept);
  xmlCleanupParser();
  return failed;
}
