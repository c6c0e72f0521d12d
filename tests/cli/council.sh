#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a councillor is told beside each row of the paper, of every measure of the shipped scenarios and in both languages: a
# sentence of at most 60 words, none of the trade.
#
#   tests/cli/council.sh BINARY      the last line is "N passed, M failed"
. "$(dirname "${BASH_SOURCE[0]}")/checks.bash"

python=$(command -v python3)
if [ -z "$python" ]; then
  echo "0 passed, 0 failed (left out: there is no python3)"
  exit 0
fi
# The paper of a scenario: every measure by its title and unit, with an amount in its last year.
paper_of() {
  "$python" - "$1" <<'END'
import csv, sys
folder = sys.argv[1]
def rows(name):
    with open(folder + "/" + name, encoding="utf-8-sig", newline="") as f:
        text = f.read()
    first = next(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    separator = max(";,\t", key=first.count)
    lines = [row for row in csv.reader(text.splitlines(), delimiter=separator) if row and not row[0].startswith("#")]
    return [dict(zip(lines[0], row)) for row in lines[1:]]
year = next(row["value"] for row in rows("settings.csv") if row["setting"] == "last_year")
with open("paper.csv", "w", encoding="utf-8", newline="") as f:
    write = csv.writer(f, delimiter=";")
    write.writerow(["Tiltak, innsparing i kroner", "Enhet", year])
    seen = [(row["title"], row.get("unit", "")) for row in rows("measures.csv")]
    for row in rows("measures.csv"):
        if seen.count((row["title"], row.get("unit", ""))) > 1:
            continue # nobody can tell which row is which
        write.writerow([row["title"], row.get("unit", ""), "1000"])
END
}
# Each row's sentence is one, of no more than 60 words, and has no word that only the trade uses.
understood() {
  "$python" - "$1" <<'END'
import csv, re, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8"), delimiter=";"))[1:]
trade = r"\b(FTE|equal cover|norm|adjusted|effect|baseline|net|gross|dekning|effekt|netto|brutto|baseline)\b"
told = 0
for row in rows:
    verdict, sentence = row[3], row[6].replace("\u00a0", " ").replace("\u202f", " ")
    assert verdict and verdict not in ("not in the scenario", "ikke i scenarioet"), row
    assert len(sentence.split()) <= 60, sentence
    assert sentence[:1].isupper() and sentence.endswith(".") and "  " not in sentence and ";;" not in sentence, row
    assert not re.search(trade, sentence), sentence
    told += 1
print(told)
assert told
END
}
for scenario in "$scenarios"/*/; do
  name=$(basename "$scenario")
  [ -e "$scenario/measures.csv" ] || continue
  # The others are solved for minutes: ROTACOST_LONG=2 asks them too.
  [ "${ROTACOST_LONG-}" = 2 ] || [ "$name" = new-record-system ] || continue
  paper_of "$scenario"
  [ "$(wc -l <paper.csv)" -gt 1 ] || continue
  for language in en nb; do
    check "${name}_$language" timeout 600 "$binary" claims paper.csv --claims-in kr --into "$scenario" --back "$name.$language.csv" --lang $language
    check "${name}_${language}_understood" understood "$name.$language.csv"
  done
done

finish
