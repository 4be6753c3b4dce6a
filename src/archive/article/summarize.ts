import { raise } from '../elements/readMath.ts';
import { type Block, listInner, type Run, readText } from '../html/blocks.ts';

/**
 * One line is shown, on the widest phone 45 characters of it; every one more is laid out with each row and travels
 * with each page.
 */
const EXCERPT_LENGTH = 60;
/** Code units that decide about the excerpt: a character takes at most two. */
const MOST_UNITS = 2 * EXCERPT_LENGTH + 2;

/** Gives the first words of the body's paragraphs, at most 60 characters; headings and captions don't count. */
export function buildExcerpt(blocks: readonly Block[]): string {
  let excerpt = '';
  const visit = (list: readonly Block[]) => {
    for (const block of list) {
      if (excerpt.length > EXCERPT_LENGTH) return;
      if (block.kind === 'paragraph' && !block.note)
        excerpt += (excerpt === '' ? '' : ' ') + readWords(block.runs).slice(0, MOST_UNITS);
      else if (block.kind !== 'table' && !(block.kind === 'quote' && block.isRelated))
        for (const inner of listInner(block)) visit(inner);
    }
  };
  visit(blocks);
  const characters = [...excerpt.slice(0, MOST_UNITS)];
  return characters.length <= EXCERPT_LENGTH
    ? excerpt
    : `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`;
}

/** Returns a text in which raised digits are raised: 10⁶ is not 106. */
function readWords(runs: readonly Run[]): string {
  return readText(
    runs.map((run) =>
      run.marks.includes('sup') && /^\d+$/.test(run.text) ? { ...run, text: raise(run.text) } : run,
    ),
  );
}

/** Counts characters without white space. */
export function countCharacters(text: string): number {
  // Characters outside of the basic plane take two code units: the first of them doesn't count.
  return text.length - (text.match(/[\s\ud800-\udbff]/g)?.length ?? 0);
}
