import { queryOptions } from '@tanstack/react-query';
import type { Catalogue } from '../../model/Catalogue.ts';
import { foldTag } from '../../model/Tag.ts';

/** What reads tags comes with the first of them. */
const loadReader = () => import('./fetchTag.ts');

/** The query of a tag, in any of its writings, as this build has it; `null` where no article has that tag. */
export function tagQuery(name: string, catalogue: Pick<Catalogue, 'tags' | 'build'>) {
  const key = foldTag(name);
  return queryOptions({
    queryKey: ['tag', key, catalogue.build],
    queryFn: async ({ signal }) => (await loadReader()).fetchTag(key, catalogue, signal),
  });
}

/** The query of one of a build's files of tags. */
export function tagFileQuery(file: number, { build }: Pick<Catalogue, 'build'>) {
  return queryOptions({
    queryKey: ['tag file', file, build],
    queryFn: async ({ signal }) => (await loadReader()).readTagFile(file, build, signal),
  });
}
