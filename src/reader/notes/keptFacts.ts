import type { Note, NoteColor } from '../../model/Note.ts';
import { NOTE_COLORS } from '../../model/Note.ts';
import { createKeyValueStore, findStorage } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';

/** Small things about notes that stay on this device. */
const keyValues = createKeyValueStore(findStorage('localStorage'));
const COLOR = `${SITE_KEYS}note-color`;
const LOST = `${SITE_KEYS}note-lost:`;

/** Returns the colour that was used last. */
export function readColor(): NoteColor {
  const { color } = (readValue(COLOR) ?? {}) as { color?: NoteColor };
  return color && NOTE_COLORS.includes(color) ? color : 'yellow';
}

/** Remembers the colour that was used last. */
export function writeColor(color: NoteColor): void {
  keyValues.write(COLOR, JSON.stringify({ v: 1, color }));
}

/** Whether the words of a note were not in its article when that was last opened. */
export function isLost({ id }: Pick<Note, 'id'>): boolean {
  return keyValues.read(LOST + id) !== undefined;
}

/** Remembers whether the words of a note are in its article. */
export function writeLost({ id }: Pick<Note, 'id'>, isSo: boolean): void {
  if (isLost({ id }) === isSo) return;
  if (isSo) keyValues.write(LOST + id, JSON.stringify({ v: 1 }));
  else keyValues.remove(LOST + id);
}

function readValue(key: string): unknown {
  try {
    return JSON.parse(keyValues.read(key) ?? 'null');
  } catch {
    return undefined;
  }
}
