import type { Run } from './blocks.ts';

/**
 * A white space that came with a line break in the source: a blank between Latin words, nothing between Chinese
 * characters.
 */
export const SOFT_BREAK = '\v';

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2014\u2026]/u;

const ENDS = /^[ \v\n]+|[ \v\n]+$/g;
/** U+0020, \v and \n, as in ENDS. */
const BLANK_CODES = [0x20, 0x0b, 0x0a];

/** Stands for a character that is to be dropped; parse5 lets no NUL through. */
const GONE = '\0';

/**
 * Joins neighbours under the same marks, takes the white space at both ends and around line breaks away,
 * and settles the blanks that came with line breaks in the source.
 */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const joined = joinRuns(runs);
  const [first] = joined;
  if (first && joined.length === 1) {
    // Mostly there is nothing but single blanks left.
    if (!/[\v\n\0]| {2}/.test(first.text)) return trimRun(first);
    const text = markDropped(first.text).replaceAll(GONE, '');
    return text === '' ? [] : [{ ...first, text }];
  }
  const kept = markDropped(joined.map((run) => run.text).join(''));
  const result: Run[] = [];
  let from = 0;
  for (const run of joined) {
    const text = kept.slice(from, from + run.text.length).replaceAll(GONE, '');
    from += run.text.length;
    if (text !== '') result.push({ ...run, text });
  }
  // A run that was nothing but dropped blanks may have parted two of one look.
  const tidy = joinRuns(result);
  return tidy.some(({ href }) => href !== undefined) ? joinRuns(freeBlanks(tidy)) : tidy;
}

/** Takes the blanks at both ends of a link out of it: they would be underlined. */
function freeBlanks(runs: readonly Run[]): Run[] {
  const blank: Run = { text: ' ', marks: [] };
  return runs.flatMap((run, index) => {
    const { text, href } = run;
    if (href === undefined || run.atom || run.ids) return [run];
    const isBefore = text.startsWith(' ') && runs[index - 1]?.href !== href;
    const isBehind = text.endsWith(' ') && runs[index + 1]?.href !== href;
    if (text === ' ') return [isBefore || isBehind ? blank : run];
    const words = text.slice(isBefore ? 1 : 0, isBehind ? -1 : undefined);
    return [...(isBefore ? [blank] : []), { ...run, text: words }, ...(isBehind ? [blank] : [])];
  });
}

/** Takes the white space at both ends of a paragraph's only run away; nothing is left of a blank one. */
export function trimRun(run: Run): Run[] {
  const { text } = run;
  let start = 0;
  let end = text.length;
  while (start < end && BLANK_CODES.includes(text.charCodeAt(start))) start++;
  while (start < end && BLANK_CODES.includes(text.charCodeAt(end - 1))) end--;
  if (start === end) return [];
  return end - start === text.length ? [run] : [{ ...run, text: text.slice(start, end) }];
}

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && isSameLook(last, run)) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}

function isSameLook(a: Run, b: Run): boolean {
  if (a.atom || b.atom || a.ids || b.ids || a.lang !== b.lang || a.dir !== b.dir) return false;
  if (a.href !== b.href || a.marks.length !== b.marks.length) return false;
  return a.marks.every((mark, index) => mark === b.marks[index]);
}

/** Gives the same number of characters, with GONE where one is to be dropped, so that the runs keep their borders. */
function markDropped(text: string): string {
  let kept = text.includes(GONE) ? text.replaceAll(GONE, ' ') : text;
  if (!/[ \v\n]/.test(kept)) return kept;
  kept = kept.replace(ENDS, (blank) => GONE.repeat(blank.length));
  if (kept.includes('\n')) {
    kept = kept.replace(/[ \v]*\n[ \v]*/g, (blank) => `\n${GONE.repeat(blank.length - 1)}`);
  }
  return kept.replace(/ [ \v]+|\v[ \v]*/g, (blank, index: number, whole: string) => {
    const isSoft = !blank.includes(' ');
    const isBetweenWide =
      isSoft && WIDE.test(whole[index - 1] ?? '') && WIDE.test(whole[index + blank.length] ?? '');
    return (isBetweenWide ? GONE : ' ') + GONE.repeat(blank.length - 1);
  });
}
