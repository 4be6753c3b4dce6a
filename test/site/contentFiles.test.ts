/** Files that the settings name: in the content folder, there, and what they should be. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExpectedError } from '../../src/archive/command/Message.ts';
import { readSite } from '../../src/archive/site/readSite.ts';
import type { SiteSettings } from '../../src/archive/site/SiteSettings.ts';
import { buildPng } from '../support/buildPng.ts';
import { buildSvg, writeContent } from './writeContent.ts';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-site-'));
  folder = join(root, 'content');
  mkdirSync(folder);
  writeContent(root, { 'outside.svg': buildSvg(9, 9), 'outside.md': '外面' });
  writeContent(folder, {
    'mark/logo.svg': buildSvg(120, 40),
    'icon.svg': buildSvg(64, 64),
    'wide.png': buildPng('wide'), // 80 × 60
    'renamed.png': buildSvg(64, 64),
    'script.svg': buildSvg(9, 9, '<script>1</script>'),
    'about.md': '# 关于',
    'bytes.md': Uint8Array.from({ length: 3000 }, (_, n) => (n * 167 + (n >> 3)) % 256),
    'notes.txt': '不是图',
  });
  symlinkSync(join(root, 'outside.svg'), join(folder, 'linked.svg'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function read(line: string): SiteSettings {
  writeContent(folder, { 'site.yaml': `title: 码头\n\n${line}\n` });
  return readSite(root, {}).settings;
}

test.each([
  ['logo: mark/logo.svg', { logo: 'mark/logo.svg' }],
  ['logo: ./mark/../mark/logo.svg', { logo: 'mark/logo.svg' }],
  ['icon: icon.svg', { icon: 'icon.svg' }],
  ['about: about.md', { about: 'about.md' }],
])('%s is taken', (line, settings) => {
  expect(read(line)).toMatchObject(settings);
});

test.each([
  ['logo: gone.svg', 'names “gone.svg”, which is not in the content folder'],
  ['logo: ../outside.svg', 'names “../outside.svg”, which lies outside of the content folder'],
  ['logo: /etc/hostname', 'names “/etc/hostname”, which lies outside of the content folder'],
  ['logo: linked.svg', 'names “linked.svg”, which lies outside of the content folder'],
  ['logo: mark', 'names “mark”, which can'],
  ['logo: notes.txt', 'names “notes.txt”, which is no picture by its name'],
  ['logo: script.svg', 'names “script.svg”, which holds a script'],
  ['icon: notes.txt', 'names “notes.txt”, which is no picture, or damaged'],
  ['icon: wide.png', 'names “wide.png”, which is 80 × 60 pixels; an icon is a square of at least'],
  ['icon: renamed.png', 'names “renamed.png”, but an icon is a PNG or an SVG'],
  ['icon: gone.png', 'names “gone.png”, which is not in the content folder'],
  ['about: gone.md', 'names “gone.md”, which is not in the content folder'],
  ['about: ../outside.md', 'names “../outside.md”, which lies outside of the content folder'],
  ['about: icon.svg', 'names “icon.svg”, which is no Markdown file (.md)'],
  ['about: bytes.md', 'names “bytes.md”, which is no text'],
])('%s is refused with its line', (line, words) => {
  const [key] = line.split(':');
  expect(() => read(line)).toThrow(ExpectedError);
  expect(() => read(line)).toThrow(`content/site.yaml:3 “${key}” ${words}`);
});

test.each([
  '<meta name="verify" content="x">',
  '<script src="https://a.example/x.js" async></script>',
  '<script>if (1 < 2) window.a = 1;</script>\n<link rel="me" href="https://a.example/">',
  '<!-- mine -->',
])('a line of the head is taken: %s', (line) => {
  expect(read(`head:\n  - ${JSON.stringify(line)}`).head).toEqual([line]);
});

// Each would swallow what stands behind it, or end the head.
test.each([
  '<script>window.a = 1;',
  '<!-- never closed',
  '<p>words</p>',
  '<meta name="a"><div>',
  '<noscript>',
  'words',
])('a line of the head is refused: %s', (line) => {
  expect(() => read(`head:\n  - ${JSON.stringify(line)}`)).toThrow(
    'content/site.yaml:3 “head” must be a meta, link or script element',
  );
});
