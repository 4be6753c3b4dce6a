import {
  type BookmarkStore,
  createBookmarkStore,
  VISITS,
} from '../bookmarks/createBookmarkStore.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { createPlaceStore, type PlaceStore } from './createPlaceStore.ts';
import { createReadStore, type ReadStore } from './createReadStore.ts';

/** What reading leaves behind on this device: what was read, what was opened last, where one stopped. */
export interface Marks {
  read: ReadStore;
  visits: BookmarkStore;
  places: PlaceStore;
}

/** Builds them over one store of small texts. */
export function createMarks(store: KeyValueStore, readClock?: () => Date): Marks {
  return {
    read: createReadStore(store),
    visits: createBookmarkStore(store, readClock, VISITS),
    places: createPlaceStore(store),
  };
}
