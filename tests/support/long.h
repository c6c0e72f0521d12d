// SPDX-License-Identifier: GPL-3.0-or-later
// How thorough a run of the tests is: ROTACOST_LONG=1 in the environment, which `make test-long` sets, makes it long. A
// short run tries fewer random towns and fewer files, always the same ones, but asserts the same of each. A long run
// tries half of the towns beyond those, all with ROTACOST_ALL=1, which `make test-long ALL=1` sets. Scripts of the
// command line read the first variable too.
#ifndef ROTACOST_TESTS_LONG_H
#define ROTACOST_TESTS_LONG_H

#include <stdbool.h>

bool tests_are_long(void);

// How many of a list or a row of seeds to try: the first `few`; in a long run half of the others too, or `all`.
int few_or_all(int few, int all);

#endif
