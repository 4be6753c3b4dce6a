import { act, cleanup, configure, render } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { Article, ArticleSummary } from '../../src/model/Article.ts';
import { type Catalogue, PAGE_SIZE } from '../../src/model/Catalogue.ts';
import { App } from '../../src/reader/App.tsx';
import { createBookmarkStore } from '../../src/reader/bookmarks/createBookmarkStore.ts';
import { createQueryClient } from '../../src/reader/data/createQueryClient.ts';
import { clearListMemories } from '../../src/reader/list/listMemory.ts';
import { followMoves } from '../../src/reader/moves/followMoves.ts';
import { createMarks } from '../../src/reader/read-state/createMarks.ts';
import { createOfflineStore } from '../../src/reader/saving/createOfflineStore.ts';
import { createSettingsStore } from '../../src/reader/storage/createSettingsStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';

/** Archive files by path, as a host would serve them: JSON, a text as it is, or an Error for no answer. */
export type Files = Record<string, unknown>;

// A busy machine is slow, which is not what these tests are about.
configure({ asyncUtilTimeout: 15_000 });

/** Readies jsdom for the reader before each test; an unexpected console.error or console.warn fails the test. */
export function setUpReader(): void {
  let complaints: unknown[][] = [];

  // Parts that come when they are asked for: to make them ready takes seconds on a busy machine.
  beforeAll(() =>
    Promise.all([
      import('../../src/reader/reading/ReadingPane.tsx'),
      import('../../src/reader/reading/ReadingView.tsx'),
      import('../../src/reader/reading/MissingArticle.tsx'),
      import('../../src/reader/pages/OwnList.tsx'),
      import('../../src/reader/pages/Shortcuts.tsx'),
    ]),
  );

  beforeEach(() => {
    complaints = [];
    vi.spyOn(console, 'error').mockImplementation((...args) => void complaints.push(args));
    vi.spyOn(console, 'warn').mockImplementation((...args) => void complaints.push(args));
    window.localStorage.clear();
    window.sessionStorage.clear();
    clearListMemories();
    setWidth(1440);
    // jsdom lays nothing out: every element is 800 high to scroll in, every row as high as expected.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
    vi.stubGlobal('ResizeObserver', SilentObserver);
    vi.stubGlobal('IntersectionObserver', SilentObserver);
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
    };
  });

  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    expect(complaints).toEqual([]);
  });
}

/** Gives the window a width in pixels, for the layout to follow. */
export function setWidth(width: number): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: width >= Number(/([\d.]+)rem/.exec(query)?.[1] ?? 0) * 16,
    addEventListener() {},
    removeEventListener() {},
  }));
}

/** Answers fetches from `files`; a path that is not there is a 404. Gives the paths asked for. */
export function serveFiles(files: Files): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    const path = address.replace(/^\//, '');
    asked.push(path);
    const file = files[path];
    if (file === undefined) return new Response('no such file', { status: 404 });
    if (file instanceof Error) throw file;
    return typeof file === 'string' ? new Response(file) : new Response(JSON.stringify(file));
  });
  return asked;
}

/**
 * Renders the reader at an address; `storage` may be null, as where it is forbidden. Failed fetches are tried again
 * at once.
 */
export function renderReader(
  path: string,
  storage: Storage | null = window.localStorage,
  historyState: unknown = null,
) {
  window.history.replaceState(historyState, '', path);
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({
    queries: { ...queryClient.getDefaultOptions().queries, retryDelay: 0 },
  });
  const store = createKeyValueStore(storage ?? undefined, window);
  const stores = {
    bookmarks: createBookmarkStore(store),
    settings: createSettingsStore(store),
    marks: createMarks(store),
    offline: createOfflineStore(),
  };
  followMoves(queryClient, stores);
  return { ...stores, ...render(<App queryClient={queryClient} {...stores} />) };
}

/** Goes back in the history and waits until the page has followed. */
export async function goBack(): Promise<void> {
  await act(async () => {
    const arrived = new Promise((resolve) =>
      window.addEventListener('popstate', resolve, { once: true }),
    );
    window.history.back();
    await arrived;
  });
}

/** Builds the summary number `n` of a category; with a date unless it is undated. */
export function buildSummary(n: number, category: string, isDated = true): ArticleSummary {
  const date = new Date(Date.UTC(2022, 3, 1) + n * 6 * 60 * 60 * 1000);
  return {
    id: `id${String(n).padStart(4, '0')}`,
    title: `第${n}号文章`,
    ...(isDated && { publishedAt: date.toISOString().replace('.000', '') }),
    category,
    source: '示例社',
    excerpt: `这是第${n}篇的摘要。`,
    imageCount: 0,
    characterCount: 1240,
  };
}

/** Builds an article from its summary. */
export function buildArticle(summary: ArticleSummary, fields: Partial<Article> = {}): Article {
  return {
    ...summary,
    html: `<p>${summary.title}的正文。</p>`,
    stocks: [],
    images: [],
    hasMissingVideo: false,
    ...fields,
  };
}

/** Builds the files of an archive of one category: `dated` articles, then `undated` ones. */
export function buildArchive(category: string, dated: number, undated: number): Files {
  const rows = Array.from({ length: dated + undated }, (_, n) =>
    buildSummary(n, category, n < dated),
  );
  const months = new Map<string, number>();
  for (const { publishedAt } of rows) {
    if (publishedAt === undefined) continue;
    const beijing = new Date(Date.parse(publishedAt) + 8 * 60 * 60 * 1000);
    const month = beijing.toISOString().slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  const names = category.split('/');
  const root = { path: '', name: '', count: rows.length, list: 'one', children: [] };
  let parent: Catalogue['root'] = root;
  names.forEach((name, index) => {
    const node = { ...root, name, path: names.slice(0, index + 1).join('/'), children: [] };
    parent.children.push(node);
    parent = node;
  });
  const catalogue: Catalogue = {
    version: 1,
    root,
    lists: { one: { count: rows.length, undatedCount: undated, months: [...months] } },
  };
  const files: Files = { 'archive/catalogue.json': catalogue };
  for (let page = 0; page * PAGE_SIZE < rows.length; page += 1) {
    files[`archive/lists/one/${page + 1}.json`] = rows.slice(
      page * PAGE_SIZE,
      (page + 1) * PAGE_SIZE,
    );
  }
  for (const row of rows) files[`archive/articles/${row.id}.json`] = buildArticle(row);
  return files;
}

/** jsdom has none; nothing here has a height that it could tell. */
class SilentObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
