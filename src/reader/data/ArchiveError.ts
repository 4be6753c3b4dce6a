import { words } from '../ui/words.ts';

/** Why an archive file could not be had. */
export type ArchiveErrorKind =
  /** The host says that it has no such file. */
  | 'missing'
  /** No answer, or one that says the host is in trouble. */
  | 'network'
  /** An answer that is not the file it should be. */
  | 'damaged';

/** What every fetch of the archive throws. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  readonly kind: ArchiveErrorKind;

  constructor(kind: ArchiveErrorKind, path: string, cause?: unknown) {
    super(`${kind}: ${path}`, { cause });
    this.kind = kind;
  }
}

/** Whether `error` says that the archive does not hold what was asked for. */
export function isMissing(error: unknown): boolean {
  return error instanceof ArchiveError && error.kind === 'missing';
}

/** Gives the reason in words for the reader. */
export function explainError(error: unknown): string {
  return words.because[error instanceof ArchiveError ? error.kind : 'unknown'];
}
