/** A tag is a term of its article, in the index and among saved texts, and the hit says where it is. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ArchiveError } from '../../src/model/ArchiveError.ts';
import { buildArticlePath } from '../../src/model/archivePaths.ts';
import { createSearchService } from '../../src/search-worker/createSearchService.ts';
import type { SearchService } from '../../src/search-worker/SearchService.ts';
import { buildSearchable, makeFolder, type Searchable } from './setUpSearch.ts';
import { stubSavedCopies } from './stubSavedCopies.ts';

const EXAMPLES: [title: string, tags: string, body: string][] = [
  ['甲', '[港口, 人工智能]', '码头上的话，说来不长。'],
  ['乙', '[人工, 智能]', '机器与人，各有所长。'],
  ['丙', '[ＡＩ]', '港口很忙。'],
  ['丁', '[航運]', '港口也很忙，人工智能也忙。'],
  ['戊', '', '什么都没有。'],
];

let archive: Searchable;
const removals: (() => void)[] = [];

beforeAll(async () => {
  const scratch = makeFolder((remove) => removals.push(remove));
  const content = join(scratch, 'content');
  mkdirSync(content);
  EXAMPLES.forEach(([title, tags, body], day) => {
    const header = `title: ${title}\ndate: 2022-01-0${day + 1} 08:00:00${tags && `\ntags: ${tags}`}`;
    writeFileSync(join(content, `${title}.md`), `---\n${header}\n---\n<p>${body}</p>\n`);
  });
  archive = await buildSearchable(scratch, content);
});
afterAll(() => {
  for (const remove of removals) remove();
});
afterEach(() => vi.unstubAllGlobals());

const readFromHost = (path: string) => readFile(join(archive.outDir, path));

/** The search of someone who has saved everything and has no network. */
function searchOffline(): SearchService {
  stubSavedCopies(
    archive.articles.map(({ id }) => buildArticlePath(id)),
    readFromHost,
  );
  return createSearchService((path) => Promise.reject(new ArchiveError('network', path)));
}

const SERVICES = [
  ['the index', () => createSearchService(readFromHost)],
  ['saved texts', searchOffline],
] as const;

const QUERIES: [text: string, found: string][] = [
  ['港口', '丁丙甲'],
  ['人工智能', '丁甲'],
  ['"人工智能"', '丁甲'],
  ['ai', '丙'],
  ['航运', '丁'],
  ['港口 -AI', '丁甲'],
  ['标题:港口', ''],
  ['码头 港口', '甲'],
];

test.each(
  SERVICES.flatMap(([name, open]) => QUERIES.map((each) => [name, ...each, open] as const)),
)('%s: “%s” finds %s', async (_name, text, expected, open) => {
  const { articles } = await open().search({ text, sort: 'newest' });
  const titles = articles.map((article) => {
    const found = archive.articles.find(({ id }, number) => id === article || number === article);
    return found?.title;
  });
  expect(titles.join('')).toBe(expected);
});

test.each(SERVICES)('%s: the row of a hit names the tags that hold it, marked', async (_, open) => {
  const service = open();
  const readRow = async (title: string, text: string) => {
    const number = archive.articles.findIndex((article) => article.title === title);
    const { id = '' } = archive.articles[number] ?? {};
    return service.readRow(open === searchOffline ? id : number, text);
  };
  const tagged = await readRow('甲', '港口');
  expect(tagged.tags).toEqual({ text: '港口', ranges: [[0, 2]] });
  expect(tagged.excerpt).toBeUndefined();
  expect((await readRow('乙', '人工 智能')).tags).toEqual({
    text: '人工、智能',
    ranges: [
      [0, 2],
      [3, 5],
    ],
  });
  const inText = await readRow('丁', '港口');
  expect(inText.tags).toBeUndefined();
  expect(inText.excerpt?.text).toContain('港口也很忙');
  expect((await readRow('甲', '标题:港口')).tags).toBeUndefined();
  expect((await readRow('戊', '港口')).tags).toBeUndefined();
});
