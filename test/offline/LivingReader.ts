import type { Page } from 'playwright-core';
import type { LivingBuild } from './LivingSite.ts';
import { SAVED_CACHES } from './savedCaches.ts';

/** What stands on screen in one moment. */
export interface Sight {
  /** `/a/<id>` */
  path: string;
  count: string | undefined;
  rows: [position: number, title: string][];
  /** Titles of the rows that are marked as read. */
  read: string[];
  tree: string[];
  heading: string | undefined;
  body: string | undefined;
  alerts: string[];
  hasNotice: boolean;
  /** It says that there is no such category. */
  isMissing: boolean;
  /** It offers what may be the article. */
  isLikely: boolean;
  isBlank: boolean;
}

/** What a reader's browser holds. */
export interface Holdings {
  bookmarks: string[];
  /** Saved article files: by id, their text as it lies there. */
  copies: [id: string, text: string][];
}

/** Reads what is on screen, in one go. */
export function readSight(page: Page): Promise<Sight> {
  return page.evaluate(() => {
    const text = (element: Element | null | undefined) => element?.textContent?.trim();
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    return {
      path: location.pathname,
      count: text(document.querySelector('.list-pane .list-head [role="status"]')),
      rows: all('.list-pane .row-item[data-position]').flatMap((row) => {
        const title = text(row.querySelector('.row-title'));
        return title
          ? [[Number(row.getAttribute('data-position')), title] as [number, string]]
          : [];
      }),
      read: all('.list-pane .row.is-read .row-title').map((title) => text(title) ?? ''),
      tree: all('nav[aria-label="分类"] .category a').map(
        (link) => link.getAttribute('aria-label') ?? '',
      ),
      heading: text(document.querySelector('.reading-pane h1')),
      body: text(document.querySelector('.reading-pane .article-body')),
      alerts: all('[role="alert"]').map((alert) => text(alert) ?? ''),
      hasNotice: all('.notice').some((notice) => notice.textContent?.includes('有新内容')),
      isMissing: document.body?.textContent?.includes('找不到这一页') ?? false,
      isLikely: document.body?.textContent?.includes('可能是这一篇') ?? false,
      isBlank: (document.body?.innerText ?? '').trim().length < 10,
    };
  });
}

/** Reads bookmarks and saved texts past the app. */
export function readHoldings(page: Page): Promise<Holdings> {
  return page.evaluate(async (names) => {
    const prefix = 'cangbao:bookmark:';
    const keys = Object.keys(localStorage).filter(
      (key) => key.startsWith(prefix) && !localStorage[key].includes('removedAt'),
    );
    const copies: [string, string][] = [];
    const held = await caches.keys();
    for (const name of names.filter((each) => held.includes(each))) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const [, id] = /\/archive\/articles\/(\w+)\.json$/.exec(request.url) ?? [];
        if (id) copies.push([id, (await (await cache.match(request))?.text()) ?? '']);
      }
    }
    return { bookmarks: keys.map((key) => key.slice(prefix.length)).sort(), copies };
  }, SAVED_CACHES);
}

/** Whether what is on screen is the list of one build, as far as it is there. */
export function isOfBuild(sight: Sight, build: LivingBuild, list: string): boolean {
  const isTreeRight =
    sight.tree.length === 0 || [...sight.tree].sort().join() === [...build.tree].sort().join();
  const titles = build.lists.get(list);
  if (!titles) return isTreeRight && !sight.count && sight.rows.length === 0;
  const isCountRight = !sight.count || sight.count === `共 ${titles.length} 篇`;
  return (
    isCountRight &&
    isTreeRight &&
    sight.rows.every(([position, title]) => titles[position] === title)
  );
}

/** Whether all of it is there, and of that build. */
export function showsBuild(sight: Sight, build: LivingBuild, list: string): boolean {
  const isThere = build.lists.has(list)
    ? Boolean(sight.count) && sight.rows.length > 0
    : sight.isMissing;
  return isThere && sight.tree.length > 0 && isOfBuild(sight, build, list);
}

/** Whether something says why it is not there and offers to try again. */
export function hasRetry({ alerts }: Sight): boolean {
  return alerts.some((alert) => alert.includes('重试'));
}

/** Gives a text without white space. */
export function squeeze(text: string | undefined): string | undefined {
  return text?.replace(/\s/g, '');
}
