import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSite, runFolderVariable, type Site } from '../support/buildSite.ts';

/** An archive before and after a day on which much happened to it. */
export interface LivingSites {
  /** What the first was built of. */
  site: Site;
  before: string;
  after: string;
}

/** Titles of the category 日报, the newest first. */
export const oldTitles = [6, 5, 4, 3, 2, 1].map((day) => `第${day}天的旧闻`);
/** What has come: a newer one, one of the same minute as the newest, one of long ago, one without a date. */
export const newTitles = ['六月的新文', '同一分钟的一篇', '补录的一篇', '没有日期的一篇'];
/** Its file has another name afterwards. */
export const renamedTitle = '第3天的旧闻';
/** Its file is not there afterwards. */
export const removedTitle = '要移走的一篇';

/** Returns a sentence that stands in the text of that article and nowhere else. */
export function buildLivingSentence(title: string): string {
  return `这是《${title}》独有的一句话，别处没有，为的是好认。`;
}

/** Builds both sites, the second in the place of the first. */
export async function buildLivingSites(): Promise<LivingSites> {
  const old = oldTitles.map((title, index) => ({ title, date: `2022-05-${16 - index} 10:00:00` }));
  const weekly = ['甲', '乙', '丙'].map((title, index) => ({
    title: `周刊${title}`,
    date: `2022-04-0${index + 1} 10:00:00`,
    category: '周刊',
  }));
  const removed = { title: removedTitle, date: '2022-03-01 10:00:00', category: '杂项' };
  const stays = { title: '留下的一篇', date: '2022-03-02 10:00:00', category: '杂项' };
  const fresh = [
    { title: newTitles[0], date: '2022-06-01 10:00:00' },
    { title: newTitles[1], date: '2022-05-16 10:00:00' },
    { title: newTitles[2], date: '2022-05-12 12:00:00' },
    { title: newTitles[3] },
  ] as { title: string; date?: string }[];
  const rename = (each: (typeof old)[number]) =>
    each.title === renamedTitle ? { ...each, file: '换了地方/换了名字.md' } : each;
  const site = { content: await write('living-before', [...old, ...weekly, removed, stays]) };
  const before = await buildSite(site);
  const after = await buildSite({
    content: await write('living-after', [...old.map(rename), ...weekly, ...fresh, stays]),
    previous: before,
  });
  return { site, before, after };
}

interface LivingArticle {
  title: string;
  date?: string;
  category?: string;
  file?: string;
}

/** Equal names share one folder. */
async function write(name: string, articles: readonly LivingArticle[]): Promise<string> {
  const runFolder = process.env[runFolderVariable] ?? '';
  const folder = join(runFolder, name);
  const draft = await mkdtemp(join(runFolder, 'living-draft-'));
  for (const { title, date, category = '日报', file = `${category}/${title}.md` } of articles) {
    await mkdir(dirname(join(draft, file)), { recursive: true });
    const lines = [
      `title: ${title}`,
      `categories:\n - ${category}`,
      ...(date ? [`date: ${date}`] : []),
    ];
    const body = `<p>${buildLivingSentence(title)}</p>\n<p>另有一段，说些平常的话。</p>`;
    await writeFile(join(draft, file), `---\n${lines.join('\n')}\n---\n${body}\n`);
  }
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}
