import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ID_HISTORY_PATH } from '../../model/archivePaths.ts';
import type { Fingerprint } from '../article/buildFingerprint.ts';

/** What is known of an id that the archive has, or had. */
export interface KnownId extends Fingerprint {
  /** The article's id now, where its file was moved or renamed. */
  movedTo?: string;
}

/** All ids that the archive has ever had, as far as they are known. */
export type IdHistory = Map<string, KnownId>;

const LINE = /^([a-z2-7]{12}) ([a-z2-7]{12}) ([a-z2-7]{12})(?: ([a-z2-7]{12}))?$/;

/** Parses the text of an id history. Lines that are none are passed over, so a damaged file costs what is damaged. */
export function parseIdHistory(text: string): IdHistory {
  const history: IdHistory = new Map();
  for (const line of text.split('\n')) {
    const [, id, headline, body, movedTo] = LINE.exec(line) ?? [];
    if (!id || !headline || !body) continue;
    history.set(id, { headline, text: body, ...(movedTo && { movedTo }) });
  }
  return history;
}

/** Reads the id history of an output folder; an empty one where there is none. */
export function readIdHistory(outDir: string | undefined): IdHistory {
  try {
    return parseIdHistory(outDir ? readFileSync(join(outDir, ID_HISTORY_PATH), 'utf8') : '');
  } catch {
    return new Map();
  }
}

/** Returns the text of an id history: a line for each id, sorted. */
export function formatIdHistory(history: IdHistory): string {
  const lines = [...history].map(
    ([id, { headline, text, movedTo }]) =>
      `${id} ${headline} ${text}${movedTo ? ` ${movedTo}` : ''}\n`,
  );
  return lines.sort().join('');
}
