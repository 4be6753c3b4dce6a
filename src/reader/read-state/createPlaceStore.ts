import { isRecord } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';

/**
 * Where one is in an article: how far (0 to 1) into which block of its text. It holds at any width and after a
 * rebuild.
 */
export interface Place {
  block: number;
  offset: number;
  /** How much of the text lies before it, 0 to 1; unknown where an earlier version of the app noted it. */
  share?: number;
}

/** Where one stopped in the articles that one didn't finish. */
export interface PlaceStore {
  read(id: string): Place | undefined;
  save(id: string, place: Place): void;
  /** Nothing to come back to: it is finished, or hardly begun. */
  remove(id: string): void;
  /** Lets an article that has another id now keep its place. */
  move(from: string, to: string): void;
}

const PREFIX = `${SITE_KEYS}place:`;
const MOST = 300;

/** Builds the places over a store of small texts, one key each, at most 300: the oldest give way. */
export function createPlaceStore(
  store: KeyValueStore,
  readClock: () => number = Date.now,
): PlaceStore {
  return {
    read: (id) => parsePlace(store.read(PREFIX + id)),
    save(id, { block, offset, share }) {
      if (store.read(PREFIX + id) === undefined) makeRoom(store);
      const round = (part: number) => Math.round(part * 1000) / 1000;
      const place = {
        v: 1,
        at: readClock(),
        block,
        offset: round(offset),
        share: share && round(share),
      };
      store.write(PREFIX + id, JSON.stringify(place));
    },
    move(from, to) {
      const text = store.read(PREFIX + from);
      if (text === undefined || from === to) return;
      if (store.read(PREFIX + to) === undefined) store.write(PREFIX + to, text);
      store.remove(PREFIX + from);
    },
    remove(id) {
      if (store.read(PREFIX + id) !== undefined) store.remove(PREFIX + id);
    },
  };
}

function makeRoom(store: KeyValueStore): void {
  const keys = store.readKeys(PREFIX);
  if (keys.length < MOST) return;
  const byAge = keys
    .map((key) => ({ key, at: parsePlace(store.read(key))?.at ?? 0 }))
    .sort((a, b) => a.at - b.at);
  for (const { key } of byAge.slice(0, keys.length - MOST + 1)) store.remove(key);
}

/** Parses a stored place; undefined where it is none. `at`: when it was stored, in milliseconds. */
export function parsePlace(text: string | undefined): (Place & { at: number }) | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(value)) return undefined;
    const { at, block, offset, share } = value;
    const isPlace =
      Number.isInteger(block) &&
      (block as number) >= 0 &&
      typeof offset === 'number' &&
      offset >= 0 &&
      offset <= 1;
    if (!isPlace) return undefined;
    return {
      at: typeof at === 'number' ? at : 0,
      block: block as number,
      offset,
      ...(typeof share === 'number' && { share }),
    };
  } catch {
    return undefined;
  }
}
