/**
 * `npm run drill`: what takes minutes. A hundred interrupted saves and the saving of a thousand articles; every attack in
 * every field, with each defence alone; what huge files cost. Arguments name some of the tests: `npm run drill -- payloads`.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const names = process.argv.slice(2);
const folders = ['test/offline', 'test/hostile'];
const filters = folders.flatMap((folder) => names.map((name) => `${folder}/${name}`));
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--no-file-parallelism', ...(names.length > 0 ? filters : folders)],
  { stdio: 'inherit', env: { ...process.env, CANGBAO_DRILL: 'on' } },
);
process.exitCode = status ?? 1;
