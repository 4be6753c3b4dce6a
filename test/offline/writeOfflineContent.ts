import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runFolderVariable } from '../support/buildSite.ts';

/** The category that is saved whole. */
export const savedCategory = '金融/示例报/示例报－財經';

/** Another one, so that there is something that is not saved. */
export const otherCategory = '金融/旁观报/旁观报－評論';

/** What to write. */
export interface OfflineContent {
  /** Articles in the category. */
  count: number;
  /** Pictures of the article with that number, from 0: addresses. */
  listPictures(article: number): string[];
  /** Tags of the article with that number; none where nothing is said. */
  listTags?(article: number): string[];
  /** Articles in the other category; one where nothing is said. */
  others?: number;
}

/**
 * 40 articles with 60 pictures: one or two each. One in eight articles has one that may only be shown; 37 and 38
 * share one.
 */
export const fortyArticles: OfflineContent = {
  count: 40,
  listPictures: (article) => {
    const count = article % 2 === 0 ? 2 : 1;
    if (article === 37) return ['https://pictures.test/cors/38-0.png'];
    return Array.from({ length: count }, (_, index) => {
      const kind = article % 8 === 7 ? 'plain' : 'cors';
      return `https://pictures.test/${kind}/${article}-${index}.png`;
    });
  },
};

/** Five articles with a picture each, for what is the same with five as with forty. */
export const fiveArticles: OfflineContent = {
  count: 5,
  listPictures: (article) => [`https://pictures.test/cors/${article}.png`],
};

/** Gives the title of an article. */
export function buildTitle(article: number): string {
  return `第${article}号离线文章`;
}

/** Gives a sentence that stands in the text of that article and nowhere else. */
export function buildSentence(article: number): string {
  return `这是第${article}号文章里独有的一句话，没有网络也要读得到。`;
}

/** Writes invented content files into a folder of the test run and gives its path; equal names share one folder. */
export async function writeOfflineContent(
  name: string,
  { count, listPictures, listTags = () => [], others = 1 }: OfflineContent,
): Promise<string> {
  const runFolder = process.env[runFolderVariable] ?? '';
  const folder = join(runFolder, `offline-${name}`);
  const draft = await mkdtemp(join(runFolder, 'offline-draft-'));
  await mkdir(draft, { recursive: true });
  for (let article = 0; article < count; article += 1) {
    await writeFile(
      join(draft, `${article}.md`),
      buildFile(article, savedCategory, listPictures(article), listTags(article)),
    );
  }
  for (let other = 0; other < others; other += 1) {
    const name = `other${other === 0 ? '' : other}.md`;
    await writeFile(join(draft, name), buildFile(count + other, otherCategory, []));
  }
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

function buildFile(
  article: number,
  category: string,
  pictures: string[],
  tags: string[] = [],
): string {
  const date = new Date(Date.UTC(2022, 3, 1) + article * 7 * 60 * 60 * 1000).toUTCString();
  const figures = pictures.map(
    (address, index) =>
      `<p><img src="${address}"></p>\n<p>这里说的是第${article}号文章第${index + 1}张图以后的事情，市场保持平稳。</p>`,
  );
  return [
    '',
    '---',
    `title: '${buildTitle(article)}'`,
    'categories: ',
    ...category.split('/').map((part) => ` - ${part}`),
    ...(tags.length > 0 ? ['tags:', ...tags.map((tag) => ` - ${tag}`)] : []),
    `author: ${category.split('/')[1]}`,
    `date: ${date}`,
    '---',
    '',
    `<div><p>${buildSentence(article)}</p>\n${figures.join('\n')}\n<p>最后一段说明，记者今天从有关方面了解到这些情况。</p></div>`,
  ].join('\n');
}
