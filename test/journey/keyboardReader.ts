import type { Locator, Page } from 'playwright-core';
import { eventually } from './setUpJourney.ts';

/** Presses Tab until `target` has the focus, as often as a patient reader would. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluateAll((all) => all.some((it) => it === document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target}`);
}

/** Presses a key, waits for what it leads to, and then for a focus that one sees. */
export async function pressKey(page: Page, key: string, arrive: () => unknown): Promise<void> {
  await page.keyboard.press(key);
  await arrive();
  await eventually(() => findFocusFault(page)).toBe('');
}

/** Goes to `target` by Tab, where one must see it, and presses a key on it. */
export async function pressOn(
  page: Page,
  target: Locator,
  arrive: () => unknown,
  { by = 'Tab', key = 'Enter' } = {},
): Promise<void> {
  await tabTo(page, target, by);
  await eventually(() => findFocusFault(page)).toBe('');
  await pressKey(page, key, arrive);
}

/**
 * Says what is wrong with where the focus is: on nothing, out of the window, or under something else (WCAG 2.4.11).
 * An element is looked at in its middle and at its upper and lower edge; of one that takes
 * more than a third of the window's height, the middle of what is in sight.
 */
export function findFocusFault(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'the focus is on nothing';
    const name = `${element.localName}.${element.className} ${element.textContent?.slice(0, 30)}`;
    // A link that goes over lines is as good as its first.
    const box = element.getClientRects()[0];
    if (!box || box.width < 1 || box.height < 1) return `${name}: is not drawn`;
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)];
    const x = (Math.max(box.left, 0) + Math.min(box.right, window.innerWidth)) / 2;
    if (bottom - top < 1 || x < 0 || x > window.innerWidth) return `${name}: is out of the window`;
    const isTall = box.height > window.innerHeight / 3;
    if (!isTall && bottom - top < box.height - 1) return `${name}: is cut by the window's edge`;
    const middle = (top + bottom) / 2;
    for (const y of isTall ? [middle] : [top + 1, middle, bottom - 1]) {
      const hit = document.elementFromPoint(x, y);
      const isIt =
        hit &&
        (element.contains(hit) ||
          (hit.contains(element) && hit.closest('main, dialog, header, .notices') !== hit));
      if (!isIt) return `${name}: lies under ${hit?.localName}.${hit?.className}`;
    }
    return '';
  });
}
