import type { BodyReading } from '../elements/BodyContext.ts';
import { type Block, readBlockText } from '../html/blocks.ts';
import type { Dropped, DropRule } from '../html/Dropped.ts';
import { readBlocks } from '../html/readBlocks.ts';
import type { ParentNode } from '../html/walkTree.ts';
import { attachCaptions } from './attachCaptions.ts';
import { dropPromotion } from './dropPromotion.ts';
import { findHeadings, normalizeHeadings } from './findHeadings.ts';
import { findWrongRules } from './findWrongRules.ts';
import { linkNotes } from './linkNotes.ts';
import { type Credits, takeCredits } from './takeCredits.ts';
import { tidyBlocks } from './tidyBlocks.ts';

/** A body as an article needs it. */
export interface CleanBody {
  body: BodyReading;
  /** The file's title, else the body's first heading. */
  title: string;
  credits: Credits;
  blocks: Block[];
  /** All that rules have left out. */
  dropped: Dropped[];
  /** Rules that would have left out too much, and were not believed. */
  distrusted: DropRule[];
}

/**
 * Cleans a parsed body. Rules that would leave out more than a small part of it are not believed: then it is read
 * again without them.
 */
export function cleanBody(tree: ParentNode, title: string): CleanBody {
  const distrusted = new Set<DropRule>();
  for (;;) {
    const result = clean(tree, title, distrusted);
    const wrong = findWrongRules(result.dropped, () => readBlockText(result.blocks), result.blocks);
    if (wrong.every((rule) => distrusted.has(rule))) return result;
    for (const rule of wrong) distrusted.add(rule);
  }
}

function clean(tree: ParentNode, given: string, distrusted: ReadonlySet<DropRule>): CleanBody {
  const body = readBlocks(tree, distrusted);
  const dropped = [...body.dropped];
  const drop = (rule: DropRule, text: string, pictures = 0): boolean => {
    if (distrusted.has(rule)) return false;
    dropped.push({ rule, text, pictures });
    return true;
  };
  const { title, blocks: own } = takeTitle(given, body.blocks);
  const credits = takeCredits(dropPromotion(own, drop), title, drop);
  const blocks = normalizeHeadings(findHeadings(attachCaptions(tidyBlocks(credits.blocks, drop))));
  linkNotes(blocks);
  return { body, title, credits, blocks, dropped, distrusted: [...distrusted] };
}

/** Where the front matter names no title, the heading is it that the body begins with. */
function takeTitle(title: string, blocks: Block[]): { title: string; blocks: Block[] } {
  const [first, ...rest] = blocks;
  const isHeading = title === '' && first?.kind === 'heading' && first.level === 1;
  return isHeading ? { title: readBlockText([first]), blocks: rest } : { title, blocks };
}
