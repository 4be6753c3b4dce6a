// @vitest-environment jsdom
/** What the owner has set, as readers see it. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Category } from '../../src/model/Catalogue.ts';
import { buildFooterHref } from '../../src/reader/site/buildFooterHref.ts';
import { buildOwnFiles } from './buildOwnFiles.ts';
import {
  buildArticle,
  buildSummary,
  goBack,
  renderReader,
  serveFiles,
  setUpReader,
  setWidth,
} from './setUpReader.tsx';

setUpReader();

const findList = (name: string) => screen.findByRole('list', { name });
const readRows = (list: HTMLElement) =>
  within(list)
    .getAllByRole('link')
    .map((link) => link.textContent);

describe('the footer', () => {
  const footer = [
    { text: '京ICP备00000001号', link: 'https://beian.example/' },
    { text: '订阅', link: '/feed.xml' },
    { text: '由读者整理' },
  ];

  it.each([
    ['', 1440],
    ['', 412],
    ['a/id0001', 768],
    ['a/id0001', 412],
    ['about', 412],
    ['offline', 412],
    ['nowhere', 768],
    ['a/gone', 412],
    ['a/down', 768],
  ])('stands once on /%s at %i px', async (path, width) => {
    setWidth(width);
    const files = buildOwnFiles({
      footer,
      licence: '版权归原作者',
      hasAbout: true,
      takenDown: { down: '' },
    });
    files['archive/about.json'] = { title: '关于我们', html: '<p>旧闻。</p>' };
    serveFiles(files);
    renderReader(`/${path}`);
    await screen.findAllByRole('list', { name: '网站信息' });
    await act(() => new Promise((done) => setTimeout(done, 100)));
    // One in a list pane that has rows is not displayed, which jsdom doesn't know.
    const shown = screen
      .getAllByRole('list', { name: '网站信息' })
      .filter((list) => !list.parentElement?.matches('.list-pane'));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.textContent).toBe('关于京ICP备00000001号订阅由读者整理版权归原作者');
  });

  it('leads out beside the reader, and to the site’s own paths', async () => {
    serveFiles(buildOwnFiles({ footer }));
    renderReader('/');
    const list = await findList('网站信息');
    const [out, own] = within(list).getAllByRole('link');
    expect(out?.outerHTML).toBe(
      '<a href="https://beian.example/" target="_blank" rel="noopener noreferrer">京ICP备00000001号</a>',
    );
    expect(own?.outerHTML).toBe('<a href="/feed.xml">订阅</a>');
  });

  it.each([
    ['https://a.example/b', 'https://a.example/b'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['/about', '/news/about'],
    ['about', '/news/about'],
    ['//a.example/', '/news/a.example/'],
    ['javascript:alert(1)', '/news/javascript:alert(1)'],
  ])('has for %s the address %s', (link, href) => {
    expect(buildFooterHref(link, '/news/')).toBe(href);
  });

  it('is not there where nothing is set', async () => {
    serveFiles(buildOwnFiles({}));
    renderReader('/');
    await findList('文章列表');
    expect(screen.queryByRole('list', { name: '网站信息' })).toBeNull();
  });
});

describe('the about page', () => {
  it('shows what the owner says, sanitized', async () => {
    const files = buildOwnFiles({ hasAbout: true });
    files['archive/about.json'] = {
      title: '关于我们',
      html: '<p>旧闻。<img src="x" onerror="alert(1)"></p><script>1</script>',
    };
    serveFiles(files);
    const user = userEvent.setup();
    renderReader('/');
    await user.click(await screen.findByRole('link', { name: '关于' }));
    const heading = await screen.findByRole('heading', { level: 1, name: '关于我们' });
    expect(document.activeElement).toBe(heading);
    expect(await screen.findByText('旧闻。')).toBeTruthy();
    expect(document.querySelector('.article-body')?.innerHTML).not.toMatch(/onerror|script/);
    expect(document.title).toBe('关于我们 · 藏报');
  });

  it('says why it did not come, and tries again', async () => {
    const files = buildOwnFiles({ hasAbout: true });
    files['archive/about.json'] = new Error('no network');
    serveFiles(files);
    renderReader('/about');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('“关于”没有载入');
    expect(alert.textContent).toContain('网络不通');
    files['archive/about.json'] = { title: '关于我们', html: '<p>旧闻。</p>' };
    await userEvent.click(within(alert).getByRole('button', { name: '重试' }));
    expect(await screen.findByText('旧闻。')).toBeTruthy();
  });

  it.each([
    ['a page of the host', '<!doctype html>', '服务器上没有这个文件。'],
    ['another file', { title: 1 }, '文件已损坏，读不出内容。'],
  ])('does not take %s for it', async (_, file, why) => {
    serveFiles({ ...buildOwnFiles({ hasAbout: true }), 'archive/about.json': file });
    renderReader('/about');
    expect((await screen.findByRole('alert')).textContent).toContain(why);
  });

  it('is no page where there is none', async () => {
    serveFiles(buildOwnFiles({}));
    renderReader('/about');
    expect(await screen.findByRole('heading', { name: '找不到这一页' })).toBeTruthy();
  });
});

describe('categories', () => {
  /** Names one, and hides another that holds article 1. */
  const change = (top: Category) => {
    const port = top.children[0] as Category;
    (port.children[0] as Category).name = '公告栏';
    const hidden = { ...port, path: '内部', name: '内部', children: [], isHidden: true as const };
    top.children.push(hidden);
  };

  it('that are hidden are not in the navigation, and have a page', async () => {
    serveFiles(buildOwnFiles({}, change));
    renderReader('/c/内部');
    expect(await screen.findByRole('heading', { level: 1, name: '内部' })).toBeTruthy();
    const tree = await screen.findByRole('navigation', { name: '分类' });
    const names = within(tree)
      .getAllByRole('link')
      .map((link) => link.getAttribute('aria-label'));
    expect(names).toEqual(['港口 150', '公告栏 150']);
  });

  it('have their names above an article, in a list’s name and in the title', async () => {
    serveFiles(buildOwnFiles({}, change));
    renderReader('/a/id0001');
    const crumbs = await screen.findByRole('navigation', { name: '所在分类' });
    expect(readRows(crumbs)).toEqual(['港口', '公告栏']);
    expect(within(crumbs).getByText('公告栏').getAttribute('href')).toBe(
      `/c/${encodeURIComponent('港口')}/${encodeURIComponent('公告')}`,
    );
    expect(await screen.findByRole('heading', { level: 2, name: '公告栏' })).toBeTruthy();
    await userEvent.click(within(crumbs).getByText('公告栏'));
    expect(document.title).toBe('公告栏 · 藏报');
  });

  it('that are hidden open their articles, with neighbours of their own', async () => {
    const files = buildOwnFiles({}, change);
    files['archive/articles/id0001.json'] = buildArticle(buildSummary(1, '内部'));
    serveFiles(files);
    renderReader('/a/id0001');
    expect(await screen.findByRole('heading', { level: 1, name: '第1号文章' })).toBeTruthy();
    expect(await screen.findByRole('heading', { level: 2, name: '内部' })).toBeTruthy();
    expect(await screen.findByRole('link', { name: /下一篇 第0号/ })).toBeTruthy();
  });
});

describe('pinned articles', () => {
  const pinned = [3, 90].map((n) => buildSummary(n, '港口/公告'));

  it.each(['newest', 'oldest'])(
    'stand above the rows, %s first, and add none',
    async (listOrder) => {
      window.localStorage.setItem('cangbao:settings', JSON.stringify({ v: 1, listOrder }));
      serveFiles(buildOwnFiles({ pinned }));
      renderReader('/');
      const list = await findList('置顶文章');
      expect(readRows(list)).toEqual(['第3号文章', '第90号文章']);
      expect(screen.getByRole('heading', { level: 2, name: '置顶' })).toBeTruthy();
      expect(screen.getAllByRole('status')[0]?.textContent).toBe('共 150 篇');
      const first = await screen.findByRole('link', {
        name: listOrder === 'newest' ? '第149号文章' : '第0号文章',
      });
      expect(list.compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    },
  );

  it('stand in the lists of their own categories alone', async () => {
    const other = buildSummary(500, '别处');
    const hidden = buildSummary(501, '港口/内部');
    const files = buildOwnFiles({ pinned: [...pinned, other, hidden] }, (top) => {
      const port = top.children[0] as Category;
      const inside = { ...port, path: '港口/内部', name: '内部', children: [] };
      port.children.push({ ...inside, isHidden: true });
      top.children.push({ ...port, path: '别处', name: '别处', children: [] });
    });
    serveFiles(files);
    renderReader('/c/港口');
    expect(readRows(await findList('置顶文章'))).toEqual(['第3号文章', '第90号文章']);
    await act(async () => window.history.pushState(null, '', '/c/港口/内部'));
    expect(readRows(await findList('置顶文章'))).toEqual(['第501号文章']);
    await act(async () => window.history.pushState(null, '', '/'));
    expect(readRows(await findList('置顶文章'))).toEqual([
      '第3号文章',
      '第90号文章',
      '第500号文章',
    ]);
  });

  it('are rows like any other: read, bookmarked, and returned to', async () => {
    setWidth(412);
    serveFiles(buildOwnFiles({ pinned }));
    const user = userEvent.setup();
    const { bookmarks } = renderReader('/');
    act(() => void bookmarks.save(buildSummary(3, '港口/公告')));
    const row = within(await findList('置顶文章')).getByRole('link', { name: '第3号文章' });
    expect(within(row.closest('li') as HTMLElement).getByText('已收藏')).toBeTruthy();
    await user.click(row);
    // On from its own place in the list: the article one day older.
    expect(await screen.findByRole('link', { name: /下一篇 第2号文章/ })).toBeTruthy();
    await goBack();
    const returned = within(await findList('置顶文章')).getByRole('link', { name: '第3号文章' });
    expect(document.activeElement).toBe(returned);
    expect(within(returned.closest('li') as HTMLElement).getByText('已读')).toBeTruthy();
  });
});

it('a catalogue whose settings are damaged is not taken', async () => {
  const files = buildOwnFiles({ takenDown: { id0001: 5 as unknown as string } });
  serveFiles(files);
  renderReader('/');
  expect((await screen.findByRole('alert')).textContent).toContain('文件已损坏');
});

it('a logo stands in the seal’s place, and the seal in that of one that can’t be had', async () => {
  const logo = { src: 'archive/images/abcdefghijkl.svg', width: 120, height: 40 };
  serveFiles(buildOwnFiles({ logo, description: '一座港口的旧闻' }));
  renderReader('/');
  await screen.findByText('一座港口的旧闻');
  const picture = document.querySelector('.brand img') as HTMLImageElement;
  expect(picture.getAttribute('alt')).toBe('');
  expect(picture.getAttribute('src')).toBe('/archive/images/abcdefghijkl.svg');
  expect(document.querySelector('.seal')).toBeNull();
  act(() => void picture.dispatchEvent(new Event('error')));
  expect(document.querySelector('.brand .seal')).toBeTruthy();
});
