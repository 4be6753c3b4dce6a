import type { Note, NoteColor } from '../../model/Note.ts';
import { type Anchor, findPassage } from './findPassage.ts';
import { buildQuote, trimPassage } from './plainText.ts';
import { findOffset, readBodyText } from './readBodyText.ts';

/** Returns what anchors the words of a range in the text of an article, or undefined where it holds none. */
export function buildAnchor(body: Element, range: Range): Anchor | undefined {
  const read = readBodyText(body);
  const start = findOffset(read, range.startContainer, range.startOffset);
  const end = findOffset(read, range.endContainer, range.endOffset);
  const passage = trimPassage(read.text, start, end);
  if (!passage) return undefined;
  return { quote: buildQuote(read.text, passage.start, passage.end), position: passage };
}

/** Builds a note of a passage that the reader has just marked. */
export function makeNote(
  article: { id: string; title: string },
  anchor: Anchor,
  color: NoteColor,
): Note {
  const now = new Date().toISOString();
  return {
    v: 1,
    id: crypto.randomUUID?.() ?? buildId(),
    articleId: article.id,
    articleTitle: article.title,
    ...anchor,
    color,
    text: '',
    tags: [],
    createdAt: now,
    changedAt: now,
  };
}

/** Returns the one of some notes that marks just these words already. */
export function findSameNote(
  body: Element,
  notes: readonly Note[],
  { position }: Anchor,
): Note | undefined {
  const { text } = readBodyText(body);
  return notes.find((note) => {
    const passage = findPassage(text, note);
    return passage?.start === position.start && passage.end === position.end;
  });
}

/** Where an address without https gives no `randomUUID`. */
function buildId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
