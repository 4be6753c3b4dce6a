// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Catalogue, Category } from '../../src/model/Catalogue.ts';
import { joinChain, shortenName } from '../../src/reader/navigation/nameBranch.ts';
import { buildUnreadCount } from '../../src/reader/read-state/countUnread.ts';
import { createMarks } from '../../src/reader/read-state/createMarks.ts';
import { noteReadIn } from '../../src/reader/read-state/readIn.ts';
import { sweepArticles, undoSweep } from '../../src/reader/read-state/sweepArticles.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import {
  buildArchive,
  buildSummary,
  renderReader,
  serveFiles,
  setUpReader,
} from './setUpReader.tsx';

setUpReader();

function buildCategory(path: string, count: number, children: Category[] = []): Category {
  return { path, name: path.split('/').at(-1) ?? '', count, list: 'one', children };
}

/** Two channels of one paper, and a paper with one channel. */
const root = buildCategory('', 9, [
  buildCategory('金融', 7, [
    buildCategory('金融/晨报', 7, [
      buildCategory('金融/晨报/晨报－国內', 4),
      buildCategory('金融/晨报/晨报－产经', 3),
    ]),
  ]),
  buildCategory('杂项', 2),
]);

describe('names in the tree', () => {
  it.each([
    ['晨报－国內', '晨报', '国內'],
    ['晨报 - 国內', '晨报', '国內'],
    ['晨报国內', '晨报', '晨报国內'],
    ['晨报－', '晨报', '晨报－'],
    ['－国內', '', '－国內'],
  ])('%s below %s is %s', (name, above, short) => expect(shortenName(name, above)).toBe(short));

  it('only children with the same articles stand in one line', () => {
    const names = (category: Category) => joinChain(category).map(({ name }) => name);
    expect(root.children.map(names)).toEqual([['金融', '晨报'], ['杂项']]);
    expect(names(buildCategory('a', 3, [buildCategory('a/b', 2)]))).toEqual(['a']);
  });
});

describe('the tree', () => {
  function open() {
    const files = buildArchive('金融/晨报', 9, 0);
    const catalogue = files['archive/catalogue.json'] as Catalogue;
    serveFiles({ ...files, 'archive/catalogue.json': { ...catalogue, root } });
    return renderReader('/');
  }
  const readNames = (tree: HTMLElement) =>
    within(tree)
      .getAllByRole('link')
      .map((link) => link.getAttribute('aria-label'));

  it('shows short names, keeps whole ones for those who hear them, and folds for good', async () => {
    const { settings } = open();
    const tree = await screen.findByRole('navigation', { name: '分类' });
    const link = within(tree).getByRole('link', { name: '晨报－国內 4' });
    expect(link.textContent).toBe('国內4');
    expect(readNames(tree)).toEqual(['金融 7', '晨报 7', '晨报－国內 4', '晨报－产经 3', '杂项 2']);
    fireEvent.click(within(tree).getByRole('button', { name: '收起晨报' }));
    expect(readNames(tree)).toEqual(['金融 7', '晨报 7', '杂项 2']);
    expect(settings.read().branches).toEqual({ '金融/晨报': false });
    fireEvent.click(within(tree).getByRole('button', { name: '展开晨报' }));
    expect(readNames(tree)).toHaveLength(5);
  });

  it('shows what is unread, without a request to the host', async () => {
    const { marks } = open();
    const tree = await screen.findByRole('navigation', { name: '分类' });
    const article = buildSummary(1, '金融/晨报/晨报－国內');
    marks.read.mark(article.id, true);
    marks.visits.save(article);
    sweepArticles(marks.texts, {
      category: '杂项',
      list: { ids: 'aaaaaaaabbbbbbbb', former: {} },
      counts: { 杂项: 2 },
    });
    const button = within(tree).getByRole('button', { name: '只看有未读的分类' });
    fireEvent.click(button);
    await waitFor(() =>
      expect(readNames(tree)).toEqual([
        '金融 6 篇未读',
        '晨报 6 篇未读',
        '晨报－国內 3 篇未读',
        '晨报－产经 3 篇未读',
      ]),
    );
    expect(button.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the count of what is unread', () => {
  const channel = '金融/晨报/晨报－国內';
  const find = (path: string, within_ = root): Category | undefined =>
    within_.path === path
      ? within_
      : within_.children.map((child) => find(path, child)).find(Boolean);
  function setUp() {
    window.localStorage.clear();
    const texts = createKeyValueStore(window.localStorage);
    const marks = createMarks(texts);
    const count = (path: string) => buildUnreadCount(root, marks)(find(path) as Category);
    const read = (id: string, category = channel) => {
      marks.read.mark(id, true);
      noteReadIn(texts, { id, category });
    };
    return { texts, marks, count, read };
  }

  it('goes down by what is opened, in its category and in those above', () => {
    const { marks, count, read } = setUp();
    read('aaaaaaaaaaaa');
    read('aaaaaaaaaaaa');
    read('bbbbbbbbbbbb', '杂项');
    expect(['', '金融', channel, '杂项'].map(count)).toEqual([7, 6, 3, 1]);
    marks.read.mark('aaaaaaaaaaaa', false);
    expect(['', '金融', channel].map(count)).toEqual([8, 7, 4]);
  });

  it('counts what 全部标为已读 covered once, and gives it back', () => {
    const { texts, marks, count, read } = setUp();
    read('aaaaaaaaaaaa');
    const list = { ids: 'aaaaaaaabbbbbbbbccccccccdddddddd', former: {} };
    sweepArticles(texts, { category: channel, list, counts: { [channel]: 4 } });
    expect(['', '金融', channel].map(count)).toEqual([5, 3, 0]);
    read('bbbbbbbbbbbb');
    expect(count(channel)).toBe(0);
    marks.read.mark('bbbbbbbbbbbb', false);
    expect([count(''), count(channel)]).toEqual([6, 1]);
    undoSweep(texts);
    expect(count(channel)).toBe(3);
  });

  it('knows that all is read where everything was covered before counts were noted', () => {
    const { texts, count } = setUp();
    const list = { ids: 'abcdefghi'.replace(/./g, (each) => each.repeat(8)), former: {} };
    sweepArticles(texts, { category: '', list });
    expect(['', '金融', channel].map(count)).toEqual([0, 0, 0]);
  });
});
