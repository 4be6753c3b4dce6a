import { describe, expect, test } from 'vitest';
import { buildLists } from '../../src/archive/output/buildLists.ts';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { findCategory } from '../../src/model/Catalogue.ts';

function summary(id: string, category: string, publishedAt?: string): ArticleSummary {
  return {
    id,
    title: id,
    ...(publishedAt ? { publishedAt } : {}),
    category,
    source: '',
    excerpt: '',
    imageCount: 0,
    characterCount: 0,
  };
}

const summaries = [
  summary('d', '金融/甲/国内', '2022-05-20T05:10:02Z'),
  summary('u2', '金融/甲/国内'),
  summary('b', '金融/甲/国内', '2022-04-30T15:59:59Z'),
  summary('c', '金融/甲/国内', '2022-04-30T16:00:00Z'),
  summary('u1', '编程/乙'),
  summary('a', '编程/乙', '2021-12-31T16:00:00Z'),
  summary('a0', '编程/乙', '2021-12-31T16:00:00Z'),
];

/** The stored lists and the category tree, which every list on screen is read from. */
describe('buildLists', () => {
  const { catalogue, lists } = buildLists(summaries);

  test('oldest first, equal dates by id, undated last', () => {
    expect(lists.get('all')?.map(({ id }) => id)).toEqual(['a', 'a0', 'b', 'c', 'd', 'u1', 'u2']);
  });

  test('the order of the files makes no difference', () => {
    const other = buildLists([...summaries].reverse());
    expect(JSON.stringify(other.catalogue)).toBe(JSON.stringify(catalogue));
    expect([...other.lists]).toEqual([...lists]);
  });

  test('months are Beijing’s: 16:00 UTC on the last day is the next month', () => {
    expect(catalogue.lists.all).toEqual({
      count: 7,
      undatedCount: 2,
      months: [
        ['2022-01', 2],
        ['2022-04', 1],
        ['2022-05', 2],
      ],
      ids: expect.stringMatching(/^[a-z2-7]{12}$/),
    });
  });

  test('a list’s ids are named by themselves: another article, or another order, is another name', () => {
    const nameIds = (...changed: ArticleSummary[]) =>
      buildLists([...summaries, ...changed]).catalogue.lists.all?.ids;
    expect(nameIds()).toBe(catalogue.lists.all?.ids);
    expect(nameIds(summary('e', '编程/乙'))).not.toBe(nameIds());
    expect(nameIds(summary('e', '编程/乙'))).not.toBe(
      nameIds(summary('e', '编程/乙', '2020-01-01T00:00:00Z')),
    );
  });

  test('categories count what is in and below them, the largest first', () => {
    expect(catalogue.root.children.map(({ name, count }) => [name, count])).toEqual([
      ['金融', 4],
      ['编程', 3],
    ]);
    const finance = findCategory(catalogue.root, '金融');
    expect(finance).toMatchObject({
      firstDate: '2022-04-30T15:59:59Z',
      lastDate: '2022-05-20T05:10:02Z',
    });
  });

  test('a category with the same articles as its only child shares the child’s list', () => {
    const ids = ['金融', '金融/甲', '金融/甲/国内'].map(
      (path) => findCategory(catalogue.root, path)?.list,
    );
    expect(new Set(ids).size).toBe(1);
    expect(Object.keys(catalogue.lists).sort()).toEqual([...lists.keys()].sort());
    expect(lists.size).toBe(3);
  });

  test('a category with articles of its own beside its only child does not share', () => {
    const { catalogue: mixed, lists: own } = buildLists([
      summary('x', '甲'),
      summary('y', '甲/乙'),
    ]);
    const [parent] = mixed.root.children;
    expect(own.get(parent?.list ?? '')?.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(own.get(parent?.children[0]?.list ?? '')?.map(({ id }) => id)).toEqual(['y']);
  });

  test('the root shares too, and its list is always there', () => {
    const { catalogue: one, lists: own } = buildLists([summary('x', '甲/乙')]);
    expect(own.has(one.root.list)).toBe(true);
    expect(one.root.count).toBe(1);
    const { catalogue: none, lists: empty } = buildLists([]);
    expect(none.root).toMatchObject({ path: '', count: 0, children: [] });
    expect(empty.has(none.root.list)).toBe(true);
  });

  test('an article of several categories stands once in each list', () => {
    const both = summary('x', '金融/甲', '2022-01-01T00:00:00Z');
    both.otherCategories = ['金融/丙', '编程'];
    const { catalogue, lists } = buildLists([both, summary('y', '金融/丙')]);
    const listIds = (path: string) =>
      lists.get(findCategory(catalogue.root, path)?.list ?? '')?.map(({ id }) => id);
    expect(lists.get('all')?.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(['金融', '金融/甲', '金融/丙', '编程'].map(listIds)).toEqual([
      ['x', 'y'],
      ['x'],
      ['x', 'y'],
      ['x'],
    ]);
    const { list } = catalogue.root;
    expect(catalogue.lists[list]).toMatchObject({ count: 2, months: [['2022-01', 1]] });
  });

  test('what one category hides is shown by no other', () => {
    const both = { ...summary('x', '金融/甲'), otherCategories: ['内部/甲'] };
    const hiding = { order: [], names: {}, hidden: ['内部'] };
    const { catalogue, lists } = buildLists([both, summary('y', '金融/甲')], hiding);
    expect(lists.get(catalogue.root.list)?.map(({ id }) => id)).toEqual(['y']);
    expect(findCategory(catalogue.root, '内部')?.count).toBe(1);
  });

  test('equal counts stand by name; a category without dates has none', () => {
    const { catalogue: pair } = buildLists([summary('x', 'b'), summary('y', 'a')]);
    expect(pair.root.children.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(pair.root).not.toHaveProperty('firstDate');
  });
});
