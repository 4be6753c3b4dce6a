import type { Copies } from './copies.ts';
import type { SavedRecord } from './SavedRecord.ts';

/** What saving an article needs from around it. */
export interface SaveWork {
  copies: Copies;
  signal: AbortSignal;
  /** Runs a download when there is a place among those that run. */
  download<T>(work: () => Promise<T>): Promise<T>;
  onChange(record: SavedRecord): void;
}
