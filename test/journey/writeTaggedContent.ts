import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSite, runFolderVariable, type Site } from '../support/buildSite.ts';

/** A tag that more than a page of articles has. */
export const wideTag = '港口';
/** One of five; half of its articles write it in small letters. */
export const narrowTag = 'AI';
/** One whose letters mean something in an address. */
export const oddTag = 'C++/C#？100%';

/** An archive with tags, before and after three articles came and one tag went. */
export interface TaggedSites {
  /** What the first was built of. */
  site: Site;
  before: string;
  after: string;
}

/** Returns the title of an article of the wide tag; 129 is the newest. */
export function buildWideTitle(number: number): string {
  return `港口旧闻第${number}篇`;
}

interface TaggedArticle {
  title: string;
  date: string;
  tags: string[];
  category: string;
  paragraphs?: number;
}

const DAY = 86_400_000;
/** Number of the article with four tags. */
const TAGGED = 126;

function listArticles(): TaggedArticle[] {
  const wide = Array.from(
    { length: 130 },
    (_, number): TaggedArticle => ({
      title: buildWideTitle(number),
      date: new Date(Date.UTC(2022, 0, 1, 2) + number * DAY).toISOString(),
      tags: number === TAGGED ? [wideTag, narrowTag, oddTag, '航运'] : [wideTag],
      category: number % 2 === 0 ? '甲地' : '乙地',
      ...(number === TAGGED && { paragraphs: 30 }),
    }),
  );
  const narrow = [1, 2, 3, 4].map(
    (day): TaggedArticle => ({
      title: `机器之谈${day}`,
      date: `2022-03-0${day}T02:00:00Z`,
      tags: [day < 3 ? 'ai' : narrowTag],
      category: '丙地',
    }),
  );
  return [...wide, ...narrow];
}

/** Builds both sites, the second in the place of the first. */
export async function buildTaggedSites(): Promise<TaggedSites> {
  const articles = listArticles();
  const fresh = [1, 2, 3].map(
    (day): TaggedArticle => ({
      title: `新来的第${day}篇`,
      date: `2022-06-0${day}T02:00:00Z`,
      tags: [narrowTag],
      category: '丙地',
    }),
  );
  const changed = articles.map((each) => ({
    ...each,
    tags: each.tags.filter((tag) => tag !== '航运'),
  }));
  const site = { content: await write('tagged-before', articles) };
  const before = await buildSite(site);
  const after = await buildSite({
    content: await write('tagged-after', [...changed, ...fresh]),
    previous: before,
  });
  return { site, before, after };
}

/** Equal names share one folder: the first to rename its draft wins. */
async function write(name: string, articles: readonly TaggedArticle[]): Promise<string> {
  const runFolder = process.env[runFolderVariable] ?? '';
  const folder = join(runFolder, name);
  const draft = await mkdtemp(join(runFolder, 'tagged-draft-'));
  for (const { title, date, tags, category, paragraphs = 2 } of articles) {
    const file = join(draft, category, `${title}.md`);
    await mkdir(dirname(file), { recursive: true });
    const list = tags.map((tag) => `\n - '${tag}'`).join('');
    const header = `title: ${title}\ndate: ${date}\ncategories:\n - ${category}\ntags:${list}`;
    const body = Array.from(
      { length: paragraphs },
      (_, index) => `<p>《${title}》的第${index + 1}段，${'码头上的话说来不长。'.repeat(6)}</p>`,
    );
    await writeFile(file, `---\n${header}\n---\n${body.join('\n')}\n`);
  }
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}
