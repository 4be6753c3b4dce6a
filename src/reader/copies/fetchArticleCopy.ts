import { meansMissing } from '../../model/ArchiveError.ts';
import { buildArticlePath } from '../../model/archivePaths.ts';
import { SaveFailure } from './SaveFailure.ts';
import { isArticleIntact } from './soundness.ts';
import { watchProgress } from './watchProgress.ts';

let root: string | undefined;

/** Gives the absolute address of an article's archive file. */
export function buildArticleAddress(id: string): string {
  // Once: 20,000 addresses are asked for in a row.
  root ??= new URL(import.meta.env.BASE_URL, window.location.href).href;
  return root + buildArticlePath(id);
}

/** Fetches the text of an article file from the host, past any saved copy, and checks it. Throws SaveFailure. */
export async function fetchArticleCopy(id: string, signal: AbortSignal): Promise<string> {
  const address = buildArticleAddress(id);
  const watch = watchProgress(signal);
  try {
    const response = await fetch(address, { cache: 'reload', signal: watch.signal });
    const text = response.ok ? await response.text() : '';
    if (meansMissing(response.status, text)) throw new SaveFailure('missing', address);
    if (!response.ok) throw new SaveFailure('network', address);
    // It has another id now (MovedArticle).
    if (text.startsWith('{"movedTo":')) throw new SaveFailure('missing', address);
    if (!(await isArticleIntact(text, id))) throw new SaveFailure('damaged', address);
    return text;
  } catch (error) {
    if (signal.aborted || error instanceof SaveFailure) throw error;
    throw new SaveFailure('network', address, error);
  } finally {
    watch.stop();
  }
}
