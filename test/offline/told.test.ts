/** What happens to saved articles is said once, in words that a screen reader gets too, and nothing else is. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readStore } from './inspectStore.ts';
import { setUpOffline } from './setUpOffline.ts';
import { savedCategory } from './writeOfflineContent.ts';

const COUNT = 100;
const world = setUpOffline(
  'hundred',
  { count: COUNT, listPictures: () => [] },
  { PAGES: 'off', SEARCH: 'off' },
);
const address = `c/${encodeURI(savedCategory)}`;

/** Notes what is added to the notices' live region from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (!element?.closest('[aria-live="polite"]')) continue;
        if (type === 'characterData') said.push(target.textContent ?? '');
        for (const node of addedNodes) {
          const sentence = node instanceof Element ? (node.querySelector('span') ?? node) : node;
          said.push(sentence.textContent ?? '');
        }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

test('begun, paused, going on, finished, cancelled, deleted', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const start = page.getByRole('button', { name: '开始保存' });
  await start.waitFor();
  const readSaid = await listen(page);
  // So slow that there is time to press.
  world.server.setFault((path) => (path.includes('/articles/') ? { delay: 600 } : undefined));
  await start.click();
  const run = page.getByRole('region', { name: '保存进度' });
  await expect.poll(() => run.textContent()).toMatch(/正在保存 [1-9]\d*\/100 篇/);
  await run.getByRole('button', { name: '暂停' }).click();
  await run.getByText(/已暂停 \d+\/100 篇/).waitFor();
  await run.getByRole('button', { name: '继续' }).click();
  await run.getByText(/正在保存 \d+\/100 篇/).waitFor();
  await run.getByRole('button', { name: '取消' }).click();
  await run.waitFor({ state: 'detached' });
  const { records } = await readStore(page);
  const kept = records.length;
  await expect.poll(async () => (await readSaid()).length).toBe(4);

  world.server.setFault();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await start.click();
  await run.waitFor();
  await run.waitFor({ state: 'detached', timeout: 60_000 });
  const left = COUNT - kept;
  const first = [`开始保存 ${COUNT} 篇。`, '已暂停保存。', '接着保存。'];
  const cancelled = `已取消：${left} 篇不再保存，已经保存的还在。`;
  const second = [`开始保存 ${left} 篇。`, `${left} 篇已经保存，没有网络也能读。`];
  await expect.poll(readSaid).toEqual([...first, cancelled, ...second]);

  await page.getByRole('link', { name: '离线', exact: true }).first().click();
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByRole('button', { name: '真的全部删除？' }).click();
  await page.getByText('还没有保存文章').waitFor();
  await expect
    .poll(readSaid)
    .toEqual([...first, cancelled, ...second, `已删除 ${COUNT} 篇的离线内容。`]);
}, 120_000);
