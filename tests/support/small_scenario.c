// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_scenario.h"

#include <stdlib.h>
#include <string.h>

static const struct {
  const char *file, *text;
} files[] = {
    {"settings.csv", "setting;value;source\n"
                     "title;A small town;assumed\n"
                     "decimal;comma;\n"
                     "zone;III;\n"
                     "first_year;2024;\n"
                     "last_year;2025;\n"},
    {"categories.csv", "category;level;full_time_week_h;source\n"
                       "assistant;1;35,5;HTA\n"
                       "nurse;2;35,5;assumed\n"},
    {"pay.csv", "category;valid_from;yearly_pay_kr\n"
                "assistant;2023-05-01;420000\n"
                "nurse;01.05.2023;550 000,50\n"
                "assistant;2025-05-01;420000\n"
                "nurse;2025-05-01;550000\n"},
    {"rates.csv", "rate;applies_to;valid_from;value\n"
                  "holiday_pay;;2020-01-01;12\n"
                  "pension;;2020-01-01;15\n"
                  "variable_pension;;2020-01-01;10\n"
                  "employer_tax;III;2020-01-01;6,4\n"
                  "overtime;;2020-01-01;100\n"
                  "overtime_holiday;;2020-01-01;133,333333\n"
                  "sick_refunded;;2020-01-01;50\n"
                  "refund_ceiling;;2020-01-01;744168\n"},
    {"supplements.csv",
     "supplement;valid_from;valid_to;days;clock_from;clock_to;percent;minimum_kr_per_h;stack;priority\n"
     "evening;2023-01-01;;all;17:00;21:00;;56;clock;0\n"
     "night;2023-01-01;;all;21:00;24:00;25;70;clock;0\n"
     "night;2023-01-01;;all;00:00;06:00;25;70;clock;0\n"
     "weekend;2023-01-01;;sat sun;00:00;24:00;22;70;day;0\n"
     "holiday;2023-01-01;;holiday easter_eve;00:00;24:00;133,333333;;day;1\n"},
    {"units.csv", "unit;title;day_starts\n"
                  "ward;The ward;\n"
                  "office;The office;\n"},
    {"shifts.csv", "unit;shift;start;end;unpaid_break_min\n"
                   "ward;day;07:30;15:00;30\n"
                   "ward;evening;14:45;22:15;30\n"
                   "ward;night;22:00;07:30;\n"
                   "office;duty;08:00;15:30;30\n"},
    {"need.csv", "unit;window;start;end;days;weeks;level;persons\n"
                 "ward;day;07:30;15:00;all;;assistant;3\n"
                 "ward;day;07:30;15:00;all;;nurse;1\n"
                 "ward;evening;15:00;22:00;all;;assistant;2,5\n"
                 "ward;night;22:00;07:30;all;;nurse;1\n"
                 "office;post;08:00;15:30;mon-fri;;assistant;1\n"},
    {"norm.csv", "unit;window;start;end;days;level;persons\n"
                 "ward;night;22:00;07:30;all;nurse;1\n"},
    {"groups.csv", "unit;group;category;heads;position_percent;weekend_every;shifts\n"
                   "ward;nurses;nurse;6;75 %;;\n"
                   "ward;assistants;assistant;10;60,5;2;day evening\n"
                   "office;clerks;assistant;1;100;0;\n"},
    {"absence.csv", "kind;unit;category;weeks;percent\n"
                    "sick_leave;;;;8\n"
                    "holiday;;;1-25 33-53;4\n"
                    "holiday;;;26-32;45\n"},
    {"sources.csv", "code;kind;unit;category;valid_from;valid_to;price_kr_per_h\n"
                    "extra;extra;;;;;\n"
                    "sub;substitute;ward;assistant;;;\n"
                    "bureau;agency;;nurse;2024-01-01;2025-12-31;900\n"},
    {"measures.csv", "measure;title;nature;start;status\n"
                     "m1;One post fewer at night;rota;2024-06-01;\n"
                     "m2;Fewer nurses;position;;on_hold\n"
                     "m3;Summer closed;rota;2024-07-01;\n"},
    {"edits.csv", "measure;from;to;table;where;column;change;value\n"
                  "m1;;;need;unit=ward window=night;persons;add;-1\n"
                  "m2;;;groups;group=nurses;heads;multiply;0,5\n"
                  "m3;;31.07.2024;need;unit=ward window=evening days='all';persons;set;1\n"},
    {"claims.csv", "measure;year;amount_kr;fte\n"
                   "m1;2024;1 500 000;1,9\n"
                   ";2024;1500000;\n"},
    {"amounts.csv", "measure;line;saving_kr_per_year;from;to\n"
                    "m2;income;-100000;2024-09-01;\n"},
};
enum { FILE_COUNT = sizeof files / sizeof *files };

// The text after the change, newly allocated. NULL: no file.
static char *change_text(char *text, const struct change_of_text *change) {
  if (!change->to) {
    free(text);
    return NULL;
  }
  bool whole = change->from && strcmp(change->from, WHOLE_FILE) == 0;
  const char *from = whole ? text : change->from;
  const char *at = from ? strstr(text, from) : text + strlen(text);
  if (!at) {
    fprintf(stderr, "%s: no `%s` to change\n", change->file, change->from);
    abort();
  }
  const char *rest = at + (from ? strlen(from) : 0);
  char *changed = NULL;
  if (asprintf(&changed, "%.*s%s%s", (int)(at - text), text, change->to, rest) < 0)
    abort();
  free(text);
  return changed;
}

static bool is_small_file(const char *file) {
  for (size_t i = 0; i < FILE_COUNT; i++)
    if (strcmp(files[i].file, file) == 0)
      return true;
  return false;
}

void small_scenario_write(const struct folder *folder, const struct change_of_text *changes) {
  for (size_t i = 0; i < FILE_COUNT; i++) {
    char *text = strdup(files[i].text);
    for (const struct change_of_text *change = changes; text && change && change->file; change++)
      if (strcmp(change->file, files[i].file) == 0)
        text = change_text(text, change);
    if (text)
      folder_write(folder, files[i].file, text);
    free(text);
  }
  for (const struct change_of_text *change = changes; change && change->file; change++)
    if (!is_small_file(change->file))
      folder_write(folder, change->file, change->to);
}

struct scenario *small_scenario_read(struct arena *arena, const struct folder *folder,
                                     const struct change_of_text *changes, struct problems *problems) {
  small_scenario_write(folder, changes);
  return scenario_read(arena, folder->path, problems);
}
