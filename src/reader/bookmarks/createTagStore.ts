import { isRecord, isString } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { isTagId } from './Labels.ts';

/** Begins the keys of the reader's tags; the tag's id follows. */
export const TAGS = `${SITE_KEYS}tag:`;

/** The colours that a tag can have. */
export const TAG_COLORS = ['grey', 'red', 'orange', 'green', 'teal', 'blue', 'purple'] as const;

/** One of them. */
export type TagColor = (typeof TAG_COLORS)[number];

/** What stands under the key of a tag that the reader removed: a key that is missing was lost. */
export const REMOVED = '{"v":1,"isRemoved":true}';

/** Characters of a tag's name at most. */
export const MAX_TAG_NAME = 40;

/** A tag as it is stored, under its id. */
export interface StoredTag {
  name: string;
  color: TagColor;
}

/**
 * A tag as the reader sees it. Stored tags of one name are one tag: so a tag that is renamed to another one's name is
 * merged with it, and two devices that made the same one have one.
 */
export interface ReaderTag extends StoredTag {
  /** The first of its ids. */
  id: string;
  /** All stored tags of that name. */
  ids: readonly string[];
}

/** The reader's tags, outside React. */
export interface TagStore {
  /** All, by name. The same array until something changes. */
  readAll(): readonly ReaderTag[];
  find(name: string): ReaderTag | undefined;
  /** Returns the tag of a name, made now where there is none; undefined where the name is empty. */
  make(name: string): ReaderTag | undefined;
  /** Names a tag anew, everywhere at once; where that is another one's name, both are one from then on. */
  rename(tag: ReaderTag, name: string): void;
  paint(tag: ReaderTag, color: TagColor): void;
  /** Removes it everywhere. */
  remove(tag: ReaderTag): void;
  /** Writes a tag as it was before it was renamed, painted or removed. */
  restore(tags: ReadonlyMap<string, StoredTag>): void;
  /** What is stored of a tag, by id, for `restore`. */
  readStored(tag: ReaderTag): ReadonlyMap<string, StoredTag>;
  subscribe(listener: () => void): () => void;
}

const stores = new WeakMap<KeyValueStore, TagStore>();

/** Gives the tags over a store of small texts: one key per tag, always the same one for a store. */
export function openTags(texts: KeyValueStore): TagStore {
  const known = stores.get(texts);
  if (known) return known;
  const opened = createTagStore(texts);
  stores.set(texts, opened);
  return opened;
}

/** Returns a name as tags are called: without blanks around it, cut where it is too long. */
export function trimTagName(name: string): string {
  return [...name.normalize('NFC').replace(/\s+/g, ' ').trim()]
    .slice(0, MAX_TAG_NAME)
    .join('')
    .trim();
}

/** Returns what is equal of names that are the same to a reader. */
export function foldTagName(name: string): string {
  return trimTagName(name).normalize('NFKC').toLowerCase();
}

/** Parses a stored tag; undefined where it is damaged or of a later version. */
export function parseTag(text: string | undefined): StoredTag | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (!isRecord(value) || value.v !== 1 || !isTagName(value.name)) return undefined;
    return { name: value.name, color: isTagColor(value.color) ? value.color : 'grey' };
  } catch {
    return undefined;
  }
}

/** Returns the text to store. */
export function formatTag({ name, color }: StoredTag): string {
  return JSON.stringify({ v: 1, name, color });
}

/** Whether a value is a tag's name as it is stored. */
export function isTagName(value: unknown): value is string {
  return isString(value) && value !== '' && value === trimTagName(value);
}

/** Whether a value is a colour of tags. */
export function isTagColor(value: unknown): value is TagColor {
  return TAG_COLORS.includes(value as TagColor);
}

function createTagStore(texts: KeyValueStore): TagStore {
  let all: readonly ReaderTag[] | undefined;
  texts.follow((keys) => {
    if (!keys || keys.some((key) => key.startsWith(TAGS))) all = undefined;
  });

  function readAll() {
    all ??= listTags(texts);
    return all;
  }
  const find = (name: string) =>
    readAll().find((tag) => foldTagName(tag.name) === foldTagName(name));
  const writeAll = (ids: readonly string[], tag: StoredTag | undefined) =>
    texts.changeAll(ids.map((id) => [TAGS + id, tag ? formatTag(tag) : REMOVED] as const));

  return {
    readAll,
    find,
    make(given) {
      const name = trimTagName(given);
      if (name === '') return undefined;
      const known = find(name);
      if (known) return known;
      // Each new one has another colour than the one before.
      const color = TAG_COLORS[(readAll().length + 1) % TAG_COLORS.length] ?? 'grey';
      texts.write(TAGS + buildTagId(), formatTag({ name, color }));
      return find(name);
    },
    rename(tag, given) {
      const name = trimTagName(given);
      if (name === '') return;
      const other = find(name);
      writeAll(tag.ids, { name: other?.name ?? name, color: other?.color ?? tag.color });
      // Only its spelling is another one.
      if (other?.id === tag.id) writeAll(tag.ids, { name, color: tag.color });
    },
    paint: (tag, color) => writeAll(tag.ids, { name: tag.name, color }),
    remove: (tag) => writeAll(tag.ids, undefined),
    restore: (stored) =>
      texts.changeAll([...stored].map(([id, tag]) => [TAGS + id, formatTag(tag)] as const)),
    readStored: (tag) =>
      new Map(
        tag.ids.flatMap((id) => {
          const stored = parseTag(texts.read(TAGS + id));
          return stored ? [[id, stored] as const] : [];
        }),
      ),
    subscribe: texts.subscribe,
  };
}

function listTags(texts: KeyValueStore): ReaderTag[] {
  const byName = new Map<string, ReaderTag>();
  const ids = texts.readKeys(TAGS).map((key) => key.slice(TAGS.length));
  for (const id of ids.filter(isTagId).sort()) {
    const stored = parseTag(texts.read(TAGS + id));
    if (!stored) continue;
    const folded = foldTagName(stored.name);
    const tag = byName.get(folded);
    byName.set(folded, tag ? { ...tag, ids: [...tag.ids, id] } : { ...stored, id, ids: [id] });
  }
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

/** Random, so that two devices never give one id to different tags. */
function buildTagId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) =>
    (byte % 36).toString(36),
  ).join('');
}
