import type { SiteInfo } from '../../model/SiteInfo.ts';
import { isString } from '../data/parseSummary.ts';
import { type Standing, SyncError, type SyncPlace } from './SyncPlace.ts';

/** Where a WebDAV server is, and who asks. */
export interface WebDavAccess {
  /** Address of a folder, or of the file itself, which ends in `.json`. */
  address: string;
  user: string;
  password: string;
}

const FILE_NAME = 'cangbao.json';
/** How long a server may take to answer, in milliseconds. */
const PATIENCE = 30_000;

/** Returns the address of the file; undefined where it is no address of a server. */
export function buildFileAddress(address: string): URL | undefined {
  try {
    const url = new URL(address.trim());
    if (!/^https?:$/.test(url.protocol) || url.username !== '') return undefined;
    url.hash = '';
    url.search = '';
    if (!url.pathname.endsWith('.json')) {
      url.pathname = `${url.pathname.replace(/\/+$/, '')}/${FILE_NAME}`;
    }
    return url;
  } catch {
    return undefined;
  }
}

/** Returns the servers that the owner has named for syncs, besides the site's own. */
export function readSyncHosts(site: SiteInfo | undefined): readonly string[] {
  const hosts: unknown = site?.syncHosts;
  return Array.isArray(hosts) ? hosts.filter(isString) : [];
}

/** Whether the site's policy lets a page ask that server: itself, and those that the owner has named. */
export function isAllowedServer({ origin, host }: URL, hosts: readonly string[]): boolean {
  return origin === window.location.origin || hosts.includes(host);
}

/** Builds the place of a file on a WebDAV server (RFC 4918). Throws SyncError where the address is none. */
export function openWebDav(access: WebDavAccess, hosts: readonly string[]): SyncPlace {
  const url = buildFileAddress(access.address);
  if (!url) throw new SyncError('address');
  const isLocal = url.origin === window.location.origin;
  if (url.protocol !== 'https:' && !isLocal) throw new SyncError('insecure');
  if (!isAllowedServer(url, hosts)) throw new SyncError('host', url.host);
  const headers = { Authorization: `Basic ${encodeBase64(`${access.user}:${access.password}`)}` };

  async function ask(method: string, target: URL, init: RequestInit = {}): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(target, {
        ...init,
        method,
        headers: { ...headers, ...(init.headers as Record<string, string>) },
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      throw new SyncError(navigator.onLine ? 'unreachable' : 'offline');
    }
    const { status } = response;
    if (status === 401) throw new SyncError('password');
    if (status === 403 || status === 405) throw new SyncError('forbidden', String(status));
    if (status === 423) throw new SyncError('locked');
    if (status === 507 || status === 413) throw new SyncError('full');
    if (status >= 500) throw new SyncError('server', String(status));
    return response;
  }

  async function put(text: string, target: URL, condition: Record<string, string>) {
    const send = () =>
      ask('PUT', target, {
        body: text,
        headers: { 'Content-Type': 'application/json', ...condition },
      });
    const response = await send();
    if (response.status !== 404 && response.status !== 409) return response;
    // The folder is not there: it is made, once.
    const made = await ask('MKCOL', new URL('.', target));
    if (!made.ok) throw new SyncError('folder');
    const again = await send();
    if (again.status === 404 || again.status === 409) throw new SyncError('folder');
    return again;
  }

  return {
    async read() {
      const response = await ask('GET', url);
      if (response.status === 404 || response.status === 410) return { text: undefined, mark: '' };
      if (!response.ok) throw new SyncError('server', String(response.status));
      try {
        const text = await response.text();
        return { text, mark: response.headers.get('ETag') ?? '' };
      } catch {
        throw new SyncError('unreachable');
      }
    },
    async write(text, before, isForced) {
      const condition = isForced ? {} : buildCondition(before);
      const response = await put(text, url, condition);
      if (response.status === 412) return 'changed';
      if (!response.ok) throw new SyncError('server', String(response.status));
      const isSure = Object.keys(condition).length > 0 && !before.mark.startsWith('W/');
      return isSure ? 'written' : 'unsure';
    },
    async keepAside(text) {
      const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
      const aside = new URL(url);
      aside.pathname = aside.pathname.replace(/\.json$/, `-damaged-${time}.json`);
      const response = await put(text, aside, {});
      if (!response.ok) throw new SyncError('server', String(response.status));
    },
  };
}

/**
 * The condition that the file is as it was read. What servers put around a mark when they compress, or in the second in
 * which they wrote, is no part of the one that they compare with (RFC 9110, 8.8.3; Apache's mod_deflate).
 */
function buildCondition({ text, mark }: Standing): Record<string, string> {
  if (text === undefined) return { 'If-None-Match': '*' };
  const strong = mark.replace(/^W\//, '').replace(/-(?:gzip|br|df)"$/, '"');
  return strong === '' ? {} : { 'If-Match': strong };
}

function encodeBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
