import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** Systems that set their own colours, or ask for more contrast: what tells states apart by colour must be seen. */
const journey = setUpJourney();

const readStyle = (page: Page, selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);

/** The colour that a system colour stands for in the page. */
const readColour = (page: Page, name: string) =>
  page.evaluate((colour) => {
    const probe = document.createElement('i');
    probe.style.cssText = `forced-color-adjust: none; color: ${colour}`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

test('forced colours show months, the current row, what is read and what is pressed', async () => {
  const page = await journey.visit();
  await page.emulateMedia({ forcedColors: 'active' });
  await findOnPage.row(page).nth(1).click();
  await findOnPage.article(page).waitFor();
  await findOnPage.row(page).nth(2).click();
  await eventually(() => page.locator('.row.is-read').count()).toBe(2);
  const [highlight, gray, canvas] = [
    await readColour(page, 'Highlight'),
    await readColour(page, 'GrayText'),
    await readColour(page, 'Canvas'),
  ];
  expect(await readStyle(page, '.month:not([aria-current]) > span', 'background-color')).toBe(gray);
  expect(await readStyle(page, '.month[aria-current] > span', 'background-color')).toBe(highlight);
  expect(await readStyle(page, '.row.is-current', 'outline-style')).toBe('solid');
  expect(await readStyle(page, '.row.is-current', 'border-left-color')).toBe(highlight);
  expect(await readStyle(page, '.row:not(.is-current)', 'border-left-color')).toBe(canvas);
  expect(await readStyle(page, '.row.is-read:not(.is-current) .row-title', 'color')).toBe(gray);
  const unread = page.getByRole('button', { name: '只看未读' });
  const outline = () => unread.evaluate((button) => getComputedStyle(button).outlineStyle);
  expect(await outline()).toBe('none');
  await unread.click();
  await page.mouse.move(700, 500);
  await unread.evaluate((button) => button.blur());
  await eventually(outline).toBe('solid');
});

test('more contrast is given where it is asked for', async () => {
  const page = await journey.visit();
  await findOnPage.row(page).first().waitFor();
  const soft = await readStyle(page, '.row-excerpt', 'color');
  await page.emulateMedia({ contrast: 'more' });
  expect(await readStyle(page, '.row-excerpt', 'color')).not.toBe(soft);
});
