import { expect, test } from 'vitest';
import { findOnPage, readHeading } from './findOnPage.ts';
import { buildCategoryAddress } from './readArchive.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** The same site below a path of its host. */
const journey = setUpJourney(() => ({ base: '/news/' }));

test('a deep link opens with its pictures, and every way on stays below the base', async () => {
  const found = journey.archive.articles.find(({ images }) =>
    images[0]?.src.startsWith('archive/images/'),
  );
  const page = await journey.visit(`a/${found?.id}`);
  await eventually(() => readHeading(page)).toBe(found?.title);
  const picture = findOnPage.article(page).locator('img').first();
  await picture.scrollIntoViewIfNeeded();
  await eventually(() =>
    picture.evaluate((it: HTMLImageElement) => it.complete && it.naturalWidth > 0),
  ).toBe(true);

  await findOnPage.neighbour(page, '下一篇').click();
  await eventually(() => readHeading(page)).not.toBe(found?.title);
  expect(new URL(page.url()).pathname).toMatch(/^\/news\/a\/\w+$/);
  await page.goBack();
  await eventually(() => readHeading(page)).toBe(found?.title);

  await findOnPage.main(page, '全部文章').click();
  await eventually(() => readHeading(page)).toBe('全部文章');
  expect(new URL(page.url()).pathname).toBe('/news/');
  await findOnPage.tree(page).getByRole('link', { name: /^资讯/ }).click();
  await eventually(() => readHeading(page)).toBe('资讯');
  const address = `/news/${buildCategoryAddress('编程/开源中国/资讯')}`;
  expect(new URL(page.url()).pathname).toBe(address);
  await page.reload({ waitUntil: 'commit' });
  await eventually(() => readHeading(page)).toBe('资讯');
  const thumbnail = findOnPage.list(page).locator('img').first();
  await eventually(() => thumbnail.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(960);
  await findOnPage.main(page, '收藏夹').click();
  await eventually(() => new URL(page.url()).pathname).toBe('/news/saved');

  await page.goto(`${journey.server.url}nowhere`, { waitUntil: 'commit' });
  await eventually(() => readHeading(page)).toBe('找不到这一页');
  await page.getByRole('main').getByRole('link', { name: '去看全部文章' }).click();
  await findOnPage.row(page, journey.archive.articles[0]?.title).waitFor();
  expect(journey.server.requests.filter((path) => !path.startsWith('/news/'))).toEqual([]);
});
