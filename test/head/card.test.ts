/** The picture of pages that have none: drawn, or the owner's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { imageSize } from 'image-size';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildCard } from '../../src/archive/head/buildCard.ts';
import { Drawing } from '../../src/archive/head/Drawing.ts';
import { readCardFile } from '../../src/archive/site/readContentFile.ts';
import { buildPng } from '../support/buildPng.ts';

const PUBLIC = resolve(import.meta.dirname, '../../public');
const UNSET = { card: undefined, icon: undefined, accent: undefined };

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'cangbao-card-'));
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

/** Returns how a pixel of a drawn card looks, `#rrggbb`. */
function readPixel(png: Buffer, x: number, y: number): string {
  const { width } = imageSize(png);
  const start = png.indexOf('IDAT') + 4;
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  const place = y * (1 + 3 * width) + 1 + 3 * x;
  return `#${rows.subarray(place, place + 3).toString('hex')}`;
}

test('is a PNG of the size that previews ask for, always the same, in the accent', () => {
  const card = buildCard(PUBLIC, content, UNSET);
  expect(card).toMatchObject({ src: 'card.png', width: 1200, height: 630 });
  expect(imageSize(card.bytes)).toMatchObject({ width: 1200, height: 630, type: 'png' });
  expect(buildCard(PUBLIC, content, UNSET).bytes.equals(card.bytes)).toBe(true);
  expect(card.bytes.length).toBeLessThan(30_000);
  expect(readPixel(card.bytes, 600, 5)).toBe('#a5302a');
  const blue = buildCard(PUBLIC, content, { ...UNSET, accent: '#1a5fb4' });
  expect(readPixel(blue.bytes, 600, 5)).toBe('#1a5fb4');
});

test('carries the seal, but not beside the owner’s own icon', () => {
  const inSeal = [150, 300] as const;
  expect(readPixel(buildCard(PUBLIC, content, UNSET).bytes, ...inSeal)).toBe('#a5302a');
  // A stroke of the seal, light on red.
  expect(readPixel(buildCard(PUBLIC, content, UNSET).bytes, 280, 247)).toBe('#fffdf9');
  const own = buildCard(PUBLIC, content, { ...UNSET, icon: 'icon.png' });
  expect(readPixel(own.bytes, ...inSeal)).toBe('#faf8f3');
});

test('is the owner’s where there is one', () => {
  const bytes = buildPng('card');
  writeFileSync(join(content, 'Own.PNG'), bytes);
  const card = readCardFile('Own.PNG', content);
  expect(buildCard(PUBLIC, content, { ...UNSET, card })).toEqual({
    src: 'card.png',
    width: 80,
    height: 60,
    bytes,
  });
});

test('the owner’s is no SVG, which previews don’t take', () => {
  writeFileSync(
    join(content, 'card.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>',
  );
  expect(() => readCardFile('card.svg', content)).toThrow(/a card is a PNG, a JPEG or a WebP/);
});

test('shapes have smooth edges and stay inside of the picture', () => {
  const drawing = new Drawing(4, 4, '#000000');
  drawing.fillBox({ x: -5, y: 1.5 }, { x: 99, y: 99 }, '#ffffff');
  const png = drawing.encode();
  expect(readPixel(png, 0, 0)).toBe('#000000');
  expect(readPixel(png, 3, 1)).toBe('#808080');
  expect(readPixel(png, 3, 3)).toBe('#ffffff');
});
