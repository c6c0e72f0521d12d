#include "app/commands.h"
int command_gather(const struct options *options) { (void)options; return 0; }
