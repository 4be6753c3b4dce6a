import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Catalogue } from '../../model/Catalogue.ts';
import { findTagFile, foldTag } from '../../model/Tag.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { tagFileQuery } from '../data/tagQuery.ts';

/** So many files, each of about 64 tags, are read at once; of more, the one that may hold what is typed. */
const MOST_FILES = 8;

/**
 * Returns the names of the archive's tags, all of them where they are few; where they are many, those that lie beside
 * the tag that is typed. A file that can't be had is left out.
 */
export function useTagNames(question: string): readonly string[] {
  const client = useQueryClient();
  const catalogue = client.getQueryData(catalogueQuery.queryKey);
  const asked = useDeferredValue(question);
  return useQueries({
    queries: listFiles(catalogue, asked).map((file) => tagFileQuery(file, catalogue ?? {})),
    combine: combineNames,
  });
}

function listFiles(catalogue: Catalogue | undefined, question: string): number[] {
  const { tags } = catalogue ?? {};
  if (!tags) return [];
  if (tags.files <= MOST_FILES) return Array.from({ length: tags.files }, (_, file) => file);
  const key = foldTag(question);
  return key === '' ? [] : [findTagFile(tags, key)];
}

function combineNames(files: readonly { data?: { tags: { name: string }[] } | undefined }[]) {
  return files.flatMap(({ data }) => data?.tags ?? []).map(({ name }) => name);
}
