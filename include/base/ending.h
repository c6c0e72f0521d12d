// SPDX-License-Identifier: GPL-3.0-or-later
// A request to end (SIGINT, SIGTERM, SIGHUP) while a half-written result is on the disk: the signal waits until that
// has been removed, then ends the process as usual.
#ifndef ROTACOST_BASE_ENDING_H
#define ROTACOST_BASE_ENDING_H

#include <stdbool.h>

// From here on the three signals wait, and a file that grows too large is a write error instead of a signal. Calls may nest.
void ending_hold(void);
// Is one of them waiting? Then remove what is half done, and call ending_release.
bool ending_asked(void);
// The outermost call releases: a signal that waited ends the process here.
void ending_release(void);
// For a child: it has nothing to remove and may be ended at once.
void ending_forget(void);

#endif
