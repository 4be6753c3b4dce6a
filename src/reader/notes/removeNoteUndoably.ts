import { offerUndo } from '../undo/offerUndo.ts';
import { noteWords } from '../words/noteWords.ts';
import { writeLost } from './keptFacts.ts';
import { noteStore } from './noteStore.ts';

/** Removes a note and offers to take that back. */
export async function removeNoteUndoably(id: string): Promise<void> {
  const removed = await noteStore.removeNote(id);
  if (!removed) return;
  writeLost(removed, false);
  offerUndo(noteWords.removed, () => void noteStore.saveNote(removed));
}
