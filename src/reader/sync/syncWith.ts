import { type Backup, parseBackup } from '../backup/backupFile.ts';
import { findNewest, formatOwn, type NoteKeeper } from '../backup/ownBackup.ts';
import type { Own } from '../own/createOwn.ts';
import { SyncError, type SyncPlace } from './SyncPlace.ts';

/** So often it is tried again when others write meanwhile. */
const TRIES = 5;

/** What a sync did. */
export interface SyncResult {
  /** Things that are now another value here than before. */
  changedHere: number;
  /** Whether the file was written. */
  isWritten: boolean;
  /** Entries of the file that could not be read; the file was kept aside. */
  damaged: number;
}

/**
 * Merges what is the reader's own with a file, both ways: of each thing the newest change holds. What stands in the
 * file is taken in before anything is written, so that whatever fails, nothing is lost. Throws SyncError.
 */
export async function syncWith(place: SyncPlace, own: Own, notes: NoteKeeper): Promise<SyncResult> {
  const result: SyncResult = { changedHere: 0, isWritten: false, damaged: 0 };
  let refused: string | undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const standing = await place.read();
    const backup = await parseStanding(standing.text);
    if (backup && backup.damaged > 0 && standing.text !== undefined && result.damaged === 0) {
      result.damaged = backup.damaged;
      await place.keepAside(standing.text);
    }
    const { items, changed, noRoom } = await own.merge(backup?.items ?? new Map());
    result.changedHere += changed;
    if (noRoom > 0) throw new SyncError('no-room');
    await notes.mergeNotes(backup?.notes ?? []);
    const rest = {
      items,
      notes: await notes.readNotes(),
      ...(backup?.later && { later: backup.later }),
    };
    const text = formatOwn(rest, findNewest(items));
    if (text === standing.text) return result;
    // Refused though it has not changed: the place's marks are not to be trusted.
    const isForced = refused !== undefined && refused === standing.text;
    const answer = await place.write(text, standing, isForced);
    if (answer === 'written') return { ...result, isWritten: true };
    if (answer === 'unsure') {
      // Somebody may have written between our reading and writing, or after it: what stands there is looked at again.
      result.isWritten = true;
      refused = undefined;
    } else refused = standing.text ?? '';
  }
  throw new SyncError('busy');
}

/** How a file of a later version begins. */
const LATER = /^\s*\{\s*"kind":\s*"cangbao-bookmarks",\s*"v":\s*(?:[2-9]|1\d)/;

/** A file that is empty is as good as none. Throws SyncError where it is none of ours: that is never written over. */
async function parseStanding(text: string | undefined): Promise<Backup | undefined> {
  if (text === undefined || text.trim() === '') return undefined;
  if (LATER.test(text)) throw new SyncError('later');
  const backup = await parseBackup(text);
  if (!backup) throw new SyncError('not-ours');
  return backup;
}
