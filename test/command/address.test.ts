/** What a build says of the site's address, to its owner. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { buildContentFile, writeContent } from '../site/writeContent.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

test('what a site goes without, as long as its address is not known, is one line', async () => {
  const root = mkdtempSync(join(tmpdir(), 'cangbao-address-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [content, dist] = [join(root, 'content'), join(root, 'dist')];
  writeContent(content, { '一.md': buildContentFile('潮汐表', ['港口'], 1) });
  const build = async (env: Record<string, string> = {}) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['src/archive/command/run.mjs', 'build', '--outDir', dist],
      {
        cwd: PROJECT,
        env: {
          ...process.env,
          NODE_ENV: undefined,
          VITEST: undefined,
          CONTENT_DIR: content,
          ...env,
        },
      },
    );
    return stdout.split('\n').filter((line) => line.includes('SITE_URL'));
  };
  expect(await build()).toEqual([expect.stringMatching(/^! .*no sitemap, no feeds/)]);
  expect(existsSync(join(dist, 'card.png'))).toBe(false);
  expect(await build({ SITE_URL: 'https://news.example.org/' })).toEqual([]);
  expect(existsSync(join(dist, 'sitemap.xml'))).toBe(true);
});
