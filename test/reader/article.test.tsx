// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/Article.ts';
import {
  buildArchive,
  buildArticle,
  buildSummary,
  renderReader,
  serveFiles,
  setUpReader,
} from './setUpReader.tsx';

setUpReader();

const CATEGORY = '金融/示例源/国内';

/** An archive of three articles; the middle one has the given fields. */
function buildFiles(fields: Partial<Article> = {}) {
  const files = buildArchive(CATEGORY, 3, 0);
  files['archive/articles/id0001.json'] = buildArticle(buildSummary(1, CATEGORY), fields);
  return files;
}

describe('the reading view', () => {
  it('follows a link to another article of the archive', async () => {
    const files = buildFiles({ html: '<p>见<a href="a/abcdefgh2345">那篇</a>。</p>' });
    files['archive/articles/abcdefgh2345.json'] = buildArticle(
      { ...buildSummary(2, CATEGORY), id: 'abcdefgh2345', title: '那篇文章' },
      {},
    );
    serveFiles(files);
    renderReader('/a/id0001');
    const link = await screen.findByRole('link', { name: '那篇' });
    expect(link.getAttribute('href')).toBe('/a/abcdefgh2345');
    expect(link.hasAttribute('target')).toBe(false);
    await userEvent.click(link);
    await screen.findByRole('heading', { level: 1, name: '那篇文章' });
  });

  it('shows head, body and foot', async () => {
    serveFiles(
      buildFiles({
        originalTitle: '原来的题目',
        sourceLine: '示例日报',
        reporter: '甲、乙',
        editor: '丙',
        isTitleMissing: true,
        hasMissingVideo: true,
        stocks: [{ code: 'sh600000', name: '示例银行' }, { code: 'sz000001' }],
      }),
    );
    renderReader('/a/id0001');
    const article = await screen.findByRole('article');
    await within(article).findByText('第1号文章的正文。');
    expect(within(article).getByRole('heading', { level: 1 }).textContent).toBe('第1号文章');
    for (const words of [
      '原标题：原来的题目',
      '来源：示例日报',
      '作者：甲、乙',
      '责任编辑：丙',
      '原文无标题，取正文开头',
      '原文有一段视频，档案中没有收录。',
      '1,240 字 · 约 3 分钟',
      '2022年4月1日 14:00',
    ]) {
      expect(article.textContent).toContain(words);
    }
    expect(within(article).getByText('2022年4月1日 14:00').getAttribute('datetime')).toBe(
      '2022-04-01T06:00:00Z',
    );
    const stocks = within(article).getByRole('list', { name: '文中提到的证券' });
    expect(within(stocks).getAllByRole('listitem')[0]?.textContent).toBe('示例银行 sh600000');
    expect(within(stocks).queryByRole('link')).toBeNull();
    expect(article.textContent).toContain('原网站自动匹配，可能有误');
    const crumbs = within(article).getByRole('navigation', { name: '所在分类' });
    expect(within(crumbs).getByRole('link', { name: '国内' }).getAttribute('href')).toBe(
      `/c/${CATEGORY.split('/').map(encodeURIComponent).join('/')}`,
    );
    expect(document.title).toBe('第1号文章 · 藏报');
  });

  it('shows no time where only the day is known', async () => {
    const published = { publishedAt: '2022-05-19T16:00:00Z', isDayOnly: true as const };
    serveFiles(buildFiles(published));
    renderReader('/a/id0001');
    const article = await screen.findByRole('article');
    const date = await within(article).findByText('2022年5月20日');
    expect(date.getAttribute('datetime')).toBe('2022-05-20');
    expect(article.textContent).not.toContain('00:00');
  });

  it('leads to the original, and shows tags and a later change', async () => {
    const link = 'https://news.example.com/a?b=1';
    const fields = { link, tags: ['夜班', '公交'], updatedAt: '2022-04-02T06:00:00Z' };
    serveFiles(buildFiles(fields));
    renderReader('/a/id0001');
    const article = await screen.findByRole('article');
    const original = await within(article).findByRole('link', { name: '原文' });
    expect(original.getAttribute('href')).toBe(link);
    expect(original.getAttribute('target')).toBe('_blank');
    expect(original.getAttribute('rel')).toBe('noopener noreferrer');
    const tags = within(article).getByRole('list', { name: '标签' });
    expect(
      within(tags)
        .getAllByRole('listitem')
        .map((tag) => tag.textContent),
    ).toEqual(fields.tags);
    expect(article.textContent).toContain('更新于 2022年4月2日');
  });

  it('says nothing of a change on the same day', async () => {
    serveFiles(buildFiles({ updatedAt: '2022-04-01T15:00:00Z' }));
    renderReader('/a/id0001');
    const article = await screen.findByRole('article');
    await within(article).findByText('第1号文章的正文。');
    expect(article.textContent).not.toContain('更新于');
  });

  it('shows no article whose original has an address that runs', async () => {
    serveFiles(buildFiles({ link: 'javascript:alert(1)' }));
    renderReader('/a/id0001');
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
    expect(screen.queryByRole('link', { name: '原文' })).toBeNull();
  });

  it('stands under each of its categories', async () => {
    serveFiles(buildFiles({ otherCategories: ['编程/别处'] }));
    renderReader('/a/id0001');
    const article = await screen.findByRole('article');
    expect(await within(article).findByRole('link', { name: '别处' })).toBeTruthy();
  });

  it('leaves the focus alone on the first load', async () => {
    serveFiles(buildFiles());
    renderReader('/a/id0001');
    await screen.findByText('第1号文章的正文。');
    expect(document.activeElement).toBe(document.body);
  });

  it('finds its neighbours after a deep link: newer before, older after', async () => {
    serveFiles(buildFiles());
    const user = userEvent.setup();
    renderReader('/a/id0001');
    expect(await screen.findByRole('link', { name: '上一篇 第2号文章' })).toBeDefined();
    await user.click(screen.getByRole('link', { name: '下一篇 第0号文章' }));
    const heading = await screen.findByRole('heading', { level: 1, name: '第0号文章' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    const list = screen.getByRole('list', { name: '文章列表' });
    const row = within(list).getByRole('link', { name: '第0号文章' });
    expect(row.getAttribute('aria-current')).toBe('page');
  });

  it('does not believe a remembered position that is no longer right', async () => {
    serveFiles(buildFiles());
    const list = { kind: 'category', path: CATEGORY };
    renderReader('/a/id0001', window.localStorage, { origin: { list, position: 0 } });
    expect(await screen.findByRole('link', { name: '下一篇 第0号文章' })).toBeDefined();
    expect(screen.getByRole('link', { name: '上一篇 第2号文章' })).toBeDefined();
  });

  it('says what failed and why, with the title it knows, and recovers', async () => {
    const files = buildFiles();
    const article = files['archive/articles/id0001.json'];
    files['archive/articles/id0001.json'] = new TypeError('no network');
    serveFiles(files);
    const user = userEvent.setup();
    renderReader('/');
    await user.click(await screen.findByRole('link', { name: '第1号文章' }));
    const alert = await screen.findByRole('alert');
    expect(screen.getByRole('heading', { level: 1, name: '第1号文章' })).toBeDefined();
    files['archive/articles/id0001.json'] = article;
    await user.click(within(alert).getByRole('button', { name: '重试' }));
    expect(await screen.findByText('第1号文章的正文。')).toBeDefined();
  });

  it.each(['zzzz', '..%2Fcatalogue', 'a.b'])('says that %s is not in the archive', async (id) => {
    const asked = serveFiles(buildFiles());
    renderReader(`/a/${id}`);
    expect(await screen.findByRole('heading', { name: '这篇文章不在档案里' })).toBeDefined();
    expect(asked.filter((path) => path.includes('/articles/')).length).toBeLessThanOrEqual(1);
  });

  it('keeps place and caption of a dead picture, and tries again', async () => {
    const html =
      '<figure><img src="https://a.example/1.png" width="600" height="400"><figcaption>图上是示例</figcaption></figure>';
    serveFiles(buildFiles({ html }));
    const user = userEvent.setup();
    renderReader('/a/id0001');
    const caption = await screen.findByText('图上是示例');
    const figure = caption.closest('figure') as HTMLElement;
    const image = figure.querySelector('img') as HTMLImageElement;
    fireEvent.error(image);
    expect(image.hidden).toBe(true);
    expect(figure.textContent).toContain('图片未能载入');
    expect(figure.textContent).toContain('图上是示例');
    const notice = figure.querySelector<HTMLElement>('.dead-picture');
    expect(notice?.style.getPropertyValue('--width')).toBe('600px');
    expect(notice?.style.getPropertyValue('--ratio')).toBe('600 / 400');
    await user.click(within(figure).getByRole('button', { name: '重试' }));
    expect(figure.textContent).toBe('图上是示例');
    expect(image.hidden).toBe(false);
    fireEvent.error(image);
    expect(within(figure).getByRole('button', { name: '重试' })).toBeDefined();
  });
});
