// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what rotacost writes for spreadsheets and for people.

// "1 500 000,50", "−1 500 000", "-12.5": blanks of any kind set thousands apart.
export function numberOf(text) {
  const plain = text.replace(/[\s\u00A0]|kr/g, '').replace('\u2212', '-').replace(',', '.');
  return plain === '' ? NaN : Number(plain);
}

// Rows as objects by column name; the separator is that of the first line. Quoted cells may hold anything.
export function csvRows(text) {
  const bare = text.replace(/^\uFEFF/, '');
  const separator = [';', '\t', ','].find((sign) => bare.split('\n', 1)[0].includes(sign)) ?? ';';
  const [head, ...rows] = records(bare, separator);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

function records(text, separator) {
  const rows = [];
  let row = [''];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') row[row.length - 1] += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === separator) row.push('');
    else if (!quoted && c === '\n') {
      rows.push(row);
      row = [''];
    } else if (quoted || c !== '\r') row[row.length - 1] += c;
  }
  if (row.length > 1 || row[0] !== '') rows.push(row);
  return rows;
}
