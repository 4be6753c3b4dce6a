import type { CutWord } from './cutIntoWords.ts';
import type { QueryTerm } from './parseQuery.ts';
import { type Pinyin, readPinyin } from './pinyin.ts';
import type { SearchCorpus } from './SearchCorpus.ts';
import type { CutQuery } from './searchByWords.ts';
import { writeQuery } from './writeQuery.ts';

/** Gives an article's title and text, folded. It may reject. */
export type TextReader = (article: number) => Promise<string>;

const MOST = 3;
/** Characters of a word that is put right, and of pinyin that is read as one. */
const LONGEST = 4;
/** Articles that are read to see how a word goes on. */
const READ = 8;
/** Bytes that are fetched to look through texts for pairs, besides titles. */
const MOST_BYTES = 100_000;
/** Beginnings of two characters that are followed. */
const FOLLOWED = 3;

interface Candidate {
  text: string;
  count: number;
}

/**
 * Gives the queries that may have been meant, the likeliest first: a word that texts don't hold is replaced by one that
 * they hold and that sounds like it (`公积今`, `供积金`, `gongjijin` for `公积金`), or differs from it in one character
 * at its end or beginning.
 */
export async function findNearMisses(
  corpus: SearchCorpus,
  { cut, kept, words }: CutQuery,
  read: TextReader,
): Promise<string[]> {
  const pinyin = readPinyin();
  const cutTexts = new Set(cut.flatMap((each) => each.words.map(({ text }) => text)));
  const whole = words.filter(({ terms }) => !cutTexts.has(terms[0]?.text ?? ''));
  const found: (Candidate & { query: string })[] = [];
  for (const { term, words: parts } of cut) {
    for (const { text, index } of listSuspects(term.text, parts)) {
      for (const candidate of await correct(corpus, text, pinyin, read)) {
        const right =
          term.text.slice(0, index) + candidate.text + term.text.slice(index + text.length);
        const others = cut.filter((each) => each.term !== term).map((each) => each.term);
        const terms: QueryTerm[] = [{ ...term, text: right }, ...others];
        const clauses = terms.map((each) => ({ terms: [each], isExcluded: false }));
        found.push({ ...candidate, query: writeQuery([...clauses, ...whole, ...kept]) });
      }
    }
  }
  found.sort((a, b) => b.count - a.count);
  return [...new Set(found.map(({ query }) => query))].slice(0, MOST);
}

/** Gives the parts of a string that no word fits: a single character with its neighbours, letters that are nowhere. */
function listSuspects(text: string, words: readonly CutWord[]): { text: string; index: number }[] {
  const suspects = new Map<number, { text: string; index: number }>();
  const add = (first: CutWord, last: CutWord) => {
    const [index, end] = [first.index, last.index + last.text.length];
    const part = text.slice(index, end);
    if (part.length > 1 && part.length <= LONGEST)
      suspects.set(index * 100 + end, { text: part, index });
  };
  words.forEach((word, i) => {
    if (word.count === 0 && /^[a-z]{2,}$/.test(word.text))
      suspects.set(word.index * 100, { text: word.text, index: word.index });
    if (word.text.length > 1 || !/\p{Script=Han}/u.test(word.text)) return;
    const [before, after] = [words[i - 1], words[i + 1]];
    if (before && before.index + before.text.length === word.index) add(before, word);
    if (after && word.index + 1 === after.index) add(word, after);
  });
  return [...suspects.values()];
}

async function correct(
  corpus: SearchCorpus,
  text: string,
  pinyin: Pinyin,
  read: TextReader,
): Promise<Candidate[]> {
  const isLetters = /^[a-z]+$/.test(text);
  const sounds = isLetters ? pinyin.splitSyllables(text) : [...text].map(pinyin.readSound);
  if (sounds && sounds.length > 1 && sounds.length <= LONGEST && !sounds.includes('')) {
    const firsts = isLetters ? pinyin.listCharacters(sounds[0] as string) : [text.charAt(0)];
    const found = await findBySound(corpus, firsts, sounds, pinyin, read);
    if (!isLetters) found.push(...(await findFirst(corpus, text.slice(1), sounds, pinyin, read)));
    const others = found.filter((each) => each.text !== text);
    if (others.length > 0) return others;
  }
  return isLetters || text.length < 3 ? [] : findByNeighbours(corpus, text, read);
}

/** Finds the words that begin with one of some characters and sound as is asked. */
async function findBySound(
  corpus: SearchCorpus,
  firsts: readonly string[],
  [, second = '', ...rest]: readonly string[],
  pinyin: Pinyin,
  read: TextReader,
): Promise<Candidate[]> {
  const pairs = (
    await Promise.all(firsts.map((first) => corpus.listPairs(first, MOST_BYTES / firsts.length)))
  )
    .flatMap((each) => [...each])
    .filter(([pair]) => pinyin.readSound(pair.charAt(1)) === second)
    .sort((a, b) => b[1] - a[1])
    .slice(0, FOLLOWED);
  if (rest.length === 0) return pairs.map(([text, count]) => ({ text, count }));
  const sound = (tail: string) => [...tail].map(pinyin.readSound).join(' ');
  const found: Candidate[] = [];
  for (const [pair] of pairs) {
    const tails = await readAround(corpus, pair, 0, rest.length, read);
    for (const [tail, count] of tails)
      if (sound(tail) === rest.join(' ')) found.push({ text: pair + tail, count });
  }
  return found;
}

/** Finds the words that end as one does, and whose first character sounds as its first does. */
async function findFirst(
  corpus: SearchCorpus,
  tail: string,
  [sound]: readonly string[],
  pinyin: Pinyin,
  read: TextReader,
): Promise<Candidate[]> {
  const firsts = await readAround(corpus, tail, 1, 0, read);
  return [...firsts]
    .filter(([first]) => pinyin.readSound(first) === sound)
    .map(([first, count]) => ({ text: first + tail, count }));
}

/** Finds the words that differ from one in their last character, or in their first. */
async function findByNeighbours(
  corpus: SearchCorpus,
  text: string,
  read: TextReader,
): Promise<Candidate[]> {
  const [head, tail] = [text.slice(0, -1), text.slice(1)];
  const after = await readAround(corpus, head, 0, 1, read);
  const before = await readAround(corpus, tail, 1, 0, read);
  return [
    ...chooseUsual(after).map(([last, count]) => ({ text: head + last, count })),
    ...chooseUsual(before).map(([first, count]) => ({ text: first + tail, count })),
  ]
    .sort((a, b) => b.count - a.count)
    .slice(0, 1);
}

/** Gives the one character that stands there nearly always, so that it is a part of the word. */
function chooseUsual(around: ReadonlyMap<string, number>): [string, number][] {
  const all = [...around.values()].reduce((sum, count) => sum + count, 0);
  return [...around].filter(
    ([each, count]) => count > 1 && count >= 0.8 * all && /^\p{Script=Han}$/u.test(each),
  );
}

/** Reads some articles that hold a string, and gives what stands before or behind it in them, with how often. */
async function readAround(
  corpus: SearchCorpus,
  text: string,
  before: number,
  after: number,
  read: TextReader,
): Promise<Map<string, number>> {
  const around = new Map<string, number>();
  const { counts, inTitle } = await corpus.find({ field: 'any', text, isExact: true });
  const articles = [...new Set([...inTitle, ...counts.keys()])].slice(0, READ);
  for (const each of await Promise.allSettled(articles.map(read))) {
    if (each.status === 'rejected') continue;
    for (let at = each.value.indexOf(text); at >= 0; at = each.value.indexOf(text, at + 1)) {
      const end = at + text.length;
      const part = each.value.slice(at - before, at) + each.value.slice(end, end + after);
      if (part.length === before + after) around.set(part, (around.get(part) ?? 0) + 1);
    }
  }
  return around;
}
