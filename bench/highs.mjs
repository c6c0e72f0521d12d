// SPDX-License-Identifier: GPL-3.0-or-later
// node highs.mjs FILE.mps: CPU seconds that HiGHS solves, without start and reading, and the optimum.
import fs from 'node:fs';
import load from 'highs';

const highs = await load();
const model = highs.createModel({ format: 'mps', data: fs.readFileSync(process.argv[2]) }, { output_flag: false });
const start = process.cpuUsage();
model.run();
const used = process.cpuUsage(start);
const seconds = (used.user + used.system) / 1e6;
console.log(seconds.toFixed(4), model.info.get('objective_function_value'));
