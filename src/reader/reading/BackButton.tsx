import ChevronLeft from 'lucide-react/icons/chevron-left';
import type { MouseEvent } from 'react';
import type { ListPlace } from '../routing/ArticleOrigin.ts';
import { isPlainPress, RouteLink } from '../routing/RouteLink.tsx';
import { words } from '../words/words.ts';
import { findListRoute, goToList } from './goToList.ts';

interface BackButtonProps {
  list: ListPlace | undefined;
  steps: number | undefined;
}

/** The way from an article to its list. */
export function BackButton({ list, steps }: BackButtonProps) {
  const to = findListRoute(list);

  function goBack(event: MouseEvent) {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    goToList(list, steps);
  }

  return (
    <RouteLink to={to} className="bar-button" aria-keyshortcuts="u" onClick={goBack}>
      <ChevronLeft size={20} strokeWidth={1.6} aria-hidden="true" />
      {words.back}
    </RouteLink>
  );
}
