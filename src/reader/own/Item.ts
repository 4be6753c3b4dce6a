/**
 * One thing that is the reader's own and that can change by itself: a bookmark, a tag on it, a setting, whether an
 * article was read. Devices that meet keep of each the newest change.
 */
export interface Item {
  /** When it changed last, in milliseconds. */
  at: number;
  /** What JSON can hold; null: the reader removed it. */
  value: unknown;
}

/**
 * Items by their keys: the key of the stored text without what begins the site's keys, `#`, and the field in it
 * (`labels:<article>#tag:<tag>`).
 */
export type Items = ReadonlyMap<string, Item>;

/** Builds the key of an item. */
export function buildItemKey(name: string, field: string): string {
  return `${name}#${field}`;
}

/** Returns the name of the stored text that an item is in, and its field there. */
export function splitItemKey(key: string): { name: string; field: string } {
  const at = key.indexOf('#');
  return at < 0 ? { name: key, field: '' } : { name: key.slice(0, at), field: key.slice(at + 1) };
}

/** Returns the one of two values of an item that holds: every device chooses the same one, in whichever order. */
export function chooseItem(one: Item, other: Item): Item {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return JSON.stringify(one.value) >= JSON.stringify(other.value) ? one : other;
}

/** Returns the items of two devices together, of each the newest. */
export function mergeItems(one: Items, other: Items): Map<string, Item> {
  const merged = new Map(one);
  for (const [key, item] of other) {
    const known = merged.get(key);
    merged.set(key, known ? chooseItem(known, item) : item);
  }
  return merged;
}
