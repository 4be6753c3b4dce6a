import { words } from '../ui/words.ts';
import type { OfflineState } from './createOfflineStore.ts';

/** Gives in words why nothing can be saved now; `undefined` where it can. */
export function explainObstacle({ phase, obstacle }: OfflineState): string | undefined {
  if (phase === 'ready') return undefined;
  return phase === 'starting' ? words.offlineStarting : words.obstacle[obstacle ?? 'unsupported'];
}
