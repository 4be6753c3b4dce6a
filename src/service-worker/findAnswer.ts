import { APP_SEGMENTS, SAVED_PICTURE_PATH, SHELL_PATH } from '../model/offlineNames.ts';
import { answerArticle } from './answerArchive.ts';
import { answerPicture, answerSavedPicture } from './answerPicture.ts';
import { findAppFile } from './appFiles.ts';
import { readPath } from './scope.ts';

/** Gives the answer to a request, or `undefined` where it is none of the worker's business. */
export function findAnswer(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event;
  if (request.method !== 'GET') return undefined;
  const path = readPath(request.url);
  if (path === undefined) {
    return request.destination === 'image' ? answerPicture(request) : undefined;
  }
  if (request.mode === 'navigate') return isPageOfApp(path) ? answerPage(request) : undefined;
  if (path === SAVED_PICTURE_PATH) {
    // As a picture only: opened as a page, an SVG could run its scripts as ours.
    return request.destination === 'image' ? answerSavedPicture(request) : undefined;
  }
  const [, article] = /^archive\/articles\/([\w-]+)\.json$/.exec(path) ?? [];
  if (article) return answerArticle(request, article);
  if (request.destination === 'image' && path.startsWith('archive/')) return answerPicture(request);
  return path.startsWith('archive/') ? undefined : answerAppFile(request, path);
}

/** Addresses that are not the app's belong to the host: a file, or another site below the same base. */
function isPageOfApp(path: string): boolean {
  return path === 'index.html' || APP_SEGMENTS.includes(path.split('/')[0] ?? '');
}

/** The kept page first: it stands at once and fits the kept scripts, whatever the host has by now. */
async function answerPage(request: Request): Promise<Response> {
  return (await findAppFile(SHELL_PATH)) ?? fetch(request);
}

async function answerAppFile(request: Request, path: string): Promise<Response> {
  return (await findAppFile(path)) ?? fetch(request);
}
