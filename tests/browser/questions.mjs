// SPDX-License-Identifier: GPL-3.0-or-later
// What a stranger must find in ten seconds: questions whose answers stand on the first screen, as text. The answers are
// taken from the result tables and the scenario's settings, never from the page.
import fs from 'node:fs';
import path from 'node:path';
import { check } from './check.mjs';
import { csvRows, numberOf } from './values.mjs';

const words = (language, nb, en) => (language === 'nb' ? nb : en);
const sumsOf = (tables, population, of) => tables.sums.find((row) => row.population === population && row.of === of) ?? {};
const kr = (tables, population, of, column) => numberOf(sumsOf(tables, population, of)[column] ?? '0');
const best = (tables) => Math.max(kr(tables, 'modelled', 'target', 'kept_kr'), kr(tables, 'modelled', 'target', 'adjusted_kr'));
const short = (tables) => Math.abs(best(tables) + kr(tables, 'taken_over', 'target', 'kept_kr') - numberOf(tables.settings.target_kr));
const verdicts = (tables, verdict) => tables.overview.filter((row) => row.verdict === verdict).length;

const measureOf = (tables, measure) => tables.overview.find((row) => row.measure === measure);
const stepsOf = (tables, positions) => tables.together.filter((row) => row.basis === 'full_year' && row.positions === positions && row.joint_kr);
const stepOf = (tables, measure, positions) => stepsOf(tables, positions).find((row) => row.measure === measure);
const bestStep = (tables, positions) => Math.max(...stepsOf(tables, positions).map((row) => numberOf(row.joint_kr)));

// FTE above the level of the other municipality's schools, summed: "12,8 årsverk flere".
function fewerSchoolPosts(tables, language, municipality) {
  const rows = tables.schools.filter((row) => row.school_group === 'school' && row.municipality === municipality && row.above_other_fte);
  const fte = rows.reduce((sum, row) => sum + numberOf(row.above_other_fte), 0);
  const play = 0.005 * rows.length; // each is rounded
  const say = (shown) => words(language, `${shown.replace('.', ',')} årsverk ${fte < 0 ? 'flere' : 'færre'}`, `${shown} FTE ${fte < 0 ? 'more' : 'fewer'}`);
  return [...new Set([-play, play].map((away) => say((Math.abs(fte) + away).toFixed(1))))];
}

// Of every scenario: question, and its answer as a number of kroner or as words.
const EVERYWHERE = [
  ['Whose figures are these?', (tables) => tables.settings.place ?? tables.settings.title],
  ['Is this what the accounts say?', (tables, language) => words(language, 'ikke regnskapstall', 'not accounting figures')],
];

const QUESTIONS = {
  'rennebu-2024': [
    ['How much of the paper can be checked?', (tables) => kr(tables, 'modelled', 'target', 'claimed_kr')],
    ['What of it comes if nobody else leaves?', (tables) => kr(tables, 'modelled', 'target', 'kept_kr')],
    ['And if posts go?', (tables) => kr(tables, 'modelled', 'target', 'adjusted_kr')],
    ['What has nobody checked?', (tables) => kr(tables, 'taken_over', 'target', 'kept_kr')],
    ['What is the target?', (tables) => numberOf(tables.settings.target_kr)],
    ['How far is it from the target at best?', short],
    ['How many claims are not reached?', (tables, language) => `${verdicts(tables, 'not_reached')}${words(language, '✗ nås ikke', '✗ not reached')}`],
    ['What does it rest on?', (tables, language) => words(language, 'illustrasjon', 'illustration')],
  ],
  'karasjok-2023': [
    ['What is the most the proposals save?', (tables) => bestStep(tables, 'kept')],
    ['What does the full-time culture cost by itself?', (tables) => -numberOf(stepOf(tables, 'full_time_culture', 'kept').single_kr)],
    ['And together with the year rota?', (tables) => numberOf(stepOf(tables, 'full_time_culture', 'kept').joint_kr)],
    ['And if positions are adjusted?', (tables) => numberOf(stepOf(tables, 'full_time_culture', 'adjusted').joint_kr)],
  ],
  'skaun-malvik-sfo': [
    ["What does Malvik's norm cost in Skaun at the least?", (tables) => -numberOf(measureOf(tables, 'skaun_rule_malvik').kept_kr)],
    ['And at the most?', (tables) => -numberOf(measureOf(tables, 'skaun_rule_malvik').adjusted_kr)],
    ["What does Skaun's norm save in Malvik at the least?", (tables) => numberOf(measureOf(tables, 'malvik_rule_skaun').kept_kr)],
    ['And at the most, there?', (tables) => numberOf(measureOf(tables, 'malvik_rule_skaun').adjusted_kr)],
  ],
  'skaun-malvik-schools': [
    ["What would Skaun have at Malvik's level?", (tables, language) => fewerSchoolPosts(tables, language, 'skaun')],
    ["And Malvik at Skaun's?", (tables, language) => fewerSchoolPosts(tables, language, 'malvik')],
  ],
};

// What can be seen without scrolling.
const firstScreen = (page) =>
  page.evaluate(() => {
    scrollTo(0, 0);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      if (box.height && box.top >= 0 && box.bottom <= innerHeight) text += walker.currentNode.data;
    }
    return text;
  });

function settingsOf(scenario) {
  const text = fs.readFileSync(path.join(scenario, 'settings.csv'), 'utf8').replaceAll(/^(\uFEFF?)#.*\n/gm, '$1');
  return Object.fromEntries(csvRows(text).map((row) => [row.setting, row.value]));
}

export async function checkQuestions(page, folder, scenario, language, name) {
  const tables = { settings: settingsOf(scenario) };
  for (const table of ['sums', 'overview', 'joint', 'together', 'schools', 'effects']) {
    const file = path.join(folder, `${table}.csv`);
    tables[table] = fs.existsSync(file) ? csvRows(fs.readFileSync(file, 'utf8')) : [];
  }
  const plain = (text) => text.replaceAll(/[\s\u00A0\u202F]/g, '').replaceAll('\u2212', '-');
  const seen = plain(await firstScreen(page));
  for (const [question, answer] of [...EVERYWHERE, ...(QUESTIONS[path.basename(scenario)] ?? [])]) {
    const wanted = answer(tables, language);
    const found = [wanted].flat().some((text) => seen.includes(plain(typeof text === 'number' ? String(Math.round(text)) : text)));
    check(found, `${name}: ${question}`, wanted);
  }
}
