import { parseArgs } from 'node:util';

/** What a run of the benchmark measures. */
export interface BenchOptions {
  /** Numbers of articles, small to large. */
  sizes: number[];
  /** How often each thing is measured; the median counts. */
  runs: number;
  build: boolean;
  browser: boolean;
  search: boolean;
}

/** The sizes that the budgets speak of. */
const SIZES = '2000,20000,100000';

/** Reads `--sizes 2000,20000 --runs 3 --no-build --no-browser --no-search`. Throws where a word is unknown. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: SIZES },
      runs: { type: 'string', default: '3' },
      'no-build': { type: 'boolean', default: false },
      'no-browser': { type: 'boolean', default: false },
      'no-search': { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const runs = Number(values.runs);
  if (![...sizes, runs].every((number) => Number.isInteger(number) && number > 0))
    throw new Error('--sizes and --runs take whole numbers, e.g. --sizes 2000,20000 --runs 3');
  return {
    sizes: sizes.sort((a, b) => a - b),
    runs,
    build: !values['no-build'],
    browser: !values['no-browser'],
    search: !values['no-search'],
  };
}
