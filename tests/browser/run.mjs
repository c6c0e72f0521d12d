// SPDX-License-Identifier: GPL-3.0-or-later
// One report.html, opened in Chromium as people open it: at a desk and on a phone, light and dark, on paper, and its
// figures and words read. Usage: node run.mjs RESULTS SCENARIO CATALOGUE SCREENSHOTS, where RESULTS is
// .../LANGUAGE/NAME and what was printed stands beside it in NAME.printed, and SCREENSHOTS
// is a folder for pictures or -. The last line is "N passed, M failed".
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { check, counts, equal, none } from './check.mjs';
import { checkFigures } from './figures.mjs';
import { checkAccess, checkPrint, checkScreens } from './screen.mjs';
import { checkHostile, checkLanguage, checkTerminal } from './words.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(fs.existsSync);
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const [folder, scenario, catalogue, screenshots] = process.argv.slice(2);
const name = path.join(path.basename(path.dirname(folder)), path.basename(folder));
const address = pathToFileURL(path.join(folder, 'report.html')).href;

// Notes whatever the page complains of or asks the network for.
async function open(browser) {
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

// A page without a script reads the same where scripts are forbidden.
async function needsNoScript(page) {
  const scripts = await page.evaluate(
    () => [...document.querySelectorAll('*')].filter((e) => e.localName === 'script' || e.getAttributeNames().some((n) => n.startsWith('on')) || /^javascript:/i.test(e.getAttribute('href') ?? '')).length,
  );
  equal(scripts, 0, `${name}: no script`);
}

async function shoot(page, what, viewport) {
  const height = Math.min(3000, await page.evaluate(() => document.documentElement.scrollHeight));
  const file = path.join(screenshots, `${what.replaceAll(/[ /]/g, '-')}.png`);
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width: viewport.width, height } });
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
const { page, complaints } = await open(browser);
await needsNoScript(page);
check((await page.title()) !== '', `${name}: has a title`);
await checkLanguage(page, scenario, catalogue, name);
await checkFigures(page, folder, name);
const hostile = path.basename(path.dirname(scenario)) === 'hostile';
if (hostile) await checkHostile(page, folder, name);
checkTerminal(`${folder}.printed`, name, hostile);
await checkPrint(page, name);
await checkScreens(page, name, screenshots === '-' ? null : shoot);
await checkAccess(page, name, name.startsWith('nb/'));
none(complaints, `${name}: nothing in the console, nothing from the network`);
await browser.close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
