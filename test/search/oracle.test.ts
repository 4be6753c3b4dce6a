/**
 * The search against an oracle that simply looks through all texts, read by an HTML parser. For strings of 1 to 8
 * characters cut from anywhere (across words, elements, digits and Latin; from tags, too), the articles found are
 * exactly those that hold them.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanSizes } from '../../src/archive/search/planIndex.ts';
import type { Article } from '../../src/model/Article.ts';
import { buildCorpus, findTerm } from '../../src/search-worker/findTerm.ts';
import { parseDays } from '../../src/search-worker/parseDays.ts';
import {
  parseQuery,
  type QueryClause,
  type QueryTerm,
} from '../../src/search-worker/parseQuery.ts';
import { searchArticles } from '../../src/search-worker/searchArticles.ts';
import { writeQuery } from '../../src/search-worker/writeQuery.ts';
import { createRandom, type Random } from '../bench/createRandom.ts';
import { isDrill } from '../support/isDrill.ts';
import { buildSearchable, folder, makeFolder, type Searchable } from './setUpSearch.ts';

const REAL = resolve(import.meta.dirname, '../../../shared/archive');
const CONTENT = existsSync(REAL) ? REAL : resolve(import.meta.dirname, '../../content');
/** So small that all that happens in an archive of 20,000 happens here. */
const SMALL: PlanSizes = { split: 300, shard: 3000 };

const ARCHIVES: [name: string, content: string | number, sizes: PlanSizes | undefined][] = [
  ['real articles', CONTENT, undefined],
  ['real articles, index cut small', CONTENT, { ...SMALL, split: 30 }],
  ['500 generated articles, index cut small', 500, SMALL],
];
if (isDrill) ARCHIVES.push(['20,000 generated articles', 20_000, undefined]);
/** How many strings, strings that are nowhere, queries and tags are asked for. */
const [STRINGS, ABSENT, QUERIES, TAGS] = isDrill ? [2000, 200, 500, 500] : [500, 50, 150, 150];
const TIMEOUT = isDrill ? 3_600_000 : 120_000;

describe.each(ARCHIVES)('%s', (_, content, sizes) => {
  let archive: Searchable;
  let texts: string[];
  const removals: (() => void)[] = [];

  beforeAll(async () => {
    const scratch = makeFolder((remove) => removals.push(remove));
    archive = await buildSearchable(scratch, content, sizes);
    texts = archive.articles.map(readText);
  }, TIMEOUT);
  afterAll(() => {
    for (const remove of removals) remove();
  });

  test(
    `${STRINGS} strings from anywhere are found where they are and nowhere else`,
    async () => {
      const random = createRandom(7);
      for (let i = 0; i < STRINGS; i++) await compare(archive, texts, cutString(random, texts));
    },
    TIMEOUT,
  );

  test(
    `${ABSENT} strings that are nowhere are not found`,
    async () => {
      const random = createRandom(8);
      let absent = 0;
      for (let i = 0; absent < ABSENT && i < 20_000; i++) {
        const [a, b] = [cutString(random, texts), cutString(random, texts)];
        const mixed = (a.slice(0, 4) + b.slice(-4)).slice(0, 8);
        if (findInTexts(texts, mixed).length > 0) continue;
        absent++;
        await compare(archive, texts, mixed);
      }
      expect(absent).toBe(ABSENT);
    },
    TIMEOUT,
  );

  test(
    'choices, exclusions, fields and negative numbers find what fits, typed as one types',
    async () => {
      const random = createRandom(10);
      const corpus = buildCorpus(archive.index, folder);
      let answered = 0;
      for (let i = 0; i < QUERIES; i++) {
        const clauses = inventClauses(random, archive, texts);
        const typed = writeQuery(clauses);
        const query = { text: typed, sort: 'oldest' } as const;
        const { articles } = await searchArticles(corpus, query, parseQuery(typed, folder));
        const fitting = archive.articles.flatMap((article, number) =>
          fitsClauses(clauses, article, texts[number] as string) ? number : [],
        );
        expect(
          [...articles].sort((a, b) => a - b),
          typed,
        ).toEqual(fitting);
        answered += Math.min(1, fitting.length);
      }
      expect(answered).toBeGreaterThan(QUERIES / 5);
    },
    TIMEOUT,
  );

  test(
    'a tag is found in every article that has it, or holds its words',
    async () => {
      const random = createRandom(9);
      const tags = [...new Set(archive.articles.flatMap((article) => article.tags ?? []))];
      if (typeof content === 'number') expect(tags.length).toBeGreaterThan(content);
      for (let i = 0; i < TAGS && tags.length > 0; i++) {
        const tag = random.pick(tags);
        const found = await compare(archive, texts, folder.fold(tag));
        archive.articles.forEach((article, number) => {
          if (article.tags?.includes(tag)) expect(found).toContain(number);
        });
      }
    },
    TIMEOUT,
  );
});

/** Makes clauses at random of strings and negative numbers, of tags, sources, categories and days. */
function inventClauses(random: Random, { articles }: Searchable, texts: string[]): QueryClause[] {
  const choose = (): QueryTerm => {
    const text = cutString(random, texts);
    const article = random.pick(articles);
    const fields = {
      any: text,
      title: text.slice(0, 2).trim(),
      tag: folder.fold(random.pick(article.tags ?? ['无'])),
      source: cutString(random, [folder.fold(article.source)]),
      category: cutString(random, [folder.fold(article.category)]),
      day: (article.publishedAt ?? '2022').slice(0, random.pick([4, 7])),
    };
    const chance = random.integer(0, 9);
    const field = (['title', 'tag', 'source', 'category', 'day'] as const)[chance] ?? 'any';
    if (chance === 9) return { field: 'any', text: `-${random.integer(1, 9)}`, isExact: true };
    const days = field === 'day' ? parseDays(fields.day) : undefined;
    const isExact = field === 'any' || field === 'title';
    return { field, text: fields[field], isExact, ...(days && { days }) };
  };
  return Array.from({ length: random.integer(1, 3) }, () => ({
    terms: Array.from({ length: random.integer(1, 3) }, choose),
    isExcluded: random.chance(0.2),
  }));
}

/** Whether an article is what clauses ask for, by looking. `text`: title, paragraphs and tags, a line for each. */
function fitsClauses(clauses: readonly QueryClause[], article: Article, text: string): boolean {
  const [title = ''] = text.split('\n');
  const fits = ({ field, text: wanted }: QueryTerm): boolean => {
    if (field === 'title') return title.includes(wanted);
    if (field === 'tag') return (article.tags ?? []).some((tag) => folder.fold(tag) === wanted);
    if (field === 'source') return folder.fold(article.source).includes(wanted);
    if (field === 'category') return folder.fold(article.category).includes(wanted);
    if (field === 'day') return readBeijingDay(article).startsWith(wanted);
    return text.includes(wanted);
  };
  return clauses.every(({ terms, isExcluded }) => terms.some(fits) !== isExcluded);
}

/** `2022-05-20` in Beijing, '' without a date. */
function readBeijingDay({ publishedAt }: Article): string {
  if (publishedAt === undefined) return '';
  return new Date(Date.parse(publishedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
}

async function compare({ index }: Searchable, texts: string[], text: string): Promise<number[]> {
  const term = { text, field: 'any', isExact: true } as const;
  const hits = await findTerm(index, term);
  expect(hits.isPartial).toBe(false);
  const found = [...hits.counts.keys()].sort((a, b) => a - b);
  expect(found, `articles that hold “${text}”`).toEqual(findInTexts(texts, text));
  return found;
}

function findInTexts(texts: string[], text: string): number[] {
  return texts.flatMap((each, article) => (each.includes(text) ? article : []));
}

/** A string of 1 to 8 units of a title or a paragraph. */
function cutString(random: Random, texts: string[]): string {
  for (;;) {
    const part = random.pick(random.pick(texts).split('\n'));
    const length = random.integer(1, 8);
    const from = random.integer(0, Math.max(0, part.length - length));
    const text = part.slice(from, from + length).trim();
    if (text !== '') return text;
  }
}

/** Title, paragraphs and tags, folded, a line for each. */
function readText(article: Article): string {
  const parts = [article.title];
  let open = '';
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('value' in node) open += node.value;
    if ('tagName' in node && node.tagName === 'br') open += ' ';
    if (!('childNodes' in node)) return;
    const isBlock =
      'tagName' in node &&
      /^(?:p|h\d|li|ul|ol|d[ltd]|t.*|caption|fig.*|pre|blockquote|aside)$/.test(node.tagName);
    if (isBlock) close();
    node.childNodes.forEach(visit);
    if (isBlock) close();
  };
  const close = () => {
    parts.push(open);
    open = '';
  };
  visit(parseFragment(article.html));
  close();
  return [...parts, ...(article.tags ?? [])]
    .map((part) => folder.fold(part))
    .filter((part) => part !== '')
    .join('\n');
}
