/**
 * The search in a real browser: the worker, the index over the network, marks without touching the document, the way
 * back.
 */
import { expect, test } from 'vitest';
import { setUpJourney } from './setUpJourney.ts';

const { visit } = setUpJourney();

/** A word that several articles of the sample hold. */
const WORD = '公里';

test('search, open, walk through the hits, come back, bookmark the address', async () => {
  const page = await visit('', { size: 'desktop' });
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: '搜索' })
    .click();
  const box = page.getByRole('searchbox', { name: '搜索文章' });
  await box.fill(WORD);
  const list = page.getByRole('list', { name: '文章列表' });
  const first = list.getByRole('link').first();
  await first.waitFor();
  const [, count] =
    /共 (\d+) 篇/.exec((await page.getByRole('status').first().textContent()) ?? '') ?? [];
  expect(Number(count)).toBeGreaterThan(0);
  expect(await list.locator('mark').first().textContent()).toBe(WORD);

  const title = await first.textContent();
  await first.click();
  await page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor();
  const hits = page.getByRole('group', { name: '搜索命中' });
  await hits.waitFor();
  const all = await page.evaluate(() => CSS.highlights.get('search-hit')?.size ?? 0);
  expect(all).toBeGreaterThan(0);
  expect(await page.locator('.article-body mark').count()).toBe(0);
  expect(await readCurrent(page)).toBe(WORD);
  expect(new URL(page.url()).searchParams.get('q')).toBe(WORD);
  if (all > 1) {
    await hits.getByRole('button', { name: '下一处' }).click();
    expect(await hits.locator('.hit-count').textContent()).toBe(`2 / ${all}`);
  }

  await page.goBack();
  await first.waitFor();
  expect(await box.inputValue()).toBe(WORD);
  const again = await visit(new URL(page.url()).pathname.slice(1) + new URL(page.url()).search);
  await again.getByText(`共 ${count} 篇`).waitFor();
});

test('on a phone, an open hit is in sight', async () => {
  const page = await visit(`search?q=${encodeURIComponent(WORD)}`, { size: 'phone' });
  await page.getByRole('list', { name: '文章列表' }).getByRole('link').first().click();
  await page.getByRole('group', { name: '搜索命中' }).waitFor();
  const top = await page.evaluate(() => {
    const [range] = CSS.highlights.get('search-current') ?? [];
    return (range as Range).getBoundingClientRect().top / window.innerHeight;
  });
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(1);
});

function readCurrent(page: Awaited<ReturnType<typeof visit>>): Promise<string> {
  return page.evaluate(() => [...(CSS.highlights.get('search-current') ?? [])].join(''));
}

test('“/” leads to the search, which takes few files of the index', async () => {
  const page = await visit('saved', { size: 'desktop' });
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('天问');
  await page.getByText(/共 \d+ 篇/).waitFor();
  expect(asked.filter((path) => path.includes('/archive/search/')).length).toBeLessThan(8);
});
