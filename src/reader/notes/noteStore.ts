import { buildOfflineNames } from '../../model/offlineNames.ts';
import { createKeyValueStore, findStorage } from '../storage/KeyValueStore.ts';
import { createNoteMirror } from './createNoteMirror.ts';
import { createNoteStore } from './createNoteStore.ts';
import { type NoteDatabase, openNotes } from './openNotes.ts';

export { type Note, parseNote } from '../../model/Note.ts';

const NAME = buildOfflineNames(import.meta.env.BASE_URL).notes;
let opening: Promise<NoteDatabase | undefined> | undefined;

function open(): Promise<NoteDatabase | undefined> {
  opening ??= openNotes(NAME, () => {
    opening = undefined;
  }).catch(() => undefined);
  return opening;
}

/** The notes of this site on this device. Whoever needs them imports this; it is no part of the first list's script. */
export const noteStore = createNoteStore({
  open,
  mirror: createNoteMirror(createKeyValueStore(findStorage('localStorage'))),
  channel: typeof BroadcastChannel === 'function' ? new BroadcastChannel(NAME) : undefined,
});

export const { readNotes, saveNote, removeNote, mergeNotes } = noteStore;
