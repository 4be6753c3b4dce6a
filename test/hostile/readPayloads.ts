import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_PAYLOADS } from './ownPayloads.ts';

/** Published attacks, which lie beside the project and are other people's: they are read, never copied. */
const FOLDER = join(import.meta.dirname, '../../../shared/payloads');

/** A piece of markup that tries to run a script, or to do what only the site may. */
export interface Payload {
  name: string;
  markup: string;
}

/** Gives our own payloads, and those beside the project where they are there. */
export function readPayloads(): Payload[] {
  const own = OWN_PAYLOADS.map((markup, n) => ({ name: `own ${n}`, markup }));
  return [
    ...own,
    ...readFile('dompurify.json', (_, n) => `dompurify ${n}`),
    ...readFile('mutation-xss.json', ({ version }, n) => `mutation ${n} (${version})`),
  ];
}

interface Entry {
  payload: string;
  version?: string;
}

/** Gives those of one file, or none. */
export function readFile(
  file: string,
  buildName: (entry: Entry, index: number) => string,
): Payload[] {
  const path = join(FOLDER, file);
  if (!existsSync(path)) return [];
  const entries = JSON.parse(readFileSync(path, 'utf8')) as Entry[];
  return entries.map((entry, n) => ({ name: buildName(entry, n), markup: entry.payload }));
}
