// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/drivers.h"

const char *driver_kind_name(enum driver_kind kind) {
  static const char *const names[] = {"chance", "input", "together"};
  return names[kind];
}
