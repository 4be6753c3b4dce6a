import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileMark } from '../cache/fileMarks.ts';
import { namePartial } from '../cache/leftOvers.ts';

/** What is known of a page that an earlier build has drawn. */
export interface KeptPage {
  /** Names what it was made from. */
  from: string;
  /** Of its file. */
  mark: FileMark;
}

/** Reads which pages earlier builds have drawn, by article id; none where the index is of another key or damaged. */
export function readPageIndex(file: string, key: string): Map<string, KeptPage> {
  try {
    const index = JSON.parse(readFileSync(file, 'utf8')) as { key: string; pages: object };
    return new Map(
      index.key === key ? Object.entries(index.pages as Record<string, KeptPage>) : [],
    );
  } catch {
    return new Map();
  }
}

/** Writes the index; it stands whole or not at all. */
export function writePageIndex(
  file: string,
  key: string,
  pages: ReadonlyMap<string, KeptPage>,
): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = namePartial(file);
  writeFileSync(partial, JSON.stringify({ key, pages: Object.fromEntries(pages) }));
  renameSync(partial, file);
}
