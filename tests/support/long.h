// SPDX-License-Identifier: GPL-3.0-or-later
// How thorough a test run is. ROTACOST_LONG=1 in the environment, set by `make test-long`, makes it long. A short run
// tries fewer random towns and files, always the same ones, but asserts the same of each. A long run adds half of the
// other towns, or all of them with ROTACOST_ALL=1, set by `make test-long ALL=1`. The command-line test scripts read
// ROTACOST_LONG too.
#ifndef ROTACOST_TESTS_LONG_H
#define ROTACOST_TESTS_LONG_H

#include <stdbool.h>

bool tests_are_long(void);

// How many of a list or a range of seeds to try: the first `few`; in a long run half of the others too, or `all`.
int few_or_all(int few, int all);

#endif
