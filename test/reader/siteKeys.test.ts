// @vitest-environment jsdom
/**
 * Sites under different paths of one host keep their keys apart; what stood under the keys of all goes to the site
 * it belongs to.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildArticle, buildSummary } from './setUpReader.tsx';

const { localStorage } = window;
const NEWS = 'cangbao:/news/:';
const summaries = [1, 2, 3].map((n) => buildSummary(n, '示例'));
const [own, foreign, gone] = summaries as [
  (typeof summaries)[0],
  (typeof summaries)[0],
  (typeof summaries)[0],
];

/** Loads the reader's modules as a build for `base` has them. */
async function loadSite(base: string) {
  vi.stubEnv('BASE_URL', base);
  vi.resetModules();
  const { createBookmarkStore } = await import('../../src/reader/bookmarks/createBookmarkStore.ts');
  const { createMarks } = await import('../../src/reader/read-state/createMarks.ts');
  const { createSettingsStore } = await import('../../src/reader/storage/createSettingsStore.ts');
  const { createKeyValueStore } = await import('../../src/reader/storage/KeyValueStore.ts');
  const { copyOldKeys } = await import('../../src/reader/storage/copyOldKeys.ts');
  const { moveOldKeys } = await import('../../src/reader/saving/moveOldKeys.ts');
  const { keepMirror } = await import('../../src/reader/saving/keepMirror.ts');
  // The class that this load knows.
  const errors = await import('../../src/model/ArchiveError.ts');
  const keyValues = createKeyValueStore(localStorage);
  return {
    keyValues,
    bookmarks: createBookmarkStore(keyValues),
    settings: createSettingsStore(keyValues),
    marks: createMarks(keyValues),
    copyOldKeys,
    moveOldKeys,
    keepMirror,
    ArchiveError: errors.ArchiveError,
  };
}

type Site = Awaited<ReturnType<typeof loadSite>>;

/** A database that holds the mirror of all three, and nothing saved. */
function buildDatabase() {
  const mirror = new Map(
    summaries.map((each) => [each.id, { ...each, bookmarkedAt: '2026-01-01T00:00:00Z' }]),
  );
  const facts = new Map<string, unknown>();
  const stores: Record<string, Map<string, unknown>> = { bookmarks: mirror, facts };
  const database = {
    get: async (store: string, id: string) => stores[store]?.get(id),
    put: async (_store: string, value: unknown, name: string) => void facts.set(name, value),
    getAll: async () => [...mirror.values()],
    delete: async (store: string, id: string) => void (store === 'bookmarks' && mirror.delete(id)),
    transaction: () => ({
      store: {
        put: (each: { id: string }) => mirror.set(each.id, each as never),
        delete: (id: string) => mirror.delete(id),
      },
      done: Promise.resolve(),
    }),
  };
  return { mirror, database: database as never };
}

/** What the site's host has: an article of its own, another one under the same id, and no third. */
const readFrom = (site: Site) => async (id: string) => {
  if (id === own.id) return buildArticle(own);
  if (id === foreign.id)
    return buildArticle({
      ...foreign,
      title: '同一个路径，另一篇文章',
      publishedAt: '2020-02-02T02:02:02Z',
    });
  throw new site.ArchiveError('missing', id);
};

/** The old keys as an earlier version wrote them. */
async function writeOldKeys() {
  const { bookmarks, settings, marks } = await loadSite('/');
  for (const each of summaries) bookmarks.save(each);
  settings.change({ theme: 'dark' });
  marks.read.mark(own.id, true);
  marks.visits.save(own);
}

/** What sites of ours have left in this browser. */
function stubTraces(databases: string[]) {
  vi.stubGlobal('indexedDB', { databases: async () => databases.map((name) => ({ name })) });
  vi.stubGlobal('caches', { keys: async () => [], has: async () => false });
  stubHost();
}

/** What the other sites' hosts have. */
function stubHost(...ids: string[]) {
  vi.stubGlobal('fetch', async (address: URL) =>
    ids.some((id) => address.pathname === `/archive/articles/${id}.json`)
      ? new Response('{}')
      : new Response('', { status: 404 }),
  );
}

const listKeys = () => Object.keys(localStorage).sort();

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('keys', () => {
  it('of a site under a path carry the path, those of the root do not', async () => {
    for (const base of ['/', '/news/']) {
      const { bookmarks, settings, marks } = await loadSite(base);
      bookmarks.save(own);
      settings.change({ theme: 'dark' });
      marks.read.mark(own.id, true);
      marks.places.save(own.id, { block: 1, offset: 0 });
      marks.visits.save(own);
    }
    const names = [
      `bookmark:${own.id}`,
      `place:${own.id}`,
      'read:i',
      'settings',
      `visit:${own.id}`,
    ];
    expect(listKeys()).toEqual(
      [...names.map((name) => NEWS + name), ...names.map((name) => `cangbao:${name}`)].sort(),
    );
  });

  it('of one site are not read by another', async () => {
    await writeOldKeys();
    const { bookmarks, settings } = await loadSite('/news/');
    expect(bookmarks.readAll()).toEqual([]);
    expect(settings.read().theme).toBe('system');
    bookmarks.save(own);
    bookmarks.remove(own.id);
    expect((await loadSite('/')).bookmarks.readAll()).toHaveLength(3);
  });
});

describe('what stands under the old keys', () => {
  it('is all moved where no other site has left anything', async () => {
    await writeOldKeys();
    stubTraces(['cangbao:/news/', 'another-app']);
    const site = await loadSite('/news/');
    site.copyOldKeys(localStorage);
    expect(site.settings.read().theme).toBe('dark');
    await site.moveOldKeys({ ...site, ...buildDatabase(), readArticle: readFrom(site) });
    expect(site.bookmarks.readAll()).toHaveLength(3);
    expect(site.marks.read.readMarks().read).toEqual(new Set([own.id]));
    expect(site.marks.visits.readAll()).toHaveLength(1);
    expect(listKeys().filter((key) => !key.startsWith(NEWS))).toEqual([]);
  });

  it('goes to the site whose article it is; the rest stays untouched and is not restored from the mirror', async () => {
    await writeOldKeys();
    stubTraces(['cangbao:/news/', 'cangbao']);
    const site = await loadSite('/news/');
    const { database, mirror } = buildDatabase();
    await site.moveOldKeys({ ...site, database, readArticle: readFrom(site) });
    await site.keepMirror(database, site.bookmarks, site.keyValues, () =>
      expect.fail('nothing is lost'),
    );
    expect(site.bookmarks.readAll().map(({ id }) => id)).toEqual([own.id]);
    expect([...mirror.keys()]).toEqual([own.id]);
    const root = await loadSite('/');
    expect(
      root.bookmarks
        .readAll()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([foreign.id, gone.id]);
    expect(root.settings.read().theme).toBe('dark');
  });

  it('is another site’s where this one has not been visited before', async () => {
    await writeOldKeys();
    stubTraces(['cangbao:/news/', 'cangbao']);
    const site = await loadSite('/news/');
    const { database, mirror } = buildDatabase();
    mirror.clear();
    await site.moveOldKeys({ ...site, database, readArticle: readFrom(site) });
    expect(site.bookmarks.readAll()).toEqual([]);
    expect((await loadSite('/')).bookmarks.readAll()).toHaveLength(3);
  });

  it('is moved once', async () => {
    await writeOldKeys();
    stubTraces(['cangbao:/news/', 'cangbao']);
    const site = await loadSite('/news/');
    const parts = { ...site, ...buildDatabase() };
    await site.moveOldKeys({ ...parts, readArticle: readFrom(site) });
    site.bookmarks.remove(own.id);
    await site.moveOldKeys({ ...parts, readArticle: () => expect.fail('asked again') });
    expect(site.bookmarks.readAll()).toEqual([]);
  });

  it('is moved once, also where this site’s keys were emptied meanwhile', async () => {
    await writeOldKeys();
    stubTraces(['cangbao:/news/', 'cangbao']);
    const site = await loadSite('/news/');
    const parts = { ...site, ...buildDatabase() };
    await site.moveOldKeys({ ...parts, readArticle: readFrom(site) });
    (await loadSite('/')).bookmarks.save(own);
    for (const key of listKeys()) if (key.startsWith(NEWS)) localStorage.removeItem(key);
    await site.moveOldKeys({ ...parts, readArticle: readFrom(site) });
    await site.keepMirror(parts.database, site.bookmarks, site.keyValues, () => {});
    const atRoot = (await loadSite('/')).bookmarks.readAll();
    expect(atRoot.map(({ id }) => id)).toContain(own.id);
    expect(site.bookmarks.readAll().map(({ id }) => id)).toEqual([own.id]);
  });

  it('stays where the other site has the article, too', async () => {
    await writeOldKeys();
    stubTraces(['cangbao:/news/', 'cangbao']);
    stubHost(own.id);
    const site = await loadSite('/news/');
    await site.moveOldKeys({ ...site, ...buildDatabase(), readArticle: readFrom(site) });
    expect(site.bookmarks.readAll().map(({ id }) => id)).toEqual([own.id]);
    const atRoot = (await loadSite('/')).bookmarks.readAll();
    expect(atRoot.map(({ id }) => id)).toContain(own.id);
  });

  it('waits, in the mirror too, where the host can’t be asked', async () => {
    await writeOldKeys();
    stubTraces(['cangbao:/news/', 'cangbao']);
    const site = await loadSite('/news/');
    const { database, mirror } = buildDatabase();
    const before = { ...localStorage };
    const readArticle = async () => {
      throw new site.ArchiveError('network', '');
    };
    await site.moveOldKeys({ ...site, database, readArticle });
    expect({ ...localStorage }).toEqual(before);
    await site.keepMirror(database, site.bookmarks, site.keyValues, () =>
      expect.fail('nothing is lost'),
    );
    expect(site.bookmarks.readAll()).toEqual([]);
    expect(mirror.size).toBe(3);
    await site.moveOldKeys({ ...site, database, readArticle: readFrom(site) });
    expect(site.bookmarks.readAll().map(({ id }) => id)).toEqual([own.id]);
  });
});
