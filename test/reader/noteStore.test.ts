/** What is kept of notes: two stores, two tabs, two devices, and what is damaged, lost or full. */
import { expect, test } from 'vitest';
import { type Note, parseNote } from '../../src/model/Note.ts';
import { createNoteMirror, NOTE_PREFIX } from '../../src/reader/notes/createNoteMirror.ts';
import { createNoteStore, type NoteParts } from '../../src/reader/notes/createNoteStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { buildNote } from './buildNote.ts';

/** Storage in memory that takes so many characters. */
function buildStorage(room = Number.POSITIVE_INFINITY): Storage {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (index: number) => [...texts.keys()][index] ?? null,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem(key: string, text: string) {
      let used = text.length;
      for (const [each, value] of texts) if (each !== key) used += value.length;
      if (used > room) throw new DOMException('full', 'QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key: string) => void texts.delete(key),
    clear: () => texts.clear(),
  };
}

/** As much of the database as the store uses. */
function buildDatabase(values = new Map<string, unknown>()) {
  const store = {
    get: async (key: string) => values.get(key),
    put: async (value: unknown, key: string) => void values.set(key, structuredClone(value)),
    getAllKeys: async () => [...values.keys()],
    getAll: async () => [...values.values()],
  };
  return { values, transaction: () => ({ store, done: Promise.resolve() }) };
}

function setUp({ storage = buildStorage(), database = buildDatabase(), room = 100_000 } = {}) {
  const mirror = createNoteMirror(createKeyValueStore(storage), room);
  const open = (async () => database) as unknown as NoteParts['open'];
  return { storage, database, store: createNoteStore({ open, mirror }) };
}

test('a note is kept in both stores, and read again from either', async () => {
  const { storage, database, store } = setUp();
  await store.saveNote(buildNote('a'));
  expect(parseNote(database.values.get('a'))?.quote.exact).toBe('原来的话');
  expect(storage.getItem(`${NOTE_PREFIX}a`)).toContain('原来的话');

  const emptied = setUp({ storage });
  expect(await emptied.store.readNotes()).toHaveLength(1);
  expect(emptied.database.values.has('a')).toBe(true);
  expect(emptied.store.readTrouble()).toMatchObject({ restored: 1, damaged: 0 });
  const other = setUp({ database });
  expect(await other.store.readNotes()).toHaveLength(1);
  expect(other.storage.getItem(`${NOTE_PREFIX}a`)).toContain('原来的话');
});

test('a removed note leaves no words, does not come back from the other store, and can be brought back', async () => {
  const { storage, store } = setUp();
  await store.saveNote(buildNote('a', { text: '想法' }));
  const removed = await store.removeNote('a');
  expect(await store.removeNote('a')).toBeUndefined();
  expect(storage.getItem(`${NOTE_PREFIX}a`)).not.toContain('想法');
  const emptied = setUp({ storage });
  expect((await emptied.store.readNotes())[0]?.removedAt).toBeDefined();
  expect(emptied.store.readTrouble().restored).toBe(0);
  await store.saveNote(removed as Note);
  expect((await store.readNotes())[0]).toMatchObject({ text: '想法' });
  expect((await store.readNotes())[0]?.removedAt).toBeUndefined();
});

test('of two values of a note the one changed last holds, in whatever order they come', async () => {
  const old = buildNote('a', { text: 'alt', changedAt: '2026-01-01T00:00:00.000Z' });
  const newer = buildNote('a', { text: 'neu', changedAt: '2026-01-02T00:00:00.000Z' });
  for (const values of [
    [old, newer],
    [newer, old],
  ]) {
    const { store } = setUp();
    for (const value of values) await store.mergeNotes([value]);
    expect((await store.readNotes())[0]?.text).toBe('neu');
  }
  const twins = [buildNote('a', { text: 'x' }), buildNote('a', { text: 'y' })];
  const [one, other] = [setUp(), setUp()];
  await one.store.mergeNotes(twins);
  await other.store.mergeNotes(twins.reverse());
  expect(await one.store.readNotes()).toEqual(await other.store.readNotes());
});

test('what is merged is counted by what became of it', async () => {
  const { store } = setUp();
  const kept = await store.saveNote(buildNote('a'));
  const later = new Date(Date.parse(kept.changedAt) + 1000).toISOString();
  const result = await store.mergeNotes([
    kept,
    { ...kept, changedAt: '2020-01-01T00:00:00.000Z', text: 'older' },
    { ...kept, changedAt: later, text: 'later' },
    buildNote('b'),
    { v: 2 },
    { ...kept, id: 'c', color: 'black' },
    'nothing',
  ]);
  expect(result).toEqual({ added: 1, newer: 1, known: 2, damaged: 2, laterVersion: 1, unkept: 0 });
});

test('a change of a note that a wrong clock dated ahead holds all the same', async () => {
  const { store } = setUp();
  await store.mergeNotes([buildNote('a', { changedAt: '2999-01-01T00:00:00.000Z' })]);
  await store.saveNote(buildNote('a', { text: 'anew' }));
  expect((await store.readNotes())[0]?.text).toBe('anew');
});

test('a damaged value costs itself, and where there is a sound copy, nothing', async () => {
  const { storage, database, store } = setUp();
  for (const id of ['a', 'b', 'c']) await store.saveNote(buildNote(id));
  storage.setItem(`${NOTE_PREFIX}a`, '{"v":1,"id":"a"');
  database.values.set('b', { v: 1, id: 'b', color: 7 });
  database.values.set('d', { v: 1 });
  storage.setItem(`${NOTE_PREFIX}e`, 'no json');
  database.values.set('f', { v: 2, id: 'f', shape: 'round' });
  const ids = (await setUp({ storage, database }).store.readNotes()).map(({ id }) => id).sort();
  expect(ids).toEqual(['a', 'b', 'c']);
  expect(storage.getItem(`cangbao:damaged:${NOTE_PREFIX}e`)).toBe('no json');
  expect(parseNote(database.values.get('b'))).toBeDefined();
  // What a later version wrote is left as it is.
  await store.mergeNotes([buildNote('f')]);
  expect(database.values.get('f')).toEqual({ v: 2, id: 'f', shape: 'round' });
});

test('two tabs that share both stores lose nothing of each other', async () => {
  const [storage, database] = [buildStorage(), buildDatabase()];
  const [one, other] = [setUp({ storage, database }), setUp({ storage, database })];
  await Promise.all([
    one.store.saveNote(buildNote('a')),
    other.store.saveNote(buildNote('b')),
    one.store.saveNote(buildNote('c')),
    other.store.saveNote(buildNote('a', { text: 'from there' })),
  ]);
  expect((await one.store.readNotes()).map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
});

test('the mirror takes the newest notes, as many as there is room for; the database all', async () => {
  const length = JSON.stringify(buildNote('a')).length;
  const { storage, store } = setUp({ room: 3 * length + 10 });
  const day = (n: number) => `2026-01-0${n}T00:00:00.000Z`;
  const notes = [1, 2, 3, 4, 5].map((n) => buildNote(String(n), { changedAt: day(n) }));
  await store.mergeNotes(notes);
  expect(await store.readNotes()).toHaveLength(5);
  const mirrored = [1, 2, 3, 4, 5].filter((n) => storage.getItem(NOTE_PREFIX + n) !== null);
  expect(mirrored).toEqual([3, 4, 5]);
});

test('where one store is full or forbidden the other keeps it; where both are, that is told', async () => {
  const full = setUp({ storage: buildStorage(10) });
  await full.store.saveNote(buildNote('a'));
  expect(full.store.readTrouble().isUnkept).toBe(false);
  expect(await full.store.readNotes()).toHaveLength(1);

  const storage = buildStorage();
  const open: NoteParts['open'] = async () => undefined;
  const mirror = createNoteMirror(createKeyValueStore(storage));
  const closed = createNoteStore({ open, mirror });
  await closed.saveNote(buildNote('a'));
  expect(closed.readTrouble().isUnkept).toBe(false);
  expect(await closed.readNotes()).toHaveLength(1);

  const none = createNoteStore({
    open,
    mirror: createNoteMirror(createKeyValueStore(buildStorage(10))),
  });
  await none.saveNote(buildNote('a'));
  expect(none.readTrouble().isUnkept).toBe(true);
  expect(await none.readNotes()).toHaveLength(1);
});
