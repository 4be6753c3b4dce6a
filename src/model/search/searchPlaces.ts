/**
 * Gives the article whose body is at a place in the row of bodies. `starts`: where each body begins, and one more for
 * the end.
 */
export function findArticleAt(starts: Float64Array, place: number): number {
  let [low, high] = [0, starts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
