/** Letters that a mistyped name may differ by. */
const MOST = 2;

/**
 * Returns the name among `names` that is nearest to a mistyped one, or undefined where none is near. `most`: how many
 * letters it may differ by.
 */
export function suggestName(
  mistyped: string,
  names: readonly string[],
  most = MOST,
): string | undefined {
  const [nearest] = names
    .map((name) => ({
      name,
      distance: measureDistance(mistyped.toLowerCase(), name.toLowerCase()),
    }))
    .filter(({ name, distance }) => distance <= Math.min(most, name.length / 2))
    .sort((a, b) => a.distance - b.distance);
  return nearest?.name;
}

/** Returns the number of letters to add, take out, change or swap with their neighbour (optimal string alignment). */
function measureDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      (rows[i] as number[])[j] = Math.min(change, swap, at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  return at(a.length, b.length);
}
