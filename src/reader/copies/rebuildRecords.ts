import type { Article } from '../../model/Article.ts';
import { ARTICLES_FOLDER } from '../../model/archivePaths.ts';
import type { Catalogue, Category } from '../../model/Catalogue.ts';
import { buildKeptAddress } from '../data/keptFiles.ts';
import type { Copies } from './copies.ts';
import { pickSummary } from './queueArticles.ts';
import {
  buildRecord,
  type SavedPicture,
  type SavedRecord,
  type SaveReason,
} from './SavedRecord.ts';
import { listPictures } from './saveArticle.ts';
import { isArticleIntact } from './soundness.ts';

/** Records written in one transaction. */
const CHUNK = 50;

/**
 * Writes records anew for sound articles that lie in the cache without one, as the browser leaves them when it
 * clears the database and not the cache. `held`: all that the cache holds; `findReason`: why an article is kept, if
 * it is. Call it within `alone`.
 */
export async function rebuildRecords(
  { database, cache }: Copies,
  addresses: readonly string[],
  held: ReadonlySet<string>,
  findReason: (id: string) => SaveReason | undefined,
): Promise<SavedRecord[]> {
  const folder = buildKeptAddress(ARTICLES_FOLDER);
  const rebuilt: SavedRecord[] = [];
  for (const address of addresses) {
    if (!address.startsWith(folder)) continue;
    const id = address.slice(folder.length).replace(/\.json$/, '');
    const reason = findReason(id);
    const text = reason && (await (await cache.match(address))?.text());
    if (!reason || text === undefined || !(await isArticleIntact(text, id).catch(() => false)))
      continue;
    rebuilt.push(rebuildRecord(text, address, reason, held));
  }
  try {
    for (let start = 0; start < rebuilt.length; start += CHUNK) {
      const transaction = database.transaction('saved', 'readwrite');
      for (const record of rebuilt.slice(start, start + CHUNK)) void transaction.store.put(record);
      await transaction.done;
    }
  } catch {
    // No room: what is here is here all the same, and the next start tries again.
  }
  return rebuilt;
}

/**
 * Pins lists anew whose pages lie in the cache without a record, each for the uppermost category that shows it.
 * Without a catalogue nobody knows which one that is: the pages wait. Returns the addresses that are to stay.
 */
export async function rebuildLists(
  { database }: Copies,
  addresses: readonly string[],
  known: ReadonlySet<string>,
  catalogue: Catalogue | undefined,
): Promise<string[]> {
  const folder = buildKeptAddress('archive/lists/');
  const pages = new Map<string, string[]>();
  for (const address of addresses) {
    if (!address.startsWith(folder)) continue;
    const [list = ''] = address.slice(folder.length).split('/');
    if (!known.has(list)) pages.set(list, [...(pages.get(list) ?? []), address]);
  }
  const kept: string[] = [];
  for (const [list, own] of pages) {
    const category = catalogue && findByList([catalogue.root], list);
    if (category) {
      const { path } = category;
      // No room: the pages stay, and the next start tries again.
      await database
        .put('lists', { path, list, addresses: own, isPending: false })
        .catch(() => undefined);
    }
    if (category || !catalogue) kept.push(...own);
  }
  return kept;
}

function rebuildRecord(
  text: string,
  address: string,
  reason: SaveReason,
  held: ReadonlySet<string>,
): SavedRecord {
  const pictures = listPictures(text).map(
    (each): SavedPicture =>
      held.has(each)
        ? { address: each, state: 'saved', bytes: 0 }
        : { address: each, state: 'failed', reason: 'evicted', bytes: 0 },
  );
  const summary = pickSummary(JSON.parse(text) as Article);
  const { queuedAt: _, ...record } = buildRecord(summary, reason, address, 0);
  return {
    ...record,
    text: { state: 'saved', bytes: new TextEncoder().encode(text).byteLength },
    pictures,
    addresses: [address, ...pictures.map((each) => each.address)],
    savedAt: new Date().toISOString(),
  };
}

/** Level by level: a list that a category shares with its only child is known by the category. */
function findByList(level: readonly Category[], list: string): Category | undefined {
  if (level.length === 0) return undefined;
  return (
    level.find((category) => category.list === list) ??
    findByList(
      level.flatMap(({ children }) => children),
      list,
    )
  );
}
