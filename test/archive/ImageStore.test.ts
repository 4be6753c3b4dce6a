import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ArchiveWriter } from '../../src/archive/output/ArchiveWriter.ts';
import { ImageStore } from '../../src/archive/output/ImageStore.ts';

/** A red GIF of 2 × 1 pixels. */
const GIF = Buffer.from('R0lGODlhAgABAPAAAP8AAAAAACH5BAAAAAAALAAAAAACAAEAAAICBAoAOw==', 'base64');
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><rect width="9" height="9"/></svg>';

let root: string;
let store: ImageStore;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-images-'));
  mkdirSync(join(root, 'content/甲/pictures'), { recursive: true });
  mkdirSync(join(root, 'content/乙'));
  store = new ImageStore(join(root, 'content'), new ArchiveWriter(join(root, 'out')));
});
afterEach(() => rmSync(root, { recursive: true }));

const save = (path: string, data: string | Uint8Array) => writeFileSync(join(root, path), data);
const listPublished = () => {
  const folder = join(root, 'out/archive/images');
  return existsSync(folder) ? readdirSync(folder) : [];
};

/** Pictures beside content files are the only files that are copied to the site: nothing else may come out this way. */
describe('ImageStore', () => {
  test('publishes a picture with its size under the hash of its bytes', () => {
    save('content/甲/pictures/a.gif', GIF);
    const published = store.publish('甲/a.md', 'pictures/a.gif');
    expect(published).toEqual({
      src: expect.stringMatching(/^archive\/images\/[a-z2-7]{12}\.gif$/),
      width: 2,
      height: 1,
    });
    expect(readFileSync(join(root, 'out', (published as { src: string }).src))).toEqual(GIF);
  });

  test('one picture under two names is published once', () => {
    save('content/甲/a.gif', GIF);
    save('content/乙/b.GIF', GIF);
    expect(store.publish('甲/a.md', './a.gif')).toEqual(store.publish('乙/b.md', '../乙/b.GIF'));
    expect(listPublished()).toHaveLength(1);
  });

  test.each(['夜 站.svg', '%E5%A4%9C%20%E7%AB%99.svg', '夜 站.svg?v=1', '夜 站.svg#a'])(
    'finds %s',
    (address) => {
      save('content/甲/夜 站.svg', SVG);
      expect(store.publish('甲/a.md', address)).toMatchObject({ width: 64, height: 48 });
    },
  );

  test.each([
    ['/images/a.gif', 'content/images/a.gif'],
    ['/images/b.gif', 'content/source/images/b.gif'],
    ['c.gif', 'content/甲/a/c.gif'],
    ['images/d.gif', 'content/images/d.gif'],
    ['640', 'content/甲/640'],
    ['640?wx_fmt=png', 'content/甲/640'],
    ['e.jpg!large', 'content/甲/e.jpg!large'],
    ['f.gif!large', 'content/甲/f.gif'],
    ['g.jfif', 'content/甲/g.jfif'],
    ['\u00e9.gif', 'content/甲/e\u0301.gif'],
    ['e\u0301.gif', 'content/甲/\u00e9.gif'],
    ['C%23.gif', 'content/甲/C#.gif'],
  ])('%s is found in %s, whatever its name says', (address, file) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    save(file, GIF);
    expect(store.publish('甲/a.md', address)).toEqual({
      src: expect.stringMatching(/\.gif$/),
      width: 2,
      height: 1,
    });
  });

  test('publishes a picture that stands in the body itself', () => {
    const embedded = `data:image/png;base64,${GIF.toString('base64')}`;
    expect(store.publish('甲/a.md', embedded)).toMatchObject({ width: 2, height: 1 });
    expect(store.publish('甲/a.md', `data:image/svg+xml,${encodeURIComponent(SVG)}`)).toMatchObject(
      {
        width: 64,
      },
    );
    expect(store.publish('甲/a.md', 'data:image/png;base64,AAAA')).toMatchObject({
      en: expect.stringMatching(/no picture/),
    });
    expect(store.publish('甲/a.md', 'data:image/svg+xml,%')).toMatchObject({
      en: expect.stringMatching(/no picture/),
    });
  });

  test('a script is none in a picture of any name', () => {
    save('content/甲/a.png', SVG.replace('<rect', '<script>alert(1)</script><rect'));
    expect(store.publish('甲/a.md', 'a.png')).toMatchObject({
      en: expect.stringMatching(/script/),
    });
  });

  test('finds a file whose name holds a percent sign', () => {
    save('content/甲/50%.gif', GIF);
    expect(store.publish('甲/a.md', '50%.gif')).toMatchObject({ width: 2 });
  });

  test.each([
    '../../secret.gif',
    '..%2f..%2fsecret.gif',
    '../../../../../../etc/passwd.png',
    '%2e%2e/%2e%2e/secret.gif',
  ])('reads nothing outside of the content folder: %s', (address) => {
    save('secret.gif', GIF);
    expect(store.publish('甲/a.md', address)).toMatchObject({
      en: expect.stringMatching(/outside|not there/),
    });
    expect(listPublished()).toEqual([]);
  });

  test('a folder whose name begins like the content folder’s is outside too', () => {
    mkdirSync(join(root, 'content-private'));
    save('content-private/a.gif', GIF);
    expect(store.publish('甲/a.md', '../../content-private/a.gif')).toMatchObject({
      en: expect.stringMatching(/outside/),
    });
  });

  test('follows no link out of the content folder', () => {
    save('secret.gif', GIF);
    symlinkSync(join(root, 'secret.gif'), join(root, 'content/甲/a.gif'));
    symlinkSync(root, join(root, 'content/甲/up'));
    expect(store.publish('甲/a.md', 'a.gif')).toMatchObject({
      en: expect.stringMatching(/outside/),
    });
    expect(store.publish('甲/a.md', 'up/secret.gif')).toMatchObject({
      en: expect.stringMatching(/outside/),
    });
    expect(listPublished()).toEqual([]);
  });

  test('a link within the content folder is as good as a file', () => {
    save('content/乙/a.gif', GIF);
    symlinkSync(join(root, 'content/乙/a.gif'), join(root, 'content/甲/a.gif'));
    expect(store.publish('甲/a.md', 'a.gif')).toMatchObject({ width: 2 });
  });

  test('says why a picture is left out', () => {
    save('content/甲/a.txt', 'text');
    save('content/甲/a.gif', '<html>404</html>');
    save('content/甲/empty.png', '');
    mkdirSync(join(root, 'content/甲/folder.png'));
    expect(store.publish('甲/a.md', 'a.txt')).toMatchObject({
      en: expect.stringMatching(/no picture/),
    });
    expect(store.publish('甲/a.md', 'a.gif')).toMatchObject({
      en: expect.stringMatching(/damaged/),
    });
    expect(store.publish('甲/a.md', 'empty.png')).toMatchObject({
      en: expect.stringMatching(/damaged/),
    });
    expect(store.publish('甲/a.md', 'gone.png')).toMatchObject({
      en: expect.stringMatching(/not there/),
    });
    expect(store.publish('甲/a.md', 'folder.png')).toHaveProperty('zh');
    expect(store.publish('甲/a.md', 'nul%00.png')).toHaveProperty('zh');
    expect(listPublished()).toEqual([]);
  });

  /** Opened by its own address, an SVG is a page of the site: a script in it would read the reader's bookmarks. */
  test.each([
    ['script', '<script>alert(1)</script>'],
    ['SCRIPT in capitals', '<SCRIPT>alert(1)</SCRIPT>'],
    [
      'script of a named space',
      '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    ],
    ['handler', '<rect onclick="alert(1)" width="9" height="9"/>'],
    ['handler behind a line break', '<rect\nonload\n=\n"alert(1)" width="9" height="9"/>'],
    ['link to a script', '<a href="javascript:alert(1)"><rect width="9" height="9"/></a>'],
    [
      'link to a script in disguise',
      '<a href="java&#115;cript:alert(1)"><rect width="9" height="9"/></a>',
    ],
    ['page inside', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'],
    [
      'link to a script that is animated in',
      '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
    ],
  ])('an SVG with a %s is no picture', (_, content) => {
    save('content/甲/a.svg', SVG.replace('<rect', `${content}<rect`));
    expect(store.publish('甲/a.md', 'a.svg')).toMatchObject({
      en: expect.stringMatching(/script/),
    });
    expect(listPublished()).toEqual([]);
  });

  test('an SVG with an entity is no picture', () => {
    save('content/甲/a.svg', `<!DOCTYPE svg [<!ENTITY a "b">]>${SVG}`);
    expect(store.publish('甲/a.md', 'a.svg')).toMatchObject({
      en: expect.stringMatching(/script/),
    });
  });

  test('words such as “description” and “online” in an SVG do no harm', () => {
    save('content/甲/a.svg', SVG.replace('<rect', '<desc>on line = 1 description</desc><rect'));
    expect(store.publish('甲/a.md', 'a.svg')).toMatchObject({ width: 64 });
  });
});
