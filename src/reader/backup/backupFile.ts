import { type Bookmark, formatBookmark, parseBookmark } from '../bookmarks/Bookmark.ts';
import { isRecord, isString } from '../data/parseSummary.ts';

/** Id of the block in an exported page that carries the bookmarks. */
const BLOCK_ID = 'cangbao-bookmarks';

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
  return `<script type="application/json" id="${BLOCK_ID}">${json}</script>`;
}

/**
 * Parses a backup, JSON or an exported page; gives `undefined` where the text is neither.
 * Single bookmarks that are damaged are left out.
 */
export function parseBackup(text: string): Bookmark[] | undefined {
  const block = new RegExp(`<script type="application/json" id="${BLOCK_ID}">(.*?)</script>`, 's');
  const json = parseJson(block.exec(text)?.[1] ?? text);
  if (!isRecord(json) || json.kind !== BLOCK_ID || !Array.isArray(json.bookmarks)) return undefined;
  return json.bookmarks
    .map((entry) =>
      isRecord(entry) && isString(entry.id) && /^[\w-]+$/.test(entry.id)
        ? parseBookmark(entry.id, JSON.stringify(entry))
        : undefined,
    )
    .filter((bookmark) => bookmark !== undefined);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
