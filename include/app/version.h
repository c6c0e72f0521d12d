// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROTACOST_APP_VERSION_H
#define ROTACOST_APP_VERSION_H

#define ROTACOST_VERSION "1.0.0"

#endif
