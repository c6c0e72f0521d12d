// SPDX-License-Identifier: GPL-3.0-or-later
// Being asked to end (SIGINT, SIGTERM, SIGHUP) while something half written lies on the disk: the signal waits until that
// is taken away, then ends the process as it would have.
#ifndef ROTACOST_BASE_ENDING_H
#define ROTACOST_BASE_ENDING_H

#include <stdbool.h>

// From here on the three wait, and a file that grows too large is an error of writing, no signal. Calls may nest.
void ending_hold(void);
// Does one of them wait? Then take away what is half done, and let go.
bool ending_asked(void);
// The last of nested calls lets go: a signal that waited ends the process here.
void ending_release(void);
// For a child: it has nothing of its own to take away, and may be ended at once.
void ending_forget(void);

#endif
