// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabulary of papers: words of Norwegian and English tables.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "paper/parts.h"

typedef const char *const word_list[];

// Bytes of the blank that begins here: plain, no-break, thin, narrow; 0: none.
static size_t blank_bytes(const char *text) {
  static word_list wide = {"\u00A0", "\u2009", "\u202F", NULL};
  if (*text && strchr(" \t\n\r", *text))
    return 1;
  for (size_t i = 0; wide[i]; i++)
    if (strncmp(text, wide[i], strlen(wide[i])) == 0)
      return strlen(wide[i]);
  return 0;
}

const char *paper_folded(struct arena *arena, const char *text) {
  size_t length = 0, kept = 0;
  uint8_t *lower = u8_tolower((const uint8_t *)text, strlen(text), "nb", UNINORM_NFC, NULL, &length);
  if (!lower)
    arena_no_memory();
  const char *from = arena_text(arena, (const char *)lower, length);
  free(lower);
  char *folded = arena_text(arena, from, strlen(from));
  while (*from) {
    size_t blank = blank_bytes(from);
    if (!blank)
      folded[kept++] = *from++;
    else if (kept && folded[kept - 1] != ' ')
      folded[kept++] = ' ', from += blank;
    else
      from += blank;
  }
  folded[kept - (kept && folded[kept - 1] == ' ')] = '\0';
  return folded;
}

static bool is_letter(char c) { return isalnum((unsigned char)c) || (unsigned char)c >= 0x80; }

static bool stands_at(const char *text, const char *at, const char *word) {
  return (at == text || !is_letter(at[-1])) && !is_letter(at[strlen(word)]);
}

static bool has_word(const char *folded, const char *word) {
  for (const char *at = folded; (at = strstr(at, word)); at++)
    if (stands_at(folded, at, word))
      return true;
  return false;
}

bool paper_has_word(const char *folded, const char *const *words) {
  for (; *words; words++)
    if (has_word(folded, *words))
      return true;
  return false;
}

bool paper_has_part(const char *folded, const char *const *parts) {
  for (; *parts; parts++)
    if (strstr(folded, *parts))
      return true;
  return false;
}

bool paper_begins_with(const char *folded, const char *const *words) {
  for (; *words; words++)
    if (strncmp(folded, *words, strlen(*words)) == 0 && !is_letter(folded[strlen(*words)]))
      return true;
  return false;
}

// ---------------------------------------------------------------- footnotes

// Where the mark that ends at `end` begins; `end` itself if there is none.
static size_t mark_begin(const char *text, size_t end) {
  static word_list marks = {"*",      "\u2020", "\u00B9", "\u00B2", "\u00B3", "\u2070", "\u2074",
                            "\u2075", "\u2076", "\u2077", "\u2078", "\u2079", NULL};
  for (size_t i = 0; marks[i]; i++) {
    size_t length = strlen(marks[i]);
    if (end > length && strncmp(text + end - length, marks[i], length) == 0)
      return end - length;
  }
  if (end < 3 || text[end - 1] != ')')
    return end;
  size_t at = end - 1;
  while (at && isdigit((unsigned char)text[at - 1]) && end - at <= 2)
    at--;
  bool letter = at == end - 1 && islower((unsigned char)text[at - 1]) && (at -= 1);
  if (!letter && at == end - 1)
    return end;
  bool apart =
      at && (text[at - 1] == ' ' || (at >= 2 && strncmp(text + at - 2, "\u00A0", 2) == 0) || text[at - 1] == ')');
  return apart ? at : end;
}

const char *paper_unmarked(struct arena *arena, const char *text) {
  size_t end = strlen(text);
  for (size_t begin; (begin = mark_begin(text, end)) < end; end = begin)
    while (begin && (text[begin - 1] == ' ' || (begin >= 2 && strncmp(text + begin - 2, "\u00A0", 2) == 0)))
      begin -= text[begin - 1] == ' ' ? 1 : 2;
  return text[end] ? arena_text(arena, text, end) : text;
}

// ---------------------------------------------------------------- rows

bool paper_says_sum(const char *folded) {
  static word_list begins = {"sum",        "delsum",      "totalt", "total", "totale",    "totalte",
                             "totalsum",   "subtotal",    "totals", "i alt", "tilsammen", "til sammen",
                             "sammenlagt", "grand total", "= sum",  NULL};
  static word_list ends = {"i alt", "totalt", "til sammen", "tilsammen", "i sum", "total", "samlet", NULL};
  if (paper_begins_with(folded, begins))
    return true;
  size_t length = strlen(folded);
  for (const char *const *word = ends; *word; word++) {
    size_t w = strlen(*word);
    if (length > w && strcmp(folded + length - w, *word) == 0 && !is_letter(folded[length - w - 1]))
      return true;
  }
  return false;
}

bool paper_says_part(const char *folded) {
  static word_list words = {"herav", "hvorav", "derav", "av dette", "of which", "hereof", "herunder", NULL};
  return paper_begins_with(folded, words) ||
         (*folded == '-' && folded[1] == ' ' && paper_begins_with(folded + 2, words));
}

bool paper_says_income(const char *folded) {
  static word_list parts = {"inntekt",  "gebyr",    "brukerbetaling", "egenbetaling",  "egenandel",        "vederlag",
                            "refusjon", "tilskudd", "husleieøkning",  "betalingssats", "oppholdsbetaling", "income",
                            "revenue",  NULL};
  static word_list words = {"salg", "utleie", "fee", "fees", "grant", "refund", "charges", NULL};
  return paper_has_part(folded, parts) || paper_has_word(folded, words);
}

bool paper_says_saving(const char *folded) {
  static word_list parts = {"innspar", "effektivisering", "kutt",       "reduksjon", "omstilling", "nedtrekk",
                            "saving",  "efficienc",       "besparelse", "reduser",   NULL};
  return paper_has_part(folded, parts);
}

bool paper_says_minus(const char *folded) {
  static word_list minus = {"minus", "negativ", "negative", NULL};
  return paper_has_word(folded, minus) && (paper_says_saving(folded) || strstr(folded, "mindre utgift"));
}

bool paper_says_increments(const char *folded) {
  static word_list parts = {"endring fra året før",
                            "endring frå året før",
                            "endring fra år til år",
                            "endring fra forrige år",
                            "endring fra foregående år",
                            "endring år for år",
                            "i tillegg til året før",
                            "change from the year before",
                            "change on the year before",
                            "on top of the year before",
                            "incremental",
                            NULL};
  return paper_has_part(folded, parts);
}

bool paper_says_totals(const char *folded) {
  static word_list parts = {"akkumulert", "kumulativ", "cumulative", "accumulated", NULL};
  return paper_has_part(folded, parts);
}

// ---------------------------------------------------------------- units

// Joins digits that are separated into threes, so that "1 000" reads as 1000 and "15 640 000" as one number.
static const char *joined_digits(struct arena *arena, const char *folded) {
  char *joined = arena_text(arena, folded, strlen(folded));
  size_t kept = 0;
  for (size_t i = 0; joined[i]; i++) {
    bool between = i && (joined[i] == ' ' || joined[i] == '.') && isdigit((unsigned char)joined[i - 1]) &&
                   isdigit((unsigned char)joined[i + 1]) && isdigit((unsigned char)joined[i + 2]) &&
                   isdigit((unsigned char)joined[i + 3]) && !isdigit((unsigned char)joined[i + 4]);
    if (!between)
      joined[kept++] = joined[i];
  }
  joined[kept] = '\0';
  return joined;
}

static word_list million_words = {"mill", "mill.", "millioner", "million", "millions", "mnok", "mkr", "mill.kr", NULL};
static word_list thousand_words = {"1000",     "tusen",     "tkr",          "tnok",       "t.kr", "1000kr",
                                   "thousand", "thousands", "tusen kroner", "hele tusen", NULL};
static word_list kroner_words = {"kr", "kroner", "nok", "kr.", NULL};

int paper_unit_said(const char *folded) {
  struct arena *arena = arena_new();
  const char *text = joined_digits(arena, folded);
  int digits = paper_has_word(text, million_words)    ? 6
               : paper_has_word(text, thousand_words) ? 3
               : paper_has_word(text, kroner_words)   ? 0
                                                      : -1;
  arena_free(arena);
  return digits;
}

bool paper_is_unit_alone(const char *folded) {
  static word_list fill = {"i", "hele", "tall", "beløp", "in", "av", NULL};
  if (paper_unit_said(folded) < 0)
    return false;
  struct arena *arena = arena_new();
  char *rest = NULL, *text = arena_text(arena, joined_digits(arena, folded), strlen(folded));
  bool alone = true;
  for (char *word = strtok_r(text, " ()/-", &rest); word && alone; word = strtok_r(NULL, " ()/-", &rest))
    alone = paper_has_word(word, million_words) || paper_has_word(word, thousand_words) ||
            paper_has_word(word, kroner_words) || paper_has_word(word, fill);
  arena_free(arena);
  return alone;
}

// ---------------------------------------------------------------- heads

enum paper_role paper_role_said(const char *folded) {
  static word_list fte = {"årsverk",          "årsv.",   "åv",    "fte", "wte", "stillinger",
                          "stillingshjemler", "hjemler", "posts", NULL};
  static word_list sums = {"sum", "totalt", "total", "samlet", "i alt", NULL};
  static word_list books = {"regnskap", "prognose", "forbruk", "actual", "outturn", "forecast", NULL};
  static word_list persons = {"ansvarlig",   "ansvarleg", "hvem",  "eier", "saksbehandler",
                              "responsible", "who",       "owner", NULL};
  static word_list centres = {"ansvar", "kostnadssted", "koststed", "kostnadsstad", "cost centre", "cost center", NULL};
  static word_list numbers = {"nr", "nr.", "nummer", "no", "no.", "id", "løpenr", "løpenr.", "ref", "ref.", NULL};
  static word_list titles = {"tiltak",      "beskrivelse", "beskriving", "tekst",  "forslag", "measure",
                             "description", "innsparing",  "proposal",   "saving", "navn",    NULL};
  static word_list units = {"avdeling", "enhet", "eining", "virksomhet", "verksemd", "område",
                            "sektor",   "etat",  "unit",   "department", "service",  NULL};
  static word_list notes = {"status",  "merknad",  "kommentar",  "note",   "notat",
                            "comment", "virkning", "konsekvens", "risiko", NULL};
  static const struct {
    const char *const *parts;
    bool word;
    enum paper_role role;
  } roles[] = {{fte, true, PAPER_FTE},         {sums, true, PAPER_YEARS},           {books, false, PAPER_BOOKS},
               {persons, false, PAPER_PERSON}, {centres, false, PAPER_COST_CENTRE}, {numbers, true, PAPER_NUMBER},
               {titles, false, PAPER_TITLE},   {units, false, PAPER_UNIT},          {notes, false, PAPER_NOTE}};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (roles[i].word ? paper_has_word(folded, roles[i].parts) : paper_has_part(folded, roles[i].parts))
      return roles[i].role;
  return PAPER_OTHER;
}

enum { YEAR_LEAST = 1990, YEAR_MOST = 2099, HEAD_LETTERS_MOST = 40 };

int paper_year_said(struct arena *arena, const char *head, bool *several) {
  const char *text = joined_digits(arena, paper_folded(arena, head));
  int found = 0, count = 0, last = 0;
  *several = false;
  if (strlen(text) > HEAD_LETTERS_MOST || strchr("-(+", *text) || strncmp(text, "\u2212", strlen("\u2212")) == 0)
    return 0; // a sign: an amount
  for (const char *at = text; *at;) {
    size_t digits = strspn(at, "0123456789");
    int value = digits == 4 ? atoi(at) : 0;
    bool follows = digits == 2 && found && at[-1] == '/' && atoi(at) == (found + 1) % 100; // 2024/25
    if (value >= YEAR_LEAST && value <= YEAR_MOST)
      found = count++ ? found : value, last = value;
    else if (digits > 0 && !follows && digits != 1 && value != 1000) // "2026 (1000 kr)"
      return 0;                                                      // some other number
    at += digits ? digits : 1;
  }
  bool fiscal = count == 2 && last == found + 1 && strchr(text, '/');
  *several = count > 1 && !fiscal;
  return found;
}
