# SPDX-License-Identifier: GPL-3.0-or-later
# No object needs what stands in a higher folder, and what the list of rooms names only its rooms ask for. It reads what the
# compiler made, after macros and whatever `extern` says.
#
#   nm -A OBJECT... | awk -v layers='LOW ... HIGH' -f symbols.awk rooms.txt -
function fits(name, pattern) {
  return pattern ~ /\*$/ ? index(name, substr(pattern, 1, length(pattern) - 1)) == 1 : name == pattern
}
function is_among(word, words,   list, count, i) {
  count = split(words, list, ",")
  for (i = 1; i <= count; i++)
    if (fits(word, list[i]))
      return 1
  return 0
}
function layer_of(module) { sub(/\/.*/, "", module); return module }
function check(module, name,   i) {
  if (name in home && rank[layer_of(home[name])] > rank[layer_of(module)])
    wrong(module, name, "stands in " home[name] ", which is higher")
  sub(/@.*/, "", name); sub(/^__/, "", name); sub(/_chk$/, "", name)
  for (i = 1; i <= symbols; i++)
    if (is_among(name, symbol[i]) && !is_among(module, rooms[i]) && !is_among(layer_of(module), rooms[i]))
      wrong(module, name, "only " rooms[i] " may: see tests/layers/rooms.txt")
}
function wrong(module, name, why) { printf "src/%s.c: %s: %s\n", module, name, why; bad = 1 }
BEGIN { count = split(layers, list, " "); for (i = 1; i <= count; i++) rank[list[i]] = i }
FILENAME == ARGV[1] {
  if ($1 == "symbol") { symbol[++symbols] = $2; rooms[symbols] = $3 }
  next
}
{
  module = $1
  sub(/^.*\/src\//, "", module); sub(/\.o:.*/, "", module)
  kind = $(NF - 1)
  if (kind == "U") wanted[module " " $NF] = 1
  else if (kind ~ /^[A-Z]$/) home[$NF] = module
  seen++
}
END {
  for (pair in wanted) { split(pair, part, " "); check(part[1], part[2]) }
  if (!seen) { print "no symbols: build first"; exit 1 }
  if (!bad) print "rooms: every object needs only what its room may"
  exit bad
}
