/** No room: the article that does not fit is rolled back, the reason is told, and what was saved before opens. */
import { expect, test } from 'vitest';
import type { SavedRecord } from '../../src/reader/copies/SavedRecord.ts';
import { isDrill } from '../support/isDrill.ts';
import { findRow } from './findRow.ts';
import { findLies, readStore, type StoredThings } from './inspectStore.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence, type OfflineContent, savedCategory } from './writeOfflineContent.ts';

/** Two pictures of 14 KB each: more than a megabyte; those that may only be shown count for 7 MB each. */
const manyPictures: OfflineContent = {
  count: 40,
  listPictures: (article) =>
    [0, 1].map(
      (index) =>
        `https://pictures.test/${article % 4 === 0 ? 'plain' : 'cors'}/${article}-${index}.png`,
    ),
};
/** A megabyte is filled by less. */
const world = isDrill ? setUpOffline('quota', manyPictures) : setUpOffline();

const rooms: readonly [string, number][] = [
  ['a megabyte', 1_000_000],
  ['no room at all', 1],
  ['50 megabytes', 50_000_000],
];

test.each(isDrill ? rooms : rooms.slice(0, 1))(
  '%s',
  async (_name, room) => {
    const reader = await world.newReader();
    const { page } = reader;
    await reader.open();
    await findRow(page, 39).click();
    await page.getByRole('button', { name: '收藏' }).click();
    await page.getByText('已可离线阅读').first().waitFor();
    const session = await reader.context.newCDPSession(page);
    const origin = new URL(world.server.url).origin;
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + room });

    await reader.open(`c/${encodeURI(savedCategory)}`);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '保存这个列表' });
    await dialog.getByRole('button', { name: '开始保存' }).click();
    await page.locator('.notice.is-run').getByText('空间已满').waitFor({ timeout: 30_000 });

    // Each article is whole, or nothing of it is there.
    await expect.poll(async () => findHalves(await readStore(page))).toEqual([]);
    await world.goOffline();
    await reader.open('saved');
    await findRow(page, 39).click();
    await page.locator('.article-body').getByText(buildSentence(39)).waitFor();

    // With room again all that was asked for can be had.
    await world.goOnline();
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await reader.open(`c/${encodeURI(savedCategory)}`);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await dialog.getByRole('button', { name: '开始保存' }).click();
    await expect
      .poll(async () => (await readStore(page)).records.filter(isWhole).length, { timeout: 30_000 })
      .toBe(40);
    const whole = await readStore(page);
    expect(findLies(whole)).toEqual([]);
  },
  120_000,
);

function isWhole({ text, pictures }: SavedRecord): boolean {
  return [text, ...pictures].every(({ state }) => state === 'saved');
}

function findHalves(stored: StoredThings): string[] {
  const halves = stored.records.filter(
    (record) => !isWhole(record) && !(record.text.state === 'waiting' && !record.pictures.length),
  );
  return [...findLies(stored), ...halves.map(({ summary }) => summary.title)];
}
