/**
 * The heights of a list's rows in pixels, of which most are only expected and few are known.
 * Where a row starts and which row stands at an offset take log n steps (a Fenwick tree over what the known heights
 * differ by), so that a list of 100,000 rows learns a height as quickly as one of ten.
 */
export class RowHeights {
  #differences: Float64Array;
  #tree: Float64Array;

  constructor(
    count: number,
    readonly expected: number,
  ) {
    this.#differences = new Float64Array(count);
    this.#tree = new Float64Array(count + 1);
  }

  get count(): number {
    return this.#differences.length;
  }

  get total(): number {
    return this.startOf(this.count);
  }

  get(row: number): number {
    return this.expected + (this.#differences[row] ?? 0);
  }

  /** Notes a row's height and gives by how much it differs from what was thought. */
  set(row: number, height: number): number {
    const change = height - this.get(row);
    if (change === 0 || row >= this.count) return 0;
    this.#differences[row] = height - this.expected;
    for (let node = row + 1; node <= this.count; node += node & -node) {
      this.#tree[node] = (this.#tree[node] ?? 0) + change;
    }
    return change;
  }

  /** Gives the height of all rows before one. */
  startOf(row: number): number {
    const before = Math.min(row, this.count);
    let sum = before * this.expected;
    for (let node = before; node > 0; node -= node & -node) sum += this.#tree[node] ?? 0;
    return sum;
  }

  /**
   * Gives the row at an offset from the list's upper end, the first or the last where it is beyond; 0 in an empty
   * list.
   */
  rowAt(offset: number): number {
    let row = 0;
    let rest = offset;
    for (let step = 2 ** Math.floor(Math.log2(this.count || 1)); step >= 1; step /= 2) {
      const node = row + step;
      const height = step * this.expected + (this.#tree[node] ?? 0);
      if (node > this.count || height > rest) continue;
      row = node;
      rest -= height;
    }
    return Math.max(0, Math.min(row, this.count - 1));
  }

  /** Makes the list longer or shorter. Known heights stay with their positions. */
  setCount(count: number): void {
    if (count === this.count) return;
    const known = this.#differences;
    this.#differences = new Float64Array(count);
    this.#tree = new Float64Array(count + 1);
    known.slice(0, count).forEach((difference, row) => {
      if (difference !== 0) this.set(row, this.expected + difference);
    });
  }
}
