// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { copyTable } from '../../src/reader/tables/copyTable.ts';
import { nameRows } from '../../src/reader/tables/nameRows.ts';
import { nameColumn, readCell, readGrid } from '../../src/reader/tables/readGrid.ts';
import { listNumericColumns, readNumber } from '../../src/reader/tables/readNumber.ts';
import { buildSortedBody, type Order } from '../../src/reader/tables/sortRows.ts';
import { writeTableCsv } from '../../src/reader/tables/writeTableCsv.ts';

function buildTable(html: string): HTMLTableElement {
  const box = document.createElement('div');
  box.innerHTML = `<table>${html}</table>`;
  return box.querySelector('table') as HTMLTableElement;
}

const STATISTICS =
  '<caption>表</caption><thead><tr><th rowspan="2">项目</th><th colspan="2">总量（亿元）</th></tr>' +
  '<tr><th>初步核算</th><th>最终核实</th></tr></thead><tbody>' +
  '<tr><td>第一产业</td><td>77,754</td><td>-5</td></tr><tr><td>第二产业</td><td>384255</td><td>12.5%</td></tr>' +
  '<tr><td>=1+1</td><td>—</td><td></td></tr><tr><td colspan="3">注：某</td></tr></tbody>';

const readFirst = (table: HTMLTableElement, order: Order) =>
  [...buildSortedBody(readGrid(table), order).rows].map((row) => readCell(row.cells[0]));

test('a cell that spans stands at each of its places, and no further than its part of the table', () => {
  const grid = readGrid(buildTable(STATISTICS));
  expect(grid.rows.map((row) => row.map(readCell))).toEqual([
    ['项目', '总量（亿元）', '总量（亿元）'],
    ['项目', '初步核算', '最终核实'],
    ['第一产业', '77,754', '-5'],
    ['第二产业', '384255', '12.5%'],
    ['=1+1', '—', ''],
    ['注：某', '注：某', '注：某'],
  ]);
  expect(grid).toMatchObject({ headRows: 2, columns: 3 });
  expect(nameColumn(grid, 1)).toBe('总量（亿元） 初步核算');
  const deep = '<thead><tr><th rowspan="9">甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody>';
  expect(readGrid(buildTable(deep)).rows.map((row) => row.map(readCell))).toEqual([['甲'], ['乙']]);
  const wide = '<tr><td colspan="1000">甲</td></tr>';
  expect(readGrid(buildTable(wide)).columns).toBe(200);
});

test.each([
  ['79750.1', 79750.1],
  ['1,015,986', 1015986],
  ['－6.79', -6.79],
  ['−2,419', -2419],
  ['38.0%', 38],
  ['6.17万亿元', 6.17e12],
  ['1.86倍', 1.86],
  ['４２', 42],
  ['1—11月', undefined],
  ['2021-11-26', undefined],
  ['—', undefined],
  ['', undefined],
  ['第3组', undefined],
])('%s is read as %s', (words, value) => {
  expect(readNumber(words)).toBe(value);
});

describe('sorting', () => {
  test('numbers by their size, words behind them, empty cells and notes last', () => {
    const table = buildTable(STATISTICS);
    const [up, down] = ['ascending', 'descending'] as const;
    expect(readFirst(table, { column: 2, direction: up })).toEqual([
      '第一产业',
      '第二产业',
      '=1+1',
      '注：某',
    ]);
    expect(readFirst(table, { column: 2, direction: down })).toEqual([
      '第二产业',
      '第一产业',
      '=1+1',
      '注：某',
    ]);
    expect(readFirst(table, { column: 1, direction: up })).toEqual([
      '第一产业',
      '第二产业',
      '=1+1',
      '注：某',
    ]);
  });

  test('a cell that spans rows comes with each of them', () => {
    const table = buildTable(
      '<tr><td rowspan="2">甲</td><td>2</td></tr><tr><td>1</td></tr><tr><td>乙</td><td>0</td></tr>',
    );
    const body = buildSortedBody(readGrid(table), { column: 1, direction: 'ascending' });
    expect([...body.rows].map((row) => [...row.cells].map(readCell))).toEqual([
      ['乙', '0'],
      ['甲', '1'],
      ['甲', '2'],
    ]);
  });
});

test('columns of numbers are told from those of words', () => {
  expect(listNumericColumns(readGrid(buildTable(STATISTICS)))).toEqual([1, 2]);
});

test('CSV has one line for the head, plain numbers, and no formula', () => {
  expect(writeTableCsv(readGrid(buildTable(STATISTICS)))).toBe(
    [
      '项目,总量（亿元） 初步核算,总量（亿元） 最终核实',
      '第一产业,77754,-5',
      '第二产业,384255,12.5%',
      "'=1+1,—,",
      '注：某,注：某,注：某',
      '',
    ].join('\r\n'),
  );
  const quoted = buildTable('<tr><td>说“,”</td><td>"引"</td><td>-甲</td></tr>');
  expect(writeTableCsv(readGrid(quoted))).toBe(`"说“,”","""引""",'-甲\r\n`);
});

test('rows have headers where the table has a head; a note over all columns is none', () => {
  const table = buildTable(STATISTICS);
  nameRows(table);
  const names = [...table.querySelectorAll('[role="rowheader"]')].map((cell) => cell.textContent);
  expect(names).toEqual(['第一产业', '第二产业', '=1+1']);
  expect(table.querySelectorAll('.is-name')).toHaveLength(4);
  const plain = buildTable('<tr><td>甲</td><td>乙</td></tr>');
  nameRows(plain);
  expect(plain.querySelector('[role]')).toBeNull();
});

test('a copy sorts by its lowest cells of the head, and takes nothing that is the article’s own', () => {
  const original = buildTable(
    `${STATISTICS}<tbody><tr><td><a id="note-1" href="#note-2">1</a></td><td><img alt="甲" role="button" tabindex="0"></td><td></td></tr></tbody>`,
  );
  const before = original.outerHTML;
  const table = copyTable(original);
  expect([...table.querySelectorAll('.sort-button')].map((each) => each.textContent)).toEqual([
    '项目',
    '初步核算',
    '最终核实',
  ]);
  expect(table.caption).toBeNull();
  expect(table.querySelector('[id], img[role], img[tabindex]')).toBeNull();
  expect(original.outerHTML).toBe(before);
});
