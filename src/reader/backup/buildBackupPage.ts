import type { Article } from '../../model/Article.ts';
import { sanitizeHtml } from '../article/sanitizeHtml.ts';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { escapeText, writeFragment } from '../data/writeFragment.ts';
import { backupWords } from '../ui/backupWords.ts';
import { formatDate } from '../ui/formatDate.ts';
import { readingWords } from '../ui/readingWords.ts';
import { words } from '../ui/words.ts';
import { formatBackupBlock } from './backupFile.ts';

/** Where the saved copies are read. */
export interface CopyReader {
  /** Gives a saved article, or `undefined`. */
  readArticle(id: string): Promise<Article | undefined>;
  /** Gives a saved picture as a `data:` address; `undefined` where there is none or it can't be read. */
  readPicture(address: string): Promise<string | undefined>;
}

/**
 * Builds one page that needs nothing else: the bookmarks with the saved articles' texts and pictures, and the backup
 * itself in a data block. Gives it in parts, since a text of hundreds of megabytes can't be had in one piece.
 */
export async function buildBackupPage(
  bookmarks: readonly Bookmark[],
  site: string,
  copies: CopyReader,
  now: Date,
): Promise<string[]> {
  const parts = [buildHead(backupWords.exportHeading(site))];
  for (const bookmark of bookmarks) parts.push(await buildArticle(bookmark, copies));
  parts.push(formatBackupBlock(bookmarks, now), '</body></html>\n');
  return parts;
}

/** Nothing in it may run or load: the page is opened from a folder, where it would have many rights. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const STYLE = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:17px/1.85 system-ui,sans-serif;color:#1d1b18;background:#fffdf9}
h1,h2{line-height:1.45}article{margin:3rem 0;padding-top:1rem;border-top:1px solid #e7e1d6}img{max-width:100%;height:auto}
small,figcaption,.note{color:#625c53;font-size:.85em}figure{margin:1.5rem 0}table{border-collapse:collapse}td,th{border:1px solid #e7e1d6;padding:.2em .5em}.table-box{overflow-x:auto}
@media(prefers-color-scheme:dark){body{color:#e6e1d8;background:#1b1a18}small,figcaption,.note{color:#aaa397}a{color:inherit}}`;

function buildHead(title: string): string {
  const name = escapeText(title);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><style>${STYLE}</style></head>
<body><h1>${name}</h1><p class="note">${escapeText(backupWords.exportNote)}</p>
`;
}

async function buildArticle(bookmark: Bookmark, copies: CopyReader): Promise<string> {
  const article = await copies.readArticle(bookmark.id);
  const facts = [bookmark.source, formatDate(bookmark) ?? words.undated];
  const body = article
    ? await buildBody(article.html, copies)
    : `<p>${escapeText(bookmark.excerpt)}</p><p class="note">${escapeText(backupWords.exportTextMissing)}</p>`;
  return `<article><h2>${escapeText(bookmark.title)}</h2>
<p><small>${escapeText(facts.filter(Boolean).join(' · '))}</small></p>
${body}</article>
`;
}

async function buildBody(html: string, copies: CopyReader): Promise<string> {
  const fragment = sanitizeHtml(html);
  for (const image of fragment.querySelectorAll('img')) {
    const source = image.getAttribute('src');
    const address = source === null ? undefined : new URL(source, window.location.href).href;
    const data = address && (await copies.readPicture(address));
    if (data) image.setAttribute('src', data);
    else image.replaceWith(...buildSubstitute(image, address));
  }
  // Links to other articles lead to the site, from wherever the file is.
  for (const link of fragment.querySelectorAll<HTMLAnchorElement>('a[href^="/"]'))
    link.setAttribute('href', new URL(link.pathname, window.location.href).href);
  return writeFragment(fragment);
}

/** What stands for a picture that can't be put into the page. */
function buildSubstitute(image: Element, address: string | undefined): Node[] {
  const note = document.createElement('span');
  note.className = 'note';
  note.textContent = `［${backupWords.exportPictureMissing}${address ? '：' : ''}］`;
  if (!address) return [note];
  const link = document.createElement('a');
  link.setAttribute('href', address);
  link.setAttribute('rel', 'noopener noreferrer');
  link.textContent = image.getAttribute('alt') || readingWords.picture;
  return [note, link];
}
