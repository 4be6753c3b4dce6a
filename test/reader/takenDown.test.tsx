// @vitest-environment jsdom
/** An article that the owner has taken down, as readers find it. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { buildOwnFiles } from './buildOwnFiles.ts';
import { buildSummary, renderReader, serveFiles, setUpReader, setWidth } from './setUpReader.tsx';

setUpReader();

describe('an article that was taken down', () => {
  const takenDown = { id0001: '应作者要求。', id0002: '' };

  it('is told of with the owner’s word, and not as missing', async () => {
    const files = buildOwnFiles({ takenDown });
    delete files['archive/articles/id0001.json'];
    serveFiles(files);
    renderReader('/a/id0001');
    expect(
      await screen.findByRole('heading', { level: 1, name: '这篇文章已由网站撤下' }),
    ).toBeTruthy();
    expect(screen.getByText('应作者要求。')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/404|找不到|不在档案|没有载入/);
    expect(document.title).toBe('这篇文章已由网站撤下 · 藏报');
  });

  it('is told of without a network, too', async () => {
    const files = buildOwnFiles({ takenDown });
    files['archive/articles/id0001.json'] = new Error('no network');
    serveFiles(files);
    renderReader('/a/id0001');
    expect(await screen.findByRole('heading', { name: '这篇文章已由网站撤下' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps its saved text, below the notice', async () => {
    // The worker answers from the saved copy.
    serveFiles(buildOwnFiles({ takenDown }));
    renderReader('/a/id0001');
    expect(await screen.findByText('第1号文章的正文。')).toBeTruthy();
    const notice = screen.getByRole('note');
    expect(notice.textContent).toContain('这篇文章已由网站撤下');
    expect(notice.textContent).toContain('应作者要求。');
  });

  it('shows nothing of what its bookmark remembers, and can be removed there', async () => {
    const files = buildOwnFiles({ takenDown });
    delete files['archive/articles/id0001.json'];
    serveFiles(files);
    const { bookmarks } = renderReader('/saved');
    act(() => {
      void bookmarks.save(buildSummary(1, '港口/公告'));
      void bookmarks.save(buildSummary(9, '港口/公告'));
    });
    const row = await screen.findByRole('link', { name: '第1号文章' });
    expect(await within(row.closest('li') as HTMLElement).findByText('已撤下')).toBeTruthy();
    expect(screen.getAllByText('已撤下')).toHaveLength(1);
    setWidth(412);
    await userEvent.click(row);
    await screen.findByRole('heading', { name: '这篇文章已由网站撤下' });
    const pane = screen.getByRole('region', { name: '阅读' });
    expect(pane.textContent).not.toContain('这是第1篇的摘要。');
    await userEvent.click(screen.getByRole('button', { name: '移除这条收藏' }));
    expect(bookmarks.readAll().map(({ id }) => id)).toEqual(['id0009']);
  });
});
