import { type Category, listShown } from '../../model/Catalogue.ts';
import { buildCategoryAddress } from './pageAddresses.ts';

/**
 * Lists the categories that the outside is told of: those of the navigation, each behind the categories below it, the
 * root last. What is hidden, and what stands below it, has addresses that work, and nothing that names them.
 */
export function listShownCategories(root: Category): Category[] {
  return [...listShown(root).flatMap(listShownCategories), root];
}

/** Returns a category that is shown by its path, or undefined where it, or one above it, is hidden or unknown. */
export function findShownCategory(root: Category, path: string): Category | undefined {
  if (root.path === path) return root;
  const isAbove = ({ path: each }: Category) => path === each || path.startsWith(`${each}/`);
  const next = listShown(root).find(isAbove);
  return next && findShownCategory(next, path);
}

/**
 * Tells whether a category has feeds: it is shown, has an address, and a dated article, since a feed has to say when it
 * was changed.
 */
export function hasFeeds(root: Category, path: string): boolean {
  const isAddressed = buildCategoryAddress('/', path) !== undefined;
  return isAddressed && findShownCategory(root, path)?.lastDate !== undefined;
}
