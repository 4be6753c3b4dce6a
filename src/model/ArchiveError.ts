/** Why an archive file could not be had. */
export type ArchiveErrorKind =
  /** The host says that it has no such file. */
  | 'missing'
  /** No answer, or one that says the host is in trouble. */
  | 'network'
  /** An answer that is not the file it should be. */
  | 'damaged'
  /** A file of another build: the site is being published, or was since this page began. */
  | 'outdated';

/** What every fetch of the archive throws. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  readonly kind: ArchiveErrorKind;

  constructor(kind: ArchiveErrorKind, path: string, cause?: unknown) {
    super(`${kind}: ${path}`, { cause });
    this.kind = kind;
  }
}

/** Thrown for an id whose article has another one now, since its file was moved or renamed. */
export class ArticleMovedError extends ArchiveError {
  override name = 'ArticleMovedError';
  readonly movedTo: string;

  constructor(path: string, movedTo: string) {
    super('missing', path);
    this.movedTo = movedTo;
  }
}

/** Whether `error` says that the archive does not hold what was asked for. */
export function isMissing(error: unknown): boolean {
  return error instanceof ArchiveError && error.kind === 'missing';
}

/**
 * Whether a host's answer means that it has no such file: status 404 or 410, or a page of its own in place of the
 * file, which some hosts send with status 200. `body`: the answer's text, or its Content-Type where the text isn't
 * read; absent where only the status counts.
 */
export function meansMissing(status: number, body = ''): boolean {
  if (status === 404 || status === 410) return true;
  return status < 300 && /^\s*<|^text\/html/.test(body);
}
