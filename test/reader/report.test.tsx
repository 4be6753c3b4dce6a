// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ReportAnswer, ReportedFile, ReportGroup } from '../../src/model/ReportPage.ts';
import { createQueryClient } from '../../src/reader/data/createQueryClient.ts';
import { ReportPage } from '../../src/reader/report/ReportPage.tsx';
import { splitSource } from '../../src/reader/report/splitSource.ts';
import { createSettingsStore } from '../../src/reader/storage/createSettingsStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { SettingsContext } from '../../src/reader/storage/useSettings.ts';
import {
  buildArticle,
  buildSummary,
  type Files,
  serveFiles,
  setUpReader,
  setWidth,
} from './setUpReader.tsx';

setUpReader();

const STARTED = '2022-05-20T05:10:02.000Z';

function buildReport(groups: ReportGroup[], changed = 0): ReportAnswer {
  return {
    state: 'here',
    contentDir: '/news/archive',
    found: 20_001,
    published: 20_000,
    rejected: 1,
    startedAt: STARTED,
    changed,
    groups,
  };
}

const buildGroup = (kind: string, name: string, ...paths: string[]): ReportGroup => ({
  kind,
  name,
  files: paths.map((path) => ({ path, reason: `reason of ${path}` })),
});

const GROUPS = [
  buildGroup('no-text', '里面没有文字', '空.md'),
  buildGroup('lost', '丢了一成以上的文字', '甲/一.md', '乙/二.md'),
  buildGroup('no-date', '没有日期，排在最后', '甲/一.md', '丙/cafe\u0301.md'),
];

const SOURCE = '---\ntitle: 一\n---\n<p>正文。</p>\n<b>扫码\n下载</b>';
const FILE: ReportedFile = {
  state: 'here',
  problems: [
    { name: '丢了一成以上的文字', reason: 'rules left out 4 of 7' },
    { name: '没有日期，排在最后', line: 2, reason: 'has no date' },
  ],
  source: SOURCE,
  isCut: false,
  isChanged: false,
  dropped: [{ rule: '推广', start: SOURCE.indexOf('扫'), end: SOURCE.indexOf('载') + 1 }],
  elsewhere: [],
  article: buildArticle(buildSummary(1, '甲'), {
    html: '<p>读者看到的正文。</p><img src="x" onerror="window.hasRun=true"><script>1</script>',
  }),
};
const fileKey = (path: string) => `report/file.json?path=${encodeURIComponent(path)}`;
const FILES: Files = {
  'report/list.json': buildReport(GROUPS),
  [fileKey('甲/一.md')]: FILE,
  [fileKey('乙/二.md')]: { ...FILE, isChanged: true, isCut: true } satisfies ReportedFile,
  [fileKey('空.md')]: { state: 'gone', problems: [] } satisfies ReportedFile,
};

function renderReport(search = '') {
  window.history.replaceState(null, '', `/report${search}`);
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retryDelay: 0 } });
  const settings = createSettingsStore(createKeyValueStore(window.localStorage, window));
  render(
    <QueryClientProvider client={client}>
      <SettingsContext value={settings}>
        <ReportPage />
      </SettingsContext>
    </QueryClientProvider>,
  );
  return settings;
}

const findFiles = () => screen.findByRole('list', { name: '有问题的文件' });
const readList = async () =>
  within(await findFiles())
    .getAllByRole('listitem')
    .map((row) => row.querySelector('h2, .report-name')?.textContent);
const readOpen = () =>
  screen.getByRole('main').querySelector('.report-file-head h2')?.textContent ?? '';

describe('the report', () => {
  it('that is not there, or of another folder, says what to do', async () => {
    serveFiles({ 'report/list.json': { state: 'none' } });
    renderReport();
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('还没有构建报告');
    expect(screen.getByRole('main').textContent).toContain('npm run build');
  });

  it('of another folder names both', async () => {
    const answer = { state: 'elsewhere', reported: '/旧', contentDir: '/新' };
    serveFiles({ 'report/list.json': answer });
    renderReport();
    expect((await screen.findByText(/\/旧.*\/新/)).textContent).toContain('npm run build');
  });

  it('that can’t be had is an alert, and is had by 重试', async () => {
    serveFiles({ 'report/list.json': new Error('no network') });
    renderReport();
    expect(screen.getByText('正在载入')).toBeTruthy();
    expect((await screen.findByRole('alert')).textContent).toContain('构建报告没有载入');
    serveFiles(FILES);
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    await findFiles();
  });

  it('lists its files by kind, what harms most first, and says what has changed since', async () => {
    serveFiles({ ...FILES, 'report/list.json': buildReport(GROUPS, 3) });
    renderReport();
    expect(await readList()).toEqual([
      '里面没有文字1',
      '空.md',
      '丢了一成以上的文字2',
      '一.md',
      '二.md',
      '没有日期，排在最后2',
      '一.md',
      'cafe\u0301.md',
    ]);
    expect(screen.getByText('共 4 个文件')).toBeTruthy();
    expect(screen.getByText(/构建以后有 3 个文件改过/).textContent).toContain('npm run build');
    expect(screen.getByText(/读到 20,001 个文件：发布 20,000 篇，1 个没能发布/)).toBeTruthy();
  });

  it('without a problem says so', async () => {
    serveFiles({ 'report/list.json': buildReport([]) });
    renderReport();
    await screen.findByText(/没有发现问题/);
  });

  it('of twenty thousand files has a few rows in the document', async () => {
    const paths = Array.from({ length: 20_000 }, (_, n) => `甲/${n}.md`);
    const groups = [buildGroup('dropped', '按规则删去', ...paths)];
    serveFiles({ 'report/list.json': buildReport(groups) });
    renderReport();
    const rows = within(await findFiles()).getAllByRole('listitem');
    expect(rows.length).toBeLessThan(40);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('20001');
  });
});

describe('its list', () => {
  it('is narrowed by kind and by words of the path, however they are written', async () => {
    serveFiles(FILES);
    renderReport();
    await findFiles();
    const kinds = screen.getByRole('combobox', { name: '问题种类' });
    await userEvent.selectOptions(kinds, '没有日期，排在最后（2）');
    expect(await readList()).toEqual(['没有日期，排在最后2', '一.md', 'cafe\u0301.md']);
    const box = screen.getByRole('searchbox', { name: '按路径查找' });
    await userEvent.type(box, 'CAF\u00e9 丙');
    expect(await readList()).toEqual(['没有日期，排在最后1', 'cafe\u0301.md']);
    await userEvent.type(box, '丁');
    await screen.findByText(/没有这样的文件/);
    expect(window.location.search).toContain('kind=no-date');
  });

  it('is walked through by j and k and by the arrows, not while one types or scrolls', async () => {
    serveFiles(FILES);
    const settings = renderReport();
    await findFiles();
    await userEvent.keyboard('j');
    expect(readOpen()).toBe('空.md');
    await userEvent.keyboard('j{ArrowDown}');
    expect(readOpen()).toBe('乙/二.md');
    await userEvent.keyboard('jjj');
    expect(readOpen()).toBe('丙/cafe\u0301.md');
    await userEvent.keyboard('k{ArrowUp}');
    expect(readOpen()).toBe('乙/二.md');
    await screen.findByRole('region', { name: '原文件' });
    act(() => screen.getByRole('region', { name: '原文件' }).focus());
    await userEvent.keyboard('{ArrowUp}');
    expect(readOpen()).toBe('乙/二.md');
    await userEvent.keyboard('k');
    expect(readOpen()).toBe('甲/一.md');
    await userEvent.type(screen.getByRole('searchbox'), 'j');
    expect(readOpen()).toBe('甲/一.md');
    await userEvent.clear(screen.getByRole('searchbox'));
    act(() => (document.activeElement as HTMLElement).blur());
    act(() => settings.change({ hasShortcuts: false }));
    await userEvent.keyboard('j');
    expect(readOpen()).toBe('甲/一.md');
  });
});

describe('a file', () => {
  it('is its text with what was named and left out marked, beside the article, sanitized', async () => {
    serveFiles(FILES);
    renderReport();
    await userEvent.click((await screen.findAllByRole('link', { name: /^一\.md/ }))[0] as Element);
    const source = await screen.findByRole('region', { name: '原文件' });
    const lines = [...source.children];
    expect(lines.map((line) => line.textContent)).toEqual(SOURCE.split('\n'));
    expect(source.querySelector('.is-named')?.textContent).toBe('title: 一');
    const marks = [...source.querySelectorAll('del')];
    expect(marks.map((mark) => mark.textContent)).toEqual(['扫码', '下载']);
    expect(marks[0]?.dataset.rule).toBe('推广');
    const result = screen.getByRole('region', { name: '结果' });
    expect(within(result).getByRole('heading', { level: 1 }).textContent).toBe('第1号文章');
    expect(result.textContent).toContain('读者看到的正文。');
    expect(result.innerHTML).not.toMatch(/onerror|<script/);
    const problems = screen.getByRole('list', { name: '报告里说的' });
    expect(within(problems).getAllByRole('listitem')).toHaveLength(2);
    expect(problems.textContent).toContain('第 2 行');
    expect(document.querySelector('[aria-current="true"]')?.textContent).toContain('一.md');
  });

  it('that has gone, was changed, is cut or is not in the report any more says so', async () => {
    serveFiles(FILES);
    renderReport('?of=no-text&file=空.md');
    await screen.findByText(/这个文件现在读不到/);
    await userEvent.keyboard('jj');
    await screen.findByText(/这个文件在构建以后改过/);
    expect(screen.getByText(/只显示开头/)).toBeTruthy();
    await userEvent.keyboard('jj');
    expect((await screen.findByRole('alert')).textContent).toContain('报告里没有这个文件');
  });

  it('on a phone covers the list, and leads back to it', async () => {
    setWidth(412);
    serveFiles(FILES);
    renderReport('?of=lost&file=甲/一.md');
    const list = await findFiles();
    expect(list.closest('[inert]')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '返回文件列表' }));
    await waitFor(() => expect(list.closest('[inert]')).toBeNull());
    expect(window.location.search).toBe('');
  });
});

describe('splitSource', () => {
  const split = (source: string, ...dropped: [number, number][]) =>
    splitSource(
      source,
      dropped.map(([start, end]) => ({ rule: 'x', start, end })),
    ).map((line) => line.map(({ text, rule }) => (rule ? `[${text}]` : text)).join(''));

  it('keeps every character, and each mark at its place', () => {
    expect(split('')).toEqual(['']);
    expect(split('ab\n\ncd')).toEqual(['ab', '', 'cd']);
    expect(split('abcdef', [0, 1], [2, 3], [5, 6])).toEqual(['[a]b[c]de[f]']);
    expect(split('ab\ncd\n\nef', [1, 8])).toEqual(['a[b]', '[cd]', '', '[e]f']);
    expect(split('ab\ncd', [0, 2], [3, 5])).toEqual(['[ab]', '[cd]']);
    expect(split('ab\ncd', [2, 4])).toEqual(['ab', '[c]d']);
  });
});
