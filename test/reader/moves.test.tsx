// @vitest-environment jsdom
/** An article that is not at its address is found, offered, or said to have left; what is kept of it goes with it. */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { compareTitles } from '../../src/reader/moves/compareTitles.ts';
import { isRead } from '../../src/reader/read-state/createReadStore.ts';
import {
  buildArchive,
  buildArticle,
  buildSummary,
  type Files,
  renderReader,
  serveFiles,
  setUpReader,
} from './setUpReader.tsx';

setUpReader();

const WORDS = '这是一段足够长的摘要，长到可以认出一篇文章来，不会认错。';

/** An archive in which article `n` has the id `renamed`; its row with other fields. */
function renameArticle(n: number, fields: Partial<ArticleSummary> = {}, count = 250): Files {
  const files = buildArchive('示例', count, 3);
  const was = buildSummary(n, '示例', n < count);
  const row = { ...was, id: 'renamed', ...fields };
  for (const [path, rows] of Object.entries(files)) {
    if (!path.startsWith('archive/lists/')) continue;
    files[path] = (rows as ArticleSummary[]).map((each) => (each.id === was.id ? row : each));
  }
  delete files[`archive/articles/${was.id}.json`];
  files['archive/articles/renamed.json'] = buildArticle(row);
  return files;
}

/** Renders the reader with what is kept of article `n` under its old id. */
function renderWithKept(n: number, isDated = true, fields: Partial<ArticleSummary> = {}) {
  const reader = renderReader('/saved');
  const summary = { ...buildSummary(n, '示例', isDated), ...fields };
  act(() => {
    reader.offline.change({ phase: 'impossible' });
    reader.bookmarks.save(summary);
    reader.marks.read.mark(summary.id, true);
    reader.marks.places.save(summary.id, { block: 3, offset: 0.5 });
    reader.marks.visits.save(summary);
  });
  return { ...reader, ...summary };
}

async function openBookmark(title: string) {
  // The front page beside the list may name it, too.
  const [link] = await screen.findAllByRole('link', { name: title });
  await userEvent.setup().click(link as HTMLElement);
}

describe('an article that was moved', () => {
  it('is found by title and date, and all that is kept of it goes with it', async () => {
    serveFiles(renameArticle(120));
    const { bookmarks, marks, id, title } = renderWithKept(120);
    const [{ bookmarkedAt } = { bookmarkedAt: '' }] = bookmarks.readAll();
    await openBookmark(title);
    await screen.findByText('第120号文章的正文。');
    expect(window.location.pathname).toBe('/a/renamed');
    await waitFor(() => expect(bookmarks.readAll().map((each) => each.id)).toEqual(['renamed']));
    expect(bookmarks.readAll()[0]?.bookmarkedAt).toBe(bookmarkedAt);
    expect(isRead(marks.read.readMarks(), { id: 'renamed' })).toBe(true);
    expect(marks.places.read('renamed')).toMatchObject({ block: 3, offset: 0.5 });
    expect(marks.places.read(id)).toBeUndefined();
    expect(marks.visits.readAll().map((each) => each.id)).toEqual(['renamed']);
  });

  it('is found by the beginning of its text where it has no date', async () => {
    serveFiles(renameArticle(251, { title: '换了题目', excerpt: WORDS }));
    const { title } = renderWithKept(251, false, { excerpt: WORDS });
    await openBookmark(title);
    await screen.findByText('换了题目的正文。');
    expect(window.location.pathname).toBe('/a/renamed');
  });

  it('is found by an old link of which nothing is known here', async () => {
    const files = renameArticle(7);
    files['archive/articles/id0007.json'] = { movedTo: 'renamed' };
    serveFiles(files);
    renderReader('/a/id0007');
    await screen.findByText('第7号文章的正文。');
    expect(window.location.pathname).toBe('/a/renamed');
    expect(window.history.length).toBeGreaterThan(0);
  });

  it('takes its read state along when a list names its former id', async () => {
    const fields = { formerIds: ['id0249'] };
    serveFiles(renameArticle(249, fields));
    const { bookmarks, marks } = renderWithKept(249);
    await userEvent.setup().click(screen.getByRole('link', { name: '全部文章' }));
    // Beside the bookmarks the front page had it, too.
    await screen.findByRole('heading', { level: 1, name: '全部文章' });
    const list = await screen.findByRole('list', { name: '文章列表' });
    const link = await within(list).findByRole('link', { name: '第249号文章' });
    expect(link.closest('.row')?.className).toContain('is-read');
    await waitFor(() => expect(bookmarks.readAll()[0]?.id).toBe('renamed'));
    expect(isRead(marks.read.readMarks(), { id: 'renamed' })).toBe(true);
  });
});

describe('an article that may have been moved', () => {
  it('is offered, and taken when the reader says so', async () => {
    serveFiles(renameArticle(30, { title: '第30号文章（修订）' }));
    const { bookmarks, title } = renderWithKept(30);
    await openBookmark(title);
    const likely = await screen.findByRole('region', { name: '可能是这一篇：' });
    expect(bookmarks.readAll()[0]?.id).toBe('id0030');
    expect(within(likely).getByRole('link', { name: '第30号文章（修订）' })).toBeDefined();
    await userEvent.setup().click(within(likely).getByRole('button', { name: '就是这一篇' }));
    await screen.findByText('第30号文章（修订）的正文。');
    await waitFor(() => expect(bookmarks.readAll()[0]?.id).toBe('renamed'));
  });

  it('is not offered where nothing is like it', async () => {
    serveFiles(renameArticle(30, { title: '全然别的一件事' }));
    const { title } = renderWithKept(30);
    await openBookmark(title);
    await screen.findByText(/已经不在档案里/);
    expect(screen.queryByText(/可能是这一篇/)).toBeNull();
    expect(screen.getByRole('button', { name: '移除这条收藏' })).toBeDefined();
  });

  it('of two with one title at one time is no guess', async () => {
    const files = renameArticle(30, { excerpt: '甲的说法。' });
    const [page = []] = [files['archive/lists/one/1.json'] as ArticleSummary[]];
    const renamed = page.find(({ id }) => id === 'renamed');
    page.splice(31, 1, { ...(renamed as ArticleSummary), id: 'other', excerpt: '乙的说法。' });
    serveFiles(files);
    const { bookmarks, title } = renderWithKept(30);
    await openBookmark(title);
    const likely = await screen.findByRole('region', { name: '可能是这一篇：' });
    expect(within(likely).getAllByRole('link')).toHaveLength(2);
    expect(bookmarks.readAll()[0]?.id).toBe('id0030');
  });

  it('is awaited where the archive lists it: its file is on its way', async () => {
    const files = buildArchive('示例', 40, 0);
    const file = files['archive/articles/id0030.json'];
    delete files['archive/articles/id0030.json'];
    serveFiles(files);
    const { title } = renderWithKept(30);
    await openBookmark(title);
    await screen.findByText(/还没有传到服务器上/);
    files['archive/articles/id0030.json'] = file;
    await userEvent.setup().click(screen.getByRole('button', { name: '重试' }));
    await screen.findByText('第30号文章的正文。');
  });
});

describe('compareTitles', () => {
  it.each([
    ['台风过后的统计', '台风过后的统计。', 1],
    ['台风过后的统计', '台风过后的统计（更正）', 0.7],
    ['台风过后的统计', '两条铁路通车', 0],
    ['', '', 0],
    ['甲', '乙', 0],
  ])('%s and %s', (one, other, least) => {
    const likeness = compareTitles(one, other);
    expect(likeness).toBe(compareTitles(other, one));
    if (least === 0 || least === 1) expect(likeness).toBe(least);
    else expect(likeness).toBeGreaterThan(least);
  });
});
