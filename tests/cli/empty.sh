#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What hours that a measure leaves empty would cost: those it empties, not those that nobody had before it either.
# A small change to tests/cli/cases/duty_base: an hour of a substitute is 280 kr with holiday pay, nobody is employed.
#
#   tests/cli/empty.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

table() { printf '%s\n' "${@:2}" >"case/$1.csv"; } # TABLE HEADER ROW...
add() { printf '%s\n' "${@:2}" >>"case/$1.csv"; }  # TABLE ROW...

# An evening of 7.5 h, wanted every day, with a shift on Saturdays and Sundays only: 104 less 17 May, a Saturday, are 103, and 262
# evenings stand empty. A weekend hour is (250 + 70) kr x 1.12 = 358.40 kr. The measure hires nobody: 103 x 7.5 h x 358.40 kr =
# 276 864 kr less is paid, and all of it is hours left empty, none of them on a weekday at 280 kr.
cp -r "$here/cases/duty_base" case
add supplements 'weekend;2000-01-01;sat sun;00:00;24:00;0;70;day;0;assumed'
table need 'unit;window;start;end;days;level;persons' 'b;e;14:30;22:00;all;assistant;1'
table shifts 'unit;shift;start;end;days' 'b;e;14:30;22:00;sat sun'
table measures 'measure;title;nature;start' 'M;Nobody is hired;rota;2025-01-01'
table edits 'measure;table;where;column;change;value' 'M;sources;kind=substitute;hours_per_week;set;0'
solve case
check weekends_were_worked is 193125.00 ledger baseline_kr positions=kept line=substitutes # 103 x 7.5 h x 250 kr
check weekends_were_paid is 54075.00 ledger baseline_kr positions=kept line=weekend         # 103 x 7.5 h x 70 kr
check nothing_saved is 0.00 effects effect_kr measure=M positions=kept
check weekday_hours_were_empty is 1965.0 units short_h year=2025 # 262 x 7.5 h

finish
