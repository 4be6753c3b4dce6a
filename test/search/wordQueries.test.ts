/**
 * Chinese readers type no blanks: of 100 queries made of two words of a title, one behind the other as they stand in no
 * text, 90 lead to their article among the first five. `npm run drill -- wordQueries` prints the number for the sample
 * and for real articles, where they are there.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createSearchService } from '../../src/search-worker/createSearchService.ts';
import { createRandom } from '../bench/createRandom.ts';
import { isDrill } from '../support/isDrill.ts';
import { buildSearchable, folder, makeFolder, type Searchable } from './setUpSearch.ts';

const QUERIES = 100;
const FIRST = 5;
const AIM = 90;

const ARCHIVES = ['content'];
if (isDrill) ARCHIVES.push('../shared/archive', '../shared/archive-other');

interface WordQuery {
  text: string;
  article: number;
}

/** Two words of a title that don't follow each other, without what is between them. */
function chooseQueries({ articles }: Searchable): WordQuery[] {
  const random = createRandom(22);
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const texts = articles.map(({ title, html }) => folder.fold(title + html));
  const queries: WordQuery[] = [];
  for (let tries = 0; queries.length < QUERIES && tries < 100_000; tries++) {
    const article = random.integer(0, articles.length - 1);
    const { title = '' } = articles[article] ?? {};
    const words = [...segmenter.segment(title)]
      .map(({ segment }) => segment)
      .filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
    if (words.length < 3) continue;
    const [first, second] = [
      random.integer(0, words.length - 1),
      random.integer(0, words.length - 1),
    ];
    const text = `${words[first]}${words[second]}`;
    if (first >= second || texts.some((each) => each.includes(folder.fold(text)))) continue;
    queries.push({ text, article });
  }
  return queries;
}

test.each(ARCHIVES.filter((name) => existsSync(resolve(import.meta.dirname, '../..', name))))(
  '%s: two words of a title without a blank lead to their article',
  { timeout: isDrill ? 3_600_000 : 120_000 },
  async (name) => {
    const archive = await buildSearchable(
      makeFolder(),
      resolve(import.meta.dirname, '../..', name),
    );
    const service = createSearchService((path) => readFile(join(archive.outDir, path)));
    const queries = chooseQueries(archive);
    const missed: string[] = [];
    for (const { text, article } of queries) {
      const { articles } = await service.search({ text });
      if (!articles.slice(0, FIRST).includes(article)) missed.push(text);
    }
    const count = queries.length - missed.length;
    if (isDrill) {
      process.stdout.write(`${name}: ${count} of ${queries.length} among the first five\n`);
      if (missed.length > 0) process.stdout.write(`  not: ${missed.join(' ')}\n`);
    }
    expect(queries.length).toBeGreaterThan(0);
    expect(count / queries.length).toBeGreaterThanOrEqual(AIM / 100);
  },
);
