import type { SavedState } from '../copies/SavedRecord.ts';
import { words } from '../words/words.ts';

/** Gives a state in words. */
export function describeState(state: SavedState): string {
  switch (state.kind) {
    case 'saving':
      return words.saveState.saving(state.done, state.all);
    case 'missing':
      return words.saveState.missing(state.count);
    default:
      return words.saveState[state.kind];
  }
}
