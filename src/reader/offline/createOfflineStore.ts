import type { OfflineEngine } from './createEngine.ts';
import type { SavedState } from './SavedRecord.ts';

/** Why a run of saving stands still. */
export type PauseReason = 'reader' | 'network' | 'quota';

/** The run of saving, as all tabs see it. */
export interface SaveRun {
  done: number;
  all: number;
  paused?: PauseReason;
}

/** Why nothing can be saved here. */
export type Obstacle = 'insecure' | 'unsupported' | 'forbidden' | 'off';

/** What the screen knows of offline reading. Small: the engine behind it comes after the first paint. */
export interface OfflineState {
  /** `starting` until it is known what is saved. */
  phase: 'starting' | 'ready' | 'impossible';
  obstacle?: Obstacle;
  /** A new version of the app waits for the reader's word. */
  hasUpdate: boolean;
  run?: SaveRun;
  /** Something that was kept is gone, and what became of it. */
  loss?: 'bookmarks-restored' | 'copies-lost';
  /** There was no room even to note what is to be saved. */
  isFull?: boolean;
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
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
