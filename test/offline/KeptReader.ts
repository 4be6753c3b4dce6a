import type { CDPSession, Page } from 'playwright-core';
import { KeptModel } from './KeptModel.ts';
import { crash, NOTICE, openProbe, PROBE_PATH, prepareBrowser, setCookie } from './keptBrowser.ts';
import { readClaims, waitUntil } from './keptScreen.ts';
import type { KeptSite } from './keptSite.ts';
import { type KeptStores, listCopies, readKept } from './keptStores.ts';
import type { LastingReader, OfflineWorld } from './setUpOffline.ts';

/** One of a reader's tabs. */
export interface KeptTab {
  page: Page;
  site: KeptSite;
  /** Where it was opened last, below the site. */
  path: string;
  /** Articles whose copies were taken away under it: it may not know yet. */
  stale: Set<string>;
}

/** A reader with some tabs, and a page of the same origin from which the stores are looked at, and harmed. */
export class KeptReader {
  readonly world: OfflineWorld;
  readonly reader: LastingReader;
  readonly models: KeptModel[];
  readonly tabs: KeptTab[] = [];
  readonly violations: string[] = [];
  /** Names of the steps so far. */
  readonly log: string[] = [];
  /** Notices that pages have shown. */
  readonly told: { text: string; at: number }[] = [];
  isOnline = true;
  private probe: Page | undefined;
  /** A text of another page in localStorage stands there. */
  private hasForeign = false;
  private disk: CDPSession | undefined;
  private shift = 0;
  private room = 0;

  constructor(world: OfflineWorld, reader: LastingReader, sites: readonly KeptSite[]) {
    this.world = world;
    this.reader = reader;
    this.models = sites.map((site) => new KeptModel(site));
  }

  /** Prepares a browser that has just been started, with the tabs that it had. */
  async begin(): Promise<void> {
    const { context } = this.reader;
    this.disk = undefined;
    await prepareBrowser(context);
    context.on('console', (message) => {
      const text = message.text();
      if (text.startsWith(NOTICE)) this.told.push({ text, at: Date.now() });
    });
    await this.setClock(this.shift);
    await this.setRoom(this.room);
    this.probe = await openProbe(context, this.world.server.url);
    for (const tab of this.tabs) {
      tab.page = await context.newPage();
      await this.load(tab, tab.path);
    }
  }

  async addTab(site: KeptSite, path: string): Promise<KeptTab> {
    const page = await this.reader.context.newPage();
    const tab = { page, site, path, stale: new Set<string>() };
    this.tabs.push(tab);
    await this.load(tab, path);
    return tab;
  }

  /** Opens an address of the tab's site, or what is open already. */
  async load(tab: KeptTab, path = tab.path): Promise<void> {
    tab.stale.clear();
    tab.path = path;
    const address = this.world.server.url + tab.site.path + path;
    // Without a worker and without a network there is nothing to open.
    await tab.page.goto(address, { waitUntil: 'commit' }).catch(() => undefined);
  }

  async crash(tab: KeptTab): Promise<void> {
    // The reader may have closed it in this moment.
    if (
      !(await crash(tab.page).then(
        () => true,
        () => false,
      ))
    )
      return;
    tab.page = await this.reader.context.newPage();
    await this.load(tab);
  }

  async close(tab: KeptTab): Promise<void> {
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    await tab.page.close();
  }

  /** What goes on being asked for gets no answer; who looks at the stores from outside does. */
  setOnline(isOnline: boolean, delay: number): void {
    const { server, pictures } = this.world;
    this.isOnline = isOnline;
    server.setFault((path) => {
      if (path.endsWith(PROBE_PATH)) return undefined;
      if (!isOnline) return 'close';
      return path.includes('/articles/') ? { delay } : undefined;
    });
    pictures.setFault(isOnline ? undefined : () => 'close');
  }

  async setClock(shift: number): Promise<void> {
    this.shift = shift;
    await setCookie(this.reader.context, this.world.server.url, 'shift', shift);
  }

  /** Says how much localStorage takes, in characters; 0: as much as usual. */
  async setRoom(room: number): Promise<void> {
    this.room = room;
    await setCookie(this.reader.context, this.world.server.url, 'room', room);
  }

  /** Leaves IndexedDB and the caches no more room than they take now, or as much as usual. */
  async setDisk(isFull: boolean): Promise<void> {
    const { origin } = new URL(this.world.server.url);
    // A session lasts as long as the browser, and with it what it has said.
    this.disk ??= await this.visit((probe) => this.reader.context.newCDPSession(probe));
    const { usage } = await this.disk.send('Storage.getUsageAndQuota', { origin });
    const room = isFull && { quotaSize: Math.max(1, usage) };
    await this.disk.send('Storage.overrideQuotaForOrigin', { origin, ...room });
  }

  /** Runs something on the page that is none of the reader's. */
  async visit<T>(work: (probe: Page) => Promise<T>): Promise<T> {
    if (!this.probe || this.probe.isClosed()) {
      this.probe = await openProbe(this.reader.context, this.world.server.url);
    }
    return work(this.probe);
  }

  read(site: KeptSite): Promise<KeptStores> {
    return this.visit((probe) => readKept(probe, site));
  }

  /** The copies of these articles were taken away under the tabs of a site. */
  markStale(site: KeptSite, ids: readonly string[]): void {
    for (const tab of this.tabs) if (tab.site === site) for (const id of ids) tab.stale.add(id);
  }

  /** Another page of the same origin writes a text of its own. */
  async writeForeign(): Promise<void> {
    await this.visit((probe) => probe.evaluate(() => localStorage.setItem('elsewhere', 'own')));
    this.hasForeign = true;
  }

  /** That text may be gone. */
  forgetForeign(): void {
    this.hasForeign = false;
  }

  /** What is another page's own stays as it is. */
  async checkForeign(): Promise<void> {
    const text = await this.visit((probe) => probe.evaluate(() => localStorage.elsewhere));
    if (this.hasForeign && text !== 'own') this.complain(`another page's text became ${text}`);
  }

  /** Lets each site's model see what stands where. */
  async look(): Promise<void> {
    for (const model of this.models) model.look(await this.read(model.site));
  }

  /** Reads the notices that stand in the tabs now. */
  async readNotices(): Promise<string[]> {
    const all = this.tabs.map(({ page }) => page.locator('.notice').allTextContents());
    return (await Promise.all(all.map((texts) => texts.catch(() => [])))).flat();
  }

  /** Finds screens that say 已可离线阅读 of a text that is not there, and go on saying it. */
  async checkClaims(): Promise<void> {
    let lies: string[] = [];
    const isHonest = await waitUntil(async () => {
      lies = await this.findLies();
      return lies.length === 0;
    }, 3000);
    if (!isHonest) this.complain(`false 已可离线阅读: ${lies.join(', ')}`);
  }

  private async findLies(): Promise<string[]> {
    const lies: string[] = [];
    for (const tab of this.tabs) {
      const claims = await readClaims(tab.page).catch(() => []);
      if (claims.length === 0) continue;
      const held = new Set(listCopies(await this.read(tab.site)));
      const wrong = claims.filter((id) => !held.has(id) && !tab.stale.has(id));
      lies.push(...wrong.map((id) => `${id} in ${tab.site.path}${tab.path}`));
    }
    return lies;
  }

  complain(text: string): void {
    const isKnown = this.violations.some((each) => each.startsWith(text));
    if (!isKnown) this.violations.push(`${text} [after ${this.log.length} steps]`);
  }
}
