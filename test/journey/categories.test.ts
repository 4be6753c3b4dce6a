import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Category } from '../../src/model/Catalogue.ts';
import { findOnPage, hasFocus, readHeading, readRows } from './findOnPage.ts';
import { buildCategoryAddress } from './readArchive.ts';
import { eventually, setUpJourney, sizes } from './setUpJourney.ts';

/** From the tree of categories to one channel and back, on every size of window. */
const journey = setUpJourney();

const channel = '金融/新浪财经/新浪财经－国內';

function buildName({ name, count }: Category): string {
  return `${name} ${count.toLocaleString('en-US')}`;
}

/** Gives the accessible names of the tree's links. */
function listNames(tree: Locator): Promise<(string | null)[]> {
  const links = tree.getByRole('link');
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('aria-label')));
}

/** Gives the tree; where it has no room on the page, from the sheet that 分类 opens. */
async function openTree(page: Page) {
  const tree = findOnPage.tree(page);
  if ((page.viewportSize()?.width ?? 0) < 1024) {
    expect(await tree.count()).toBe(0);
    await findOnPage.sheetButton(page).click();
    await page.getByRole('dialog', { name: '分类' }).waitFor();
  }
  await tree.waitFor();
  expect(await tree.count()).toBe(1);
  return tree;
}

test.each(Object.keys(sizes) as (keyof typeof sizes)[])(
  'the tree shows every category with its count and leads to its articles (%s)',
  async (size) => {
    const page = await journey.visit('', { size });
    const { root } = journey.archive.catalogue;
    await eventually(() => findOnPage.status(page).innerText()).toBe(`共 ${root.count} 篇`);
    expect(await page.title()).toBe('全部文章 · 藏报');
    const all = findOnPage.main(page, '全部文章');
    expect(await all.getAttribute('aria-current')).toBe('page');

    const tree = await openTree(page);
    expect(await listNames(tree)).toEqual(journey.archive.categories.map(buildName));
    const category = journey.archive.getCategory(channel);
    const link = tree.getByRole('link', { name: buildName(category), exact: true });
    expect(await link.getAttribute('aria-current')).toBeNull();
    await link.click();

    const expected = journey.archive.listArticles(channel);
    expect(expected).toHaveLength(category.count);
    await eventually(() => findOnPage.status(page).innerText()).toBe(`共 ${category.count} 篇`);
    expect(await readHeading(page)).toBe(category.name);
    expect(new URL(page.url()).pathname).toBe(`/${buildCategoryAddress(channel)}`);
    await eventually(() => page.title()).toBe(`${category.name} · 藏报`);
    await eventually(async () => (await readRows(page))[0]?.title).toBe(expected[0]?.title);
    const titles = new Set(expected.map((article) => article.title));
    for (const row of await readRows(page)) {
      expect(row.size).toBe(category.count);
      expect(titles).toContain(row.title);
    }
    expect(await all.getAttribute('aria-current')).toBeNull();
    expect(await page.getByRole('dialog').count()).toBe(0);

    const current = (await openTree(page)).locator('[aria-current]');
    expect(await current.count()).toBe(1);
    expect(await current.getAttribute('aria-label')).toBe(buildName(category));
    if (size !== 'desktop') {
      await page.keyboard.press('Escape');
      await eventually(() => page.getByRole('dialog').count()).toBe(0);
      await eventually(() => hasFocus(findOnPage.sheetButton(page))).toBe(true);
    }

    await findOnPage.main(page, '收藏夹').click();
    await eventually(() => readHeading(page)).toBe('收藏夹');
    expect(new URL(page.url()).pathname).toBe('/saved');
    expect(await findOnPage.main(page, '收藏夹').getAttribute('aria-current')).toBe('page');
    await eventually(() => page.title()).toBe('收藏夹 · 藏报');
    await all.click();
    await eventually(() => readHeading(page)).toBe('全部文章');
    expect(new URL(page.url()).pathname).toBe('/');
  },
);

test('the count of every category is the length of its list', async () => {
  const page = await journey.visit(buildCategoryAddress(channel));
  for (const category of journey.archive.categories) {
    const tree = await openTree(page);
    await tree
      .getByRole('link', { name: buildName(category), exact: true })
      .first()
      .click();
    await eventually(() => findOnPage.heading(page).innerText()).toBe(category.name);
    expect(await findOnPage.status(page).innerText()).toBe(`共 ${category.count} 篇`);
    const articles = journey.archive.listArticles(category.path);
    expect(articles).toHaveLength(category.count);
    await findOnPage.row(page, articles[0]?.title).waitFor();
  }
});

test('on a phone the main navigation stands at the foot of the window', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await findOnPage.list(page).waitFor();
  const bar = await findOnPage.main(page).boundingBox();
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(sizes.phone.height, 0);
  expect(bar?.width).toBe(sizes.phone.width);
});
