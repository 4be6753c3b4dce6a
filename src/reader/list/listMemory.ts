import { findStorage } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';

/** Where the reader is in a list. */
export interface ListMemory {
  /** The uppermost row in sight, from 0, and how many pixels of it are above the edge. */
  top?: { position: number; offset: number };
  /** The row of the article that was opened last; below 0 a pinned one. */
  opened?: number;
}

/** Gives what is remembered of a list in this tab. */
export function readListMemory(listKey: string): ListMemory {
  const known = memories.get(listKey);
  if (known) return known;
  const stored = readStored(listKey);
  memories.set(listKey, stored);
  return stored;
}

/** Remembers more of a list; survives a reload where the browser allows it. Cheap enough for every scroll event. */
export function writeListMemory(listKey: string, change: ListMemory): void {
  memories.set(listKey, { ...readListMemory(listKey), ...change });
  changed.add(listKey);
  timer ??= setTimeout(storeChanges, STORE_DELAY);
}

/** Forgets every list's place in memory. Storage keeps its own. */
export function clearListMemories(): void {
  clearTimeout(timer);
  timer = undefined;
  changed.clear();
  memories.clear();
}

const PREFIX = `${SITE_KEYS}list:`;
const STORE_DELAY = 200; // ms
const memories = new Map<string, ListMemory>();
const changed = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

function storeChanges(): void {
  timer = undefined;
  for (const listKey of changed) {
    try {
      findStorage('sessionStorage')?.setItem(
        PREFIX + listKey,
        JSON.stringify(memories.get(listKey)),
      );
    } catch {
      // Full or forbidden: it stays in memory, which only a reload loses.
    }
  }
  changed.clear();
}

function readStored(listKey: string): ListMemory {
  try {
    const text = findStorage('sessionStorage')?.getItem(PREFIX + listKey);
    return parseMemory(text ? JSON.parse(text) : {});
  } catch {
    return {};
  }
}

function parseMemory(value: Partial<Record<string, never>> | null): ListMemory {
  const { top, opened } = (value ?? {}) as {
    top?: { position?: unknown; offset?: unknown };
    opened?: unknown;
  };
  return {
    ...(isPosition(top?.position) &&
      typeof top?.offset === 'number' && { top: { position: top.position, offset: top.offset } }),
    ...(typeof opened === 'number' && { opened }),
  };
}

function isPosition(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}
