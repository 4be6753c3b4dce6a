import { formatCount } from '../ui/formatCount.ts';
import { syncWords } from '../words/backupWords.ts';
import { SyncError } from './SyncPlace.ts';
import type { SyncResult } from './syncWith.ts';

/** Says what a sync did. */
export function describeResult({ changedHere, damaged }: SyncResult): string {
  const done = changedHere > 0 ? syncWords.done(formatCount(changedHere)) : syncWords.nothingNew;
  return damaged > 0 ? `${done}${syncWords.damaged(formatCount(damaged))}` : done;
}

/** Says why a sync failed, by the trouble's name. */
export function describeTrouble(trouble: string, detail = ''): string {
  const known: Record<string, string> = syncWords.trouble;
  const words = known[trouble] ?? syncWords.trouble.unknown;
  return detail === '' ? words : `${words}（${detail}）`;
}

/** Says what went wrong. */
export function describeError(error: unknown): string {
  return error instanceof SyncError
    ? describeTrouble(error.trouble, error.detail)
    : syncWords.trouble.unknown;
}
