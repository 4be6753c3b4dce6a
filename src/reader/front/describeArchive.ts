import type { ArticleListInfo, Category } from '../../model/Catalogue.ts';
import { listShown } from '../../model/Catalogue.ts';
import { formatCount } from '../ui/formatCount.ts';
import { formatMonth } from '../ui/formatDate.ts';
import { frontWords } from '../words/browseWords.ts';

/** So many sources are named; of more, how many there are. */
const MOST_NAMES = 4;

/** Describes an archive in a line: the time it covers, how many articles, from which sources. */
export function describeArchive(root: Category, { months, count }: ArticleListInfo): string {
  const ends = [months[0], months.at(-1)].flatMap((month) =>
    month ? [formatMonth(month[0])] : [],
  );
  const span = [...new Set(ends)].join(' – ');
  const sources = listSources(root);
  const from =
    sources.length > MOST_NAMES
      ? frontWords.sources(formatCount(sources.length))
      : frontWords.sourceNames(sources.join(frontWords.comma));
  const archive = frontWords.archive(span, formatCount(count)).replace(/^，/, '');
  return sources.length === 0 ? archive : `${archive}，${from}`;
}

/** The second level of categories names the publication; where a category has none below it, it stands for one. */
function listSources(root: Category): string[] {
  const sources = listShown(root).flatMap((category) => {
    const below = listShown(category);
    return below.length > 0 ? below : [category];
  });
  return [...new Set(sources.map(({ name }) => name))];
}
