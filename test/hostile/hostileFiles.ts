/** A content file that is not as it should be, and what must become of it. */
export interface HostileFile {
  /** Name below the folder. */
  name: string;
  data: string | Uint8Array;
  /** `published`: without a word. `noted`: published, and the report says what was put right. `rejected`: only reported. */
  outcome: 'published' | 'noted' | 'rejected';
  /** A part of what the report says of it. */
  says?: string;
  /** The title that it is published under. */
  title?: string;
  /** What its HTML must hold. */
  holds?: string;
}

const DATE = 'date: Fri, 20 May 2022 05:10:02 GMT';
const BODY = '<p>　　末班车推迟了半个小时。</p>';
const CATEGORY = 'categories: \n - 坏';
const encoder = new TextEncoder();

/** A file with these lines as its front matter, and nothing else out of order. */
function build(lines: string, body = BODY): string {
  return `\n---\n${lines}\n${CATEGORY}\n${DATE}\n---\n${body}\n`;
}

function titled(title: string, body = BODY): string {
  return build(`title: '${title}'`, body);
}

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

/** How front matter can be. */
const HEADS: HostileFile[] = [
  { name: 'no head.md', data: BODY, outcome: 'noted', says: 'no front matter' },
  {
    name: 'unclosed head.md',
    data: `---\ntitle: '没有结尾'\n${CATEGORY}\n${BODY}`,
    outcome: 'noted',
    says: 'no closing ---',
    title: '没有结尾',
    holds: '末班车',
  },
  {
    name: 'rule in body.md',
    data: titled('横线', '<p>上</p>\n---\n<p>下</p>'),
    outcome: 'published',
    title: '横线',
    holds: '下',
  },
  {
    name: 'tab.md',
    data: `---\ntitle: '制表'\ncategories:\n\t- 坏\n${DATE}\n---\n${BODY}`,
    outcome: 'noted',
    says: 'not valid YAML',
    title: '制表',
  },
  {
    name: 'colon.md',
    data: build('title: 快讯: 冒号'),
    outcome: 'noted',
    says: 'not valid YAML',
    title: '快讯: 冒号',
  },
  {
    name: 'at.md',
    data: build('title: @提到'),
    outcome: 'noted',
    says: 'not valid YAML',
    title: '@提到',
  },
  {
    name: 'percent.md',
    data: build('title: %开头'),
    outcome: 'noted',
    says: 'not valid YAML',
    title: '%开头',
  },
  {
    name: 'star.md',
    data: build('title: *星'),
    outcome: 'noted',
    says: 'not valid YAML',
    title: '*星',
  },
  { name: 'bang.md', data: build('title: !叹'), outcome: 'noted', says: 'not valid YAML' },
  {
    name: 'unclosed quote.md',
    data: build("title: '没有收尾"),
    outcome: 'noted',
    says: 'not valid YAML',
    title: "'没有收尾",
  },
  {
    name: 'both quotes.md',
    data: build(`title: 'it's "两种"'`),
    outcome: 'noted',
    says: 'not valid YAML',
    title: "it's “两种”",
  },
  {
    name: 'duplicate.md',
    data: build("title: '第一'\ntitle: '第二'"),
    outcome: 'noted',
    says: 'not valid YAML',
    title: '第一',
  },
  {
    name: 'proto.md',
    data: build("title: '原型'\n__proto__:\n  polluted: 'yes'\nconstructor: 'x'"),
    outcome: 'noted',
    title: '原型',
  },
  {
    name: 'bomb.md',
    data: build(`title: '炸弹'\n${buildBomb()}`),
    outcome: 'noted',
    says: 'aliases are not read',
    title: '炸弹',
  },
  {
    name: 'function.md',
    data: build("title: '函数'\nrun: !!js/function 'function () { globalThis.hostileRan = 1 }'"),
    outcome: 'noted',
    title: '函数',
  },
  {
    name: 'js.md',
    data: `---js\nglobalThis.hostileRan = 2\n---\n${BODY}`,
    outcome: 'noted',
    says: 'no front matter',
    holds: 'hostileRan',
  },
  {
    name: 'no title.md',
    data: build('author: 某报'),
    outcome: 'noted',
    says: 'has no title',
    title: '末班车推迟了半个小时',
  },
  {
    name: 'no date.md',
    data: `---\ntitle: '没有日期'\n${CATEGORY}\n---\n${BODY}`,
    outcome: 'noted',
    says: 'has no date',
    title: '没有日期',
  },
  ...['2022-02-31', '2022-13-01', '0001-01-01', '9999-12-31', 'Invalid Date', '昨天'].map(
    (date): HostileFile => ({
      name: `date ${date}.md`,
      data: `---\ntitle: '日期'\n${CATEGORY}\ndate: ${date}\n---\n${BODY}`,
      outcome: 'noted',
      says: 'is no date',
    }),
  ),
  { name: 'number title.md', data: build('title: 2022'), outcome: 'published', title: '2022' },
  { name: 'list title.md', data: build('title: [一, 二]'), outcome: 'published', title: '一、二' },
  { name: 'null title.md', data: build('title: ~'), outcome: 'published', title: '~' },
  {
    name: 'map title.md',
    data: build('title:\n  a: b'),
    outcome: 'noted',
    says: 'neither text nor',
  },
  {
    name: 'long title.md',
    data: titled('长'.repeat(3500)),
    outcome: 'published',
    title: '长'.repeat(3500),
  },
  { name: 'markup title.md', data: titled('<b>'), outcome: 'published', title: '<b>' },
  { name: 'surrogate.md', data: build('title: "半个\\ud800字"'), outcome: 'published' },
  {
    name: 'same title 1.md',
    data: titled('同一个题目'),
    outcome: 'published',
    title: '同一个题目',
  },
  {
    name: 'same title 2.md',
    data: titled('同一个题目'),
    outcome: 'published',
    title: '同一个题目',
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
  // Three spellings of one name: its last letter as one character, as two, as three.
  'caf\u1ebf.md',
  'caf\u00ea\u0301.md',
  'cafe\u0302\u0301.md',
  // 255 bytes.
  `${'长'.repeat(84)}.md`,
].map(
  (name): HostileFile => ({
    name,
    data: titled('名字'),
    ...(/^caf[^e]/.test(name)
      ? { outcome: 'noted', says: 'its id is made from' }
      : { outcome: 'published' }),
    title: '名字',
  }),
);

/** Files that anyone may find in a folder, each with its outcome. */
export const HOSTILE_FILES: readonly HostileFile[] = [...BYTES, ...HEADS, ...BODIES, ...NAMES];

/** Aliases that would make 10^9 items of ten lines. */
function buildBomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let n = 1; n < 10; n++)
    lines.push(
      `a${n}: &a${n} [${Array(10)
        .fill(`*a${n - 1}`)
        .join(', ')}]`,
    );
  return lines.join('\n');
}
