import search from 'approx-string-match';
import type { Note, NoteQuote } from '../../model/Note.ts';

/** A passage of a plain text, in UTF-16 units. */
export interface Passage {
  start: number;
  end: number;
}

/** What a note knows of its place. */
export type Anchor = Pick<Note, 'quote' | 'position'>;

/** A passage that may be the one that was marked. */
interface Candidate extends Passage {
  /** Characters that differ from the marked words. */
  errors: number;
  /** How much of what stood around the words in their paragraph stands around it, 0 to 1. */
  context: number;
  /** The same with the paragraphs before and behind. */
  wide: number;
}

/** Words of so many characters are taken for the marked ones wherever they stand. */
const TELLING = 14;
/** So large a part of the words may have changed. */
const CHANGED = 0.25;
/** More places than this are not compared: whoever marks 的 has its context. */
const MOST = 400;

/**
 * Finds a marked passage in a text that may have changed since: the same words, best where they stood among the same
 * neighbours, else words much like them. Returns undefined where what is left could as well be other words.
 */
export function findPassage(text: string, anchor: Anchor): Passage | undefined {
  const { quote, position } = anchor;
  const { start, end } = position;
  if (text.slice(start, end) === quote.exact && standsAmong(text, anchor)) return { start, end };
  const candidates = listExact(text, anchor);
  const best = chooseBest(candidates, start);
  if (best && isCertain(best, quote, candidates.length)) return toPassage(best);
  const like = chooseBest(listAlike(text, quote), start);
  return like && isLikely(like, quote) ? toPassage(like) : undefined;
}

/** Whether the words at the old position have the same neighbours, so that no other place needs to be looked at. */
function standsAmong(text: string, { quote, position: { start, end } }: Anchor): boolean {
  const { prefix, suffix } = quote;
  return text.slice(0, start).endsWith(prefix) && text.slice(end).startsWith(suffix);
}

function listExact(text: string, { quote, position }: Anchor): Candidate[] {
  const found: Passage[] = [];
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1))
    found.push({ start: at, end: at + quote.exact.length });
  const distance = ({ start }: Passage) => Math.abs(start - position.start);
  if (found.length > MOST) found.sort((a, b) => distance(a) - distance(b));
  return found
    .slice(0, MOST)
    .map((passage) => ({ ...passage, errors: 0, ...compareContext(text, passage, quote) }));
}

function listAlike(text: string, quote: NoteQuote): Candidate[] {
  const most = Math.floor(quote.exact.length * CHANGED);
  if (most === 0) return [];
  return search(text, quote.exact, most)
    .slice(0, MOST)
    .map((match) => ({ ...match, ...compareContext(text, match, quote) }));
}

/** The one with the most of its neighbours; of equal ones the one nearest to the old position. */
function chooseBest(candidates: readonly Candidate[], start: number): Candidate | undefined {
  let best: Candidate | undefined;
  for (const each of candidates) {
    const gain = best ? rate(each) - rate(best) : 1;
    const isNearer = best && Math.abs(each.start - start) < Math.abs(best.start - start);
    if (gain > 0.01 || (gain > -0.01 && isNearer)) best = each;
  }
  return best;
}

/** Paragraphs move, so their own words tell more. */
function rate({ context, wide }: Candidate): number {
  return context + wide / 4;
}

/** The marked words themselves: few of them need their neighbours, since they may stand elsewhere, too. */
function isCertain({ context }: Candidate, { exact }: NoteQuote, count: number): boolean {
  if (exact.length >= TELLING) return count === 1 || context >= 0.2;
  return context >= (count === 1 && exact.length >= 6 ? 0.35 : 0.5);
}

/**
 * Words much like the marked ones: the fewer and the less like, the more of their neighbours they need. A whole cell or
 * heading has none in its paragraph: there those before and behind are asked.
 */
function isLikely(candidate: Candidate, { exact, prefix, suffix }: NoteQuote): boolean {
  const isAlone = /(^|\n)$/.test(prefix) && /^(\n|$)/.test(suffix);
  const context = isAlone ? candidate.wide : candidate.context;
  const changed = candidate.errors / exact.length;
  if (exact.length < 6) return context >= 0.85 && !isAlone;
  return context >= (exact.length >= TELLING ? 0.2 + 1.2 * changed : 0.6);
}

/**
 * Compares what stood around the words with what stands around a passage. A paragraph's end counts as one of its
 * neighbours.
 */
function compareContext(text: string, { start, end }: Passage, { prefix, suffix }: NoteQuote) {
  const before = text.slice(Math.max(0, start - SIGHT), start);
  const behind = text.slice(end, end + SIGHT);
  return {
    context: joinSides(
      compareSide(prefix.split('\n').at(-1) ?? '', before.split('\n').at(-1) ?? ''),
      compareSide(reverse(suffix.split('\n')[0] ?? ''), reverse(behind.split('\n')[0] ?? '')),
    ),
    wide: joinSides(compareSide(prefix, before), compareSide(reverse(suffix), reverse(behind))),
  };
}

/** How far neighbours are looked for: their own length and what may have been put in between. */
const SIGHT = 48;
/** What the end of a paragraph weighs, in characters. */
const EDGE = 4;

interface Side {
  /** How much is the same, 0 to 1. */
  same: number;
  /** In characters. */
  weight: number;
}

function joinSides(one: Side, other: Side): number {
  const weight = one.weight + other.weight;
  return (one.same * one.weight + other.same * other.weight) / weight;
}

/** Compares the words before a passage, which end where it begins. */
function compareSide(known: string, here: string): Side {
  if (known === '') return { same: here === '' ? 1 : 0, weight: EDGE };
  const most = Math.ceil(known.length / 2);
  const near = here.slice(-known.length - 4);
  const matches = near === '' ? [] : search(near, known, most);
  const errors = matches[0]?.errors ?? known.length;
  return { same: Math.max(0, 1 - errors / known.length), weight: known.length };
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

function toPassage({ start, end }: Candidate): Passage {
  return { start, end };
}
