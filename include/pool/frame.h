// SPDX-License-Identifier: GPL-3.0-or-later
// What goes through the pipe between a child and its parent: frames with a kind, a length and that many bytes.
#ifndef ROTACOST_POOL_FRAME_H
#define ROTACOST_POOL_FRAME_H

#include <stdbool.h>
#include <stddef.h>

enum frame_kind {
  FRAME_LINE = 0x726F7401, // text of the log
  FRAME_STEP,              // name of the step that begins
  FRAME_ANSWER,            // the last frame of a child
  FRAME_FAILURE,           // a struct failure; also the last frame
};

// False if nobody reads any more. Allocates no memory.
bool frame_write(int to, enum frame_kind kind, const void *bytes, size_t length);

struct frame {
  enum frame_kind kind;
  const char *bytes; // until the next inflow_read
  size_t length;
};

// What has arrived through a pipe and has not been taken yet. Owns its memory.
struct inflow {
  char *bytes;
  size_t length, room, at;
  bool broken; // what arrived is not a frame
};

// Reads what is available. False at the end, or if the pipe fails.
bool inflow_read(struct inflow *inflow, int from);
bool inflow_next(struct inflow *inflow, struct frame *frame); // false: no complete frame yet
void inflow_free(struct inflow *inflow);

#endif
