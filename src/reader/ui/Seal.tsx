/** The mark of the site: a collector's square seal with 藏. Decoration: the site's name stands beside it. */
export function Seal({ size }: { size: number }) {
  return (
    <span
      aria-hidden="true"
      className="grid shrink-0 place-items-center rounded-[5px] bg-seal font-serif font-semibold text-page"
      style={{ width: size, height: size, fontSize: size * 0.57, lineHeight: 1 }}
    >
      藏
    </span>
  );
}
