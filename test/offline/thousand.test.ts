/**
 * Saving a thousand articles: the page stays quick and says how far it is. `npm run drill -- thousand`; times are
 * only printed.
 */
import { expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { findLies, readStore } from './inspectStore.ts';
import { setUpOffline } from './setUpOffline.ts';
import { savedCategory } from './writeOfflineContent.ts';

const count = 1000;
const world = setUpOffline('many', {
  count,
  listPictures: (article) =>
    article % 5 === 0 ? [`https://pictures.test/cors/${article}.png`] : [],
});

test.runIf(isDrill)(
  'tells its progress and holds nothing up',
  async () => {
    const reader = await world.newReader();
    const { page } = reader;
    await reader.open(`c/${encodeURI(savedCategory)}`);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '保存这个列表' });
    await dialog.getByText('篇文章').waitFor();
    await page.evaluate(() => {
      const seen = { tasks: [] as number[], told: [performance.now()] };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        seen.tasks.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ type: 'longtask' });
      new MutationObserver(() => {
        if (document.querySelector('.notice.is-run')) seen.told.push(performance.now());
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await dialog.getByRole('button', { name: '开始保存' }).click();
    // Not by reading the store: that would be a long task of its own.
    const run = page.getByRole('region', { name: '保存进度' });
    await run.waitFor();
    await run.waitFor({ state: 'detached', timeout: 240_000 });
    const { tasks, told } = await page.evaluate(
      () => (window as unknown as { seen: { tasks: number[]; told: number[] } }).seen,
    );
    const gaps = told.slice(1).map((time, index) => time - (told[index] ?? time));
    process.stdout.write(
      `${count} articles: told ${gaps.length} times, at most ${Math.max(0, ...gaps).toFixed(0)} ms apart; ` +
        `tasks over 50 ms: ${tasks.map((time) => time.toFixed(0)).join(', ') || 'none'}\n`,
    );
    expect(gaps.length).toBeGreaterThan(0);
    const stored = await readStore(page);
    expect(stored.records.filter(({ savedAt }) => savedAt !== undefined)).toHaveLength(count);
    expect(findLies(stored)).toEqual([]);
  },
  300_000,
);
