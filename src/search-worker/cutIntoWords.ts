import { splitWords } from './splitWords.ts';

/** A part of a cut string. */
export interface CutWord {
  text: string;
  /** Where it begins in the string. */
  index: number;
  /** How often texts hold it; 0 where they don't. */
  count: number;
}

/** Gives how often texts hold a string, about. */
export type Counter = (text: string) => Promise<number>;

/** Longer strings are looked up as the browser's dictionary cuts them only. */
const LONGEST_WORD = 6;
const LONGEST_RUN = 40;
/** What a character by itself costs: more than a word that stands once among a hundred million. */
const SINGLE = 20;
/** What the browser's dictionary knows for a word counts as if it were so many times more frequent. */
const KNOWN = 20;
const HAN_RUN = /\p{Script=Han}+/gu;
/** Characters that say nothing by themselves, and cost little. */
const PARTICLE = 4;
const PARTICLES = '的了在是和与及或对将把被为于之等吗呢吧啊也都就还又而但则着过';

/**
 * Cuts a folded string without blanks into the words that texts hold. Letters and digits are cut as the browser's
 * dictionary has them; Chinese characters so that the words together are the likeliest, by how often each stands in
 * the texts. The browser's dictionary alone would not do: to many it says that 公积金 is three words.
 * Single characters remain where nothing longer fits; particles are left out. `size`: characters of all texts.
 */
export async function cutIntoWords(text: string, size: number, count: Counter): Promise<CutWord[]> {
  const parts = splitWords(text.slice(0, 200)).filter(({ isWord }) => isWord);
  const known = new Set(parts.map((part) => part.text));
  const words: CutWord[] = [];
  for (const { 0: run, index } of text.matchAll(HAN_RUN)) {
    const cut = await cutRun(run.slice(0, LONGEST_RUN), known, size, count);
    words.push(...cut.map((word) => ({ ...word, index: word.index + index })));
  }
  for (const part of parts) {
    if (/\p{Script=Han}/u.test(part.text)) continue;
    words.push({ text: part.text, index: part.index, count: await count(part.text) });
  }
  return joinNumbers(words.sort((a, b) => a.index - b.index)).filter(
    (word) => !PARTICLES.includes(word.text),
  );
}

/** Cuts a run of Chinese characters. */
async function cutRun(run: string, known: ReadonlySet<string>, size: number, count: Counter) {
  const counts = await countStrings(run, known, count);
  // By length of the cut beginning: the least cost, and the last word.
  const costs = [0];
  const lasts: CutWord[] = [];
  for (let end = 1; end <= run.length; end++) {
    costs[end] = Number.POSITIVE_INFINITY;
    for (let index = Math.max(0, end - LONGEST_WORD); index < end; index++) {
      const text = run.slice(index, end);
      // A character is there, or no longer string that holds it would be.
      const found = counts.get(text) ?? Number(text.length === 1);
      if (found === 0) continue;
      const rarity = Math.log(size / (found * (known.has(text) ? KNOWN : 1)));
      const cost =
        (costs[index] as number) +
        (text.length > 1 ? rarity : PARTICLES.includes(text) ? PARTICLE : SINGLE);
      if (cost >= (costs[end] as number)) continue;
      costs[end] = cost;
      lasts[end] = { text, index, count: found };
    }
  }
  const words: CutWord[] = [];
  for (let last = lasts[run.length]; last; last = lasts[last.index]) words.unshift(last);
  return words;
}

/**
 * Counts the strings of a run that texts hold, the short ones first: a longer one is asked for only where both that it
 * is made of are there.
 */
async function countStrings(run: string, known: ReadonlySet<string>, count: Counter) {
  const counts = new Map<string, number>();
  for (let length = 2; length <= Math.min(LONGEST_WORD, run.length); length++) {
    const strings = new Set<string>();
    for (let from = 0; from + length <= run.length; from++) {
      const text = run.slice(from, from + length);
      const isLikely = length === 2 || (counts.get(text.slice(1)) && counts.get(text.slice(0, -1)));
      if (isLikely || known.has(text)) strings.add(text);
    }
    if (strings.size === 0) break;
    await Promise.all([...strings].map(async (text) => counts.set(text, await count(text))));
  }
  return counts;
}

/** A number and the character behind it are one: `2022年`, `3月`. */
function joinNumbers(words: readonly CutWord[]): CutWord[] {
  const joined: CutWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const isUnit = word.text.length === 1 && last && /\d$/.test(last.text);
    if (isUnit && last.index + last.text.length === word.index) {
      last.text += word.text;
      last.count = Math.min(last.count, word.count);
    } else joined.push({ ...word });
  }
  return joined;
}
