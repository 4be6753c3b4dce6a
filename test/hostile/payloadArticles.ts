import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, ArticleSummary } from '../../src/model/Article.ts';
import {
  ARTICLES_FOLDER,
  buildArticlePath,
  CATALOGUE_PATH,
  PAGE_DATA_ID,
} from '../../src/model/archivePaths.ts';
import type { Catalogue, Category } from '../../src/model/Catalogue.ts';
import type { Payload } from './readPayloads.ts';

/** Where a payload stands: it is the body, or it is in every field that a scraped page fills. */
export const PLACES = ['body', 'fields'] as const;
export type Place = (typeof PLACES)[number];

/** By this an article is known, whatever else stands in its title. */
export function buildMark(place: Place, index: number): string {
  return `#${place}-${index}#`;
}

/** Writes one content file for each payload and place. */
export function writePayloadContent(folder: string, payloads: readonly Payload[]): void {
  mkdirSync(folder, { recursive: true });
  payloads.forEach(({ markup }, index) => {
    for (const place of PLACES) {
      const mark = buildMark(place, index);
      const isBody = place === 'body';
      // A text in JSON is one in YAML.
      const write = (text: string) => JSON.stringify(text);
      const head = [
        `title: ${write(isBody ? mark : `${mark} ${markup}`)}`,
        `categories:\n - ${write(isBody ? '正文' : markup)}\n - ${write(`${index % 20}`)}`,
        `author: ${write(isBody ? '来源' : markup)}`,
        `headimg: ${write(isBody ? '' : markup)}`,
        `date: 2022-05-${String((index % 28) + 1).padStart(2, '0')} 08:00:00`,
      ].join('\n');
      const body = isBody ? markup : buildFieldsHtml(markup);
      writeFileSync(join(folder, `${place}-${index}.md`), `---\n${head}\n---\n${body}\n`);
    }
  });
}

/** Puts the payloads straight into a built archive, past the build: into articles, lists and categories. */
export function writePayloadArchive(site: string, payloads: readonly Payload[]): void {
  for (const name of readdirSync(join(site, ARTICLES_FOLDER))) {
    const path = join(site, ARTICLES_FOLDER, name);
    replaceFile(path, JSON.stringify(poison(readJson<Article>(path), payloads)));
  }
  const lists = join(site, 'archive/lists');
  for (const name of readdirSync(lists, { recursive: true, encoding: 'utf8' })) {
    if (!/\/\d+\.json$/.test(name) || name.includes('hashes')) continue;
    const rows = readJson<ArticleSummary[]>(join(lists, name));
    replaceFile(join(lists, name), JSON.stringify(rows.map((row) => poison(row, payloads))));
  }
  const catalogue = readJson<Catalogue>(join(site, CATALOGUE_PATH));
  const rename = (category: Category, index: number): void => {
    category.name = `${payloads[index % payloads.length]?.markup ?? ''}${category.name}`;
    category.children.forEach(rename);
  };
  catalogue.root.children.forEach(rename);
  // Who writes these files isn't stopped by hashes, which tell builds apart and nothing else.
  for (const info of Object.values(catalogue.lists)) delete info.hashes;
  replaceFile(join(site, CATALOGUE_PATH), JSON.stringify(catalogue));
  // The pages carry rows of their own.
  for (const page of ['index.html', '404.html']) {
    const html = readFileSync(join(site, page), 'utf8');
    const data = new RegExp(`<script[^>]*id="${PAGE_DATA_ID}".*?</script>`, 's');
    replaceFile(join(site, page), html.replace(data, ''));
  }
}

/** Gives the ids of the articles in a built archive, by mark. */
export function findIds(site: string): Map<string, string> {
  const ids = new Map<string, string>();
  for (const name of readdirSync(join(site, ARTICLES_FOLDER))) {
    const { id, title } = readJson<Article>(join(site, ARTICLES_FOLDER, name));
    const mark = /#(?:body|fields)-\d+#/.exec(title)?.[0];
    if (mark && buildArticlePath(id).endsWith(name)) ids.set(mark, id);
  }
  return ids;
}

/** Gives an article, or its row, with the payload that its title names in the place that it names. */
function poison<T extends ArticleSummary>(article: T, payloads: readonly Payload[]): T {
  const [mark = '', place, index] = /#(body|fields)-(\d+)#/.exec(article.title) ?? [];
  const { markup } = payloads[Number(index)] ?? { markup: '' };
  if (place === 'body') return 'html' in article ? { ...article, html: markup } : article;
  const fields = {
    title: `${mark} ${markup}`,
    source: markup,
    category: markup,
    excerpt: markup,
    leadImage: { src: markup, caption: markup },
    publishedAt: markup,
  };
  if (!('html' in article)) return { ...article, ...fields };
  const more = {
    html: buildFieldsHtml(markup),
    originalTitle: markup,
    editor: markup,
    reporter: markup,
    sourceLine: markup,
    stocks: [{ code: markup, name: markup }],
    images: [{ src: markup, caption: markup }],
  };
  return { ...article, ...fields, ...more };
}

/** A picture, its caption and a link made of a payload: well escaped, and as a careless template would write them. */
function buildFieldsHtml(markup: string): string {
  const escaped = markup.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const build = (text: string) =>
    `<figure><img src="${text}" alt="${text}"><figcaption>${text}</figcaption></figure>` +
    `<p><a href="${text}" title="${text}">链接</a></p>`;
  return `${build(escaped)}<p>${markup}</p>${build(markup)}`;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** Never in place: the file may be shared with the build's cache. */
function replaceFile(path: string, text: string): void {
  rmSync(path);
  writeFileSync(path, text);
}
