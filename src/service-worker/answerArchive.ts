import { CATALOGUE_PATH } from '../model/archivePaths.ts';
import { splitArticleHash } from '../model/articleHash.ts';
import { computeHash } from './appFiles.ts';
import { BASE, NAMES } from './scope.ts';

/** How long the host may take before the last copy answers instead, in milliseconds. */
const PATIENCE = 3000;
/** List pages of which a last copy is kept: 6,000 rows. Pages of saved lists don't count. */
const MAX_PAGES = 60;

/** Answers the catalogue and list pages: from the host, else, or when it takes too long, the last copy. */
export async function answerLatest(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const network = fetchAndKeep(request);
  event.waitUntil(network.catch(() => undefined));
  const patience = new Promise<undefined>((done) => setTimeout(done, PATIENCE));
  const first = await Promise.race([network.catch(() => undefined), patience]);
  if (first?.isGood) return first.response;
  const copy = await findCopy(request.url);
  return copy ?? (await network).response;
}

/**
 * Answers an article: the saved copy where there is a sound one, else the host. What is not saved is not kept.
 * Who asks past all caches is answered by the host first: whoever saves an article, and a page for which the browser was told to use none.
 */
export async function answerArticle(request: Request, id: string): Promise<Response> {
  const copy = await findSaved(request.url, id);
  if (copy && request.cache !== 'reload') return copy;
  return fetch(request).catch((error: unknown) => {
    if (copy) return copy;
    throw error;
  });
}

async function findSaved(address: string, id: string): Promise<Response | undefined> {
  const copy = await (await caches.open(NAMES.saved)).match(address);
  if (!copy) return undefined;
  const text = await copy.clone().text();
  const parts = splitArticleHash(text);
  if (!parts || (await computeHash(new TextEncoder().encode(parts.rest))) !== parts.hash) {
    return undefined;
  }
  return (JSON.parse(text) as { id?: unknown }).id === id ? copy : undefined;
}

/** Fetches a file; only one that is JSON is kept, never the page that hosts send for what they don't know. */
async function fetchAndKeep(request: Request): Promise<{ response: Response; isGood: boolean }> {
  const response = await fetch(request);
  if (!response.ok) return { response, isGood: false };
  const text = await response.clone().text();
  if (!isJson(text)) return { response, isGood: false };
  const copy = () => new Response(text, { headers: { 'content-type': 'application/json' } });
  await keepCopy(request.url, copy).catch(() => undefined); // no room: it is read all the same
  return { response, isGood: true };
}

async function keepCopy(address: string, copy: () => Response): Promise<void> {
  const [archive, saved] = await Promise.all([
    caches.open(NAMES.archive),
    caches.open(NAMES.saved),
  ]);
  if (await saved.match(address)) return saved.put(address, copy());
  // Taken out first, so that the cache's order is that of last use.
  await archive.delete(address);
  await archive.put(address, copy());
  const pages = (await archive.keys()).filter(({ url }) => !url.endsWith(BASE + CATALOGUE_PATH));
  for (const page of pages.slice(0, -MAX_PAGES)) await archive.delete(page);
}

async function findCopy(address: string): Promise<Response | undefined> {
  for (const name of [NAMES.saved, NAMES.archive]) {
    const copy = await (await caches.open(name)).match(address);
    if (copy) return copy;
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
