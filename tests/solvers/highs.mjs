// SPDX-License-Identifier: GPL-3.0-or-later
// Solves programmes with HiGHS: one line "FILE OPTIMUM" each, OPTIMUM the word for what it is where it is none.
// Usage: node highs.mjs FILE...
import fs from 'node:fs';
import load from 'highs';

const highs = await load();

function optimum(file) {
  const format = file.endsWith('.lp') ? 'lp' : 'mps';
  const data = fs.readFileSync(file, format === 'lp' ? 'utf8' : undefined);
  return highs.withModel({ format, data }, (model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 1e-9 });
    model.run();
    const status = model.getModelStatus();
    return status === highs.constants.modelStatus.optimal ? model.getObjectiveValue() : `status_${status}`;
  });
}

for (const file of process.argv.slice(2)) {
  try {
    console.log(file, optimum(file));
  } catch (error) {
    console.log(file, `refused: ${error}`.replaceAll(/\s+/g, '_'));
  }
}
