// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/norwegian.h"

#include <assert.h>
#include <string.h>

#include "base/language.h"
#include "text/cell.h"

// One word per column, whatever the table, but where the language has two words for it: then a line with the table
// stands before the general one. Every name holds in every table that has the column.
static const struct {
  const char *table; // NULL: all
  const char *column, *norwegian;
} names[] = {
    {NULL, "absence_cover", "fraværsdekning"},
    {NULL, "account", "konto"},
    {NULL, "accounts_tolerance_percent", "regnskapsavvik_prosent"},
    {NULL, "accrual", "periodisering"},
    {NULL, "actual_h", "faktiske_timer"},
    {NULL, "actual_kr", "regnskap_kr"},
    {NULL, "adjust_max_percent", "tilpasning_maks_prosent"},
    {NULL, "adjust_min_percent", "tilpasning_min_prosent"},
    {NULL, "adjust_step_heads", "tilpasning_steg_ansatte"},
    {NULL, "age_years", "alder_år"},
    {NULL, "agreement", "avtale"},
    {NULL, "also_days", "også_dager"},
    {NULL, "also_units", "også_enheter"},
    {NULL, "alternative_day_percent", "erstatningsdag_prosent"},
    {NULL, "amount_kr", "beløp_kr"},
    {NULL, "applies_to", "gjelder"},
    {NULL, "apr_kr", "april_kr"},
    {NULL, "area", "område"},
    {NULL, "art", "kostra_art"},
    {NULL, "aug_kr", "august_kr"},
    {NULL, "band_percent", "svingning_prosent"},
    {NULL, "basis", "grunnlag"},
    {NULL, "books_costs_are", "bokførte_kostnader_er"},
    {NULL, "books_take", "bokført_er"},
    {NULL, "break_start", "pause_starter"},
    {NULL, "budget_kr", "budsjett_kr"},
    {NULL, "called_out_h", "utrykning_t"},
    {NULL, "called_out_percent", "utrykning_prosent"},
    {NULL, "category", "kategori"},
    {NULL, "cause", "årsak"},
    {NULL, "change", "endring"},
    {NULL, "booked", "budsjetteres"},
    {NULL, "children", "barn"},
    {NULL, "claims_are", "oppgitte_beløp_er"},
    {NULL, "claims_in", "innsparinger_i"},
    {NULL, "clock_from", "klokka_fra"},
    {NULL, "clock_to", "klokka_til"},
    {NULL, "closes", "stenger"},
    {NULL, "closing_kr", "avslutning_kr"},
    {NULL, "code", "kode"},
    {NULL, "column", "kolonne"},
    {NULL, "common", "felles"},
    {NULL, "consequence", "konsekvens"},
    {NULL, "consultation_days", "drøfting_dager"},
    {NULL, "cost_centre", "kostnadssted"},
    {NULL, "counts_percent", "regnes_prosent"},
    {NULL, "country", "land"},
    {NULL, "day", "dag"},
    {NULL, "day_starts", "døgnet_starter"},
    {NULL, "days", "dager"},
    {NULL, "dec_kr", "desember_kr"},
    {NULL, "decimal", "desimaltegn"},
    {NULL, "decision_date", "vedtaksdato"},
    {NULL, "doubt", "tvil"},
    {NULL, "duty", "tjeneste"},
    {NULL, "either_or", "enten_eller"},
    {NULL, "end", "slutt"},
    {NULL, "feb_kr", "februar_kr"},
    {NULL, "fill_order", "rekkefølge"},
    {NULL, "first_year", "første_år"},
    {NULL, "from", "fra"},
    {NULL, "eve_off_percent", "fri_på_aftener_prosent"},
    {NULL, "fiscal_year_starts", "regnskapsår_starter"},
    {NULL, "fte", "årsverk"},
    {NULL, "fte_basis", "årsverk_grunnlag"},
    {NULL, "full_time_week_h", "heltidsuke_t"},
    {NULL, "function", "funksjon"},
    {NULL, "gaps", "opphold"},
    {NULL, "grade", "trinn"},
    {NULL, "grades", "klassetrinn"},
    {NULL, "group", "gruppe"},
    {NULL, "handover_min", "overlapp_min"},
    {NULL, "heads", "ansatte"},
    {NULL, "high", "høy"},
    {NULL, "holiday_most_percent", "ferie_samtidig_prosent"},
    {NULL, "holidays_by", "ferie_settes_av"},
    {NULL, "hours", "timer"},
    {NULL, "hours_per_head", "timer_per_ansatt"},
    {NULL, "hours_per_resident_day", "timer_per_beboerdøgn"},
    {NULL, "hours_per_week", "timer_per_uke"},
    {NULL, "in_free_weeks_percent", "i_friuker_prosent"},
    {NULL, "in_target", "i_målet"},
    {NULL, "jan_kr", "januar_kr"},
    {NULL, "joint", "samlet_med"},
    {NULL, "joined_shifts", "sammensatte_vakter"},
    {NULL, "jul_kr", "juli_kr"},
    {NULL, "jun_kr", "juni_kr"},
    {NULL, "kind", "slag"},
    {NULL, "kr", "kr"},
    {NULL, "language", "språk"},
    {NULL, "last_year", "siste_år"},
    {NULL, "leadership_fte", "ledelse_årsverk"},
    {NULL, "least_average_position_percent", "minste_snittstilling_prosent"},
    {NULL, "least_full_time_percent", "minste_heltidsandel_prosent"},
    {NULL, "least_paid_h", "minst_betalt_t"},
    {NULL, "leaves_out", "holder_utenfor"},
    {NULL, "level", "nivå"},
    {NULL, "like", "som"},
    {NULL, "likelihood", "sannsynlighet"},
    {NULL, "limit", "grense"},
    {NULL, "line", "linje"},
    {NULL, "kostra_art", "kostra_art"},
    {NULL, "long_spell_days", "langt_fravær_dager"},
    {NULL, "longest_shift_h", "lengste_vakt_t"},
    {NULL, "low", "lav"},
    {NULL, "mar_kr", "mars_kr"},
    {NULL, "may_kr", "mai_kr"},
    {NULL, "measure", "tiltak"},
    {NULL, "minimum_kr_per_h", "minst_kr_per_t"},
    {NULL, "month", "måned"},
    {NULL, "months", "måneder"},
    {NULL, "most_h_per_week", "maks_t_per_uke"},
    {NULL, "most_heads", "maks_ansatte"},
    {NULL, "most_variable_percent", "maks_variabel_prosent"},
    {NULL, "municipality", "kommune"},
    {NULL, "municipality_title", "kommunenavn"},
    {NULL, "nature", "art"},
    {NULL, "note", "merknad"},
    {NULL, "notice_months", "oppsigelse_måneder"},
    {NULL, "nov_kr", "november_kr"},
    {NULL, "oct_kr", "oktober_kr"},
    {NULL, "opens", "åpner"},
    {NULL, "over_60_percent", "over_60_prosent"},
    {NULL, "paid_percent", "betalt_prosent"},
    {NULL, "paragraph", "paragraf"},
    {NULL, "pay_percent", "lønn_prosent"},
    {NULL, "percent", "prosent"},
    {NULL, "percent_of_kr", "prosent_av_kr"},
    {NULL, "period", "regnskapsperiode"},
    {NULL, "parents_percent", "foreldre_prosent"},
    {NULL, "persons", "personer"},
    {NULL, "persons_sd", "personer_standardavvik"},
    {"settings", "place", "sted"},
    {NULL, "place", "plass"},
    {NULL, "planned_overtime", "planlagt_overtid"},
    {NULL, "pool", "samles_i"},
    {NULL, "pool_from", "samles_fra"},
    {NULL, "pool_terms", "samles_når"},
    {NULL, "position_percent", "stillingsprosent"},
    {NULL, "price_day", "prisdato"},
    {NULL, "price_kr_per_h", "pris_kr_per_t"},
    {NULL, "priority", "prioritet"},
    {NULL, "pupils", "elever"},
    {NULL, "rate", "sats"},
    {NULL, "ratio", "bemanningsregel"},
    {NULL, "ratio_floor", "minst_voksne"},
    {NULL, "ratio_level", "voksnes_kategori"},
    {NULL, "realised_kr", "realisert_kr"},
    {NULL, "realised_to", "realisert_til"},
    {NULL, "red_days", "røde_dager"},
    {NULL, "regime", "turnusform"},
    {NULL, "replaced_percent", "erstattet_prosent"},
    {NULL, "residents", "beboere"},
    {NULL, "responsibility", "ansvar"},
    {NULL, "revised_budget_kr", "revidert_budsjett_kr"},
    {NULL, "risk", "risiko"},
    {NULL, "role", "rolle"},
    {NULL, "room_percent", "rom_prosent"},
    {NULL, "rota_weeks", "turnus_uker"},
    {NULL, "rule", "regel"},
    {NULL, "saving_kr_per_year", "innsparing_kr_per_år"},
    {NULL, "savings_are", "innsparinger_er"},
    {NULL, "school", "skole"},
    {NULL, "school_fte_kr", "skole_årsverk_kr"},
    {NULL, "sep_kr", "september_kr"},
    {NULL, "service", "funksjon"},
    {NULL, "service_years", "tjeneste_år"},
    {NULL, "setting", "innstilling"},
    {NULL, "shift", "vakt"},
    {NULL, "shift_grid_min", "vaktrutenett_min"},
    {NULL, "shifts", "vakter"},
    {NULL, "short_notice_days", "kort_varsel_dager"},
    {NULL, "short_spell_days", "kort_fravær_dager"},
    {NULL, "shortest_shift_h", "korteste_vakt_t"},
    {NULL, "sick_child_days", "sykt_barn_dager"},
    {NULL, "sick_child_spell_days", "sykt_barn_fravær_dager"},
    {NULL, "sick_supplements", "tillegg_ved_sykdom"},
    {NULL, "source", "kilde"},
    {NULL, "stack", "stabel"},
    {NULL, "staff", "voksne"},
    {NULL, "start", "start"},
    {NULL, "status", "status"},
    {NULL, "summer_compensation_kr_per_week", "sommerkompensasjon_kr_per_uke"},
    {NULL, "sundays", "søndager"},
    {NULL, "supplement", "tillegg"},
    {NULL, "sure_percent", "sikker_prosent"},
    {NULL, "table", "tabell"},
    {NULL, "target_for", "sparemål_for"},
    {NULL, "target_kr", "sparemål_kr"},
    {NULL, "teaching_fte", "undervisning_årsverk"},
    {NULL, "term", "periode"},
    {NULL, "terms", "perioder"},
    {NULL, "then_per", "deretter_per"},
    {NULL, "tie", "felles_årsak"},
    {NULL, "title", "tittel"},
    {NULL, "to", "til"},
    {NULL, "tolerance_percent", "toleranse_prosent"},
    {NULL, "total_kr", "sum_kr"},
    {NULL, "type", "stillingstype"},
    {NULL, "understated_percent", "for_lavt_prosent"},
    {NULL, "unit", "enhet"},
    {NULL, "unpaid_break_min", "ubetalt_pause_min"},
    {NULL, "unsocial_price_kr_per_h", "ubekvem_pris_kr_per_t"},
    {NULL, "up_to", "inntil"},
    {NULL, "valid_from", "gyldig_fra"},
    {NULL, "valid_to", "gyldig_til"},
    {NULL, "value", "verdi"},
    {NULL, "week", "uke"},
    {NULL, "weekend_ceiling_every", "helgetak_hver"},
    {NULL, "weekend_compensation_kr_per_h", "helgekompensasjon_kr_per_t"},
    {NULL, "weekend_every", "helg_hver"},
    {NULL, "weekend_from", "helg_fra"},
    {NULL, "weekend_hours_included", "helgetimer_inkludert"},
    {NULL, "weekends_per_year", "helger_per_år"},
    {NULL, "weeks", "uker"},
    {NULL, "weight", "vekt"},
    {NULL, "where", "der"},
    {NULL, "window", "tidsvindu"},
    {NULL, "year", "år"},
    {NULL, "year_compensation_kr_per_fte", "årskompensasjon_kr_per_årsverk"},
    {NULL, "year_weeks", "uker_i_året"},
    {NULL, "yearly_pay_kr", "årslønn_kr"},
    {NULL, "yes_percent", "ja_prosent"},
    {NULL, "yes_short_percent", "ja_kort_varsel_prosent"},
    {NULL, "yes_weekend_percent", "ja_helg_prosent"},
    {NULL, "zone", "sone"},
};
enum { NAMES = sizeof names / sizeof *names };

bool column_is_called(const struct column *column, const char *name) {
  if (strcmp(column->name, name) == 0)
    return true;
  for (int i = 0; i < NAMES; i++)
    if (strcmp(names[i].column, column->name) == 0 && strcmp(names[i].norwegian, name) == 0)
      return true;
  return false;
}

static const char *const table_names[TABLE_COUNT] = {
    [TABLE_SETTINGS] = "innstillinger",    [TABLE_CATEGORIES] = "kategorier", [TABLE_UNITS] = "enheter",
    [TABLE_PAY] = "lønn",                  [TABLE_SUPPLEMENTS] = "tillegg",   [TABLE_RATES] = "satser",
    [TABLE_SHIFTS] = "vakter",             [TABLE_NEED] = "behov",            [TABLE_NORM] = "norm",
    [TABLE_GROUPS] = "grupper",            [TABLE_ABSENCE] = "fravær",        [TABLE_REPLACEMENT] = "erstatning",
    [TABLE_SOURCES] = "kilder",            [TABLE_CATALOGUE] = "katalog",     [TABLE_DESIGN] = "utforming",
    [TABLE_MEASURES] = "tiltak",           [TABLE_EDITS] = "endringer",       [TABLE_CLAIMS] = "innsparinger",
    [TABLE_AMOUNTS] = "beløp",             [TABLE_ACCOUNTS] = "regnskap",     [TABLE_RATIOS] = "forholdstall",
    [TABLE_ACCOUNT_MAP] = "kontoplan",     [TABLE_GENERAL_LEDGER] = "hovedbok",
    [TABLE_BOOK_CHANGES] = "regnskapsendringer",
    [TABLE_PLACES] = "plasser",            [TABLE_CHILDREN] = "barn",         [TABLE_ENROLMENT] = "innmelding",
    [TABLE_ATTENDANCE] = "oppmøte",        [TABLE_TERMS] = "skoleår",         [TABLE_SCHOOLS] = "skoler",
    [TABLE_RISKS] = "risikoer",            [TABLE_LAW] = "lov",               [TABLE_ROTA_RULES] = "turnusregler",
    [TABLE_ROTA] = "turnus",
};

const char *norwegian_table(enum table_id id) {
  assert(table_names[id]); // a new table needs a name here
  return table_names[id];
}

bool table_is_called(enum table_id id, const char *name) {
  return strcmp(table_of(id)->name, name) == 0 || strcmp(norwegian_table(id), name) == 0;
}

const char *norwegian_name(const char *table, const char *column) {
  for (int i = 0; i < NAMES; i++)
    if (strcmp(names[i].column, column) == 0 && (!names[i].table || strcmp(names[i].table, table) == 0))
      return names[i].norwegian;
  return NULL;
}

const char *columns_hint(struct arena *arena, const char *table, const char *text, const char *const *columns) {
  size_t count = 0;
  while (columns[count])
    count++;
  const char **both = arena_array(arena, 2 * count + 1, sizeof *both);
  for (size_t i = 0; i < count; i++) {
    const char *norwegian = norwegian_name(table, columns[i]);
    both[i] = columns[i];
    both[count + i] = norwegian ? norwegian : columns[i];
  }
  if (nearest_word(text, both))
    return words_hint(arena, text, both);
  return words_hint(arena, text, language_now() == LANGUAGE_NB ? both + count : columns);
}
