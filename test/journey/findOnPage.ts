import type { Locator, Page } from 'playwright-core';

/** Finds the things that `design.md` names, by role and name only. */
export const findOnPage = {
  list: (page: Page): Locator => page.getByRole('list', { name: '文章列表', exact: true }),
  /** Links of the rows in the document; with a title the one row of that name. */
  row: (page: Page, title?: string): Locator =>
    findOnPage
      .list(page)
      .getByRole('link', title === undefined ? {} : { name: title, exact: true }),
  status: (page: Page): Locator => page.getByRole('status'),
  article: (page: Page): Locator => page.getByRole('article'),
  heading: (page: Page): Locator => page.getByRole('heading', { level: 1 }),
  alert: (page: Page): Locator => page.getByRole('alert'),
  retry: (page: Page): Locator => page.getByRole('button', { name: '重试', exact: true }),
  bookmark: (page: Page): Locator => page.getByRole('button', { name: '收藏', exact: true }),
  main: (page: Page, name?: string): Locator => {
    const navigation = page.getByRole('navigation', { name: '主导航', exact: true });
    return name === undefined ? navigation : navigation.getByRole('link', { name, exact: true });
  },
  tree: (page: Page): Locator => page.getByRole('navigation', { name: '分类', exact: true }),
  sheetButton: (page: Page): Locator =>
    findOnPage.main(page).getByRole('button', { name: '分类', exact: true }),
  neighbour: (page: Page, which: '上一篇' | '下一篇'): Locator =>
    page.getByRole('navigation', { name: '前后文章' }).getByRole('link', { name: which }),
};

/** Gives the h1's words once it has any. */
export async function readHeading(page: Page): Promise<string> {
  return (await findOnPage.heading(page).innerText()).trim();
}

/** Whether the element has the keyboard's focus. */
export function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

/** Gives the part of the page that scrolls the list, as a handle to read and move it by. */
export function findScroller(page: Page) {
  return findOnPage.list(page).evaluateHandle((list) => {
    for (let box = list.parentElement; box; box = box.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
    }
    throw new Error('the list does not scroll');
  });
}

/** A row of the list as the document has it. */
export type VisibleRow = {
  position: number;
  size: number;
  title: string | null;
  links: number;
  /** The heading above it, where its day has several rows and it is the first of them. */
  day: string | null;
  /** The day or the time that the row itself tells. */
  time: string | null;
  /** Distance of the row's title from the upper edge of what scrolls; negative above it. */
  top: number;
};

/** Reads the rows that are in the document now, and whether all of them have their words. */
export async function readRows(page: Page): Promise<VisibleRow[]> {
  const scroller = await findScroller(page);
  return findOnPage.list(page).evaluate((list, box) => {
    const edge = (box as Element).getBoundingClientRect().top;
    return [...list.querySelectorAll(':scope > [aria-posinset]')].map((row) => ({
      position: Number(row.getAttribute('aria-posinset')),
      size: Number(row.getAttribute('aria-setsize')),
      title: row.querySelector('a')?.textContent ?? null,
      links: row.querySelectorAll('a').length,
      day: row.querySelector('h2, h3')?.textContent ?? null,
      time: row.querySelector('time')?.textContent ?? null,
      top: row.getBoundingClientRect().top - edge,
    }));
  }, scroller);
}
