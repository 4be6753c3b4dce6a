import type { QueryClient } from '@tanstack/react-query';
import { articleQuery } from '../data/fetchArticle.ts';
import { readDrawnPage } from '../data/pageFacts.ts';
import { readingViewQuery } from '../reading/readingViewQuery.ts';
import { parseRoute } from '../routing/routes.ts';
import { readingPaneQuery } from './ReadingPanePlace.tsx';

/**
 * Waits a moment for what the page has already asked for, where the address names an article: its JSON, the reading
 * pane and the reading view. Mostly all are here before the app's script, and the first rendering is the article
 * instead of its skeleton.
 */
export async function prepareFirstScreen(client: QueryClient): Promise<void> {
  const route = parseRoute(window.location.pathname);
  if (route.name !== 'article') return;
  const article = articleQuery(route.id);
  const drawn = readDrawnPage();
  if (drawn?.article.id === route.id) client.setQueryData(article.queryKey, drawn.article);
  // What fails, before the first rendering or while it is on its way, is not asked for a second time by it, only by 重试.
  client.setQueryDefaults(article.queryKey, { retryOnMount: false });
  const isReady = Promise.all([
    client.prefetchQuery(article),
    client.prefetchQuery(readingPaneQuery),
    client.prefetchQuery(readingViewQuery),
  ]);
  // A drawn article is read meanwhile; no skeleton may take its place.
  const isDrawn = drawn?.article.id === route.id;
  await (isDrawn ? isReady : Promise.race([isReady, wait(PATIENCE)]));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

const PATIENCE = 200; // ms; about what one rendering takes on a slow phone
