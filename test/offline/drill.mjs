/**
 * `npm run drill`: a hundred interrupted saves, the saving of a thousand articles, and what else takes minutes.
 * An argument names some of the tests: `npm run drill -- interrupted`.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const names = process.argv.slice(2).map((name) => `test/offline/${name}`);
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--no-file-parallelism', ...(names.length > 0 ? names : ['test/offline'])],
  { stdio: 'inherit', env: { ...process.env, CANGBAO_DRILL: 'on' } },
);
process.exitCode = status ?? 1;
