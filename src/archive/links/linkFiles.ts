import type { FileResult } from '../processFile.ts';
import { ArticleNames, type NamedArticle } from './ArticleNames.ts';
import type { ArticleLinks } from './linkArticles.ts';

/**
 * Returns the files that have to be read again, with their links: those that lead to other articles than they did when
 * the article was written. What an article is named is known only when all files have been read.
 */
export function findChangedLinks(results: Iterable<FileResult>): Map<string, ArticleLinks> {
  const changed = new Map<string, ArticleLinks>();
  const all = [...results].filter(({ row }) => row);
  const linking = all.filter(({ links, linked }) => links ?? linked);
  const isOutside = (href: string) => /^https?:/i.test(href);
  const isNamed = all.some(({ names }) => names?.addresses.some(isOutside));
  const mayLead = linking.filter(
    ({ links, linked }) => linked ?? (isNamed || links?.some((href) => !isOutside(href))),
  );
  if (mayLead.length === 0) return changed;
  const names = new ArticleNames(all.map(nameArticle));
  for (const { path, links = [], linked = {} } of mayLead) {
    const found = links.flatMap((href) => {
      const id = names.find(href, path);
      return id === undefined ? [] : [[href, id] as const];
    });
    const now: ArticleLinks = Object.fromEntries(found);
    if (JSON.stringify(now) !== JSON.stringify(linked)) changed.set(path, now);
  }
  return changed;
}

function nameArticle({ path, row, names }: FileResult): NamedArticle {
  return { id: row?.id ?? '', path, publishedAt: row?.publishedAt, ...names };
}
