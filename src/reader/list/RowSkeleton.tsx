/** The shape of a row whose words are on their way, as high as RowScroller expects rows to be. */
export function RowSkeleton() {
  return (
    <div className="row is-shape" aria-hidden="true">
      <div>
        <div className="bone h-4 w-full" />
        <div className="bone mt-2 h-4 w-3/5" />
        <div className="bone mt-3 h-3 w-11/12" />
      </div>
      <div className="row-facts">
        <div className="bone h-3 w-32" />
      </div>
    </div>
  );
}
