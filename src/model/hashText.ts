const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Gives 8 characters (48 bits) that differ where texts differ: cyrb53 (bryc, public domain). Not against people who
 * mean harm, and so without `crypto.subtle`, which a page without https doesn't have.
 */
export function hashText(text: string): string {
  const [a, b] = mixUnits(text);
  return write24Bits(a) + write24Bits(b);
}

/** Gives a whole number of 32 bits, by which names are shared out evenly. */
export function hashToNumber(text: string): number {
  return mixUnits(text)[0] >>> 0;
}

function mixUnits(text: string): [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a, b];
}

function write24Bits(value: number): string {
  return [18, 12, 6, 0].map((shift) => ALPHABET[(value >>> shift) & 63]).join('');
}
