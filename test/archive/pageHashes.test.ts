/** What ties the pages of a list to a build: each page's hash is found, and only what has changed has another one. */
import { expect, test } from 'vitest';
import { type ArticleListInfo, PAGE_SIZE } from '../../src/model/Catalogue.ts';
import { hashText } from '../../src/model/hashText.ts';
import {
  buildPageHashes,
  findGroup,
  findPageHash,
  hashGroup,
  nameListState,
  takePageHash,
} from '../../src/model/pageHashes.ts';

function buildPages(count: number, change?: number): string[] {
  const rows = Array.from({ length: count }, (_, index) =>
    index === change ? '改' : `行${index}`,
  );
  const pages = Math.ceil(count / PAGE_SIZE);
  return Array.from({ length: pages }, (_, page) =>
    JSON.stringify(rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)),
  );
}

function describeList(count: number, undatedCount = 0, change?: number) {
  const info: ArticleListInfo = { count, undatedCount, months: [] };
  const texts = buildPages(count, change);
  const { hashes, files } = buildPageHashes(info, texts);
  return { info: { ...info, hashes }, texts, files };
}

test.each([
  [1, 0],
  [100, 100],
  [101, 0],
  [129, 0],
  [230, 0],
  [260, 140],
  [10_000, 0],
  [10_001, 0],
  [10_150, 0],
  [20_050, 300],
])('every page of %i articles, %i without a date, has the hash of its text', (count, undated) => {
  const { info, texts, files } = describeList(count, undated);
  texts.forEach((text, index) => {
    const page = index + 1;
    const known = findPageHash(info, page);
    const file = files[findGroup(page) - 1];
    expect(known ?? (file && takePageHash(file, page))).toBe(hashText(text));
    if (known === undefined) {
      expect(hashGroup(file ?? [])).toBe(info.hashes.groups[findGroup(page) - 1]);
    }
  });
  // A hundred pages are one hash, and a list of one or two pages needs no file.
  expect(info.hashes.groups).toHaveLength(Math.ceil(count / PAGE_SIZE / 100));
  if (count <= 100) expect(files).toEqual([]);
});

test('added articles change the last page, a backfill the pages from there on, a correction its own', () => {
  const changed = (a: string[], b: string[]) =>
    b.flatMap((hash, index) => (hash === a[index] ? [] : [index + 1]));
  const before = describeList(950);
  const added = describeList(953);
  const corrected = describeList(950, 0, 420);
  expect(changed(before.files[0] ?? [], added.files[0] ?? [])).toEqual([10]);
  expect(changed(before.files[0] ?? [], corrected.files[0] ?? [])).toEqual([5]);
  const states = [before, added, corrected].map(({ info }) => nameListState(info));
  expect(new Set(states).size).toBe(3);
});

test('texts that differ in one character, its place or their length have other hashes', () => {
  const texts = [
    '',
    ' ',
    'a',
    'b',
    'ab',
    'ba',
    '甲',
    '乙',
    '甲乙',
    '乙甲',
    '𠮷',
    '\u{20bb6}',
    'a\u0000',
  ];
  expect(new Set(texts.map(hashText)).size).toBe(texts.length);
  for (const text of texts) expect(hashText(text)).toMatch(/^[\w-]{8}$/);
  const many = Array.from({ length: 50_000 }, (_, index) => hashText(`${index}`));
  expect(new Set(many).size).toBe(many.length);
});
