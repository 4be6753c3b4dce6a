import { cutLongWord, LONG_WORD } from './cutLongWord.ts';
import { findBreaks } from './findBreaks.ts';

/** A part of a text, and what it is shown as. */
export interface TextPart {
  /** `together`: not to be broken; `english`: in that language; `address`: a link to where it says. */
  kind: 'plain' | 'together' | 'english' | 'address';
  text: string;
  /** A line may break behind it (`<wbr>`, which leaves no trace in copied text). */
  isBroken: boolean;
}

/** Where a text stands. */
export interface TextPlace {
  /** In a heading or a caption, whose lines break between words only; whose words bear no marks of their own. */
  isHeading: boolean;
  /** In a link, which holds no other link. */
  isInLink: boolean;
  /** In code, in a formula, or where the language is told already: no links and no English. */
  isOther: boolean;
}

/** An address, without the signs of the sentence that stand behind it. */
const ADDRESS = String.raw`(?<![\w.@/])(?:https?:\/\/|www\.(?=[\w-]+\.[a-z]))[!#-;=?-~]*[\w/=#&%+~-]`;
/** Up to the connector in a range of numbers, which begins no line: 2019年1—11月, 30%～40%. */
const RANGE = String.raw`\d[%％℃年月日号时分点岁期页届章节元万亿]{0,2}(?:——|[—―－～〜])(?=\d)`;
const LATIN = `[A-Za-z]+(?:[’'&.-][A-Za-z]+)*`;
const PARTS = new RegExp(
  `(?<address>${ADDRESS})|(?<long>${LONG_WORD.source})|(?<range>${RANGE})|(?<latin>${LATIN}(?:,? (?:& )?${LATIN})*)`,
  'g',
);
/** Most texts hold none of these, and are passed over. */
const WORTH_A_LOOK = /[A-Za-z—―－～〜]|[!-~]{24}/;
/** Abbreviations and units are read in Chinese, too. */
const IS_ENGLISH = /[a-z]{3}|[A-Za-z]’[a-z]/;

/**
 * Divides a text by what Chinese typography asks for: addresses that lead somewhere, long words that may break, ranges
 * of numbers, English words; headings, by words. Nothing of the text is lost.
 */
export function dressText(text: string, place: TextPlace): TextPart[] {
  if (!place.isHeading && !WORTH_A_LOOK.test(text))
    return [{ kind: 'plain', text, isBroken: false }];
  const parts: TextPart[] = [];
  const breaks = new Set(place.isHeading ? findBreaks(text) : []);
  let end = 0;

  function add(kind: TextPart['kind'], to: number) {
    if (to > end) parts.push({ kind, text: text.slice(end, to), isBroken: breaks.has(to) });
    end = to;
  }
  function addPlain(to: number) {
    for (const place of breaks) if (place > end && place < to) add('plain', place);
    add('plain', to);
  }

  for (const { 0: found, index, groups = {} } of text.matchAll(PARTS)) {
    const kind = findKind(groups, found, place);
    if (kind === undefined) continue;
    addPlain(index);
    if (kind !== 'long') add(kind, index + found.length);
    else
      for (const piece of cutLongWord(found)) {
        parts.push({ kind: 'plain', text: piece, isBroken: true });
        end += piece.length;
      }
  }
  addPlain(text.length);
  return parts;
}

/** Returns what is made of something found, if anything is. */
function findKind(
  { address, range, latin }: Record<string, string | undefined>,
  found: string,
  { isHeading, isInLink, isOther }: TextPlace,
): TextPart['kind'] | 'long' | undefined {
  const isSentence = !isHeading && !isOther;
  if (address && !isInLink && isSentence) return 'address';
  if (LONG_WORD.test(found)) return 'long';
  if (range) return 'together';
  return latin && isSentence && IS_ENGLISH.test(found) ? 'english' : undefined;
}

/** Returns where the text of an address leads to. */
export function buildAddressHref(text: string): string {
  return /^https?:/i.test(text) ? text : `http://${text}`;
}
