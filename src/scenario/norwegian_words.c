// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "base/language.h"
#include "calendar/dayset.h"
#include "scenario/norwegian.h"
#include "text/cell.h"

// One Norwegian word for each English one, whatever the column, except where the language has several: then a line with
// the column precedes the general one. Both are read in that column; the column's own is written.
static const struct {
  const char *column; // NULL: all
  const char *word, *norwegian;
} words[] = {
    {NULL, "absence", "fravær"},
    {NULL, "active", "aktiv"},
    {NULL, "actual", "regnskap"},
    {NULL, "add", "legg_til"},
    {NULL, "added", "lagt_sammen"},
    {NULL, "adjusted", "tilpasset"},
    {NULL, "agency", "vikarbyrå"},
    {NULL, "always", "alltid"},
    {NULL, "amount", "beløp"},
    {NULL, "authority", "arbeidstilsynet"},
    {NULL, "averaged", "gjennomsnitt"},
    {NULL, "base", "mot_budsjett"},
    {NULL, "budget", "budsjett"},
    {NULL, "by_cost", "etter_pris"},
    {NULL, "central", "sentral"},
    {NULL, "clock", "klokkeslett"},
    {NULL, "closed", "stengt"},
    {NULL, "comma", "komma"},
    {NULL, "compensation", "kompensasjon"},
    {NULL, "cover_required", "krev_dekning"},
    {NULL, "daily_rest", "døgnhvile"},
    {NULL, "daily_rest_h", "døgnhvile_t"},
    {NULL, "day", "dag"},
    {NULL, "day_total", "timer_i_døgnet"},
    {NULL, "days", "dager"},
    {NULL, "days_in_row_least", "dager_på_rad_minst"},
    {NULL, "days_in_row_most", "dager_på_rad_høyst"},
    {NULL, "days_off_least", "fridager_på_rad_minst"},
    {NULL, "days_off_most", "fridager_på_rad_høyst"},
    {NULL, "denmark", "danmark"},
    {NULL, "divisor", "divisor"},
    {NULL, "employee", "ansatt"},
    {NULL, "employer_tax", "arbeidsgiveravgift"},
    {NULL, "employer_tax_extra", "ekstra_arbeidsgiveravgift"},
    {NULL, "employer_tax_extra_above", "ekstra_arbeidsgiveravgift_over"},
    {NULL, "evening", "kveld"},
    {NULL, "extra", "merarbeid"},
    {NULL, "extra_weekend_every", "ekstrahelg_hver"},
    {NULL, "free", "fri"},
    {NULL, "fri", "fre"},
    {NULL, "friday_evening", "fredag_kveld"},
    {NULL, "full_year", "helår"},
    {NULL, "grant", "tilskudd"},
    {NULL, "gross", "brutto"},
    {"supplement", "holiday", "helligdag"},
    {"line", "holiday", "helligdag"},
    {"terms", "holiday", "skoleferie"},
    {"pool_terms", "holiday", "skoleferie"},
    {NULL, "holiday", "ferie"},
    {NULL, "holiday_pay", "feriepenger"},
    {NULL, "holiday_pay_over_60", "feriepenger_over_60"},
    {NULL, "holiday_pay_refunded", "feriepenger_refundert"},
    {NULL, "holiday_pay_refunded_over_60", "feriepenger_refundert_over_60"},
    {NULL, "holiday_weeks", "ferieuker"},
    {NULL, "holiday_weeks_over_60", "ferieuker_over_60"},
    {NULL, "hours_48", "timer_48"},
    {NULL, "hours_over_h", "timer_over_t"},
    {NULL, "hours_under_h", "timer_under_t"},
    {NULL, "idle_kr_per_h", "ledig_kr_per_t"},
    {NULL, "in_force", "iverksatt"},
    {NULL, "in_year", "i_året"},
    {NULL, "income", "inntekt"},
    {NULL, "incremental", "på_toppen"},
    {NULL, "kept", "beholdt"},
    {NULL, "last_resort", "siste_utvei"},
    {NULL, "law", "lov"},
    {NULL, "left_out", "utelatt"},
    {NULL, "local", "lokal"},
    {NULL, "long_run_kr", "lang_rekke_kr"},
    {NULL, "long_shifts", "langvakter"},
    {NULL, "lower_secondary", "ungdomsskole"},
    {NULL, "measures", "tiltak"},
    {NULL, "million kr", "millioner kr"},
    {NULL, "mon", "man"},
    {NULL, "months", "måneder"},
    {NULL, "multiplier", "påslag"},
    {NULL, "multiply", "gang_med"},
    {NULL, "need", "behov"},
    {NULL, "negative", "minus"},
    {NULL, "net", "netto"},
    {NULL, "never", "aldri"},
    {NULL, "next_off", "neste_fri"},
    {NULL, "night", "natt"},
    {NULL, "night_average", "nattsnitt"},
    {NULL, "nights_in_row_least", "netter_på_rad_minst"},
    {NULL, "nights_in_row_most", "netter_på_rad_høyst"},
    {NULL, "no", "nei"},
    {NULL, "norway", "norge"},
    {NULL, "not_realised", "ikke_realisert"},
    {NULL, "not_started", "ikke_startet"},
    {NULL, "nothing", "ingenting"},
    {NULL, "on_call", "hjemmevakt"},
    {NULL, "on_costs", "sosiale_utgifter"},
    {NULL, "on_hold", "på_vent"},
    {NULL, "once", "engang"},
    {NULL, "one_off", "engangs"},
    {NULL, "other", "annet"},
    {NULL, "overtime", "overtid"},
    {NULL, "overtime_divisor", "overtid_divisor"},
    {NULL, "overtime_four_weeks", "overtid_fire_uker"},
    {NULL, "overtime_holiday", "overtid_helligdag"},
    {NULL, "overtime_unforeseen", "overtid_uforutsett"},
    {NULL, "overtime_week", "overtid_uke"},
    {NULL, "overtime_year", "overtid_år"},
    {NULL, "partly", "delvis"},
    {NULL, "pay_growth_percent", "lønnsvekst_prosent"},
    {NULL, "pay_settlement", "lønnsoppgjør"},
    {NULL, "pension", "pensjon"},
    {NULL, "plan", "plan"},
    {NULL, "planner", "planlegger"},
    {NULL, "point", "punktum"},
    {NULL, "position", "stilling"},
    {NULL, "positive", "pluss"},
    {NULL, "primary", "barneskole"},
    {NULL, "profile", "profil"},
    {NULL, "purchases", "innkjøp"},
    {NULL, "realised", "realisert"},
    {NULL, "refund_ceiling", "refusjonstak"},
    {NULL, "refund_within_48_days", "refusjon_innen_48_dager"},
    {NULL, "rest_after_nights_h", "hvile_etter_netter_t"},
    {NULL, "resting", "hvilende"},
    {NULL, "revised_budget", "revidert_budsjett"},
    {NULL, "rota", "turnus"},
    {NULL, "same_shift_least", "samme_vakt_minst"},
    {NULL, "same_shift_most", "samme_vakt_høyst"},
    {NULL, "sat", "lør"},
    {NULL, "saturday", "lørdag"},
    {NULL, "school", "skole"},
    {NULL, "sensitivity", "følsomhet"},
    {NULL, "sequence", "rekkefølge"},
    {NULL, "set", "sett"},
    {NULL, "shift_length", "vaktlengde"},
    {NULL, "short_change_kr", "kort_skifte_kr"},
    {NULL, "short_changes_most", "korte_skifter_høyst"},
    {NULL, "short_rest_h", "kort_hvile_t"},
    {NULL, "sick_child", "sykt_barn"},
    {NULL, "sick_leave", "sykefravær"},
    {NULL, "sick_long", "syk_lang"},
    {NULL, "sick_refunded", "syk_refundert"},
    {NULL, "sick_short", "syk_kort"},
    {NULL, "sickness", "sykdom"},
    {NULL, "single_day_off_kr", "enkel_fridag_kr"},
    {NULL, "single_day_on_kr", "enkel_arbeidsdag_kr"},
    {NULL, "split_spread", "delt_dag_spenn"},
    {NULL, "split_supplement", "delt_dag_tillegg"},
    {NULL, "substitute", "vikar"},
    {NULL, "substitutes", "vikarer"},
    {NULL, "summer_holiday", "sommerferie"},
    {NULL, "sun", "søn"},
    {NULL, "sundays_averaged", "søndager_gjennomsnitt"},
    {NULL, "sundays_in_row_most", "søndager_på_rad_høyst"},
    {NULL, "sundays_most", "søndager_høyst"},
    {NULL, "sundays_next_off", "søndager_neste_fri"},
    {NULL, "supplements", "tillegg"},
    {NULL, "sweden", "sverige"},
    {NULL, "thu", "tor"},
    {NULL, "training", "opplæring"},
    {NULL, "tue", "tir"},
    {NULL, "under_way", "i_gang"},
    {NULL, "uneven_night_kr", "ujevne_netter_kr"},
    {NULL, "uneven_weekend_kr", "ujevne_helger_kr"},
    {NULL, "united_kingdom", "storbritannia"},
    {NULL, "variable_pension", "pensjon_variabel"},
    {NULL, "wed", "ons"},
    {NULL, "week_average", "ukesnitt"},
    {NULL, "week_ceiling", "uke_uten_overtid"},
    {NULL, "week_total", "uke_med_overtid"},
    {NULL, "weekend", "helg"},
    {NULL, "weekly", "ukentlig"},
    {NULL, "weekly_rest", "ukehvile"},
    {NULL, "weekly_rest_h", "ukehvile_t"},
    {NULL, "weekly_rest_inside", "ukehvile_i_uka"},
    {NULL, "whole_weekends", "hele_helger"},
    {NULL, "worked", "arbeidet"},
    {NULL, "year", "år"},
    {NULL, "year_rota", "årsturnus"},
    {NULL, "yes", "ja"},
};
enum { WORDS = sizeof words / sizeof *words };

static bool of_column(int i, const struct column *column, const char *word) {
  return strcmp(words[i].word, word) == 0 && (!words[i].column || strcmp(words[i].column, column->name) == 0);
}

const char *norwegian_word(const struct column *column, const char *word) {
  for (int i = 0; i < WORDS; i++)
    if (of_column(i, column, word))
      return words[i].norwegian;
  return NULL;
}

const char *own_word(const struct column *column, const char *word) {
  const char *norwegian = language_now() == LANGUAGE_NB ? norwegian_word(column, word) : NULL;
  return norwegian ? norwegian : word;
}

static bool is_text(const char *word, const char *text, size_t length) {
  return strlen(word) == length && memcmp(word, text, length) == 0;
}

bool word_is_called(const struct column *column, const char *word, const char *text, size_t length) {
  if (is_text(word, text, length))
    return true;
  for (int i = 0; i < WORDS; i++)
    if (of_column(i, column, word) && is_text(words[i].norwegian, text, length))
      return true;
  return false;
}

const char *choices_hint(struct arena *arena, const struct column *column, const char *text) {
  size_t count = 0;
  while (column->choices[count].word)
    count++;
  const char **both = arena_array(arena, 2 * count + 1, sizeof *both),
             **own = arena_array(arena, count + 1, sizeof *own);
  for (size_t i = 0; i < count; i++) {
    const char *word = column->choices[i].word, *norwegian = norwegian_word(column, word);
    both[i] = word;
    both[count + i] = norwegian ? norwegian : word;
    own[i] = own_word(column, word);
  }
  return words_hint(arena, text, nearest_word(text, both) ? both : own);
}

bool source_is_assumed(const char *text) { return strcmp(text, "assumed") == 0 || strcmp(text, "antatt") == 0; }

// ---------------------------------------------------------------- a whole cell

static const char *own_choice(const struct column *column, const char *text, size_t length) {
  for (const struct choice *choice = column->choices; choice->word; choice++)
    if (word_is_called(column, choice->word, text, length))
      return own_word(column, choice->word);
  return NULL;
}

static const char *own_day(const struct column *column, const char *text, size_t length) {
  (void)column;
  return language_now() == LANGUAGE_NB ? day_word_norwegian(text, length) : NULL;
}

// Each word between blanks, plus signs and hyphens separately; other text is unchanged.
static const char *own_parts(struct arena *arena, const struct column *column, const char *text,
                             const char *own(const struct column *, const char *, size_t)) {
  const char *cell = "";
  while (*text) {
    size_t length = strcspn(text, " +-"), between = strspn(text + length, " +-");
    const char *word = own(column, text, length);
    cell = arena_printf(arena, "%s%s%.*s", cell, word ? word : arena_text(arena, text, length), (int)between,
                        text + length);
    text += length + between;
  }
  return cell;
}

const char *own_cell(struct arena *arena, const struct column *column, const char *text) {
  const char *word = NULL;
  switch (column->kind) {
  case CELL_CHOICE:
    word = own_choice(column, text, strlen(text));
    return word ? word : text;
  case CELL_WORDS:
    return own_parts(arena, column, text, own_choice);
  case CELL_NEED_DAYS:
  case CELL_PAY_DAYS:
  case CELL_WEEKS:
  case CELL_MONTHS:
    return own_parts(arena, column, text, own_day);
  default:
    return strcmp(column->name, "source") == 0 && source_is_assumed(text) ? _("assumed") : text;
  }
}
