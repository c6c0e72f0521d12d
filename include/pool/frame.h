// SPDX-License-Identifier: GPL-3.0-or-later
// What goes through the pipe between a child and its parent: frames of a kind, a length and so many bytes.
#ifndef ROTACOST_POOL_FRAME_H
#define ROTACOST_POOL_FRAME_H

#include <stdbool.h>
#include <stddef.h>

enum frame_kind {
  FRAME_LINE = 0x726F7401, // text of the log
  FRAME_STEP,              // what is begun
  FRAME_ANSWER,            // the last frame of a child
  FRAME_FAILURE,           // a struct failure; likewise
};

// False where nobody reads any more. Takes no memory.
bool frame_write(int to, enum frame_kind kind, const void *bytes, size_t length);

struct frame {
  enum frame_kind kind;
  const char *bytes; // until the next inflow_read
  size_t length;
};

// What has come through a pipe and is not yet taken. Owns its memory.
struct inflow {
  char *bytes;
  size_t length, room, at;
  bool broken; // what came is no frame
};

// Reads what there is. False at the end, or where the pipe fails.
bool inflow_read(struct inflow *inflow, int from);
bool inflow_next(struct inflow *inflow, struct frame *frame); // false: no whole frame yet
void inflow_free(struct inflow *inflow);

#endif
