import { ArchiveError, meansMissing } from '../../model/ArchiveError.ts';
import { hashText } from '../../model/hashText.ts';
import { keepFile, readKept } from './keptFiles.ts';
import { takeEarlyAnswer } from './takeEarlyAnswer.ts';

/**
 * Fetches one archive file and hands its JSON to `parse`, which gives `undefined` for a wrong shape.
 * Throws ArchiveError. `path` is relative to the site's base, as `src/model/archivePaths.ts` builds it.
 */
export async function fetchArchiveFile<T>(
  path: string,
  parse: (json: unknown) => T | undefined,
  signal?: AbortSignal,
): Promise<T> {
  return parseText(await fetchText(path, signal), path, parse);
}

/**
 * Gives the state of an archive file that has that hash: the kept copy, else the host's file. Throws ArchiveError; kind
 * `outdated` where the host has another state of it.
 */
export async function fetchHashedFile<T>(
  path: string,
  hash: string,
  parse: (json: unknown) => T | undefined,
  signal?: AbortSignal,
): Promise<T> {
  const kept = await readKept(path, hash);
  if (kept !== undefined && hashText(kept) === hash) return parseText(kept, path, parse);
  let text = await fetchText(path, signal);
  let value = parseText(text, path, parse);
  if (hashText(text) !== hash) {
    // A cache on the way may have been slower than the upload: it has nothing at this address yet.
    text = await fetchText(`${path}?h=${hash}`, signal);
    value = parseText(text, path, parse);
    if (hashText(text) !== hash) throw new ArchiveError('outdated', path);
  }
  void keepFile(path, text, hash);
  return value;
}

function parseText<T>(text: string, path: string, parse: (json: unknown) => T | undefined): T {
  const value = parse(parseJson(text, path));
  if (value === undefined) throw new ArchiveError('damaged', path);
  return value;
}

async function fetchText(path: string, signal: AbortSignal | undefined): Promise<string> {
  try {
    const early = takeEarlyAnswer(path);
    const request = {
      // The next build has other content at the same addresses. Without a word of the host's, browsers keep a file
      // for a tenth of its age (RFC 9111, 4.2.2), weeks for an archive: this asks whether it is still the same.
      cache: 'no-cache',
      signal: signal ?? null,
    } as const;
    const response = await (early ?? fetch(`${import.meta.env.BASE_URL}${path}`, request));
    const text = response.ok ? await response.text() : '';
    if (meansMissing(response.status, text)) throw new ArchiveError('missing', path);
    if (!response.ok) throw new ArchiveError('network', path);
    return text;
  } catch (cause) {
    throw cause instanceof ArchiveError ? cause : new ArchiveError('network', path, cause);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ArchiveError('damaged', path, cause);
  }
}
