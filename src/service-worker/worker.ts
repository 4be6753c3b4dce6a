import type { WorkerMessage } from '../model/offlineNames.ts';
import { keepApp } from './appFiles.ts';
import { findAnswer } from './findAnswer.ts';
import { removeOldApps } from './removeOldApps.ts';
import { worker } from './scope.ts';

/*
 * Between page and network: keeps the app and answers from what is saved.
 * A new version waits until the reader asks for it, or until no page of the old one is open.
 */

worker.addEventListener('install', (event) => event.waitUntil(keepApp()));

worker.addEventListener('activate', (event) => {
  // Pages that were here before the first worker are served from now on.
  event.waitUntil(worker.clients.claim().then(removeOldApps));
});

worker.addEventListener('fetch', (event) => {
  const answer = findAnswer(event);
  if (answer) event.respondWith(answer);
});

worker.addEventListener('message', (event) => {
  const { type } = event.data as WorkerMessage;
  event.waitUntil(type === 'skip-waiting' ? worker.skipWaiting() : removeOldApps());
});
