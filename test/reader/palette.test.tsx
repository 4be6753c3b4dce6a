// @vitest-environment jsdom
/** The command palette: it ends with the search of all texts, and knows settings, categories and tags. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../src/model/Catalogue.ts';
import { describeTags, findTagFile, foldTag } from '../../src/model/Tag.ts';
import { SETTING_VALUES } from '../../src/reader/storage/createSettingsStore.ts';
import { buildArchive, renderReader, serveFiles, setUpReader } from './setUpReader.tsx';

setUpReader();
// jsdom has nothing to scroll.
beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = () => {};
});

/** An archive with these tags, each of which has the whole list. */
function serveTags(names: readonly string[], count = names.length): void {
  const files = buildArchive('金融/产经', 5, 0);
  const catalogue = files['archive/catalogue.json'] as Catalogue;
  const tags = describeTags(count);
  catalogue.tags = tags;
  catalogue.build = 'b';
  for (let file = 0; file < tags.files; file++) {
    const here = names.filter((name) => findTagFile(tags, foldTag(name)) === file);
    files[`archive/tags/${file}.json`] = {
      build: 'b',
      tags: here.map((name) => ({ name, ...catalogue.lists.one, list: 'one' })),
    };
  }
  serveFiles(files);
}

async function openPalette(): Promise<HTMLElement> {
  await screen.findByRole('list', { name: '文章列表' });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  return screen.findByRole('combobox', { name: '搜索命令、分类、标签和文章' });
}

const readOptions = () => screen.getAllByRole('option').map((option) => option.textContent ?? '');

test('whatever is typed, the last thing to do is to search for it in all texts', async () => {
  serveTags([]);
  renderReader('/');
  const box = await openPalette();
  expect(readOptions().join()).not.toContain('全文搜索');
  await userEvent.type(box, '产经');
  await waitFor(() => expect(readOptions().at(-1)).toContain('全文搜索「产经」'));
  expect(readOptions()[0]).toContain('产经');
  await userEvent.clear(box);
  await userEvent.type(box, '没有 这样的');
  await waitFor(() => expect(readOptions()).toEqual(['全文搜索「没有 这样的」搜索']));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(window.location.pathname).toBe('/search'));
  expect(new URLSearchParams(window.location.search).get('q')).toBe('没有 这样的');
});

/** Widths are dragged, not chosen. */
const isChosen = ([name]: [string, unknown]) => !name.endsWith('Width');

test('every setting can be set to each of its values', async () => {
  serveTags([]);
  const { settings } = renderReader('/');
  const box = await openPalette();
  const { listSettings } = await import('../../src/reader/keyboard/listSettings.ts');
  const keys = listSettings(settings).map(({ key }) => key);
  for (const [name, values] of Object.entries(SETTING_VALUES).filter(isChosen))
    for (const value of values) expect(keys).toContain(`set ${name} ${value}`);
  await userEvent.type(box, '行宽 52');
  await userEvent.click(await screen.findByRole('option', { name: /行宽：52 字/ }));
  await waitFor(() => expect(settings.read().lineLength).toBe(52));
});

test('all tags are known where they are few', async () => {
  serveTags(['人工智能', '芯片', '人工降雨']);
  renderReader('/');
  await userEvent.type(await openPalette(), '人工');
  await waitFor(() =>
    expect(readOptions()).toEqual(['人工智能标签', '人工降雨标签', '全文搜索「人工」搜索']),
  );
  await userEvent.click(screen.getByRole('option', { name: /人工降雨/ }));
  await waitFor(() => expect(decodeURIComponent(window.location.pathname)).toBe('/t/人工降雨'));
});

test('of many tags, the one that is typed is known', async () => {
  serveTags(['人工智能', '芯片'], 5000);
  renderReader('/');
  await userEvent.type(await openPalette(), '芯片');
  expect(await screen.findByRole('option', { name: /芯片.*标签/ })).toBeTruthy();
});

test('the Enter that ends a composition in Safari does nothing', async () => {
  serveTags([]);
  renderReader('/');
  const box = await openPalette();
  await userEvent.type(box, '收藏夹');
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(window.location.pathname).toBe('/');
  expect(screen.getByRole('dialog')).toBeTruthy();
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 13 });
  await waitFor(() => expect(window.location.pathname).toBe('/saved'));
});

test('Caps Lock does not stop the keys, and the shift key is another matter', async () => {
  serveTags([]);
  renderReader('/');
  const list = await screen.findByRole('list', { name: '文章列表' });
  const rows = await within(list).findAllByRole('link');
  fireEvent.keyDown(document.body, { key: 'J' });
  // Their script comes with the first key.
  await waitFor(() => expect(document.activeElement).toBe(rows[0]));
  fireEvent.keyDown(document.body, { key: 'j', shiftKey: true });
  expect(document.activeElement).toBe(rows[0]);
  fireEvent.keyDown(document.body, { key: 'j', keyCode: 229 });
  expect(document.activeElement).toBe(rows[0]);
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
  expect(await screen.findByRole('dialog', { name: '快捷键' })).toBeTruthy();
});
