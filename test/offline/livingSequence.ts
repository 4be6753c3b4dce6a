import type { Page } from 'playwright-core';
import { createRandom, type Random } from '../bench/createRandom.ts';
import { LivingHost } from './LivingHost.ts';
import {
  hasRetry,
  isOfBuild,
  readHoldings,
  readSight,
  type Sight,
  showsBuild,
  squeeze,
} from './LivingReader.ts';
import { categories, LivingSite, readNumber } from './LivingSite.ts';
import { LivingWatch } from './LivingWatch.ts';
import type { OfflineWorld, Reader } from './setUpOffline.ts';

/** How a sequence is run. */
export interface SequenceOptions {
  steps: number;
  /** How many times slower the processor is. */
  slowdown: number;
}

/**
 * Runs one random sequence of what owner and reader do, and says where a reader saw what they must not: lists, counts
 * and tree of two builds, an old one where the host has the newest whole, an old text, a lost bookmark, a copy of
 * nothing.
 */
export async function runSequence(
  world: OfflineWorld,
  seed: number,
  { steps, slowdown }: SequenceOptions,
): Promise<string[]> {
  const random = createRandom(seed);
  const site = new LivingSite(world.folder);
  const reader = await world.newReader();
  const host = new LivingHost(world, site, random);
  const walk = new Walk(reader, host, random, slowdown);
  try {
    site.add(random, random.pick([4, 7, 30, 130, 230]));
    await walk.start();
    // Half of the readers have saved something from the first.
    if (random.chance(0.5)) for (const step of ['open', 'save'] as const) await walk.take(step);
    for (let index = 0; index < steps; index += 1) await walk.take(random.pick(STEPS));
    await walk.take('online');
    await walk.take('load');
    return walk.violations.map((text) => `seed ${seed}: ${text} [${walk.log.join(' ')}]`);
  } finally {
    if (!host.isOnline) await host.setOnline(true);
    world.server.setFolder(world.folder);
    await reader.context.close();
    site.dispose();
  }
}

/** Names of what a step may do. */
type Step =
  | 'publish'
  | 'half'
  | 'load'
  | 'reload'
  | 'offline'
  | 'online'
  | 'open'
  | 'save'
  | 'mark'
  | 'reread'
  | 'return';

const STEPS =
  'publish publish half load load reload offline online open open save mark reread reread return'.split(
    ' ',
  ) as readonly Step[];

class Walk extends LivingWatch {
  private readonly random: Random;
  private readonly bookmarks = new Set<string>();
  /** Ids of what was read or swept. */
  private readonly read = new Set<string>();

  constructor(reader: Reader, host: LivingHost, random: Random, slowdown: number) {
    super(reader, host, slowdown);
    this.random = random;
  }

  async start(): Promise<void> {
    await this.host.publish();
    const { context, page } = this.reader;
    if (this.slowdown > 1) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: this.slowdown });
    }
    await this.load('');
    await this.waitUntil('the app is kept', async () =>
      page.evaluate(async () => {
        const kept = await (await caches.open('cangbao-archive')).match('/archive/catalogue.json');
        return Boolean(navigator.serviceWorker.controller && kept);
      }),
    );
  }

  async take(step: Step): Promise<void> {
    this.log.push(step);
    await this.act(step).catch((error: unknown) => this.complain(`failed: ${String(error)}`));
  }

  private async act(step: Step): Promise<void> {
    const { host } = this;
    const { page } = this.reader;
    if (step === 'publish') this.log.push(...(await host.publish(this.bookmarks)));
    if (step === 'half') this.log.push(...(await host.publishHalf(this.bookmarks)));
    if (step === 'offline' && host.isOnline) await host.setOnline(false);
    if (step === 'online' && !host.isOnline) await host.setOnline(true);
    if (step === 'load') {
      // A category may be gone in the newest build: only the whole archive is always there.
      await this.load(
        this.random.pick(
          ['', '', ...categories].filter((path) => this.host.newest.lists.has(path)),
        ),
      );
    }
    if (step === 'reload') await this.reload(page);
    if (step === 'open') await this.open(page);
    if (step === 'save') await this.save(page);
    if (step === 'mark') await this.mark(page);
    if (step === 'reread') await this.reread();
    if (step === 'return') await this.comeBack(page);
    if (step === 'publish' || step === 'half') this.checkIds();
    await this.checkHoldings(page);
    await this.checkRead();
  }

  private async load(list: string): Promise<void> {
    this.list = list;
    const path = list === '' ? '' : `c/${list.split('/').map(encodeURIComponent).join('/')}`;
    await this.reader.open(path);
    await this.watchList();
  }

  private async reload(page: Page): Promise<void> {
    await page.reload({ waitUntil: 'commit' });
    const { path } = await this.see();
    if (!path.startsWith('/a/')) return this.watchList();
    // The list beside a deep link's article is its category's, which nobody has chosen.
    await this.load('');
  }

  /** Watches a list come: what a reader may see depends on what the host has. */
  private async watchList(): Promise<void> {
    const isCurrent = (sight: Sight) => showsBuild(sight, this.host.newest, this.list);
    const isSettled = (sight: Sight) =>
      this.host.builds.some((build) => showsBuild(sight, build, this.list)) || hasRetry(sight);
    if (this.host.isOnline && this.host.isWhole) await this.waitFor('the newest list', isCurrent);
    else {
      await this.waitFor('a whole list, or words', isSettled);
      await this.watch(1500);
    }
  }

  private async open(page: Page): Promise<void> {
    const rows = page.locator('.list-pane .row-item .row-title');
    const count = await rows.count();
    if (count === 0) return;
    const link = page
      .locator('.list-pane .row-item a')
      .nth(this.random.integer(0, Math.min(count, 6) - 1));
    if (
      !(await link.click({ timeout: 5000 }).then(
        () => true,
        () => false,
      ))
    )
      return;
    await this.watchArticle(false);
  }

  /** Opens a saved article by the address that it was saved under. */
  private async reread(): Promise<void> {
    const { host } = this;
    if (!host.isOnline || !host.isWhole || this.bookmarks.size === 0) return;
    const id = this.random.pick([...this.bookmarks]);
    const now = host.findNow(id);
    // What has left: what then is shown is another test's.
    if (!now) return;
    this.list = now.category;
    // The address that is open already would keep the list that it was opened from.
    await this.reader.page.goto('about:blank');
    await this.reader.open(`a/${id}`);
    if (host.newest.articles.has(id)) return this.watchArticle(true);
    // Beside what is not found yet stands the whole archive.
    await this.waitUntil('the renamed article, or what may be it', async () => {
      const { body, isLikely } = await readSight(this.reader.page);
      return isLikely || squeeze(body) === squeeze(now.text);
    });
    await this.load('');
  }

  /** Watches an article come. `isLoaded`: with the whole page. */
  private async watchArticle(isLoaded: boolean): Promise<void> {
    await this.waitFor('the text of the article', (sight) => this.showsArticle(sight, isLoaded));
    await this.watch(300);
    const { path, body } = await this.see();
    if (body && path.startsWith('/a/')) this.read.add(path.replace('/a/', ''));
  }

  private async save(page: Page): Promise<void> {
    const { path, body } = await this.see();
    const button = page.getByRole('button', { name: '收藏', exact: true, pressed: false });
    if (!path.startsWith('/a/') || !body || (await button.count()) === 0) return;
    await button.click({ timeout: 5000 });
    const id = path.replace('/a/', '');
    this.bookmarks.add(id);
    if (!this.host.isOnline || !this.host.isWhole || !this.host.newest.articles.has(id)) return;
    await this.waitUntil('saved', async () =>
      (await page.locator('.save-status').allTextContents()).join().includes('已可离线阅读'),
    );
  }

  /** 全部标为已读 covers what the list on screen holds, and nothing that comes later. */
  private async mark(page: Page): Promise<void> {
    const { host, list } = this;
    if (!host.isOnline || !host.isWhole) return;
    if (!showsBuild(await this.see(), host.newest, list)) return;
    const covered = [...host.newest.articles].filter(
      ([, { category }]) => list === '' || `${category}/`.startsWith(`${list}/`),
    );
    for (const [, { title }] of covered) this.mayBeRead.add(readNumber(title));
    await page.getByRole('button', { name: '全部标为已读' }).click({ timeout: 5000 });
    const isRefused = ({ alerts }: Sight) => alerts.some((alert) => alert.includes('没有标记'));
    await this.waitFor('all rows as read, or why not', (sight) => {
      const isDone = sight.rows.every(([, title]) => sight.read.includes(title));
      return isRefused(sight) || (sight.rows.length > 0 && isDone);
    });
    // On a page of an older build the ids of its list may be out of reach.
    if (!isRefused(await this.see())) for (const [id] of covered) this.read.add(id);
  }

  /** What was opened or swept stays read. */
  private async checkRead(): Promise<void> {
    const { newest, isOnline, isWhole } = this.host;
    if (!isOnline || !isWhole) return;
    const titles = [...this.read].flatMap((id) => newest.articles.get(id)?.title ?? []);
    const { rows, read } = await this.see();
    const lost = rows.filter(([, title]) => titles.includes(title) && !read.includes(title));
    if (lost.length > 0) this.complain(`no longer read: ${JSON.stringify(lost)}`);
  }

  /** The page was behind another one, and comes to the front. */
  private async comeBack(page: Page): Promise<void> {
    await page.waitForTimeout(3100);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    if (!this.host.isOnline || !this.host.isWhole) return this.watch(1000);
    const isCurrent = (sight: Sight) =>
      isOfBuild(sight, this.host.newest, this.list) && sight.rows.length > 0;
    await this.waitFor(
      'the newest list, or word of it',
      (sight) => isCurrent(sight) || sight.hasNotice,
    );
    if (!(await this.see()).hasNotice) return;
    await page.getByRole('button', { name: '刷新' }).click({ timeout: 5000 });
    await this.waitFor(
      'the newest list after 刷新',
      (sight) => isCurrent(sight) && !sight.hasNotice,
    );
  }

  /** An id never becomes another article's, whichever files come and go. */
  private checkIds(): void {
    for (const [id, { title }] of this.host.newest.articles) {
      for (const { articles } of this.host.builds) {
        const before = articles.get(id)?.title ?? title;
        if (readNumber(before) !== readNumber(title))
          this.complain(`an id changed hands: ${id} was ${before}, is ${title}`);
      }
    }
  }

  private async checkHoldings(page: Page): Promise<void> {
    const { bookmarks, copies } = await readHoldings(page);
    // A renamed article's is found under its new id.
    const held = bookmarks.map((id) => this.host.findNumber(id)).sort();
    const wanted = [...this.bookmarks].map((id) => this.host.findNumber(id)).sort();
    if (held.join() !== wanted.join()) this.complain(`bookmarks ${held} instead of ${wanted}`);
    for (const [id, text] of copies) {
      const known = this.host.builds.some(({ articles }) => {
        const article = articles.get(id);
        return (
          article &&
          text.includes(`"title":${JSON.stringify(article.title)}`) &&
          text.startsWith('{"hash"')
        );
      });
      if (!known) this.complain(`a copy of ${id} that nobody has published`);
    }
  }
}
