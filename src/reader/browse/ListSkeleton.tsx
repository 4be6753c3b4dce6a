import { words } from '../ui/words.ts';
import { RowSkeleton } from './RowSkeleton.tsx';

/** The shape of a list that is on its way. */
export function ListSkeleton() {
  return (
    <div aria-busy="true" className="overflow-hidden">
      <p className="sr-only">{words.loading}</p>
      <div className="list-head" aria-hidden="true">
        <div className="bone h-5 w-28" />
        <div className="bone mt-2 h-3 w-48" />
      </div>
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: eight equal shapes that never move
        <RowSkeleton key={index} />
      ))}
    </div>
  );
}
