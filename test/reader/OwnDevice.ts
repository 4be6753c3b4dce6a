import { formatBackup, listBookmarks, parseBackup } from '../../src/reader/backup/backupFile.ts';
import { createBookmarkStore } from '../../src/reader/bookmarks/createBookmarkStore.ts';
import { openLabels } from '../../src/reader/bookmarks/createLabelStore.ts';
import { openTags } from '../../src/reader/bookmarks/createTagStore.ts';
import { createOwn, type Own } from '../../src/reader/own/createOwn.ts';
import { createMemoryJournal } from '../../src/reader/own/Journal.ts';
import { createPlaceStore } from '../../src/reader/read-state/createPlaceStore.ts';
import { createReadStore } from '../../src/reader/read-state/createReadStore.ts';
import { createSearchMemory } from '../../src/reader/search/createSearchMemory.ts';
import { createSettingsStore } from '../../src/reader/storage/createSettingsStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { MemoryStorage } from '../support/MemoryStorage.ts';

/** A browser of the reader's, with all its stores of small texts. */
export type OwnDevice = ReturnType<typeof buildDevice>;

/** Builds a device. `readClock` in milliseconds; `rest`: the page's turn between slices. */
export function buildDevice(readClock: () => number, rest = async () => {}) {
  const storage = new MemoryStorage();
  const events = new EventTarget();
  const texts = createKeyValueStore(storage, events);
  const journal = createMemoryJournal();
  const own: Own = createOwn({ texts, journal, readClock, rest });
  return {
    storage,
    events,
    texts,
    journal,
    own,
    bookmarks: createBookmarkStore(texts, () => new Date(readClock())),
    labels: openLabels(texts),
    tags: openTags(texts),
    read: createReadStore(texts),
    places: createPlaceStore(texts, readClock),
    settings: createSettingsStore(texts),
    searches: createSearchMemory(texts),
  };
}

/** Merges a device and the text of a file both ways, as a sync does. Returns the file's new text. */
export async function mergeWithFile(device: OwnDevice, file: string): Promise<string> {
  const backup = file === '' ? undefined : await parseBackup(file);
  const { items } = await device.own.merge(backup?.items ?? new Map());
  return formatBackup(listBookmarks(items), new Date(0), { items, notes: [] });
}

/** Returns all that a device's stores show, as one value. */
export function readDevice(device: OwnDevice) {
  const { bookmarks, labels, tags, read, places, settings, searches } = device;
  const { read: ids, unread, covered, lastSweep } = read.readMarks();
  const { exportedAt: _, ...chosen } = settings.read();
  return {
    bookmarks: bookmarks.readAll(),
    labels: [...labels.readAll()]
      .filter(([, { tags, ...rest }]) => tags.length > 0 || Object.keys(rest).length > 0)
      .sort(),
    tags: tags.readAll(),
    read: [...ids].sort(),
    unread: [...unread].sort(),
    covered: [...new Set((covered + (lastSweep?.ids ?? '')).match(/.{8}/g))].sort(),
    places: IDS.map((id) => {
      const { block, offset } = places.read(id) ?? {};
      return [block, offset];
    }),
    settings: chosen,
    searches: searches.read().kept,
  };
}

/** Articles that the histories are about; two of them share a key of the read marks. */
export const IDS = ['aaaaaaaabbbb', 'aabbbbbbbbbb', 'caaaaaaaaaaa', 'daaaaaaaaaaa'];
