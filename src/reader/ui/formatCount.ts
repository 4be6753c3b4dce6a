import { words } from './words.ts';

/** Gives a count with thousands separated, `17,204`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** Characters that a practised reader takes in within a minute. */
const CHARACTERS_PER_MINUTE = 400;

/** Gives the time an article takes, `约 4 分钟`, at least one minute. */
export function formatReadingTime(characterCount: number): string {
  return words.minutes(Math.max(1, Math.round(characterCount / CHARACTERS_PER_MINUTE)));
}
