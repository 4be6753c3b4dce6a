import { type Block, type Figure, measureRuns, type Paragraph, readText } from '../html/blocks.ts';
import { isPromotionLink, isPromotionPicture } from '../html/boilerplate.ts';

/** Calls to follow an account or to scan a code, which mean nothing in an archive. */
const FOLLOW_US =
  /长按.{0,12}(?:二维码|关注|识别)|(?:扫一?扫|扫描|扫码|二维码).{0,12}(?:关注(?:我们)?|加入(?:我们|交流)?|添加)|扫(?:一?扫|描|码)(?:下方|上方)?(?:二维码)?$|关注(?:我们|.{0,12}(?:公众号|微信号?|视频号))|^(?:请|点击|扫码|立即)?下载.{0,8}(?:APP|客户端)/i;
const APP_LINE =
  /^.{0,30}(?:尽在新浪财经\s*APP|新浪财经(?:APP|客户端).{0,12}下载|第一时间接收最全面的市场资讯).{0,20}$/i;
const SHORT = 60;
/** A code that can be scanned is square and small. */
const CODE_SIZE = 500;

/** Drops adverts that stand between the article's own blocks without a container of their own. */
export function dropPromotion(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => {
    if (block.kind === 'paragraph') {
      const neighbours = [blocks[index - 1], blocks[index + 1]];
      return !isPromotionParagraph(block) && !(isFollowUs(block) && neighbours.some(isCode));
    }
    if (block.kind !== 'figure') return true;
    const isAdvert = isPromotionPicture(block.image.src);
    return !isAdvert && !(isCode(block) && [blocks[index - 1], blocks[index + 1]].some(isFollowUs));
  });
}

function isPromotionParagraph(paragraph: Paragraph): boolean {
  if (measureRuns(paragraph.runs) > SHORT) return false;
  return (
    APP_LINE.test(readText(paragraph.runs)) ||
    paragraph.runs.some((run) => run.href !== undefined && isPromotionLink(run.href))
  );
}

function isFollowUs(block: Block | undefined): block is Paragraph {
  if (block?.kind !== 'paragraph' || measureRuns(block.runs) > SHORT) return false;
  return FOLLOW_US.test(readText(block.runs));
}

function isCode(block: Block | undefined): block is Figure {
  if (block?.kind !== 'figure') return false;
  const { width = 0, height = 0 } = block.image;
  return width > 0 && width <= CODE_SIZE && Math.abs(width - height) <= width * 0.05;
}
