// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/model/Catalogue.ts';
import {
  buildArchive,
  goBack,
  renderReader,
  serveFiles,
  setUpReader,
  setWidth,
} from './setUpReader.tsx';

setUpReader();

const CATEGORY = '新媒体/示例/100%？#1';

function readTitles(): (string | null)[] {
  const list = screen.getByRole('list', { name: '文章列表' });
  return within(list)
    .getAllByRole('link')
    .map((link) => link.textContent);
}

describe('the list', () => {
  it('shows the newest first, the undated last, grouped by Beijing day', async () => {
    serveFiles(buildArchive('示例', 3, 2));
    renderReader('/');
    await screen.findByRole('link', { name: '第0号文章' });
    expect(readTitles()).toEqual(['第2号文章', '第1号文章', '第0号文章', '第3号文章', '第4号文章']);
    expect(screen.getByRole('status').textContent).toBe('共 5 篇');
    const days = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(days).toEqual(['2022年4月1日 星期五', '日期不详']);
    const items = within(screen.getByRole('list', { name: '文章列表' })).getAllByRole('listitem');
    expect(items[3]?.getAttribute('aria-posinset')).toBe('4');
    expect(items[3]?.getAttribute('aria-setsize')).toBe('5');
  });

  it('turns round, and stays so', async () => {
    const asked = serveFiles(buildArchive('示例', 950, 2));
    const user = userEvent.setup();
    const { unmount } = renderReader('/');
    await user.click(await screen.findByRole('button', { name: '最新在前' }));
    await screen.findByRole('link', { name: '第0号文章' });
    expect(readTitles().slice(0, 3)).toEqual(['第0号文章', '第1号文章', '第2号文章']);
    expect(asked.at(-1)).toBe('archive/lists/one/1.json');
    unmount();
    renderReader('/');
    await screen.findByRole('link', { name: '第0号文章' });
    expect(screen.getByRole('button', { name: '最早在前' })).toBeDefined();
  });

  it('asks only for the pages in sight', async () => {
    // A phone has no front page, which may ask for pages of this day in earlier years.
    setWidth(412);
    const asked = serveFiles(buildArchive('示例', 950, 0));
    renderReader('/');
    await screen.findByRole('link', { name: '第949号文章' });
    expect(asked).toEqual(['archive/catalogue.json', 'archive/lists/one/10.json']);
  });

  it('finds a category with an odd name, from the tree and from the address', async () => {
    serveFiles(buildArchive(CATEGORY, 34, 0));
    const user = userEvent.setup();
    renderReader('/');
    await user.click(await screen.findByRole('link', { name: '100%？#1 34' }));
    expect(await screen.findByRole('heading', { level: 1, name: '100%？#1' })).toBe(
      document.activeElement,
    );
    expect(document.title).toBe('100%？#1 · 藏报');
    const { pathname } = window.location;
    document.body.replaceChildren();
    renderReader(pathname);
    expect(await screen.findByRole('heading', { level: 1, name: '100%？#1' })).toBeDefined();
  });

  it('says what failed and why, and recovers', async () => {
    const files = buildArchive('示例', 5, 0);
    const page = files['archive/lists/one/1.json'];
    files['archive/lists/one/1.json'] = new TypeError('no network');
    serveFiles(files);
    const user = userEvent.setup();
    renderReader('/');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('网络不通');
    files['archive/lists/one/1.json'] = page;
    await user.click(within(alert).getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('link', { name: '第4号文章' })).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ['is not there', undefined, '没有这个文件'],
    ['is a page of the host', '<!doctype html><title>oops</title>', '没有这个文件'],
    ['is no JSON', '{"version":1', '已损坏'],
    ['has another shape', { version: 1, root: {}, lists: {} }, '已损坏'],
  ])('says so when the catalogue %s', async (_, file, reason) => {
    serveFiles({ 'archive/catalogue.json': file });
    renderReader('/');
    expect((await screen.findByRole('alert')).textContent).toContain(reason);
    expect(screen.getByRole('heading', { level: 1, name: '全部文章' })).toBeDefined();
  });

  it('offers the months as one stop of the Tab key', async () => {
    serveFiles(buildArchive('示例', 300, 0));
    const user = userEvent.setup();
    renderReader('/');
    const june = await screen.findByRole('button', { name: /^2022年6月/ });
    await waitFor(() => expect(june.getAttribute('aria-current')).toBe('true'));
    const bars = within(screen.getByRole('group', { name: '按月份跳转' })).getAllByRole('button');
    expect(bars.map((bar) => bar.tabIndex)).toEqual([-1, -1, 0]);
    june.focus();
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '2022年5月 124 篇' }));
  });

  it('has one navigation of each kind, whatever the width', async () => {
    serveFiles(buildArchive('示例', 3, 0));
    setWidth(412);
    const user = userEvent.setup();
    renderReader('/');
    await screen.findByRole('link', { name: '第2号文章' });
    expect(screen.getAllByRole('navigation', { name: '主导航' })).toHaveLength(1);
    expect(screen.queryByRole('navigation', { name: '分类' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '分类' }));
    const dialog = screen.getByRole('dialog', { name: '分类' });
    await user.click(within(dialog).getByRole('link', { name: '示例 3' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('heading', { level: 1, name: '示例' })).toBe(document.activeElement);
  });

  it('gives the focus back to the row that Back returns to', async () => {
    serveFiles(buildArchive('示例', 20, 0));
    const user = userEvent.setup();
    for (const width of [1440, 412]) {
      setWidth(width);
      const { unmount } = renderReader('/');
      await user.click(await screen.findByRole('link', { name: '第17号文章' }));
      const heading = await screen.findByRole('heading', { level: 1, name: '第17号文章' });
      expect(document.activeElement).toBe(heading);
      await goBack();
      await waitFor(() =>
        expect(document.activeElement).toBe(screen.getByRole('link', { name: '第17号文章' })),
      );
      unmount();
    }
  });

  it('invites to fill an empty archive', async () => {
    const files = buildArchive('示例', 0, 0);
    (files['archive/catalogue.json'] as Catalogue).root.children = [];
    serveFiles(files);
    renderReader('/');
    expect(await screen.findByText('档案里还没有文章。')).toBeDefined();
  });

  it('has a page for addresses that lead nowhere', async () => {
    serveFiles(buildArchive('示例', 1, 0));
    for (const path of ['/nowhere', '/c/没有的分类']) {
      const { unmount } = renderReader(path);
      expect(await screen.findByRole('heading', { level: 1, name: '找不到这一页' })).toBeDefined();
      expect(document.title).toBe('找不到这一页 · 藏报');
      unmount();
    }
  });
});
