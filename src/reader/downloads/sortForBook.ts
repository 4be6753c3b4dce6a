import type { Category } from '../../model/Catalogue.ts';
import { compareStored } from '../../model/listOrder.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';

/**
 * Returns articles, each once, in the order of a book: by category as the tree has them (what the tree doesn't hold
 * comes last), within it from the oldest on.
 */
export function sortForBook(
  summaries: readonly SavedSummary[],
  root: Category | undefined,
): SavedSummary[] {
  const places = new Map<string, number>();
  const visit = ({ path, children }: Category) => {
    places.set(path, places.size);
    children.forEach(visit);
  };
  if (root) visit(root);
  const placeOf = ({ category }: SavedSummary) => places.get(category) ?? places.size;
  const each = [...new Map(summaries.map((summary) => [summary.id, summary])).values()];
  return each.sort((a, b) => {
    const distance = placeOf(a) - placeOf(b);
    if (distance !== 0) return distance;
    if (a.category !== b.category) return a.category < b.category ? -1 : 1;
    return compareStored(a, b);
  });
}
