// @vitest-environment jsdom
/** What the reader has searched for: remembered, saved, deleted and put back; and what damage costs. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSearchMemory } from '../../src/reader/search/createSearchMemory.ts';
import { forgetSearchService } from '../../src/reader/search/findSearchService.ts';
import { isDamagedSettings } from '../../src/reader/storage/createSettingsStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { SEARCHES_KEY } from '../../src/reader/storage/siteKeys.ts';
import { buildSearchable, makeFolder, type Searchable } from '../search/setUpSearch.ts';
import { renderReader, setUpReader } from './setUpReader.tsx';

setUpReader();

let archive: Searchable;
const removals: (() => void)[] = [];

beforeAll(async () => {
  const scratch = makeFolder((remove) => removals.push(remove));
  archive = await buildSearchable(scratch, resolve(import.meta.dirname, '../../content'));
});
afterAll(() => {
  for (const remove of removals) remove();
});
beforeEach(() => {
  forgetSearchService();
  vi.stubGlobal('fetch', async (address: string) => {
    const bytes = await readFile(join(archive.outDir, address.replace(/^\//, ''))).catch(
      () => undefined,
    );
    return bytes ? new Response(bytes) : new Response('', { status: 404 });
  });
});

describe('the memory', () => {
  const open = () => createSearchMemory(createKeyValueStore(window.localStorage));
  const build = (text: string) => `q=${encodeURIComponent(text)}`;

  test('the last search stands first, once, and takes the place of its own beginning', () => {
    const memory = open();
    for (const text of ['公', '公积金', '房贷', '公积金']) memory.remember(build(text));
    expect(memory.read().recent).toEqual([build('公积金'), build('房贷')]);
    expect(open().read()).toEqual(memory.read());
    for (let i = 0; i < 50; i++) memory.remember(build(`第${i}次`));
    expect(memory.read().recent).toHaveLength(20);
  });

  test('only the last search goes with what was typed on to it, and only within the same category', () => {
    const memory = open();
    for (const text of ['公', '房贷', '公积']) memory.remember(build(text));
    expect(memory.read().recent).toEqual(['公积', '房贷', '公'].map(build));
    const within = `${build('公积金')}&in=${encodeURIComponent('要闻')}`;
    memory.remember(within);
    expect(memory.read().recent).toEqual([within, ...['公积', '房贷', '公'].map(build)]);
  });

  test('a search is kept once, the last one first, and 200 of them', () => {
    const memory = open();
    for (const text of ['甲', '乙', '甲']) memory.keep(build(text));
    expect(memory.read().kept).toEqual(['甲', '乙'].map(build));
    for (let i = 0; i < 250; i++) memory.keep(build(`第${i}次`));
    expect(memory.read().kept).toHaveLength(200);
  });

  test('a search that is repeated writes nothing', () => {
    const memory = open();
    memory.remember(build('甲'));
    const told = vi.fn();
    memory.subscribe(told);
    memory.remember(build('甲'));
    expect(told).not.toHaveBeenCalled();
  });

  test('what is deleted can be put back where it was', () => {
    const memory = open();
    for (const text of ['甲', '乙', '丙']) memory.remember(build(text));
    const undo = memory.forget('recent', build('乙'));
    expect(memory.read().recent).toEqual([build('丙'), build('甲')]);
    undo();
    expect(memory.read().recent).toEqual([build('丙'), build('乙'), build('甲')]);
    const undoAll = memory.clearRecent();
    expect(memory.read().recent).toEqual([]);
    undoAll();
    expect(memory.read().recent).toHaveLength(3);
  });

  test.each(['{', '[]', '7', 'null', '{"v":1,"recent":7,"kept":[3,"",null]}'])(
    'damaged: %s costs nothing else',
    (text) => {
      window.localStorage.setItem(SEARCHES_KEY, text);
      const memory = open();
      expect(memory.read()).toEqual({ recent: [], kept: [] });
      memory.keep(build('甲'));
      expect(open().read().kept).toEqual([build('甲')]);
    },
  );

  test('what is no record at all is set aside at the start, as settings are', () => {
    expect(isDamagedSettings(SEARCHES_KEY, '{')).toBe(true);
    expect(isDamagedSettings(SEARCHES_KEY, '[]')).toBe(true);
    expect(isDamagedSettings(SEARCHES_KEY, '{"v":1,"recent":[],"kept":[]}')).toBe(false);
  });

  test('what a later version has written stays as it is', () => {
    const text = JSON.stringify({ v: 2, searches: ['甲'] });
    window.localStorage.setItem(SEARCHES_KEY, text);
    const memory = open();
    memory.remember(build('乙'));
    expect(memory.read()).toEqual({ recent: [], kept: [] });
    expect(window.localStorage.getItem(SEARCHES_KEY)).toBe(text);
  });

  test('where nothing may be kept, searches last as long as the page', () => {
    const memory = createSearchMemory(createKeyValueStore(undefined));
    memory.remember(build('甲'));
    expect(memory.read().recent).toEqual([build('甲')]);
  });
});

const WORD = '公里';

test('a search whose article is opened is a recent one, and is searched again by a press', async () => {
  renderReader(`/search?q=${WORD}`);
  const list = await screen.findByRole('list', { name: '文章列表' });
  await userEvent.click((await within(list).findAllByRole('link'))[0] as HTMLElement);
  renderReader('/search');
  const recent = await screen.findByRole('list', { name: '最近的搜索' });
  await userEvent.click(within(recent).getByRole('link', { name: WORD }));
  expect(window.location.search).toBe(`?q=${encodeURIComponent(WORD)}`);
});

test('a search is saved with its filters, found on the empty page, deleted and put back', async () => {
  const { category } = archive.articles[0] ?? { category: '' };
  const query = `q=${encodeURIComponent('的')}&in=${encodeURIComponent(category)}&sort=oldest`;
  const { unmount } = renderReader(`/search?${query}`);
  const keep = await screen.findByRole('button', { name: '保存搜索' });
  await userEvent.click(keep);
  await waitFor(() => expect(keep.getAttribute('aria-pressed')).toBe('true'));
  unmount();
  renderReader('/search');
  const kept = await screen.findByRole('list', { name: '保存的搜索' });
  const link = within(kept).getByRole('link');
  expect(link.textContent).toMatch(/^的 · /);
  fireEvent.click(within(kept).getByRole('button', { name: /^删除搜索/ }));
  await waitFor(() => expect(screen.queryByRole('list', { name: '保存的搜索' })).toBeNull());
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }));
  expect(await screen.findByRole('list', { name: '保存的搜索' })).toBeTruthy();
});
