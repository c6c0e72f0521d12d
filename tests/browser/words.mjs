// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a page: of one language, and texts of the scenario as they were written, however hostile.
import fs from 'node:fs';
import path from 'node:path';
import { check, equal, none } from './check.mjs';
import { SHOWN } from './hostile.mjs';
import { csvRows } from './values.mjs';

// Words that the other language lacks; compared in small letters.
const FOREIGN = {
  nb: 'the of and with which not than what hours year years measure measures cost saving savings positions people week weeks below'.split(' '),
  en: 'og ikke som av er uker timer tiltak stillinger årsverk hvis uten eller norm kostnad sparer etter'.split(' ').filter((word) => word !== 'norm'),
};

// Everything the scenario says: as the page may show it, it is of no language.
function ownTexts(scenario) {
  const folders = [scenario, path.join(scenario, '../common')].filter((folder) => fs.existsSync(folder));
  const files = folders.flatMap((folder) => fs.readdirSync(folder).map((file) => path.join(folder, file))).filter((file) => file.endsWith('.csv'));
  const texts = new Set();
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8').replaceAll(/^(\uFEFF?)#.*\n/gm, '$1');
    for (const row of csvRows(text)) for (const cell of Object.values(row)) if (/\p{L}{2}/u.test(cell)) texts.add(cell.trim());
  }
  return [...texts].sort((a, b) => b.length - a.length);
}

// Texts of the catalogue that are whole sentences of the other language: { en: Set, nb: Set }, without what is the same
// in both or has another meaning in the other.
function catalogue(file) {
  const entries = fs.readFileSync(file, 'utf8').split(/\n\n/);
  const read = (entry, word) => {
    const lines = entry.match(new RegExp(`^${word} ("(?:.*)"(?:\\n".*")*)`, 'm'))?.[1] ?? '""';
    return lines.split('\n').map((line) => JSON.parse(line)).join('');
  };
  const pairs = entries.map((entry) => [read(entry, 'msgid').trim(), read(entry, 'msgstr').trim()]);
  const all = { en: new Set(pairs.map(([en]) => en)), nb: new Set(pairs.map(([, nb]) => nb)) };
  const apart = (language, other) => new Set([...all[language]].filter((text) => !all[other].has(text) && /\p{L}{3}/u.test(text)));
  return { en: apart('en', 'nb'), nb: apart('nb', 'en') };
}

// Columns that name tables, columns and rows of the scenario's files.
const CODES = ['file', 'row', 'column', 'where'];

const textsOf = (page) =>
  page.evaluate((codes) => {
    const texts = new Set([document.title]), drawn = new Set(); // drawn: a line of a chart
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const isCode = (node) => {
      const cell = node.parentElement.closest('td, th');
      const heads = cell?.closest('table').tHead?.rows;
      return heads?.length && codes.includes(heads[heads.length - 1].cells[cell.cellIndex]?.dataset.column) && cell.closest('tbody');
    };
    const isText = (node) => !node.parentElement.closest('script') && !isCode(node);
    while (walker.nextNode()) if (isText(walker.currentNode)) (walker.currentNode.parentElement.closest('svg') ? drawn : texts).add(walker.currentNode.data.trim());
    for (const element of document.querySelectorAll('[aria-label], [title]')) texts.add(element.ariaLabel ?? element.title);
    return { texts: [...texts], drawn: [...drawn] };
  }, CODES);

// A line of a chart's label, which may go on over two lines and be cut off, perhaps with its unit before it.
const isLine = (text, own) =>
  [text, text.slice(text.indexOf(': ') + 2)].some((part) => own.some((known) => known.includes(part.replace(/…$/, '').trim())));

export async function checkLanguage(page, scenario, catalogueFile, name) {
  const language = await page.evaluate(() => document.documentElement.lang);
  equal(language, name.split('/')[0], `${name}: the language of the page`);
  const other = language === 'nb' ? 'en' : 'nb';
  const own = ownTexts(scenario);
  const translated = catalogue(catalogueFile)[other];
  const words = new RegExp(`(?<![\\p{L}_-])(?:${FOREIGN[language].join('|')})(?![\\p{L}_])`, 'iu');
  const isForeign = (text) => {
    if (own.includes(text)) return false;
    if (translated.has(text)) return true;
    return words.test(text) && words.test(own.reduce((rest, known) => rest.replaceAll(known, ' '), text));
  };
  const { texts, drawn } = await textsOf(page);
  const foreign = [...texts.filter(isForeign), ...drawn.filter((text) => isForeign(text) && !isLine(text, own))];
  none(foreign, `${name}: every word is of one language`);
}

// A scenario all of whose texts are hostile: each is read as it was written, nothing of it runs, no cell of a CSV file is
// a formula, and no sign that steers a terminal is printed.
export async function checkHostile(page, folder, name) {
  equal(await page.evaluate(() => document.querySelectorAll('script:not(body > script:last-child), img, [onerror]').length), 0, `${name}: no element is made of a text`);
  const places = await page.evaluate(
    (shown) => [...document.querySelectorAll('h1, title, h2, td, th, dd, p, text, li')].filter((e) => e.textContent.includes(shown.slice(0, 30))).map((e) => e.tagName),
    SHOWN,
  );
  check((await page.textContent('h1')).endsWith(SHOWN), `${name}: the heading is the title`, await page.textContent('h1'));
  for (const tag of ['H1', 'H2', 'TD', 'TH']) check(places.includes(tag), `${name}: a hostile text stands in ${tag}`, [...new Set(places)].join(' '));
  const cells = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .flatMap((file) => csvRows(fs.readFileSync(path.join(folder, file), 'utf8')).flatMap((row) => Object.entries(row).map(([column, cell]) => [`${file} ${column}`, cell])));
  none(cells.filter(([, cell]) => /^[=+@\t]|^-(?![\d.,]*$)/.test(cell)).map(([where]) => where), `${name}: no cell of a CSV file is a formula`);
  check(cells.filter(([, cell]) => cell.includes('<script>')).length > 10, `${name}: the CSV files have the hostile texts`);
}

// What was printed while the results were made.
export function checkTerminal(file, name, hostile) {
  const printed = fs.readFileSync(file, 'utf8');
  const steering = printed.match(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
  check(!steering, `${name}: nothing printed steers the terminal`, JSON.stringify(steering?.[0]));
  if (hostile) check(printed.includes('\\x1B[31m'), `${name}: signs that steer are printed in letters`);
}
