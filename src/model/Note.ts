/** The colours of marks; each has a line of its own, too (`reader/marking/marks.css`). */
export const NOTE_COLORS = ['yellow', 'green', 'blue', 'pink'] as const;

/** One of the colours of marks. */
export type NoteColor = (typeof NOTE_COLORS)[number];

/** The marked words with what stood around them, as W3C's TextQuoteSelector has them. White space is one blank. */
export interface NoteQuote {
  exact: string;
  /** At most 32 characters before the words. */
  prefix: string;
  /** At most 32 characters behind them. */
  suffix: string;
}

/**
 * A marked passage of an article, with or without words of the reader's own. What was removed stays as a note without
 * words (`removedAt`), so that other devices learn of it.
 */
export interface Note {
  /** Version of the stored value. */
  v: 1;
  /** Random. */
  id: string;
  articleId: string;
  articleTitle: string;
  quote: NoteQuote;
  /** Where the words stood in the article's plain text (`reader/marking/plainText.ts`), in UTF-16 units. */
  position: { start: number; end: number };
  color: NoteColor;
  /** What the reader wrote; '' for a mark without words. */
  text: string;
  tags: string[];
  /** UTC. */
  createdAt: string;
  /** UTC; of two values of one note the later one holds. */
  changedAt: string;
  /** UTC; the reader removed it then. */
  removedAt?: string;
}

/** Checks a value that may be a note; returns it without foreign fields, or undefined where it is none. */
export function parseNote(value: unknown): Note | undefined {
  if (!isRecord(value) || value.v !== 1) return undefined;
  const { id, articleId, articleTitle, color, text, tags, removedAt } = value;
  const { createdAt, changedAt } = value;
  const quote = parseQuote(value.quote);
  const position = parsePosition(value.position);
  if (!isId(id) || !isId(articleId) || typeof articleTitle !== 'string') return undefined;
  if (!isColor(color) || typeof text !== 'string') return undefined;
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) return undefined;
  if (!isTime(createdAt) || !isTime(changedAt) || !quote || !position) return undefined;
  if (removedAt !== undefined && !isTime(removedAt)) return undefined;
  if (removedAt === undefined && quote.exact === '') return undefined;
  const note = { v: 1, id, articleId, articleTitle, quote, position, color, text, tags } as const;
  const times = { createdAt, changedAt, ...(removedAt !== undefined && { removedAt }) };
  return { ...note, tags: [...tags], ...times };
}

/** Whether a value was written by a later version of the reader, so that it is not ours to judge. */
export function isLaterNote(value: unknown): boolean {
  return isRecord(value) && typeof value.v === 'number' && value.v > 1;
}

/**
 * Returns the one of two values of a note that holds: the one changed later. Of two changed at the same moment every
 * device chooses the same one.
 */
export function chooseNote(one: Note, other: Note): Note {
  const [a, b] = [Date.parse(one.changedAt), Date.parse(other.changedAt)];
  if (a !== b) return a > b ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}

/** Returns what stays of a note that the reader removes at `now`: nothing that was written or marked. */
export function buildRemovedNote(note: Note, now: string): Note {
  const quote = { exact: '', prefix: '', suffix: '' };
  return { ...note, quote, text: '', tags: [], articleTitle: '', changedAt: now, removedAt: now };
}

function parseQuote(value: unknown): NoteQuote | undefined {
  if (!isRecord(value)) return undefined;
  const { exact, prefix, suffix } = value;
  return typeof exact === 'string' && typeof prefix === 'string' && typeof suffix === 'string'
    ? { exact, prefix, suffix }
    : undefined;
}

function parsePosition(value: unknown): Note['position'] | undefined {
  if (!isRecord(value)) return undefined;
  const { start, end } = value;
  return isCount(start) && isCount(end) && start <= end ? { start, end } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}

function isColor(value: unknown): value is NoteColor {
  return NOTE_COLORS.includes(value as NoteColor);
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
