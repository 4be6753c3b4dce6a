// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import {
  buildArchive,
  buildSummary,
  renderReader,
  serveFiles,
  setUpReader,
} from './setUpReader.tsx';

setUpReader();

function readRows(): (string | null)[] {
  const list = screen.queryByRole('list', { name: '文章列表' });
  return list
    ? within(list)
        .getAllByRole('link')
        .map((link) => link.textContent)
    : [];
}

describe('bookmarks', () => {
  it('are set and removed in the reading view', async () => {
    serveFiles(buildArchive('示例', 3, 0));
    const user = userEvent.setup();
    renderReader('/a/id0001');
    const button = await screen.findByRole('button', { name: '收藏' });
    expect(button.getAttribute('aria-pressed')).toBe('false');
    await user.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await user.click(screen.getByRole('link', { name: '收藏夹' }));
    // The script of the reader's own lists comes now.
    expect((await screen.findByRole('status')).textContent).toBe('共 1 篇收藏');
    expect(screen.getByRole('heading', { level: 1, name: '收藏夹' })).toBe(document.activeElement);
    expect(readRows()).toEqual(['第1号文章']);
    expect(document.title).toBe('收藏夹 · 藏报');
  });

  it('come back as they were when their removal is taken back', async () => {
    serveFiles(buildArchive('示例', 3, 0));
    const user = userEvent.setup();
    const { bookmarks } = renderReader('/a/id0001');
    const button = await screen.findByRole('button', { name: '收藏' });
    await user.click(button);
    // When it changed last is another time, which other devices go by.
    const read = () => bookmarks.readAll().map((each) => ({ ...each, changedAt: undefined }));
    const before = read();
    await user.click(button);
    expect(read()).toEqual([]);
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    expect(read()).toEqual(before);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(screen.queryByText('已取消收藏。')).toBeNull();
    // Set again by the button itself, there is nothing left to take back.
    await user.click(button);
    await screen.findByText('已取消收藏。');
    await user.click(button);
    expect(screen.queryByText('已取消收藏。')).toBeNull();
  });

  it('lead to their neighbours among the bookmarks', async () => {
    serveFiles(buildArchive('示例', 9, 0));
    const user = userEvent.setup();
    const { bookmarks } = renderReader('/saved');
    for (const n of [2, 7, 5]) {
      await new Promise((resolve) => setTimeout(resolve, 3)); // one millisecond for each at least
      act(() => bookmarks.save(buildSummary(n, '示例')));
    }
    await screen.findByRole('status');
    expect(readRows()).toEqual(['第5号文章', '第7号文章', '第2号文章']);
    const list = screen.getByRole('list', { name: '文章列表' });
    await user.click(within(list).getByRole('link', { name: '第7号文章' }));
    expect(await screen.findByRole('link', { name: '上一篇 第5号文章' })).toBeDefined();
    expect(screen.getByRole('link', { name: '下一篇 第2号文章' })).toBeDefined();
  });

  it('say one sentence and one thing to do when there are none', async () => {
    serveFiles(buildArchive('示例', 1, 0));
    renderReader('/saved');
    expect(await screen.findByText(/还没有收藏/)).toBeDefined();
    expect(screen.getByRole('link', { name: '去看全部文章' }).getAttribute('href')).toBe('/');
  });

  it('outlive their article, and can then be removed', async () => {
    serveFiles(buildArchive('示例', 1, 0));
    const user = userEvent.setup();
    const { bookmarks } = renderReader('/saved');
    act(() => bookmarks.save({ ...buildSummary(1, '示例'), id: 'gone', title: '走掉的文章' }));
    await user.click(await screen.findByRole('link', { name: '走掉的文章' }));
    expect(await screen.findByText(/已经不在档案里/)).toBeDefined();
    expect(screen.getByRole('heading', { level: 1, name: '走掉的文章' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: '移除这条收藏' }));
    expect(await screen.findByText(/还没有收藏/)).toBeDefined();
    expect(bookmarks.readAll()).toEqual([]);
  });

  it('can be read without the archive', async () => {
    serveFiles({});
    const { bookmarks } = renderReader('/saved');
    act(() => bookmarks.save(buildSummary(1, '示例')));
    await screen.findByRole('status');
    expect(readRows()).toEqual(['第1号文章']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('appear when another tab sets them', async () => {
    serveFiles(buildArchive('示例', 1, 0));
    renderReader('/saved');
    await screen.findByText(/还没有收藏/);
    const { id: _, ...fields } = buildSummary(1, '示例');
    const value = JSON.stringify({ v: 1, bookmarkedAt: '2026-01-01T00:00:00Z', ...fields });
    window.localStorage.setItem('cangbao:bookmark:id0001', value);
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: 'cangbao:bookmark:id0001' }));
    });
    expect(readRows()).toEqual(['第1号文章']);
  });

  it('work without storage, and the page says so once', async () => {
    serveFiles(buildArchive('示例', 3, 0));
    const user = userEvent.setup();
    renderReader('/a/id0001', null);
    const button = await screen.findByRole('button', { name: '收藏' });
    expect(screen.queryByText(/没有让本站保存收藏/)).toBeNull();
    await user.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText(/没有让本站保存收藏/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: '知道了' }));
    await user.click(button);
    await user.click(button);
    expect(screen.queryByText(/没有让本站保存收藏/)).toBeNull();
  });
});
