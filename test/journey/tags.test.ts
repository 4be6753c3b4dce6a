/** From the tags of an article to their lists: as a category's, of one build, and with a way on where there is none. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus, readHeading, readRows } from './findOnPage.ts';
import { eventually, setUpJourney, sizes } from './setUpJourney.ts';
import {
  buildTaggedSites,
  buildWideTitle,
  narrowTag,
  oddTag,
  type TaggedSites,
  wideTag,
} from './writeTaggedContent.ts';

let sites: TaggedSites;
const journey = setUpJourney(async () => {
  sites = await buildTaggedSites();
  return sites.site;
});

const findTag = (page: Page, name: string) =>
  findOnPage
    .article(page)
    .getByRole('list', { name: '标签', exact: true })
    .getByRole('link', { name, exact: true });
const findUpdate = (page: Page) => page.getByRole('button', { name: '刷新', exact: true });
const buildTagAddress = (name: string) => `t/${encodeURIComponent(name)}`;

/** Opens the article that has four tags, from the list of its category. */
async function openTagged(page: Page): Promise<void> {
  const title = buildWideTitle(126);
  await findOnPage.row(page, title).click();
  await findOnPage.article(page).getByText(`《${title}》的第30段`).waitFor();
}

const category = `c/${encodeURIComponent('甲地')}`;

test.each(Object.keys(sizes) as (keyof typeof sizes)[])(
  'a tag of an article leads to its list, and Back to the same place (%s)',
  async (size) => {
    const page = await journey.visit(category, { size });
    await openTagged(page);
    const tag = findTag(page, wideTag);
    await tag.scrollIntoViewIfNeeded();
    const { width = 0, height = 0, y } = (await tag.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await tag.click();

    await eventually(() => readHeading(page)).toBe('标签：港口');
    expect(new URL(page.url()).pathname).toBe(`/${buildTagAddress(wideTag)}`);
    await eventually(() => findOnPage.status(page).innerText()).toBe('共 130 篇');
    await eventually(() => page.title()).toBe('标签：港口 · 藏报');
    await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);
    const rows = await readRows(page);
    expect(rows[0]).toMatchObject({ title: buildWideTitle(129), size: 130, position: 1 });
    expect(await page.getByRole('group', { name: '按月份跳转' }).count()).toBe(1);

    await page.goBack();
    await findTag(page, wideTag).waitFor();
    await eventually(async () => (await findTag(page, wideTag).boundingBox())?.y).toBeCloseTo(
      y ?? 0,
      -1,
    );
  },
);

test('an article opened from a tag stands in the tag’s list, after a reload, too', async () => {
  const page = await journey.visit(buildTagAddress('ai'));
  await eventually(() => readHeading(page)).toBe('标签：AI');
  expect((await readRows(page)).map(({ title }) => title)).toEqual([
    buildWideTitle(126),
    ...[4, 3, 2, 1].map((day) => `机器之谈${day}`),
  ]);
  await findOnPage.row(page, '机器之谈4').click();
  const check = async () => {
    await findOnPage.article(page).getByText('《机器之谈4》的第1段').waitFor();
    await eventually(() => findOnPage.status(page).first().innerText()).toBe('共 5 篇');
    await findOnPage
      .neighbour(page, '上一篇')
      .filter({ hasText: buildWideTitle(126) })
      .waitFor();
    await findOnPage.neighbour(page, '下一篇').filter({ hasText: '机器之谈3' }).waitFor();
    const row = findOnPage.row(page, '机器之谈4');
    await eventually(() => row.getAttribute('aria-current')).toBe('page');
  };
  await check();
  await page.reload({ waitUntil: 'commit' });
  await check();
  await findOnPage.neighbour(page, '下一篇').click();
  await findOnPage.article(page).getByText('《机器之谈3》的第1段').waitFor();
  await page.keyboard.press('u');
  await eventually(() => readHeading(page)).toBe('标签：AI');
  await eventually(() => hasFocus(findOnPage.row(page, '机器之谈3'))).toBe(true);
});

test('what is read, all at once, too, and the order are those of every list', async () => {
  const page = await journey.visit(buildTagAddress(narrowTag));
  await findOnPage.row(page, '机器之谈2').click();
  await findOnPage.article(page).getByText('《机器之谈2》的第1段').waitFor();
  await page.goBack();
  await eventually(() => findOnPage.list(page).locator('.is-read').count()).toBe(1);
  await page.getByRole('button', { name: '只看未读' }).click();
  await eventually(async () => (await readRows(page)).length).toBe(4);
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await page.getByText('已把“标签：AI”里的 4 篇标为已读。').waitFor();
  await page.getByText('这里都读过了').waitFor();
  await page.getByRole('button', { name: '只看未读' }).click();
  await page.getByRole('button', { name: '最新在前' }).click();
  await eventually(async () => (await readRows(page))[0]?.title).toBe('机器之谈1');
});

test('a tag opens by an address with odd letters; an unknown one says so and leads on', async () => {
  const page = await journey.visit(buildTagAddress(oddTag));
  await eventually(() => readHeading(page)).toBe(`标签：${oddTag}`);
  // Some hosts decode a slash on the way.
  await page.goto(`${journey.server.url}t/${oddTag.split('/').map(encodeURIComponent).join('/')}`);
  await eventually(() => readHeading(page)).toBe(`标签：${oddTag}`);
  for (const path of [buildTagAddress('没有的标签'), 't']) {
    await page.goto(journey.server.url + path, { waitUntil: 'commit' });
    await eventually(() => readHeading(page)).toBe('找不到这一页');
    await eventually(() => page.title()).toBe('找不到这一页 · 藏报');
  }
  await page.getByRole('main').getByRole('link', { name: '去看全部文章' }).click();
  await eventually(() => readHeading(page)).toBe('全部文章');
});

test('the search finds a tag, and its rows say that it is one', async () => {
  const page = await journey.visit('search?q=AI');
  await eventually(() => findOnPage.status(page).innerText()).toBe('共 5 篇');
  const row = findOnPage.list(page).getByRole('listitem').filter({ hasText: '机器之谈1' });
  await eventually(() => row.innerText()).toContain('标签：ai');
  expect(await row.locator('mark').allInnerTexts()).toEqual(['ai']);
});

test('what fails says what and why, and comes with 重试', async () => {
  for (const [pattern, what] of [
    [/\/tags\//, '这个标签的列表没有载入'],
    [/\/lists\/tag-/, '这一段列表没有载入'],
  ] as const) {
    journey.server.setFault((path) => (pattern.test(path) ? { status: 503 } : undefined));
    const page = await journey.visit(buildTagAddress(wideTag), { mayFail: pattern });
    await findOnPage.alert(page).filter({ hasText: what }).waitFor();
    expect(await findOnPage.alert(page).innerText()).toContain('网络不通，或者服务器没有回应。');
    expect(await readHeading(page)).toBe('标签：港口');
    journey.server.setFault();
    await findOnPage.retry(page).click();
    await findOnPage.row(page, buildWideTitle(129)).waitFor();
  }
});

test('a tag is of the build on screen: another one is shown as a whole, and not before', async () => {
  journey.server.setFolder(sites.before);
  const page = await journey.visit(category);
  await openTagged(page);
  const count = findOnPage.tree(page).getByRole('link', { name: '丙地 4', exact: true });
  await count.waitFor();

  // The host has another build by now: what belongs to it comes with its catalogue.
  journey.server.setFolder(sites.after);
  await findTag(page, narrowTag).click();
  await eventually(() => findOnPage.status(page).innerText()).toBe('共 8 篇');
  await findOnPage.row(page, '新来的第3篇').waitFor();
  await findOnPage.tree(page).getByRole('link', { name: '丙地 7', exact: true }).waitFor();
  journey.server.setFolder(sites.before);
});

test('beside a reader at work the next build waits, then takes the place of a tag’s list at once', async () => {
  journey.server.setFolder(sites.before);
  const page = await journey.visit(buildTagAddress('航运'));
  await eventually(() => findOnPage.status(page).innerText()).toBe('共 1 篇');
  await page.goto(`${journey.server.url}${buildTagAddress(narrowTag)}`);
  await eventually(() => findOnPage.status(page).innerText()).toBe('共 5 篇');
  await page.mouse.wheel(0, 10);
  journey.server.setFolder(sites.after);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await findUpdate(page).waitFor();
  expect(await findOnPage.row(page, '新来的第3篇').count()).toBe(0);
  const busy = page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        let wasBusy = false;
        const look = () => {
          wasBusy ||= document.querySelector('[aria-busy="true"]') !== null;
          if (!document.body.innerText.includes('共 8 篇')) requestAnimationFrame(look);
          else resolve(wasBusy);
        };
        look();
      }),
  );
  journey.server.requests.length = 0;
  await findUpdate(page).click();
  await findOnPage.row(page, '新来的第3篇').waitFor();
  expect(await busy).toBe(false);
  expect(journey.server.requests.filter((path) => /\/(?:tags|lists)\//.test(path))).toEqual([]);

  // A tag that has gone with the next build leads on like one that never was.
  await page.goto(`${journey.server.url}${buildTagAddress('航运')}`);
  await eventually(() => readHeading(page)).toBe('找不到这一页');
  journey.server.setFolder(sites.before);
});
