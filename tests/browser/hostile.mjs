// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a hostile text into every text cell of a scenario, in place. Usage: node hostile.mjs SCENARIO
import fs from 'node:fs';
import path from 'node:path';
import { csvRows } from './values.mjs';

export const HOSTILE = `=1+1 <script>alert("1")</script><img src=x onerror=alert(2)> & &amp; ]]> 'æ'`;

const TEXTS = ['title', 'place', 'note', 'role', 'responsibility', 'source'];
const SETTINGS = ['title', 'place'];

const quoted = (text) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function isText(file, row, column) {
  if (file === 'settings.csv') return column === 'source' || (column === 'value' && SETTINGS.includes(row.setting));
  return TEXTS.includes(column) || (file === 'measures.csv' && column === 'unit');
}

function spoil(folder, file) {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const rows = csvRows(text.replaceAll(/^(\uFEFF?)#.*\n/gm, '$1'));
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) =>
    columns.map((column) => quoted(isText(file, row, column) && row[column] !== 'assumed' ? HOSTILE : row[column])).join(';'),
  );
  if (rows.length) fs.writeFileSync(path.join(folder, file), [columns.join(';'), ...lines, ''].join('\n'));
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  for (const file of fs.readdirSync(process.argv[2])) spoil(process.argv[2], file);
