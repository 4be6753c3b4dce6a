import type { ListProps } from '../list/ListProps.ts';
import { RowList } from '../list/RowList.tsx';
import { useRowWindow } from '../list/useRowWindow.ts';
import { SearchRow } from './SearchRow.tsx';
import { rememberSearch } from './useSearchMemory.ts';

interface FoundRowsProps extends ListProps {
  listKey: string;
  query: string;
  text: string;
  /** Numbers of the articles found, or ids of saved ones, in order. */
  articles: readonly (number | string)[];
}

/** The articles found; only those in sight are read. */
export function FoundRows(props: FoundRowsProps) {
  const { listKey, query, text, articles, open, steps, onApproach } = props;
  const rowWindow = useRowWindow(listKey, articles.length, open?.position);
  const list = { kind: 'search', query } as const;
  return (
    <RowList
      window={rowWindow}
      count={articles.length}
      renderRow={(position) => (
        <SearchRow
          article={articles[position] ?? 0}
          text={text}
          origin={{ list, position, ...(steps !== undefined && { steps }) }}
          openId={open?.id}
          onApproach={onApproach}
          onOpen={() => rememberSearch(query)}
        />
      )}
    />
  );
}
