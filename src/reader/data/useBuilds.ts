import { createContext, useContext, useSyncExternalStore } from 'react';
import type { BuildStore } from './createBuildStore.ts';

/** Gives what shows the build that the host has by now; `undefined` while it is the one on screen. */
export function useOtherBuild(): (() => void) | undefined {
  const builds = useContext(BuildContext);
  const read = () => builds?.hasOther() ?? false;
  const hasOther = useSyncExternalStore(builds?.subscribe ?? followNothing, read, read);
  return hasOther ? builds?.show : undefined;
}

/** Gives the store itself, where there is one. */
export function useBuilds(): BuildStore | undefined {
  return useContext(BuildContext);
}

/** Hands the one store to the tree. */
export const BuildContext = createContext<BuildStore | undefined>(undefined);

const followNothing = () => () => {};
