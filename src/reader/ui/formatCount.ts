import { words } from '../words/words.ts';

/** Making one of these costs a millisecond; a list asks for hundreds of numbers. */
const format = new Intl.NumberFormat('en-US');

/** Gives a count with thousands separated, `17,204`. */
export function formatCount(count: number): string {
  return format.format(count);
}

/** Characters that a practised reader takes in within a minute. */
const CHARACTERS_PER_MINUTE = 400;

/** Returns the minutes that so many characters take, not rounded. */
export function countMinutes(characterCount: number): number {
  return characterCount / CHARACTERS_PER_MINUTE;
}

/** Gives the time an article takes, `约 4 分钟`, at least one minute. */
export function formatReadingTime(characterCount: number): string {
  return words.minutes(Math.max(1, Math.round(countMinutes(characterCount))));
}
