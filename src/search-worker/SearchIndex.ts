import { ArchiveError } from '../model/ArchiveError.ts';
import {
  buildIdsPath,
  buildShardPath,
  IDS_PER_FILE,
  SEARCH_PLAN_PATH,
  SEARCH_STOCKS_PATH,
} from '../model/archivePaths.ts';
import { findArticleAt } from '../model/search/searchPlaces.ts';
import { parsePlan, type SearchPlan } from '../model/search/searchPlan.ts';
import { BODY_STEP } from '../model/search/searchPostings.ts';
import { SearchShard, splitShard } from '../model/search/searchShard.ts';
import { UNDATED } from './SearchCorpus.ts';

/** Gives an archive file's bytes. Throws where they can't be had. */
export type BytesReader = (path: string) => Promise<Uint8Array>;

/** Bytes of shards that are kept in memory. */
const MOST_KEPT = 16_000_000;
const ID_LENGTH = 12;
const DAY = 86_400_000;

/** The search index as it is read: the plan at once, shards when they are asked for. */
export class SearchIndex {
  readonly plan: SearchPlan;
  /** The strings that were split. */
  readonly split: ReadonlySet<string>;
  readonly count: number;
  /** By article: where its body begins in the row of bodies; one more for the end. */
  readonly starts: Float64Array;
  /** By article: its Beijing day since 1970, -1 without a date. */
  readonly days: Int32Array;
  private readonly read: BytesReader;
  /** The shard used last stands last. */
  private readonly shards = new Map<number, SearchShard>();
  private kept = 0;
  /** Parts of another build were found: the site has been published anew since the plan was read. */
  isOutdated = false;
  private stocks: Promise<Record<string, string>> | undefined;
  private readonly ids = new Map<number, Promise<string>>();

  private constructor(plan: SearchPlan, read: BytesReader) {
    this.plan = plan;
    this.read = read;
    this.split = new Set(plan.grams);
    this.count = plan.articles.category.length;
    this.starts = new Float64Array(this.count + 1);
    plan.articles.steps.forEach((step, article) => {
      this.starts[article + 1] = (this.starts[article] as number) + step * BODY_STEP;
    });
    this.days = new Int32Array(this.count).fill(UNDATED);
    let article = 0;
    for (const [day, count] of plan.articles.days) {
      this.days.fill(day, article, article + count);
      article += count;
    }
  }

  static async open(read: BytesReader): Promise<SearchIndex> {
    const json = new TextDecoder().decode(await inflate(await read(SEARCH_PLAN_PATH)));
    return new SearchIndex(parsePlan(json), read);
  }

  /** Bytes that are still to be fetched for a shard. */
  readonly cost = (shard: number): number =>
    this.shards.has(shard) ? 0 : (this.plan.sizes[shard] ?? 0);

  /** Gives shards by number. Throws where one can't be had. */
  async load(numbers: Iterable<number>): Promise<Map<number, SearchShard>> {
    const loaded = [...new Set(numbers)].map(
      async (number) => [number, await this.loadShard(number)] as const,
    );
    return new Map(await Promise.all(loaded));
  }

  /** Gives the ids of articles. */
  async readIds(articles: readonly number[]): Promise<string[]> {
    return Promise.all(
      articles.map(async (article) => {
        const file = Math.floor(article / IDS_PER_FILE);
        const from = (article % IDS_PER_FILE) * ID_LENGTH;
        return (await this.loadIds(file)).slice(from, from + ID_LENGTH);
      }),
    );
  }

  /** Gives the code that goes with a company's folded name. */
  async readStockCode(name: string): Promise<string | undefined> {
    this.stocks ??= this.read(SEARCH_STOCKS_PATH).then(
      (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>,
    );
    try {
      return (await this.stocks)[name];
    } catch (error) {
      this.stocks = undefined;
      throw error;
    }
  }

  /** Gives the article whose body is at a place in the row of bodies. */
  findArticle(place: number): number {
    return findArticleAt(this.starts, place);
  }

  private async loadShard(number: number): Promise<SearchShard> {
    const known = this.shards.get(number);
    if (known) {
      this.shards.delete(number);
      this.shards.set(number, known);
      return known;
    }
    const path = buildShardPath(number);
    const bytes = await this.read(path);
    if (bytes.length !== this.plan.sizes[number]) {
      this.isOutdated = true;
      throw new ArchiveError('damaged', path);
    }
    const { head, bits } = splitShard(bytes);
    const shard = new SearchShard(await inflate(head), bits, this.plan);
    this.shards.set(number, shard);
    this.kept += shard.bytes.length;
    for (const [oldest, { bytes }] of this.shards) {
      if (this.kept <= MOST_KEPT) break;
      this.shards.delete(oldest);
      this.kept -= bytes.length;
    }
    return shard;
  }

  private loadIds(file: number): Promise<string> {
    let ids = this.ids.get(file);
    if (!ids) {
      ids = this.read(buildIdsPath(file))
        .then(inflate)
        .then((bytes) => new TextDecoder().decode(bytes));
      ids.catch(() => this.ids.delete(file));
      this.ids.set(file, ids);
    }
    return ids;
  }
}

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const { body } = new Response(bytes as Uint8Array<ArrayBuffer>);
  const inflated = body?.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated ?? null).arrayBuffer());
}

/** Gives the Beijing day of a date as `2022-05-20`, in days since 1970; undefined where it is none. */
export function parseDay(date: string | undefined): number | undefined {
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY);
}
