import { type Block, type Figure, measureRuns, type Paragraph, readText } from '../html/blocks.ts';
import { isPromotionLink, isPromotionPicture } from '../html/boilerplate.ts';
import type { DropRule } from '../html/Dropped.ts';
import { isFollowCall } from './isFollowCall.ts';

/** Asks to leave a text or a picture out; the answer says whether that is done. */
export type Drop = (rule: DropRule, text: string, pictures?: number) => boolean;

/** The whole line promotes an app. A sentence that only names it has more to say. */
const APP_LINE =
  /^(?:[^。？?]{0,30}尽在新浪财经\s*APP[。！!]?|[^。，,？?]{0,8}新浪财经(?:APP|客户端)[^。，,？?]{0,6}下载[^。，,？?]{0,8}|第一时间接收最全面的市场资讯.{0,20})$/i;
const SHORT = 60;
/** Characters beside the link in a line that leads to an offer. */
const BESIDE_LINK = 12;
/** A code that can be scanned is square and small. */
const CODE_SIZE = 500;
/** Promotion stands among the first or the last blocks of a body. */
const HEAD = 3;
const TAIL = 6;

/**
 * Drops adverts that stand between the article's own blocks without a container of their own: lines that are nothing
 * but promotion, and the codes beside them, where such lines stand.
 */
export function dropPromotion(blocks: readonly Block[], drop: Drop): Block[] {
  return blocks.filter((block, index) => {
    if (block.kind === 'figure' && isPromotionPicture(block.image.src))
      return !drop('promotion', '', 1);
    if (index >= HEAD && index < blocks.length - TAIL) return true;
    const neighbours = [blocks[index - 1], blocks[index + 1]];
    if (block.kind === 'paragraph') {
      const text = measureRuns(block.runs) > SHORT ? '' : readText(block.runs);
      if (text === '') return true;
      if (APP_LINE.test(text)) return !drop('app-line', text);
      if (isOffer(block, text)) return !drop('advert', text);
      return !(neighbours.some(isCode) && isFollowUs(block) && drop('follow-us', text));
    }
    return !(isCode(block) && neighbours.some(isFollowUs) && drop('follow-us', '', 1));
  });
}

/** The line is little more than a link to an offer. */
function isOffer(paragraph: Paragraph, text: string): boolean {
  const offer = paragraph.runs.filter((run) => run.href !== undefined && isPromotionLink(run.href));
  return offer.length > 0 && measureRuns(offer) >= text.length - BESIDE_LINK;
}

function isFollowUs(block: Block | undefined): block is Paragraph {
  if (block?.kind !== 'paragraph' || measureRuns(block.runs) > SHORT) return false;
  return isFollowCall(readText(block.runs));
}

function isCode(block: Block | undefined): block is Figure {
  if (block?.kind !== 'figure') return false;
  const { width = 0, height = 0 } = block.image;
  return width > 0 && width <= CODE_SIZE && Math.abs(width - height) <= width * 0.05;
}
