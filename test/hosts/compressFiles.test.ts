import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compressFiles } from '../../src/archive/output/compressFiles.ts';

const LONG = JSON.stringify({ html: '<p>央行开展逆回购操作，利率不变。</p>'.repeat(100) });
/** Bytes that nothing makes smaller. */
const NOISE = Buffer.from(
  Array.from({ length: 3000 }, (_, n) => ((n * n * 7919 + (n >> 3) * 104729) >> 7) & 255),
);

function writeSite(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cangbao-compress-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const ARTICLE = 'archive/articles/aaaaaaaaaaaa.json';

test('each text that becomes smaller has both beside it, and nothing else has', async () => {
  const folder = writeSite({
    [ARTICLE]: LONG,
    'index.html': LONG,
    'assets/a.js': LONG,
    'assets/a.css': LONG,
    'icon.svg': LONG,
    'manifest.webmanifest': LONG,
    'archive/search/plan.bin': LONG,
    'archive/search/1.bin': NOISE,
    'short.json': '{"a":1}',
    'photo.png': LONG,
    _headers: LONG,
  });
  expect(await compressFiles(folder)).toEqual({ count: 7, fresh: 7 });
  const written = readdirSync(folder, { recursive: true }).map(String);
  const plain = written.filter((path) => path.endsWith('.gz')).map((path) => path.slice(0, -3));
  expect(plain.sort()).toEqual([
    ARTICLE,
    'archive/search/plan.bin',
    'assets/a.css',
    'assets/a.js',
    'icon.svg',
    'index.html',
    'manifest.webmanifest',
  ]);
  expect(written.filter((path) => path.endsWith('.br'))).toHaveLength(7);
  for (const path of plain) {
    expect(gunzipSync(readFileSync(join(folder, `${path}.gz`))).toString()).toBe(LONG);
    expect(brotliDecompressSync(readFileSync(join(folder, `${path}.br`))).toString()).toBe(LONG);
  }
});

test('equal content gives equal bytes, without time and system', async () => {
  const [one, two] = [writeSite({ [ARTICLE]: LONG }), writeSite({ [ARTICLE]: LONG })];
  await compressFiles(one);
  await compressFiles(two);
  for (const ending of ['.gz', '.br']) {
    const [a, b] = [one, two].map((folder) => readFileSync(join(folder, ARTICLE + ending)));
    expect(a).toEqual(b);
  }
  // RFC 1952: four bytes of time, and behind the flags the system.
  const header = readFileSync(join(one, `${ARTICLE}.gz`));
  expect([...header.subarray(4, 8), header[9]]).toEqual([0, 0, 0, 0, 255]);
});

test('what the standing site has of an equal file is taken over; what has changed is made anew', async () => {
  const changed = 'archive/catalogue.json';
  const copied = 'archive/lists/a/1.json';
  const standing = writeSite({ [ARTICLE]: LONG, [changed]: LONG, [copied]: LONG });
  await compressFiles(standing);
  // Of the same size, so that only the bytes tell.
  const next = writeSite({ [changed]: LONG.replace('央行', '银行'), [copied]: LONG });
  mkdirSync(join(next, 'archive/articles'), { recursive: true });
  linkSync(join(standing, ARTICLE), join(next, ARTICLE));
  expect(await compressFiles(next, standing)).toEqual({ count: 3, fresh: 1 });
  const inode = (folder: string, path: string) => statSync(join(folder, path)).ino;
  for (const path of [`${ARTICLE}.gz`, `${ARTICLE}.br`, `${copied}.gz`])
    expect(inode(next, path)).toBe(inode(standing, path));
  expect(gunzipSync(readFileSync(join(next, `${changed}.gz`))).toString()).toContain('银行');
});

test('a standing site that was built without is no help and no harm', async () => {
  const standing = writeSite({ [ARTICLE]: LONG });
  const next = writeSite({ [ARTICLE]: LONG });
  expect(await compressFiles(next, standing)).toEqual({ count: 1, fresh: 1 });
  expect(await compressFiles(writeSite({ [ARTICLE]: LONG }), join(standing, 'nowhere'))).toEqual({
    count: 1,
    fresh: 1,
  });
});
