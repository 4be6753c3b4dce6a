import type { OfflineStore, PauseReason, SaveRun } from './createOfflineStore.ts';
import { describeRecord, type SavedRecord, type SavedState } from './SavedRecord.ts';

/** How often the screen is told, in milliseconds: often enough to look alive, seldom enough to cost nothing. */
const REST = 200;

/** One article's state as tabs tell it each other. */
interface Change {
  id: string;
  state: SavedState | undefined;
  isQueued: boolean;
}

type Message =
  | { type: 'changes'; changes: Change[] }
  | { type: 'pause'; reason: PauseReason | undefined };

/** Gathers what changes and tells this tab's screen and the other tabs, a few times a second. */
export interface Progress {
  add(records: Iterable<SavedRecord>): void;
  remove(ids: Iterable<string>): void;
  /** Tells what was gathered now. */
  flush(): void;
  /** This tab's run was paused, or goes on. */
  tellPause(reason: PauseReason | undefined): void;
}

/** Builds it. `onPause`: another tab was told by the reader to pause or to go on. */
export function createProgress(
  store: OfflineStore,
  channelName: string,
  onPause: (reason: PauseReason | undefined) => void,
): Progress {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(channelName) : undefined;
  const pending = new Map<string, Change>();
  /** Articles of the run, and those of them that are still to be saved. */
  const all = new Set<string>();
  const queued = new Set<string>();
  let paused: PauseReason | undefined;
  let timer = 0;

  channel?.addEventListener('message', ({ data }) => {
    const message = data as Message;
    if (message.type === 'changes') show(message.changes);
    else {
      paused = message.reason;
      onPause(message.reason);
      showRun();
    }
  });

  function note(change: Change) {
    pending.set(change.id, change);
    if (timer === 0) timer = window.setTimeout(flush, REST);
  }

  function flush() {
    window.clearTimeout(timer);
    timer = 0;
    const changes = [...pending.values()];
    pending.clear();
    show(changes);
    channel?.postMessage({ type: 'changes', changes } satisfies Message);
  }

  function show(changes: readonly Change[]) {
    for (const { id, state, isQueued } of changes) {
      if (isQueued) {
        all.add(id);
        queued.add(id);
      } else {
        queued.delete(id);
        if (state === undefined) all.delete(id);
      }
    }
    if (queued.size === 0) all.clear();
    store.changeSaved(changes.map(({ id, state }) => [id, state] as const));
    showRun();
  }

  function showRun() {
    const before = store.read().run;
    const run: SaveRun | undefined =
      queued.size === 0
        ? undefined
        : { done: all.size - queued.size, all: all.size, ...(paused && { paused }) };
    if (isSame(before, run)) return;
    const { run: _, ...rest } = store.read();
    store.replace(run ? { ...rest, run } : rest);
  }

  return {
    flush,
    add(records) {
      for (const record of records) {
        const isQueued = record.queuedAt !== undefined;
        note({ id: record.id, state: describeRecord(record), isQueued });
      }
    },
    remove(ids) {
      for (const id of ids) note({ id, state: undefined, isQueued: false });
    },
    tellPause(reason) {
      if (paused === reason) return;
      paused = reason;
      showRun();
      // A tab without a network has not decided anything for the others.
      if (reason !== 'network') channel?.postMessage({ type: 'pause', reason } satisfies Message);
    },
  };
}

function isSame(a: SaveRun | undefined, b: SaveRun | undefined): boolean {
  return a?.done === b?.done && a?.all === b?.all && a?.paused === b?.paused;
}
