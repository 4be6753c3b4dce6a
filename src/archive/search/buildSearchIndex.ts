import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import {
  buildIdsPath,
  buildShardPath,
  IDS_PER_FILE,
  SEARCH_PLAN_PATH,
  SEARCH_STOCKS_PATH,
} from '../../model/archivePaths.ts';
import { writePlan } from '../../model/search/searchPlan.ts';
import { BODY_STEP, type PostingScale } from '../../model/search/searchPostings.ts';
import { joinShard } from '../../model/search/searchShard.ts';
import { shareFile } from '../cache/fileMarks.ts';
import type { ListRow } from '../output/ArchiveWriter.ts';
import type { WorkerLoader } from '../shareOut.ts';
import { BlockStore, type StoredBlock } from './BlockStore.ts';
import { describeArticles } from './describeArticles.ts';
import { Echoes } from './Echoes.ts';
import { BLOCK_SIZE, type IndexPlan } from './indexBlock.ts';
import { type BlockTask, createTextReader, makeBlocks, type TextReader } from './makeBlocks.ts';
import { mergeBlocks, type ShardPart } from './mergeBlocks.ts';
import { chooseSizes, type PlanSizes, planBounds, planGrams } from './planIndex.ts';

export interface SearchIndexOptions {
  /** Gets the index's files. */
  outDir: string;
  /** Folders of which the first that has an article's file is read. */
  sources: readonly string[];
  /** Id of the list of all articles, and its articles in stored order. */
  list: string;
  articles: readonly SearchedArticle[];
  /** For what is kept from one build to the next. */
  folder: string;
  /** Without it, everything runs in this thread. */
  loadWorker?: WorkerLoader | undefined;
  /** Names the pipeline's code. */
  key: string;
  /** Instead of those that fit the number of articles. */
  sizes?: PlanSizes;
  onProgress?: (done: number, all: number) => void;
}

/** An article as the lists have it, with the fingerprint of its content file. */
export interface SearchedArticle extends ListRow {
  hash: string;
}

/**
 * Builds the search index from the articles' files. A block of articles is in memory at a time, and what was made of
 * it is kept on disk; then the blocks are merged, shard by shard. Equal articles give byte-equal files, whatever was
 * kept.
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<void> {
  const { outDir, articles, list, onProgress } = options;
  const store = new BlockStore(options.folder);
  const plan = obtainPlan(options, store, createTextReader(options.sources));
  const planName = hashTexts([options.key, JSON.stringify([plan.grams, plan.bounds])]);

  const tasks: BlockTask[] = [];
  for (let from = 0; from < articles.length; from += BLOCK_SIZE) {
    const part = articles.slice(from, from + BLOCK_SIZE);
    const name = hashTexts([planName, ...part.map(({ id, hash }) => id + hash)]);
    tasks.push({ name, ids: part.map(({ id }) => id) });
  }
  const missing = tasks.filter(({ name }) => !store.has(name));
  let done = articles.length - missing.reduce((sum, { ids }) => sum + ids.length, 0);
  onProgress?.(done, articles.length);
  await makeBlocks(missing, { ...options, plan }, (count) => {
    done += count;
    onProgress?.(done, articles.length);
  });
  const blocks = tasks.map(({ name }) => store.open(name));

  const steps = blocks.flatMap(({ head: { starts } }) =>
    starts.slice(1).map((start, index) => start - (starts[index] as number)),
  );
  const scale: PostingScale = {
    articleSpace: roundUp(articles.length),
    bodySpace: roundUp(steps.reduce((sum, step) => sum + step, 0) * BODY_STEP),
  };
  mkdirSync(dirname(join(outDir, SEARCH_PLAN_PATH)), { recursive: true });
  const { grams, bounds } = plan;
  const json = writePlan({
    version: 2,
    ...scale,
    grams,
    bounds,
    sizes: writeShards(outDir, blocks, plan, scale, store),
    articles: { list, ...describeArticles(articles), steps },
  });
  writeFileSync(join(outDir, SEARCH_PLAN_PATH), deflateRawSync(json, { level: 9 }));
  const names = new Map(blocks.flatMap(({ head }) => head.stockNames));
  writeFileSync(
    join(outDir, SEARCH_STOCKS_PATH),
    JSON.stringify(Object.fromEntries([...names].sort())),
  );
  writeIds(outDir, articles);
  for (const block of blocks) block.close();
  store.removeUnused();
}

/**
 * Texts in the sample from which the index is planned, about; and the articles that each stands for double where
 * those do.
 */
const SAMPLE = 1000;

/**
 * Plans the index from a sample of the texts, or takes the plan that was made of the same sample. It is drawn from
 * the oldest articles, as many as SAMPLE and a power of two make, by their ids alone: so the articles that come day
 * by day leave plan and blocks as they are.
 */
function obtainPlan(options: SearchIndexOptions, store: BlockStore, read: TextReader): IndexPlan {
  const { articles, key } = options;
  const weight = 2 ** Math.max(0, Math.floor(Math.log2(articles.length / SAMPLE)));
  const isDrawn = (id: string) =>
    createHash('sha1').update(id).digest().readUInt16LE() % weight === 0;
  const drawn = articles.slice(0, SAMPLE * weight).filter(({ id }) => isDrawn(id));
  const sizes = options.sizes ?? chooseSizes(weight);
  const parts = drawn.map(({ id, hash }) => id + hash);
  const name = `plan-${hashTexts([key, JSON.stringify([weight, sizes]), ...parts])}`;
  return store.obtainJson(name, () => {
    const sample = drawn.map(({ id }) => read(id));
    const grams = planGrams(sample, weight, sizes);
    return { grams, bounds: planBounds(sample, weight, grams, sizes) };
  });
}

/**
 * Writes all shards and gives their sizes in bytes. A shard whose parts, and what its echoes depend on, are as they
 * were in an earlier build is taken from there.
 */
function writeShards(
  outDir: string,
  blocks: readonly StoredBlock[],
  plan: IndexPlan,
  scale: PostingScale,
  store: BlockStore,
): number[] {
  const firstPlaces: number[] = [];
  let place = 0;
  for (const {
    head: { starts },
  } of blocks) {
    firstPlaces.push(place);
    place += (starts.at(-1) ?? 0) * BODY_STEP;
  }
  const readParts = (shard: number): ShardPart[] =>
    blocks.map((block, index) => ({
      bytes: block.read(shard),
      firstArticle: index * BLOCK_SIZE,
      firstPlace: firstPlaces[index] as number,
    }));
  const echoes = new Echoes(new Set(plan.grams));
  const hashes = plan.bounds.map((_, shard) => {
    const parts = readParts(shard);
    echoes.note(shard, parts);
    const hash = createHash('sha1').update(
      JSON.stringify([scale, parts.map(({ bytes }) => bytes.length)]),
    );
    for (const { bytes, firstPlace } of parts) {
      // An empty part has no places to be moved.
      if (bytes.length > 0) hash.update(`${firstPlace} `).update(bytes);
    }
    return hash;
  });
  const echoTexts = echoes.resolve();
  return plan.bounds.map((_, shard) => {
    const hash = hashes[shard] as Hash;
    const name = `shard-${hash.update(echoTexts.get(shard) ?? '').digest('hex')}`;
    const file = store.obtainFile(name, () => {
      const { head, bits } = mergeBlocks(readParts(shard), scale, echoes.find);
      return joinShard(deflateRawSync(head, { level: 9 }), bits);
    });
    shareFile(file, join(outDir, buildShardPath(shard)));
    return statSync(file).size;
  });
}

function writeIds(outDir: string, articles: readonly SearchedArticle[]): void {
  mkdirSync(dirname(join(outDir, buildIdsPath(0))), { recursive: true });
  for (let file = 0; file * IDS_PER_FILE < articles.length; file++) {
    const part = articles.slice(file * IDS_PER_FILE, (file + 1) * IDS_PER_FILE);
    const ids = deflateRawSync(part.map(({ id }) => id).join(''));
    writeFileSync(join(outDir, buildIdsPath(file)), ids);
  }
}

function roundUp(value: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, value)));
}

function hashTexts(texts: readonly string[]): string {
  return createHash('sha1').update(texts.join('\n')).digest('hex');
}
