import { createContext, useContext } from 'react';
import { type Catalogue, listNames } from '../../model/Catalogue.ts';
import type { SiteInfo } from '../../model/SiteInfo.ts';

/** Hands the catalogue to the tree, once it is here; `MainScreen` fills it. */
export const CatalogueContext = createContext<Catalogue | undefined>(undefined);

/** Returns what the owner has set, or undefined while the catalogue is on its way. */
export function useSite(): SiteInfo | undefined {
  return useContext(CatalogueContext)?.site;
}

/** Returns the owner's word on an article that was taken down (it may be empty), or undefined where it was not. */
export function useTakenDown(id: string): string | undefined {
  const takenDown = useSite()?.takenDown;
  return takenDown && Object.hasOwn(takenDown, id) ? takenDown[id] : undefined;
}

/** Returns a function that gives the names to show of a category and of those above it, from the top. */
export function useCategoryNames(): (path: string) => string[] {
  const root = useContext(CatalogueContext)?.root;
  return (path) => listNames(root, path);
}
