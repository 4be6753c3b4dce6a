import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runFolderVariable } from '../support/buildSite.ts';

/** The article that is full of links and pictures. */
export const linkedTitle = '处处有链接的长文';

/** Writes a folder of invented content files, one of them long and full of what takes the focus, and gives its path. */
export async function writeLinkedContent(): Promise<string> {
  const runFolder = process.env[runFolderVariable] ?? '';
  const folder = join(runFolder, 'linked-content');
  const draft = await mkdtemp(join(runFolder, 'linked-content-'));
  await mkdir(draft, { recursive: true });
  await Promise.all([
    writeContentFile(draft, 40, linkedTitle, buildLinkedBody()),
    ...Array.from({ length: 24 }, (_, index) =>
      writeContentFile(
        draft,
        index,
        `第${index + 1}篇短文${'，标题有长有短'.repeat(index % 4)}`,
        `<p>这是第${index + 1}篇短文的正文。</p>`,
      ),
    ),
  ]);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

function writeContentFile(folder: string, day: number, title: string, body: string) {
  const lines = [
    '---',
    `title: '${title}'`,
    'categories:',
    ...['长篇', '链接报', '每日'].map((name) => ` - '${name}'`),
    `date: ${new Date(Date.UTC(2022, 2, 1 + day, 1)).toUTCString()}`,
    '---',
    `<div>\n${body}\n</div>`,
  ];
  return writeFile(join(folder, `article-${day}.md`), lines.join('\n'));
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
