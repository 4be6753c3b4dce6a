import { buildArticleLink } from '../../model/articleLinks.ts';
import { type Block, listBlocks, listRuns } from '../html/blocks.ts';

/** Article ids by the addresses that lead to them, in one file. */
export type ArticleLinks = Record<string, string>;

/** Returns the id of the article that a link leads to, or undefined. */
export type ArticleFinder = (href: string) => string | undefined;

/**
 * Leads links to the articles that they mean, in place. A path that is no article's leaves the link's words: the site
 * that it belonged to is not here. Returns every address that may be an article's, each once.
 */
export function linkArticles(blocks: readonly Block[], findArticle: ArticleFinder): string[] {
  const links = new Set<string>();
  for (const run of listBlocks(blocks).flatMap((block) => listRuns(block).flat())) {
    const { href } = run;
    if (href === undefined || href.startsWith('#')) continue;
    links.add(href);
    const id = findArticle(href);
    if (id !== undefined) run.href = buildArticleLink(id);
    else if (!/^https?:/i.test(href)) delete run.href;
  }
  return [...links];
}
