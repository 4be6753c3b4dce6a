import { useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Whereabouts } from '../moves/findArticle.ts';
import { useMove } from '../moves/useMove.ts';
import { buildHref } from '../routing/routes.ts';

/** Where an article was found under another id, goes there, and lets all that is kept of it go with it. */
export function useFollowMove(id: string, whereabouts: Whereabouts | undefined): void {
  const move = useMove();
  const moved = whereabouts?.kind === 'moved' ? whereabouts.article : undefined;
  useEffect(() => {
    if (!moved || moved.id === id) return;
    move(id, moved);
    // As it was opened, with the list it came from, and in the place of the old address.
    const to =
      buildHref({ name: 'article', id: moved.id }) + window.location.search + window.location.hash;
    navigate(to, { state: window.history.state, replace: true });
  }, [moved, move, id]);
}
