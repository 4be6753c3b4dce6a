/**
 * Returns how much alike two titles are, from 0 to 1: the share of the pairs of neighbouring characters that they
 * have in common (Dice's coefficient). White space and punctuation, which corrections change, don't count.
 */
export function compareTitles(one: string, other: string): number {
  const [a, b] = [reduceTitle(one), reduceTitle(other)];
  if (a === b) return a === '' ? 0 : 1;
  const pairs = new Map<string, number>();
  for (const pair of listPairs(a)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of listPairs(b)) {
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    common += 1;
  }
  const all = listPairs(a).length + listPairs(b).length;
  return all === 0 ? 0 : (2 * common) / all;
}

function reduceTitle(title: string): string {
  return title.normalize('NFC').replace(/[\s\p{P}]+/gu, '');
}

function listPairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
