import { ArchiveError } from './ArchiveError.ts';
import { takeLastCopy } from './takeLastCopy.ts';

/**
 * Fetches one archive file and hands its JSON to `parse`, which gives `undefined` for a wrong shape.
 * Throws ArchiveError. `path` is relative to the site's base, as `src/model/archivePaths.ts` builds it.
 */
export async function fetchArchiveFile<T>(
  path: string,
  parse: (json: unknown) => T | undefined,
  signal?: AbortSignal,
): Promise<T> {
  const copy = parse(await takeLastCopy(path));
  if (copy !== undefined) return copy;
  const text = await fetchText(path, signal);
  // A host that sends its own page for whatever it does not know has no such file.
  if (text.trimStart().startsWith('<')) throw new ArchiveError('missing', path);
  const value = parse(parseJson(text, path));
  if (value === undefined) throw new ArchiveError('damaged', path);
  return value;
}

async function fetchText(path: string, signal: AbortSignal | undefined): Promise<string> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}${path}`, { signal: signal ?? null });
    if (response.status === 404 || response.status === 410) throw new ArchiveError('missing', path);
    if (!response.ok) throw new ArchiveError('network', path);
    return await response.text();
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
