import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifySync } from 'vite';

/**
 * Makes one small file of the two scripts that each first paint waits for, which the bundler copies out of `public`
 * as they stand. Returns the first of them, `looks.js`, which articles' pages have in themselves.
 */
export function joinEarlyScripts(outDir: string): string {
  const [looks = '', early = ''] = ['looks.js', 'early.js'].map((name) => {
    const file = join(outDir, name);
    return minifySync(file, readFileSync(file, 'utf8')).code.trim();
  });
  rmSync(join(outDir, 'looks.js'));
  writeFileSync(join(outDir, 'early.js'), `${looks}\n${early}\n`);
  const index = join(outDir, 'index.html');
  const tag = /[ \t]*<script src="[^"]*looks\.js"><\/script>\n?/;
  writeFileSync(index, readFileSync(index, 'utf8').replace(tag, ''));
  return looks;
}
