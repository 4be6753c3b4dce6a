import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { ArticleSummary } from '../../model/Article.ts';
import { type FileMark, isSameMark, markFile } from '../cache/fileMarks.ts';
import { findContentFiles } from '../content/findContentFiles.ts';
import { readIndexEntry } from './readIndexEntry.ts';

/** A file changed this shortly before it was read may change again without a new time; in milliseconds. */
const RACE = 2000;
/** Files that are read before others have their turn. */
const CHUNK = 200;

interface Known {
  mark: FileMark;
  entry: ArticleSummary;
}

/**
 * What places each content file in the lists. It is kept between two starts of the development server, so that the
 * second one only looks at sizes and times. `file` is where, and `key` names the code that has read it: without them
 * nothing is kept.
 */
export class DevIndex {
  private readonly contentDir: string;
  private readonly entries = new Map<string, ArticleSummary | undefined>();
  private readonly store: { file: string; key: string } | undefined;
  /** By path. */
  private readonly known: Map<string, Known>;
  private isKept = true;

  constructor(contentDir: string, store?: { file: string; key: string }) {
    this.contentDir = contentDir;
    this.store = store;
    this.known = store ? readKnown(store.file, store.key) : new Map();
  }

  /** Gives a file's place in the lists, its other fields empty; undefined where it can't be read. */
  find(path: string): ArticleSummary | undefined {
    if (!this.entries.has(path)) this.entries.set(path, this.read(path));
    return this.entries.get(path);
  }

  /** Forgets a file that was added, changed or removed. */
  forget(path: string): void {
    this.entries.delete(path);
    this.known.delete(path);
  }

  /**
   * Reads what has not been asked for yet, a few files at a time, so that others can be answered in between; then
   * keeps it.
   */
  async readAhead(): Promise<void> {
    const paths = findContentFiles(this.contentDir).paths;
    for (let index = 0; index < paths.length; index++) {
      this.find(paths[index] as string);
      if (index % CHUNK === CHUNK - 1) await giveWay();
    }
    if (!this.isKept && this.store) {
      const { file, key } = this.store;
      const known = [...this.known].filter(([path]) => this.entries.has(path));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.partial`, JSON.stringify({ key, known }));
      renameSync(`${file}.partial`, file);
    }
  }

  private read(path: string): ArticleSummary | undefined {
    const file = join(this.contentDir, path);
    const mark = this.store && markFile(file);
    const known = this.known.get(path);
    if (mark && known && isSameMark(known.mark, mark)) return known.entry;
    const entry = readIndexEntry(file, path);
    if (mark && entry && mark.time < Date.now() - RACE) {
      this.known.set(path, { mark, entry });
      this.isKept = false;
    }
    return entry;
  }
}

function readKnown(file: string, key: string): Map<string, Known> {
  try {
    const data = JSON.parse(readFileSync(file, 'utf8')) as {
      key: string;
      known: [string, Known][];
    };
    return new Map(data.key === key ? data.known : []);
  } catch {
    return new Map();
  }
}
