/** What is printed: every figure of every table, all code, one line for a picture that is not there. */
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runFolderVariable } from '../support/buildSite.ts';
import { isDrill } from '../support/isDrill.ts';
import { type PdfPage, readPdf } from '../support/readPdf.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

const SAMPLE = resolve(import.meta.dirname, '../../content');
const REAL = resolve(import.meta.dirname, '../../../shared/archive/金融');
const WIDE = '列数很多的表';

const journey = setUpJourney(async () => ({ content: await writeTables() }));

/** The sample, whose tables are as news sites write them; a real archive's where it lies beside; and wider ones. */
async function writeTables(): Promise<string> {
  const folder = await mkdtemp(join(process.env[runFolderVariable] ?? '', 'tables-'));
  await cp(SAMPLE, folder, { recursive: true });
  await cp(REAL, join(folder, '金融'), { recursive: true }).catch(() => undefined);
  await mkdir(join(folder, '杂项'), { recursive: true });
  const body = [7, 9, 14, 30].map((columns) => `<h2>第 ${columns} 种</h2>${buildTable(columns)}`);
  const code = `<pre>${'code that goes on and on '.repeat(40)}END-OF-CODE</pre>`;
  const picture =
    '<p><img src="https://n.sinaimg.cn/a/w600h400/1.jpg" width="600" height="400"></p>';
  await writeFile(
    join(folder, '杂项', 'wide.md'),
    `---\ntitle: ${WIDE}\ncategories:\n - 杂项\ndate: Tue, 15 Nov 2022 03:00:00 GMT\n---\n\n` +
      `<div>${body.join('')}${code}${picture}<p>LAST-WORDS</p></div>\n`,
  );
  return folder;
}

/** Two rows of head, names of rows, and figures like those of statistics. */
function buildTable(columns: number): string {
  const places = Array.from({ length: columns - 1 }, (_, column) => column);
  const head = places.map((column) => `<td>COL${column} 亿元</td>`).join('');
  const row = (line: number) =>
    places
      .map((column) => `<td>${(1143083.8 + line * 977 + column * 3119).toFixed(1)}</td>`)
      .join('');
  const rows = Array.from(
    { length: 20 },
    (_, line) => `<tr><td>第${line}行的名称</td>${row(line)}</tr>`,
  );
  return (
    `<table><caption>TABLE-${columns}</caption><tr><td rowspan="2">分组</td>` +
    `<td colspan="${columns - 1}">营业收入</td></tr><tr>${head}</tr>${rows.join('')}</table>`
  );
}

/** The printable Latin of a text: not every machine has Chinese letters to print. */
const keepLatin = (text: string) => text.normalize('NFKC').replace(/[^!-~]/g, '');

async function print(page: Page): Promise<{ pages: PdfPage[]; text: string }> {
  const pages = await readPdf(await page.pdf({ format: 'A4' }));
  return {
    pages,
    text: keepLatin(pages.flatMap((each) => each.pieces.map((it) => it.text)).join('')),
  };
}

function readRows(page: Page): Promise<string[]> {
  return page.$$eval('.article-body tr', (rows) => rows.map((row) => row.textContent));
}

async function open(id: string | undefined): Promise<Page> {
  const page = await journey.visit(`a/${id}`, { pictures: 'fail' });
  await page.locator('.article-body > *').first().waitFor();
  return page;
}

test('every cell of every table stands on the paper, whole', { timeout: 240_000 }, async () => {
  const withTables = journey.archive.articles.filter(({ html }) => html.includes('<table'));
  expect(withTables.length).toBeGreaterThan(10);
  // A sample: the widest tables of all, and one of four of the others.
  const chosen = withTables.filter(({ title }, at) => isDrill || title === WIDE || at % 4 === 0);
  const page = await journey.visit('icon.svg', { pictures: 'fail' });
  for (const { id, title } of chosen) {
    await page.goto(`${journey.server.url}a/${id}`, { waitUntil: 'commit' });
    await page.locator('.article-body > *').first().waitFor();
    const rows = (await readRows(page)).map(keepLatin);
    const { pages, text } = await print(page);
    expect(
      rows.filter((row) => !text.includes(row)),
      title,
    ).toEqual([]);
    for (const { width, pieces } of pages)
      expect(pieces.filter(({ left, right }) => left < 0 || right > width)).toEqual([]);
  }
});

test('without a script every row of a wide table is whole, too', async () => {
  const id = journey.archive.articles.find(({ title }) => title === WIDE)?.id;
  const first = await journey.visit('', { mayFail: /assets/ });
  const page = await first.context().newPage();
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
  await page.goto(`${journey.server.url}a/${id}`);
  await page.locator('.is-drawn .article-body tr').first().waitFor();
  const rows = (await readRows(page)).map(keepLatin);
  const { text } = await print(page);
  expect(rows.filter((row) => !text.includes(row))).toEqual([]);
});

test('the sheet is turned for the widest tables alone; code comes whole, a dead picture in a line', async () => {
  const page = await open(journey.archive.articles.find(({ title }) => title === WIDE)?.id);
  await page.locator('.article-body .dead-picture').scrollIntoViewIfNeeded();
  await eventually(() => page.locator('.dead-picture').count()).toBe(1);
  const { pages, text } = await print(page);
  const turned = pages.map(({ width, height }) => width > height);
  expect(turned[0]).toBe(false);
  expect(turned).toContain(true);
  expect(turned.at(-1)).toBe(false);
  expect(text).toContain('END-OF-CODE');
  expect(text).toContain('LAST-WORDS');
  await page.emulateMedia({ media: 'print' });
  const notice = await page.locator('.dead-picture').boundingBox();
  expect(notice?.height).toBeLessThan(32);
});
