import { chooseNote, isLaterNote, type Note, parseNote } from '../../model/Note.ts';
import { DAMAGED_PREFIX } from '../storage/damagedTexts.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';

/** Begins the keys of mirrored notes; the note's id follows. */
export const NOTE_PREFIX = `${SITE_KEYS}note:`;

/**
 * So many characters the mirror takes at most: browsers give localStorage some five million, which bookmarks, settings
 * and read marks need, too.
 */
const ROOM = 1_500_000;

/** The second copy of the notes, one key each. */
export interface NoteMirror {
  /** Returns the notes it holds; what is damaged is set aside under a key of its own, and counted. */
  read(): { notes: Map<string, Note>; damaged: number };
  /** Writes notes where no newer value stands. `isSecond`: the database has them. Returns how many it can't keep. */
  write(notes: readonly Note[], isSecond: boolean): number;
  /** Makes it hold the newest of all notes, as many as there is room for; the database has them all. */
  fill(all: readonly Note[]): void;
}

/** Builds the mirror over small texts; `room` in characters. */
export function createNoteMirror(keyValues: KeyValueStore, room = ROOM): NoteMirror {
  /** Whether a value may take the place of what stands under its key. */
  function mayWrite(note: Note): boolean {
    const standing = parseJson(keyValues.read(NOTE_PREFIX + note.id));
    const known = parseNote(standing);
    return known ? chooseNote(known, note) === note : !isLaterNote(standing);
  }

  return {
    read() {
      const notes = new Map<string, Note>();
      let damaged = 0;
      for (const key of keyValues.readKeys(NOTE_PREFIX)) {
        const text = keyValues.read(key) ?? '';
        const value = parseJson(text);
        const note = parseNote(value);
        if (note && NOTE_PREFIX + note.id === key) notes.set(note.id, note);
        else if (!isLaterNote(value)) {
          damaged += 1;
          keyValues.changeAll([
            [key, undefined],
            [DAMAGED_PREFIX + key, text],
          ]);
        }
      }
      return { notes, damaged };
    },
    write(notes, isSecond) {
      const entries = notes
        .filter(mayWrite)
        .map((note) => [NOTE_PREFIX + note.id, JSON.stringify(note)] as const);
      keyValues.changeAll(entries);
      const refused = entries.filter(([key]) => keyValues.hasFailed(key));
      // What the database has needs no copy in this page's memory.
      if (isSecond) for (const [key] of refused) keyValues.remove(key);
      return refused.length;
    },
    fill(all) {
      let left = room;
      const newest = [...all].sort((a, b) => Date.parse(b.changedAt) - Date.parse(a.changedAt));
      const entries = newest.flatMap((note): [string, string | undefined][] => {
        const key = NOTE_PREFIX + note.id;
        const text = JSON.stringify(note);
        const standing = keyValues.read(key);
        left -= text.length;
        if (left < 0) return standing === undefined ? [] : [[key, undefined]];
        return standing === text || !mayWrite(note) ? [] : [[key, text]];
      });
      if (entries.length === 0) return;
      keyValues.changeAll(entries);
      for (const [key] of entries) if (keyValues.hasFailed(key)) keyValues.remove(key);
    },
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
