import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHELL_PATH, VERSION_META, WORKER_PATH } from '../../model/offlineNames.ts';
import { CACHE_ASSETS } from '../hosts/fixedHeaders.ts';
import { buildPolicy, buildWorkerPolicy, type PolicyParts } from './contentPolicy.ts';

/** A file of header lines below the output folder, in the form that Netlify and Cloudflare Pages read. */
export const HEADERS_PATH = '_headers';

/** A declaration of the encoding counts in the first bytes of a page only (HTML, 4.2.5.4). */
const MAX_CHARSET_POSITION = 1024;
/** Cloudflare Pages takes no longer lines. */
const MAX_HEADER_LINE = 2000;

/**
 * Puts the policy into the pages of a finished app, as the first element of each head, and beside them as headers.
 * Call it before archive files are put into pages. The app's version (`app/writeApp.ts`) becomes another one with the
 * policy: the worker would otherwise go on with a page whose policy forbids the pictures of a new host.
 */
export function writePolicy(
  outDir: string,
  base: string,
  pictureHosts: readonly string[],
  parts?: PolicyParts,
): void {
  const policy = buildPolicy(pictureHosts, parts);
  const version = readVersion(readFileSync(join(outDir, 'index.html'), 'utf8'));
  const next = createHash('sha256').update(`${version} ${policy}`).digest('base64url').slice(0, 10);
  const renew = (text: string) => (version ? text.replaceAll(version, next) : text);
  const rewrite = (path: string, change: (text: string) => string) => {
    const file = join(outDir, path);
    if (existsSync(file)) writeFileSync(file, change(readFileSync(file, 'utf8')));
  };
  for (const page of ['index.html', SHELL_PATH])
    rewrite(page, (text) => insertPolicy(renew(text), policy));
  rewrite(WORKER_PATH, renew);
  writeFileSync(join(outDir, HEADERS_PATH), formatHeaders(base, pictureHosts, parts));
}

/** Undefined where the site can't be read offline. */
function readVersion(page: string): string | undefined {
  return new RegExp(`<meta name="${VERSION_META}" content="([^"]+)"`).exec(page)?.[1];
}

/** Puts a policy before everything else in a page's head. */
export function insertPolicy(page: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  const marked = page.replace('<head>', () => `<head>\n    ${meta}`);
  if (marked === page) throw new Error('index.html has no <head> to put the policy into');
  // Many hosts make the policy so long that the encoding is declared too late; a byte order mark tells it, too.
  const isLate =
    Buffer.byteLength(marked.slice(0, marked.indexOf('charset='))) > MAX_CHARSET_POSITION;
  return isLate ? `\uFEFF${marked}` : marked;
}

/**
 * Formats the same policy, and what only a header can say, for hosts that send such headers. Where the list of hosts is
 * too long for a header, it allows pictures from everywhere; the page's own policy holds beside it and names the hosts.
 */
export function formatHeaders(
  base: string,
  pictureHosts: readonly string[],
  parts?: PolicyParts,
): string {
  const line = (policy: string) => `  Content-Security-Policy: ${policy}`;
  const build = (hosts: readonly string[]) => [
    `${base}*`,
    line(`${buildPolicy(hosts, parts)}; frame-ancestors 'none'`),
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    `${base}${WORKER_PATH}`,
    line(buildWorkerPolicy(hosts, parts?.scripts)),
    // These hosts let browsers ask again for everything else.
    `${base}assets/*`,
    `  Cache-Control: ${CACHE_ASSETS}`,
  ];
  const lines = build(pictureHosts);
  const isShort = lines.every((each) => each.length <= MAX_HEADER_LINE);
  const text = (isShort ? lines : build([])).join('\n');
  return `${isShort ? text : text.replaceAll(/(img-src|media-src|connect-src) 'self'/g, '$& https:')}\n`;
}
