import type { RefObject } from 'react';
import { useSwipe } from '../article/useSwipe.ts';
import { pressControl } from '../keyboard/shortcuts.ts';

/** Makes a swipe across the pane turn to the article before or behind. Shows nothing. */
export function SwipeTurns({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  useSwipe(scroller, turn);
  return null;
}

function turn(step: 1 | -1): void {
  pressControl(step === 1 ? 'j' : 'k');
}
