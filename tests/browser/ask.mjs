// SPDX-License-Identifier: GPL-3.0-or-later
// The script of the page: search, verdicts, sorting, thousands and folds; on paper nothing is left out, and without it all is shown.
import { check, equal, none } from './check.mjs';

const cellsOf = (page, column) =>
  page.$$eval(
    'table.overview',
    (tables, name) => {
      const at = tables[0].querySelector(`[data-column="${name}"]`).cellIndex;
      return [...tables[0].tBodies[0].rows].map((row) => row.cells[at].textContent);
    },
    column,
  );
const numberOf = (text) => (text === '' ? null : Number(text.replace(/\s/g, '').replace('−', '-')));
const shown = (page) => page.$$eval('table.overview tbody tr', (rows) => rows.filter((row) => row.checkVisibility()).length);

function ordered(texts, turn) {
  const numbers = texts.map(numberOf);
  const last = numbers.filter((n) => n !== null).length;
  return numbers.slice(last).every((n) => n === null) && numbers.slice(1, last).every((n, i) => turn * (n - numbers[i]) >= 0);
}

async function asksForMeasures(page, name) {
  const rows = await shown(page);
  const [title] = await page.$$eval('table.overview tbody th', (cells) => cells.map((cell) => cell.firstChild.textContent));
  await page.fill('[data-ask=search]', title);
  const found = await shown(page);
  check(found >= 1 && found <= rows, `${name}: the first measure is found by its title`);
  await page.fill('[data-ask=search]', 'no measure is called so');
  equal(await shown(page), 0, `${name}: nothing is found by what nothing says`);
  check(/^0\D+\d+/.test(await page.textContent('[data-ask=count]')), `${name}: the count says so`);
  await page.emulateMedia({ media: 'print' });
  equal(await shown(page), rows, `${name}: on paper no row is left out`);
  equal(await page.$eval('.ask', (ask) => ask.checkVisibility()), false, `${name}: on paper nothing asks`);
  await page.emulateMedia({ media: 'screen' });
  await page.fill('[data-ask=search]', '');
  equal(await shown(page), rows, `${name}: without a search all rows are back`);
  const verdicts = await page.$$eval('[data-ask=verdict] option', (options) => options.map((o) => o.value));
  let sum = 0;
  for (const verdict of verdicts.slice(1)) {
    await page.selectOption('[data-ask=verdict]', verdict);
    sum += await shown(page);
  }
  equal(sum, rows, `${name}: the verdicts share the measures`);
  await page.selectOption('[data-ask=verdict]', '');
}

async function sorts(page, name) {
  const before = (await cellsOf(page, 'kept_kr')).sort();
  await page.click('[data-column=kept_kr] button');
  check(ordered(await cellsOf(page, 'kept_kr'), 1), `${name}: sorted upwards, blanks last`);
  await page.focus('[data-column=kept_kr] button');
  await page.keyboard.press('Enter');
  const down = await cellsOf(page, 'kept_kr');
  check(ordered(down, -1), `${name}: sorted downwards by the keyboard`);
  equal(down.sort().join(';'), before.join(';'), `${name}: and the same figures`);
}

async function switchesKroner(page, name) {
  const kroner = await cellsOf(page, 'kept_kr');
  await page.click('[data-ask=thousands]');
  const thousands = await cellsOf(page, 'kept_kr');
  const rounded = (n) => Math.sign(n) * Math.round(Math.abs(n) / 1000) || 0;
  none(kroner.filter((text, i) => text !== '' && rounded(numberOf(text)) !== numberOf(thousands[i])), `${name}: thousands are the kroner rounded`);
  check(/1000.kr/.test(await page.textContent('[data-column=kept_kr]')), `${name}: the heading says thousands`);
  await page.click('[data-ask=thousands]');
  equal((await cellsOf(page, 'kept_kr')).join(';'), kroner.join(';'), `${name}: and back to the krone`);
}

async function folds(page, name) {
  if (!(await page.$('details'))) return;
  await page.click('[data-ask=folds]');
  equal(await page.$$eval('details:not([open])', (list) => list.length), 0, `${name}: every fold is open`);
  await page.click('[data-ask=folds]');
  equal(await page.$$eval('details[open]', (list) => list.length), 0, `${name}: every fold is shut`);
}

// Opens a page of its own. `file`: its address.
export async function checkAsk(browser, address, name) {
  const silent = await browser.newContext({ javaScriptEnabled: false });
  const still = await silent.newPage();
  await still.goto(address);
  equal(await still.locator('.ask').isVisible(), false, `${name}: without a script nothing asks`);
  await silent.close();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  const measures = await page.$$eval('table.overview tbody tr', (rows) => rows.length);
  if (measures > 1) {
    await asksForMeasures(page, name);
    await sorts(page, name);
    await switchesKroner(page, name);
  }
  await folds(page, name);
  await page.close();
}
