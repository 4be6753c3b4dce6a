import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SavedState } from '../copies/SavedRecord.ts';
import type { OfflineState, OfflineStore } from '../saving/createOfflineStore.ts';
import { words } from '../words/words.ts';

/** Gives the state of offline reading, and follows it. */
export function useOffline(): OfflineState {
  const store = useOfflineStore();
  return useSyncExternalStore(store.subscribe, store.read, store.read);
}

/** Gives how far an article is saved; `undefined` where it is not. */
export function useSavedState(id: string): SavedState | undefined {
  const store = useOfflineStore();
  const read = () => store.readSaved(id);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Gives the store itself; its `engine` does what the reader asks for. */
export function useOfflineStore(): OfflineStore {
  const store = useContext(OfflineContext);
  if (!store) throw new Error('OfflineContext is not provided');
  return store;
}

/** Hands the one store to the tree; `main.tsx` and tests fill it. */
export const OfflineContext = createContext<OfflineStore | undefined>(undefined);

/** Gives in words why nothing can be saved now; `undefined` where it can. */
export function explainObstacle({ phase, obstacle }: OfflineState): string | undefined {
  if (phase === 'ready') return undefined;
  return phase === 'starting' ? words.offlineStarting : words.obstacle[obstacle ?? 'unsupported'];
}
