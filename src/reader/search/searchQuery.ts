import type { SearchQuery } from '../../search-worker/parseQuery.ts';

/** Parses what stands behind the `?` of the address. */
export function parseSearchQuery(search: string): SearchQuery {
  const fields = new URLSearchParams(search);
  const query: SearchQuery = { text: fields.get('q') ?? '' };
  for (const name of ['source', 'from', 'to'] as const) {
    const value = fields.get(name);
    if (value) query[name] = value;
  }
  const category = fields.get('in');
  if (category) query.category = category;
  const sort = fields.get('sort');
  if (sort === 'newest' || sort === 'oldest') query.sort = sort;
  return query;
}

/** Builds what stands behind the `?` of the address, without the mark; '' where nothing is asked. */
export function buildSearchQuery(query: SearchQuery): string {
  const fields = new URLSearchParams();
  const values: [string, string | undefined][] = [
    ['q', query.text.trim()],
    ['in', query.category],
    ['source', query.source],
    ['from', query.from],
    ['to', query.to],
    ['sort', query.sort === 'fit' ? undefined : query.sort],
  ];
  for (const [name, value] of values) if (value) fields.set(name, value);
  return fields.toString();
}
