import { buildOfflineNames } from '../model/offlineNames.ts';

declare const self: ServiceWorkerGlobalScope;

/** This worker's own global scope, typed. */
export const worker = self;

/** Path of the site's base, with a slash at its end. */
export const BASE = new URL(self.registration.scope).pathname;

/** Names of the caches. */
export const NAMES = buildOfflineNames(BASE);

/** Gives the path of an address below the site's base, without the query; `undefined` for an address elsewhere. */
export function readPath(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  return origin === self.location.origin && pathname.startsWith(BASE)
    ? pathname.slice(BASE.length)
    : undefined;
}
