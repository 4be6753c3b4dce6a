/**
 * Makes content folders of any size for tests and benchmarks: synthetic articles in the archive's markup, the same
 * for the same number on every machine. Sizes follow the real archive (archive-format figures: median 3.8 k
 * characters, upper decile 10 k, one article of 211 k), half of the articles have pictures, and dates run over 18
 * months.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, type Random } from './createRandom.ts';
import { writeSentence, writeTitle } from './writeChinese.ts';

export interface GenerateOptions {
  /** Number of articles. */
  count: number;
  folder: string;
  /** Another seed gives other articles. */
  seed?: number;
  /** Articles have tags: a few that many have, and about as many rare ones as there are articles. */
  hasTags?: boolean;
}

const CHANNELS: [name: string, share: number][] = [
  ['新浪财经－国內', 0.55],
  ['新浪财经－股市', 0.18],
  ['新浪财经－港股', 0.09],
  ['新浪财经－美股', 0.08],
  ['新浪财经－产经', 0.06],
  ['新浪财经－理财', 0.04],
];
const FIRST_DAY = Date.UTC(2021, 2, 1);
const DAYS = 548;
const HUGE = 211_000;
/** Characters of the promotion and the front matter around each text. */
const FRAME = 1150;
const PROMOTION_CODE = 'https://n.sinaimg.cn/finance/cece9e13/20200514/343233024.png';

/** Writes the content folder. */
export function generateArchive({
  count,
  folder,
  seed = 1,
  hasTags = false,
}: GenerateOptions): void {
  for (const [name] of CHANNELS)
    mkdirSync(join(folder, '金融/新浪财经', name), { recursive: true });
  for (let index = 0; index < count; index++) {
    const { path, text } = generateArticle(index, count, seed);
    writeFileSync(join(folder, path), hasTags ? addTags(text, index, seed) : text);
  }
}

/** Gives one article's path and text. */
export function generateArticle(
  index: number,
  count: number,
  seed = 1,
): { path: string; text: string } {
  const random = createRandom(seed * 1_000_003 + index);
  const channel = chooseChannel(random);
  const title = `${writeTitle(random)}${index}号`;
  const time = FIRST_DAY + (index / count) * DAYS * 86_400_000 + random.integer(0, 3_600_000);
  const size = index === Math.floor(count / 2) ? HUGE : drawSize(random);
  const pictures = random.chance(0.5) ? drawPictures(random, index) : [];
  const lead = pictures[0] ?? PROMOTION_CODE;
  const header = [
    '',
    '---',
    `title: '${title}'`,
    'categories: ',
    ' - 金融',
    ' - 新浪财经',
    ` - ${channel}`,
    `headimg: '${lead}'`,
    'author: 新浪财经',
    'comments: false',
    `date: ${new Date(time).toUTCString()}`,
    `thumbnail: '${lead}'`,
    '---',
    '',
    '<div>   ',
  ];
  const body = writeBody(random, Math.max(200, size - FRAME), pictures, title);
  const text = `${header.join('\n')}\n${body}${writeTail(random)}\n</div>\n            `;
  return { path: `金融/新浪财经/${channel}/${title}.md`, text };
}

/** Adds two to six tags to an article's front matter. */
function addTags(text: string, index: number, seed: number): string {
  const random = createRandom(seed * 2_000_003 + index);
  const rare = Array.from({ length: random.integer(1, 3) }, () =>
    random.chance(0.5) ? `第${random.integer(1, 2000)}号计划` : writeTitle(random).slice(0, 9),
  );
  const frequent = Array.from({ length: random.integer(1, 3) }, () => random.pick(FREQUENT_TAGS));
  const lines = [...new Set([...frequent, ...rare])].map((tag) => `\n - ${tag}`).join('');
  return text.replace('\ncomments: false', `\ntags:${lines}\ncomments: false`);
}

const FREQUENT_TAGS = '宏观 外贸 制造业 银行 AI 新能源 房地产 A股 港口航运 跨境电商'.split(' ');

function chooseChannel(random: Random): string {
  let left = random.next();
  for (const [name, share] of CHANNELS) {
    left -= share;
    if (left < 0) return name;
  }
  return '新浪财经－国內';
}

/** Log-normal: median 3.8 k; 1.2816 standard deviations above it lies the upper decile, 10 k. */
function drawSize(random: Random): number {
  const size = 3800 * Math.exp(random.normal() * (Math.log(10_000 / 3800) / 1.2816));
  return Math.min(Math.max(1400, size), 60_000);
}

function drawPictures(random: Random, index: number): string[] {
  const count = random.chance(0.6) ? 1 : random.integer(2, 7);
  return Array.from({ length: count }, (_, number) => {
    const [width, height] = [random.integer(400, 1200), random.integer(300, 900)];
    return `https://n.sinaimg.cn/spider/${index}/w${width}h${height}/20220101/${number}-example.jpg`;
  });
}

function writeBody(random: Random, size: number, pictures: string[], title: string): string {
  const parts: string[] = [];
  const style = random.chance(0.6) ? ' cms-style="font-L"' : '';
  if (random.chance(0.4)) parts.push(`<p>　　原标题：${title}</p>`);
  let length = 0;
  let nextPicture = 0;
  while (length < size) {
    let sentences = '';
    const wanted = random.integer(60, 260);
    while (sentences.length < wanted) sentences += writeSentence(random);
    const isSplit = style !== '' && random.chance(0.3);
    const inner = isSplit
      ? `<font cms-style="font-L">${sentences.slice(0, 20)}</font>${sentences.slice(20)}`
      : sentences;
    const paragraph = `<p${style}>　　${inner}</p>`;
    parts.push(paragraph);
    length += paragraph.length;
    if (nextPicture < pictures.length && random.chance(0.5))
      parts.push(writePicture(random, pictures[nextPicture] as string, nextPicture++));
    else if (random.chance(0.08))
      parts.push(`<p cms-style="font-L strong-Bold">　　${writeTitle(random)}</p>`);
  }
  for (; nextPicture < pictures.length; nextPicture++)
    parts.push(writePicture(random, pictures[nextPicture] as string, nextPicture));
  if (random.chance(0.4)) parts.push('<p>　　来源：生成示例</p>');
  return parts.join('\n');
}

function writePicture(random: Random, src: string, number: number): string {
  const caption = random.chance(0.3) ? `${writeTitle(random)}。资料图` : '';
  return `<div class="img_wrapper"><img id="${number}" src="${src}" alt="${caption}" referrerpolicy="no-referrer"><span class="img_descr">${caption}</span></div>`;
}

/** The parts that the original site put under every article. */
function writeTail(random: Random): string {
  const codes = random.chance(0.2) ? `sh60${random.integer(1000, 9999)}` : '';
  const rules = [
    'border:1px solid;padding:8px;',
    'float:left;',
    'width:74px;',
    'float:left;font-size:20px;line-height:74px;',
  ];
  const sheet = rules.map((rule, index) => `.appendQr_${index}&#123;${rule}&#125;`).join('\n');
  return `<!-- news_keyword_pub,stock,${codes} -->
${'\n'.repeat(6)}<!-- 正文下iframe -->\n<!-- 正文下iframe -->\n${'\n'.repeat(10)}<!-- 总声明-->\n<!-- 总声明-->
<style>\n${sheet}\n</style>
<div class="clearfix appendQr_wrap">
    <div class="appendQr_normal"><img src="${PROMOTION_CODE}" referrerpolicy="no-referrer"></div>
    <div class="appendQr_normal_txt">示例推广：扫码下载示例客户端</div>
</div>
<p class="article-editor">责任编辑：示例 SF0${random.integer(10, 99)}</p>`;
}
