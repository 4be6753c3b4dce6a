import type { Message } from '../command/Message.ts';
import { isSameTitle } from './reduceText.ts';

/** A title, and what was done to it where it is no longer as the file has it. */
export interface RepairedTitle {
  title: string;
  /** In words. */
  repair?: Message;
}

/**
 * Gives a title its punctuation back, where it is beyond doubt. The program that wrote the archive put `_` for each of
 * `: / \ ? * “ ” < > | [ ]` and left curly quotes as straight ones in other places; but `__init__` and `15"` are
 * as their writers meant them.
 * `printings` are other printings of the title in the body (原标题, a first paragraph that repeats it): where one
 * agrees, it is the better text. Without one, only pairs around Chinese words become “ ”.
 */
export function repairTitle(raw: string, printings: readonly string[]): RepairedTitle {
  const title = raw.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
  if (!/["_]/.test(title)) return { title };
  const printing = printings.find((text) => isSameTitle(text, title) && !/["_]/.test(text));
  if (printing !== undefined)
    return { title: printing, repair: { zh: '正文里是这样写的', en: 'as the body prints it' } };
  const paired = pairUnderscores(pairStraightQuotes(title));
  return paired === title
    ? { title }
    : { title: paired, repair: { zh: '成对的是引号', en: 'its pairs are quotation marks' } };
}

const HAN = String.raw`[\p{Script=Han}，、。！？：；…《》]`;
const UNDERSCORES = new RegExp(`_(?=${HAN})([^_]+)(?<=${HAN})_`, 'gu');
/** A quote right behind a digit may be inches; at one inner side of a pair a word may be Latin, or a number. */
const QUOTES = new RegExp(`(?<![\\d.])"(?:(?=${HAN})([^"]+)|(?=\\S)([^"]+)(?<=${HAN}))"`, 'gu');

/** With an odd number of them, one stands for something else, and no one can tell which. */
function isEven(title: string, sign: string): boolean {
  return title.split(sign).length % 2 === 1;
}

function pairUnderscores(title: string): string {
  return isEven(title, '_') ? title.replace(UNDERSCORES, '“$1”') : title;
}

function pairStraightQuotes(title: string): string {
  return isEven(title, '"') ? title.replace(QUOTES, '“$1$2”') : title;
}

/** Gives the first words of a body, at most 30 characters, for an article that has no title. */
export function buildTitleFromText(text: string): string {
  const line =
    text
      .split('\n')
      .find((part) => part.trim() !== '')
      ?.trim() ?? '';
  const sentence = /^.{4,30}?(?=[。！？；])/u.exec(line)?.[0] ?? line;
  const characters = [...sentence];
  return characters.length <= 30
    ? sentence
    : `${characters
        .slice(0, 29)
        .join('')
        .replace(/[，,、：:；;\s]+$/, '')}…`;
}
