import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildContentFile, writeContent } from '../site/writeContent.ts';
import { runFolderVariable } from '../support/buildSite.ts';
import { buildLinkedFiles } from './linkedFiles.ts';

/** The article with what is hard to break into lines: ranges of numbers, Latin words, dashes, plain addresses. */
export const typeset = {
  title: '国家统计局发布2019年1—11月份全国规模以上工业企业利润下降的有关情况说明',
  heading: '工业企业利润下降幅度继续收窄新的增长动力正在形成',
  caption: '记者在码头拍到的远洋货轮正在装运新出厂的电动汽车和零部件',
};
/** The article whose lines are of other kinds than sentences. */
export const linesTitle = '10 个港口 一起开航';
/** The article with a table of 60 rows. */
export const tableTitle = '有表格的文章';
export const tableCaption = '表1 各行业的主要财务指标，按行业分，单位亿元';
/** The article of five parts, with pictures of both kinds, and the one of three words and three headings. */
export const longTitle = '很长的一篇';
export const shortTitle = '很短的一篇';

/**
 * Writes a folder of 25 invented articles, those of `linkedFiles.ts` and others each for what is shown of a text, and
 * gives its path. Test files of one run share the folder, and with it the site: the first to rename its draft wins.
 */
export async function writeTextContent(): Promise<string> {
  const runFolder = process.env[runFolderVariable] ?? '';
  const folder = join(runFolder, 'text-content');
  const draft = await mkdtemp(join(runFolder, 'text-content-'));
  writeContent(draft, {
    '利润.md': buildContentFile(typeset.title, ['经济'], 1, buildTypeset()),
    '航线.md': buildContentFile(linesTitle, ['港口'], 1, buildLines()),
    'table.md': buildContentFile(tableTitle, ['统计'], 1, buildTable()),
    'long.md': buildContentFile(longTitle, ['读物', '长文'], 1, buildLong()),
    'short.md': buildContentFile(
      shortTitle,
      ['读物', '长文'],
      2,
      '<h2>甲</h2><p>一句话。</p><h2>乙</h2><h2>丙</h2>',
    ),
    ...buildLinkedFiles(),
  });
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

/** How Chinese lines break, stand and are set: https://www.w3.org/TR/clreq/ */
function buildTypeset(): string {
  const { heading, caption } = typeset;
  return [
    ...['', '甲', '甲乙', '甲乙丙', '甲乙丙丁'].map(
      (start) => `<p>${start}${'2019年1—11月份，30%～40%，'.repeat(12)}。</p>`,
    ),
    `<h2>${heading}</h2>`,
    `<h2 style="text-align:center">${heading}</h2>`,
    '<p>他说“甲——乙……丙”了。</p>',
    `<p>${'小诺团队基于'.repeat(9)}SpringBoot+AntDesignVue开发，${'他们这样说。'.repeat(9)}</p>`,
    '<p>Wang’s team at Snowy Cloud见https://docs.example.org/guide/index.html?page=2，或者www.example.org。GDP增长。</p>',
    `<figure><img src="https://pictures.example/a.png" width="900" height="600"><figcaption>${caption}</figcaption></figure>`,
    '<figure><img src="https://pictures.example/b.png" width="900" height="600"></figure>',
    `<table>${`<tr>${'<td>三百二十五</td>'.repeat(12)}</tr>`.repeat(3)}</table>`,
    '<p>最后一句。</p>',
  ].join('');
}

function buildLines(): string {
  return [
    `<p>${'码头上的一天从清早开始，三条航线同时恢复。'.repeat(3)}</p>`,
    '<p style="text-align:center">（船票请到 wharf-office 领取）</p>',
    '<p style="text-align:right">写于 harbour 旁</p>',
    '<p>船长：甲<br>大副：乙<br>水手：丙</p>',
    '<p><img src="gone.png" alt="wharf before the storm"></p>',
    '<blockquote><blockquote><p>开船了。</p></blockquote><p>他说。</p></blockquote>',
    `<table><caption>${'各港口的船次与票价'.repeat(4)}</caption>${`<tr>${'<td>三百二十五</td>'.repeat(12)}</tr>`.repeat(3)}</table>`,
  ].join('');
}

/** As statistics are published: two rows of head, long names, more rows and columns than a window has. */
function buildTable(): string {
  const head = ['营业收入', '营业成本', '利润总额'];
  const rows = Array.from({ length: 60 }, (_, line) => {
    const cells = head.map(
      (_, at) => `<td>${((line * 37) % 60) + at * 1000}.5</td><td>-${line}</td>`,
    );
    return `<tr><td>第${line}个行业，名称很长很长很长很长</td>${cells.join('')}</tr>`;
  });
  return (
    `<div><p>表前的话。</p><table><caption>${tableCaption}</caption><tr><td rowspan="2">行业</td>` +
    `${head.map((name) => `<td colspan="2">${name}</td>`).join('')}</tr><tr>` +
    `${head.map(() => '<td>金额（亿元）</td><td>增长（%）</td>').join('')}</tr>` +
    `${rows.join('')}<tr><td>总计</td><td>99999</td></tr></table><p>表后的话。</p></div>`
  );
}

function buildLong(): string {
  const text = `<p>${'这一段话足够长，好让人一屏一屏地读下去。'.repeat(16)}</p>`;
  const parts = ['起因', '经过', '转折', '结果', '余波'].map(
    (name, at) => `<h2>${name}</h2>${text}${at === 1 ? '<h3>细节</h3>' : ''}${text}`,
  );
  const picture = (file: string) =>
    `<p><img src="https://n.sinaimg.cn/sinakd/w600h400/${file}" width="600" height="400"></p>`;
  const pictures = [1, 2, 3].map((number) => picture(number === 2 ? '2.png' : `${number}.jpg`));
  return `<div>${text}${pictures.join(text)}${parts.join('')}</div>`;
}
