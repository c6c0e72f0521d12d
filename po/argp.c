// SPDX-License-Identifier: GPL-3.0-or-later
// For xgettext only: what glibc's argp adds to --help and --usage, which it looks up in the program's own catalogue.
static const char *const texts_of_argp[] = {
    N_("Usage:"),
    N_("  or: "),
    N_(" [OPTION...]"),
    N_("Try `%s --help' or `%s --usage' for more information.\n"),
    N_("Mandatory or optional arguments to long options are also mandatory or optional for any corresponding short "
       "options."),
    N_("Give this help list"),
    N_("Give a short usage message"),
    N_("Print program version"),
};
