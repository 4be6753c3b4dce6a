import type { Run } from './blocks.ts';

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2014\u2026]/u;

/**
 * Joins neighbours under the same marks, takes the white space at both ends and around line breaks away,
 * and settles the blanks that came with line breaks in the source.
 */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && isSameLook(last, run)) last.text += run.text;
    else joined.push({ ...run });
  }
  const text = joined.map((run) => run.text).join('');
  const kept = chooseCharacters(text);
  if (kept === text) return joined.filter((run) => run.text !== '');
  return distribute(joined, text, kept);
}

function isSameLook(a: Run, b: Run): boolean {
  return (
    a.href === b.href &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, i) => mark === b.marks[i])
  );
}

const GONE = '\u0000';

/** Gives the same number of characters, with GONE where one is to be dropped. */
function chooseCharacters(text: string): string {
  return text
    .replaceAll(GONE, ' ')
    .replace(/^[ \v\n]+|[ \v\n]+$/g, (blank) => GONE.repeat(blank.length))
    .replace(/[ \v]*\n[ \v]*/g, (blank) => `\n${GONE.repeat(blank.length - 1)}`)
    .replace(/[ \v]+/g, (blank, index: number, whole: string) => {
      const isSoft = !blank.includes(' ');
      const joins =
        isSoft && WIDE.test(whole[index - 1] ?? '') && WIDE.test(whole[index + blank.length] ?? '');
      return (joins ? GONE : ' ') + GONE.repeat(blank.length - 1);
    });
}

function distribute(runs: Run[], text: string, kept: string): Run[] {
  const result: Run[] = [];
  let from = 0;
  for (const run of runs) {
    const piece = kept.slice(from, from + run.text.length).replaceAll(GONE, '');
    from += run.text.length;
    if (piece !== '') result.push({ ...run, text: piece });
  }
  return from === text.length ? result : runs;
}
