// @vitest-environment jsdom

/** A tag’s list comes from the file that belongs to the catalogue on screen, and from no other. */
import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/model/Catalogue.ts';
import { ArticleFoot } from '../../src/reader/article/ArticleFoot.tsx';
import { parseOrigin } from '../../src/reader/routing/ArticleOrigin.ts';
import { buildArchive, type Files, renderReader, serveFiles, setUpReader } from './setUpReader.tsx';

setUpReader();

/** An archive of three articles, two of which have the tag AI, in one build. */
function buildTagged(): Files {
  const files = buildArchive('甲', 3, 0);
  const catalogue = files['archive/catalogue.json'] as Catalogue;
  files['archive/catalogue.json'] = { ...catalogue, build: 'now', tags: { count: 1, files: 1 } };
  const rows = (files['archive/lists/one/1.json'] as unknown[]).slice(0, 2);
  const tag = { name: 'AI', list: 'tag-x', count: 2, undatedCount: 0, months: [['2022-04', 2]] };
  files['archive/lists/tag-x/1.json'] = rows;
  files['archive/tags/0.json'] = { build: 'now', tags: [tag] };
  return files;
}

const findCount = (text: string) => screen.findByText(text, { selector: '[role=status]' });

describe('a tag', () => {
  it('is found in any writing, and shown in the most frequent one', async () => {
    serveFiles(buildTagged());
    renderReader('/t/%EF%BC%A1i');
    await findCount('共 2 篇');
    screen.getByRole('heading', { level: 1, name: '标签：AI' });
    expect(document.title).toBe('标签：AI · 藏报');
    const list = await screen.findByRole('list', { name: '文章列表' });
    expect(within(list).getAllByRole('link')).toHaveLength(2);
  });

  it('of another build is asked for past the caches, then said to be on its way', async () => {
    const files = buildTagged();
    files['archive/tags/0.json?h=now'] = files['archive/tags/0.json'];
    files['archive/tags/0.json'] = { build: 'before', tags: [] };
    serveFiles(files);
    renderReader('/t/AI');
    await findCount('共 2 篇');
  });

  it('that is not to be had of this build is not shown of another', async () => {
    const files = buildTagged();
    const { tags } = files['archive/tags/0.json'] as { tags: unknown[] };
    files['archive/tags/0.json?h=now'] = { build: 'next', tags };
    files['archive/tags/0.json'] = { build: 'next', tags };
    serveFiles(files);
    renderReader('/t/AI');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('网站正在更新');
    expect(screen.queryByRole('list', { name: '文章列表' })).toBeNull();
    delete files['archive/tags/0.json?h=now'];
    files['archive/tags/0.json'] = { build: 'now', tags };
    fireEvent.click(within(alert).getByRole('button', { name: '重试' }));
    await findCount('共 2 篇');
  });

  it('whose file is damaged says so', async () => {
    const files = buildTagged();
    files['archive/tags/0.json'] = { build: 'now', tags: [{ name: 'AI' }] };
    serveFiles(files);
    renderReader('/t/AI');
    expect((await screen.findByRole('alert')).textContent).toContain('文件已损坏');
  });

  it('of an archive without tags is asked for nowhere', async () => {
    const asked = serveFiles(buildArchive('甲', 3, 0));
    renderReader('/t/AI');
    await screen.findByRole('heading', { level: 1, name: '找不到这一页' });
    expect(asked.filter((path) => path.includes('tags'))).toEqual([]);
  });
});

it('an article’s origin may be a tag, and nothing that is none', () => {
  const list = { kind: 'tag', tag: 'AI' };
  expect(parseOrigin({ origin: { list, position: 2, steps: 1 } })?.list).toEqual(list);
  expect(parseOrigin({ origin: { list: { kind: 'tag' }, position: 2 } })).toBeUndefined();
});

it('each tag of an article is a link to its list', () => {
  render(<ArticleFoot article={{ stocks: [], tags: ['夜班', 'C/C++'] }} />);
  const list = screen.getByRole('list', { name: '标签' });
  const links = within(list).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/t/%E5%A4%9C%E7%8F%AD',
    '/t/C%2FC%2B%2B',
  ]);
});
