import { navigate } from 'wouter/use-browser-location';
import type { ListPlace } from '../routing/ArticleOrigin.ts';
import { askForFocus } from '../routing/arrival.ts';
import { buildHref, type Route } from '../routing/routes.ts';

/** Goes from an article to its list. Where the list is in the history, it goes back to it instead of adding to it. */
export function goToList(list: ListPlace | undefined, steps: number | undefined): void {
  if (steps !== undefined) {
    window.history.go(-steps);
    return;
  }
  navigate(buildHref(findListRoute(list)));
  // The list gives the focus to the article's row, as it does for the browser's Back.
  askForFocus('history');
}

/** Gives the page of a list; all articles where it is unknown. */
export function findListRoute(list: ListPlace | undefined): Exclude<Route, { name: 'missing' }> {
  if (list?.kind === 'search') return { name: 'search', query: list.query };
  if (list?.kind === 'tag') return { name: 'tag', tag: list.tag };
  if (list && list.kind !== 'category') return { name: list.kind };
  return { name: 'list', category: list?.path ?? '' };
}
