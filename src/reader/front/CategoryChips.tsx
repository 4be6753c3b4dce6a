import type { Category } from '../../model/Catalogue.ts';
import { shortenName } from '../navigation/nameBranch.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { useCategoryNames } from '../site/useSite.ts';
import { formatCount } from '../ui/formatCount.ts';

/** So many categories stand here; the tree has them all. */
const MOST = 8;

/** Categories with a count each, the largest first. */
export function CategoryChips({
  found,
}: {
  found: readonly { category: Category; count: number }[];
}) {
  const listNames = useCategoryNames();
  const most = [...found].sort((a, b) => b.count - a.count).slice(0, MOST);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
    <ul role="list" className="front-chips">
      {most.map(({ category: { path, name }, count }) => {
        const shown = nameChip(name, listNames(path).at(-2));
        return (
          <li key={path}>
            <RouteLink
              to={{ name: 'list', category: path }}
              // The whole name, of which the chip may show a part.
              aria-label={`${shown.includes(name) ? shown : name} ${formatCount(count)}`}
            >
              {shown}
              <span>{formatCount(count)}</span>
            </RouteLink>
          </li>
        );
      })}
    </ul>
  );
}

/** Returns a name that tells what it is without the tree around it. */
function nameChip(name: string, above = ''): string {
  const short = shortenName(name, above);
  return short !== name || above === '' ? short : `${above} › ${name}`;
}
