/**
 * What changes on the site reaches saved copies, and nothing else does; a page that is open learns of another build.
 */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../bench/createRandom.ts';
import { isDrill } from '../support/isDrill.ts';
import type { Fault } from '../support/startServer.ts';
import { readStore } from './inspectStore.ts';
import { readSight } from './LivingReader.ts';
import { type LivingBuild, LivingSite } from './LivingSite.ts';
import { setUpOffline } from './setUpOffline.ts';

const world = setUpOffline();
let site: LivingSite;

beforeEach(async () => {
  site = new LivingSite(world.folder);
  site.add(createRandom(7), 12);
  await publish();
});
afterEach(() => site.dispose());

async function publish(): Promise<LivingBuild> {
  const build = await site.publish();
  world.server.setFolder(build.folder);
  return build;
}

const row = (page: Page, number: number, draft = 1) =>
  page.getByRole('list', { name: '文章列表' }).getByRole('link', {
    name: `第${number}号报道${draft > 1 ? `（第${draft}稿）` : ''}`,
    exact: true,
  });
const body = (page: Page, number: number, draft: number) =>
  page.locator('.article-body').getByText(`第${number}号报道第${draft}稿的正文`);

/** Opens the site and saves an article by bookmarking it. */
async function newReaderWith(number: number) {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open('');
  await row(page, number).click();
  await body(page, number, 1).waitFor();
  await page.getByRole('button', { name: '收藏', exact: true }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
  return reader;
}

test('what was corrected is the site’s text, and says so until it was read; 检查 tells it from damage and renews it', async () => {
  const reader = await newReaderWith(5);
  const { page } = reader;
  await row(page, 6).click();
  await body(page, 6, 1).waitFor();
  await page.getByRole('button', { name: '收藏', exact: true }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
  site.rewrite(5, true);
  await publish();
  await reader.open('saved');
  await row(page, 5).click();
  await body(page, 5, 2).waitFor();
  await page.getByText(/内容已更新（20\d\d年\d+月\d+日）/).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('第5号报道（第2稿）');
  const countUpdated = async () =>
    (await readStore(page)).records.filter(({ updatedAt }) => updatedAt !== undefined).length;
  await expect.poll(countUpdated).toBe(0);

  site.rewrite(6, false);
  await publish();
  await reader.open('offline');
  const check = page.getByRole('button', { name: '检查', exact: true });
  await check.click();
  await page.getByText('检查了 2 篇，全部完好。有 1 篇网站上有更新，已换成新的。').waitFor();
  await check.click();
  await page.getByText('检查了 2 篇，全部完好。', { exact: true }).waitFor();

  await world.goOffline();
  await reader.open('saved');
  await row(page, 5, 2).click();
  await body(page, 5, 2).waitFor();
  expect(await page.getByText('内容已更新').count()).toBe(0);
  await row(page, 6).click();
  await body(page, 6, 2).waitFor();
  await page.getByText('内容已更新').waitFor();
  await reader.open(`search?q=${encodeURIComponent('第2稿的正文')}`);
  await page.getByText('只找了已保存的 2 篇').waitFor();
  await row(page, 5, 2).waitFor();
});

const faults: [string, Fault][] = [
  ['an error', { status: 500 }],
  ['no such file', { status: 404 }],
  ['a page', { body: '<!doctype html><title>404</title>' }],
  ['half a file', { body: '{"hash":"AAAAAAAAAAAAAAAAAAAAAAAA","id":"' }],
  ['no answer', 'close'],
];

test.runIf(isDrill)('a good copy outlives whatever the host answers in its place', async () => {
  const reader = await newReaderWith(5);
  const { page } = reader;
  const [id] = (await readStore(page)).records.map((record) => record.id);
  for (const [, fault] of faults) {
    world.server.setFault((path) => (path.includes('/articles/') ? fault : undefined));
    const asked = world.server.requests.length;
    await reader.open(`a/${id}`);
    await body(page, 5, 1).waitFor();
    await expect
      .poll(() => world.server.requests.slice(asked).filter((path) => path.includes(`${id}.json`)))
      .not.toEqual([]);
    await page.waitForTimeout(300);
    await body(page, 5, 1).waitFor();
    expect((await readStore(page)).records.map(({ text }) => text.state)).toEqual(['saved']);
  }
});

test('a page left open says that there is something new, and moves nothing until it is asked to', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open('');
  await row(page, 11).waitFor();
  await page.keyboard.press('Shift');
  await page.waitForTimeout(3100);
  // The line below the panes takes some room from them: the last rows are left out.
  const read = async () => {
    const { rows, ...rest } = await readSight(page);
    return { ...rest, rows: rows.slice(0, 8) };
  };
  const before = await read();
  const top = await row(page, 11).boundingBox();
  site.add(createRandom(8), 1);
  await publish();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('有新内容').waitFor();
  expect(await read()).toEqual({ ...before, hasNotice: true });
  expect(await row(page, 11).boundingBox()).toEqual(top);
  await page.getByRole('button', { name: '刷新' }).click();
  await row(page, 12).waitFor();
  await page.getByText('共 13 篇', { exact: true }).waitFor();
  expect(await page.getByText('有新内容').count()).toBe(0);
});

test.runIf(isDrill)(
  'an article that the list has and the host not yet is no loss: 重试 opens it later',
  async () => {
    const reader = await world.newReader();
    const { page } = reader;
    await reader.open('');
    await row(page, 11).waitFor();
    site.add(createRandom(9), 1);
    const build = await publish();
    const [id = ''] = [...build.articles].find(([, { title }]) => title === '第12号报道') ?? [];
    world.server.setFault((path) => (path.includes(id) ? { status: 404 } : undefined));
    await reader.open('');
    await row(page, 12).click();
    const alert = page.getByRole('alert');
    await alert.getByText('网站正在更新').waitFor();
    expect(await page.getByText('不在档案里').count()).toBe(0);
    world.server.setFault();
    await alert.getByRole('button', { name: '重试' }).click();
    await body(page, 12, 1).waitFor();
  },
);

test('without a worker, half of an upload is words with 重试, never the rows of another build', async () => {
  world.server.setFault((path) => (path === '/sw.js' ? { status: 404 } : undefined));
  const reader = await world.newReader();
  const { page } = reader;
  const before = await site.publish();
  site.add(createRandom(10), 2, true);
  const after = await site.publish();
  world.server.setFolder(before.folder);
  await reader.open(`c/${encodeURIComponent('日报')}`);
  await row(page, 11).waitFor();
  world.server.setFault((path) => {
    if (path === '/sw.js') return { status: 404 };
    return path.includes('/lists/') ? { body: '[]' } : undefined;
  });
  world.server.setFolder(after.folder);
  await reader.open(`c/${encodeURIComponent('日报')}`);
  const alert = page.getByRole('alert').first();
  await alert.getByText('网站正在更新').waitFor();
  expect((await readSight(page)).rows).toEqual([]);
  world.server.setFault((path) => (path === '/sw.js' ? { status: 404 } : undefined));
  await alert.getByRole('button', { name: '重试' }).click();
  await expect.poll(async () => (await readSight(page)).rows.length).toBeGreaterThan(5);
});
