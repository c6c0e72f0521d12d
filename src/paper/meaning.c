// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/meaning.h"

#include <string.h>

#include "paper/parts.h"
#include "text/cell.h"

const char *paper_code(struct arena *arena, const char *title) {
  const char *folded = paper_folded(arena, title);
  char code[PAPER_CODE_BYTES_MOST + 8];
  size_t length = 0, word = 0;
  for (const char *at = folded; *at && length < PAPER_CODE_BYTES_MOST; at++) {
    bool high = (unsigned char)*at >= 0x80, plain = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
    bool letter =
        plain || (high && ((unsigned char)*at == 0xC3 || (length && (unsigned char)code[length - 1] == 0xC3)));
    if (letter)
      code[length++] = *at;
    else if (length && code[length - 1] != '_')
      word = length, code[length++] = '_';
  }
  if (length >= PAPER_CODE_BYTES_MOST && word)
    length = word;
  while (length && code[length - 1] == '_')
    length--;
  code[length] = '\0';
  const char *why;
  const char *copy = arena_printf(arena, "%s", code);
  return length && cell_code(copy, &why) ? copy : "measure";
}

enum nature paper_nature(struct arena *arena, const struct paper_row *row) {
  static const char *const once[] = {"engangs", "one-off", "one off", NULL};
  static const char *const position[] = {
      "årsverk", "stilling", "vakans", "nedbemanning", "bemanningsreduksjon", "position", "fte", "avgang", NULL};
  static const char *const rota[] = {"turnus", "nattevakt", "dagvakt",        "kveldsvakt", "vaktplan", "helgevakt",
                                     "vakt ",  "bemanning", "vikar",          "overtid",    "night",    "shift",
                                     "rota",   "staffing",  "grunnbemanning", NULL};
  const char *folded = paper_folded(arena, row->title);
  if (row->income)
    return NATURE_INCOME;
  if (paper_has_part(folded, once))
    return NATURE_ONE_OFF;
  if (paper_has_part(folded, rota) || (strlen(folded) > 4 && !strcmp(folded + strlen(folded) - 4, "vakt")))
    return NATURE_ROTA;
  return row->fte_milli != NOT_GIVEN || paper_has_part(folded, position) ? NATURE_POSITION : NATURE_AMOUNT;
}

const char *paper_amount_line(struct arena *arena, const struct paper_row *row, enum nature nature) {
  static const char *const grants[] = {"refusjon", "tilskudd", "grant", "refund", NULL};
  static const char *const bought[] = {"innkjøp", "kjøp",     "avtale", "leie", "lisens",
                                       "purchas", "contract", "rent",   NULL};
  const char *folded = paper_folded(arena, row->title);
  return paper_has_part(folded, grants)   ? "grant"
         : nature == NATURE_INCOME        ? "income"
         : paper_has_part(folded, bought) ? "purchases"
                                          : "other";
}
