import { type Block, measureRuns, type Paragraph, type Run, readText } from '../html/blocks.ts';
import { tidyRuns } from '../html/tidyRuns.ts';
import type { Drop } from './dropPromotion.ts';

/** Lines shorter than this, between single line breaks, are verse or an address and stay one paragraph. */
const MIN_LINE_LENGTH = 8;
const BULLET_START = /^[●•■◆▪◇○⚫‣]/u;
const BULLET = /^[●•■◆▪◇○⚫‣]\s*(?=\S)/u;
const MAX_HEADING_LENGTH = 80;

/** Makes paragraphs out of lines, lists out of bulleted paragraphs, and drops a line that a table's caption repeats. */
export function tidyBlocks(blocks: readonly Block[], drop: Drop): Block[] {
  const result: Block[] = [];
  for (const block of splitAllLines(blocks)) {
    const last = result.at(-1);
    if (
      block.kind === 'table' &&
      last?.kind === 'paragraph' &&
      isSameText(last.runs, block.caption) &&
      drop('repeated', readText(last.runs))
    )
      result.pop();
    if (block.kind === 'heading' && measureRuns(block.runs) > MAX_HEADING_LENGTH) {
      result.push({ kind: 'paragraph', runs: block.runs, classes: '' });
    } else result.push(block);
  }
  return joinBullets(trimRules(result));
}

/** A rule parts what is above from what is below: none is needed at an end, and one is enough. */
function trimRules(blocks: readonly Block[]): Block[] {
  const end = blocks.findLastIndex(({ kind }) => kind !== 'rule');
  return blocks.filter(
    ({ kind }, index) =>
      kind !== 'rule' || (index > 0 && index < end && blocks[index - 1]?.kind !== 'rule'),
  );
}

function splitAllLines(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    if (hasLines(block)) result.push(...splitLines(block));
    else result.push(block);
  }
  return result;
}

function hasLines(block: Block): block is Paragraph {
  return block.kind === 'paragraph' && block.runs.some((run) => run.text.includes('\n'));
}

/** Splits a paragraph at its single line breaks where each line is a paragraph by its length. */
function splitLines(block: Paragraph): Paragraph[] {
  const lines: Run[][] = [[]];
  for (const run of block.runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  const tidy = lines.map(tidyRuns).filter((line) => readText(line) !== '');
  if (!tidy.every((line) => readText(line).length >= MIN_LINE_LENGTH)) return [block];
  return tidy.map((runs) => ({ ...block, runs }));
}

/** Two or more paragraphs in a row that begin with a bullet are a list. A lone symbol stays where it is. */
function joinBullets(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (let i = 0; i < blocks.length; ) {
    let end = i;
    while (isBulleted(blocks[end], bulletOf(blocks[i]))) end++;
    if (end - i >= 2) {
      const items = blocks.slice(i, end).map((block) => [stripBullet(block as Paragraph)]);
      result.push({ kind: 'list', isOrdered: false, items });
      i = end;
    } else result.push(blocks[i++] as Block);
  }
  return result;
}

function bulletOf(block: Block | undefined): string | undefined {
  if (block?.kind !== 'paragraph' || block.align) return undefined;
  if (!BULLET_START.test(block.runs[0]?.text ?? '')) return undefined;
  return BULLET.exec(readText(block.runs))?.[0].trim();
}

function isBulleted(block: Block | undefined, bullet: string | undefined): boolean {
  return bullet !== undefined && bulletOf(block) === bullet;
}

function stripBullet(paragraph: Paragraph): Block {
  let isDone = false;
  const runs = paragraph.runs.map((run) => {
    if (isDone || run.text.trim() === '') return run;
    isDone = true;
    return { ...run, text: run.text.replace(/^\s*[●•■◆▪◇○⚫‣]\s*/u, '') };
  });
  return { ...paragraph, runs: tidyRuns(runs) };
}

function isSameText(a: readonly Run[], b: readonly Run[]): boolean {
  const text = readText(a).replace(/\s/g, '');
  return text !== '' && text === readText(b).replace(/\s/g, '');
}
