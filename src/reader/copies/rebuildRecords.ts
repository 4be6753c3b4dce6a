import type { Article } from '../../model/Article.ts';
import { ARTICLES_FOLDER, LISTS_FOLDER } from '../../model/archivePaths.ts';
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

/** Whether it is the address of a page of a list. */
export function isListPage(address: string): boolean {
  return address.startsWith(buildKeptAddress(LISTS_FOLDER));
}

/**
 * Pins lists anew whose pages lie in the cache without a record, each for the uppermost category that shows it. Pages
 * that no category shows, or that a list has lost without losing its record, are removed.
 */
export async function rebuildLists(
  { database, cache, alone }: Copies,
  addresses: readonly string[],
  { root }: Pick<Catalogue, 'root'>,
): Promise<void> {
  await alone(async () => {
    const standing = await database.getAll('lists');
    const named = new Set(standing.flatMap((list) => list.addresses));
    const known = new Set(standing.map(({ list }) => list));
    const pages = new Map<string, string[]>();
    for (const address of addresses.filter((each) => !named.has(each))) {
      const [list = ''] = address.slice(buildKeptAddress(LISTS_FOLDER).length).split('/');
      pages.set(list, [...(pages.get(list) ?? []), address]);
    }
    for (const [list, own] of pages) {
      const category = known.has(list) ? undefined : findByList([root], list);
      if (category) {
        // No room: the pages stay, and the next start tries again.
        await database
          .put('lists', { path: category.path, list, addresses: own, isPending: false })
          .catch(() => undefined);
      } else for (const address of own) await cache.delete(address);
    }
  });
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
