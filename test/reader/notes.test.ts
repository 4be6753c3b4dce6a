// @vitest-environment jsdom
/** What is done with notes outside of a text: they move with their article, are grouped, searched and tagged. */
import { beforeEach, expect, test } from 'vitest';
import { followSelectionKey, listSentences } from '../../src/reader/marking/keySelection.ts';
import { filterNotes, groupNotes, limitGroups } from '../../src/reader/notes/groupNotes.ts';
import { moveNotes } from '../../src/reader/notes/moveNotes.ts';
import { noteStore } from '../../src/reader/notes/noteStore.ts';
import { formatTags, parseTags } from '../../src/reader/notes/tags.ts';
import { buildNote } from './buildNote.ts';

beforeEach(() => localStorage.clear());

test('notes go with an article that has another id now', async () => {
  await noteStore.mergeNotes([
    buildNote('a'),
    buildNote('b', { articleId: 'bbbbbbbbbbbb' }),
    buildNote('c', { removedAt: '2026-01-01T00:00:00.000Z' }),
  ]);
  await moveNotes('aaaaaaaaaaaa', { id: 'cccccccccccc', title: '新题' });
  const notes = new Map((await noteStore.readNotes()).map((note) => [note.id, note]));
  expect(notes.get('a')).toMatchObject({ articleId: 'cccccccccccc', articleTitle: '新题' });
  expect(notes.get('b')?.articleId).toBe('bbbbbbbbbbbb');
  expect(notes.get('c')?.removedAt).toBeDefined();
});

const NOTES = [
  buildNote('old', { createdAt: '2026-01-01T00:00:00Z', position: { start: 9, end: 12 } }),
  buildNote('new', {
    createdAt: '2026-01-03T00:00:00Z',
    color: 'pink',
    tags: ['港口', '数据'],
    text: 'Freight rates',
  }),
  buildNote('other', { createdAt: '2026-01-02T00:00:00Z', articleId: 'b', articleTitle: '别的' }),
];

const readIds = (by: Parameters<typeof groupNotes>[1]) =>
  groupNotes(NOTES, by).map(({ title, notes }) => [title, ...notes.map(({ id }) => id)]);

test('notes are grouped by day, article, colour and tag', () => {
  expect(readIds('date').map(([, id]) => id)).toEqual(['new', 'other', 'old']);
  expect(readIds('article')).toEqual([
    ['码头旧闻', 'new', 'old'],
    ['别的', 'other'],
  ]);
  expect(readIds('color')).toEqual([
    ['黄色，实线', 'other', 'old'],
    ['粉色，波浪线', 'new'],
  ]);
  expect(readIds('tag')).toEqual([
    ['数据', 'new'],
    ['港口', 'new'],
    ['没有标签', 'other', 'old'],
  ]);
  const { shown, left } = limitGroups(groupNotes(NOTES, 'article'), 1);
  expect(shown.map(({ notes }) => notes.map(({ id }) => id))).toEqual([['new']]);
  expect(left).toBe(2);
});

test('notes are found by their words, tags and article, in any case', () => {
  const find = (question: string) => filterNotes(NOTES, question).map(({ id }) => id);
  expect(find('freight')).toEqual(['new']);
  expect(find('港口 rates')).toEqual(['new']);
  expect(find('港口 nothing')).toEqual([]);
  expect(find('别的')).toEqual(['other']);
  expect(find(' ')).toHaveLength(3);
});

test('tags are divided by commas of any kind, and each stands once', () => {
  expect(parseTags(' 数据，港口,数据、 New  York ；')).toEqual(['数据', '港口', 'New York']);
  expect(parseTags(formatTags(['数据', '港口']))).toEqual(['数据', '港口']);
});

test('keys choose sentences, and move both ends', () => {
  const text = '一句。两句！\n三句，“话。”四句';
  const sentences = listSentences(text);
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    '一句。',
    '两句！',
    '三句，“话。”',
    '四句',
  ]);
  const press = (start: number, end: number, key: string, hasShift = false) => {
    const next = followSelectionKey(text, sentences, { start, end }, key, hasShift);
    return next && text.slice(next.start, next.end);
  };
  expect(press(0, 3, 'ArrowDown')).toBe('两句！');
  expect(press(0, 3, 'ArrowDown', true)).toBe('一句。两句！');
  expect(press(0, 6, 'ArrowUp', true)).toBe('一句。');
  expect(press(0, 3, 'ArrowUp', true)).toBe('一句。');
  expect(press(3, 6, 'ArrowUp')).toBe('一句。');
  expect(press(0, 3, 'ArrowUp')).toBe('一句。');
  expect(press(0, 3, 'ArrowRight')).toBe('句。');
  expect(press(1, 3, 'ArrowLeft')).toBe('一句。');
  expect(press(0, 3, 'ArrowLeft', true)).toBe('一句');
  expect(press(0, 1, 'ArrowLeft', true)).toBe('一');
  expect(press(0, 1, 'ArrowRight')).toBe('一');
  expect(press(text.length - 2, text.length, 'ArrowDown')).toBe('四句');
  expect(press(0, 3, 'x')).toBeUndefined();
});
