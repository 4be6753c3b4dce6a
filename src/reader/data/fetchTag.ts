import { ArchiveError } from '../../model/ArchiveError.ts';
import { buildTagFilePath } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { findTagFile, foldTag, type Tag, type TagFile } from '../../model/Tag.ts';
import { fetchArchiveFile } from './fetchArchiveFile.ts';
import { isListInfo } from './fetchCatalogue.ts';
import { keepFile, readKept } from './keptFiles.ts';
import { isRecord, isString } from './parseSummary.ts';

/**
 * Returns a tag, `key`: its folded name, or null where no article has it. Throws ArchiveError; kind `outdated` where
 * the host has another build by now.
 */
export async function fetchTag(
  key: string,
  { tags, build }: Pick<Catalogue, 'tags' | 'build'>,
  signal: AbortSignal,
): Promise<Tag | null> {
  if (!tags) return null;
  const file = await readTagFile(findTagFile(tags, key), build, signal);
  return file.tags.find((tag) => foldTag(tag.name) === key) ?? null;
}

/** Returns one of a build's files of tags; throws as `fetchTag` does. */
export async function readTagFile(
  file: number,
  build: string | undefined,
  signal: AbortSignal,
): Promise<TagFile> {
  const path = buildTagFilePath(file);
  return (await readKeptFile(path, build)) ?? (await fetchTagFile(path, build, signal));
}

/** Gives the kept copy of this build's file; undefined where there is none. */
async function readKeptFile(path: string, build: string | undefined): Promise<TagFile | undefined> {
  const kept = build === undefined ? undefined : await readKept(path, build);
  if (kept === undefined) return undefined;
  try {
    const file = parseTagFile(JSON.parse(kept));
    return file?.build === build ? file : undefined;
  } catch {
    return undefined; // damaged: the host has it
  }
}

async function fetchTagFile(
  path: string,
  build: string | undefined,
  signal: AbortSignal,
): Promise<TagFile> {
  let file = await fetchArchiveFile(path, parseTagFile, signal);
  // A cache on the way may have been slower than the upload: it has nothing at this address yet.
  if (file.build !== build)
    file = await fetchArchiveFile(`${path}?h=${build}`, parseTagFile, signal);
  if (file.build !== build) throw new ArchiveError('outdated', path);
  if (build !== undefined) void keepFile(path, JSON.stringify(file), build);
  return file;
}

function parseTagFile(json: unknown): TagFile | undefined {
  const isTagFile = isRecord(json) && Array.isArray(json.tags) && json.tags.every(isTag);
  return isTagFile ? (json as unknown as TagFile) : undefined;
}

function isTag(value: unknown): boolean {
  return isListInfo(value) && isRecord(value) && isString(value.name) && isString(value.list);
}
