import { useSyncExternalStore } from 'react';

/** How many panes stand side by side: one on a phone, two from 640 px, three from 1024 px. */
export type Layout = 'one' | 'two' | 'three';

/**
 * Gives the layout for the window's width. Only what it names is rendered, so nothing stands twice in the
 * accessibility tree.
 */
export function useLayout(): Layout {
  // The build draws for a phone.
  return useSyncExternalStore(subscribe, readLayout, () => 'one');
}

// rem, not px: whoever enlarges the browser's text gets fewer panes instead of narrow ones.
const TWO_PANES = '(min-width: 40rem)';
const THREE_PANES = '(min-width: 64rem)';

function readLayout(): Layout {
  if (window.matchMedia(THREE_PANES).matches) return 'three';
  return window.matchMedia(TWO_PANES).matches ? 'two' : 'one';
}

function subscribe(onChange: () => void): () => void {
  const queries = [TWO_PANES, THREE_PANES].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}
