// SPDX-License-Identifier: GPL-3.0-or-later
// One report.html, opened in Chromium as people open it: at a desk and on a phone, light and dark, on paper, its figures
// and words read and its size held to; and its details.html, more lightly, as is
// levels.html where RESULTS-levels has one. Usage: node run.mjs RESULTS SCENARIO CATALOGUE SCREENSHOTS, where RESULTS is
// .../LANGUAGE/NAME and what was printed stands beside it in NAME.printed, and SCREENSHOTS
// is a folder for pictures or -. The last line is "N passed, M failed".
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { check, counts, equal, none } from './check.mjs';
import { budgetOf, checkSize } from './budget.mjs';
import { checkAsk } from './ask.mjs';
import { checkFigures } from './figures.mjs';
import { checkQuestions } from './questions.mjs';
import { checkAccess, checkCharts, checkPrint, checkScreens, checkTables } from './screen.mjs';
import { checkHostile, checkLanguage, checkTerminal } from './words.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(fs.existsSync);
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const [folder, scenario, catalogue, screenshots] = process.argv.slice(2);
const name = path.join(path.basename(path.dirname(folder)), path.basename(folder));
const language = path.basename(path.dirname(folder));

// Notes whatever the page complains of or asks the network for.
async function open(browser, file, results = folder) {
  const address = pathToFileURL(path.join(results, file)).href;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const complaints = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(address);
  return { page, complaints };
}

// The page's own script and no other; none where `own` is 0.
async function hasNoOtherScript(page, name, own = 1) {
  const scripts = await page.evaluate(
    () => [...document.querySelectorAll('*')].filter((e) => e.localName === 'script' || e.getAttributeNames().some((n) => n.startsWith('on')) || /^javascript:/i.test(e.getAttribute('href') ?? '')).length,
  );
  equal(scripts, own, `${name}: no script but the page's own`);
}

async function shoot(page, what, viewport) {
  const height = Math.min(3000, await page.evaluate(() => document.documentElement.scrollHeight));
  const file = path.join(screenshots, `${what.replaceAll(/[ /]/g, '-')}.png`);
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width: viewport.width, height } });
}

// Every address of the one page on the other is there.
async function linksAreFound(page, other, file) {
  const ids = new Set(await other.$$eval('[id]', (list) => list.map((e) => e.id)));
  const links = await page.$$eval('a[href]', (list) => list.map((a) => a.getAttribute('href')));
  const targets = links.filter((link) => link.startsWith(`${file}#`)).map((link) => link.slice(file.length + 1));
  none(targets.filter((id) => !ids.has(id)), `${name}: what is linked to stands in ${file}`);
}

// Levels of staffing: the picture, and its table as in levels.csv.
async function checkLevels(browser, results, name) {
  const { page, complaints } = await open(browser, 'levels.html', results);
  await hasNoOtherScript(page, name, 0);
  await checkLanguage(page, scenario, catalogue, name);
  await checkFigures(page, results, name, ['levels']);
  await checkCharts(page, name);
  await checkTables(page, name, language === 'nb');
  none(complaints, `${name}: nothing in the console, nothing from the network`);
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
const { page, complaints } = await open(browser, 'report.html');
const hostile = path.basename(path.dirname(scenario)) === 'hostile';
const budget = budgetOf(path.basename(scenario));
await hasNoOtherScript(page, name);
check((await page.title()) !== '', `${name}: has a title`);
await checkLanguage(page, scenario, catalogue, name);
await checkFigures(page, folder, name, ['overview', 'joint']);
await checkSize(page, name, budget);
if (!hostile) await checkQuestions(page, folder, scenario, language, name);
if (hostile) await checkHostile(page, folder, name);
checkTerminal(`${folder}.printed`, name, hostile);
await checkPrint(page, name, budget);
await checkScreens(page, name, screenshots === '-' ? null : shoot);

const details = await open(browser, 'details.html');
await hasNoOtherScript(details.page, `${name} details`);
await linksAreFound(page, details.page, 'details.html');
await linksAreFound(details.page, page, 'report.html');
await checkLanguage(details.page, scenario, catalogue, `${name} details`);
await checkFigures(details.page, folder, `${name} details`, ['together']);
await checkTables(details.page, `${name} details`, language === 'nb');
await checkAsk(browser, details.page.url(), `${name} details`);
none(details.complaints, `${name}: nothing in the console of the details, nothing from the network`);

if (fs.existsSync(`${folder}-levels`)) await checkLevels(browser, `${folder}-levels`, `${name} levels`);

await checkAsk(browser, page.url(), name);
await checkAccess(page, name, language === 'nb');
none(complaints, `${name}: nothing in the console, nothing from the network`);
await browser.close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
