/**
 * What is the reader's outlives all that a browser, another page of the host or an earlier version can do to one of its
 * stores: random work in one to three tabs, random harm to each store, held against a model. One round here; three
 * hundred with `npm run drill -- keptRounds`, or `CANGBAO_ROUNDS` of them from `CANGBAO_FIRST` on.
 */
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { buildSite, runFolderVariable } from '../support/buildSite.ts';
import { isDrill } from '../support/isDrill.ts';
import { runRound } from './keptRound.ts';
import { readArticles } from './keptSite.ts';
import { setUpOffline } from './setUpOffline.ts';
import {
  fortyArticles,
  type OfflineContent,
  otherCategory,
  savedCategory,
  writeOfflineContent,
} from './writeOfflineContent.ts';

const manyInBoth: OfflineContent = {
  count: 24,
  others: 8,
  listPictures: (article) =>
    article % 6 === 0 ? [`https://pictures.test/cors/${article}-0.png`] : [],
};
/** For one round a site does that other tests need, too. */
const [name, content]: [string, OfflineContent] = isDrill
  ? ['rounds', manyInBoth]
  : ['forty', fortyArticles];
const world = setUpOffline(name, content);

const count = Number(process.env.CANGBAO_ROUNDS ?? (isDrill ? 300 : 1));
const first = Number(process.env.CANGBAO_FIRST ?? 1);

let articles: ArticleSummary[] = [];

/** Lets the neighbour's own page stand at its addresses, as a host does that knows both sites. */
async function answerAddresses(folder: string): Promise<void> {
  const categories = [savedCategory, otherCategory].map((path) => `c/${path}`);
  for (const path of ['saved', 'offline', ...categories, ...articles.map(({ id }) => `a/${id}`)]) {
    await mkdir(join(folder, path), { recursive: true });
    await cp(join(folder, '404.html'), join(folder, path, 'index.html'));
  }
}

beforeAll(async () => {
  const folder = await writeOfflineContent(name, content);
  const news = await buildSite({ content: folder, base: '/news/' });
  const both = await mkdtemp(join(process.env[runFolderVariable] ?? '', 'rounds-'));
  await cp(world.folder, both, { recursive: true });
  await cp(news, join(both, 'news'), { recursive: true });
  articles = await readArticles(both);
  await answerAddresses(join(both, 'news'));
  world.folder = both;
  world.server.setFolder(both);
});

test(
  `${count} rounds: nothing that stood in one place is lost, nothing false is on screen`,
  async () => {
    const violations: string[] = [];
    for (let seed = first; seed < first + count; seed += 1) {
      const found = await runRound(world, seed, { steps: isDrill ? 8 + (seed % 7) : 3, articles });
      violations.push(...found);
      if (!isDrill) continue;
      process.stdout.write(`round ${seed}: ${found.length} violations\n`);
      for (const violation of found) process.stdout.write(`  ${violation}\n`);
    }
    expect(violations).toEqual([]);
  },
  count * 120_000,
);
