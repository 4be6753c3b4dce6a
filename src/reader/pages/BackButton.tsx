import ChevronLeft from 'lucide-react/icons/chevron-left';
import type { MouseEvent } from 'react';
import type { ListPlace } from '../routing/ArticleOrigin.ts';
import { askForFocus } from '../routing/arrival.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import type { Route } from '../routing/routes.ts';
import { words } from '../ui/words.ts';

interface BackButtonProps {
  list: ListPlace | undefined;
  steps: number | undefined;
}

/** The way from an article to its list. Where the list is in the history, it goes back to it instead of adding to it. */
export function BackButton({ list, steps }: BackButtonProps) {
  const to = findListRoute(list);

  function goBack(event: MouseEvent) {
    if (steps !== undefined) {
      event.preventDefault();
      window.history.go(-steps);
    } else {
      // After the navigation: the list gives the focus to the article's row, as it does for the browser's Back.
      queueMicrotask(() => askForFocus('history'));
    }
  }

  return (
    <RouteLink to={to} className="bar-button" aria-keyshortcuts="u" onClick={goBack}>
      <ChevronLeft size={20} strokeWidth={1.6} aria-hidden="true" />
      {words.back}
    </RouteLink>
  );
}

/** Gives the page of a list; all articles where it is unknown. */
export function findListRoute(list: ListPlace | undefined): Exclude<Route, { name: 'missing' }> {
  if (list?.kind === 'search') return { name: 'search', query: list.query };
  if (list && list.kind !== 'category') return { name: list.kind };
  return { name: 'list', category: list?.path ?? '' };
}
