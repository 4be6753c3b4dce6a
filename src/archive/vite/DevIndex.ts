import { join } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import { findContentFiles } from '../content/findContentFiles.ts';
import { type IndexEntry, readIndexEntry } from './readIndexEntry.ts';

/** Files that are read before others have their turn. */
const CHUNK = 200;

/** What places each content file in the lists. */
export class DevIndex {
  private readonly contentDir: string;
  private readonly entries = new Map<string, IndexEntry | undefined>();

  constructor(contentDir: string) {
    this.contentDir = contentDir;
  }

  /** Returns what the head of a file tells; undefined where it can't be read. */
  find(path: string): IndexEntry | undefined {
    if (!this.entries.has(path))
      this.entries.set(path, readIndexEntry(join(this.contentDir, path), path));
    return this.entries.get(path);
  }

  /** Forgets a file that was added, changed or removed. */
  forget(path: string): void {
    this.entries.delete(path);
  }

  /** Reads what has not been asked for yet, a few files at a time, so that others can be answered in between. */
  async readAhead(): Promise<void> {
    const paths = findContentFiles(this.contentDir).paths;
    for (let index = 0; index < paths.length; index++) {
      this.find(paths[index] as string);
      if (index % CHUNK === CHUNK - 1) await giveWay();
    }
  }
}
