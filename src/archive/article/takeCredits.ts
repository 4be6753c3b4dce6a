import { type Block, readText } from '../html/blocks.ts';
import { isCaptionOpening } from './isPictureCredit.ts';
import { readByline, readInlineByline } from './readByline.ts';
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
const EDITOR_LINE = /^[（(【[]?\s*(?:责任编辑|责编)\s*[:：|｜丨│]\s*(.{1,30}?)\s*[)）】\]]?$/;

/**
 * Takes the lines on title, source, reporter and editor out of the body.
 * A line is taken only where it is nothing but a credit, so no sentence of the article goes with it.
 */
export function takeCredits(blocks: readonly Block[], title: string): Credits {
  const credits: Credits = { blocks: [], printings: [] };
  const sources: string[] = [];
  const editors: string[] = [];
  blocks.forEach((block, index) => {
    const isHead = index < HEAD;
    const isTail = index >= blocks.length - TAIL;
    const hasText = block.kind === 'paragraph' || block.kind === 'heading';
    const text = hasText && (isHead || isTail) ? readText(block.runs) : '';
    if (text === '') {
      credits.blocks.push(block);
    } else if (isHead && takeTitle(text, title, credits, sources)) {
      // The line is a printing of the title.
    } else if (blocks[index - 1]?.kind === 'figure' && isCaptionOpening(text)) {
      // 来源：微博 right behind a picture credits the picture.
      credits.blocks.push(block);
    } else if (SOURCE_LINE.test(text) && !text.includes('。')) {
      const { source, reporter } = splitReporter(text, SOURCE_LINE.exec(text)?.[1] ?? '');
      sources.push(source);
      if (reporter) credits.reporter = reporter;
    } else if (EDITOR_LINE.test(text)) {
      editors.push(EDITOR_LINE.exec(text)?.[1] ?? '');
    } else {
      const byline = block.kind === 'paragraph' ? readByline(text) : undefined;
      if (byline === undefined) credits.blocks.push(block);
      else credits.reporter = credits.reporter ? `${credits.reporter} ${byline}` : byline;
    }
  });
  if (sources.length > 0) credits.sourceLine = [...new Set(sources)].join('、');
  if (editors.length > 0) credits.editor = editors.join('、');
  const inline = credits.reporter ? undefined : readInlineByline(credits.blocks);
  if (inline) credits.reporter = inline;
  return credits;
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

/** Takes 原标题 lines and paragraphs that repeat the title. Gives true where the line is spent. */
function takeTitle(text: string, title: string, credits: Credits, sources: string[]): boolean {
  const original = ORIGINAL_TITLE.exec(text)?.[1];
  if (original === undefined) {
    if (!isSameTitle(text, title)) return false;
    credits.printings.push(text);
    return true;
  }
  const withSource = SOURCE_IN_LINE.exec(original);
  const printing = (withSource?.[1] ?? original).trim();
  if (withSource?.[2]) sources.push(withSource[2]);
  credits.printings.push(printing);
  if (!isSameTitle(printing, title)) credits.originalTitle = printing;
  return true;
}

/** Reads the credits that Sina hid in comments: the only copy of a source, a second editor, the stock codes. */
export function readHiddenCredits(comments: readonly string[]): {
  sourceLine?: string;
  editor?: string;
  stockCodes: string[];
} {
  const result: { sourceLine?: string; editor?: string; stockCodes: string[] } = { stockCodes: [] };
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
