import { formatBeijingMonth } from '../../model/beijingTime.ts';
import type { Note } from '../../model/Note.ts';
import { formatCount } from '../ui/formatCount.ts';
import { formatDate, formatMonth, formatShortDay } from '../ui/formatDate.ts';
import { bookWords } from '../words/bookWords.ts';
import { words } from '../words/words.ts';
import type { BookFacts, Chapter } from './Book.ts';
import { encodeAddress } from './encodeAddress.ts';
import { groupBy } from './groupBy.ts';
import { escapeXml, writeXhtml } from './writeXhtml.ts';

/** What the contents need to know of a chapter that is written already. */
export type ListedChapter = Pick<Chapter, 'summary' | 'categories' | 'reason' | 'notes'>;

/** Returns the file of an article. */
export function nameChapter(id: string): string {
  return `a-${id}.xhtml`;
}

/** Returns a content document of EPUB 3. `body`: XHTML. */
export function buildPage(facts: BookFacts, title: string, body: string): string {
  const { language } = facts;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;
}

/** Returns the page of an article. */
export function buildChapterPage(
  facts: BookFacts,
  chapter: Chapter,
  body: DocumentFragment | undefined,
): string {
  const { summary, categories, article, notes } = chapter;
  const known = [
    summary.source,
    article?.sourceLine && words.source(article.sourceLine),
    article?.reporter && words.reporter(article.reporter),
    formatDate(summary) ?? (article && words.undated),
  ];
  const lines = [
    `<p class="category">${escapeXml(categories.join('／'))}</p>`,
    `<h1>${escapeXml(summary.title)}</h1>`,
    article?.originalTitle &&
      `<p class="facts">${escapeXml(words.originalTitle(article.originalTitle))}</p>`,
    `<p class="facts">${escapeXml(known.filter(Boolean).join('　'))}</p>`,
    article?.hasMissingVideo && `<p class="missing">${escapeXml(words.missingVideo)}</p>`,
    body ? spaceUpright(facts, writeXhtml(body.childNodes)) : buildSubstitute(chapter),
    article?.editor && `<p class="facts">${escapeXml(bookWords.editor(article.editor))}</p>`,
    `<p class="facts">${buildLink(facts.buildAddress(summary.id), bookWords.onSite)}${
      article?.link ? `　${buildLink(article.link, bookWords.original)}` : ''
    }</p>`,
    notes.length > 0 &&
      hasEndNotes(chapter, body) &&
      `<p class="facts"><a href="notes.xhtml#n-${summary.id}">${escapeXml(bookWords.ownNotes)}</a></p>`,
  ];
  const section = `<section epub:type="chapter">\n${lines.filter(Boolean).join('\n')}\n</section>`;
  return buildPage(facts, summary.title, section);
}

/** Notes stand at the end of the book, but where they are all there is. */
export function hasEndNotes({ reason }: Chapter, body: DocumentFragment | undefined): boolean {
  return body !== undefined || reason !== undefined;
}

/** What stands for a text that could not be had, or is not wanted. */
function buildSubstitute({ summary, reason, notes }: Chapter): string {
  if (reason === undefined) return notes.map(buildNote).join('\n');
  const note = `<p class="missing">${escapeXml(bookWords.textMissing(reason))}</p>`;
  return `${note}\n<p>${escapeXml(summary.excerpt)}</p>`;
}

/** In vertical text, numbers of two digits stand upright in the width of one sign. */
function spaceUpright({ isVertical }: BookFacts, xhtml: string): string {
  if (!isVertical) return xhtml;
  const asTag = /(<(?:pre|code|table|math)\b.*?<\/(?:pre|code|table|math)>|<[^>]*>|&\w+;)/s;
  return xhtml
    .split(asTag)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(
            /(?<![\w.,:/%&#;-])\d{2}(?![\w.,:/%-])/g,
            (number) => `<span class="upright">${number}</span>`,
          ),
    )
    .join('');
}

/** Returns the first page: what the book is, and where it is from. */
export function buildTitlePage(facts: BookFacts, chapters: readonly ListedChapter[]): string {
  const lines = [
    `<h1>${escapeXml(facts.title)}</h1>`,
    `<p>${escapeXml(facts.site)}</p>`,
    `<p>${escapeXml(words.articleCount(formatCount(chapters.length)))}</p>`,
    `<p>${escapeXml(bookWords.madeOn(formatShortDay(facts.now.toISOString()) ?? ''))}</p>`,
    facts.licence && `<p class="facts">${escapeXml(facts.licence)}</p>`,
  ];
  const body = `<section class="title-page" epub:type="titlepage">\n${lines.filter(Boolean).join('\n')}\n</section>`;
  return buildPage(facts, facts.title, body);
}

/** Returns the list of all articles by date, whatever their categories. */
export function buildDatesPage(facts: BookFacts, chapters: readonly ListedChapter[]): string {
  const sorted = [...chapters].sort((a, b) =>
    (a.summary.publishedAt ?? '9').localeCompare(b.summary.publishedAt ?? '9'),
  );
  const parts = groupBy(sorted, nameMonth).map(([month, list]) => {
    const items = list.map(({ summary }) => {
      const day = escapeXml(formatShortDay(summary.publishedAt) ?? '');
      return `<li>${day} <a href="${nameChapter(summary.id)}">${escapeXml(summary.title)}</a></li>`;
    });
    return `<h2>${escapeXml(month)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  const body = `<section class="dates">\n<h1>${bookWords.byDate}</h1>\n${parts.join('\n')}\n</section>`;
  return buildPage(facts, bookWords.byDate, body);
}

/** Returns the month of a chapter in words. */
export function nameMonth({ summary }: ListedChapter): string {
  const month = formatBeijingMonth(summary.publishedAt);
  return month === undefined ? words.undated : formatMonth(month);
}

/** Returns the reader's notes, by article. */
export function buildNotesPage(facts: BookFacts, chapters: readonly ListedChapter[]): string {
  const parts = chapters
    .filter(({ notes }) => notes.length > 0)
    .map(({ summary, notes }) => {
      const link = `<a href="${nameChapter(summary.id)}">${escapeXml(summary.title)}</a>`;
      return `<h2 id="n-${summary.id}">${link}</h2>\n${notes.map(buildNote).join('\n')}`;
    });
  const body = `<section epub:type="endnotes">\n<h1>${bookWords.notes}</h1>\n${parts.join('\n')}\n</section>`;
  return buildPage(facts, bookWords.notes, body);
}

function buildNote({ quote, text }: Note): string {
  const own = text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeXml(line)}</p>`);
  return `<blockquote class="quote"><p>${escapeXml(quote.exact)}</p></blockquote>\n${own.join('\n')}`;
}

/** Returns the list of articles whose text could not be had. */
export function buildMissingPage(facts: BookFacts, missing: readonly ListedChapter[]): string {
  const items = missing.map(
    ({ summary, reason = '' }) =>
      `<li><a href="${nameChapter(summary.id)}">${escapeXml(summary.title)}</a>：${escapeXml(reason)}</li>`,
  );
  const body = `<section>\n<h1>${bookWords.missingTitle}</h1>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
  return buildPage(facts, bookWords.missingTitle, body);
}

function buildLink(address: string, name: string): string {
  return `<a href="${escapeXml(encodeAddress(address))}">${escapeXml(name)}</a>`;
}
