import type { Message } from '../command/Message.ts';
import type { FrontMatter } from './FrontMatter.ts';
import { findPageArticle } from './findPageArticle.ts';
import type { Parsed, Problem } from './Problem.ts';
import { parseDate } from './parseDate.ts';
import {
  isElement,
  listElements,
  type PageElement,
  parsePage,
  readAttribute,
  readPageText,
} from './parsePage.ts';
import { readPageHead } from './readPageHead.ts';

/** What a saved page is as a content file. */
export interface Page {
  fields: FrontMatter;
  /** The HTML of its article. */
  body: string;
}

const PAGE = /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html)\b/i;
/** Pieces of what was left out that the report names, and characters of each. */
const NAMED = 5;
const SHOWN = 12;

/** Tells whether a text is a whole page. */
export function isPage(text: string): boolean {
  return PAGE.test(text.slice(0, 5000));
}

/**
 * Reads a saved page: what its head says of it, and its article without menu and foot, of which the report tells.
 * Undefined where it is too large.
 */
export function readPage(path: string, text: string): Parsed<Page> | undefined {
  const page = parsePage(text);
  const body = page?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'body');
  if (!page || !body) return undefined;
  const fields = readPageHead(page, text);
  const { root, around } = findPageArticle(body);
  const problems: Problem[] = [];
  const tell = (kind: Problem['kind'], outcome: Problem['outcome'], reason: Message) =>
    problems.push({ kind, path, line: 1, outcome, reason });

  const shown = fields.date === undefined ? findShownDate(body) : undefined;
  if (shown !== undefined) {
    fields.date = shown;
    tell('unclear-date', 'noticed', {
      zh: `日期“${shown}”是从页面文字里找到的`,
      en: `date “${shown}” was found in the text of the page`,
    });
  }
  const given = typeof fields.title === 'string' ? fields.title : '';
  const title = cutTitle(given, body);
  if (title !== '') fields.title = title;
  if (title !== given) {
    tell('title', 'repaired', {
      zh: `标题“${given}”读作“${title}”：其余的是网站的名字`,
      en: `title “${given}” was read as “${title}”: the rest names the site`,
    });
  }
  const left = [...listOutside(body, root), ...around]
    .map(readPageText)
    .filter((each) => each !== '' && each !== title);
  if (left.length > 0) {
    const names = left.slice(0, NAMED).map((each) => `“${each.slice(0, SHOWN)}”`);
    const more = left.length - NAMED;
    tell('page', 'noticed', {
      zh: `文章周围的内容没有收录：${names.join('、')}${more > 0 ? `，还有 ${more} 处` : ''}`,
      en: `what stands around the article was left out: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    });
  }
  return { value: { fields, body: cutSource(text, root, around) }, problems };
}

const DATE_NAME =
  /(?:^|[-_\s])(?:pub\w*|post\w*|article|create\w*)?[-_]?(?:time|date)(?:$|[-_\s])/i;
const DATE = /(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?/;
/** Longer texts are no line of a date. */
const DATE_LINE = 40;

/** Finds a date that the page shows, in an element that is named for it or in the line below the heading. */
function findShownDate(body: PageElement): string | undefined {
  const elements = listElements(body);
  const heading = elements.findIndex(({ tagName }) => tagName === 'h1');
  const below = heading === -1 ? [] : elements.slice(heading + 1, heading + 4);
  const named = elements.filter((each) =>
    DATE_NAME.test(`${readAttribute(each, 'id')} ${readAttribute(each, 'class')}`),
  );
  const lines = [...named, ...below].map(readPageText).filter((line) => line.length <= DATE_LINE);
  return lines.map((line) => DATE.exec(line)?.[0]).find((date) => date && parseDate(date));
}

/** Takes the name of the site off a title, where a heading of the page says what the title is. */
function cutTitle(title: string, body: PageElement): string {
  const headings = listElements(body)
    .filter(({ tagName }) => tagName === 'h1')
    .map(readPageText);
  if (title === '') return headings.length === 1 ? (headings[0] ?? '') : '';
  const same = headings.find((heading) => heading.length > 1 && title.startsWith(heading));
  const rest = same === undefined ? '' : title.slice(same.length);
  return same !== undefined && /^\s*[-_|｜–—·•:：«»]/.test(rest) ? same : title;
}

/** Lists the elements beside the way down to the article. */
function listOutside(body: PageElement, root: PageElement): PageElement[] {
  const outside: PageElement[] = [];
  for (let inside = root; inside !== body; ) {
    const parent = inside.parentNode as PageElement;
    outside.unshift(...parent.childNodes.filter(isElement).filter((each) => each !== inside));
    inside = parent;
  }
  return outside.filter(({ tagName }) => !/^(?:script|style|noscript|template)$/.test(tagName));
}

/** Cuts an element's content out of the page's source, without some elements in it. */
function cutSource(text: string, root: PageElement, without: readonly PageElement[]): string {
  const place = root.sourceCodeLocation;
  // A page need not name its body.
  let from = place?.startTag?.endOffset ?? place?.startOffset ?? 0;
  const end = place?.endTag?.startOffset ?? place?.endOffset ?? text.length;
  const pieces: string[] = [];
  for (const { sourceCodeLocation } of without) {
    if (!sourceCodeLocation || sourceCodeLocation.startOffset < from) continue;
    pieces.push(text.slice(from, sourceCodeLocation.startOffset));
    from = sourceCodeLocation.endOffset;
  }
  pieces.push(text.slice(from, Math.max(from, end)));
  return pieces.join('');
}
