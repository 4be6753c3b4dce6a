import { ArchiveError, ArticleMovedError, meansMissing } from '../../model/ArchiveError.ts';
import type { Article } from '../../model/Article.ts';
import { buildArticlePath } from '../../model/archivePaths.ts';
import { buildOfflineNames, findSavedCaches, ROOT_KEYS } from '../../model/offlineNames.ts';
import {
  type Bookmark,
  formatBookmark,
  formatRemoval,
  parseBookmark,
} from '../bookmarks/Bookmark.ts';
import { BOOKMARKS, VISITS } from '../bookmarks/createBookmarkStore.ts';
import { type Database, readFact, writeFact } from '../copies/openDatabase.ts';
import { listCopied } from '../storage/copyOldKeys.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { hasOldKeys, MOVED, OLD_BOOKMARKS, readIds } from './bookmarkKeys.ts';
import { createPlaces } from './createPlaces.ts';

/**
 * How long the host may take to say whose the bookmarks are, in milliseconds; what is not known then waits for the
 * next visit.
 */
const PATIENCE = 15_000;
/** Articles that are asked for at once. */
const PARALLEL = 4;

/** Whose a bookmark under an old key is. `both`: another site has an article of that id, too. */
type Owner = 'this' | 'both' | 'another' | 'unknown';

/** What moving the old keys works with. `readArticle` throws ArchiveError. */
export interface MoveParts {
  keyValues: KeyValueStore;
  database: Pick<Database, 'get' | 'put' | 'delete'>;
  readArticle(id: string, signal: AbortSignal): Promise<Article>;
}

/**
 * Moves bookmarks from the keys that all sites of a host shared once to this site's own. Where no other site of ours
 * has left anything in this browser, all is this one's. Else a bookmark that was known here is taken if its article
 * here is the one it names; what is another site's stays untouched, and only goes from this site's database.
 */
export async function moveOldKeys(parts: MoveParts): Promise<void> {
  const { keyValues, database } = parts;
  const note = () => keyValues.write(MOVED, JSON.stringify({ v: 1 }));
  if (!hasOldKeys(keyValues)) return;
  if (await readFact(database, 'hasMoved')) return note();
  const old = readIds(keyValues, OLD_BOOKMARKS)
    .map(([id, text]) => parseBookmark(id, text))
    .filter((bookmark) => bookmark !== undefined);
  const others = await listOtherSites();
  const isAlone = others?.length === 0;
  const owners = isAlone
    ? old.map((): Owner => 'this')
    : await findOwners(old, parts, others ?? []);
  const taken = old.filter((_, at) => owners[at] === 'this' || owners[at] === 'both');
  const visits = isAlone ? readIds(keyValues, OLD_VISITS) : [];
  const entries = [
    ...taken.map((each) => [BOOKMARKS.prefix + each.id, formatBookmark(each)] as const),
    ...visits.map(([id, text]) => [VISITS.prefix + id, text] as const),
  ].filter(([key]) => keyValues.read(key) === undefined);
  keyValues.changeAll(entries);
  // No room: the old ones stay, and the next visit tries again.
  if (entries.some(([key]) => keyValues.hasFailed(key))) return;

  // Another site's mirror may hold it: that it went on purpose must be known there.
  const removal = isAlone ? undefined : formatRemoval(new Date());
  keyValues.changeAll([
    ...old
      .filter((_, at) => owners[at] === 'this')
      .map(({ id }) => [OLD_BOOKMARKS + id, removal] as const),
    ...visits.map(([id]) => [OLD_VISITS + id, undefined] as const),
    ...(isAlone ? listCopied(keyValues.readKeys(ROOT_KEYS)) : []).map(
      (key) => [key, undefined] as const,
    ),
  ]);
  for (const { id } of old.filter((_, at) => owners[at] === 'another')) {
    await dropForeign(id, database);
  }
  if (owners.includes('unknown')) return;
  note();
  await writeFact(database, 'hasMoved', true);
}

const OLD_VISITS = `${ROOT_KEYS}visit:`;

/** Returns the bases of other sites that have left something in this browser; undefined where it doesn't tell. */
async function listOtherSites(): Promise<string[] | undefined> {
  const { indexedDB, caches } = window as Partial<Pick<Window, 'indexedDB' | 'caches'>>;
  const databases = await indexedDB?.databases?.().catch(() => undefined);
  if (!databases) return undefined;
  const names = [...databases.map(({ name = '' }) => name), ...((await caches?.keys()) ?? [])];
  const bases = names
    .map((name) => /^cangbao(?:-saved|-archive)?(?::(\/.*\/))?$/.exec(name))
    .filter((match) => match !== null)
    .map(([, base = '/']) => base);
  return [...new Set(bases)].filter((base) => base !== import.meta.env.BASE_URL);
}

function findOwners(
  old: readonly Bookmark[],
  { database, readArticle }: MoveParts,
  others: readonly string[],
): Promise<Owner[]> {
  const signal = AbortSignal.timeout(PATIENCE);
  const ask = createPlaces(PARALLEL);
  return Promise.all(
    old.map((bookmark) =>
      ask(async () => {
        const { id } = bookmark;
        // This site's mirror took in all that stood under the old keys at its last visit.
        if (!(await database.get('bookmarks', id))) return 'another';
        try {
          const article = await readArticle(id, signal);
          if (!isSameArticle(article, bookmark)) return 'another';
        } catch (error) {
          const isMoved = error instanceof ArticleMovedError;
          const isMissing = error instanceof ArchiveError && error.kind === 'missing';
          if (!isMoved && !isMissing) return 'unknown';
          // An article that has left was this site's if it was saved from here.
          if (!isMoved && (await database.get('saved', id))?.text.state !== 'saved')
            return 'another';
        }
        return findOther(id, others, signal);
      }),
    ),
  );
}

/** Equal paths give equal ids: the words decide. A title may have been corrected since. */
function isSameArticle(article: Article, { title, publishedAt }: Bookmark): boolean {
  return (
    article.title === title || (publishedAt !== undefined && article.publishedAt === publishedAt)
  );
}

/** Whether another site has an article of that id: saved in this browser, else on its host. */
async function findOther(
  id: string,
  others: readonly string[],
  signal: AbortSignal,
): Promise<Owner> {
  for (const base of others) {
    const address = new URL(base + buildArticlePath(id), window.location.href);
    for (const saved of findSavedCaches(buildOfflineNames(base), address.href))
      if ((await window.caches?.has(saved)) && (await (await caches.open(saved)).match(address)))
        return 'both';
    const answer = await askHost(address, signal);
    if (answer !== 'missing') return answer === 'here' ? 'both' : 'unknown';
  }
  return 'this';
}

async function askHost(address: URL, signal: AbortSignal): Promise<'here' | 'missing' | 'unknown'> {
  try {
    const response = await fetch(address, { cache: 'no-cache', signal });
    const text = response.ok ? await response.text() : '';
    if (meansMissing(response.status, text)) return 'missing';
    return response.ok ? 'here' : 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Takes what an earlier version kept here of another site's bookmark, of which it could save nothing. */
async function dropForeign(id: string, database: MoveParts['database']): Promise<void> {
  await database.delete('bookmarks', id);
  const record = await database.get('saved', id);
  const isOnlyTried = record?.text.state !== 'saved' && record?.reasons.join() === 'bookmark';
  if (isOnlyTried) await database.delete('saved', id);
}
