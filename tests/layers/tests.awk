# SPDX-License-Identifier: GPL-3.0-or-later
# Which libraries each test is linked with: the highest folder that it or its support includes, and those below it. A function
# that calls upwards then fails to link.
#
#   awk -v layers='LOW ... HIGH' -f tests.awk tests/support/*.[ch] tests/test_*.c     prints test_NAME:HIGH,...,LOW
function highest(file, seen,   list, count, i, high, other) {
  if (file in seen) return 0
  seen[file] = 1
  count = split(includes[file], list, " ")
  for (i = 1; i <= count; i++) {
    if (list[i] ~ /^support\//) {
      other = highest("tests/" list[i], seen)
      if (other > high) high = other
      sub(/\.h$/, ".c", list[i])
      other = highest("tests/" list[i], seen)
    } else {
      other = list[i]
      sub(/\/.*/, "", other)
      other = rank[other]
    }
    if (other > high) high = other
  }
  return high
}
BEGIN { last = split(layers, layer, " "); for (i = 1; i <= last; i++) rank[layer[i]] = i }
/^[ \t]*#[ \t]*include[ \t]*"/ { split($0, part, "\""); includes[FILENAME] = includes[FILENAME] " " part[2] }
FNR == 1 && FILENAME ~ /\/test_/ { tests[++count] = FILENAME }
END {
  for (t = 1; t <= count; t++) {
    split("", seen)
    line = ""
    for (i = highest(tests[t], seen); i > 0; i--)
      line = line (line ? "," : "") layer[i]
    name = tests[t]
    sub(/^.*\//, "", name); sub(/\.c$/, "", name)
    print name ":" line
  }
}
