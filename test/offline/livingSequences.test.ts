/**
 * An archive that lives: random sequences of publishing (whole and by halves), loading, reading and saving, with and
 * without a network. One here; two hundred at full and at a quarter of the processor's speed with `npm run drill --
 * living`.
 */
import { expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { runSequence } from './livingSequence.ts';
import { setUpOffline } from './setUpOffline.ts';

const world = setUpOffline();

const count = Number(process.env.CANGBAO_SEQUENCES ?? (isDrill ? 200 : 1));
const first = Number(process.env.CANGBAO_FIRST ?? 1);
const speeds = (process.env.CANGBAO_SPEEDS?.split(',') ?? (isDrill ? [1, 4] : [1])).map(Number);

test.each(speeds)(
  `${count} sequences, the processor %s times slower: a reader sees one build, whole and current`,
  async (slowdown) => {
    const violations: string[] = [];
    for (let seed = first; seed < first + count; seed += 1) {
      const found = await runSequence(world, seed, { steps: isDrill ? 12 : 5, slowdown });
      violations.push(...found);
      if (!isDrill) continue;
      process.stdout.write(`${slowdown} × slower, ${seed}: ${violations.length} violations\n`);
      for (const violation of found) process.stdout.write(`  ${violation}\n`);
    }
    expect(violations).toEqual([]);
  },
  count * 120_000,
);
