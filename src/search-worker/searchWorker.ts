import { ArchiveError } from '../model/ArchiveError.ts';
import { createSearchService } from './createSearchService.ts';
import type { SearchAnswer, SearchCall } from './searchMessages.ts';

/** The search, off the main thread. Calls are answered as they are done, in any order. */
const service = createSearchService();

addEventListener('message', async ({ data: { id, name, values } }: MessageEvent<SearchCall>) => {
  const call = service[name] as (...values: unknown[]) => Promise<unknown>;
  let answer: SearchAnswer;
  try {
    answer = { id, value: await call(...values) };
  } catch (error) {
    const kind = error instanceof ArchiveError ? error.kind : 'unknown';
    answer = { id, error: kind, text: String(error) };
  }
  postMessage(answer);
});
