import type { LivingHost } from './LivingHost.ts';
import { hasRetry, isOfBuild, readSight, type Sight, squeeze } from './LivingReader.ts';
import { readNumber } from './LivingSite.ts';
import type { Reader } from './setUpOffline.ts';

/** Looks at a reader's screen, again and again, and notes what must not be seen. */
export class LivingWatch {
  readonly violations: string[] = [];
  /** Names of the steps so far. */
  readonly log: string[] = [];
  readonly reader: Reader;
  readonly host: LivingHost;
  /** How many times slower the processor is. */
  readonly slowdown: number;
  /** Path of the category on screen. */
  list = '';
  /** Numbers of the articles that were read or swept, or have been on their way. */
  readonly mayBeRead = new Set<string>();
  private readonly complained = new Set<string>();

  constructor(reader: Reader, host: LivingHost, slowdown: number) {
    this.reader = reader;
    this.host = host;
    this.slowdown = slowdown;
  }

  async watch(milliseconds: number): Promise<void> {
    const end = Date.now() + milliseconds;
    while (Date.now() < end) await this.see();
  }

  /** Looks again and again until it is so; each look must be of one build. */
  waitFor(what: string, isSo: (sight: Sight) => boolean): Promise<void> {
    return this.waitUntil(what, async () => isSo(await this.see()));
  }

  async waitUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 8000 + 4000 * this.slowdown;
    while (Date.now() < end) if (await isSo().catch(() => false)) return;
    const sight = await this.see();
    this.complain(`never ${what}: ${JSON.stringify({ ...sight, rows: sight.rows.slice(0, 4) })}`);
  }

  /** Reads the screen; between two pages there is none. */
  async see(): Promise<Sight> {
    await this.reader.page.waitForTimeout(40);
    const sight = await readSight(this.reader.page).catch(() => undefined);
    if (!sight) return this.see();
    if (sight.heading) this.mayBeRead.add(readNumber(sight.heading));
    const swallowed = sight.read.filter((title) => !this.mayBeRead.has(readNumber(title)));
    if (swallowed.length > 0) this.complain(`read, and never seen: ${swallowed}`);
    const isOne = this.host.builds.some((build) => isOfBuild(sight, build, this.list));
    if (!isOne) {
      this.complain(`two builds: ${JSON.stringify({ ...sight, rows: sight.rows.slice(0, 4) })}`);
    }
    return sight;
  }

  /** Whether the open article is as it should be, or says why it is not there. `isLoaded`: the page has just come. */
  showsArticle(sight: Sight, isLoaded: boolean): boolean {
    const id = sight.path.replace('/a/', '');
    const now = this.host.newest.articles.get(id);
    if (!this.host.isOnline || !this.host.isWhole) {
      const known = this.host.builds.flatMap((build) => build.articles.get(id) ?? []);
      return hasRetry(sight) || known.some(({ text }) => squeeze(sight.body) === squeeze(text));
    }
    // What has left the archive may be shown by its copy, or be said to be gone.
    if (!now) return sight.body !== undefined || sight.heading !== undefined || hasRetry(sight);
    const shows = ({ text, title }: { text: string; title: string }) =>
      squeeze(sight.body) === squeeze(text) && squeeze(sight.heading) === squeeze(title);
    // A page that has not been loaded since then may still be of an older build, whole.
    const older = isLoaded
      ? []
      : this.host.builds.filter((build) => isOfBuild(sight, build, this.list));
    return [this.host.newest, ...older].some((build) => {
      const article = build.articles.get(id);
      return article !== undefined && shows(article);
    });
  }

  complain(text: string): void {
    const kind = text.split(':')[0] ?? text;
    const step = `${this.log.length} ${kind}`;
    // One fault is seen in many looks.
    if (this.complained.has(step)) return;
    this.complained.add(step);
    this.violations.push(text);
  }
}
