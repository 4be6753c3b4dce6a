/**
 * Loads each of a list and gives the results in the list's order, a few loads ahead of what was taken: the network is
 * busy while the last one is worked on, and no more than `ahead` results wait in memory. Throws what a load throws.
 */
export async function* loadInOrder<T, R>(
  list: readonly T[],
  ahead: number,
  load: (each: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  let next = 0;
  const begin = () => {
    const each = list[next];
    if (next >= list.length || each === undefined) return;
    next += 1;
    const result = load(each);
    // Whoever stops taking must not be told of what fails later.
    result.catch(() => undefined);
    running.push(result);
  };
  for (let count = 0; count < ahead; count += 1) begin();
  for (let first = running.shift(); first; first = running.shift()) {
    const result = await first;
    begin();
    yield result;
  }
}
