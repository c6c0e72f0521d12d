// SPDX-License-Identifier: GPL-3.0-or-later
// Files of an older result that were kept, and where (report/folder.h).
#ifndef ROTACOST_REPORT_KEPT_H
#define ROTACOST_REPORT_KEPT_H

struct kept_file {       // a user's work that had the name of a result, or whose folder was replaced
  const char *was, *now; // paths
};

#endif
