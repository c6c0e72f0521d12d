// SPDX-License-Identifier: GPL-3.0-or-later
// How a page looks and is read: width, charts, keyboard, colours, accessibility, paper.
import { createRequire } from 'node:module';
import { check, equal, none } from './check.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CONTRAST = ['color-contrast'];
const LAYOUT = ['scrollable-region-focusable', 'target-size'];
const SAMPLE = '[data-sample], a[href], summary, [tabindex]'; // what these rules are asked about
const STOPS_MOST = 8; // each is painted anew
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 900 };
const SHEET = { width: 688, height: 1000 }; // A4 less its margins

// ---------------------------------------------------------------- axe-core

// Marks one element with text of each style, that is of each set of class, font, colour and grounds it stands on: the
// first, the last and every fiftieth. The others have the same contrast.
function markSample() {
  const grounds = new Map([[null, '']]);
  const groundsOf = (element) => {
    if (!grounds.has(element)) {
      const { backgroundColor, opacity } = getComputedStyle(element);
      const own = backgroundColor === 'rgba(0, 0, 0, 0)' && opacity === '1' ? '' : `${backgroundColor} ${opacity}|`;
      grounds.set(element, groundsOf(element.parentElement) + own);
    }
    return grounds.get(element);
  };
  const styles = new Map();
  for (const element of document.querySelectorAll('body *:not(svg *)')) {
    if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const style = [element.tagName, element.className, color, fontSize, fontWeight, groundsOf(element)].join();
    if (!styles.has(style)) styles.set(style, []);
    styles.get(style).push(element);
  }
  for (const elements of styles.values())
    elements.forEach((element, i) => {
      if (i % 50 === 0 || i === elements.length - 1) element.setAttribute('data-sample', '');
    });
  return styles.size;
}

// Leaves of the page what is marked, what holds it, and whatever scrolls or links: axe-core takes its time by the element.
function leaveSample(keep) {
  for (const row of document.querySelectorAll('tbody tr')) if (!row.querySelector(keep)) row.remove();
  for (const svg of document.querySelectorAll('svg')) svg.replaceChildren(...svg.querySelectorAll(':scope > title, :scope > desc'));
}

// Of the whole page unless `where` chooses elements.
async function violations(page, options, where) {
  return page.evaluate(
    async ([options, where]) => {
      const context = where ? { include: [[where]] } : document;
      const result = await window.axe.run(context, { ...options, resultTypes: ['violations'], elementRef: false });
      return result.violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)}`);
    },
    [options, where],
  );
}

const only = (rules) => ({ runOnly: { type: 'rule', values: rules } });

// Every rule but contrast.
async function axeFindsNothing(page, name) {
  await page.addScriptTag({ path: AXE });
  const rules = { runOnly: { type: 'tag', values: RULES }, rules: { 'color-contrast': { enabled: false } } };
  none(await violations(page, rules), `${name}: axe-core finds no violation`);
  const dangling = await page.$$eval('[aria-labelledby], [aria-describedby]', (list) =>
    list.flatMap((e) => `${e.getAttribute('aria-labelledby') ?? ''} ${e.getAttribute('aria-describedby') ?? ''}`.trim().split(/\s+/)).filter((id) => !document.getElementById(id)),
  );
  none(dangling, `${name}: every name that is referred to is there`);
}

async function sampleStandsOut(page, name, rules) {
  none(await violations(page, only(rules), SAMPLE), `${name}: axe-core finds nothing against ${rules.join(', ')}`);
}

// axe-core does not look at the fill of texts in drawings: each has a halo in the colour of the ground.
function lowContrastInCharts() {
  const light = (text) => {
    const [r, g, b] = text.match(/[\d.]+/g).map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = new Map();
  for (const text of document.querySelectorAll('svg[role=img] text')) {
    const { fill, stroke } = getComputedStyle(text);
    if (!/^rgb\(/.test(fill) || !/^rgb\(/.test(stroke)) found.set(`${fill} ${stroke}`, `${fill} in ${stroke}: ${text.textContent}`);
    else {
      const [dark, bright] = [light(fill), light(stroke)].sort((a, b) => a - b);
      if ((bright + 0.05) / (dark + 0.05) < 4.5) found.set(`${fill} ${stroke}`, `${fill} on ${stroke}: ${text.textContent}`);
    }
  }
  return [...found.values()];
}

// ---------------------------------------------------------------- layout

async function widthFits(page, name) {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  check(scroll <= client, `${name}: the page is no wider than the screen`, `${scroll} of ${client}`);
}

// Text of charts can be read: no smaller than 8 pixels on a phone, and inside its drawing; a title is cut only where its
// line is full, and where an axis has figures the drawing tells their unit.
async function chartsAreReadable(page, name) {
  const bad = await page.evaluate(() => {
    const found = [];
    const units = /(^|[ ,(])(kr|kroner|%|hours|timer|person-hours|persontimer|adults|voksne|FTE|årsverk)([ ,)]|$)|timer|%/i;
    for (const svg of document.querySelectorAll('svg[role=img]')) {
      const frame = svg.getBoundingClientRect();
      if (!frame.width) continue; // folded away
      const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent);
      if (svg.querySelector('.axis-text') && !texts.some((text) => units.test(text))) found.push(`no unit: ${texts.join(' | ')}`);
      for (const text of svg.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(text).fontSize) * (frame.width / svg.viewBox.baseVal.width);
        if (size < 8) found.push(`${size.toFixed(1)} px: ${text.textContent}`);
        const row = svg.matches('.claims, .ranges, .bridge');
        if (row && text.textContent.endsWith('…') && box.width < 0.6 * frame.width) found.push(`cut: ${text.textContent}`);
        if (box.left < frame.left - 2 || box.right > frame.right + 2) found.push(`outside: ${text.textContent}`);
      }
    }
    return found;
  });
  none(bad, `${name}: charts can be read`);
}

// "5 to 8", never "8 to 5"; "from 3 to 2" tells what becomes of it.
async function rangesRise(page, name) {
  const bad = await page.evaluate(() => {
    const number = (text) => Number(text.replaceAll(/[\s\u00a0\u202f]/g, '').replace('−', '-').replace(',', '.'));
    const range = /(?<!(?:from|fra|of|av)[\s\u00a0])(?<![\d.,:–-])(−?\d{1,3}(?:[\u00a0\u202f]\d{3})+) (?:to|til) (−?\d{1,3}(?:[\u00a0\u202f]\d{3})+)(?![\d.,:])/g;
    const found = [];
    for (const element of document.querySelectorAll('p, li, td, figcaption, desc, svg text, dd'))
      for (const [text, low, high] of element.textContent.matchAll(range)) if (number(low) > number(high)) found.push(`${text}: ${element.textContent.slice(0, 120)}`);
    return found;
  });
  none(bad, `${name}: no range is upside down`);
}

async function answerIsOnFirstScreen(page, name) {
  const top = await page.evaluate(() => document.querySelector('#answer .lead').getBoundingClientRect().bottom + scrollY);
  check(top < 900, `${name}: the answer stands on the first screen`, `${top} px`);
}

// What scrolls or links is reached with the Tab key, and the focus is seen.
async function keyboardReaches(page, name) {
  const stops = await page.evaluate(() => {
    scrollTo(0, 0);
    window.stops = [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter((e) => e.checkVisibility());
    window.seen = [];
    document.addEventListener('focusin', ({ target }) => {
      const style = getComputedStyle(target);
      window.seen.push(style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0 ? 'unseen' : window.stops.indexOf(target));
    });
    return window.stops.length;
  });
  const pressed = Math.min(stops, STOPS_MOST);
  for (let i = 0; i < pressed; i++) await page.keyboard.press('Tab');
  const seen = await page.evaluate(() => window.seen);
  const wanted = [...Array(pressed).keys()];
  equal(seen.join(' '), wanted.join(' '), `${name}: the Tab key goes from stop to stop`);
}

// ---------------------------------------------------------------- all screens

const foldOut = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

async function eachScreen(page, visit) {
  for (const [screen, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ media: 'screen', colorScheme });
      await visit(screen, colorScheme, viewport);
    }
  }
}

// Of a page of charts and their tables.
export async function checkCharts(page, name) {
  check((await page.$$('svg[role=img]')).length > 0, `${name}: there is a chart`);
  await eachScreen(page, async (screen, colorScheme) => {
    const where = `${name} ${screen} ${colorScheme}`;
    await widthFits(page, where);
    await chartsAreReadable(page, where);
    none(await page.evaluate(lowContrastInCharts), `${where}: texts in charts stand out from their halo`);
  });
}

export async function checkScreens(page, name, shoot) {
  await keyboardReaches(page, `${name} desk`);
  await rangesRise(page, name);
  await foldOut(page);
  await eachScreen(page, async (screen, colorScheme, viewport) => {
    const where = `${name} ${screen} ${colorScheme}`;
    if (colorScheme === 'light') {
      await widthFits(page, where);
      await chartsAreReadable(page, where);
      await answerIsOnFirstScreen(page, where);
    }
    none(await page.evaluate(lowContrastInCharts), `${where}: texts in charts stand out from their halo`);
    await shoot?.(page, where, viewport);
  });
}

// Every rule once, for the whole page; then colours at both widths in light and dark, and what depends on the layout at
// both widths, for a sample of all styles. Styles are those of every language: in one of them colours are asked. The page is
// no longer whole after it.
export async function checkAccess(page, name, colours) {
  await page.setViewportSize(DESK);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await foldOut(page);
  await axeFindsNothing(page, `${name} desk`);
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ media: 'screen', colorScheme });
    check((await page.evaluate(markSample)) > 5, `${name}: there are styles of text`);
  }
  await page.evaluate(leaveSample, SAMPLE);
  await eachScreen(page, async (screen, colorScheme) => {
    const rules = [...(colours ? CONTRAST : []), ...(colorScheme === 'light' ? LAYOUT : [])];
    if (rules.length) await sampleStandsOut(page, `${name} ${screen} ${colorScheme}`, rules);
  });
}

// ---------------------------------------------------------------- on paper

// Sheets are counted by the page tree.
const pageCount = (pdf) => Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map((m) => Number(m[1])), 0);

async function fits(page, name) {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.setViewportSize(SHEET);
  const over = await page.evaluate(() => {
    const wide = (e) => [e, ...(function* up(at) { for (; at; at = at.parentElement) yield at; })(e)].some((at) => getComputedStyle(at).page === 'wide');
    return [...document.querySelectorAll('table, svg[role=img]')]
      .filter((e) => e.checkVisibility())
      .map((e) => [e, e.getBoundingClientRect().right - (wide(e) ? 1027 : document.documentElement.clientWidth)])
      .filter(([, over]) => over > 2)
      .map(([e, over]) => `${Math.round(over)} px: ${e.querySelector('caption, title')?.textContent}`);
  });
  none(over, `${name}: tables and charts fit the sheet`);
}

// A word that stands on two lines without a hyphen is broken. Of tables and headings: text runs on by itself.
async function wordsStayWhole(page, name) {
  const broken = await page.evaluate(() => {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest('svg, style, script') || !node.parentElement.checkVisibility()) continue;
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}.,%]+/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].filter((box) => box.width).map((box) => Math.round(box.top))).size > 1) found.add(word);
      }
    }
    return [...found];
  });
  none(broken, `${name}: no word is broken`);
}

// Chromium prints the head of a table once more on each sheet it runs on to only where the head can be copied: lower than a
// quarter of the sheet, and without boxes that are buttons.
async function headsAreRepeated(page, name) {
  const faults = await page.evaluate((most) => {
    const once = (head) => head.getBoundingClientRect().height > most || [...head.querySelectorAll('button')].some((e) => getComputedStyle(e).display !== 'contents');
    return [...document.querySelectorAll('thead')].filter((e) => e.checkVisibility() && once(e)).map((e) => e.parentElement.caption?.textContent);
  }, SHEET.height / 4);
  none(faults, `${name}: heads of tables stand on each sheet`);
}

// A rota on paper: the letters of its days stand upright, each over its own column, and weekends are shaded in heads and lines.
async function rotasKeepTheirLook(page, name) {
  const faults = await page.evaluate(() => {
    const look = (e) => getComputedStyle(e);
    const clear = (e) => ['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(look(e).backgroundColor);
    const middle = (e) => e.getBoundingClientRect().left + e.getBoundingClientRect().width / 2;
    return [...document.querySelectorAll('table.rota')].flatMap((table) => {
      const heads = [...table.querySelectorAll('thead th.day')];
      const first = [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td.day')]).find((days) => days.length);
      const weekends = [...table.querySelectorAll('th.weekend, td.weekend')].filter((e) => !e.matches('[class*=tint], .short'));
      return [
        [heads.length > 0 && heads.length === first?.length, 'a head for each day'],
        [heads.every((e) => look(e).writingMode === 'horizontal-tb' && e.getBoundingClientRect().height < 40), 'heads stand upright'],
        [heads.every((e, t) => Math.abs(middle(e) - middle(first[t])) < 2), 'heads stand over their days'],
        [heads.filter((e) => e.matches('.weekend')).length * 7 === heads.length * 2, 'two heads of seven are of weekends'],
        [weekends.every((e) => !clear(e) && look(e).printColorAdjust === 'exact'), 'weekends are shaded'],
        [heads.every((e) => e.matches('.weekend') || clear(e)), 'no other day is'],
      ].filter(([right]) => !right).map(([, what]) => `${table.caption?.textContent ?? ''}: ${what}`);
    });
  });
  if ((await page.$('#rotas')) && !(await page.$('table.rota'))) faults.push('none of them is a table of its own');
  none(faults, `${name}: rotas on paper`);
}

// Tables to look things up in: they fit their sheet, and every rule of axe-core once, for one language.
export async function checkTables(page, name, rules) {
  await fits(page, name);
  await wordsStayWhole(page, `${name} on paper`);
  await rotasKeepTheirLook(page, name);
  await headsAreRepeated(page, `${name} on paper`);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.setViewportSize(DESK);
  await widthFits(page, name);
  if (!rules) return;
  await page.evaluate(markSample);
  await page.evaluate(leaveSample, SAMPLE);
  await axeFindsNothing(page, name);
}

export async function checkPrint(page, name, budget) {
  await page.setViewportSize(DESK);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  equal(pdf.subarray(0, 5).toString(), '%PDF-', `${name}: prints`);
  const sheets = pageCount(pdf);
  await fits(page, name);
  await wordsStayWhole(page, `${name} on paper`);
  await headsAreRepeated(page, `${name} on paper`);
  check(sheets > 0 && sheets <= budget.sheets, `${name}: no more sheets than ${budget.sheets}`, sheets);
  check(pdf.length <= budget.bytes, `${name}: no more bytes on paper than ${budget.bytes}`, pdf.length);
  const tall = await page.$$eval('section.measure', (list, most) => list.filter((e) => e.getBoundingClientRect().height > most).map((e) => e.id), SHEET.height);
  none(tall, `${name}: a measure takes no more than a sheet`);
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map((m) => [Math.round(m[1]), Math.round(m[2])].sort().join(' x '));
  check(boxes.length > 0 && boxes.every((box) => box === '595 x 842'), `${name}: the sheets are A4`, [...new Set(boxes)].join(', '));
  console.log(`  ${sheets} sheets, ${Math.round(pdf.length / 1000)} kB`);
}
