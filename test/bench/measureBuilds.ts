import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFault } from './findFault.ts';
import type { Generator } from './otherSites.ts';
import { buildOurCommand, listBuildCaches } from './ourSite.ts';
import { findMedian, log, type Results } from './Results.ts';
import { type Command, type Cost, runCommand } from './runCommand.ts';
import { setAside } from './setAside.ts';
import { listArticles, writeCopies } from './writeCopies.ts';

/** One content folder and where its site goes. */
export interface Archive {
  size: number;
  content: string;
  dist: string;
  /** For what else is needed; removed at the end. */
  scratch: string;
}

/**
 * By number of articles; `rebuild` is a share of Hugo's full build, whatever the machine. Why they are these stands in
 * `src/archive/README.md`.
 */
const BUDGETS: Record<number, { ratio?: number; megabytes?: number; rebuild?: number }> = {
  20000: { ratio: 2.5, megabytes: 460, rebuild: 0.8 },
  100000: { megabytes: 500 },
};
const HUNDRED_TO_TWENTY = 5.5;
/** A file changed less than two seconds before a build is read again by the next one; see `BuildCache`. */
const RACE = 2100;

/**
 * Builds the site from nothing, in turn with each other generator that is installed, then again after one file changed.
 */
export async function measureBuilds(
  archive: Archive,
  generators: readonly Generator[],
  runs: number,
  results: Results,
): Promise<number> {
  const { size, content, dist } = archive;
  const budget = BUDGETS[size] ?? {};
  const name = `${size.toLocaleString('en')} articles`;
  const others = generators.map((generator) => new Contender(generator, archive, results));
  const ours: Cost[] = [];
  const ownFolders = [dist, ...listBuildCaches(content)];
  for (let run = 0; run < runs; run++) {
    for (const folder of ownFolders) setAside(folder, archive.scratch);
    log(`${name}: build ${run + 1} of ${runs}`);
    ours.push(await runCommand(buildOurCommand(content, dist)));
    for (const other of others) await other.build();
  }

  const seconds = ours.map((cost) => cost.seconds);
  results.add(`${name}: full build`, seconds, 's');
  results.add(`${name}: full build, peak memory`, listMemory(ours), 'MB', budget.megabytes);
  for (const { costs, generator } of others) {
    if (costs.length < runs) continue;
    const most = generator.name.startsWith('Hugo') ? budget.ratio : undefined;
    const ratios = costs.map((cost, run) => (seconds[run] ?? Number.NaN) / cost.seconds);
    results.add(`${name}: full build ÷ ${generator.name}`, ratios, '×', most);
    const processor = costs.flatMap((cost, run) => divide(ours[run]?.processor, cost.processor));
    results.add(`${name}: full build ÷ ${generator.name}, processor time`, processor, '×');
    const theirs = costs.map((cost) => cost.seconds);
    results.add(`${name}: ${generator.name}`, theirs, 's');
    results.add(`${name}: ${generator.name}, peak memory`, listMemory(costs), 'MB');
  }
  const rebuilds = await measureRebuilds(archive, runs);
  const what = `${name}: build after one file changed`;
  results.add(
    what,
    rebuilds.map((cost) => cost.seconds),
    's',
  );
  for (const { costs, generator } of others) {
    if (!generator.name.startsWith('Hugo') || costs.length < runs) continue;
    const full = findMedian(costs.map((cost) => cost.seconds));
    const shares = rebuilds.map((cost) => cost.seconds / full);
    results.add(`${what} ÷ ${generator.name}’s full build`, shares, '×', budget.rebuild);
  }
  results.add(
    `${what}, processor time`,
    rebuilds.flatMap((cost) => cost.processor ?? []),
    's',
  );
  return findMedian(seconds);
}

/** Compares the full builds of 20,000 and of 100,000 articles, where both were measured. */
export function compareSizes(medians: ReadonlyMap<number, number>, results: Results): void {
  const [twenty, hundred] = [medians.get(20_000), medians.get(100_000)];
  if (twenty === undefined || hundred === undefined) return;
  const what = '100,000 articles: full build ÷ that of 20,000';
  results.add(what, [hundred / twenty], '×', HUNDRED_TO_TWENTY);
}

async function measureRebuilds({ content, dist }: Archive, runs: number): Promise<Cost[]> {
  const costs: Cost[] = [];
  const paths = listArticles(content);
  // Once untimed: a cache written in the same moment as the content is not trusted.
  await wait(RACE);
  await runCommand(buildOurCommand(content, dist));
  for (let run = 0; run < runs; run++) {
    const path = paths[Math.floor((run + 0.5) * (paths.length / runs))] ?? '';
    appendFileSync(join(content, path), `<p>　　第${run + 1}次更新。</p>\n`);
    await wait(RACE);
    costs.push(await runCommand(buildOurCommand(content, dist)));
  }
  return costs;
}

/** Another generator at work on one archive. One that fails is left out with a note. */
class Contender {
  readonly costs: Cost[] = [];
  readonly generator: Generator;
  private readonly size: number;
  private readonly scratch: string;
  private readonly folder: string;
  private readonly command: Command;
  private readonly content: string;
  private readonly results: Results;
  private hasFailed = false;

  constructor(generator: Generator, { size, content, scratch }: Archive, results: Results) {
    this.generator = generator;
    this.results = results;
    this.size = size;
    this.scratch = scratch;
    this.folder = join(scratch, `${generator.name.replaceAll(' ', '-')}-${size}`);
    mkdirSync(this.folder, { recursive: true });
    this.content = content;
    if (generator.needsCopies) {
      this.content = join(scratch, `copies-${size}`);
      if (!existsSync(this.content)) writeCopies(content, this.content);
      results.note(
        `${generator.name} got copies of the files with the front matter in the first line and ISO dates.`,
      );
    }
    this.command = generator.prepare(this.folder, this.content);
  }

  async build(): Promise<void> {
    if (this.hasFailed) return;
    const out = join(this.folder, 'out');
    setAside(out, this.scratch);
    const outcome = await runCommand(this.command).catch((error: Error) => error);
    const fault =
      outcome instanceof Error
        ? outcome.message
        : this.costs.length === 0 && findFault(this.content, out);
    if (outcome instanceof Error || fault) {
      this.hasFailed = true;
      this.results.note(`${this.generator.name} failed at ${this.size} articles: ${fault}`);
    } else this.costs.push(outcome);
  }
}

function divide(a: number | undefined, b: number | undefined): number[] {
  return a === undefined || b === undefined ? [] : [a / b];
}

function listMemory(costs: readonly Cost[]): number[] {
  return costs.flatMap((cost) => cost.megabytes ?? []);
}
