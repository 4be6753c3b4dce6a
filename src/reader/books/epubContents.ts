import { formatShortDay } from '../ui/formatDate.ts';
import { bookWords } from '../words/bookWords.ts';
import type { BookFacts } from './Book.ts';
import { buildPage, type ListedChapter, nameChapter, nameMonth } from './epubPages.ts';
import { groupBy } from './groupBy.ts';
import { escapeXml } from './writeXhtml.ts';

/** A line of the contents: its words, where it leads, and what stands below it. */
export interface ContentsLine {
  title: string;
  file: string;
  lines?: ContentsLine[];
}

/** Returns the contents: pages before the articles, then categories, months and articles, then pages behind them. */
export function buildContents(
  chapters: readonly ListedChapter[],
  before: readonly ContentsLine[],
  behind: readonly ContentsLine[],
): ContentsLine[] {
  const categories = groupBy(chapters, ({ categories }) => categories.join('／'));
  const groups = categories.map(([title, members]) => nest(title, listMonths(members)));
  const [only] = groups;
  return [...before, ...(groups.length === 1 ? (only?.lines ?? []) : groups), ...behind];
}

/** Months are no help where there is one. */
function listMonths(chapters: readonly ListedChapter[]): ContentsLine[] {
  const months = groupBy(chapters, nameMonth);
  const lines = months.map(([month, members]) =>
    nest(
      month,
      members.map(({ summary }) => ({
        title: [dayOf(summary.publishedAt), summary.title].filter(Boolean).join(' '),
        file: nameChapter(summary.id),
      })),
    ),
  );
  const [only] = lines;
  return lines.length === 1 ? (only?.lines ?? []) : lines;
}

/** Returns `5月20日`; the month above says the year. */
function dayOf(publishedAt: string | undefined): string | undefined {
  return formatShortDay(publishedAt)?.replace(/^.*年/, '');
}

/** A heading leads to the first of what stands below it. */
function nest(title: string, lines: ContentsLine[]): ContentsLine {
  return { title: title || bookWords.contents, file: lines[0]?.file ?? '', lines };
}

/** Returns the contents as EPUB 3 has them. */
export function buildNavigation(facts: BookFacts, lines: readonly ContentsLine[]): string {
  const write = (list: readonly ContentsLine[]): string =>
    `<ol>\n${list
      .map(
        ({ title, file, lines: below }) =>
          `<li><a href="${file}">${escapeXml(title)}</a>${below ? write(below) : ''}</li>`,
      )
      .join('\n')}\n</ol>`;
  const body = `<nav epub:type="toc" id="toc">\n<h1>${bookWords.contents}</h1>\n${write(lines)}\n</nav>`;
  return buildPage(facts, bookWords.contents, body);
}

/** Returns the contents as EPUB 2 has them, which older reading devices still ask for. */
export function buildNcx(facts: BookFacts, id: string, lines: readonly ContentsLine[]): string {
  let count = 0;
  const orders = new Map<string, number>();
  const write = (list: readonly ContentsLine[]): string =>
    list
      .map(({ title, file, lines: below = [] }) => {
        count += 1;
        // The same place has the same number wherever it is named.
        const order = orders.get(file) ?? orders.size + 1;
        orders.set(file, order);
        const label = `<navLabel><text>${escapeXml(title)}</text></navLabel>`;
        return `<navPoint id="p${count}" playOrder="${order}">${label}<content src="${file}"/>${write(below)}</navPoint>`;
      })
      .join('\n');
  const depth = Math.max(...lines.map(measureDepth));
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${facts.language}">
<head><meta name="dtb:uid" content="${id}"/><meta name="dtb:depth" content="${depth}"/><meta name="dtb:totalPageCount" content="0"/><meta name="dtb:maxPageNumber" content="0"/></head>
<docTitle><text>${escapeXml(facts.title)}</text></docTitle>
<navMap>
${write(lines)}
</navMap>
</ncx>
`;
}

function measureDepth({ lines = [] }: ContentsLine): number {
  return 1 + Math.max(0, ...lines.map(measureDepth));
}
