import { BODY, type HostileFile, titled } from './buildHostileFile.ts';
import { HOSTILE_HEADS } from './hostileHeads.ts';

const encoder = new TextEncoder();

function withByte(text: string, byte: number): Uint8Array {
  const bytes = encoder.encode(text);
  return Uint8Array.from([...bytes.slice(0, -8), byte, ...bytes.slice(-8)]);
}

/** GBK of 末班车推迟, five times; the rest is ASCII. */
const GBK_WORDS = Array.from({ length: 5 }, () => [
  0xc4, 0xa9, 0xb0, 0xe0, 0xb3, 0xb5, 0xcd, 0xc6, 0xb3, 0xd9,
]).flat();

/** How the bytes of a file can be. */
const BYTES: HostileFile[] = [
  {
    name: 'gbk.md',
    data: Uint8Array.from([
      ...encoder.encode("---\ntitle: 'GBK'\n---\n<p>"),
      ...GBK_WORDS,
      ...encoder.encode('</p>'),
    ]),
    outcome: 'noted',
    says: 'GB 18030',
    holds: '末班车推迟',
  },
  {
    name: 'utf16le.md',
    data: Uint8Array.from(Buffer.from(`\uFEFF${titled('十六位')}`, 'utf16le')),
    outcome: 'noted',
    says: 'was UTF-16',
    title: '十六位',
  },
  {
    name: 'utf16be.md',
    data: Uint8Array.from(Buffer.from(`\uFEFF${titled('大端')}`, 'utf16le').swap16()),
    outcome: 'noted',
    says: 'was UTF-16',
    title: '大端',
  },
  {
    name: 'one bad byte.md',
    data: withByte(titled('坏一字节', BODY.repeat(5)), 0xff),
    outcome: 'noted',
    says: '1 byte',
    title: '坏一字节',
  },
  { name: 'bom.md', data: `\uFEFF${titled('标记')}`, outcome: 'published', title: '标记' },
  {
    name: 'crlf.md',
    data: titled('回车换行').replaceAll('\n', '\r\n'),
    outcome: 'published',
    title: '回车换行',
  },
  {
    name: 'cr.md',
    data: titled('回车').replaceAll('\n', '\r'),
    outcome: 'published',
    title: '回车',
  },
  {
    name: 'no final newline.md',
    data: titled('没有换行').trimEnd(),
    outcome: 'published',
    title: '没有换行',
  },
  { name: 'zero.md', data: '', outcome: 'rejected', says: 'is empty' },
  { name: 'blanks.md', data: ' \n\t　\u00a0\n', outcome: 'rejected', says: 'is empty' },
  {
    name: 'nul.md',
    data: titled('零', '<p>前\0后</p>'),
    outcome: 'published',
    title: '零',
    holds: '前后',
  },
  {
    name: 'u2028.md',
    data: titled('分行', '<p>前\u2028后\u2029尾</p>'),
    outcome: 'published',
    holds: '尾',
  },
  {
    name: 'picture.md',
    data: Uint8Array.from({ length: 3000 }, (_, i) => (i * 167 + (i >> 3)) % 256),
    outcome: 'rejected',
    says: 'is no text',
  },
];

/** How bodies can be. */
const BODIES: HostileFile[] = [
  {
    name: 'deep.md',
    data: titled('深', `${'<div><blockquote>'.repeat(10_000)}底`),
    outcome: 'published',
    holds: '底',
  },
  {
    name: 'pictures.md',
    data: titled(
      '图多',
      Array.from({ length: 5000 }, (_, n) => `<img src="https://p.example/${n}.png">`).join(''),
    ),
    outcome: 'published',
    holds: '4999.png',
  },
  {
    name: 'elements.md',
    data: titled('元素多', '<b>字</b>'.repeat(250_001)),
    outcome: 'rejected',
    says: 'has more than 250,000 elements',
  },
  {
    // A few kilobytes, of which a parser makes millions of elements: what was never closed is opened anew in each
    // paragraph.
    name: 'fonts.md',
    data: titled(
      '字体多',
      `<p>${Array.from({ length: 1000 }, (_, n) => `<font size="${n}">`).join('')}${'<p>字'.repeat(1000)}`,
    ),
    outcome: 'rejected',
    says: 'has more than 250,000 elements',
  },
  {
    name: 'long line.md',
    data: titled('长行', `<p>${'字'.repeat(700_000)}</p>`),
    outcome: 'published',
  },
  {
    name: 'large.md',
    data: titled('大', '<p>末班车推迟了半个小时。</p>\n'.repeat(230_000)),
    outcome: 'published',
  },
  {
    name: 'plaintext.md',
    data: titled('原文', '<p>前</p><plaintext><p>后</p><script>hostileRan = 3</script>'),
    outcome: 'published',
    holds: '后',
  },
  {
    name: 'comment.md',
    data: titled('注释', '<p>前</p><!-- 没有收尾 <p>后</p>'),
    outcome: 'published',
    holds: '前',
  },
  {
    name: 'script.md',
    data: titled('脚本', '<p>前</p></script><script>globalThis.hostileRan = 4</script><p>后</p>'),
    outcome: 'published',
    holds: '后',
  },
];

/** How files can be named. */
const NAMES: HostileFile[] = [
  '"quotes".md',
  "'single'.md",
  '🚄🚉.md',
  '#hash.md',
  'what?.md',
  '100%.md',
  '%2e%2e%2fout.md',
  '..%2fout.md',
  '..out.md',
  '-rf.md',
  'two\nlines.md',
  'back\\slash.md',
  '<b>.md',
  'con.md',
  'UPPER.MD',
  'upper.md',
  // Three spellings of one name: its last letter as one character, as two, as three. Each gets an id of its own.
  'caf\u1ebf.md',
  'caf\u00ea\u0301.md',
  'cafe\u0302\u0301.md',
  // 255 bytes.
  `${'长'.repeat(84)}.md`,
].map(
  (name): HostileFile => ({
    name,
    data: titled('名字'),
    ...(/^caf/.test(name)
      ? { outcome: 'noted', says: 'its id is made from' }
      : { outcome: 'published' }),
    title: '名字',
  }),
);

/** Files that anyone may find in a folder, each with its outcome. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...BYTES,
  ...HOSTILE_HEADS,
  ...BODIES,
  ...NAMES,
];
