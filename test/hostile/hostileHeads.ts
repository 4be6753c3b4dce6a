import { BODY, build, CATEGORY, DATE, type HostileFile, titled } from './buildHostileFile.ts';

/** How front matter can be. */
export const HOSTILE_HEADS: HostileFile[] = [
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
