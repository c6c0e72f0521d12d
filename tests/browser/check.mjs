// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what held and tells what did not.

export const counts = { passed: 0, failed: 0 };

export function check(good, what, detail = '') {
  counts[good ? 'passed' : 'failed']++;
  if (!good) console.log(`  FAILED: ${what}${detail ? `: ${String(detail).slice(0, 500)}` : ''}`);
}

export const equal = (found, wanted, what) =>
  check(Object.is(found, wanted), what, `found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);

export const none = (list, what) => check(list.length === 0, what, `${list.length}: ${list.slice(0, 3).join('; ')}`);
