import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Article } from '../../src/model/Article.ts';
import { findOnPage } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** The reading view of every article of the sample. */
const journey = setUpJourney();

/** Words of the advertising that the sample's content files carry; none of it is the article's. */
const promotion = /示例客户端|示例公众号|开户享|扫码下载|扫码关注|appendQr|finance_app|app-kaihu/;

/** What is wrong with the article on screen, in words; nothing is right. */
async function inspectArticle(page: Page, article: Article): Promise<string[]> {
  const faults = await findOnPage.article(page).evaluate((element) => {
    const found: string[] = [];
    for (const image of element.querySelectorAll('img')) {
      if (image.referrerPolicy !== 'no-referrer') found.push('a picture tells the page it is on');
      const name = image.alt || image.getAttribute('aria-label');
      if (!name && !image.closest('figure')?.querySelector('figcaption')) {
        found.push('a picture has neither name nor caption');
      }
      if (image.getBoundingClientRect().height < 20) found.push('a picture has no space');
    }
    for (const link of element.querySelectorAll<HTMLAnchorElement>('.article-body a')) {
      const { target, rel, href } = link;
      if (target !== '_blank' || !rel.includes('noopener') || !rel.includes('noreferrer')) {
        found.push(`link ${href} has target "${target}" and rel "${rel}"`);
      }
    }
    for (let box: Element | null = element; box; box = box.parentElement) {
      if (box.scrollWidth > box.clientWidth) found.push(`${box.className} scrolls sideways`);
    }
    return found;
  });
  const text = await findOnPage.article(page).innerText();
  if (promotion.test(text)) faults.push('promotion');
  if (text.includes('undefined') || text.includes('null')) faults.push('undefined');
  const captions = await findOnPage.article(page).locator('figcaption:visible').count();
  const expected = article.html.split('<figcaption').length - 1;
  if (captions !== expected) faults.push(`${captions} of ${expected} captions in sight`);
  return faults.map((fault) => `${article.title}: ${fault}`);
}

async function waitForArticle(page: Page, title: string | undefined) {
  await eventually(() => findOnPage.heading(page).allInnerTexts()).toEqual([title]);
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
}

const fields: [keyof Article, (article: Article) => string][] = [
  ['editor', ({ editor }) => `责任编辑：${editor}`],
  ['sourceLine', ({ sourceLine }) => `来源：${sourceLine}`],
  ['originalTitle', ({ originalTitle }) => `原标题：${originalTitle}`],
  ['reporter', ({ reporter }) => `记者：${reporter}`],
  ['hasMissingVideo', () => '原文有一段视频，档案中没有收录。'],
  ['isTitleMissing', () => '原文无标题，取正文开头'],
];

/** Head and foot say what is known of the article, and only that. */
async function expectHeadAndFoot(page: Page, article: Article) {
  const text = await findOnPage.article(page).innerText();
  for (const [field, build] of fields) {
    const words = build(article);
    if (article[field]) expect(text).toContain(words);
    else expect(text).not.toContain(words.replace(/undefined|false/, ''));
  }
  expect(text).toContain(`${article.characterCount.toLocaleString('en-US')} 字`);
  const times = findOnPage.article(page).locator('time');
  if (article.publishedAt) {
    expect(await times.getAttribute('datetime')).toBe(article.publishedAt);
    expect((await times.innerText()).replace(/\s/g, ' ')).toBe(buildTime(article.publishedAt));
  } else expect(text).toContain('日期不详');
  const chips = page.getByRole('list', { name: '文中提到的证券' }).getByRole('listitem');
  expect(await chips.count()).toBe(article.stocks.length);
  for (const { code } of article.stocks) expect(text).toContain(code);
  const crumbs = page.getByRole('navigation', { name: '所在分类' }).getByRole('link');
  expect(await crumbs.allInnerTexts()).toEqual(article.category.split('/'));
}

test('from the newest article to the oldest by 下一篇: each is whole, fits, and says what is known of it', async () => {
  const page = await journey.visit('', { size: 'phone' });
  const { articles } = journey.archive;
  await findOnPage.row(page, articles[0]?.title).click();
  // A few articles that between them have each field that occurs, with it and without it.
  const chosen = new Set([
    articles[0],
    articles.find(({ publishedAt }) => !publishedAt),
    articles.find(({ stocks }) => stocks.length > 1),
    ...fields.map(([field]) => articles.find((article) => article[field])),
    ...fields.map(([field]) => articles.find((article) => !article[field])),
  ]);
  const faults: string[] = [];
  let figures = 0;
  for (const [index, article] of articles.entries()) {
    await waitForArticle(page, article.title);
    expect(new URL(page.url()).pathname).toBe(`/a/${article.id}`);
    faults.push(...(await inspectArticle(page, article)));
    if (chosen.has(article)) await expectHeadAndFoot(page, article);
    figures += await page.getByRole('figure').count();
    const next = findOnPage.neighbour(page, '下一篇');
    if (index === articles.length - 1) expect(await next.count()).toBe(0);
    else await next.click();
  }
  expect(faults).toEqual([]);
  expect(figures).toBeGreaterThan(20);

  for (const article of articles.slice(-4, -1).reverse()) {
    await findOnPage.neighbour(page, '上一篇').click();
    await waitForArticle(page, article.title);
  }
  await page.getByRole('navigation', { name: '所在分类' }).getByRole('link').last().click();
  await findOnPage.list(page).waitFor();
});

test('the neighbours are those of the list that the article was opened from', async () => {
  const channel = '金融/新浪财经/新浪财经－产经';
  const articles = journey.archive.listArticles(channel);
  const page = await journey.visit('');
  await findOnPage.tree(page).getByRole('link', { name: '新浪财经－产经' }).click();
  await findOnPage.row(page, articles[1]?.title).click();
  await waitForArticle(page, articles[1]?.title);
  expect(await findOnPage.neighbour(page, '上一篇').innerText()).toContain(articles[0]?.title);
  await findOnPage.neighbour(page, '下一篇').click();
  await waitForArticle(page, articles[2]?.title);
  const current = findOnPage.list(page).locator('[aria-current]');
  await eventually(() => current.allInnerTexts()).toEqual([articles[2]?.title]);
  await findOnPage.neighbour(page, '上一篇').click();
  await findOnPage.neighbour(page, '上一篇').click();
  await waitForArticle(page, articles[0]?.title);
  expect(await findOnPage.neighbour(page, '上一篇').count()).toBe(0);
  await eventually(() => current.allInnerTexts()).toEqual([articles[0]?.title]);
});

test('a deep link finds its place in its own category', async () => {
  const articles = journey.archive.listArticles('新媒体/cnBeta/最新');
  const [newer, article, older] = articles;
  const page = await journey.visit(`a/${article?.id}`);
  await waitForArticle(page, article?.title);
  await eventually(() => page.title()).toBe(`${article?.title} · 藏报`);
  await eventually(() => findOnPage.status(page).innerText()).toBe(`共 ${articles.length} 篇`);
  expect(await findOnPage.neighbour(page, '上一篇').innerText()).toContain(newer?.title);
  expect(await findOnPage.neighbour(page, '下一篇').innerText()).toContain(older?.title);
});

function buildTime(utc: string): string {
  const [date = '', clock = ''] = new Date(Date.parse(utc) + 8 * 3_600_000)
    .toISOString()
    .split('T');
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日 ${clock.slice(0, 5)}`;
}
