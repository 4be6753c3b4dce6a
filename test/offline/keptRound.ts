import { setTimeout as wait } from 'node:timers/promises';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { createRandom, type Random } from '../bench/createRandom.ts';
import { KeptReader, type KeptTab } from './KeptReader.ts';
import { DEEDS } from './keptDeeds.ts';
import { doHarm, HARMS } from './keptHarm.ts';
import { describeSite } from './keptSite.ts';
import { settleRound } from './settleRound.ts';
import type { OfflineWorld } from './setUpOffline.ts';
import { expectToBeTold } from './toldLosses.ts';

/** How a round is run. */
export interface RoundOptions {
  steps: number;
  articles: readonly ArticleSummary[];
}

/** Each deed as often as a reader does it, among the others. */
const OFTEN = ['bookmark', 'bookmark', 'bookmark', 'save a list', 'unbookmark', 'open'];

/** A year, in milliseconds. */
const YEAR = 365 * 24 * 60 * 60 * 1000;

/**
 * Runs one random round: work of a reader in one to three tabs, and harm to what is kept, at once or in turn. Returns
 * what was lost though it stood somewhere, what was false on screen, and what was not told.
 */
export async function runRound(
  world: OfflineWorld,
  seed: number,
  { steps, articles }: RoundOptions,
): Promise<string[]> {
  const random = createRandom(seed);
  const sites = ['/', ...(random.chance(0.35) ? ['/news/'] : [])].map(describeSite);
  const reader = await world.newLastingReader();
  const kept = new KeptReader(world, reader, sites);
  const round = new Round(kept, articles, random);
  try {
    kept.setOnline(true, random.pick([0, 20, 150]));
    await kept.begin();
    await kept.writeForeign();
    for (let tab = random.integer(1, 3); tab > 0; tab -= 1) {
      await kept.addTab(random.pick(sites), random.pick(['', '', 'saved', 'offline']));
    }
    // There is something to lose.
    for (const deed of ['bookmark', random.pick(['bookmark', 'save a list'])]) {
      await round.work(deed, branch(random));
      await wait(random.pick([100, 800]));
    }
    for (let step = 0; step < steps; step += 1) await round.take();
    await round.relieve();
    await settleRound(kept);
  } catch (error) {
    kept.complain(`failed: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await reader.context.close();
  }
  for (const trouble of new Set(reader.troubles.splice(0))) kept.complain(`uncaught: ${trouble}`);
  return kept.violations.map((text) => `round ${seed}: ${text} {${kept.log.join('; ')}}`);
}

/** What one step draws must not change what the next ones draw: how much it is depends on the moment. */
function branch(random: Random): Random {
  return createRandom(random.integer(1, 2 ** 30));
}

/** The steps of one round. */
class Round {
  private readonly kept: KeptReader;
  private readonly articles: readonly ArticleSummary[];
  private readonly random: Random;

  constructor(kept: KeptReader, articles: readonly ArticleSummary[], random: Random) {
    this.kept = kept;
    this.articles = articles;
    this.random = random;
  }

  /** Takes one step: work, harm, or harm in the middle of work. */
  async take(): Promise<void> {
    const { kept, random } = this;
    const deed = random.chance(0.6) ? random.pick(OFTEN) : random.pick(Object.keys(DEEDS));
    const trouble = random.pick(TROUBLES);
    const more = random.pick(TROUBLES);
    const [own, other] = [branch(random), branch(random)];
    const rest = random.pick([0, 50, 200, 800]);
    const pause = random.integer(0, 400);
    const kind = random.next();
    if (kind < 0.45) await this.work(deed, own);
    else if (kind < 0.65) await this.harm(trouble, other, random.chance(0.5));
    else {
      kept.log.push('at once:');
      const isTwice = kind > 0.9;
      const working = isTwice ? this.harm(more, own, false) : this.work(deed, own);
      // The model has to see what one harm has left before the next one comes, and to be there for it.
      await (isTwice || deed === 'restart' ? working : wait(pause));
      await this.harm(trouble, other, false);
      await working;
    }
    await wait(rest);
    await kept.look();
    await kept.checkClaims();
  }

  /** The reader does something in one of the tabs. */
  async work(deed: string, random: Random): Promise<void> {
    const { kept, articles } = this;
    const tab = random.pick(kept.tabs) as KeptTab;
    const model = kept.models.find(({ site }) => site === tab.site);
    if (!model) return;
    const at = kept.log.push(`${deed} in ${tab.site.base}${kept.tabs.indexOf(tab)}`) - 1;
    // The tab may have died, or have no network, in the middle of it.
    await DEEDS[deed]?.({ kept, tab, model, articles, random }).catch(() => {
      kept.log[at] += ' (cut short)';
    });
  }

  private async harm(name: string, random: Random, isCalm: boolean): Promise<void> {
    const { kept } = this;
    const tab = random.pick(kept.tabs) as KeptTab;
    kept.log.push(name in HARMS ? `${name} of ${tab.site.base}` : name);
    if (name in HARMS) {
      const harm = () => doHarm(kept, name, tab.site, random);
      if (isCalm) await expectToBeTold(kept, name, tab, harm);
      else await harm();
      return;
    }
    if (name === 'renderer killed') await kept.crash(tab);
    if (name === 'browser killed') {
      kept.forgetForeign();
      for (const model of kept.models) model.endureKill(await kept.read(model.site));
      await kept.reader.killAndRestart();
      await kept.begin();
    }
    if (name === 'clock set') await kept.setClock(random.pick([-YEAR, YEAR, 0]));
    if (name === 'localStorage full') await kept.setRoom(random.integer(1, 3000));
    if (name === 'disk full') await kept.setDisk(true);
    if (name === 'room again') await this.relieve();
  }

  /** All can be written again. */
  async relieve(): Promise<void> {
    await this.kept.setRoom(0);
    await this.kept.setDisk(false);
  }
}

const TROUBLES = [
  ...Object.keys(HARMS),
  'localStorage cleared',
  'database deleted while closed',
  'cache deleted',
  'renderer killed',
  'browser killed',
  'clock set',
  'localStorage full',
  'disk full',
  'room again',
];
