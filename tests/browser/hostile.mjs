// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a hostile text into every column of text of a scenario, in place: usage, from `rotacost columns`,
// COLUMNS | node hostile.mjs SCENARIO. A column of text that the scenario does not use is a mistake.
import fs from 'node:fs';
import path from 'node:path';
import { csvRows } from './values.mjs';

const ESCAPE = '\u001B[31m\u202E';
const BODY = `1+1 <script>alert("1")</script><img src=x onerror=alert(2)> & &amp; ]]> ; 'æ' `;
const SIGNS = ['=', '+', '-', '@'];
export const SHOWN = `${BODY}\\x1B[31m\\xE2\\x80\\xAE`; // how people are shown it
export const WRITTEN = BODY + ESCAPE;

const quoted = (text) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// "file.csv column", and "settings.csv title" for settings.
function textColumns(listing) {
  const found = new Set();
  let file = '';
  for (const line of listing.split('\n')) {
    file = line.match(/^([a-z_]+\.csv) \(/)?.[1] ?? file;
    const column = line.match(/^ {2}([a-z_]+) +(?:\S.*; )?text$/)?.[1];
    if (column) found.add(`${file} ${column}`);
  }
  return found;
}

// The key by which a cell is looked up in what is text.
const keyOf = (file, row, column) => (file === 'settings.csv' && column === 'value' ? `${file} ${row.setting}` : `${file} ${column}`);

// The first row of a table has a hostile source; the others keep theirs, as the word assumed means something.
function spoil(folder, file, texts, spoiled) {
  const rows = csvRows(fs.readFileSync(path.join(folder, file), 'utf8').replaceAll(/^(\uFEFF?)#.*\n/gm, '$1'));
  const columns = Object.keys(rows[0] ?? {});
  const cell = (row, column, i) => {
    const key = keyOf(file, row, column);
    if (!texts.has(key) || (column === 'source' && i > 0)) return row[column];
    spoiled.add(key);
    return SIGNS[spoiled.size % SIGNS.length] + WRITTEN;
  };
  const lines = rows.map((row, i) => columns.map((column) => quoted(cell(row, column, i))).join(';'));
  if (rows.length) fs.writeFileSync(path.join(folder, file), [columns.join(';'), ...lines, ''].join('\n'));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const texts = textColumns(fs.readFileSync(0, 'utf8'));
  const spoiled = new Set();
  for (const file of fs.readdirSync(process.argv[2])) spoil(process.argv[2], file, texts, spoiled);
  const left = [...texts].filter((text) => !spoiled.has(text));
  if (left.length || texts.size < 20) {
    console.error(`Of ${texts.size} columns of text the hostile scenario lacks: ${left.join(', ')}`);
    process.exitCode = 1;
  }
}
