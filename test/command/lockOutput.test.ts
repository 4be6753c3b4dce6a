/** One build at a time for an output folder. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockOutput } from '../../src/archive/output/lockOutput.ts';

let root: string;
const dist = 'dist';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-lock-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('lockOutput', () => {
  const lock = () => join(root, 'x.lock');

  test('is one process’s, given back once, and refuses others', () => {
    const release = lockOutput(lock(), dist);
    // Another living process.
    writeFileSync(lock(), String(process.ppid));
    expect(() => lockOutput(lock(), dist)).toThrow(/Another build/);
    release();
    expect(readFileSync(lock(), 'utf8')).toBe(String(process.ppid));
  });

  test.each([
    ['a dead process', '99999999'],
    ['nothing that is a number', ''],
  ])('of %s is taken over', (_what, text) => {
    writeFileSync(lock(), text);
    lockOutput(lock(), dist)();
    expect(readdirSync(root)).toEqual([]);
  });
});
