import type { QueryClause, QueryField, QueryTerm } from './parseQuery.ts';

const PREFIXES: Record<QueryField, string> = {
  any: '',
  title: '标题:',
  tag: '标签:',
  category: '分类:',
  source: '来源:',
  day: '日期:',
};

/** Inverse of `parseQuery`: a text that asks for the same. */
export function writeQuery(clauses: readonly QueryClause[]): string {
  return clauses
    .map(({ terms, isExcluded }) => `${isExcluded ? '-' : ''}${terms.map(writeTerm).join('|')}`)
    .join(' ');
}

function writeTerm({ field, text, isExact }: QueryTerm): string {
  // A folded text is read as it is but for blanks, strokes and what means something at its beginning.
  const isPlain = /^[\p{L}\p{N}][^\s|:]*$/u.test(text) && text !== 'or';
  return PREFIXES[field] + (isExact || !isPlain ? `"${text}"` : text);
}
