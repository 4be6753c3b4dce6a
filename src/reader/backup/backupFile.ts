import {
  type Bookmark,
  formatBookmark,
  isOfLaterVersion,
  parseBookmark,
} from '../bookmarks/Bookmark.ts';
import { isRecord, isString } from '../data/parseSummary.ts';
import { yieldToPage } from './yieldToPage.ts';

/** Id of the block in an exported page that carries the bookmarks. */
const BLOCK_ID = 'cangbao-bookmarks';

/** Begins that block. */
export const BLOCK_START = `<script type="application/json" id="${BLOCK_ID}">`;

/** Entries that are checked at once. */
const SLICE = 200;

/** What a backup holds. */
export interface Backup {
  bookmarks: Bookmark[];
  /** Entries that can't be read. */
  damaged: number;
  /** Entries that a later version of the app has written. */
  laterVersion: number;
}

/** Builds the text of a backup: JSON that says what it is. */
export function formatBackup(bookmarks: readonly Bookmark[], now: Date): string {
  const entries = bookmarks.map((bookmark) => ({
    id: bookmark.id,
    ...(JSON.parse(formatBookmark(bookmark)) as object),
  }));
  return JSON.stringify(
    { kind: BLOCK_ID, v: 1, exportedAt: now.toISOString(), bookmarks: entries },
    null,
    1,
  );
}

/** Builds the data block that makes an exported page a backup too. */
export function formatBackupBlock(bookmarks: readonly Bookmark[], now: Date): string {
  // `<` would be read as markup; inside JSON strings it may be written as an escape.
  const json = formatBackup(bookmarks, now).replaceAll('<', '\\u003c');
  return `${BLOCK_START}${json}</script>`;
}

/**
 * Parses a backup, JSON or an exported page; gives `undefined` where the text is neither.
 * Single bookmarks that can't be read are counted.
 */
export async function parseBackup(text: string): Promise<Backup | undefined> {
  const block = new RegExp(`${BLOCK_START}(.*?)</script>`, 's');
  const json = parseJson(block.exec(text)?.[1] ?? text);
  if (!isRecord(json) || json.kind !== BLOCK_ID || !Array.isArray(json.bookmarks)) return undefined;
  const backup: Backup = { bookmarks: [], damaged: 0, laterVersion: 0 };
  for (const [index, entry] of (json.bookmarks as unknown[]).entries()) {
    if (index % SLICE === SLICE - 1) await yieldToPage();
    const text = JSON.stringify(entry);
    const bookmark =
      isRecord(entry) && isString(entry.id) ? parseBookmark(entry.id, text) : undefined;
    if (bookmark) backup.bookmarks.push(bookmark);
    else if (isOfLaterVersion(text)) backup.laterVersion += 1;
    else backup.damaged += 1;
  }
  return backup;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
