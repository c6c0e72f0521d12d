// SPDX-License-Identifier: GPL-3.0-or-later
// gettext looks at the locale and the variable LANGUAGE. In the locale C it translates nothing, and a locale of the
// language is rarely installed where a program runs as a service. So any locale except C is set for messages, and the
// variable names the language. The other categories of the locale stay C, so that numbers in files have one form.
#include "base/language.h"

#include <assert.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char domain[] = "rotacost";
static const char system_domain[] = "libc"; // glibc's own: errors of the system and of options
static const char *const codes[LANGUAGES] = {[LANGUAGE_EN] = "en", [LANGUAGE_NB] = "nb"};
static enum language chosen = LANGUAGE_EN, usual = LANGUAGE_EN;
static bool insisted;

// Newer versions of glibc (Debian 13) translate nothing in C.UTF-8 either, which they recognise by name. Given by its
// path within the folder of locales, the same locale, which every Debian has, goes by another name. The others are for
// systems without it.
static const char *const locales[] = {"/C.utf8", "C.UTF-8", "nb_NO.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", "en_DK.UTF-8"};

// Folders of catalogues, relative to that of the program: as built, as built for a test, as installed.
static const char *const folders[] = {"../locale", "../../locale", "../share/rotacost/locale"};

static bool has_catalogue(const char *folder) {
  char file[PATH_MAX];
  int length = snprintf(file, sizeof file, "%s/%s/LC_MESSAGES/%s.mo", folder, codes[LANGUAGE_NB], domain);
  return length < (int)sizeof file && access(file, R_OK) == 0;
}

static void bind_catalogues(const char *folder) {
  bindtextdomain(domain, folder);
  bind_textdomain_codeset(domain, "UTF-8");
  bindtextdomain(system_domain, folder);
  bind_textdomain_codeset(system_domain, "UTF-8");
}

static void find_catalogues(void) {
  char program[PATH_MAX], folder[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
  if (length <= 0)
    return;
  program[length] = '\0';
  *strrchr(program, '/') = '\0';
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    int used = snprintf(folder, sizeof folder, "%s/%s", program, folders[i]);
    if (used < (int)sizeof folder && has_catalogue(folder)) {
      bind_catalogues(folder);
      return;
    }
  }
}

// The translation of "" is the header of the catalogue.
static bool catalogue_speaks(void) {
  textdomain(domain); // also makes gettext look again
  return *gettext("");
}

static bool choose(enum language language) {
  static bool searched;
  chosen = language;
  if (language == LANGUAGE_EN) {
    setlocale(LC_MESSAGES, "C");
    return true;
  }
  if (!searched)
    find_catalogues();
  searched = true;
  setenv("LANGUAGE", codes[language], 1);
  for (size_t i = 0; i < sizeof locales / sizeof *locales; i++)
    if (setlocale(LC_MESSAGES, locales[i]) && catalogue_speaks())
      return true;
  return false;
}

enum language language_now(void) { return chosen; }

char language_decimal_sign(void) { return chosen == LANGUAGE_NB ? ',' : '.'; }

bool language_begin(void) {
  usual = language_of_environment();
  return choose(usual);
}

bool language_insist(enum language language) {
  insisted = true;
  return choose(language);
}

bool language_prefer(enum language language) { return insisted || choose(language == LANGUAGES ? usual : language); }

const char *language_code(enum language language) {
  assert((size_t)language < sizeof codes / sizeof *codes);
  return codes[language];
}

bool language_of_code(const char *code, enum language *language) {
  for (int i = 0; i < LANGUAGES; i++)
    if (strcmp(codes[i], code) == 0) {
      *language = (enum language)i;
      return true;
    }
  return false;
}

enum language language_of_environment(void) {
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  static const char *const norwegian[] = {"nb", "no", "nn"};
  const char *wanted = "";
  for (size_t i = 0; i < sizeof variables / sizeof *variables && !*wanted; i++)
    wanted = getenv(variables[i]) ? getenv(variables[i]) : "";
  for (size_t i = 0; i < sizeof norwegian / sizeof *norwegian; i++)
    if (strncmp(wanted, norwegian[i], 2) == 0 && !(wanted[2] >= 'a' && wanted[2] <= 'z'))
      return LANGUAGE_NB;
  return LANGUAGE_EN;
}
