import type { TagsInfo } from '../../model/Catalogue.ts';
import { findTagFile, foldTag, type TagFile } from '../../model/Tag.ts';
import type { TagList } from './buildTagLists.ts';

/**
 * Returns the files of tags, by number; none where there is no tag. All are there, those without a tag too: a file
 * that is missing means another build and never an unknown tag. `build`: the catalogue's, absent in development.
 */
export function splitTags(
  info: TagsInfo | undefined,
  tags: readonly TagList<unknown>[],
  build?: string,
): TagFile[] {
  if (!info) return [];
  const files = Array.from(
    { length: info.files },
    (): TagFile => ({
      ...(build !== undefined && { build }),
      tags: [],
    }),
  );
  for (const { tag } of tags) files[findTagFile(info, foldTag(tag.name))]?.tags.push(tag);
  return files;
}
