// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the report: searches, sorts and filters the measures, opens the folds, and shows tables in kroner or in thousands. It moves and
// hides what is there, and makes no element of a text; without it everything is shown. It goes into the page as it stands: no
// less-than sign and no ampersand.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const ask = document.querySelector('.ask');
  if (!ask) return;
  const control = (name) => ask.querySelector(`[data-ask="${name}"]`);
  const language = document.documentElement.lang;
  const table = document.querySelector('table.overview');
  const rows = table ? [...table.tBodies[0].rows] : [];
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();

  // The number of a cell as it was written, null where it is none.
  const number = (cell) => {
    const written = cell.dataset.sort ?? cell.dataset.kr ?? text(cell);
    const digits = written.replace(/\s/g, '').replace('\u2212', '-').replace(',', '.');
    return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : null;
  };

  // ---------------------------------------------------------------- search and filter

  const verdictOf = (row) => text(row.querySelector('.badge')).replace(/^\S /, '');

  const show = () => {
    const words = control('search').value.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
    const verdict = control('verdict').value;
    let shown = 0;
    for (const row of rows) {
      const has = text(row).toLocaleLowerCase(language);
      const fits = [verdict === '' || verdictOf(row) === verdict, ...words.map((word) => has.includes(word))].every(Boolean);
      row.classList.toggle('left-out', !fits);
      shown += fits ? 1 : 0;
    }
    control('count').textContent = control('count').dataset.text.replace('%1', shown).replace('%2', rows.length);
  };

  const offerVerdicts = () => {
    for (const verdict of new Set(rows.map(verdictOf))) {
      const option = document.createElement('option');
      option.value = option.textContent = verdict;
      control('verdict').append(option);
    }
  };

  // ---------------------------------------------------------------- sort

  // Rows without a number stand last either way.
  const compare = (column, turn) => (one, other) => {
    const [a, b] = [one.cells[column], other.cells[column]];
    const [x, y] = [number(a), number(b)];
    if (x !== null) return y === null ? -1 : turn * (x - y);
    return y === null ? turn * text(a).localeCompare(text(b), language) : 1;
  };

  const sort = (head) => {
    const turn = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    for (const other of head.parentElement.cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', turn === 1 ? 'ascending' : 'descending');
    table.tBodies[0].append(...rows.slice().sort(compare(head.cellIndex, turn)));
  };

  const makeSortable = (head) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sort(head));
  };

  // ---------------------------------------------------------------- kroner and thousands

  const inThousands = (written) => {
    const thousands = Math.round(Number(written.replace(/[^\d,.]/g, '').replace(',', '.')) / 1000);
    const sign = thousands === 0 ? '' : written.replace(/[\d\s,.].*$/, '');
    return sign + String(thousands).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  };

  const write = (element, name, change, on) => {
    element.dataset[name] ??= element.textContent;
    element.textContent = on ? change(element.dataset[name]) : element.dataset[name];
  };

  // Columns whose heading says that they are kroner, of tables with one row of headings.
  const columnsInKroner = () => {
    const plain = all('table').filter((t) => t.tHead?.rows.length === 1).filter((t) => all('[colspan], [rowspan]', t).length === 0);
    return plain.flatMap((t) => [...t.tHead.rows[0].cells].filter((head) => / kr$/.test(text(head))).map((head) => [t, head]));
  };

  const switchKroner = (button, columns) => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', on);
    for (const [of, head] of columns) {
      write(head.querySelector('button') ?? head, 'heading', (heading) => heading.replace(/kr\s*$/, '1000\u00a0kr'), on);
      for (const row of of.tBodies[0].rows) {
        const cell = row.cells[head.cellIndex];
        if (cell ? number(cell) !== null : false) write(cell, 'kr', inThousands, on);
      }
    }
  };

  // ---------------------------------------------------------------- folds

  const fold = (button) => {
    const open = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', open);
    for (const one of all('details')) one.open = open;
  };

  // ----------------------------------------------------------------

  const press = (name, wanted, act) => {
    const button = control(name);
    button.hidden = !wanted;
    button.addEventListener('click', () => act(button));
  };
  const kroner = columnsInKroner();
  press('thousands', kroner.length, (button) => switchKroner(button, kroner));
  press('folds', all('details').length, fold);
  if (rows.length > 1) {
    offerVerdicts();
    [...table.tHead.rows[0].cells].forEach(makeSortable);
    control('search').addEventListener('input', show);
    control('verdict').addEventListener('input', show);
    show();
  } else {
    for (const label of all('label, output', ask)) label.hidden = true;
  }
  ask.hidden = false;
})();
