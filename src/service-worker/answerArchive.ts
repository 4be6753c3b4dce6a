import { splitArticleHash } from '../model/articleHash.ts';
import { computeHash } from './appFiles.ts';
import { matchSaved } from './matchSaved.ts';

/**
 * Answers an article: the saved copy where there is a sound one, else the host. What is not saved is not kept.
 * Who asks past all caches is answered by the host first: whoever saves an article, and a page for which the browser
 * was told to use none.
 */
export async function answerArticle(request: Request, id: string): Promise<Response> {
  const copy = await findSaved(request.url, id);
  if (copy && request.cache !== 'reload') return copy;
  return fetch(request, { cache: findCacheMode(request) }).catch((error: unknown) => {
    if (copy) return copy;
    throw error;
  });
}

/**
 * The browser's cache has to ask the host, whatever it was told: the next build has other content at these addresses.
 */
function findCacheMode({ cache }: Request): RequestCache {
  return cache === 'reload' || cache === 'no-store' ? cache : 'no-cache';
}

async function findSaved(address: string, id: string): Promise<Response | undefined> {
  const copy = await matchSaved(address);
  if (!copy) return undefined;
  const text = await copy.clone().text();
  const parts = splitArticleHash(text);
  if (!parts || (await computeHash(new TextEncoder().encode(parts.rest))) !== parts.hash) {
    return undefined;
  }
  return (JSON.parse(text) as { id?: unknown }).id === id ? copy : undefined;
}
