import { isSameTitle } from './reduceText.ts';

/**
 * Gives a title its punctuation back. The program that wrote the archive put `_` for each of `: / \ ? * “ ” < > | [ ]`
 * and left curly quotes as straight ones in other places.
 * `printings` are other printings of the title in the body (原标题, a first paragraph that repeats it): where one
 * agrees, it is the better text. Without one, pairs of `_` become “ ” and single ones are read from their neighbours.
 */
export function repairTitle(raw: string, printings: readonly string[]): string {
  const title = raw.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
  if (!/["_]/.test(title)) return title;
  const printing = printings.find((text) => isSameTitle(text, title) && !/["_]/.test(text));
  return printing ?? pairStraightQuotes(repairUnderscores(title));
}

function repairUnderscores(title: string): string {
  let text = title
    .replace(/ _ /g, ' | ')
    // Package scopes and single letters: `@vuemap_vue-amap`, `I_O`.
    .replace(/@([a-z0-9-]+)_([a-z0-9-]+)/gi, '@$1/$2')
    .replace(/(?<![A-Za-z])([A-Z])_([A-Z])(?![A-Za-z])/g, '$1/$2');
  // Pairs hold words with no blank at their inner ends. Names such as `snake_case` are no pairs.
  text = text.replace(
    /(?<![A-Za-z0-9])_(?=\S)([^_]+?)(?<=\S)_|_(?=\S)([^_]+?)(?<=\S)_(?![A-Za-z0-9])/g,
    '“$1$2”',
  );
  return text
    .replace(/_$/, '？')
    .replace(/(?<=[\p{Script=Han}\d%％])_(?=[\p{Script=Han}\d])/gu, '/');
}

/** Straight quotes come in pairs, as Chinese text has no inches or seconds; an odd last one stays. */
function pairStraightQuotes(title: string): string {
  return title.replace(/"([^"]*)"/g, '“$1”');
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
