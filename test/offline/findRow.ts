import type { Locator, Page } from 'playwright-core';
import { buildTitle } from './writeOfflineContent.ts';

/** Finds an article in the list on screen, by its title: the page beside the list may name it once more. */
export function findRow(page: Page, article: number): Locator {
  return page
    .getByRole('list', { name: '文章列表' })
    .getByRole('link', { name: buildTitle(article), exact: true });
}
