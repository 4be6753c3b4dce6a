// @vitest-environment jsdom
/** The text of a backup: what goes in comes out, and nothing that is no bookmark. */
import { describe, expect, test } from 'vitest';
import { sanitizeHtml } from '../../src/reader/article/sanitizeHtml.ts';
import { isBackupDue } from '../../src/reader/backup/BackupReminder.tsx';
import {
  formatBackup,
  formatBackupBlock,
  parseBackup,
} from '../../src/reader/backup/backupFile.ts';
import type { Bookmark } from '../../src/reader/bookmarks/Bookmark.ts';
import { writeFragment } from '../../src/reader/data/writeFragment.ts';

const now = new Date('2026-05-05T00:00:00Z');

function buildBookmark(n: number): Bookmark {
  return {
    id: `id${n}`,
    bookmarkedAt: new Date(now.getTime() - n * 86_400_000).toISOString(),
    title: `</script><b>${n}`,
    category: '甲/乙',
    source: '社',
    excerpt: '摘要',
  };
}
const bookmarks = [1, 2].map(buildBookmark);

test('both forms give back what was put in', async () => {
  expect((await parseBackup(formatBackup(bookmarks, now)))?.bookmarks).toMatchObject(bookmarks);
  const page = `<html><body><p>…</p>${formatBackupBlock(bookmarks, now)}</body></html>`;
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  expect((await parseBackup(page))?.bookmarks).toMatchObject(bookmarks);
});

test.each(['', '{}', 'null', '[]', '<html></html>', '{"kind":"other","bookmarks":[]}'])(
  '%j is no backup',
  async (text) => expect(await parseBackup(text)).toBe(undefined),
);

test('damaged entries are counted, the others come', async () => {
  const text = formatBackup(bookmarks, now).replace('id1', '../x');
  expect(await parseBackup(text)).toMatchObject({ bookmarks: [{ id: 'id2' }], damaged: 1 });
});

test('an exported text holds only what the sanitizer lets through, escaped', () => {
  const html = '<p onclick="x">a &lt;b&gt; "c"<script>alert(1)</script><br></p><iframe></iframe>';
  expect(writeFragment(sanitizeHtml(html))).toBe('<p>a &lt;b&gt; &quot;c&quot;<br></p>');
});

describe('the reminder', () => {
  const many = Array.from({ length: 20 }, (_, n) => buildBookmark(n + 20));
  test.each([
    ['few bookmarks', many.slice(1), undefined, false],
    ['never exported, and old', many, undefined, true],
    ['exported 29 days ago', many, buildBookmark(29).bookmarkedAt, false],
    ['exported 31 days ago', many, buildBookmark(31).bookmarkedAt, true],
    ['exported by a clock that was wrong', many, '2036-01-01T00:00:00Z', true],
    ['a damaged date', many, 'soon', true],
  ])('%s', (_name, list, exportedAt, isDue) => {
    expect(isBackupDue(list, exportedAt, now.getTime())).toBe(isDue);
  });
});
