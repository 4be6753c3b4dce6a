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
  const to: Exclude<Route, { name: 'missing' }> =
    list && list.kind !== 'category'
      ? { name: list.kind }
      : { name: 'list', category: list?.path ?? '' };

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
    <RouteLink to={to} className="bar-button" onClick={goBack}>
      <ChevronLeft size={20} strokeWidth={1.6} aria-hidden="true" />
      {words.back}
    </RouteLink>
  );
}
