import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import traditional from 'opencc-js/dict/TSCharacters';
import type { Article } from '../../model/Article.ts';
import {
  buildArticlePath,
  buildIdsPath,
  buildShardPath,
  IDS_PER_FILE,
  SEARCH_PLAN_PATH,
  SEARCH_STOCKS_PATH,
} from '../../model/archivePaths.ts';
import { createTextFolder } from '../../model/foldText.ts';
import { writePlan } from '../../model/searchPlan.ts';
import { BODY_STEP, type PostingScale } from '../../model/searchPostings.ts';
import type { ListRow } from '../output/writeArchive.ts';
import { BlockStore, type StoredBlock } from './BlockStore.ts';
import { describeArticles } from './describeArticles.ts';
import { GramWalker } from './GramWalker.ts';
import { BLOCK_SIZE, type BlockPlan, indexBlock } from './indexBlock.ts';
import { Echoes, mergeBlocks, type ShardPart } from './mergeBlocks.ts';
import { chooseSizes, type PlanSizes, planBounds, planGrams } from './planIndex.ts';
import { readSearchText, type SearchText } from './SearchText.ts';

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
 * Builds the search index from the articles' files. A block of articles is in memory at a time, and what was made of it is kept on disk;
 * then the blocks are merged, shard by shard. Equal articles give byte-equal files, whatever was kept.
 */
export function buildSearchIndex(options: SearchIndexOptions): void {
  const { outDir, articles, list, onProgress } = options;
  const store = new BlockStore(options.folder);
  const read = createReader(options.sources);
  const plan = obtainPlan(options, store, read);
  const planName = hashTexts([options.key, JSON.stringify([plan.grams, plan.bounds])]);

  const blocks: StoredBlock[] = [];
  for (let from = 0; from < articles.length; from += BLOCK_SIZE) {
    const part = articles.slice(from, from + BLOCK_SIZE);
    const texts = function* () {
      for (const [index, { id }] of part.entries()) {
        yield read(id);
        onProgress?.(from + index, articles.length);
      }
    };
    const name = hashTexts([planName, ...part.map(({ id, hash }) => id + hash)]);
    blocks.push(store.obtain(name, () => indexBlock(texts(), plan)));
    onProgress?.(from + part.length, articles.length);
  }

  const steps = blocks.flatMap(({ head: { starts } }) =>
    starts.slice(1).map((start, index) => start - (starts[index] as number)),
  );
  const scale: PostingScale = {
    articleSpace: roundUp(articles.length),
    bodySpace: roundUp(steps.reduce((sum, step) => sum + step, 0) * BODY_STEP),
  };
  mkdirSync(dirname(join(outDir, SEARCH_PLAN_PATH)), { recursive: true });
  const { grams, isListed, bounds } = plan;
  const json = writePlan({
    version: 1,
    ...scale,
    grams,
    isListed,
    bounds,
    sizes: writeShards(outDir, blocks, plan, scale),
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

type TextReader = (id: string) => SearchText;

function createReader(sources: readonly string[]): TextReader {
  const folder = createTextFolder(traditional);
  return (id) => {
    const files = sources.map((source) => join(source, buildArticlePath(id)));
    const file = files.find((each) => existsSync(each)) ?? files[0] ?? '';
    return readSearchText(JSON.parse(readFileSync(file, 'utf8')) as Article, folder);
  };
}

/** Plans the index from a sample of the texts, or takes the plan that was made of the same sample. */
function obtainPlan(options: SearchIndexOptions, store: BlockStore, read: TextReader): BlockPlan {
  const { articles, key } = options;
  const weight = 2 ** Math.max(0, Math.floor(Math.log2(articles.length / LEAST_SAMPLE)));
  // By their ids alone, so that one article more or less changes little.
  const isDrawn = (id: string) =>
    createHash('sha1').update(id).digest().readUInt16LE() % weight === 0;
  const drawn = articles.filter(({ id }) => isDrawn(id));
  const sizes = options.sizes ?? chooseSizes(weight);
  const name = `plan-${hashTexts([key, JSON.stringify([weight, sizes]), ...drawn.map(({ id, hash }) => id + hash)])}`;
  const planned = store.obtainJson(name, () => {
    const sample = drawn.map(({ id }) => read(id));
    const grams = planGrams(sample, weight, sizes);
    return { ...grams, bounds: planBounds(sample, weight, grams, sizes) };
  });
  return { ...planned, walker: new GramWalker(planned.grams) };
}

/** Texts in the sample from which the index is planned: between this and twice as many. */
const LEAST_SAMPLE = 1000;

/** Writes all shards and gives their sizes in bytes. */
function writeShards(
  outDir: string,
  blocks: readonly StoredBlock[],
  plan: BlockPlan,
  scale: PostingScale,
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
  const echoes = new Echoes(plan.walker.tree);
  plan.bounds.forEach((_, shard) => {
    echoes.note(readParts(shard));
  });
  return plan.bounds.map((_, shard) => {
    const bytes = deflateRawSync(mergeBlocks(readParts(shard), scale, echoes));
    writeFileSync(join(outDir, buildShardPath(shard)), bytes);
    return bytes.length;
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
