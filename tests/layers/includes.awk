# SPDX-License-Identifier: GPL-3.0-or-later
# Every #include follows the order of the folders and the list of rooms, and no files of a folder need each other in a circle.
#
#   awk -v layers='LOW ... HIGH' -f includes.awk rooms.txt FILE...
#
# A module is a file and its header of one name; a header that ends in _parts is one with it. A file without a header of
# its own belongs to the module whose parts it includes, and nobody needs it.
function wrong(why) { printf "%s:%d: %s: %s\n", FILENAME, FNR, $0, why; bad = 1 }
function fits(name, pattern) {
  return pattern ~ /\*$/ ? index(name, substr(pattern, 1, length(pattern) - 1)) == 1 : name == pattern
}
function is_room_of(rooms,   list, count, i) {
  count = split(rooms, list, ",")
  for (i = 1; i <= count; i++)
    if (list[i] == "free" || list[i] == own || list[i] == module || list[i] == whole)
      return 1
  return 0
}
function check_header(name,   i) {
  for (i = 1; i <= headers; i++)
    if (fits(name, header[i])) {
      if (!is_room_of(header_rooms[i]))
        wrong("only " header_rooms[i] " may: see tests/layers/rooms.txt")
      return
    }
  wrong("no room is named for it: see tests/layers/rooms.txt")
}
function note_need(from, to) {
  if ((from " " to) in known) return
  known[from " " to] = 1
  needed[from, ++need_count[from]] = to
  where[from, need_count[from]] = FILENAME
}
# An include is in a circle where its way leads back.
function leads(from, to, seen,   i) {
  if (from == to) return 1
  if (from in seen) return 0
  seen[from] = 1
  for (i = 1; i <= need_count[from]; i++)
    if (leads(needed[from, i], to, seen))
      return 1
  return 0
}
function find_circles(   from, i, seen) {
  for (from in need_count)
    for (i = 1; i <= need_count[from]; i++) {
      split("", seen)
      if (leads(needed[from, i], from, seen)) {
        printf "%s: %s.h, which comes back to %s: no circles within a folder\n", where[from, i], needed[from, i], from
        bad = 1
      }
    }
}
BEGIN { count = split(layers, list, " "); for (i = 1; i <= count; i++) rank[list[i]] = i }
FILENAME == ARGV[1] {
  if ($1 == "header") { header[++headers] = $2; header_rooms[headers] = $3 }
  if ($1 == "needs") stands[$2 " " $3] = 1
  next
}
FNR == 1 {
  split(FILENAME, path, "/")
  own = path[2]
  module = own "/" path[3]
  sub(/\.[ch]$/, "", module)
  whole = module
  sub(/_parts$/, "", whole)
  if (!(own in rank)) wrong("its folder is no layer")
}
/^[ \t]*#[ \t]*include[ \t]*</ {
  name = $0
  sub(/^[^<]*</, "", name); sub(/>.*/, "", name)
  check_header(name)
  next
}
/^[ \t]*#[ \t]*include/ {
  split($0, part, "\"")
  used = other = part[2]
  sub(/\/.*/, "", used)
  if (!(used in rank) || other !~ /^[a-z]+\/[a-z0-9_]+\.h$/) { wrong("write \"layer/module.h\""); next }
  if (rank[used] > rank[own]) wrong(own " stands below " used)
  sub(/(_parts)?\.h$/, "", other)
  if (used == own && other != whole && !((module " " other) in stands)) note_need(whole, other)
}
END { find_circles(); if (!bad) print "layers: every #include is in order, and no circle in a folder"; exit bad }
