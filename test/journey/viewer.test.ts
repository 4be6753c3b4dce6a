import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';
import { hardTitle, writeLongContent } from './writeLongContent.ts';

/** Pictures over the whole window, and wide tables. */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

async function openHard(page: Page) {
  const article = journey.archive.articles.find(({ title }) => title === hardTitle);
  await page.goto(`${journey.server.url}a/${article?.id}`, { waitUntil: 'commit' });
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
}

const findViewer = (page: Page) => page.getByRole('dialog', { name: '文中图片' });
const findPictures = (page: Page) =>
  findOnPage.article(page).getByRole('button', { name: /^放大图片/ });

test('a picture opens by Enter, arrows go through all of them, Back and Escape close it', async () => {
  const page = await journey.visit('', { size: 'desktop', reducedMotion: 'reduce' });
  await openHard(page);
  const address = page.url();
  const pictures = findPictures(page);
  expect(await pictures.count()).toBeGreaterThan(1);
  await pictures.first().focus();
  await page.keyboard.press('Enter');
  await findViewer(page).waitFor();
  const caption = findViewer(page).locator('.pswp__caption');
  await eventually(() => caption.innerText()).toContain('图一');
  await page.keyboard.press('ArrowRight');
  await eventually(() => caption.innerText()).not.toContain('图一');
  const referrers = await findViewer(page)
    .locator('img')
    .evaluateAll((all) => all.map((it) => (it as HTMLImageElement).referrerPolicy));
  expect(new Set(referrers)).toEqual(new Set(['no-referrer']));

  await page.goBack();
  await eventually(() => findViewer(page).count()).toBe(0);
  expect(page.url()).toBe(address);
  await eventually(() => hasFocus(pictures.first())).toBe(true);

  await page.keyboard.press('Space');
  await findViewer(page).waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => findViewer(page).count()).toBe(0);
  await eventually(() => hasFocus(pictures.first())).toBe(true);
  await page.goBack();
  await findOnPage.heading(page).waitFor();
  expect(page.url()).not.toBe(address);
});

test('a wide table opens over the whole window', async () => {
  const page = await journey.visit('icon.svg', { size: 'phone' });
  await openHard(page);
  const button = page.getByRole('button', { name: '展开表格' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: '展开表格' });
  expect((await dialog.boundingBox())?.width).toBe(412);
  const cells = (scope: typeof dialog) => scope.locator('td, th').allInnerTexts();
  expect(await cells(dialog)).toEqual(await cells(findOnPage.article(page)));
  await dialog.getByRole('button', { name: '关闭' }).click();
  await eventually(() => dialog.count()).toBe(0);
  expect(await hasFocus(button)).toBe(true);
});

test('a picture’s button says what it is of, and the viewer is modal and names what it shows', async () => {
  const page = await journey.visit('icon.svg', { size: 'desktop', reducedMotion: 'reduce' });
  await openHard(page);
  const names = await findPictures(page).evaluateAll((all) =>
    all.map((it) => it.getAttribute('aria-label')),
  );
  expect(names).toEqual(['放大图片：图一：远处的山', '放大图片 2']);
  await findPictures(page).first().press('Enter');
  const viewer = findViewer(page);
  await viewer.getByRole('img', { name: '图一：远处的山' }).waitFor();
  await viewer.getByRole('group', { name: '图一：远处的山' }).waitFor();
  // What is modal leaves nothing behind it within reach; `body` stands for the browser's own bars.
  expect(await viewer.evaluate((it) => it.matches('dialog:modal'))).toBe(true);
  for (let turn = 0; turn < 12; turn++) {
    await page.keyboard.press('Tab');
    const isWithin = await viewer.evaluate(
      (it) => document.activeElement === document.body || it.contains(document.activeElement),
    );
    expect(isWithin).toBe(true);
  }
  await page.keyboard.press('ArrowRight');
  await viewer.getByRole('group', { name: '图片 2' }).waitFor();
});
