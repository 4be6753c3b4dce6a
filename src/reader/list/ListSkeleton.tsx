import { words } from '../words/words.ts';
import { RowSkeleton } from './RowSkeleton.tsx';

interface ListSkeletonProps {
  /** The list's name, where the address tells it. */
  title?: string | undefined;
  /** The list is the page. */
  isPage?: boolean;
}

/** The shape of a list that is on its way. */
export function ListSkeleton({ title, isPage = false }: ListSkeletonProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div aria-busy="true" className="overflow-hidden">
      <p className="sr-only">{words.loading}</p>
      <div className="list-head">
        {title === undefined ? (
          <div className="bone h-5 w-28" aria-hidden="true" />
        ) : (
          <Heading className="list-title">{title}</Heading>
        )}
        <div className="bone mt-2 h-3 w-48" aria-hidden="true" />
      </div>
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: eight equal shapes that never move
        <RowSkeleton key={index} />
      ))}
    </div>
  );
}
