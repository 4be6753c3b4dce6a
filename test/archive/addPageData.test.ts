/** The pages carry the files of their first screen, and nothing in the data can end the block it stands in. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPageData } from '../../src/archive/output/addPageData.ts';
import { PAGE_DATA_ID } from '../../src/model/archivePaths.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cangbao-page-'));
  writeFileSync(
    join(folder, 'index.html'),
    '<html><head></head><body><div id="root"></div></body></html>',
  );
  mkdirSync(join(folder, 'archive/lists/all'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a list of `count` articles, the last `undatedCount` of them without a date. */
function writeList(count: number, undatedCount = 0, title = '题'): void {
  const root = { path: '', name: '', count, list: 'all', children: [] };
  const lists = { all: { count, undatedCount, months: [] } };
  writeFileSync(
    join(folder, 'archive/catalogue.json'),
    JSON.stringify({ version: 1, root, lists }),
  );
  for (let page = 1; (page - 1) * 100 < count; page++) {
    writeFileSync(join(folder, `archive/lists/all/${page}.json`), JSON.stringify([{ title }]));
  }
}

function readData(page: string): Record<string, unknown> {
  const blocks: string[] = [];
  const visit = (node: unknown) => {
    const { attrs = [], childNodes = [] } = node as {
      attrs?: { value: string }[];
      childNodes?: unknown[];
    };
    if (attrs.some(({ value }) => value === PAGE_DATA_ID))
      blocks.push((childNodes[0] as { value: string }).value);
    childNodes.forEach(visit);
  };
  visit(parse(readFileSync(join(folder, page), 'utf8')));
  expect(blocks).toHaveLength(1);
  return JSON.parse(blocks[0] ?? '') as Record<string, unknown>;
}

test.each([
  [0, 0, []],
  [34, 0, [1]],
  [100, 0, [1]],
  [101, 0, [2, 1]],
  [129, 0, [2, 1]],
  [130, 0, [2]],
  [20_000, 0, [200]],
  // The undated stand behind the dated ones; the newest is the last with a date.
  [250, 120, [2]],
  [40, 40, [1]],
  [250, 250, [1]],
])('%i articles, %i without a date: pages %j', (count, undated, pages) => {
  writeList(count, undated);
  addPageData(folder);
  const paths = pages.map((page) => `archive/lists/all/${page}.json`);
  expect(Object.keys(readData('index.html')).sort()).toEqual(
    ['archive/catalogue.json', ...paths].sort(),
  );
  expect(Object.keys(readData('404.html'))).toEqual(['archive/catalogue.json']);
});

test('a title can not end the data', () => {
  const title = '</script><script>alert(1)</script><!--';
  writeList(1, 0, title);
  addPageData(folder);
  expect(readData('index.html')['archive/lists/all/1.json']).toEqual([{ title }]);
});

test('only the page for links asks for the reading view', () => {
  writeList(1);
  addPageData(folder, { readingView: ['/assets/a.js', '/assets/a.css'] });
  expect(readFileSync(join(folder, '404.html'), 'utf8')).toContain(
    'rel="modulepreload" crossorigin href="/assets/a.js"',
  );
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toContain('/assets/a.js');
});
