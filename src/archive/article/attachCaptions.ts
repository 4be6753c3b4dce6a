import { type Block, type Paragraph, readText } from '../html/blocks.ts';

/** A caption is short. */
const MAX_LENGTH = 90;
const MAX_UNMARKED_LENGTH = 45;

/** Words that open a caption and nothing else. */
const OPENING =
  /^(?:[▲△↑▼]|[（(]?(?:资料图|资料照片|图片?\s*(?:[:：|｜丨]|来源|自|源)|图为|图自|图源|图\/|摄影\s*[:：/|]|供图|制图|视频截图|上图|下图)|来源\s*[:：]\s*(?:微博|网络|视频))/;
/** A credit that closes a caption: `…，极目新闻图`, `…（记者丁伟摄）`, `…周頔 摄`. */
const CREDIT =
  /(?:^|[\s，,。、；;（(/／|｜丨:：])([^\s，,。、；;（(/／|｜丨:：]{0,14})(?:摄影?|供图|制图|绘图|截图|资料图|配图|图片|图)\s*[)）]?$/;
/** Words that end like a credit but speak of a picture. */
const NOT_A_CREDIT = /(?:如|见|下|上|此|该|附|看|一张|这张|示意|地|蓝|版|意|企|力|试|妄)图$/;

/** Joins each picture without a caption with the paragraph behind it, where that paragraph is beyond doubt a caption. */
export function attachCaptions(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  const hasCentredHeadings = countCentredElsewhere(blocks) > 0;
  blocks.forEach((block, index) => {
    const last = result.at(-1);
    if (block.kind === 'paragraph' && last?.kind === 'figure' && last.caption.length === 0) {
      const isLast = blocks.slice(index + 1).every((later) => later.kind !== 'paragraph');
      if (isCaption(block, hasCentredHeadings, isLast)) {
        last.caption = block.runs;
        return;
      }
    }
    result.push(block);
  });
  return result;
}

function isCaption(paragraph: Paragraph, hasCentredHeadings: boolean, isLast: boolean): boolean {
  const text = readText(paragraph.runs);
  if (text.length === 0 || text.length > MAX_LENGTH) return false;
  if (paragraph.isCaption) return true;
  const opens = OPENING.test(text);
  // A sentence that merely begins with 上图 or ends with 图 goes on with the article's own words.
  if (/[：:]$/.test(text) || (/[。！？；]$/.test(text) && !opens)) return false;
  if (opens) return !(isLast && text.startsWith('来源')) && countSentences(text) <= 2;
  if (CREDIT.test(text) && !NOT_A_CREDIT.test(text) && countSentences(text) <= 1) return true;
  const isBold = paragraph.runs.every((run) => run.marks.includes('strong'));
  const isCentred = paragraph.align === 'center' && !isBold && text.length <= MAX_UNMARKED_LENGTH;
  return isCentred && (!hasCentredHeadings || /[)）]$/.test(text));
}

function countSentences(text: string): number {
  return text.split(/[。！？]/).filter((part) => part.trim() !== '').length;
}

/** Counts short centred paragraphs that don't stand behind a picture: where there are some, centring means a heading. */
function countCentredElsewhere(blocks: readonly Block[]): number {
  return blocks.filter(
    (block, index) =>
      block.kind === 'paragraph' &&
      block.align === 'center' &&
      readText(block.runs).length <= MAX_UNMARKED_LENGTH &&
      blocks[index - 1]?.kind !== 'figure' &&
      !block.runs.every((run) => run.marks.includes('strong')),
  ).length;
}
