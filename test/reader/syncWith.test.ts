/** A sync with a file: whatever the place does, nothing is lost and nothing of others' is written over. */
import { expect, test } from 'vitest';
import type { Note } from '../../src/model/Note.ts';
import { parseBackup } from '../../src/reader/backup/backupFile.ts';
import type { NoteKeeper } from '../../src/reader/backup/ownBackup.ts';
import { type Standing, SyncError, type SyncPlace } from '../../src/reader/sync/SyncPlace.ts';
import { syncWith } from '../../src/reader/sync/syncWith.ts';
import { buildDevice, IDS, type OwnDevice } from './OwnDevice.ts';
import { buildSummary } from './setUpReader.tsx';

let time = Date.parse('2026-01-01T00:00:00Z');
const tick = () => {
  time += 1000;
  return time;
};
const [one = '', two = '', three = ''] = IDS;

/** A file that counts its changes; `before`: what others do just before it is written. */
function buildPlace(text?: string, before: (() => Promise<void> | void)[] = []) {
  const place = {
    text,
    version: 0,
    aside: [] as string[],
    read: async (): Promise<Standing> => ({ text: place.text, mark: String(place.version) }),
    async write(next: string, { mark }: Standing): ReturnType<SyncPlace['write']> {
      await before.shift()?.();
      if (mark !== String(place.version)) return 'changed';
      place.text = next;
      place.version += 1;
      return 'written';
    },
    keepAside: async (damaged: string) => void place.aside.push(damaged),
  };
  return place;
}

function buildNotes(notes: Note[] = []): NoteKeeper {
  return {
    readNotes: async () => notes,
    async mergeNotes(others) {
      for (const note of others as Note[]) {
        if (!notes.some(({ id }) => id === note.id)) notes.push(note);
      }
    },
  };
}

function bookmark(device: OwnDevice, id: string): void {
  device.bookmarks.save({ ...buildSummary(1, '示例'), id });
}
const listIds = (device: OwnDevice) =>
  device.bookmarks
    .readAll()
    .map(({ id }) => id)
    .sort();

test('two devices have the same bookmarks after each has synced, and a third sync writes nothing', async () => {
  const [a, b] = [buildDevice(tick), buildDevice(tick)];
  bookmark(a, one);
  bookmark(b, two);
  const place = buildPlace();
  expect(await syncWith(place, a.own, buildNotes())).toMatchObject({ isWritten: true });
  expect(await syncWith(place, b.own, buildNotes())).toMatchObject({ changedHere: 1 });
  await syncWith(place, a.own, buildNotes());
  expect([listIds(a), listIds(b)]).toEqual([
    [one, two],
    [one, two],
  ]);
  const { version } = place;
  expect(await syncWith(place, b.own, buildNotes())).toEqual({
    changedHere: 0,
    isWritten: false,
    damaged: 0,
  });
  expect(place.version).toBe(version);
});

test('what another device writes between reading and writing is taken in, not written over', async () => {
  const [a, b] = [buildDevice(tick), buildDevice(tick)];
  bookmark(a, one);
  bookmark(b, two);
  const other = () => syncWith(place, b.own, buildNotes()).then(() => undefined);
  const place: ReturnType<typeof buildPlace> = buildPlace(undefined, [other]);
  await syncWith(place, a.own, buildNotes());
  expect(listIds(a)).toEqual([one, two]);
  expect((await parseBackup(place.text ?? ''))?.bookmarks).toHaveLength(2);
});

test('it gives up where others write each time, and has taken in what they wrote', async () => {
  const [a, b] = [buildDevice(tick), buildDevice(tick)];
  bookmark(a, one);
  const others = [two, three, two, three, two, three].map((id) => async () => {
    bookmark(b, id);
    await syncWith(place, b.own, buildNotes());
  });
  // Odd ones are B's own writes, which nobody disturbs.
  const place: ReturnType<typeof buildPlace> = buildPlace(
    undefined,
    others.flatMap((other) => [other, () => undefined]),
  );
  await expect(syncWith(place, a.own, buildNotes())).rejects.toMatchObject({ trouble: 'busy' });
  expect(listIds(a)).toEqual([one, two, three].sort());
});

test('a place whose marks change by themselves is written all the same, and looked at again', async () => {
  const device = buildDevice(tick);
  bookmark(device, one);
  const place = buildPlace('');
  const answers: boolean[] = [];
  const unsure: SyncPlace = {
    ...place,
    async write(text, _standing, isForced) {
      answers.push(isForced);
      if (!isForced) return 'changed';
      place.text = text;
      return 'unsure';
    },
  };
  expect(await syncWith(unsure, device.own, buildNotes())).toMatchObject({ isWritten: true });
  expect(answers).toEqual([false, true]);
  expect((await parseBackup(place.text ?? ''))?.bookmarks).toHaveLength(1);
});

test.each([
  ['a letter', 'Dear all', 'not-ours'],
  ['other JSON', '{"kind":"other","bookmarks":[]}', 'not-ours'],
  ['a later version', '{"kind":"cangbao-bookmarks","v":2,"bookmarks":[]}', 'later'],
])('%s is not written over', async (_, text, trouble) => {
  const device = buildDevice(tick);
  bookmark(device, one);
  const place = buildPlace(text);
  const failed = syncWith(place, device.own, buildNotes());
  await expect(failed).rejects.toBeInstanceOf(SyncError);
  await expect(failed).rejects.toMatchObject({ trouble });
  expect(place.text).toBe(text);
  expect(listIds(device)).toEqual([one]);
});

test('a damaged file is kept aside before it is written over; what was whole in it comes', async () => {
  const [a, b] = [buildDevice(tick), buildDevice(tick)];
  bookmark(a, one);
  bookmark(a, two);
  const place = buildPlace();
  await syncWith(place, a.own, buildNotes());
  const cut = (place.text ?? '').replace(/"title"[^\n]*/, '"tit');
  place.text = cut;
  expect((await syncWith(place, b.own, buildNotes())).damaged).toBeGreaterThan(0);
  expect(place.aside).toEqual([cut]);
  expect(listIds(b)).toHaveLength(1);
  await syncWith(place, a.own, buildNotes());
  await syncWith(place, b.own, buildNotes());
  expect(listIds(b)).toEqual([one, two]);
  expect(place.aside).toHaveLength(1);
});

test('what a later version has put into the file stays in it', async () => {
  const device = buildDevice(tick);
  bookmark(device, one);
  const later = { id: 'abc', v: 2, shape: 'round' };
  const note = { v: 2, id: 'n', articleId: 'x' };
  const text = JSON.stringify({
    kind: 'cangbao-bookmarks',
    v: 1,
    bookmarks: [later],
    items: [['flag:x#on', 7, true]],
    notes: [note],
  });
  const place = buildPlace(text);
  await syncWith(place, device.own, buildNotes());
  const written = JSON.parse(place.text ?? '') as Record<string, unknown[]>;
  expect(written.bookmarks).toContainEqual(later);
  expect(written.notes).toContainEqual(note);
  expect(written.items).toContainEqual(['flag:x#on', 7, true]);
});
