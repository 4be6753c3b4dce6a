import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPolicy, buildWorkerPolicy } from './contentPolicy.ts';

/** A file of header lines below the output folder, in the form that Netlify and Cloudflare Pages read. */
export const HEADERS_PATH = '_headers';

/** A declaration of the encoding counts in the first bytes of a page only (HTML, 4.2.5.4). */
const MAX_CHARSET_POSITION = 1024;
/** Cloudflare Pages takes no longer lines. */
const MAX_HEADER_LINE = 2000;

/**
 * Puts the policy into a finished `index.html`, as the first element of its head, and beside it as headers.
 * Call it before copies are made of the page.
 */
export function writePolicy(outDir: string, base: string, pictureHosts: readonly string[]): void {
  const file = join(outDir, 'index.html');
  writeFileSync(file, insertPolicy(readFileSync(file, 'utf8'), buildPolicy(pictureHosts)));
  writeFileSync(join(outDir, HEADERS_PATH), formatHeaders(base, pictureHosts));
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
export function formatHeaders(base: string, pictureHosts: readonly string[]): string {
  const line = (policy: string) => `  Content-Security-Policy: ${policy}`;
  const build = (hosts: readonly string[]) => [
    `${base}*`,
    line(`${buildPolicy(hosts)}; frame-ancestors 'none'`),
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    `${base}sw.js`,
    line(buildWorkerPolicy(hosts)),
  ];
  const lines = build(pictureHosts);
  const isShort = lines.every((each) => each.length <= MAX_HEADER_LINE);
  const text = (isShort ? lines : build([])).join('\n');
  return `${isShort ? text : text.replaceAll(/(img-src|connect-src) 'self'/g, '$& https:')}\n`;
}
