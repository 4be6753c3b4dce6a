import { ask } from './ask.ts';

/** What a first visit costs by network: bytes as they were sent, headers aside. */
export interface FirstVisit {
  /** Until the list stands: the page and what it names. */
  page: number;
  /** What the worker keeps beside that. */
  worker: number;
}

const NAMED = /<(?:script|link)\b[^>]*?\b(?:src|href)="(?!data:|https?:)([^"]+)"/g;
/** Path and hash, as the build puts them into the worker. */
const KEPT = /\["([^"]+)","[\w-]{24}"\]/g;
/** The worker keeps what is larger, and not named by the page, when it is first asked for; compressed, in bytes. */
const LARGE = 65_536;

/** Loads a site's first page, what it names, and what its service worker keeps, as a browser does that takes gzip. */
export async function measureFirstVisit(url: string): Promise<FirstVisit> {
  const seen = new Set<string>();
  const load = async (address: string) => {
    const { href } = new URL(address, url);
    if (seen.has(href)) return { text: '', bytes: 0 };
    seen.add(href);
    const { status, body, sent } = await ask(href, { 'accept-encoding': 'gzip' });
    if (status !== 200) throw new Error(`${href} answers ${status}`);
    return { text: body.toString(), bytes: sent.length };
  };
  const loadAll = async (address: string, pattern: RegExp) => {
    const { text, bytes } = await load(address);
    const sizes = [bytes];
    for (const [, named = ''] of text.matchAll(pattern)) sizes.push((await load(named)).bytes);
    return sizes;
  };
  const page = await loadAll('', NAMED);
  const worker = await loadAll('sw.js', KEPT);
  return { page: sum(page), worker: sum(worker.filter((bytes) => bytes <= LARGE)) };
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all + size, 0);
}
