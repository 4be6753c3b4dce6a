/** The new site takes the place of the one that stands there, and leaves what is the host's. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { replaceOutput, writeThrough } from '../../src/archive/output/replaceOutput.ts';

let root: string;
let dist: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-replace-'));
  dist = join(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('replaceOutput', () => {
  const write = (folder: string, files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };

  test('keeps what is the host’s at the top of the folder', () => {
    const next = `${dist}.partial`;
    write(dist, {
      '.git/HEAD': 'ref',
      CNAME: 'a.org',
      '.well-known/x': '1',
      'index.html': '旧',
      'old.js': '',
    });
    write(next, { 'index.html': '新' });
    replaceOutput(next, dist);
    expect(listFiles(dist)).toEqual(['.git/HEAD', '.well-known/x', 'CNAME', 'index.html']);
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('新');
  });

  test('writes through a folder that can’t be renamed', () => {
    const next = `${dist}.partial`;
    write(dist, {
      CNAME: 'a.org',
      'index.html': '旧',
      'archive/articles/old.json': '{}',
      'assets/same.js': '1',
    });
    write(next, { 'index.html': '新', 'archive/articles/new.json': '{}', 'assets/same.js': '1' });
    writeThrough(next, dist);
    expect(listFiles(dist)).toEqual([
      'CNAME',
      'archive/articles/new.json',
      'assets/same.js',
      'index.html',
    ]);
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('新');
  });
});
