import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runFolderVariable } from '../support/buildSite.ts';

/** The category whose name would break a careless address. */
export const oddCategory = '杂项/怪名报/100%？#1 & a+b';

/** The article with what is hard to lay out: a wide table, a long address, pictures of other hosts. */
export const hardTitle = '难以排版的一篇';

/** How many articles stand in the long channel; more than two full list pages. */
export const longCount = 260;

/**
 * Writes a folder of invented content files and gives its path: a channel of several list pages with undated articles
 * and days that hold several, a category with an odd name, an article that is hard to lay out. Test files of one run
 * share the folder: the first to rename its draft wins.
 */
export async function writeLongContent(): Promise<string> {
  const runFolder = process.env[runFolderVariable] ?? '';
  const folder = join(runFolder, 'long-content');
  const draft = await mkdtemp(join(runFolder, 'long-content-'));
  await Promise.all([
    ...Array.from({ length: longCount }, (_, index) =>
      writeContentFile(draft, buildPlainFile(index)),
    ),
    writeContentFile(draft, buildHardFile()),
    writeContentFile(draft, {
      name: 'odd',
      title: '怪名分类里的文章',
      categories: oddCategory.split('/'),
      date: 'Mon, 04 Jan 2021 02:00:00 GMT',
      body: '<p>地址里有百分号、问号、井号和空格，也要能打开。</p>',
    }),
  ]);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

type ContentFile = {
  name: string;
  title: string;
  categories: string[];
  date: string;
  body: string;
};

async function writeContentFile(folder: string, file: ContentFile): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = [
    '',
    '---',
    `title: '${file.title}'`,
    'categories: ',
    ...file.categories.map((name) => ` - '${name}'`),
    "headimg: ''",
    `author: ${file.categories[1]}`,
    'comments: false',
    `date: ${file.date}`,
    "thumbnail: ''",
    '---',
    '',
    `<div>   \n${file.body}\n</div>`,
  ];
  await writeFile(join(folder, `${file.name}.md`), lines.join('\n'));
}

const longCategories = ['长篇', '连载报', '每日'];
const start = Date.UTC(2021, 0, 5, 1);

/**
 * Every seventh has no date; the others come 31 hours apart, some of them in threes within minutes. Titles and
 * excerpts differ in length.
 */
function buildPlainFile(index: number): ContentFile {
  const hours = 31 * (index - (index % 10 < 3 ? index % 10 : 0));
  const date = new Date(start + hours * 3_600_000 + (index % 10) * 60_000);
  return {
    name: `plain-${index}`,
    title: `第${index + 1}号稿件${'，标题长短不一'.repeat(index % 5)}`,
    categories: longCategories,
    date: index % 7 === 3 ? 'Invalid Date' : date.toUTCString(),
    body: `<p>这是第${index + 1}号稿件的正文。${'为了让列表里的行高各不相同，有的摘要长，有的短。'.repeat(index % 4)}</p>`,
  };
}

function buildHardFile(): ContentFile {
  const cells = (tag: string, text: string) =>
    Array.from({ length: 14 }, (_, column) => `<${tag}>${text}${column + 1}</${tag}>`).join('');
  const rows = `<tr>${cells('td', '第几季度的数')}</tr>`.repeat(3);
  return {
    name: 'hard',
    title: hardTitle,
    categories: ['杂项', '排版报', '难题'],
    date: 'Tue, 15 Nov 2022 03:00:00 GMT',
    body: [
      `<p>正文先有一段，里面是一个很长的地址：https://example.org/${'a-very-long-path/'.repeat(12)}index.html 。</p>`,
      '<p><img src="https://n.sinaimg.cn/sinakd/w900h600/20221115/one.jpg" alt="远处的山"><span class="img_descr">图一：远处的山</span></p>',
      '<p>两张图片之间还有一段话，图片到来的时候它不能移动。</p>',
      '<p><img src="https://n.sinaimg.cn/sinakd/w600h2400/20221115/two.jpg"></p>',
      '<p>链接指向<a href="https://example.org/page">另一个网站</a>，也指向<a href="javascript:alert(1)">不该去的地方</a>。</p>',
      `<table><thead><tr>${cells('th', '栏目')}</tr></thead><tbody>${rows}</tbody></table>`,
      `<pre>${'一行很长的代码不换行 '.repeat(30)}</pre>`,
      '<p>最后一段。</p>',
    ].join('\n'),
  };
}
