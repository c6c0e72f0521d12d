# SPDX-License-Identifier: GPL-3.0-or-later
# One name, one formula: reads the result tables of a run (RFC 4180) and tells every figure that stands under one name, or
# under names whose meanings make them equal (docs/glossary.md), with two values. The last line counts the comparisons.
function cells(line,   n, at, cell, quoted, c) {
  n = 0; cell = ""; quoted = 0
  for (at = 1; at <= length(line); at++) {
    c = substr(line, at, 1)
    if (c == "\"") quoted = !quoted
    else if (c == "," && !quoted) { value[++n] = cell; cell = "" }
    else cell = cell c
  }
  value[++n] = cell
}
function of(name) { return (name in at) ? value[at[name]] : "" }
function near(a, b, play) { return a - b <= play && b - a <= play }
# A figure of one name: the first time it is kept, later compared. Blank figures are figures too.
function fact(name, key, figure, play) {
  key = name "|" key
  if (!(key in facts)) { facts[key] = figure; whence[key] = table; return }
  compared++
  if (facts[key] == figure || (facts[key] != "" && figure != "" && near(facts[key], figure, play))) return
  printf "%s: %s in %s, %s in %s\n", key, facts[key], whence[key], figure, table
  bad = 1
}
function sum(name, key, figure) { sums[name "|" key] += figure; summed[name "|" key] = table }
FNR == 1 {
  sub(/^\357\273\277/, ""); sub(/\r$/, ""); split("", value)
  split("", at); cells($0)
  for (i in value) at[value[i]] = i
  table = FILENAME; sub(/.*\//, "", table); sub(/\.csv$/, "", table)
  split("", value)
  next
}
{ sub(/\r$/, ""); split("", value); cells($0); m = of("measure"); y = of("year"); p = of("positions"); u = of("unit") }
table == "effects" {
  fact("net_fte", m "|" y, of("net_fte"), 0); fact("gross_fte", m "|" y, of("gross_fte"), 0)
  fact("direct_kr", m "|" y, of("direct_kr"), 0)
  fact("net_fte", m "|full_year", of("full_year_net_fte"), 0); fact("gross_fte", m "|full_year", of("full_year_gross_fte"), 0)
  fact("direct_kr", m "|full_year", of("full_year_direct_kr"), 0)
  fact("effect_kr", m "|" y "|" p, of("effect_kr"), 0); fact("cash_effect_kr", m "|" y "|" p, of("cash_effect_kr"), 0)
  fact("effect_kr", m "|full_year|" p, of("full_year_effect_kr"), 0)
  fact("cash_effect_kr", m "|full_year|" p, of("full_year_cash_effect_kr"), 0)
  fact("claimed_kr", m "|" y, of("claimed_kr"), 0); fact("claimed_fte", m "|" y, of("claimed_fte"), 0)
  fact("verdict", m "|" y, of("verdict"), 0); fact("class", m, of("class"), 0)
  if (of("effect_kr") != "") { # equal cover is cash less the price of what stands empty
    fact("cash less empty", m "|" y "|" p, of("effect_kr"), 0)
    fact("cash less empty", m "|" y "|" p, of("cash_effect_kr") - of("empty_kr"), 0.011)
  }
}
table == "claims" {
  fact("claimed_kr", m "|" y, of("claimed_kr"), 0); fact("claimed_fte", m "|" y, of("claimed_fte"), 0)
  fact("verdict", m "|" y, of("verdict"), 0); fact("class", m, of("class"), 0)
  fact("gone_by", m "|" y, of("gone_by"), 0); fact("removed_fte", m, of("removed_fte"), 0.0051)
  fact("more_fte", m, of("more_fte"), 0.0051)
  kept[m "|" y] = of("comparable_kept_kr"); adjusted[m "|" y] = of("comparable_adjusted_kr")
  if (of("leaves_out") == "" && of("comparable_kept_kr") != "") {
    when = of("claimed_basis") == "full_year" ? "full_year" : y
    fact("effect_kr", m "|" when "|kept", of("comparable_kept_kr"), 0)
    fact("effect_kr", m "|" when "|adjusted", of("comparable_adjusted_kr"), 0)
    fact("cash_effect_kr", m "|" when "|kept", of("cash_kept_kr"), 0)
    fact("cash_effect_kr", m "|" when "|adjusted", of("cash_adjusted_kr"), 0)
  }
}
table == "overview" {
  fact("removed_fte", m, of("removed_fte"), 0.0051); fact("more_fte", m, of("more_fte"), 0.0051)
  fact("class", m, of("class") == "" ? facts["class|" m] : of("class"), 0)
  if (of("claimed_for") != "") {
    fact("direct_kr", m "|" of("claimed_for"), of("direct_kr"), 0)
    fact("cash_effect_kr", m "|" of("claimed_for") "|kept", of("cash_kept_kr"), 0)
    fact("cash_effect_kr", m "|" of("claimed_for") "|adjusted", of("cash_adjusted_kr"), 0)
  }
}
table == "followup" && y != "" {
  fact("claimed_kr", m "|" y, of("claimed_kr"), 0)
  fact("effect_kr", m "|" y "|kept", of("modelled_kept_kr"), 0)
  fact("effect_kr", m "|" y "|adjusted", of("modelled_adjusted_kr"), 0)
}
table == "positions" && of("group") == "" { fact("gone_by", m "|" y, of("gone_by"), 0) }
table == "ledger" && m == "" { sum("cost_kr", "|" y "|" p, of("baseline_kr")) }
table == "ledger" && m != "" { sum("cash_effect_kr", m "|" y "|" p, of("effect_kr")) }
table == "units" {
  sum("cost_kr units", "|" y "|kept", of("cost_kr")); sum("contracted_fte", "|" y "|kept", of("contracted_fte"))
  sum("staffed_fte", "|" y "|kept", of("staffed_fte")); sum("heads", "|" y "|kept", of("heads"))
  sum("short_h", "|" y "|kept", of("short_h")); units_of_year[y]++
  fact("staffed_fte unit", u "|" y, of("staffed_fte"), 0); fact("short_h unit", u "|" y, of("short_h"), 0)
}
table == "ratios" && m == "" && p == "kept" { fact("staffed_fte unit", u "|" y, of("staffed_fte"), 0.011) }
table == "comparison" {
  for (i = split("cost_kr contracted_fte staffed_fte heads short_h overtime_h agency_h", names, " "); i; i--)
    level[names[i] "|" m "|" y "|" p] = of(names[i])
}
table == "weeks" {
  if (m == "") { sum("overtime_h weeks", "|" y "|" p, of("overtime_h")); sum("agency_h weeks", "|" y "|" p, of("agency_h"))
                 sum("short_h weeks", "|" y "|" p, of("short_h")); weeks_of[y "|" p]++ }
}
END {
  for (key in sums) {
    split(key, part, "|")
    name = part[1]; sub(/ (units|weeks)$/, "", name)
    if (name == "cash_effect_kr") {
      table = "ledger"; fact(name, part[2] "|" part[3] "|" part[4], sums[key], 0.02)
      continue
    }
    wanted = name "|" part[2] "|" part[3] "|" part[4]
    if (!(wanted in level)) continue
    compared++
    # rounded addends: of each unit, and of each week
    play = name == "cost_kr" ? 0.02 : name ~ /_fte$/ ? 0.0051 * (units_of_year[part[3]] + 1) \
         : summed[key] == "weeks" ? 0.051 * (weeks_of[part[3] "|" part[4]] + 1) : 0.051 * (units_of_year[part[3]] + 1)
    if (!near(sums[key], level[wanted], play)) {
      printf "%s: %s summed in %s, %s in comparison\n", key, sums[key], summed[key], level[wanted]
      bad = 1
    }
  }
  print compared + 0 " figures compared"
  exit bad || compared < 1
}
