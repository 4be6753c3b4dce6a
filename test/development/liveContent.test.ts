/**
 * While one works on the content, the open page follows: a file that is edited, added or removed shows without a
 * reload by hand.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/launchBrowser.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

let content: string;
let vite: ChildProcess;
let browser: Browser;
let page: Page;
let address: string;

function writeArticle(name: string, title: string, day: number): void {
  const folder = join(content, '金融/新浪财经');
  mkdirSync(folder, { recursive: true });
  const header = `title: '${title}'\ncategories: \n - 金融\n - 新浪财经\ndate: 2022-05-${day} 08:00:00`;
  writeFileSync(join(folder, `${name}.md`), `\n---\n${header}\n---\n<p>　　${title}的正文。</p>`);
}

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'cangbao-live-'));
  writeArticle('甲', '第一篇', 10);
  writeArticle('乙', '第二篇', 11);
  vite = spawn(process.execPath, [join(PROJECT, 'node_modules/vite/bin/vite.js'), '--port', '0'], {
    cwd: PROJECT,
    env: {
      ...process.env,
      CONTENT_DIR: content,
      NODE_ENV: 'development',
      VITEST: undefined,
      NO_COLOR: '1',
    },
  });
  address = await new Promise<string>((done, fail) => {
    let output = '';
    const read = (data: Buffer) => {
      output += data;
      const found = /http:\/\/localhost:\d+\//.exec(output)?.[0];
      if (found) done(found);
    };
    vite.stdout?.on('data', read);
    vite.stderr?.on('data', read);
    vite.once('exit', () => fail(new Error(`vite has ended: ${output}`)));
  });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(address);
});

afterAll(async () => {
  await browser?.close();
  vite?.kill();
  rmSync(content, { recursive: true, force: true });
});

test('the list follows the folder', async () => {
  const link = (name: string) =>
    page.getByRole('list', { name: '文章列表' }).getByRole('link', { name });
  await link('第二篇').waitFor();
  const loadedAt = await page.evaluate(() => performance.timeOrigin);

  writeArticle('丙', '第三篇', 12);
  await link('第三篇').waitFor();
  await page.getByRole('status').filter({ hasText: '共 3 篇' }).waitFor();

  writeArticle('乙', '改过的第二篇', 11);
  await link('改过的第二篇').waitFor();

  rmSync(join(content, '金融/新浪财经/甲.md'));
  await link('第一篇').waitFor({ state: 'detached' });

  await link('改过的第二篇').click();
  // The list shows the same words as its excerpt.
  const reading = page.getByRole('region', { name: '阅读' });
  await reading.getByText('改过的第二篇的正文。').waitFor();
  writeArticle('乙', '再改一次', 11);
  await reading.getByText('再改一次的正文。').waitFor();
  // All of it in one page that was never loaded again.
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
});
