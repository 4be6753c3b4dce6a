import type { Note } from '../../model/Note.ts';
import { escapeText, writeFragment } from '../data/writeFragment.ts';
import { formatDate, formatShortDay } from '../ui/formatDate.ts';
import { bookWords } from '../words/bookWords.ts';
import { words } from '../words/words.ts';
import type { Binder, BookFacts, Chapter } from './Book.ts';
import { groupBy } from './groupBy.ts';
import { readAsData } from './readAsData.ts';

/** Nothing in it may run or load: the page is opened from a folder, where it would have many rights. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const STYLE = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:17px/1.85 system-ui,sans-serif;color:#1d1b18;background:#fffdf9}
h1,h2{line-height:1.45}article{margin:3rem 0;padding-top:1rem;border-top:1px solid #e7e1d6}img{max-width:100%;height:auto}
small,figcaption,.note,.missing{color:#625c53;font-size:.85em}figure{margin:1.5rem 0}table{border-collapse:collapse}.table-box{overflow-x:auto}td,th{border:1px solid #e7e1d6;padding:.2em .5em}
.center{text-align:center}.right,.number{text-align:right}pre{overflow-x:auto}a{overflow-wrap:anywhere}
blockquote,aside{margin:1rem 0;padding-left:1rem;border-left:3px solid #e7e1d6}nav ol{padding-left:1.5rem}
@media(prefers-color-scheme:dark){body{color:#e6e1d8;background:#1b1a18}small,figcaption,.note,.missing{color:#aaa397}a{color:#d9a08f}
td,th,article,blockquote,aside{border-color:#47423b}}`;

/** Bytes of text that are kept as such; what is more goes into a Blob, which browsers may keep on disk. */
const FOLD = 4 * 1024 * 1024;

/**
 * Builds one page that needs nothing else: texts, pictures, contents. `note` stands below its title, `last` before its
 * end (the backup's data).
 */
export function bindHtml(facts: BookFacts, note: string, last = ''): Binder {
  const chapters: Chapter['summary'][] = [];
  const folded: Blob[] = [];
  let recent: string[] = [];
  let length = 0;
  return {
    prefixFor: (id) => `${id}-`,
    keepsPictures: false,
    linkArticle: (id) => `#a-${id}`,
    addPicture: ({ data, type }) => readAsData(new Blob([data], { type })),
    async addChapter(chapter, body) {
      chapters.push(chapter.summary);
      const text = buildChapter(facts, chapter, body);
      recent.push(text);
      length += text.length;
      if (length < FOLD) return;
      folded.push(new Blob(recent));
      recent = [];
      length = 0;
    },
    finish: async () => {
      const contents = chapters.length > 1 ? buildContents(chapters) : '';
      const head = `${buildHead(facts, note)}${contents}`;
      const parts = [head, ...folded, ...recent, last, '</body></html>\n'];
      return new Blob(parts, { type: 'text/html' });
    },
  };
}

function buildHead({ title, licence, language, now }: BookFacts, note: string): string {
  const name = escapeText(title);
  const lines = [bookWords.madeOn(formatShortDay(now.toISOString()) ?? ''), note, licence];
  const notes = lines.filter(Boolean).map((line) => `<p class="note">${escapeText(line)}</p>\n`);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><style>${STYLE}</style></head>
<body><h1>${name}</h1>
${notes.join('')}`;
}

function buildContents(chapters: readonly Chapter['summary'][]): string {
  const days = groupBy(chapters, ({ publishedAt }) => formatShortDay(publishedAt) ?? words.undated);
  const items = days.map(([day, members]) => {
    const links = members.map(
      ({ id, title }) => `<li><a href="#a-${id}">${escapeText(title)}</a></li>`,
    );
    return `<li>${escapeText(day)}<ol>${links.join('')}</ol></li>\n`;
  });
  const name = bookWords.contents;
  return `<nav aria-label="${name}"><details><summary>${name}</summary><ol>${items.join('')}</ol></details></nav>\n`;
}

function buildChapter(
  { buildAddress }: BookFacts,
  chapter: Chapter,
  body: DocumentFragment | undefined,
): string {
  const { summary, article, reason, notes } = chapter;
  const known = [summary.source, formatDate(summary) ?? words.undated];
  const substitute =
    reason === undefined
      ? ''
      : `<p>${escapeText(summary.excerpt)}</p><p class="note">${escapeText(bookWords.textMissing(reason))}</p>`;
  // The article's title is a heading of the page, so its own stand one lower.
  const text = body
    ? writeFragment(body).replace(
        /<(\/?)h([2-4])\b/g,
        (_, end, level) => `<${end}h${Number(level) + 1}`,
      )
    : substitute;
  const links = [buildLink(buildAddress(summary.id), bookWords.onSite)];
  if (article?.link) links.push(buildLink(article.link, bookWords.original));
  return `<article id="a-${summary.id}"><h2>${escapeText(summary.title)}</h2>
<p><small>${escapeText(known.filter(Boolean).join(' · '))} · ${links.join(' · ')}</small></p>
${text}${notes.map(buildNote).join('')}</article>
`;
}

function buildNote({ quote, text }: Note): string {
  const own = text === '' ? '' : `<p>${escapeText(text).replaceAll('\n', '<br>')}</p>`;
  return `<aside aria-label="${bookWords.notes}"><blockquote>${escapeText(quote.exact)}</blockquote>${own}</aside>`;
}

function buildLink(address: string, name: string): string {
  return `<a href="${escapeText(address)}" rel="noopener noreferrer">${escapeText(name)}</a>`;
}
