import { vi } from 'vitest';
import { buildOfflineNames, findSavedCaches } from '../../src/model/offlineNames.ts';

const BASE = 'https://news.example/';

/**
 * Stands in for a browser's Cache Storage that holds these files of an archive (paths as on the host), each in the
 * cache that the offline copies put it into. `read` gives a file's bytes.
 */
export function stubSavedCopies(
  paths: readonly string[],
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): void {
  const names = buildOfflineNames('/');
  const held = new Map<string, string[]>();
  for (const path of paths) {
    const [name] = findSavedCaches(names, BASE + path);
    held.set(name, [...(held.get(name) ?? []), path]);
  }
  vi.stubGlobal('location', new URL(BASE));
  vi.stubGlobal('caches', {
    keys: async () => [...held.keys()],
    open: async (name: string) => ({
      keys: async () => (held.get(name) ?? []).map((path) => new Request(BASE + path)),
      match: async (request: Request | string) => {
        const { url } = new Request(request);
        const path = url.slice(BASE.length);
        return held.get(name)?.includes(path) ? new Response(await read(path)) : undefined;
      },
    }),
  });
}
