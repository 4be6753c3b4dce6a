import {
  type BookmarkStore,
  createBookmarkStore,
  VISITS,
} from '../bookmarks/createBookmarkStore.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { createLastVisit, type LastVisit } from './createLastVisit.ts';
import { createPlaceStore, type PlaceStore } from './createPlaceStore.ts';
import { createReadStore, type ReadStore } from './createReadStore.ts';

/**
 * What reading leaves behind on this device: what was read, what was opened last, where one stopped, what was there.
 */
export interface Marks {
  /** The store of small texts that all of them lie in. */
  texts: KeyValueStore;
  read: ReadStore;
  visits: BookmarkStore;
  places: PlaceStore;
  lastVisit: LastVisit;
}

/** Builds them over one store of small texts. */
export function createMarks(store: KeyValueStore, readClock?: () => Date): Marks {
  const readTime = readClock && (() => readClock().getTime());
  return {
    texts: store,
    read: createReadStore(store),
    visits: createBookmarkStore(store, readClock, VISITS),
    places: createPlaceStore(store),
    lastVisit: createLastVisit(store, readTime),
  };
}
