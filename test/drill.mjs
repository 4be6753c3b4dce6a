/**
 * `npm run drill`: what takes minutes. A hundred interrupted saves and the saving of a thousand articles; three hundred
 * rounds of harm to what is kept; every attack in every field, with each defence alone; what huge files cost; every
 * screen in every look through axe; every table on paper and with letters twice as large; how the app takes the place
 * of drawn pages; books through epubcheck; the search held against 20,000 articles, and asked for two words of a title
 * without a blank (`wordQueries`); new random inputs for what is tested with random ones; nginx, Caddy, Apache and an
 * S3 server with the recipes that `npm run host` prints. Arguments name some of the tests:
 * `npm run drill -- payloads accessibility`.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const names = process.argv.slice(2);
const whole = [
  'test/books',
  'test/offline',
  'test/hostile',
  'test/hosts',
  'test/journey/accessibility',
  'test/journey/site',
  'test/journey/realArticles',
  'test/journey/smallAndSpaced',
  'test/journey/focusInSight',
  'test/journey/doubledArticle',
  'test/journey/pages',
  'test/journey/paper',
  'test/journey/timeAxis',
  'test/journey/updating',
  'test/search/oracle',
  'test/search/wordQueries',
  'test/command/output',
  'test/archive/htmlProperties',
  'test/archive/readPlainMarkup',
  'test/archive/ids',
  'test/reader/sanitizeHtml',
  'test/reader/sweeps',
  'test/reader/ownHistories',
];
const filters = names.flatMap((name) =>
  ['archive', 'books', 'command', 'hostile', 'hosts', 'journey', 'offline', 'reader', 'search'].map(
    (folder) => `test/${folder}/${name}`,
  ),
);
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--no-file-parallelism', ...(names.length > 0 ? filters : whole)],
  { stdio: 'inherit', env: { ...process.env, CANGBAO_DRILL: 'on' } },
);
process.exitCode = status ?? 1;
