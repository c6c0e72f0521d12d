// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the program: each returns the exit status.
#ifndef ROTACOST_APP_COMMANDS_H
#define ROTACOST_APP_COMMANDS_H

#include "app/options.h"

int command_run(const struct options *options);
int command_compare(const struct options *options);
int command_need(const struct options *options);
int command_rota(const struct options *options);
int command_levels(const struct options *options);
int command_check(const struct options *options);
int command_new(const struct options *options);
int command_columns(const struct options *options);
int command_words(const struct options *options);
int command_explain(const struct options *options);
int command_claims(const struct options *options);
int command_gather(const struct options *options);
int command_model(const struct options *options);

#endif
