import type { SavedState } from '../copies/SavedRecord.ts';
import type { OfflineEngine } from './OfflineEngine.ts';

/** Why a run of saving stands still. */
export type PauseReason = 'reader' | 'network' | 'quota' | 'cancel';

/** The run of saving, as all tabs see it. */
export interface SaveRun {
  done: number;
  all: number;
  paused?: PauseReason;
}

/** What has just happened to saved articles; each is said once. */
export type SaveEvent =
  | { kind: 'begun' | 'cancelled'; count: number }
  | { kind: 'paused'; reason: PauseReason }
  | { kind: 'resumed' }
  /** `lost`: of those that were to be saved, how many are not whole. */
  | { kind: 'finished'; count: number; lost: number };

/** Why nothing can be saved here. */
export type Obstacle = 'insecure' | 'unsupported' | 'forbidden' | 'off';

/** Something that was kept was gone. */
export type Loss =
  | 'bookmarks-restored'
  | 'copies-lost'
  /** All of them, and no bookmark says what to save again. */
  | 'copies-gone'
  /** Some of them; their records are left. */
  | 'copies-evicted'
  | 'records-rebuilt'
  /** Nothing can be saved until the page is loaded anew. */
  | 'database-closed';

/** What the screen knows of offline reading. Small: the engine behind it comes after the first paint. */
export interface OfflineState {
  /** `starting` until it is known what is saved. */
  phase: 'starting' | 'ready' | 'impossible';
  obstacle?: Obstacle;
  /** A new version of the app waits for the reader's word. */
  hasUpdate: boolean;
  run?: SaveRun;
  event?: SaveEvent;
  /** What was kept and is gone, and what became of it; each until the reader has seen it. */
  losses?: readonly Loss[];
  /** There was no room even to note what is to be saved. */
  isFull?: boolean;
  /** What has come to lists that were saved whole, and whether there is room to save it. */
  arrived?: readonly ArrivedArticles[];
}

/** Articles that have come to a list saved whole. */
export interface ArrivedArticles {
  category: string;
  count: number;
  hasRoom: boolean;
}

/** State of offline reading, outside React. */
export interface OfflineStore {
  read(): OfflineState;
  change(part: Partial<OfflineState>): void;
  /** Sets the whole state, to take a field out of it. */
  replace(next: OfflineState): void;
  /** The same object until that article's state changes. */
  readSaved(id: string): SavedState | undefined;
  changeSaved(states: Iterable<readonly [id: string, state: SavedState | undefined]>): void;
  /** Nothing is saved any more. */
  clearSaved(): void;
  /** Set once by the engine. */
  engine: OfflineEngine | undefined;
  subscribe(listener: () => void): () => void;
}

/** Builds the state before anything is known. */
export function createOfflineStore(): OfflineStore {
  const saved = new Map<string, SavedState>();
  const listeners = new Set<() => void>();
  let state: OfflineState = { phase: 'starting', hasUpdate: false };

  function notify() {
    for (const listener of listeners) listener();
  }

  return {
    engine: undefined,
    read: () => state,
    change(part) {
      state = { ...state, ...part };
      notify();
    },
    replace(next) {
      state = next;
      notify();
    },
    readSaved: (id) => saved.get(id),
    changeSaved(states) {
      for (const [id, next] of states) {
        if (next) saved.set(id, next);
        else saved.delete(id);
      }
      notify();
    },
    clearSaved() {
      saved.clear();
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
