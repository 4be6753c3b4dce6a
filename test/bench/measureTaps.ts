import type { Browser, Page } from 'playwright-core';
import type { Category } from '../../src/model/Catalogue.ts';
import type { Archive } from './measureBuilds.ts';
import { openPhone } from './openPhone.ts';
import type { Results } from './Results.ts';
import { readCatalogue } from './readSite.ts';
import { serveCompressed } from './serveCompressed.ts';
import { timeJump, timeTap } from './timeTap.ts';

/** Where the rows are; `>` and a condition on a row follow. */
export const LIST = '[aria-label="文章列表"]';
export const SCROLLER = '.row-scroller';

/**
 * Times on a slow phone how long it takes to open an article, to switch the category, to get to the end of the list.
 */
export async function measureTaps(
  browser: Browser,
  archive: Archive,
  runs: number,
  results: Results,
): Promise<void> {
  const server = await serveCompressed(archive.dist);
  const { root } = readCatalogue(archive.dist);
  const category = findLeaf(root);
  const heads: number[] = [];
  const texts: number[] = [];
  const categories: number[] = [];
  const ends: number[] = [];

  async function visit(act: (page: Page) => Promise<void>): Promise<void> {
    const { page, close } = await openPhone(browser);
    try {
      await page.goto(server.url, { waitUntil: 'networkidle' });
      await page.locator(`${LIST} a`).first().waitFor();
      await act(page);
    } finally {
      await close();
    }
  }

  try {
    for (let run = 0; run < runs; run++) {
      await visit(async (page) => {
        const row = page.locator(`${LIST} > [aria-posinset="2"] a`);
        const title = await row.innerText();
        const signs = [{ selector: 'article h1', text: title }, { selector: '.article-body p' }];
        const [head = Number.NaN, text = Number.NaN] = await timeTap(page, row, signs);
        heads.push(head);
        texts.push(text);
      });
      await visit(async (page) => {
        await page.getByRole('button', { name: '分类', exact: true }).tap();
        const tree = page.getByRole('navigation', { name: '分类', exact: true });
        const link = tree.getByRole('link', { name: category.name });
        await link.waitFor();
        const signs = [{ selector: `${LIST} > [aria-setsize="${category.count}"] a` }];
        categories.push(...(await timeTap(page, link, signs)));
      });
      await visit(async (page) => {
        const signs = [{ selector: `${LIST} > [aria-posinset="${root.count}"] a` }];
        ends.push(...(await timeJump(page, SCROLLER, signs)));
      });
    }
  } finally {
    await server.close();
  }
  const name = `${archive.size.toLocaleString('en')} articles`;
  results.add(`${name}: open an article, its head`, heads, 'ms');
  results.add(`${name}: open an article, its text`, texts, 'ms');
  results.add(`${name}: switch the category`, categories, 'ms');
  results.add(`${name}: jump to the end of the list`, ends, 'ms');
}

/** Gives the last leaf of the tree. */
function findLeaf(category: Category): Category {
  const last = category.children.at(-1);
  return last ? findLeaf(last) : category;
}
