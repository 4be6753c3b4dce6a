import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import type { Article } from '../../src/model/Article.ts';
import { ARTICLE_CLASSES, ARTICLE_ELEMENTS } from '../../src/model/articleHtml.ts';
import { publishNothing } from '../support/publishNothing.ts';
import { readSource, type SourceReading, shorten } from './sourceOracle.ts';

/**
 * 34 real files, which lie beside the project and are other people's: only counts and short hashes of them stand
 * here.
 */
const FOLDER = fileURLToPath(new URL('../../../shared/archive', import.meta.url));
const isThere = existsSync(FOLDER);

/** Captions that stand in the paragraph behind their picture, and headings, both as a person read the files. */
const NEXT_CAPTIONS = 'fbbd2b3b 2d5d8a7e b867249d'.split(' ');
const SINA_HEADINGS =
  '1fd0d49b 28a4e16a 4b0357f3 4b599e75 4d0d1356 64d69741 6a414fcb 7a3c6153 ' +
  '9912f7d5 a08ff894 a4ef407f ad875f76 b69e448c cc731681 e6ae78f6 ed298319';

interface Sample {
  path: string;
  isSina: boolean;
  article: Article;
  source: SourceReading;
  tree: DefaultTreeAdapterTypes.Element[];
}

const squash = (text: string) => text.replace(/\s+/g, '');
const attributesOf = (element: DefaultTreeAdapterTypes.Element) =>
  new Map(element.attrs.map(({ name, value }) => [name, value]));

function listElements(node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...listElements(child)] : [],
  );
}

function readText(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? readText(child) : ''))
    .join('');
}

function loadSamples(): Sample[] {
  const names = (readdirSync(FOLDER, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.md'))
    .sort();
  return names.map((path) => {
    const bytes = readFileSync(join(FOLDER, path));
    const { value } = parseArticle(path, bytes, publishNothing);
    if (!value) throw new Error(`${path} was rejected`);
    const tree = listElements(parseFragment(value.html));
    return {
      path,
      isSina: path.includes('新浪财经'),
      article: value,
      source: readSource(bytes.toString('utf8')),
      tree,
    };
  });
}

/** Only letters and digits: quotes, dashes and blanks differ between two printings of a title. */
const reduce = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** A credit is in its field: without its label, and a title's printing but for quotes and dashes. */
function isCredit(paragraph: string, article: Article): boolean {
  const { title, originalTitle = '', sourceLine = '', reporter = '' } = article;
  const fields = reduce([title, originalTitle, sourceLine, reporter].join(' '));
  const parts = paragraph
    .split(/来源[:：|丨]/)
    .map((part) => reduce(part.replace(LABELS, '')))
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => fields.includes(part));
}

const LABELS = /^原标题[:：]?|^作者：|^[►▶]?文[|]?|^[（(]|[\w.]+@[\w.]+/g;

describe.skipIf(!isThere)("real files (skipped where ../shared/archive isn't there)", () => {
  const samples = isThere ? loadSamples() : [];
  const sina = samples.filter(({ isSina }) => isSina);

  test('34 files, 34 articles, 22 of them of 新浪财经', () => {
    expect(samples).toHaveLength(34);
    expect(sina).toHaveLength(22);
    expect(new Set(samples.map(({ article }) => article.id)).size).toBe(34);
  });

  /** Every visible paragraph is in the body, in its order, or in a field. */
  test('no paragraph is lost', () => {
    const lost: string[] = [];
    let [all, ofSina] = [0, 0];
    for (const { path, article, source, isSina } of samples) {
      const text = squash(readText(parseFragment(article.html)));
      let from = 0;
      for (const paragraph of source.paragraphs) {
        all++;
        if (isSina) ofSina++;
        const at = text.indexOf(paragraph, from);
        if (at >= 0) from = at;
        else if (!isCredit(paragraph, article) && !isRepeatedCaption(paragraph, text))
          lost.push(`${path}: ${paragraph}`);
      }
    }
    const kept = all - lost.length;
    console.info(
      `paragraphs kept ${kept} of ${all} (新浪财经: ${ofSina - lost.filter((line) => line.includes('新浪财经')).length} of ${ofSina})`,
    );
    expect(lost).toEqual([]);
  });

  /** A paragraph that says the same as the caption of the table behind it is printed once. */
  function isRepeatedCaption(paragraph: string, text: string): boolean {
    return /^表\d/.test(paragraph) && text.includes(paragraph);
  }

  test('nothing else is in: promotion, editor lines, hidden comments, style sheets', () => {
    const found: string[] = [];
    let clean = 0;
    for (const { path, article, source, isSina } of samples) {
      const text = squash(
        `${readText(parseFragment(article.html))}\n${article.excerpt}\n${article.title}`,
      );
      const bad = [
        ...source.unwanted.filter((words) => text.includes(words)),
        ...(/责任编辑|&#12[35];|article_adlist|appendQr|kaihu|max-width|referrerpolicy/.exec(
          article.html,
        ) ?? []),
      ];
      if (isSina && bad.length === 0 && source.unwanted.length > 0) clean++;
      found.push(...bad.map((words) => `${path}: ${words}`));
    }
    console.info(`promotion removed ${clean} of ${sina.length}`);
    expect(found).toEqual([]);
    expect(clean).toBe(22);
  });

  test('every 新浪财经 article names its editor', () => {
    expect(sina.filter(({ article }) => !article.editor)).toEqual([]);
  });

  test('pictures: each one of the text, none of promotion, the lead one among them', () => {
    let [figures, wanted] = [0, 0];
    for (const { article, source, tree } of samples) {
      const shown = tree.filter(({ tagName }) => tagName === 'img');
      figures += shown.length;
      wanted += source.pictures.length;
      expect(shown.map((img) => attributesOf(img).get('src'))).toEqual(
        article.images.map(({ src }) => src),
      );
      if (article.leadImage)
        expect(article.images.map(({ src }) => src)).toContain(article.leadImage.src);
      expect(article.imageCount).toBe(article.images.length);
    }
    console.info(`figures ${figures} of ${wanted}`);
    expect(figures).toBe(wanted);
  });

  test('captions stand with their pictures', () => {
    const missing: string[] = [];
    let [all, extra] = [0, 0];
    for (const { path, article, source } of samples) {
      const captions = article.images.flatMap(({ caption }) => (caption ? [squash(caption)] : []));
      const text = source.paragraphs.filter(
        (words) => NEXT_CAPTIONS.includes(shorten(words)) && !source.captions.includes(words),
      );
      const wanted = [...source.captions, ...text];
      all += wanted.length;
      missing.push(
        ...wanted.filter((words) => !captions.includes(words)).map((words) => `${path}: ${words}`),
      );
      extra += captions.length - wanted.length;
    }
    console.info(`captions linked ${all - missing.length} of ${all}`);
    expect(missing).toEqual([]);
    expect(extra, 'paragraphs of the text that became captions').toBe(0);
    expect(all).toBe(18);
  });

  test('headings are those that a person sees, from level 2 on without a jump', () => {
    const found = sina.flatMap(({ tree }) =>
      tree
        .filter(({ tagName }) => /^h\d$/.test(tagName))
        .map((heading) => shorten(readText(heading))),
    );
    const right = found.filter((heading) => SINA_HEADINGS.includes(heading));
    console.info(
      `headings ${right.length} of ${SINA_HEADINGS.split(' ').length} in 新浪财经, ${found.length - right.length} too many`,
    );
    expect(found.sort()).toEqual(SINA_HEADINGS.split(' '));
    for (const { tree } of samples) {
      let level = 1;
      for (const { tagName } of tree.filter((element) => /^h\d$/.test(element.tagName))) {
        expect(Number(tagName[1])).toBeGreaterThan(1);
        expect(Number(tagName[1])).toBeLessThanOrEqual(level + 1);
        level = Number(tagName[1]);
      }
    }
  });

  test('only the elements, attributes and classes of the contract', () => {
    for (const { tree } of samples) {
      for (const element of tree) {
        expect(Object.keys(ARTICLE_ELEMENTS)).toContain(element.tagName);
        for (const [name, value] of attributesOf(element)) {
          if (name === 'class') expect(ARTICLE_CLASSES).toContain(value);
          else expect(ARTICLE_ELEMENTS[element.tagName]).toContain(name);
          if (name === 'href' || name === 'src') expect(value).toMatch(/^https?:\/\//);
        }
      }
    }
  });

  test('no holes: no empty paragraph, caption, heading or item; sizes where the address tells them', () => {
    for (const { tree, path } of samples) {
      for (const element of tree) {
        if (/^(?:p|figcaption|h\d|li|caption|blockquote|aside)$/.test(element.tagName))
          expect(squash(readText(element)), path).not.toBe('');
        const attributes = attributesOf(element);
        if (/sinaimg\.cn.*\/w\d+h\d+\//.test(attributes.get('src') ?? ''))
          expect([...attributes.keys()]).toEqual(['src', 'alt', 'width', 'height']);
      }
    }
  });

  test('no full-width blank, no odd blank, no control character outside of code', () => {
    for (const { article, path } of samples) {
      const html = article.html.replace(/<pre>[\s\S]*?<\/pre>/g, '');
      expect(html, path).not.toMatch(/[\u3000\u00a0\u200b\ufeff\v\0]| {2}/);
      expect(html, path).not.toMatch(/<(?:p|h\d|li|figcaption|t[hd]|caption)\b[^>]*>\s/);
      expect(html, path).not.toMatch(/\s<\/(?:p|h\d|li|figcaption|t[hd]|caption)>/);
      expect(`${article.title}${article.excerpt}`, path).not.toMatch(/[\u3000\u00a0\n]/);
    }
  });

  test('videos, dates and titles', () => {
    expect(samples.filter(({ article }) => article.hasMissingVideo)).toHaveLength(3);
    expect(samples.filter(({ article }) => !article.publishedAt)).toHaveLength(1);
    expect(samples.filter(({ article }) => article.isTitleMissing)).toHaveLength(1);
    expect(sina.filter(({ article }) => /["_]/.test(article.title))).toEqual([]);
    expect(sina.filter(({ article }) => article.originalTitle)).toHaveLength(1);
  });
});
