import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Settings, SettingsStore } from './createSettingsStore.ts';

/** Gives the settings, and follows every change, other tabs' too. */
export function useSettings(): Settings {
  const store = useSettingsStore();
  return useSyncExternalStore(store.subscribe, store.read, store.read);
}

/** Gives the store itself, to change a setting. */
export function useSettingsStore(): SettingsStore {
  const store = useContext(SettingsContext);
  if (!store) throw new Error('SettingsContext is not provided');
  return store;
}

/** Hands the one store to the tree; `main.tsx` and tests fill it. */
export const SettingsContext = createContext<SettingsStore | undefined>(undefined);
