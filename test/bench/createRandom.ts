/** Random numbers that are the same for the same seed on every machine. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number, both ends included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Mean 0, standard deviation 1. */
  normal(): number;
}

/** Makes a source of random numbers by Marsaglia's xorshift of 32 bits (Journal of Statistical Software 8, 14). */
export function createRandom(seed: number): Random {
  // Multiplying spreads neighbouring seeds apart; zero would stay zero for ever.
  let state = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 4; i++) next();
  return {
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    // Box and Muller; 1 - next() is never 0, whose logarithm has no value.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
