import { buildWorkerPolicy } from '../output/contentPolicy.ts';

/** Files under `assets/` have their hash in the name: another content is another address. */
export const CACHE_ASSETS = 'public, max-age=31536000, immutable';
/** Everything else is kept, and asked for again each time: the answer is mostly 304 without a body. */
export const CACHE_OTHERS = 'no-cache';

/**
 * The part of the pages' policy that no build changes. Each page carries the whole policy itself, with the hosts of its
 * pictures; a browser applies both, so a header with last month's hosts would take the pictures of new hosts away.
 */
const PAGE_POLICY =
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/** Headers of all answers, `Cache-Control` aside. */
export const PAGE_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', PAGE_POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
];

/** Headers of the service worker, which has no page to carry its policy. It fetches pictures from any host. */
export const WORKER_HEADERS: readonly (readonly [name: string, value: string])[] = [
  [
    'Content-Security-Policy',
    buildWorkerPolicy([]).replace("connect-src 'self'", "connect-src 'self' https:"),
  ],
  ['X-Content-Type-Options', 'nosniff'],
];

/** Types of what is worth compressing. `application/octet-stream`: the parts of the search index. */
export const COMPRESSED_TYPES: readonly string[] = [
  'text/html',
  'text/css',
  'text/javascript',
  'application/javascript',
  'application/json',
  'application/manifest+json',
  'application/atom+xml',
  'application/rss+xml',
  'application/xml',
  'text/xml',
  'text/plain',
  'image/svg+xml',
  'application/octet-stream',
];
