/** A list of the archive. */
export type ArchivePlace = { kind: 'category'; path: string } | { kind: 'tag'; tag: string };

/** A list that articles are opened from. */
export type ListPlace =
  | ArchivePlace
  | { kind: 'saved' }
  | { kind: 'history' }
  /** `query`: what stands behind the `?` of its address. */
  | { kind: 'search'; query: string };

/** Where an article was opened from; travels in `history.state`, so it survives a reload. */
export interface ArticleOrigin {
  list: ListPlace;
  /** Row in the list, from 0, as it was then. The archive may have grown since. Below 0: see buildPinnedPosition. */
  position: number;
  /** How many entries of the browser's history lie between the list and this article; unknown after a deep link. */
  steps?: number;
}

/** Parses what `history.state` holds; anything that is not an origin gives `undefined`. */
export function parseOrigin(state: unknown): ArticleOrigin | undefined {
  if (!isRecord(state) || !isRecord(state.origin)) return undefined;
  const { list, position, steps } = state.origin;
  const place = parseListPlace(list);
  if (!place || typeof position !== 'number' || !Number.isInteger(position)) return undefined;
  return typeof steps === 'number' && steps > 0
    ? { list: place, position, steps }
    : { list: place, position };
}

/** Returns the position of a pinned row, which stands above the list: -1 for the first. */
export function buildPinnedPosition(index: number): number {
  return -1 - index;
}

/** Whether a position is that of a pinned row. */
export function isPinnedPosition(position: number | undefined): boolean {
  return position !== undefined && position < 0;
}

/** Gives one string per list, to remember things by. */
export function buildListKey(list: ListPlace): string {
  if (list.kind === 'search') return `search:${list.query}`;
  if (list.kind === 'tag') return `tag:${list.tag}`;
  return list.kind === 'category' ? `category:${list.path}` : list.kind;
}

function parseListPlace(value: unknown): ListPlace | undefined {
  if (!isRecord(value)) return undefined;
  if (value.kind === 'saved' || value.kind === 'history') return { kind: value.kind };
  if (value.kind === 'search' && typeof value.query === 'string')
    return { kind: 'search', query: value.query };
  if (value.kind === 'tag' && typeof value.tag === 'string') return { kind: 'tag', tag: value.tag };
  return value.kind === 'category' && typeof value.path === 'string'
    ? { kind: 'category', path: value.path }
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
