// SPDX-License-Identifier: GPL-3.0-or-later
// What report.html may take of its reader's time: sheets of paper, bytes of them, screens, elements and a second to load.
import { check } from './check.mjs';

const USUAL = { sheets: 16, bytes: 3e6, screens: 25, nodes: 8000, milliseconds: 1000 };
const OF = { 'rennebu-2024': { sheets: 30 }, 'karasjok-2023': { sheets: 10 }, 'skaun-malvik-sfo': { sheets: 16 }, 'skaun-malvik-schools': { sheets: 3 } };
const LOADS = 3; // the quickest counts: others work on this machine too

export const budgetOf = (scenario) => ({ ...USUAL, ...OF[scenario] });

export async function checkSize(page, name, budget) {
  const { nodes, height } = await page.evaluate(() => {
    document.querySelectorAll('details').forEach((details) => (details.open = true));
    const size = { nodes: document.querySelectorAll('*').length, height: document.documentElement.scrollHeight };
    document.querySelectorAll('details').forEach((details) => (details.open = false));
    return size;
  });
  const screens = height / page.viewportSize().height;
  const loads = [];
  for (let i = 0; i < LOADS; i++) {
    await page.reload();
    loads.push(await page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd));
  }
  check(nodes <= budget.nodes, `${name}: no more elements than ${budget.nodes}`, nodes);
  check(screens <= budget.screens, `${name}: unfolded no more screens than ${budget.screens}`, screens.toFixed(1));
  check(Math.min(...loads) < budget.milliseconds, `${name}: loads within ${budget.milliseconds} ms`, loads.map(Math.round).join(' '));
  console.log(`  ${nodes} elements, ${screens.toFixed(1)} screens, ${Math.round(Math.min(...loads))} ms to load`);
}
