import { type Category, listShown } from '../../model/Catalogue.ts';

/** What may stand between a repeated name and the rest. */
const SEPARATOR = /^[\s－—–\-_·•:：/／|｜]+(?=\S)/;

/**
 * Returns a category's name without that of the category above, where it repeats it: `国內` for 新浪财经－国內 in
 * 新浪财经. Any other name comes back as it is.
 */
export function shortenName(name: string, above: string): string {
  if (above === '' || !name.startsWith(above)) return name;
  const rest = name.slice(above.length);
  return SEPARATOR.test(rest) ? rest.replace(SEPARATOR, '') : name;
}

/** Returns a category with those below it that are its only child and hold the same articles, from the top. */
export function joinChain(category: Category): Category[] {
  const [child, ...others] = listShown(category);
  const isSame = child !== undefined && others.length === 0 && child.count === category.count;
  return isSame ? [category, ...joinChain(child)] : [category];
}
