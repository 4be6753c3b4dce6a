import type { Article } from '../../model/Article.ts';
import { formatBeijingDay } from '../../model/beijingTime.ts';

/** What a citation needs: the article, its address here, and the day it is cited on (`2026-01-31`). */
export interface Cited {
  article: Pick<Article, 'id' | 'title' | 'source'> &
    Partial<Pick<Article, 'publishedAt' | 'reporter' | 'sourceLine'>>;
  address: string;
  today: string;
}

/** Gives a reference by GB/T 7714-2015 for an electronic bulletin: `作者. 题名[EB/OL]. 出处, (发布日期)[引用日期]. 地址.` */
export function buildGbt7714({ article, address, today }: Cited): string {
  const publisher = findPublisher(article);
  const author = findAuthors(article).join(', ') || publisher;
  const day = formatBeijingDay(article.publishedAt);
  const place = author === publisher || publisher === '' ? '' : `${publisher}, `;
  const begin = author === '' ? '' : `${author}. `;
  return `${begin}${article.title}[EB/OL]. ${place}${day ? `(${day})` : ''}[${today}]. ${address}.`;
}

/** Gives a BibTeX entry (biblatex's `online`). */
export function buildBibtex({ article, address, today }: Cited): string {
  const authors = findAuthors(article);
  const publisher = findPublisher(article);
  const fields: [string, string | undefined][] = [
    ['title', article.title],
    // Braces keep a name whole, which otherwise would be taken apart at its blanks.
    ['author', authors.length > 0 ? authors.map((name) => `{${name}}`).join(' and ') : undefined],
    ['organization', publisher || undefined],
    ['date', formatBeijingDay(article.publishedAt)],
    ['url', address],
    ['urldate', today],
    ['langid', 'chinese'],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value = '']) => {
      const text = name === 'author' ? value : escapeBibtex(value);
      return `  ${name} = {${text}},`;
    });
  return [`@online{${article.id},`, ...lines, '}', ''].join('\n');
}

/** Gives a record in RIS, lines ended as its specification says. */
export function buildRis({ article, address, today }: Cited): string {
  const lines: [string, string | undefined][] = [
    ['TY', 'NEWS'],
    ['TI', article.title],
    ...findAuthors(article).map((name): [string, string] => ['AU', name]),
    ['T2', findPublisher(article) || undefined],
    ['DA', formatBeijingDay(article.publishedAt)?.replaceAll('-', '/')],
    ['UR', address],
    ['Y2', today.replaceAll('-', '/')],
    ['LA', 'zh'],
    ['ID', article.id],
    ['ER', ''],
  ];
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`)
    .join('');
}

/** Gives a passage with its source, to be pasted somewhere else. */
export function buildQuote(text: string, { article, address }: Cited): string {
  const source = [findPublisher(article), formatBeijingDay(article.publishedAt)]
    .filter(Boolean)
    .join('，');
  const quoted = text.replace(/\s*\n\s*/g, '\n').trim();
  return `“${quoted}”\n——《${article.title}》${source && `，${source}`}\n${address}`;
}

/** `澎湃新闻记者 甲、乙` names two people. */
function findAuthors({ reporter = '' }: Cited['article']): string[] {
  const names = reporter.replace(/^.*(?:记者|通讯员|作者)[:：\s]*/, '');
  return names.split(/[、，,;；\s]+/).filter(Boolean);
}

function findPublisher({ source, sourceLine }: Cited['article']): string {
  return sourceLine ?? source;
}

function escapeBibtex(text: string): string {
  return text
    .replace(/[{}]/g, '')
    .replace(/[\\%&#$_]/g, (sign) => (sign === '\\' ? '/' : `\\${sign}`));
}
