import { useSyncExternalStore } from 'react';
import type { Note } from '../../model/Note.ts';
import { type NoteCopies, NoteSheet } from './NoteSheet.tsx';
import { openedNote } from './openedNote.ts';

interface OpenedNoteSheetProps {
  /** Those that can be opened here. */
  notes: readonly Note[];
  copies: NoteCopies;
}

/** The sheet of the note that is open, while one is. */
export function OpenedNoteSheet({ notes, copies }: OpenedNoteSheetProps) {
  const opened = useSyncExternalStore(openedNote.subscribe, openedNote.read, openedNote.read);
  const note = opened && notes.find(({ id }) => id === opened.id);
  return note ? <NoteSheet key={note.id} note={note} isNew={opened.isNew} copies={copies} /> : null;
}
