import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** What a reader takes along: text, citations, links to a passage, paper. */
const journey = setUpJourney();

async function openArticle(page: Page, hash = '') {
  const article = journey.archive.articles.find(({ html }) => html.split('<p>').length > 8);
  await page.goto(`${journey.server.url}a/${article?.id}${hash}`, { waitUntil: 'commit' });
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  return article;
}

/** Selects the text of one paragraph. */
function selectParagraph(page: Page, index: number): Promise<string> {
  return findOnPage.article(page).evaluate((article, at) => {
    const paragraph = article.querySelectorAll('.article-body > p')[at];
    if (paragraph) document.getSelection()?.selectAllChildren(paragraph);
    return paragraph?.textContent ?? '';
  }, index);
}

test('selected words are quoted with their source, and a link leads to them', async () => {
  const page = await journey.visit('icon.svg', { size: 'phone' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const readClipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const article = await openArticle(page);
  const words = await selectParagraph(page, 5);
  const bar = page.getByRole('toolbar', { name: '选中的文字' });
  await bar.getByRole('button', { name: '复制引用' }).click();
  await bar.getByText('已复制').waitFor();
  const quote = await readClipboard();
  expect(quote).toContain(`“${words.trim()}”\n——《${article?.title}》`);
  expect(quote).toContain(`/a/${article?.id}#s=`);
  await bar.getByRole('button', { name: '复制这一处的链接' }).click();
  await eventually(readClipboard).not.toBe(quote);
  const link = await readClipboard();

  await page.goto('about:blank');
  await openArticle(page, new URL(link).hash);
  const readMarked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('passage') ?? [])].map((range) => ({
        text: range.toString(),
        top: (range as Range).getBoundingClientRect().top,
      })),
    );
  await eventually(async () => (await readMarked())[0]?.text).toBe(words.trim());
  const [marked] = await readMarked();
  expect(marked?.top).toBeGreaterThan(52);
  expect(marked?.top).toBeLessThan(915);
});

test('the article is copied as Markdown and cited in three forms', async () => {
  const page = await journey.visit('icon.svg');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const article = await openArticle(page);
  await page.getByRole('button', { name: '带走' }).click();
  const dialog = page.getByRole('dialog', { name: '带走' });
  const copy = async (name: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await dialog.getByRole('button', { name }).click();
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const markdown = await copy('复制为 Markdown');
  expect(markdown).toMatch(new RegExp(`^# ${article?.title}\n`));
  expect(markdown.split('\n\n').length).toBeGreaterThan(8);
  expect(markdown).not.toContain('放大图片');
  expect(await copy('GB/T 7714')).toContain(`${article?.title}[EB/OL].`);
  expect(await copy('BibTeX')).toContain(`@online{${article?.id},`);
  expect(await copy('RIS')).toContain('TY  - NEWS');
  await dialog.getByRole('button', { name: '标为未读' }).click();
  await dialog.getByRole('button', { name: '标为已读' }).waitFor();
});

test('on paper there is only the article, with its address', async () => {
  const page = await journey.visit('icon.svg', { colorScheme: 'dark' });
  const article = await openArticle(page);
  await findOnPage.neighbour(page, '下一篇').waitFor();
  await page.emulateMedia({ media: 'print' });
  const text = await page.evaluate(() => document.body.innerText);
  expect(text).toContain(article?.title);
  expect(text).toContain(page.url());
  for (const word of ['下一篇', '收藏', '全部文章', '最新在前']) expect(text).not.toContain(word);
  const colour = await findOnPage.heading(page).evaluate((it) => getComputedStyle(it).color);
  expect(colour).toBe('rgb(0, 0, 0)');
});
