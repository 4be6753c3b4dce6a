/**
 * The mark of the site: a collector's square seal with 藏. Decoration: the site's name stands beside it, or names what
 * it is in.
 */
export function Seal({ isOutline = false }: { isOutline?: boolean }) {
  return <span aria-hidden="true" className={`seal ${isOutline ? 'is-outline' : ''}`} />;
}
