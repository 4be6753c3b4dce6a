// @vitest-environment jsdom
/** Saved copies come and go with bookmarks; what is only missing costs nothing, and comes back from what was saved. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Bookmark,
  buildBookmark,
  formatBookmark,
  formatRemoval,
} from '../../src/reader/bookmarks/Bookmark.ts';
import {
  type BookmarkStore,
  createBookmarkStore,
} from '../../src/reader/bookmarks/createBookmarkStore.ts';
import {
  buildRecord,
  type SavedRecord,
  type SaveReason,
} from '../../src/reader/copies/SavedRecord.ts';
import type { Loss } from '../../src/reader/saving/createOfflineStore.ts';
import { followBookmarks } from '../../src/reader/saving/followBookmarks.ts';
import { createSettingsStore } from '../../src/reader/storage/createSettingsStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { buildSummary } from './setUpReader.tsx';

const { localStorage } = window;
const summary = buildSummary(1, '示例');
const KEY = `cangbao:bookmark:${summary.id}`;
const own = buildBookmark(summary, new Date('2026-01-02T03:04:05Z'));

/** Opens a tab over localStorage as it is. `mirrored`: ids that the mirror holds. */
async function openTab(
  records: SavedRecord[] = [],
  mirrored: string[] = [],
  declined: string[] = [],
  remove = async () => {},
  onRead: (key: string, bookmarks: BookmarkStore) => void = () => {},
) {
  const events = new EventTarget();
  const keyValues = createKeyValueStore(localStorage, events);
  const bookmarks = createBookmarkStore(keyValues);
  const { read } = keyValues;
  keyValues.read = (key) => {
    onRead(key, bookmarks);
    return read(key);
  };
  const engine = { save: vi.fn(async () => undefined), remove: vi.fn(remove) };
  const losses: Loss[] = [];
  const put = vi.fn(async () => undefined);
  const database = { get: async () => declined, put, getAllKeys: async () => mirrored };
  await followBookmarks({
    engine,
    database: database as never,
    bookmarks,
    keyValues,
    settings: createSettingsStore(keyValues),
    records,
    tell: (loss) => losses.push(loss),
  });
  return { bookmarks, engine, losses, put, events };
}

function buildSaved(reason: SaveReason, fields: Partial<SavedRecord> = {}): SavedRecord {
  return {
    ...buildRecord(summary, reason, 'http://a.test/1.json', 1),
    savedAt: own.bookmarkedAt,
    ...fields,
  };
}

const settle = () => new Promise((done) => setTimeout(done, 20));
const ids = (all: readonly Bookmark[]) => all.map(({ id }) => id);

beforeEach(() => localStorage.clear());

describe('a saved copy', () => {
  it('comes with its bookmark and goes when the reader removes that', async () => {
    const { bookmarks, engine } = await openTab();
    bookmarks.save(summary);
    await settle();
    expect(engine.save).toHaveBeenCalledOnce();
    bookmarks.remove(own.id);
    await settle();
    expect(engine.remove).toHaveBeenCalledExactlyOnceWith([own.id], 'bookmark');
  });

  it.each<[string, () => void, string | null]>([
    ['all was emptied', () => localStorage.clear(), null],
    ['its key is missing', () => localStorage.removeItem(KEY), KEY],
    ['its text is damaged', () => localStorage.setItem(KEY, '{'), KEY],
    ['its text is of a later version', () => localStorage.setItem(KEY, '{"v":2}'), KEY],
  ])('stays where %s', async (_, hurt, key) => {
    const { bookmarks, engine, events } = await openTab();
    bookmarks.save(summary);
    await settle();
    hurt();
    events.dispatchEvent(new StorageEvent('storage', { key }));
    await settle();
    expect(engine.remove).not.toHaveBeenCalled();
  });

  it('that the reader removed by hand is not fetched again because the key went and came', async () => {
    const { bookmarks, engine, put, events } = await openTab([], [], [own.id]);
    bookmarks.save(summary);
    await settle();
    localStorage.removeItem(KEY);
    events.dispatchEvent(new StorageEvent('storage', { key: KEY }));
    await settle();
    expect(engine.save).not.toHaveBeenCalled();
    expect(put).not.toHaveBeenCalled();
  });
});

it('a declined bookmark that was taken back, and is set again while thousands are read, is saved', async () => {
  localStorage.setItem(KEY, formatRemoval(new Date(0)));
  for (let n = 2; n < 300; n++) {
    const other = buildBookmark(buildSummary(n, '示例'), new Date(n));
    localStorage.setItem(`cangbao:bookmark:${other.id}`, formatBookmark(other));
  }
  const last = `cangbao:bookmark:${buildSummary(299, '示例').id}`;
  let reads = 0;
  // Of the records that are compared, of the list of bookmarks, and then where it is asked what is to be saved.
  const { engine, bookmarks } = await openTab([], [], [summary.id], undefined, (key, store) => {
    if (key === last) reads += 1;
    if (key === last && reads === 3) store.save(summary);
  });
  await settle();
  expect(bookmarks.readAll()).toHaveLength(299);
  const saved = (engine.save.mock.calls as unknown as [Bookmark[]][]).flatMap(([list]) => list);
  expect(saved.map(({ id }) => id)).toContain(summary.id);
});

describe('a bookmark of which only the saved article is left', () => {
  it('is restored, with a word', async () => {
    const { bookmarks, losses } = await openTab([buildSaved('bookmark')]);
    expect(ids(bookmarks.readAll())).toEqual([own.id]);
    expect(bookmarks.readAll()[0]).toMatchObject({
      title: own.title,
      bookmarkedAt: own.bookmarkedAt,
    });
    expect(losses).toEqual(['bookmarks-restored']);
  });

  it.each<[string, SavedRecord, string | undefined]>([
    ['it was saved with a list', buildSaved('list'), undefined],
    ['it is on its way to another id', buildSaved('bookmark', { replaces: 'former' }), undefined],
    ['the reader removed it', buildSaved('bookmark'), formatRemoval(new Date())],
    ['a later version wrote it', buildSaved('bookmark'), '{"v":2}'],
  ])('is none where %s', async (_, record, text) => {
    if (text !== undefined) localStorage.setItem(KEY, text);
    const { bookmarks, losses } = await openTab([record]);
    expect(bookmarks.readAll()).toEqual([]);
    expect(losses).toEqual([]);
    expect(localStorage.getItem(KEY)).toBe(text ?? null);
  });
});

describe('the note of a removal', () => {
  const hourAgo = () => formatRemoval(new Date(Date.now() - 3_600_000));

  it('goes when no store holds anything against it', async () => {
    localStorage.setItem(KEY, hourAgo());
    const { engine } = await openTab();
    expect(engine.remove).toHaveBeenCalledExactlyOnceWith([own.id], 'bookmark');
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it.each<[string, () => string, string[]]>([
    ['other tabs may not know of it yet', () => formatRemoval(new Date()), []],
    ['the mirror still has the bookmark', hourAgo, [own.id]],
  ])('stays where %s', async (_, build, mirrored) => {
    const text = build();
    localStorage.setItem(KEY, text);
    await openTab([], mirrored);
    expect(localStorage.getItem(KEY)).toBe(text);
  });

  it('stays where the copy could not be let go: by its record the bookmark would come back', async () => {
    const text = hourAgo();
    localStorage.setItem(KEY, text);
    await openTab([buildSaved('bookmark')], [], [], async () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(localStorage.getItem(KEY)).toBe(text);
  });
});
