import { createContext } from 'react';
import { SITE_KEYS } from './siteKeys.ts';

/** Begins the keys under which damaged texts are kept; their own key follows. */
export const DAMAGED_PREFIX = `${SITE_KEYS}damaged:`;

/** Tells whether a text of ours, by its key, is damaged. */
export type DamageCheck = (key: string, text: string) => boolean;

/**
 * Moves damaged texts to keys of their own, so that nothing is written over what someone may still want to read.
 * Gives how many there were. What storage does not let be moved stays where it is, and is passed over by its reader.
 */
export function setAsideDamaged(storage: Storage | undefined, isDamaged: DamageCheck): number {
  let count = 0;
  for (const [key, text] of readTexts(storage)) {
    if (!key.startsWith(SITE_KEYS) || key.startsWith(DAMAGED_PREFIX) || !isDamaged(key, text))
      continue;
    count++;
    move(storage, key, text);
  }
  return count;
}

/** How many damaged texts were found when the page was opened; `main.tsx` fills it. */
export const DamagedCount = createContext(0);

function readTexts(storage: Storage | undefined): [key: string, text: string][] {
  try {
    return storage ? Object.keys(storage).map((key) => [key, storage.getItem(key) ?? '']) : [];
  } catch {
    return [];
  }
}

/**
 * The text leaves its place first, since a full storage has no room for it twice; where it finds no other, it goes
 * back.
 */
function move(storage: Storage | undefined, key: string, text: string): void {
  try {
    storage?.removeItem(key);
    storage?.setItem(DAMAGED_PREFIX + key, text);
  } catch {
    try {
      storage?.setItem(key, text);
    } catch {
      // It was there a moment ago; only another tab can have taken the room.
    }
  }
}
