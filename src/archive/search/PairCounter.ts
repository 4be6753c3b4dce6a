/**
 * Numbers pairs of a node and a unit in order of their first appearance and counts them. A plain Map of such keys
 * takes five times as long.
 */
export class PairCounter {
  /** By number of the pair. */
  readonly keys: number[] = [];
  readonly counts: number[] = [];
  private slots = new Int32Array(1 << 16).fill(-1);
  private mask = this.slots.length - 1;

  /** Counts a pair and gives its number. */
  add(node: number, unit: number): number {
    const key = node * 0x10000 + unit;
    let slot = mix(node, unit) & this.mask;
    for (;;) {
      const number = this.slots[slot] as number;
      if (number < 0) break;
      if (this.keys[number] === key) {
        (this.counts[number] as number)++;
        return number;
      }
      slot = (slot + 1) & this.mask;
    }
    const number = this.keys.length;
    this.keys.push(key);
    this.counts.push(1);
    this.slots[slot] = number;
    if (number * 2 > this.slots.length) this.grow();
    return number;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    this.mask = this.slots.length - 1;
    this.keys.forEach((key, number) => {
      const unit = key % 0x10000;
      let slot = mix((key - unit) / 0x10000, unit) & this.mask;
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = number;
    });
  }
}

function mix(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
