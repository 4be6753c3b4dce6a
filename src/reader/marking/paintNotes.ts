import { NOTE_COLORS } from '../../model/Note.ts';
import type { PlacedNote } from './placeNotes.ts';
import { type BodyText, buildRanges } from './readBodyText.ts';
import './marks.css';

/** A note and its ranges in the document. */
export interface PaintedNote extends PlacedNote {
  ranges: Range[];
}

/**
 * Paints notes by CSS highlights, one name for each colour, and leaves the document as it is. Returns them with their
 * ranges. Browsers that can't (Firefox before 140) paint nothing; the list of the article's notes is there all the
 * same.
 */
export function paintNotes(read: BodyText, placed: readonly PlacedNote[]): PaintedNote[] {
  const painted = placed.map((each) => ({
    ...each,
    ranges: each.passage ? buildRanges(read, each.passage.start, each.passage.end) : [],
  }));
  if (!canPaint()) return painted;
  for (const color of NOTE_COLORS) {
    const ranges = painted.flatMap((each) => (each.note.color === color ? each.ranges : []));
    if (ranges.length > 0) CSS.highlights.set(buildName(color), new Highlight(...ranges));
    else CSS.highlights.delete(buildName(color));
  }
  return painted;
}

/** Takes all notes off the page. */
export function removePaint(): void {
  if (canPaint()) for (const color of NOTE_COLORS) CSS.highlights.delete(buildName(color));
}

/** Returns the note whose words stand at a point of the window; of several the shortest. */
export function findNoteAt(
  painted: readonly PaintedNote[],
  x: number,
  y: number,
): PaintedNote | undefined {
  const length = ({ note }: PaintedNote) => note.quote.exact.length;
  return painted
    .filter(({ ranges }) => ranges.some((range) => holdsPoint(range, x, y)))
    .sort((a, b) => length(a) - length(b))[0];
}

function holdsPoint(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}

function canPaint(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';
}

function buildName(color: string): string {
  return `note-${color}`;
}
