import { type Block, readBlockText, readText } from '../html/blocks.ts';
import type { Drop } from './dropPromotion.ts';
import { isCaptionOpening } from './isPictureCredit.ts';
import { isNames, readByline, readInlineByline } from './readByline.ts';
import { isSameTitle } from './reduceText.ts';

/** What lines of the body say about the article, and the body without those lines. */
export interface Credits {
  blocks: Block[];
  /** Where it truly differs from the title. */
  originalTitle?: string;
  sourceLine?: string;
  reporter?: string;
  editor?: string;
  /** Other printings of the title, for repairTitle. */
  printings: string[];
}

/** Credits stand among the first or the last blocks of a body. */
const HEAD = 5;
const TAIL = 4;

const ORIGINAL_TITLE = /^原标题(?:\s*[:：]|\s)\s*(.+)$/;
const SOURCE_IN_LINE = /^(.+?)[\s（(]+来源\s*[:：|｜丨│]\s*(.+?)[)）]?$/;
const SOURCE_LINE =
  /^[（(【[]?\s*(?:本文|文章|稿件|内容|新闻|信息)?(?:来源|稿源|转自|出处)\s*[:：|｜丨│]\s*(.{1,60}?)\s*[)）】\]]?$/;
/** A question or a sentence behind 来源：, and what a table or chart says of its figures. */
const NO_SOURCE =
  /[。？?！!]|[:：|｜丨│]\s*[这那他她它您你]|到底|究竟|哪[里儿些]|什么|怎么|为何|如何|[吗呢]\s*$|作者|笔者|课题组/;
/** Stands among credits and is none: a day, an end mark. */
const BESIDE_CREDITS =
  /^(?:(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}日?.{0,12}|[-—\s·*]*(?:END|完)[-—\s·*]*|[（(][^（）()。，]{2,16}[)）])$/i;
const EDITOR_LINE = /^[（(【[]?\s*(?:责任编辑|责编)\s*[:：|｜丨│]\s*(.{1,30}?)\s*[)）】\]]?$/;

/** What one line says. */
type Credit =
  | { kind: 'title'; printing: string; source?: string }
  | { kind: 'source'; source: string; reporter?: string }
  | { kind: 'editor'; editor: string }
  | { kind: 'byline'; byline: string };

/**
 * Takes the lines on title, source, reporter and editor out of the body.
 * A line is taken only where it is nothing but a credit and stands where credits stand, above the first or below the
 * last line of the text, so no sentence of the article goes with it.
 */
export function takeCredits(blocks: readonly Block[], title: string, drop: Drop): Credits {
  const credits: Credits = { blocks: [], printings: [] };
  const sources: string[] = [];
  const editors: string[] = [];
  const found = findCredits(blocks, title);
  blocks.forEach((block, index) => {
    const credit = found.get(index);
    const text = credit ? readBlockText([block]) : '';
    const isRepeated = credit?.kind === 'title' && isSameTitle(credit.printing, title);
    if (credit?.kind === 'title') credits.printings.push(credit.printing);
    if (!credit || !drop(isRepeated ? 'title' : 'credit', text)) credits.blocks.push(block);
    if (credit?.kind === 'title') {
      if (!isRepeated) credits.originalTitle = credit.printing;
      if (credit.source) sources.push(credit.source);
    } else if (credit?.kind === 'source') {
      sources.push(credit.source);
      if (credit.reporter) credits.reporter = credit.reporter;
    } else if (credit?.kind === 'editor') editors.push(credit.editor);
    else if (credit?.kind === 'byline')
      credits.reporter = [credits.reporter ?? '', credit.byline].join(' ').trim();
  });
  if (sources.length > 0) credits.sourceLine = [...new Set(sources)].join('、');
  if (editors.length > 0) credits.editor = editors.join('、');
  const inline = credits.reporter ? undefined : readInlineByline(credits.blocks);
  if (inline) credits.reporter = inline;
  return credits;
}

/** Finds the credits above the first and below the last line of the text, by their places among the blocks. */
function findCredits(blocks: readonly Block[], title: string): Map<number, Credit> {
  const found = new Map<number, Credit>();
  const look = (index: number, isHead: boolean): boolean => {
    const block = blocks[index] as Block;
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return block.kind !== 'pre';
    if (block.kind === 'paragraph' && block.note) return true;
    const text = readText(block.runs);
    const credit = readCredit(text, block, blocks[index - 1], isHead ? title : undefined);
    if (credit) found.set(index, credit);
    return credit !== undefined || BESIDE_CREDITS.test(text);
  };
  const end = blocks.length;
  for (let index = 0; index < Math.min(HEAD, end); index++) if (!look(index, true)) break;
  for (let index = end - 1; index >= Math.max(0, end - TAIL); index--)
    if (!look(index, false)) break;
  return found;
}

function readCredit(
  text: string,
  block: Block,
  previous: Block | undefined,
  title: string | undefined,
): Credit | undefined {
  const printing = title === undefined ? undefined : readTitle(text, title);
  if (printing) return printing;
  // 来源：微博 right behind a picture credits the picture.
  if (previous?.kind === 'figure' && isCaptionOpening(text)) return undefined;
  const source = SOURCE_LINE.exec(text)?.[1];
  if (source !== undefined && !NO_SOURCE.test(text))
    return { kind: 'source', ...splitReporter(text, source) };
  const editor = EDITOR_LINE.exec(text)?.[1];
  if (editor !== undefined && isNames(editor)) return { kind: 'editor', editor };
  const byline = block.kind === 'paragraph' ? readByline(text) : undefined;
  return byline === undefined ? undefined : { kind: 'byline', byline };
}

/** A source line may name the reporter too: `来源：某报 记者：某某`, `来源：某报（记者 某某）`. */
function splitReporter(text: string, source: string): { source: string; reporter?: string } {
  const bracketed = /^(.{2,}?)\s*[（(]\s*((?:记者|作者|通讯员)[^（）()]{2,24})$/.exec(source);
  const parts =
    /[)）]$/.test(text) && bracketed
      ? bracketed
      : /^(.{2,}?)\s+((?:记者|作者|通讯员|文)\s*[:：|丨]\s*.{2,24})$/.exec(source);
  const byline = parts?.[2] && (readByline(parts[2]) ?? parts[2]);
  return parts?.[1] && byline ? { source: parts[1], reporter: byline } : { source };
}

/** Reads 原标题 lines and paragraphs that repeat the title. */
function readTitle(text: string, title: string): Credit | undefined {
  const original = ORIGINAL_TITLE.exec(text)?.[1];
  if (original === undefined) {
    return isSameTitle(text, title) ? { kind: 'title', printing: text } : undefined;
  }
  const withSource = SOURCE_IN_LINE.exec(original);
  const printing = (withSource?.[1] ?? original).trim();
  const source = withSource?.[2];
  return { kind: 'title', printing, ...(source ? { source } : {}) };
}

/** What comments tell of an article. */
export interface HiddenCredits {
  sourceLine?: string;
  editor?: string;
  stockCodes: string[];
}

/** Reads the credits that Sina hid in comments: the only copy of a source, a second editor, the stock codes. */
export function readHiddenCredits(comments: readonly string[]): HiddenCredits {
  const result: HiddenCredits = { stockCodes: [] };
  const sources = new Set<string>();
  for (const comment of comments) {
    const codes = /news_keyword_pub,stock,([a-z0-9&,]*)/i.exec(comment)?.[1];
    if (codes)
      result.stockCodes.push(
        ...codes.split(/[&,]/).filter((code) => /^[a-z]{2}\w{2,8}$/i.test(code)),
      );
    if (!comment.trimStart().startsWith('article_adlist')) continue;
    for (const text of readCommentLines(comment)) {
      const source = SOURCE_LINE.exec(text)?.[1];
      // 微博 and 网络 credit a picture, not the article.
      if (source && !/^(?:微博|网络|视频|图)/.test(source)) sources.add(source);
      const editor = EDITOR_LINE.exec(text)?.[1];
      if (editor) result.editor = editor;
    }
  }
  const [source] = sources;
  if (sources.size === 1 && source) result.sourceLine = source;
  return result;
}

/** Gives the paragraphs hidden in a comment; tags in a line may split words, only blocks part them. */
function readCommentLines(comment: string): string[] {
  return comment
    .replace(/^\s*article_adlist\[|\]article_adlist\s*$/g, '')
    .split(/<\/?(?:p|div|br|section|li|h[1-6]|blockquote)\b[^>]*>/i)
    .map((line) =>
      line
        .replace(/<[^>]*>/g, '')
        .replace(/&nbsp;|[\s\u3000]+/g, ' ')
        .trim(),
    );
}
