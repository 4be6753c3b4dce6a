// @vitest-environment jsdom
/**
 * `npm run drill -- epubcheck`: epubcheck finds no fault in books of what is hardest to set, horizontal and vertical.
 * Where it isn't installed (Debian: `apt-get install epubcheck`) that is said, and nothing is tested.
 */
import { Blob as NodeBlob } from 'node:buffer';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bindEpub } from '../../src/reader/books/bindEpub.ts';
import { openZip } from '../../src/reader/books/openZip.ts';
import { soup } from '../archive/randomMarkup.ts';
import { buildNote } from '../reader/buildNote.ts';
import fc from '../support/fastCheck.ts';
import { isDrill } from '../support/isDrill.ts';
import { bindArticles, facts, type TestArticle } from './bindTestBook.ts';
import { checkEpub, hasEpubcheck } from './checkEpub.ts';
import { hostileBodies } from './hostileBodies.ts';

const canCheck = isDrill && hasEpubcheck();
if (isDrill && !canCheck)
  console.warn('epubcheck is not installed: the books are not checked by it');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cangbao-books-'));
  // jsdom's own keep no bytes that Node can write.
  vi.stubGlobal('Blob', NodeBlob);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function number(html: readonly (string | undefined)[]): TestArticle[] {
  return html.map((each, index) => ({
    id: `aaaaaaaa${String(index).padStart(4, 'z')}`,
    html: each,
    ...(index % 7 !== 6 && { publishedAt: new Date(1.6e12 + index * 1e9).toISOString() }),
    category: index % 3 === 0 ? '港口/公告' : '港口/旧闻 & 史料',
    ...(index % 5 === 0 && { notes: [buildNote(`n${index}`, { text: '我的话\n第二行 & <b>' })] }),
  }));
}

/** The order of a book: by category, then by date. */
function sort(articles: readonly TestArticle[]): TestArticle[] {
  const keyOf = ({ category, publishedAt = 'undated' }: TestArticle) =>
    `${category} ${publishedAt}`;
  return [...articles].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

test.runIf(canCheck).each([
  ['hostile bodies', number([...hostileBodies, undefined])],
  ['random markup', number(fc.sample(soup, 400))],
  ['one article', number(['<p>只此一篇</p>'])],
  ['nothing that could be had', number([undefined, undefined])],
  [
    'many of one day',
    number(Array.from({ length: 60 }, () => '<p>同日</p>')).map((each) => ({
      ...each,
      publishedAt: '2022-05-20T05:00:00Z',
      category: '港口',
    })),
  ],
])(
  '%s',
  async (name, articles) => {
    for (const isVertical of [false, true]) {
      const book = await bindArticles(
        await bindEpub({ ...facts, isVertical }, openZip()),
        sort(articles),
      );
      const file = join(folder, `${name} ${isVertical}.epub`);
      await writeFile(file, Buffer.from(await book.arrayBuffer()));
      expect(checkEpub(file)).toEqual([]);
    }
  },
  600_000,
);
