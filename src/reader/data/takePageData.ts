import { buildListPagePath, CATALOGUE_PATH, PAGE_DATA_ID } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { nameListState } from '../../model/pageHashes.ts';

let files: Record<string, unknown> | undefined;
let lists: Partial<Catalogue['lists']> = {};

/**
 * Gives an archive file's JSON that came with the page itself, once: whoever asks again (重试, a refresh) asks the host.
 * Undefined where the page carries none. Queries take it as their initial data, so that the first rendering has it.
 */
export function takePageData(path: string): unknown {
  files ??= readPageData();
  const json = files[path];
  delete files[path];
  return json;
}

/** The same for a page of a list in that state: what the page carries is of the build that the page is of. */
export function takePageRows(list: string, state: string, page: number): unknown {
  files ??= readPageData();
  const info = lists[list];
  if (!info || nameListState(info) !== state) return undefined;
  return takePageData(buildListPagePath(list, page));
}

/** Hands in what the page will carry, where there is no page yet: in the build. */
export function handPageData(text: string): void {
  files = parsePageData(text);
}

/** A page that was cut off on its way carries no data, and the files are fetched one by one. */
function readPageData(): Record<string, unknown> {
  try {
    return parsePageData(document.getElementById(PAGE_DATA_ID)?.textContent || '{}');
  } catch {
    return {};
  }
}

function parsePageData(text: string): Record<string, unknown> {
  const data = JSON.parse(text) as Record<string, unknown>;
  lists = (data[CATALOGUE_PATH] as Partial<Catalogue> | undefined)?.lists ?? {};
  return data;
}
