/** The zip that books are made of: what goes in comes out, read from its start and by its directory. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createZip } from '../../src/zip-worker/createZip.ts';
import { readZip } from '../support/readZip.ts';

async function readBytes(blob: Blob): Promise<Buffer> {
  return Buffer.from(await blob.arrayBuffer());
}

describe('a zip', () => {
  test('holds files as they were, with Chinese names, packed or not', async () => {
    const zip = createZip(new Date('2026-05-05T12:34:56'));
    const text = '藏报'.repeat(5000);
    const noise = randomBytes(300_000);
    await zip.add({ name: 'mimetype', content: 'application/epub+zip', isStored: true });
    await zip.add({ name: '笔记/一 篇.md', content: text, isStored: false });
    await zip.add({ name: 'p.jpg', content: new Blob([noise]), isStored: true });
    await zip.add({ name: 'noise', content: new Blob([noise]), isStored: false });
    await zip.add({ name: 'empty', content: '', isStored: false });
    const bytes = await readBytes(zip.finish());
    const files = readZip(bytes);
    expect(files.map(({ name }) => name)).toEqual([
      'mimetype',
      '笔记/一 篇.md',
      'p.jpg',
      'noise',
      'empty',
    ]);
    expect(files[1]?.content.toString()).toBe(text);
    expect(files[2]?.content.equals(noise)).toBe(true);
    // What gets no smaller is not packed; what can be packed is.
    expect(files.map(({ isStored }) => isStored)).toEqual([true, false, true, true, true]);
    expect(bytes.length).toBeLessThan(2 * noise.length + 2000);
    // EPUB (OCF, 4.3.3): these bytes at this place say what the file is.
    expect(bytes.toString('latin1', 38, 58)).toBe('application/epub+zip');
  });

  test('of many megabytes is whole', async () => {
    const zip = createZip(new Date());
    const noise = Array.from({ length: 7 }, () => randomBytes(2_000_000));
    for (const [index, content] of noise.entries())
      await zip.add({ name: `${index}`, content: new Blob([content]), isStored: true });
    const files = readZip(await readBytes(zip.finish()));
    expect(files.every(({ content }, index) => content.equals(noise[index] ?? Buffer.of()))).toBe(
      true,
    );
  });

  test('takes no more files than its format can count', async () => {
    const zip = createZip(new Date());
    for (let index = 0; index < 0xffff; index += 1)
      await zip.add({ name: `${index}`, content: '', isStored: true });
    await expect(zip.add({ name: 'more', content: '', isStored: true })).rejects.toThrow(
      RangeError,
    );
  });
});
