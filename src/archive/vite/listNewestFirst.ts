import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Gives the names in a folder, those that were changed last first. */
export function listNewestFirst(folder: string): string[] {
  const age = (name: string) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(folder).sort((a, b) => age(b) - age(a));
}
