/**
 * The mark of the site: a collector's square seal with 藏. Decoration: the site's name stands beside it, or names what
 * it is in.
 */
export function Seal({ size, isOutline = false }: { size: number; isOutline?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`seal ${isOutline ? 'is-outline' : ''}`}
      style={{ width: size, height: size, fontSize: size * 0.57 }}
    />
  );
}
