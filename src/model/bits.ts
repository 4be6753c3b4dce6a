/** Writes numbers bit by bit. */
export class BitWriter {
  private bytes = new Uint8Array(256);
  private length = 0;
  private filled = 0;
  private current = 0;

  /** Writes the lowest `count` bits, at most 24, lowest first. */
  write(value: number, count: number): void {
    this.current |= (value & ((1 << count) - 1)) << this.filled;
    this.filled += count;
    while (this.filled >= 8) {
      this.push(this.current & 0xff);
      this.current >>>= 8;
      this.filled -= 8;
    }
  }

  /** Rice's code: the number's part above `k` bits in ones and a zero, then the `k` bits. */
  writeRice(value: number, k: number): void {
    let high = Math.floor(value / 2 ** k);
    for (; high >= 16; high -= 16) this.write(0xffff, 16);
    const ones = (1 << high) - 1;
    if (high + 1 + k <= 24)
      this.write(ones | ((value & ((1 << k) - 1)) << (high + 1)), high + 1 + k);
    else {
      this.write(ones, high + 1);
      this.write(value, k);
    }
  }

  /** Gives all that was written since the last time, filled up to a whole byte. */
  take(): Uint8Array {
    if (this.filled > 0) this.push(this.current & 0xff);
    const taken = this.bytes.slice(0, this.length);
    this.length = this.filled = this.current = 0;
    return taken;
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }
}

/** Reads what a BitWriter has written. */
export class BitReader {
  private readonly bytes: Uint8Array;
  private next: number;
  private filled = 0;
  private current = 0;

  constructor(bytes: Uint8Array, from: number) {
    this.bytes = bytes;
    this.next = from;
  }

  read(count: number): number {
    while (this.filled < count) {
      this.current |= (this.bytes[this.next++] ?? 0) << this.filled;
      this.filled += 8;
    }
    const value = this.current & ((1 << count) - 1);
    this.current >>>= count;
    this.filled -= count;
    return value;
  }

  readRice(k: number): number {
    return this.countOnes() * 2 ** k + this.read(k);
  }

  /** A damaged file may be ones throughout: they end with the file. */
  private countOnes(): number {
    let ones = 0;
    while (this.read(1) === 1 && this.next <= this.bytes.length) ones++;
    return ones;
  }
}
