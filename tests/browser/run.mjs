// SPDX-License-Identifier: GPL-3.0-or-later
// Every report.html in a folder of results, opened in Chromium as people open it: on a phone and on a desk, light and dark,
// without script, and printed. Usage: node run.mjs FOLDER [SCREENSHOTS]. The last line is "N passed, M failed".
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { HOSTILE } from './hostile.mjs';
import { csvRows, numberOf } from './values.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(fs.existsSync);
const WIDTHS = { phone: 390, desk: 1280 };
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

let passed = 0;
let failed = 0;

function check(good, what, detail = '') {
  if (good) passed++;
  else failed++;
  if (!good) console.log(`  FAILED: ${what}${detail ? `: ${detail}` : ''}`);
}

const equal = (found, wanted, what) =>
  check(Object.is(found, wanted), what, `found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);

// A page that notes whatever it complains of or asks the network for.
async function open(browser, file, options) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { context, page, complaints };
}

// ---------------------------------------------------------------- how it looks

async function widthFits(page, name) {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  check(scroll <= client, `${name}: the page is no wider than the screen`, `${scroll} of ${client}`);
}

// Text of charts can be read: no smaller than 8 pixels on a phone, and inside its drawing.
async function chartsAreReadable(page, name) {
  const bad = await page.evaluate(() => {
    const found = [];
    for (const svg of document.querySelectorAll('svg[role=img]')) {
      const frame = svg.getBoundingClientRect();
      for (const text of svg.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(text).fontSize) * (frame.width / svg.viewBox.baseVal.width);
        if (size < 8) found.push(`${size.toFixed(1)} px: ${text.textContent}`);
        if (box.left < frame.left - 2 || box.right > frame.right + 2) found.push(`outside: ${text.textContent}`);
      }
    }
    return found;
  });
  check(bad.length === 0, `${name}: charts can be read`, bad.slice(0, 3).join('; '));
}

async function answerIsOnFirstScreen(page, name) {
  const top = await page.evaluate(() => document.querySelector('#answer .lead').getBoundingClientRect().bottom);
  check(top < 900, `${name}: the answer stands on the first screen`, `${top} px`);
}

async function noViolations(page, name) {
  await page.addScriptTag({ path: axePath });
  const violations = await page.evaluate(async (tags) => {
    const result = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return result.violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)}`);
  }, WCAG);
  check(violations.length === 0, `${name}: axe-core finds no violation`, violations.join('\n    '));
}

// Everything that scrolls or links is reached with the Tab key, and the focus is seen.
async function keyboardReaches(page, name) {
  const stops = await page.evaluate(
    () => [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter((e) => e.checkVisibility()).length,
  );
  const seen = new Set();
  for (let i = 0; i < Math.min(stops, 25); i++) {
    await page.keyboard.press('Tab');
    seen.add(
      await page.evaluate(() => {
        const at = document.activeElement;
        const style = getComputedStyle(at);
        if (at === document.body || style.outlineStyle === 'none') return 'lost';
        return [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].indexOf(at);
      }),
    );
  }
  check(!seen.has('lost') && seen.size === Math.min(stops, 25), `${name}: the Tab key goes from stop to stop`, [...seen].join(' '));
}

async function checkScreen(browser, file, name, options, screenshots) {
  const { context, page, complaints } = await open(browser, file, options);
  check(complaints.length === 0, `${name}: nothing in the console, nothing from the network`, complaints[0]);
  await widthFits(page, name);
  await chartsAreReadable(page, name);
  await answerIsOnFirstScreen(page, name);
  await keyboardReaches(page, name);
  if (screenshots) {
    const height = Math.min(3000, await page.evaluate(() => document.documentElement.scrollHeight));
    const clip = { x: 0, y: 0, width: options.viewport.width, height };
    await page.screenshot({ path: path.join(screenshots, `${name.replaceAll(/[ /]/g, '-')}.png`), fullPage: true, clip });
  }
  await noViolations(page, name);
  await context.close();
}

// ---------------------------------------------------------------- without script, and on paper

async function readsWithoutScript(browser, file, name) {
  const { context, page } = await open(browser, file, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  check((await page.title()) !== '', `${name}: opens without script`);
  check(await page.locator('#answer').isVisible(), `${name}: the answer is seen without script`);
  await context.close();
}

// Page boxes of a PDF, uncompressed or not, are counted by its page tree.
const pageCount = (pdf) => Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map((m) => Number(m[1])), 0);

async function prints(browser, file, name, measures) {
  const { context, page } = await open(browser, file, { viewport: { width: 1280, height: 900 } });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  equal(pdf.subarray(0, 5).toString(), '%PDF-', `${name}: prints`);
  const sheets = pageCount(pdf);
  check(sheets > measures, `${name}: each measure begins a sheet`, `${sheets} sheets for ${measures} measures`);
  const a4 = /\/MediaBox ?\[0 0 (594\.9|595)\S* (841\.9|842)/.test(pdf.toString('latin1'));
  check(a4, `${name}: the sheets are A4`);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 688, height: 1000 }); // A4 less its margins
  const over = await page.$$eval('table, svg[role=img]', (list) =>
    list
      .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 2)
      .map((e) => e.querySelector('caption, title')?.textContent),
  );
  check(over.length === 0, `${name}: tables and charts fit the sheet`, `${over.length}, as ${over[0]}`);
  await context.close();
}

// ---------------------------------------------------------------- figures

const cellsOf = (page, selector) => page.$$eval(selector, (cells) => cells.map((cell) => cell.textContent));

// Kroner of all measures in the page and in overview.csv, one by one and in sum.
async function sumsAreEqual(browser, file, name) {
  const csv = path.join(path.dirname(file), 'overview.csv');
  if (!fs.existsSync(csv)) return 0;
  const rows = csvRows(fs.readFileSync(csv, 'utf8'));
  const { context, page } = await open(browser, file, { viewport: { width: 1280, height: 900 } });
  const columns = { claimed_kr: 3, direct_kr: 5, kept_kr: 6, adjusted_kr: 7 };
  for (const [column, child] of Object.entries(columns)) {
    const shown = await cellsOf(page, `table[data-table=overview] tbody tr > :nth-child(${child})`);
    equal(shown.length, rows.length, `${name}: rows of ${column}`);
    const wanted = rows.map((row) => (row[column] === '' ? null : Math.round(numberOf(row[column]))));
    const found = shown.map((text, i) => (wanted[i] === null ? null : numberOf(text)));
    equal(JSON.stringify(found), JSON.stringify(wanted), `${name}: ${column} in page and CSV`);
  }
  await context.close();
  return rows.length;
}

// Bars of every waterfall against the table beside it: lengths in one measure, and each from where the last ended.
async function waterfallsAreTheirTables(browser, file, name) {
  const { context, page } = await open(browser, file, { viewport: { width: 1280, height: 900 } });
  const pairs = await page.$$eval('.pair:has(svg.bridge)', (list) =>
    list.map((pair) => ({
      bars: [...pair.querySelectorAll('svg.bridge rect')].map((r) => ({
        x: Number(r.getAttribute('x')),
        width: Number(r.getAttribute('width')),
        total: r.getAttribute('class') === 'total',
      })),
      texts: [...pair.querySelectorAll('svg.bridge text')].map((text) => text.textContent),
      rows: [...pair.querySelectorAll('tbody tr')].map((tr) => [
        tr.querySelector('th').textContent,
        [...tr.querySelectorAll('td.number')].map((td) => td.textContent),
      ]),
      table: pair.querySelector('table').dataset.table,
    })),
  );
  const wrong = pairs.flatMap((pair) => wrongBars(pair).map((bar) => `${pair.table}: ${bar}`));
  check(wrong.length === 0, `${name}: ${pairs.length} waterfalls are what their tables say`, wrong.slice(0, 3).join('; '));
  await context.close();
}

// Kroner of each bar as the table says; the ledger's table has no row for the closing total.
function barAmounts({ bars, texts, rows, table }) {
  const amountOf = new Map(rows.map(([name, cells]) => [name, numberOf(table === 'bridge' ? cells[0] : cells.at(-1))]));
  const named = (label) => [...amountOf.keys()].find((key) => key === label || key.startsWith(label.replace(/…$/, '')));
  const sum = [...amountOf.values()].reduce((all, kr) => all + kr, 0);
  return bars.map((bar, i) => (bar.total && table === 'ledger' ? sum : amountOf.get(named(texts[2 * i]))));
}

function wrongBars(pair) {
  const amounts = barAmounts(pair);
  const longest = pair.bars.reduce((best, bar, i) => (bar.width > pair.bars[best].width ? i : best), 0);
  const scale = pair.bars[longest].width / Math.abs(amounts[longest]);
  const zero = pair.bars.map((bar, i) => (bar.total ? bar.x + (amounts[i] < 0 ? bar.width : 0) : null)).find((x) => x !== null);
  const wrong = [];
  let running = 0;
  pair.bars.forEach((bar, i) => {
    const from = bar.total ? 0 : running;
    running = bar.total ? amounts[i] : running + amounts[i];
    const left = zero + scale * Math.min(from, running);
    const play = 0.6 + 0.5 * scale * (i + 2); // tables show whole kroner
    const good = Math.abs(bar.width - scale * Math.abs(running - from)) < play && Math.abs(bar.x - left) < play;
    if (!good) wrong.push(pair.texts[2 * i]);
  });
  return wrong;
}

// Reports whose every text is hostile: it is read as it was written, and nothing of it runs.
async function hostileTextIsText(browser, file, name) {
  const { context, page } = await open(browser, file, { viewport: { width: 1280, height: 900 } });
  if ((await page.textContent('h1')) !== HOSTILE) return context.close();
  const found = await page.evaluate((hostile) => {
    const texts = [...document.querySelectorAll('td, th, h2, dd, title, p')].filter((e) => e.textContent.includes(hostile));
    return { made: document.querySelectorAll('script, img, [onerror]').length, texts: texts.length };
  }, HOSTILE);
  equal(found.made, 0, `${name}: no element is made of a text`);
  check(found.texts > 8, `${name}: hostile texts are shown`, `${found.texts}`);
  const guarded = csvRows(fs.readFileSync(path.join(path.dirname(file), 'overview.csv'), 'utf8'));
  check(guarded.every((row) => row.title.startsWith("'=")), `${name}: no formula in a CSV file`);
  return context.close();
}

// ---------------------------------------------------------------- all

async function checkReport(browser, file, screenshots) {
  const name = path.relative(process.argv[2], path.dirname(file));
  console.log(name);
  for (const [screen, width] of Object.entries(WIDTHS))
    for (const colorScheme of ['light', 'dark'])
      await checkScreen(browser, file, `${name} ${screen} ${colorScheme}`, { viewport: { width, height: 900 }, colorScheme }, screenshots);
  await readsWithoutScript(browser, file, name);
  await hostileTextIsText(browser, file, name);
  const measures = await sumsAreEqual(browser, file, name);
  await waterfallsAreTheirTables(browser, file, name);
  await prints(browser, file, name, measures ?? 0);
}

const reports = fs
  .readdirSync(process.argv[2], { recursive: true })
  .filter((file) => path.basename(file) === 'report.html')
  .sort()
  .map((file) => path.join(process.argv[2], file));
if (process.argv[3]) fs.mkdirSync(process.argv[3], { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
check(reports.length > 0, 'there are reports');
for (const file of reports) await checkReport(browser, file, process.argv[3]);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
