// SPDX-License-Identifier: GPL-3.0-or-later
// Kroner in the page against those in the CSV files, and every waterfall against its table. Tables are known by
// data-table (the name of the CSV file), columns by data-column (its column), waterfalls by the class `bridge` and, for
// one of two answers, by data-positions of an element around them.
import fs from 'node:fs';
import path from 'node:path';
import { check, equal, none } from './check.mjs';
import { csvRows, numberOf } from './values.mjs';

const PARTS = { overview: 4, joint: 3, together: 4 }; // columns of kroner which the page must show

// Of every table its name, its columns and the texts of its cells.
const tablesOf = (page) =>
  page.$$eval('table[data-table]', (tables) =>
    tables.map((table) => ({
      name: table.dataset.table,
      columns: [...table.tHead.rows[table.tHead.rows.length - 1].cells].map((cell) => cell.dataset.column ?? ''),
      rows: [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.cells].map((cell) => cell.textContent)),
    })),
  );

const isMoney = (column) => column.endsWith('_kr') || column === 'kr';

// The same number as in the CSV file, which has its øre; a text that is no number (a claim in FTE) stands for none.
function shows(text, written) {
  if (written === '') return Number.isNaN(numberOf(text));
  return Math.abs(numberOf(text) - numberOf(written)) < 0.501;
}

// Rows of the page are rows of the file, in its order; some may be left out.
function strayRows(table, columns, rows) {
  let next = 0;
  return table.rows.filter((cells) => {
    const at = rows.findIndex((row, i) => i >= next && columns.every(([column, c]) => shows(cells[c], row[column])));
    next = at < 0 ? next : at + 1;
    return at < 0;
  });
}

const sumOf = (texts) => texts.map(numberOf).reduce((sum, kr) => sum + (Number.isNaN(kr) ? 0 : kr), 0);

function checkTable(table, rows, name) {
  const columns = [...table.columns.entries()].filter(([, column]) => isMoney(column) && column in rows[0]).map(([c, column]) => [column, c]);
  check(columns.length >= (PARTS[table.name] ?? 0), `${name}: ${table.name} shows its kroner`, columns.join(' '));
  if (!columns.length) return;
  none(strayRows(table, columns, rows).map((cells) => cells.join(' | ')), `${name}: rows of ${table.name} are those of its CSV file`);
  if (table.name !== 'overview') return;
  equal(table.rows.length, rows.length, `${name}: rows of ${table.name}`);
  for (const [column, c] of columns) {
    const [page, csv] = [sumOf(table.rows.map((cells) => cells[c])), sumOf(rows.map((row) => row[column]))];
    check(Math.abs(page - csv) <= rows.length / 2, `${name}: sum of ${column}`, `${page} in the page, ${csv} in the file`);
  }
}

// ---------------------------------------------------------------- waterfalls

// Each with the nearest table of what it draws.
const waterfallsOf = (page) =>
  page.$$eval('svg.bridge', (drawings) =>
    drawings.map((svg) => {
      const TABLES = 'table[data-table=bridge], table[data-table=ledger]';
      let around = svg.parentElement;
      while (around && !around.querySelector(TABLES)) around = around.parentElement;
      const table = around?.querySelector(TABLES);
      const positions = svg.closest('[data-positions]')?.dataset.positions;
      const heads = [...(table?.tHead.rows[0].cells ?? [])].map((cell) => cell.dataset.column);
      const wanted = table?.dataset.table === 'ledger' ? ['effect_kr'] : [`${positions}_kr`, 'kr'];
      const at = heads.findIndex((column) => wanted.includes(column));
      return {
        bars: [...svg.querySelectorAll('rect')].map((rect) => ({
          x: Number(rect.getAttribute('x')),
          width: Number(rect.getAttribute('width')),
          total: rect.classList.contains('total'),
        })),
        texts: [...svg.querySelectorAll('text')].map((text) => text.textContent),
        rows: at < 0 ? [] : [...table.tBodies[0].rows].map((row) => [row.cells[0].textContent, row.cells[at].textContent]),
        table: table?.dataset.table ?? 'no table',
      };
    }),
  );

// Kroner of each bar as the table says; the ledger's table has no row for the closing total.
function barAmounts({ bars, texts, rows, table }) {
  const amountOf = new Map(rows.map(([name, kr]) => [name, numberOf(kr)]));
  const named = (label) => [...amountOf.keys()].find((key) => key === label || (label.endsWith('…') && key.startsWith(label.slice(0, -1))));
  const sum = [...amountOf.values()].reduce((all, kr) => all + kr, 0);
  return bars.map((bar, i) => (bar.total && table === 'ledger' ? sum : amountOf.get(named(texts[2 * i]))));
}

function wrongBars(fall) {
  const amounts = barAmounts(fall);
  const { bars, texts } = fall;
  const longest = bars.reduce((best, bar, i) => (bar.width > bars[best].width ? i : best), 0);
  const scale = amounts[longest] ? bars[longest].width / Math.abs(amounts[longest]) : 0;
  const zero = bars.map((bar, i) => (bar.total ? bar.x + (amounts[i] < 0 ? bar.width : 0) : null)).find((x) => x !== null);
  const wrong = [];
  let running = 0;
  bars.forEach((bar, i) => {
    const from = bar.total ? 0 : running;
    running = bar.total ? amounts[i] : running + amounts[i];
    const left = zero + scale * Math.min(from, running);
    const play = 0.6 + 0.5 * scale * (i + 2); // tables show whole kroner
    const length = Math.abs(bar.width - scale * Math.abs(running - from)) < play && Math.abs(bar.x - left) < play;
    const label = Math.abs(numberOf(texts[2 * i + 1]) - amounts[i]) < (bar.total ? 0.5 * (bars.length + 1) : 0.501);
    if (!length || !label) wrong.push(`${texts[2 * i]} ${texts[2 * i + 1]} for ${amounts[i]}`);
  });
  return bars.length && zero !== undefined ? wrong : [`${bars.length} bars, zero at ${zero}`];
}

// ---------------------------------------------------------------- all

// `parts`: tables of PARTS that the page must show.
export async function checkFigures(page, folder, name, parts) {
  const tables = await tablesOf(page);
  const files = new Map();
  for (const { name: table } of tables) {
    const file = path.join(folder, `${table}.csv`);
    if (!files.has(table) && fs.existsSync(file)) files.set(table, csvRows(fs.readFileSync(file, 'utf8')));
  }
  for (const table of tables) if (files.get(table.name)?.length) checkTable(table, files.get(table.name), name);
  for (const table of parts) {
    const file = path.join(folder, `${table}.csv`);
    if (fs.existsSync(file) && csvRows(fs.readFileSync(file, 'utf8')).length > 0) check(files.has(table), `${name}: the page shows ${table}`);
  }
  const falls = await waterfallsOf(page);
  none(falls.flatMap((fall) => wrongBars(fall).map((bar) => `${fall.table}: ${bar}`)), `${name}: ${falls.length} waterfalls are what their tables say`);
}
