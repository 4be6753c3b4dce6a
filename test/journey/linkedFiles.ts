import { buildContentFile } from '../site/writeContent.ts';

/** The article that is full of links and pictures. */
export const linkedTitle = '处处有链接的长文';

/** Gives invented content files by name: one that is long and full of what takes the focus, and 19 short ones. */
export function buildLinkedFiles(): Record<string, string> {
  const categories = ['长篇', '链接报', '每日'];
  const short = Array.from({ length: 19 }, (_, index) => [
    `链接报/${index}.md`,
    buildContentFile(
      `第${index + 1}篇短文${'，标题有长有短'.repeat(index % 4)}`,
      categories,
      index + 3,
      `<p>这是第${index + 1}篇短文的正文。</p>`,
    ),
  ]);
  const linked = buildContentFile(linkedTitle, categories, 30, `<div>${buildLinkedBody()}</div>`);
  return { ...Object.fromEntries(short), '链接报/linked.md': linked };
}

/** Between two links stand paragraphs of more and less than the window's height. */
function buildLinkedBody(): string {
  const blocks = Array.from({ length: 16 }, (_, index) => {
    const link = `<a href="https://example.org/${index}">第${index + 1}处链接</a>`;
    const text = '灯塔在远处亮着，句子一句接一句。'.repeat(1 + ((index * 7) % 12));
    const size = `w900h${index % 8 === 4 ? 1600 : 420}`;
    const picture = `<p><img src="https://n.sinaimg.cn/sinakd/${size}/20220315/p${index}.jpg"></p>`;
    return `<p>${text}${link}，后面还有话。</p>${index % 4 === 0 ? picture : ''}`;
  });
  return blocks.join('\n');
}
