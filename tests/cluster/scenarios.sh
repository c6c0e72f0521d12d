#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# COUNT small scenarios of the same kind, each unlike the others in need, pay and claim, below FOLDER, and their list in
# FOLDER/list. Half of them share their name with one of the other half, as wards of two towns do.
#
#   tests/cluster/scenarios.sh SCENARIO COUNT FOLDER
set -eu
from=$1 count=$2 folder=$3
for ((i = 0; i < count; i++)); do
  one=$folder/town$((i % 2))/ward$((i / 2))
  mkdir -p "$(dirname "$one")"
  cp -r "$from" "$one"
  sed -i "s/;nurse;2\$/;nurse;$((2 + i % 5))/" "$one/need.csv"
  sed -i "s/646100/$((646100 + 500 * i))/" "$one/pay.csv"
  sed -i "s/1800000/$((1200000 + 7000 * i))/" "$one/claims.csv"
  sed -i "s/^title;t;/title;Ward $i;/" "$one/settings.csv"
  echo "$one" >>"$folder/list"
done
