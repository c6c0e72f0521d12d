// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/noted.h"

#include <string.h>

#include "audit/compliance.h"
#include "audit/cover_year.h"
#include "audit/curve.h"
#include "audit/departures.h"
#include "audit/record.h"
#include "audit/release.h"
#include "audit/rotas.h"
#include "audit/why.h"

#define COUNT(ARRAY) (sizeof(ARRAY) / sizeof *(ARRAY))

static const size_t cover_texts[] = {offsetof(struct cover_line, window)};
static const size_t ratio_texts[] = {offsetof(struct ratio_line, rule)};
static const size_t finding_texts[] = {offsetof(struct finding, rule), offsetof(struct finding, window),
                                       offsetof(struct finding, counted_in), offsetof(struct finding, reason),
                                       offsetof(struct finding, sure_reason)};
static const size_t reason_texts[] = {offsetof(struct reason, limit), offsetof(struct reason, words),
                                      offsetof(struct reason, edit)};
static const size_t rota_texts[] = {offsetof(struct rota_told, why), offsetof(struct rota_told, price.why)};
static const size_t rota_line_texts[] = {offsetof(struct rota_line_told, line), offsetof(struct rota_line_told, group),
                                         offsetof(struct rota_line_told, days)};
static const size_t rota_shift_texts[] = {offsetof(struct rota_shift_told, shift),
                                          offsetof(struct rota_shift_told, title),
                                          offsetof(struct rota_shift_told, clock)};
static const size_t rota_cover_texts[] = {
    offsetof(struct rota_cover_told, category), offsetof(struct rota_cover_told, clock),
    offsetof(struct rota_cover_told, shifts), offsetof(struct rota_cover_told, need),
    offsetof(struct rota_cover_told, on_duty)};

// Offset of a list in struct audit, and the layout of its items.
static const struct list_record {
  size_t items_at, count_at, room_at;
  struct pack_shape shape;
} records[NOTED_LISTS] = {
#define LIST(NAME, ITEMS)                                                                                              \
  offsetof(struct audit, ITEMS), offsetof(struct audit, NAME##_count), offsetof(struct audit, NAME##_room)
    {LIST(cover, cover), {sizeof(struct cover_line), cover_texts, COUNT(cover_texts), NULL, 0}},
    {LIST(week, weeks), {sizeof(struct week_line), NULL, 0, NULL, 0}},
    {LIST(curve, curve), {sizeof(struct curve_line), NULL, 0, NULL, 0}},
    {LIST(ratio, ratios), {sizeof(struct ratio_line), ratio_texts, COUNT(ratio_texts), NULL, 0}},
    {LIST(finding, findings), {sizeof(struct finding), finding_texts, COUNT(finding_texts), NULL, 0}},
    {LIST(reason, reasons), {sizeof(struct reason), reason_texts, COUNT(reason_texts), NULL, 0}},
    {LIST(departure, departures), {sizeof(struct departure), NULL, 0, NULL, 0}},
    {LIST(release, releases), {sizeof(struct release), NULL, 0, NULL, 0}},
    {LIST(released, released), {sizeof(struct released_group), NULL, 0, NULL, 0}},
    {LIST(record, records), {sizeof(struct solve_record), NULL, 0, NULL, 0}},
    {LIST(rota, rotas), {sizeof(struct rota_told), rota_texts, COUNT(rota_texts), NULL, 0}},
    {LIST(rota_line, rota_lines), {sizeof(struct rota_line_told), rota_line_texts, COUNT(rota_line_texts), NULL, 0}},
    {LIST(rota_shift, rota_shifts),
     {sizeof(struct rota_shift_told), rota_shift_texts, COUNT(rota_shift_texts), NULL, 0}},
    {LIST(rota_cover, rota_covers),
     {sizeof(struct rota_cover_told), rota_cover_texts, COUNT(rota_cover_texts), NULL, 0}},
};

static size_t count_of(const struct audit *audit, const struct list_record *record) {
  size_t count;
  memcpy(&count, (const char *)audit + record->count_at, sizeof count);
  return count;
}

static const char *items_of(const struct audit *audit, const struct list_record *record) {
  const char *items;
  memcpy(&items, (const char *)audit + record->items_at, sizeof items);
  return items;
}

struct noted_mark noted_mark(const struct audit *audit) {
  struct noted_mark mark;
  for (size_t l = 0; l < NOTED_LISTS; l++)
    mark.counts[l] = count_of(audit, &records[l]);
  return mark;
}

void noted_pack(struct packing *packing, const struct audit *audit, const struct noted_mark *since) {
  for (size_t l = 0; l < NOTED_LISTS; l++) {
    size_t from = since->counts[l], count = count_of(audit, &records[l]) - from;
    const char *items = count ? items_of(audit, &records[l]) + from * records[l].shape.size : NULL;
    pack_items(packing, items, count, &records[l].shape);
  }
}

struct noted noted_unpack(struct unpacking *from) {
  struct noted noted;
  for (size_t l = 0; l < NOTED_LISTS; l++)
    noted.lists[l].items = unpack_items(from, &noted.lists[l].count, &records[l].shape);
  return noted;
}

void noted_append(struct audit *audit, const struct noted *noted) {
  for (size_t l = 0; l < NOTED_LISTS; l++) {
    const struct list_record *record = &records[l];
    size_t size = record->shape.size;
    char *at = (char *)audit;
    for (size_t i = 0; i < noted->lists[l].count; i++)
      memcpy(arena_push(audit->arena, at + record->items_at, (size_t *)(void *)(at + record->count_at),
                        (size_t *)(void *)(at + record->room_at), size),
             (const char *)noted->lists[l].items + i * size, size);
  }
}
