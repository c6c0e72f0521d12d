// SPDX-License-Identifier: GPL-3.0-or-later
// Text for people, in their language. The source is English; catalogues in po/ hold the other languages. Words that
// scripts read (CSV column names, codes, statuses) are never translated.
#ifndef ROTACOST_BASE_LANGUAGE_H
#define ROTACOST_BASE_LANGUAGE_H

#include <libintl.h>
#include <stdbool.h>

#define _(TEXT) gettext(TEXT)
#define N_(TEXT) TEXT // marked here, translated where it is printed

// Typographic signs for readers of either language; files use the plain signs.
#define NO_BREAK_SPACE "\u00A0"
#define MINUS_SIGN "\u2212"

enum language { LANGUAGE_EN, LANGUAGE_NB, LANGUAGES };

// The language of _(). It is English until one of the next three functions selects another; they return false if its
// catalogue is not found: texts then stay English, but numbers and dates follow the language. Only LC_MESSAGES is ever set.
enum language language_now(void);
char language_decimal_sign(void);             // of numbers shown in this language
bool language_begin(void);                    // that of the environment
bool language_insist(enum language language); // --lang: whatever a scenario says
bool language_prefer(enum language language); // that of a scenario; LANGUAGES: it sets none
// "en", "nb": as --lang, the setting and the lang of HTML write them; false where the word is no language.
const char *language_code(enum language language);
bool language_of_code(const char *code, enum language *language);
// What the environment asks for: LC_ALL, else LC_MESSAGES, else LANG; Norwegian of any kind is nb, all else English.
enum language language_of_environment(void);

#endif
