import { type PageQuestion, WORKER_PATH, type WorkerMessage } from '../../model/offlineNames.ts';
import { trustScriptAddress } from '../data/trustScriptAddress.ts';
import type { Obstacle, OfflineStore } from './createOfflineStore.ts';
import type { AppWorker } from './OfflineEngine.ts';
import { readAppVersion } from './readAppVersion.ts';

/** How long the host may take to say whether there is a new version, in milliseconds. */
const UPDATE_PATIENCE = 15_000;

/**
 * How long until the host is asked for a new version again, in milliseconds, when the reader comes back to the page.
 */
const UPDATE_REST = 60 * 60 * 1000;

/** Gives what forbids a worker here, as far as is known before one is registered. */
export function findObstacle(): Obstacle | undefined {
  if (readAppVersion() === undefined) return 'off';
  if (!window.isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator && 'caches' in window ? undefined : 'unsupported';
}

/**
 * Registers the worker and waits until it answers for this page. Tells the store of new versions.
 * Throws where the browser forbids it, or where there is none yet and the host has no worker to give.
 */
export async function registerWorker(store: OfflineStore): Promise<AppWorker> {
  const { serviceWorker } = navigator;
  const base = import.meta.env.BASE_URL;
  let isUpdating = false;
  answerQuestions(serviceWorker);
  serviceWorker.addEventListener('controllerchange', () => {
    // Only in the tab that asked; in the others the reader goes on with the version they have.
    if (isUpdating) window.location.reload();
  });

  const options = { scope: base, updateViaCache: 'none' } as const;
  const registration = await serviceWorker
    .register(trustScriptAddress(base + WORKER_PATH), options)
    // The host may be out of reach, or have lost the file: the worker that is here goes on.
    .catch(() => serviceWorker.getRegistration(base));
  if (!registration) throw new Error('no worker');
  followUpdates(registration, store);
  await serviceWorker.ready;
  if (!serviceWorker.controller) {
    await waitForControl(serviceWorker);
    askAgainForScripts(base);
  }
  tell(serviceWorker.controller, { type: 'tidy' });

  let lookedAt = Date.now();
  async function lookForUpdate() {
    lookedAt = Date.now();
    // Chromium sometimes forgets to answer.
    const patience = new Promise<undefined>((done) => setTimeout(done, UPDATE_PATIENCE));
    const update = registration?.update().catch(() => undefined);
    return (await Promise.race([update, patience])) !== undefined;
  }
  document.addEventListener('visibilitychange', () => {
    // A clock that was set back must not put it off for years.
    const rest = Math.abs(Date.now() - lookedAt);
    if (document.visibilityState === 'visible' && rest > UPDATE_REST) void lookForUpdate();
  });

  return {
    lookForUpdate,
    update() {
      if (!registration.waiting || isUpdating) return;
      isUpdating = true;
      tell(registration.waiting, { type: 'skip-waiting' });
    },
  };
}

/** What this page loaded before the worker answered for it passes by the worker, which keeps the large parts then. */
function askAgainForScripts(base: string): void {
  const prefix = new URL(`${base}assets/`, window.location.href).href;
  for (const { name } of performance.getEntriesByType('resource')) {
    if (!name.startsWith(prefix)) continue;
    fetch(name)
      .then((response) => response.body?.cancel())
      .catch(() => undefined);
  }
}

function tell(worker: ServiceWorker | null, message: WorkerMessage): void {
  worker?.postMessage(message);
}

/** The worker asks which versions are in use before it removes the files of one. */
function answerQuestions(serviceWorker: ServiceWorkerContainer): void {
  serviceWorker.addEventListener('message', ({ data, ports }) => {
    const { type } = data as PageQuestion;
    if (type === 'which-version') ports[0]?.postMessage(readAppVersion() ?? '');
  });
  serviceWorker.startMessages();
}

function followUpdates(registration: ServiceWorkerRegistration, store: OfflineStore): void {
  function look() {
    const hasUpdate = registration.waiting !== null && registration.active !== null;
    if (hasUpdate !== store.read().hasUpdate) store.change({ hasUpdate });
  }
  function follow(worker: ServiceWorker | null) {
    worker?.addEventListener('statechange', look);
  }
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  follow(registration.waiting);
  look();
}

/**
 * A page that was loaded past the worker (a hard reload) is never controlled: it waits in vain, and no longer than
 * this.
 */
const CONTROL_PATIENCE = 5000; // ms

function waitForControl(serviceWorker: ServiceWorkerContainer): Promise<void> {
  return new Promise((done, fail) => {
    serviceWorker.addEventListener('controllerchange', () => done(), { once: true });
    setTimeout(
      () => (serviceWorker.controller ? done() : fail(new Error('no control'))),
      CONTROL_PATIENCE,
    );
  });
}
