import type { Neighbour, Neighbours } from '../browse/useNeighbours.ts';
import type { ListPlace } from '../routing/ArticleOrigin.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { words } from '../words/words.ts';

interface NeighbourLinksProps {
  neighbours: Neighbours;
  list: ListPlace;
  /** Entries of the history between the list and the article that a link opens. */
  steps: number | undefined;
}

/** The ways on to the articles beside this one in its list. */
export function NeighbourLinks({ neighbours, list, steps }: NeighbourLinksProps) {
  const { previous, next } = neighbours;
  if (!previous && !next) return null;

  function renderLink(label: string, neighbour: Neighbour | undefined, key: 'j' | 'k') {
    if (!neighbour) return null;
    const { article, position } = neighbour;
    return (
      <RouteLink
        to={{ name: 'article', id: article.id }}
        origin={
          position === undefined
            ? undefined
            : { list, position, ...(steps !== undefined && { steps }) }
        }
        className={`neighbour ${key === 'j' ? 'is-next' : ''}`}
        aria-keyshortcuts={key}
      >
        <span className="text-faint text-xs">{label}</span>{' '}
        <span className="line-clamp-2 font-medium">{article.title}</span>
      </RouteLink>
    );
  }

  return (
    <nav aria-label={words.neighbours} className="neighbours">
      {renderLink(words.previous, previous, 'k')}
      {renderLink(words.next, next, 'j')}
    </nav>
  );
}
