import { hashInline, type InlineParts } from '../pages/buildShell.ts';
import type { HeadScripts } from '../site/headScripts.ts';

/**
 * Names of the Trusted Types policies that the reader has: DOMPurify's own, and
 * `src/reader/data/trustScriptAddress.ts`.
 */
const TRUSTED_POLICIES = 'dompurify cangbao';

/** What pages run and show beside the app's own files. */
export interface PolicyParts {
  /** Scripts of the owner's. */
  scripts?: HeadScripts | undefined;
  /** What stands in articles' pages. */
  inline?: InlineParts | undefined;
  /** Servers that readers may sync with: pages may ask them, and show or run nothing of them. */
  syncHosts?: readonly string[] | undefined;
}

/**
 * Builds the site's Content Security Policy (W3C, CSP Level 3; Trusted Types). `pictureHosts`: all hosts that published
 * articles show pictures or play films from. Only these are asked for anything: a page could otherwise be made to tell
 * any host what its reader does. `data:` is for the site's icon, which stands in the page; such a picture asks nobody
 * and runs nothing. No `blob:`: neither the app nor an article has such pictures.
 *
 * `scripts`: those that the owner puts into each head, which may load from and send to the hosts that the owner names.
 * Trusted Types are not asked for then: analytics (Baidu, Google, Matomo) load their second script by setting `src`
 * to a text, which would throw. Article HTML passes the sanitizer all the same; what is lost is the second of two
 * layers.
 */
export function buildPolicy(
  pictureHosts: readonly string[],
  { scripts, inline, syncHosts = [] }: PolicyParts = {},
): string {
  const hosts = listSources([...pictureHosts, ...(scripts?.hosts ?? [])]);
  const hashes = [...(scripts?.hashes ?? []), ...(inline ? [hashInline(inline.looks)] : [])];
  return formatPolicy({
    'default-src': "'none'",
    'script-src': [listSources(scripts?.hosts ?? []), ...hashes.map(quote)].join(' '),
    'style-src': ["'self'", ...(inline ? [quote(hashInline(inline.style))] : [])].join(' '),
    'img-src': `${hosts} data:`,
    // Films and sounds play from where articles have them.
    'media-src': hosts,
    // The archive's files, pictures that are fetched to be kept, and what readers sync with.
    'connect-src': listSources([...pictureHosts, ...(scripts?.hosts ?? []), ...syncHosts]),
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    ...(scripts
      ? {}
      : { 'require-trusted-types-for': "'script'", 'trusted-types': TRUSTED_POLICIES }),
  });
}

/** Builds the policy of the service worker, which fetches the site's files and pictures and does nothing else. */
export function buildWorkerPolicy(pictureHosts: readonly string[], scripts?: HeadScripts): string {
  const hosts = listSources([...pictureHosts, ...(scripts?.hosts ?? [])]);
  return formatPolicy({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': hosts,
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  });
}

/**
 * A host that a policy can name (CSP Level 3, 2.3.1: no address in brackets, no `*`). Addresses of pictures come from
 * scraped pages, and URLs allow `;` and `*` in a host, which would end a directive or open it to everyone.
 */
export function isPolicyHost(host: string): boolean {
  return /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?::\d{1,5})?$/.test(host);
}

/** Returns the site itself and hosts, each once, as a policy's directive lists them. */
function listSources(hosts: readonly string[]): string {
  return ["'self'", ...new Set(hosts.map((host) => `https://${host}`))].join(' ');
}

/** Returns a hash as policies write it. */
function quote(hash: string): string {
  return `'${hash}'`;
}

function formatPolicy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
