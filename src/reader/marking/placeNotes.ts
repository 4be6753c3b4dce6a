import type { Note } from '../../model/Note.ts';
import { findPassage, type Passage } from './findPassage.ts';
import { loadScriptFolder, type ScriptFolder } from './foldScript.ts';

/** A note with its passage; without one, its words are no longer found. */
export interface PlacedNote {
  note: Note;
  passage?: Passage;
}

/**
 * Finds the passages of an article's notes in its plain text, also where the article stands in another script by now.
 * Returns the notes in the order of the text, those whose words are not found last.
 */
export async function placeNotes(text: string, notes: readonly Note[]): Promise<PlacedNote[]> {
  let placed = notes.map((note) => placeNote(text, note));
  if (placed.some(({ passage }) => !passage)) {
    const fold = await loadScriptFolder().catch(() => undefined);
    const folded = fold?.(text);
    if (fold && folded !== undefined)
      placed = placed.map((each) => (each.passage ? each : placeFolded(folded, each.note, fold)));
  }
  const start = ({ passage }: PlacedNote) => passage?.start ?? text.length + 1;
  return placed.sort((a, b) => start(a) - start(b) || compareTimes(a.note, b.note));
}

function placeNote(text: string, note: Note): PlacedNote {
  const passage = findPassage(text, note);
  return passage ? { note, passage } : { note };
}

function placeFolded(folded: string, note: Note, fold: ScriptFolder): PlacedNote {
  const { exact, prefix, suffix } = note.quote;
  const quote = { exact: fold(exact), prefix: fold(prefix), suffix: fold(suffix) };
  const passage = findPassage(folded, { quote, position: note.position });
  return passage ? { note, passage } : { note };
}

function compareTimes(a: Note, b: Note): number {
  return Date.parse(a.createdAt) - Date.parse(b.createdAt);
}
