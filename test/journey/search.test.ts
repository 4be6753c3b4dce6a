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

test('words without a blank, a filter that stays after Back, a near miss, and the recent searches', async () => {
  const page = await visit(`search?q=${encodeURIComponent('新能源销量')}`, { size: 'phone' });
  const list = page.getByRole('list', { name: '文章列表' });
  await page.getByText('没有连在一起的“新能源销量”，按 新能源、销量 找到').waitFor();
  await list.getByRole('link').first().waitFor();
  expect(new Set(await list.locator('.row-title mark').allTextContents())).toEqual(
    new Set(['新能源', '销量']),
  );

  await page.getByRole('searchbox').fill(WORD);
  await page.getByText(`“${WORD}”`).waitFor({ state: 'detached' });
  await page.getByText('筛选').click();
  await page.getByRole('combobox', { name: '来源' }).selectOption({ index: 1 });
  const chips = page.getByRole('list', { name: '正在用的筛选条件' });
  await chips.getByRole('button', { name: /^去掉筛选条件：来源/ }).waitFor();
  await list.getByRole('link').first().click();
  await page.getByRole('group', { name: '搜索命中' }).waitFor();
  await page.goBack();
  await chips.getByRole('button', { name: /^去掉筛选条件：来源/ }).click();
  await chips.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');

  await page.getByRole('searchbox').fill('公理');
  await page.getByRole('link', { name: WORD, exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === WORD);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('list', { name: '最近的搜索' }).getByRole('link').first().waitFor();
});
