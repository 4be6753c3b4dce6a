import {
  type Block,
  type Heading,
  mapInner,
  measureRuns,
  type Paragraph,
  type Run,
  readText,
} from '../html/blocks.ts';
import { TERM } from '../html/elements.ts';
import { isPictureCredit } from './isPictureCredit.ts';

const MAX_LENGTH = 40;
const MAX_PLAIN_LENGTH = 28;
const MIN_PLAIN_LENGTH = 4;
/** An unmarked heading stands between sentences: the text before and the text after it have at least these lengths. */
const LENGTH_BEFORE = 15;
const LENGTH_AFTER = 45;

/** Ends of sentences and of lead-ins, which headings don't have. */
const SENTENCE_END = /[。；;，,、：:…—）)」』～~]$/;
/** `一、统计范围`: the number says that it is a heading. */
const NUMBERED =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:、|[章节]\s)|[（(][一二三四五六七八九十]{1,3}[)）])/;
/** A chapter's number on a line of its own, above its title. */
const NUMBER = /^(?:part|no\.?|chapter)?\s*[\d.]{1,4}$/i;
/** Beginnings of credits, answers, list items and notes. */
const NO_HEADING =
  /^(?:[●•■◆▲△▷►▶○◎※*#@＃【（(《\-—·]|\d+[.、．）)]|[问答QA][:：]|注[:：]?|附[:：]?|来源|原标题|编辑|责任编辑|校对|记者|作者|图|表\s*\d|文[|｜/／丨]|https?:|www\.)/i;

/**
 * Turns paragraphs that are headings into headings: bold or centred short ones, and unmarked short ones where
 * they are beyond doubt. Sina's bodies have no heading elements at all. The level is 2; normalizeHeadings settles it.
 */
export function findHeadings(blocks: readonly Block[]): Block[] {
  const marked = blocks.map((block) =>
    block.kind === 'paragraph' ? isMarkedHeading(block) : false,
  );
  const result: Block[] = [];
  blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph') {
      result.push(block);
    } else if (marked[index] && isHeadingPlace(blocks, marked, index)) {
      const last = result.at(-1);
      // One heading was sometimes split over two or three centred paragraphs.
      if (
        last?.kind === 'heading' &&
        marked[index - 1] &&
        isSplit(blocks[index - 1] as Paragraph, block)
      ) {
        if (NUMBER.test(readText(last.runs))) last.runs.push({ text: ' ', marks: [] });
        last.runs.push(...unmark(block.runs));
      } else result.push(buildHeading(block));
    } else if (isPlainHeading(blocks, index)) {
      result.push(buildHeading(block));
    } else result.push(block);
  });
  return result;
}

function buildHeading(paragraph: Paragraph): Heading {
  const align = paragraph.align === 'center' ? { align: paragraph.align } : {};
  return { kind: 'heading', level: 2, runs: unmark(paragraph.runs), ...align };
}

/** A heading is bold by itself. */
function unmark(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, marks: run.marks.filter((mark) => mark !== 'strong') }));
}

function isMarkedHeading(paragraph: Paragraph): boolean {
  const length = measureRuns(paragraph.runs);
  if (length < 2 || length > MAX_LENGTH) return false;
  // A formula on a line of its own.
  if (paragraph.runs.every(({ atom, marks }) => atom || marks.includes('code'))) return false;
  const text = readText(paragraph.runs);
  if (SENTENCE_END.test(text)) return false;
  if (paragraph.align === 'right' || paragraph.classes === TERM || hasBreak(paragraph))
    return false;
  if (isPictureCredit(text)) return false;
  const isBold = paragraph.runs.every(
    (run) => run.marks.includes('strong') || run.text.trim() === '',
  );
  if (/^\d+[.、．]?\S/.test(text) && isBold && !/[。]/.test(text)) return true;
  if (NO_HEADING.test(text) || !/[\p{L}\p{N}]/u.test(text)) return false;
  const isCentred = paragraph.align === 'center' && !paragraph.runs.every(({ href }) => href);
  return (isBold || isCentred) && !paragraph.isCaption;
}

function hasBreak(paragraph: Paragraph): boolean {
  return paragraph.runs.some((run) => run.text.includes('\n'));
}

/** A heading has something below it. Long runs of short bold lines are a list, not headings. */
function isHeadingPlace(
  blocks: readonly Block[],
  marked: readonly boolean[],
  index: number,
): boolean {
  let from = index;
  let to = index;
  while (marked[from - 1]) from--;
  while (marked[to + 1]) to++;
  if (to - from >= 3) return false;
  const next = blocks[to + 1];
  return next !== undefined && next.kind !== 'heading';
}

function isSplit(previous: Paragraph, paragraph: Paragraph): boolean {
  return (
    previous.align === 'center' &&
    paragraph.align === 'center' &&
    findLink(previous) === findLink(paragraph) &&
    !/[？！?!]$/.test(readText(previous.runs))
  );
}

/** Lines that lead to different articles are a list of them. */
function findLink({ runs }: Paragraph): string | undefined {
  return runs.find(({ href }) => href !== undefined)?.href;
}

/**
 * An unmarked paragraph is a heading only where nothing else is possible: short, without an end of sentence,
 * between a full paragraph (or a picture with its caption) and another full paragraph.
 */
function isPlainHeading(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index] as Paragraph;
  const length = measureRuns(block.runs);
  if (length < MIN_PLAIN_LENGTH || length > MAX_PLAIN_LENGTH) return false;
  const text = readText(block.runs);
  if (
    block.isBare ||
    block.isCaption ||
    block.align === 'right' ||
    block.runs.some((run) => run.href)
  )
    return false;
  if (SENTENCE_END.test(text) || NO_HEADING.test(text) || /[。；]/.test(text)) return false;
  if (/^[“"「『][^”"」』]*[”"」』]$/.test(text) && text.length > 16) return false; // a remark, not a heading
  if (!/\p{Script=Han}/u.test(text) || hasBreak(block) || isPictureCredit(text)) return false;
  // A heading has two clauses at most, and nothing that is marked: this is a line of text without its full stop.
  if (/，.*，/.test(text) || block.runs.some(({ marks }) => marks.length > 0)) return false;
  const previous = blocks[index - 1];
  const next = blocks[index + 1];
  if (NUMBERED.test(text)) {
    return isSentences(next, LENGTH_BEFORE) || next?.kind === 'list' || next?.kind === 'table';
  }
  const isAfterText =
    isSentences(previous, LENGTH_BEFORE) ||
    previous?.kind === 'table' ||
    (previous?.kind === 'figure' && previous.caption.length > 0);
  return isAfterText && isSentences(next, LENGTH_AFTER);
}

function isSentences(block: Block | undefined, length: number): boolean {
  if (block?.kind !== 'paragraph') return false;
  const text = readText(block.runs);
  return text.length >= length && /[。！？!?”"）)…]$/.test(text);
}

/**
 * Gives the headings levels from 2 to 4 without a jump, whatever levels the source used: each stands one below the last
 * one before it that the source has above it, so that headings of one level beside each other stay so.
 */
export function normalizeHeadings(blocks: readonly Block[]): Block[] {
  const above: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return mapInner(block, normalizeNested);
    while ((above.at(-1) ?? 0) >= block.level) above.pop();
    above.push(block.level);
    return { ...block, level: Math.min(above.length + 1, 4) };
  });
}

/** Inside a quote or an item a heading would break the page's outline; it becomes a bold paragraph. */
function normalizeNested(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'heading') return mapInner(block, normalizeNested);
    const runs = block.runs.map((run) => ({
      ...run,
      marks: ['strong' as const, ...run.marks.filter((mark) => mark !== 'strong')],
    }));
    return { kind: 'paragraph', runs, classes: '' };
  });
}
