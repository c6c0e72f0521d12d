// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that stand in the records of tables, columns and rates, as a C file for xgettext: so a new record brings
// its texts along, without a mark on each of them.
#include <stdio.h>

#include "scenario/columns.h"

static void print_text(const char *text) {
  if (!text || !*text)
    return;
  fputs("/* xgettext:no-c-format */ N_(\"", stdout);
  for (; *text; text++) {
    if (*text == '"' || *text == '\\')
      putchar('\\');
    putchar(*text);
  }
  puts("\")");
}

static void print_column(const struct column *column) {
  print_text(column->unit);
  print_text(column->meaning);
  for (const struct choice *choice = column->choices; choice && choice->word; choice++)
    print_text(choice->meaning);
}

int main(void) {
  for (int t = 0; t < TABLE_COUNT; t++) {
    const struct table *table = table_of((enum table_id)t);
    print_text(table->meaning);
    for (size_t c = 0; c < table->column_count; c++)
      print_column(&table->columns[c]);
  }
  for (int r = 0; r < RATE_COUNT; r++) {
    print_text(rate_meaning_of((enum rate_id)r)->unit);
    print_text(rate_meaning_of((enum rate_id)r)->meaning);
  }
  return 0;
}
