import { isLaterNote, type Note, parseNote } from '../../model/Note.ts';
import {
  type Bookmark,
  formatBookmark,
  isOfLaterVersion,
  parseBookmark,
  readChange,
} from '../bookmarks/Bookmark.ts';
import { isRecord, isString } from '../data/parseSummary.ts';
import { buildItemKey, chooseItem, type Item, type Items } from '../own/Item.ts';
import { isItemValue, isKnownItem } from '../own/kinds.ts';
import { yieldToPage } from '../storage/yieldToPage.ts';
import { salvageEntries } from './salvageEntries.ts';

/** Id of the block in an exported page that carries the bookmarks. */
const BLOCK_ID = 'cangbao-bookmarks';

/** Begins that block. */
export const BLOCK_START = `<script type="application/json" id="${BLOCK_ID}">`;

/** Entries that are checked at once. */
const SLICE = 200;

/** What is in a backup beside the bookmarks. */
export interface OwnRest {
  /** All that is the reader's own but notes; the bookmarks among it, with when they were set or removed. */
  items: Items;
  notes: readonly Note[];
  /** Bookmarks and notes that a later version of the app has written; they pass through as they are. */
  later?: { bookmarks: readonly unknown[]; notes: readonly unknown[] };
}

/** What a backup holds. */
export interface Backup extends Partial<OwnRest> {
  bookmarks: Bookmark[];
  /** Entries that can't be read. */
  damaged: number;
  /** Entries that a later version of the app has written. */
  laterVersion: number;
}

/**
 * Builds the text of a backup: JSON that says what it is. Each item and note has a line of its own, so that one that
 * gets damaged costs itself. An earlier version of the app finds the bookmarks in it.
 */
export function formatBackup(bookmarks: readonly Bookmark[], now: Date, rest?: OwnRest): string {
  const own = bookmarks.map((bookmark) => ({
    id: bookmark.id,
    ...(JSON.parse(formatBookmark(bookmark)) as object),
  }));
  const entries = [...own, ...(rest?.later?.bookmarks ?? [])];
  const head = JSON.stringify({ kind: BLOCK_ID, v: 1, exportedAt: now.toISOString() });
  const parts = [`${head.slice(0, -1)},\n"bookmarks": ${JSON.stringify(entries, null, 1)}`];
  if (rest) {
    const own = [...rest.notes].sort((a, b) => (a.id < b.id ? -1 : 1));
    const notes = [...own, ...(rest.later?.notes ?? [])];
    const items = [...rest.items].sort(([a], [b]) => (a < b ? -1 : 1));
    parts.push(
      `"items": [\n${items.map(formatItem).join(',\n')}\n]`,
      `"notes": [\n${notes.map((note) => JSON.stringify(note)).join(',\n')}\n]`,
    );
  }
  return `${parts.join(',\n')}\n}\n`;
}

/** Returns the bookmarks among items, the newest first. */
export function listBookmarks(items: Items): Bookmark[] {
  return [...items]
    .flatMap(([key, { value }]) =>
      key.startsWith('bookmark:') && value !== null ? [value as Bookmark] : [],
    )
    .sort((a, b) => {
      return Date.parse(b.bookmarkedAt) - Date.parse(a.bookmarkedAt) || (a.id < b.id ? -1 : 1);
    });
}

/** Builds the data block that makes an exported page a backup too. */
export function formatBackupBlock(
  bookmarks: readonly Bookmark[],
  now: Date,
  rest?: OwnRest,
): string {
  // `<` would be read as markup; inside JSON strings it may be written as an escape.
  const json = formatBackup(bookmarks, now, rest).replaceAll('<', '\\u003c');
  return `${BLOCK_START}${json}</script>`;
}

/**
 * Parses a backup, JSON or an exported page; gives `undefined` where the text is neither. Entries that can't be read
 * are counted; of a text that is no JSON any more, all that can be found.
 */
export async function parseBackup(text: string): Promise<Backup | undefined> {
  const block = new RegExp(`${BLOCK_START}(.*?)(?:</script>|$)`, 's');
  const json = block.exec(text)?.[1] ?? text;
  const parsed = parseJson(json);
  const isWhole = isRecord(parsed) && parsed.kind === BLOCK_ID && Array.isArray(parsed.bookmarks);
  if (parsed !== undefined && !isWhole) return undefined;
  if (parsed === undefined && !json.slice(0, 200).includes(`"${BLOCK_ID}"`)) return undefined;
  const found =
    parsed === undefined ? salvageEntries(json) : { ...readEntries(parsed), damaged: 0 };
  const backup = { bookmarks: [] as Bookmark[], later: [] as unknown[], damaged: found.damaged };
  for (const [index, entry] of found.bookmarks.entries()) {
    if (index % SLICE === SLICE - 1) await yieldToPage();
    const text = JSON.stringify(entry);
    const bookmark =
      isRecord(entry) && isString(entry.id) ? parseBookmark(entry.id, text) : undefined;
    if (bookmark) backup.bookmarks.push(bookmark);
    else if (isOfLaterVersion(text)) backup.later.push(entry);
    else backup.damaged += 1;
  }
  const { items, damaged } = await readItems(found.items, backup.bookmarks);
  const notes = found.notes.map(parseNote);
  const later = { bookmarks: backup.later, notes: found.notes.filter(isLaterNote) };
  return {
    bookmarks: backup.bookmarks,
    items,
    notes: notes.filter((note) => note !== undefined),
    damaged: backup.damaged + damaged + notes.filter((note) => !note).length - later.notes.length,
    laterVersion: later.bookmarks.length + later.notes.length,
    later,
  };
}

/** A bookmark stands among the bookmarks; its item says only when it was set, where it doesn't say so itself. */
function formatItem([key, { at, value }]: readonly [string, Item]): string {
  return JSON.stringify([key, at, key.startsWith('bookmark:') && value !== null ? 1 : value]);
}

function readEntries(json: Record<string, unknown>) {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return { bookmarks: list(json.bookmarks), items: list(json.items), notes: list(json.notes) };
}

async function readItems(entries: readonly unknown[], bookmarks: readonly Bookmark[]) {
  const items = new Map<string, Item>();
  for (const [index, bookmark] of bookmarks.entries()) {
    if (index % SLICE === SLICE - 1) await yieldToPage();
    const { v: _, ...fields } = bookmark as Bookmark & { v?: unknown };
    const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
    const item = { at: readChange(bookmark), value: Object.fromEntries(sorted) };
    const key = buildItemKey(`bookmark:${bookmark.id}`, '');
    items.set(key, chooseItem(items.get(key) ?? item, item));
  }
  let damaged = 0;
  for (const [index, entry] of entries.entries()) {
    if (index % SLICE === SLICE - 1) await yieldToPage();
    const [key, at, value] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (!isString(key) || typeof at !== 'number' || !(at >= 0) || value === undefined) damaged += 1;
    else if (key.startsWith('bookmark:') && value !== null) {
      const known = items.get(key);
      if (known) items.set(key, { ...known, at: Math.max(known.at, at) });
    } else if (isKnownItem(key) && !isItemValue(key, value)) damaged += 1;
    else items.set(key, chooseItem(items.get(key) ?? { at, value }, { at, value }));
  }
  return { items, damaged };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
