import { ArchiveError } from '../../model/ArchiveError.ts';
import { words } from '../words/words.ts';

/** Gives the reason in words for the reader. */
export function explainError(error: unknown): string {
  return words.because[error instanceof ArchiveError ? error.kind : 'unknown'];
}
