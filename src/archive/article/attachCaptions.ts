import { type Block, measureRuns, type Paragraph, readText } from '../html/blocks.ts';
import { isCaptionOpening, isPictureCredit } from './isPictureCredit.ts';

/** A caption is short. */
const MAX_LENGTH = 90;
const MAX_UNMARKED_LENGTH = 45;

/**
 * Joins each picture without a caption with the paragraph behind it, where that paragraph is beyond doubt a caption.
 * Those whose caption the source has marked have theirs from `html/BlockBuilder.ts`.
 */
export function attachCaptions(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  const hasCentredHeadings = countCentredElsewhere(blocks) > 0;
  blocks.forEach((block, index) => {
    const last = result.at(-1);
    if (block.kind === 'paragraph' && last?.kind === 'figure' && last.caption.length === 0) {
      const isLast = blocks.slice(index + 1).every((later) => later.kind !== 'paragraph');
      if (looksLikeCaption(block, hasCentredHeadings, isLast)) {
        last.caption = block.runs;
        return;
      }
    }
    result.push(block);
  });
  return result;
}

function looksLikeCaption(
  paragraph: Paragraph,
  hasCentredHeadings: boolean,
  isLast: boolean,
): boolean {
  const text = readText(paragraph.runs);
  if (text.length === 0 || text.length > MAX_LENGTH || /[：:]$/.test(text)) return false;
  // The last line of an article that names a source names the article's.
  if (isCaptionOpening(text))
    return !(isLast && text.startsWith('来源')) && countSentences(text) <= 2;
  if (/[。！？；]$/.test(text)) return false;
  // `乘客在总站候车。记者 张三 摄`: one sentence and the credit.
  if (isPictureCredit(text)) return countSentences(text) <= 2;
  const isBold = paragraph.runs.every((run) => run.marks.includes('strong'));
  const isCentred = paragraph.align === 'center' && !isBold && text.length <= MAX_UNMARKED_LENGTH;
  return isCentred && (!hasCentredHeadings || /[)）]$/.test(text));
}

function countSentences(text: string): number {
  return text.split(/[。！？]/).filter((part) => part.trim() !== '').length;
}

/**
 * Counts short centred paragraphs that don't stand behind a picture: where there are some, centring means a heading.
 */
function countCentredElsewhere(blocks: readonly Block[]): number {
  return blocks.filter(
    (block, index) =>
      block.kind === 'paragraph' &&
      block.align === 'center' &&
      measureRuns(block.runs) <= MAX_UNMARKED_LENGTH &&
      blocks[index - 1]?.kind !== 'figure' &&
      !block.runs.every((run) => run.marks.includes('strong')),
  ).length;
}
