import type { Note } from '../../model/Note.ts';
import type { Items } from '../own/Item.ts';
import { formatBackup, listBookmarks, type OwnRest } from './backupFile.ts';

/** The notes, as `notes/noteStore.ts` keeps them. */
export interface NoteKeeper {
  readNotes(): Promise<Note[]>;
  mergeNotes(notes: readonly unknown[]): Promise<unknown>;
}

/** Builds the text of a backup of all that is the reader's own. */
export function formatOwn(rest: OwnRest, now: Date): string {
  return formatBackup(listBookmarks(rest.items), now, rest);
}

/** Returns when the newest of some items changed; the file of a sync says that, so that equal ones are equal texts. */
export function findNewest(items: Items): Date {
  return new Date(Math.min(8.64e15, Math.max(0, ...[...items.values()].map(({ at }) => at))));
}
