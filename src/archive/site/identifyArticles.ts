import { buildArticleId } from '../article/articleId.ts';
import { assignIds } from '../article/assignIds.ts';

/** What a name of an article in the site file stands for. */
export interface NamedArticle {
  id: string;
  /** The content file's; undefined where there is none. */
  path: string | undefined;
}

const ID = /^[a-z2-7]{12}$/;

/**
 * Returns the article that each name stands for: the path of a content file, or an id. A file that is gone is still
 * known by the id that its path gives. `paths`: those of all content files.
 */
export function identifyArticles(
  paths: readonly string[],
  names: readonly string[],
): NamedArticle[] {
  if (names.length === 0) return [];
  const { ids } = assignIds(paths);
  const byId = new Map([...ids].map(([path, id]) => [id, path]));
  const byName = new Map(paths.map((path) => [path.normalize('NFC'), path]));
  return names.map((written) => {
    const name = written.normalize('NFC').replace(/^\.?\//, '');
    const path = byName.get(name) ?? byId.get(name);
    const id = path === undefined ? undefined : ids.get(path);
    return { id: id ?? (ID.test(name) ? name : buildArticleId(name)), path };
  });
}
