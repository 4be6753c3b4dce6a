import type { Locator, Page } from 'playwright-core';
import type { ArticleSummary } from '../../src/model/Article.ts';
import type { Random } from '../bench/createRandom.ts';
import type { KeptModel } from './KeptModel.ts';
import type { KeptReader, KeptTab } from './KeptReader.ts';
import { waitUntil } from './keptScreen.ts';
import { isWhole, type KeptStores, listCopies } from './keptStores.ts';
import { otherCategory, savedCategory } from './writeOfflineContent.ts';

/** What a deed of the reader's works with. */
export interface DeedParts {
  kept: KeptReader;
  tab: KeptTab;
  model: KeptModel;
  articles: readonly ArticleSummary[];
  random: Random;
}

/** How long a screen may take, in milliseconds. */
const PATIENCE = 4000;

/** What a reader does, by name. Where the screen does not offer it, as without a network, nothing is done. */
export const DEEDS: Record<string, (parts: DeedParts) => Promise<void>> = {
  async bookmark(parts) {
    const { tab, model } = parts;
    await openArticle(parts);
    const button = tab.page.getByRole('button', { name: '收藏', exact: true });
    if (!(await comes(parts, button))) return;
    const id = await pressBookmark(tab.page, false);
    if (id) model.bookmark([id]);
  },

  async unbookmark(parts) {
    const { kept, tab, model, random } = parts;
    const owed = model.listOwed().sort();
    if (owed.length === 0) return;
    const id = random.pick(owed);
    await kept.load(tab, `a/${id}`);
    // The drawn page doesn't know of it.
    const button = tab.page.getByRole('button', { name: '收藏', exact: true, pressed: true });
    if (!(await comes(parts, button))) return;
    const stores = await kept.read(tab.site);
    if ((await pressBookmark(tab.page, true)) === id) model.unbookmark(id, stores);
  },

  async 'save a list'(parts) {
    const { kept, tab, model, articles, random } = parts;
    const category = random.pick([savedCategory, savedCategory, otherCategory, '']);
    await kept.load(tab, category === '' ? '' : `c/${encodeURI(category)}`);
    const button = tab.page.getByRole('button', { name: '保存', exact: true });
    if (!(await comes(parts, button))) return;
    await button.click({ timeout: PATIENCE });
    const dialog = tab.page.getByRole('dialog');
    const start = dialog.getByRole('button', { name: '开始保存' });
    await comes(parts, start.or(dialog.getByText(/都已保存|没法计算/)).first());
    if ((await start.count()) === 0) return tab.page.keyboard.press('Escape');
    const own = articles.filter((each) => category === '' || each.category === category);
    model.save(own.map(({ id }) => id));
    await start.click({ timeout: PATIENCE });
  },

  async cancel(parts) {
    const { kept, tab, model, articles } = parts;
    const run = tab.page.getByRole('region', { name: '保存进度' });
    const button = run.getByRole('button', { name: '取消' });
    if ((await button.count()) === 0) return;
    const { records } = await kept.read(tab.site);
    const whole = new Set(records.filter(isWhole).map(({ id }) => id));
    const bookmarked = records.filter(({ reasons }) => reasons.includes('bookmark'));
    const stays = new Set([...whole, ...bookmarked.map(({ id }) => id), ...model.listOwed()]);
    const given = articles.map(({ id }) => id).filter((id) => !stays.has(id));
    model.release(given);
    await button.click({ timeout: PATIENCE });
    const isOver = await waitUntil(async () => {
      const left = (await kept.read(tab.site)).records;
      const isFresh = left.some((each) => each.queuedAt !== undefined && !each.savedAt);
      return !isFresh && (await run.count()) === 0;
    }, PATIENCE);
    if (!isOver) return;
    expectGone(model, given, await kept.read(tab.site));
  },

  async 'remove one'(parts) {
    const { kept, tab, random } = parts;
    await kept.load(tab, 'offline');
    const saved = tab.page.locator('section[aria-labelledby="saved"]');
    const summaries = saved.locator('summary');
    await comes(parts, summaries.first().or(saved.getByText('还没有保存文章')));
    if ((await summaries.count()) === 0) return;
    await summaries.nth(random.integer(0, (await summaries.count()) - 1)).click();
    const rows = tab.page.locator('.saved-row');
    if (!(await comes(parts, rows.first()))) return;
    const row = rows.nth(random.integer(0, (await rows.count()) - 1));
    const href = await row.getByRole('link').getAttribute('href', { timeout: PATIENCE });
    const id = href?.split('/').at(-1) ?? '';
    await release(parts, [id], () => row.getByRole('button').click({ timeout: PATIENCE }));
  },

  async 'remove all'(parts) {
    const { kept, tab } = parts;
    await kept.load(tab, 'offline');
    const button = tab.page.getByRole('button', { name: '全部删除' });
    await comes(parts, button.or(tab.page.getByText('还没有保存文章')));
    if ((await button.count()) === 0) return;
    await button.click({ timeout: PATIENCE });
    const ids = (await kept.read(tab.site)).records.map((each) => each.id);
    const isSure = tab.page.getByRole('button', { name: '真的全部删除？' });
    await release(parts, ids, () => isSure.click({ timeout: PATIENCE }));
  },

  async import(parts) {
    const { kept, tab, model, articles, random } = parts;
    await kept.load(tab, 'offline');
    const chooser = tab.page.locator('input[type=file]');
    await chooser.waitFor({ state: 'attached', timeout: PATIENCE });
    const chosen = [1, 2, 3].map(() => random.pick(articles));
    const bookmarkedAt = new Date().toISOString();
    const bookmarks = chosen.map(({ id, title, category, source, excerpt }) => {
      return { id, v: 1, bookmarkedAt, title, category, source, excerpt };
    });
    const backup = { kind: 'cangbao-bookmarks', v: 1, exportedAt: bookmarkedAt, bookmarks };
    model.bookmark(
      chosen.map(({ id }) => id),
      true,
    );
    const buffer = Buffer.from(JSON.stringify(backup));
    await chooser.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
    await comes(parts, tab.page.getByText('文件里有'));
  },

  async open(parts) {
    await openArticle(parts);
    await comes(parts, parts.tab.page.locator('.article-body'));
  },

  async 'mark all read'(parts) {
    await parts.kept.load(parts.tab, '');
    await comes(parts, parts.tab.page.locator('.list-pane .row-title').first());
    const button = parts.tab.page.getByRole('button', { name: '全部标为已读' });
    if ((await button.count()) > 0) await button.click({ timeout: PATIENCE });
  },

  async reload({ kept, tab, random }) {
    await kept.load(tab, random.pick([tab.path, 'saved', 'offline', '']));
  },

  async 'another tab'({ kept, tab, random }) {
    if (kept.tabs.length > 1 && random.chance(0.5)) await kept.close(tab);
    else if (kept.tabs.length < 3) await kept.addTab(tab.site, random.pick(['saved', '']));
  },

  async network({ kept, random }) {
    kept.setOnline(!kept.isOnline, random.pick([0, 20, 150]));
    if (!kept.isOnline) return;
    for (const { page } of kept.tabs) {
      await page.evaluate(() => window.dispatchEvent(new Event('online'))).catch(() => undefined);
    }
  },

  async restart({ kept }) {
    await kept.reader.restart();
    await kept.begin();
  },
};

/** Opens an article: one of the rows on screen, within the app, or one by its address. */
async function openArticle(parts: DeedParts): Promise<void> {
  const { kept, tab, articles, random } = parts;
  const links = tab.page.locator('.list-pane .row-title');
  const { id } = random.pick(articles);
  if (random.chance(0.6) && (await links.count()) > 0) {
    const link = links.nth(random.integer(0, Math.min(8, await links.count()) - 1));
    const href = await link.getAttribute('href', { timeout: PATIENCE });
    await link.click({ timeout: PATIENCE });
    tab.path = `a/${href?.split('/').at(-1) ?? ''}`;
    return;
  }
  await kept.load(tab, `a/${id}`);
}

/**
 * Presses 收藏 where it says what it is expected to, in one moment: the button may be another article's in the next one.
 * Returns the id of that article.
 */
function pressBookmark(page: Page, isPressed: boolean): Promise<string | undefined> {
  return page.evaluate((isPressed) => {
    const button = [...document.querySelectorAll('button[aria-pressed]')].find(
      (each) => each.textContent === '收藏',
    );
    const [, id] = /\/a\/([\w-]+)$/.exec(window.location.pathname) ?? [];
    if (!id || !(button instanceof HTMLElement)) return undefined;
    if (button.getAttribute('aria-pressed') !== String(isPressed)) return undefined;
    button.click();
    return id;
  }, isPressed);
}

/** The reader lets copies go; when they have gone they must not come back by themselves. */
async function release(
  { kept, tab, model }: DeedParts,
  ids: readonly string[],
  press: () => Promise<void>,
): Promise<void> {
  const { lists } = await kept.read(tab.site);
  model.release(ids);
  await press();
  const isGone = await waitUntil(async () => {
    const { records } = await kept.read(tab.site);
    return !records.some(({ id }) => ids.includes(id));
  }, PATIENCE);
  // A list that is still being saved brings its articles.
  if (isGone && !lists.some(({ isPending }) => isPending))
    expectGone(model, ids, await kept.read(tab.site));
}

/** Where a database was deleted meanwhile, a text is left whose record did not go by the reader's word. */
function expectGone(model: KeptModel, ids: readonly string[], stores: KeptStores): void {
  const left = new Set([...stores.records.map(({ id }) => id), ...listCopies(stores)]);
  model.expectAbsent(ids.filter((id) => !left.has(id)));
}

/** Waits for something on screen; returns whether it came. Without a network less of it is waited for. */
async function comes({ kept }: DeedParts, what: Locator): Promise<boolean> {
  const timeout = kept.isOnline ? PATIENCE : 1500;
  return what.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
