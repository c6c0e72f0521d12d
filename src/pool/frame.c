// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/frame.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/heap.h"

struct head {
  uint64_t kind, length;
};

enum { READ_BYTES = 1 << 16 };

static bool write_all(int to, const char *bytes, size_t length) {
  while (length) {
    ssize_t written = write(to, bytes, length);
    if (written < 0 && errno != EINTR)
      return false;
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    }
  }
  return true;
}

bool frame_write(int to, enum frame_kind kind, const void *bytes, size_t length) {
  struct head head = {kind, length};
  return write_all(to, (const char *)&head, sizeof head) && write_all(to, bytes, length);
}

static void make_room(struct inflow *inflow) {
  if (inflow->at) { // drop what was taken
    memmove(inflow->bytes, inflow->bytes + inflow->at, inflow->length - inflow->at);
    inflow->length -= inflow->at;
    inflow->at = 0;
  }
  if (inflow->room - inflow->length >= READ_BYTES)
    return;
  inflow->room = 2 * inflow->room + READ_BYTES;
  inflow->bytes = heap_resize(inflow->bytes, inflow->room);
}

bool inflow_read(struct inflow *inflow, int from) {
  make_room(inflow);
  ssize_t count = read(from, inflow->bytes + inflow->length, READ_BYTES);
  if (count > 0)
    inflow->length += (size_t)count;
  return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

bool inflow_next(struct inflow *inflow, struct frame *frame) {
  struct head head;
  size_t left = inflow->length - inflow->at;
  if (inflow->broken || left < sizeof head)
    return false;
  memcpy(&head, inflow->bytes + inflow->at, sizeof head);
  inflow->broken = head.kind < FRAME_LINE || head.kind > FRAME_FAILURE;
  if (inflow->broken || head.length > left - sizeof head)
    return false;
  *frame = (struct frame){(enum frame_kind)head.kind, inflow->bytes + inflow->at + sizeof head, (size_t)head.length};
  inflow->at += sizeof head + (size_t)head.length;
  return true;
}

void inflow_free(struct inflow *inflow) {
  free(inflow->bytes);
  *inflow = (struct inflow){NULL, 0, 0, 0, false};
}
