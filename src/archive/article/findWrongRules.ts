import type { Block } from '../html/blocks.ts';
import { listBlocks } from '../html/blocks.ts';
import type { Dropped, DropRule } from '../html/Dropped.ts';
import { countCharacters } from './summarize.ts';

/** Rules that know what they leave out by its name are believed up to this many characters, whatever else there is. */
const NAMED: ReadonlySet<DropRule> = new Set(['promotion', 'advert', 'app-line', 'follow-us']);
/** What these leave out stands elsewhere: they are wrong only where nothing else is left. */
const SAID_TWICE: ReadonlySet<DropRule> = new Set(['credit', 'title', 'repeated', 'line-numbers']);
const MOST_NAMED = 300;
/** The others: up to this share of the text … */
const SMALL_PART = 0.1;
/** … or so many characters, if they are less than a third of it. */
const FEW = 40;
/** These say nothing of an article's pictures. */
const NO_PICTURES: ReadonlySet<DropRule> = new Set([
  ...NAMED,
  'small-picture',
  'background',
  'formula',
]);

/**
 * Returns the rules that left out more than a small part of a body, or all of its pictures. `readText` gives the text
 * that is left.
 */
export function findWrongRules(
  dropped: readonly Dropped[],
  readText: () => string,
  blocks: readonly Block[],
): DropRule[] {
  if (dropped.length === 0) return [];
  const sums = new Map<DropRule, { characters: number; pictures: number }>();
  for (const { rule, text, pictures } of dropped) {
    const sum = sums.get(rule) ?? { characters: 0, pictures: 0 };
    sum.characters += countCharacters(text);
    sum.pictures += pictures;
    sums.set(rule, sum);
  }
  const isEmpty = blocks.length === 0;
  const doubtful = [...sums].filter(
    ([rule, { characters }]) =>
      !(NAMED.has(rule) && characters <= MOST_NAMED) && !(SAID_TWICE.has(rule) && !isEmpty),
  );
  if (doubtful.length === 0) return [];
  const kept = countCharacters(readText());
  const all = [...sums.values()].reduce((sum, { characters }) => sum + characters, kept);
  const hasPictures = listBlocks(blocks).some(({ kind }) => kind === 'figure');
  return doubtful
    .filter(([rule, { characters, pictures }]) => {
      const isSmall = characters <= all * SMALL_PART || (characters <= FEW && characters * 3 < all);
      // A face or a logo may be the only picture of a page.
      const isPictureless =
        pictures > (rule === 'furniture' ? 1 : 0) && !hasPictures && !NO_PICTURES.has(rule);
      return !isSmall || isPictureless;
    })
    .map(([rule]) => rule);
}
