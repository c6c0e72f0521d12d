// SPDX-License-Identifier: GPL-3.0-or-later
// What of an older result is kept, and where (report/folder.h).
#ifndef ROTACOST_REPORT_KEPT_H
#define ROTACOST_REPORT_KEPT_H

struct kept_file {       // a user's work that had a result's name, or whose folder was replaced by another's
  const char *was, *now; // paths
};

#endif
