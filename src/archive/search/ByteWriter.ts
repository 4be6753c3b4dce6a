/** Writes whole numbers as bytes, seven bits in each, and lets go of what was written. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 16);
  length = 0;

  writeNumber(value: number): void {
    if (this.length + 8 > this.bytes.length) this.grow(8);
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80))
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.bytes[this.length++] = rest;
  }

  /** Writes a short string's length and units. */
  writeString(text: string): void {
    this.writeNumber(text.length);
    for (let i = 0; i < text.length; i++) this.writeNumber(text.charCodeAt(i));
  }

  /** Writes the number of the bytes, and them. */
  writeBytes(bytes: Uint8Array): void {
    this.writeNumber(bytes.length);
    if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Gives the bytes so far, valid until the next number is written. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Reads what a ByteWriter has written. */
export class ByteReader {
  next = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  readNumber(): number {
    let byte = this.bytes[this.next++] as number;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let scale = 0x80; ; scale *= 0x80) {
      byte = this.bytes[this.next++] as number;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  /** Passes over what writeBytes has written. */
  skipBytes(): void {
    const length = this.readNumber();
    this.next += length;
  }

  readString(): string {
    let text = '';
    for (let left = this.readNumber(); left > 0; left--)
      text += String.fromCharCode(this.readNumber());
    return text;
  }
}
