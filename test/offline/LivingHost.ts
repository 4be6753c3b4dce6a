import type { Random } from '../bench/createRandom.ts';
import { type LivingBuild, type LivingSite, type LivingText, readNumber } from './LivingSite.ts';
import type { OfflineWorld } from './setUpOffline.ts';

/** The host of a living site: what was published so far, and what of it can be had now. */
export class LivingHost {
  /** All that were ever whole, the newest last. */
  readonly builds: LivingBuild[] = [];
  /** The newest is there, not half of it. */
  isWhole = true;
  isOnline = true;
  private readonly world: OfflineWorld;
  private readonly site: LivingSite;
  private readonly random: Random;
  private folder = '';

  constructor(world: OfflineWorld, site: LivingSite, random: Random) {
    this.world = world;
    this.site = site;
    this.random = random;
  }

  /** Gives the number of the article that an id has ever named. */
  findNumber(id: string): string {
    const title = this.builds.flatMap(({ articles }) => articles.get(id)?.title ?? [])[0] ?? id;
    return readNumber(title);
  }

  /** Gives what an article is now, whichever of its ids is asked for; undefined where it has left. */
  findNow(id: string): LivingText | undefined {
    const number = this.findNumber(id);
    return [...this.newest.articles.values()].find(({ title }) => readNumber(title) === number);
  }

  get newest(): LivingBuild {
    return this.builds.at(-1) as LivingBuild;
  }

  /** Publishes some changes, whole; gives their names. `saved`: ids of what the reader has saved. */
  async publish(saved: Iterable<string> = []): Promise<string[]> {
    const { random, site } = this;
    const changes: string[] = [];
    if (this.builds.length > 0) {
      const count = random.integer(1, 3);
      for (let index = 0; index < count; index += 1) {
        const kind = random.pick([
          'add',
          'add',
          'backfill',
          'correct',
          'correct',
          'rename',
          'remove',
        ]);
        changes.push(kind);
        if (kind === 'add') site.add(random, random.integer(1, 3));
        if (kind === 'backfill') site.add(random, random.integer(1, 3), true);
        if (kind === 'correct') this.correct(saved);
        if (kind === 'rename') site.rename(random, this.pickSaved(saved));
        if (kind === 'remove') site.remove(random);
      }
    }
    this.builds.push(await site.publish());
    this.serve(this.newest.folder, true);
    return changes;
  }

  private correct(saved: Iterable<string>): void {
    const { random, site } = this;
    const number = this.pickSaved(saved);
    if (number === undefined) site.correct(random);
    else site.rewrite(number, random.chance(0.6));
  }

  /** Gives the number of an article that the reader has saved, mostly. */
  private pickSaved(saved: Iterable<string>): number | undefined {
    const numbers = [...saved].map((id) => Number(this.findNumber(id)));
    return this.random.pick([undefined, ...numbers, ...numbers]);
  }

  /** The same, of which only a part has been copied so far. */
  async publishHalf(saved: Iterable<string>): Promise<string[]> {
    const before = this.newest;
    const changes = await this.publish(saved);
    this.serve(this.site.mix(before, this.newest, this.random), false);
    return changes;
  }

  private serve(folder: string, isWhole: boolean): void {
    this.folder = folder;
    this.isWhole = isWhole;
    if (this.isOnline) this.world.server.setFolder(folder);
  }

  async setOnline(isOnline: boolean): Promise<void> {
    if (!isOnline) await this.world.goOffline();
    else {
      await this.world.goOnline();
      this.world.server.setFolder(this.folder);
    }
    this.isOnline = isOnline;
  }
}
