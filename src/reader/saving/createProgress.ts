import { describeRecord, type SavedRecord, type SavedState } from '../copies/SavedRecord.ts';
import type { OfflineStore, PauseReason, SaveEvent, SaveRun } from './createOfflineStore.ts';

/** How often the screen is told, in milliseconds: often enough to look alive, seldom enough to cost nothing. */
const REST = 200;

/** One article's state as tabs tell it each other. */
interface Change {
  id: string;
  state: SavedState | undefined;
  isQueued: boolean;
  /** It was in the queue since the screen was told last; a quick one may not be any more. */
  wasQueued?: boolean;
}

type Message =
  | { type: 'changes'; changes: Change[]; coming: number }
  | { type: 'removed-all' }
  | { type: 'pause'; reason: PauseReason | undefined };

/** Gathers what changes and tells this tab's screen and the other tabs, a few times a second. */
export interface Progress {
  /**
   * Takes over what the database held at the start; other tabs know it by themselves. What they have told since the
   * progress was built comes after it.
   */
  load(records: Iterable<SavedRecord>): void;
  add(records: Iterable<SavedRecord>): void;
  remove(ids: Iterable<string>): void;
  removeAll(): void;
  /** So many articles are on their way into the queue: they count in the run from now on. */
  expect(count: number): void;
  /** Tells what was gathered now. */
  flush(): void;
  /** This tab's run was paused, or goes on. */
  tellPause(reason: PauseReason | undefined): void;
  /** Sets who is told that the reader paused the run in another tab, or lets it go on. */
  onPause(listener: PauseListener): void;
}

type PauseListener = (reason: PauseReason | undefined) => void;

/** Builds it. `channelName`: of the channel between the tabs of this site. */
export function createProgress(store: OfflineStore, channelName: string): Progress {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(channelName) : undefined;
  const pending = new Map<string, Change>();
  /** Articles of the run, and those of them that are still to be saved. */
  const all = new Set<string>();
  const queued = new Set<string>();
  /** How many articles are not in the queue yet. */
  let coming = 0;
  let paused: PauseReason | undefined;
  /** The pause that was said last; one without a network begins anew with each try. */
  let saidPause: PauseReason | undefined;
  let timer = 0;
  let listener: PauseListener = () => {};

  /** What other tabs told before this one has loaded: it may be newer than what is loaded then. */
  let early: Message[] | undefined = [];

  channel?.addEventListener('message', ({ data }) => {
    if (early) early.push(data as Message);
    else take(data as Message);
  });

  function take(message: Message) {
    if (message.type === 'changes') {
      ({ coming } = message);
      show(message.changes);
    } else if (message.type === 'removed-all') {
      clear();
    } else {
      paused = message.reason;
      listener(message.reason);
      showRun();
    }
  }

  // What this page has not told when it is left, nobody tells.
  window.addEventListener('pagehide', () => timer && flush());

  function note(change: Change) {
    const wasQueued = change.isQueued || pending.get(change.id)?.wasQueued;
    pending.set(change.id, { ...change, ...(wasQueued && { wasQueued }) });
    timer ||= window.setTimeout(flush, REST);
  }

  function flush() {
    window.clearTimeout(timer);
    timer = 0;
    const changes = [...pending.values()];
    pending.clear();
    const isNew = ({ id, wasQueued }: Change) => wasQueued && !all.has(id);
    coming = Math.max(0, coming - changes.filter(isNew).length);
    show(changes);
    channel?.postMessage({ type: 'changes', changes, coming } satisfies Message);
  }

  function show(changes: readonly Change[]) {
    for (const { id, state, isQueued, wasQueued = isQueued } of changes) {
      if (wasQueued) all.add(id);
      if (isQueued) queued.add(id);
      else {
        queued.delete(id);
        if (state === undefined) all.delete(id);
      }
    }
    store.changeSaved(changes.map(({ id, state }) => [id, state] as const));
    showRun();
  }

  function clear() {
    pending.clear();
    all.clear();
    queued.clear();
    store.clearSaved();
    showRun();
  }

  function showRun() {
    const before = store.read().run;
    const total = all.size + coming;
    const run: SaveRun | undefined =
      queued.size + coming === 0
        ? undefined
        : { done: all.size - queued.size, all: total, ...(paused && { paused }) };
    if (!run) endRun();
    if (isSame(before, run)) return;
    const { run: _, ...rest } = store.read();
    store.replace(run ? { ...rest, run } : rest);
  }

  /** A single article, a bookmark's, says by itself how far it is. */
  function endRun() {
    if (all.size > 1 && paused !== 'cancel') {
      const count = [...all].filter((id) => store.readSaved(id)?.kind === 'saved').length;
      say({ kind: 'finished', count, lost: all.size - count });
    }
    all.clear();
    saidPause = undefined;
  }

  function sayPause() {
    const { run } = store.read();
    if (!run || paused === 'cancel' || paused === saidPause) return;
    if (paused) say({ kind: 'paused', reason: paused });
    else if (saidPause !== 'network') say({ kind: 'resumed' });
    else return;
    saidPause = paused;
  }

  function say(event: SaveEvent) {
    store.change({ event });
  }

  return {
    flush,
    onPause(next) {
      listener = next;
    },
    load(records) {
      show([...records].map(describeChange));
      const told = early ?? [];
      early = undefined;
      for (const message of told) take(message);
    },
    add(records) {
      for (const record of records) note(describeChange(record));
    },
    remove(ids) {
      for (const id of ids) note({ id, state: undefined, isQueued: false });
    },
    removeAll() {
      clear();
      channel?.postMessage({ type: 'removed-all' } satisfies Message);
    },
    expect(count) {
      if (count === coming) return;
      coming = count;
      flush();
    },
    tellPause(reason) {
      if (paused === reason) return;
      paused = reason;
      showRun();
      sayPause();
      // A tab without a network has not decided anything for the others.
      if (reason !== 'network') channel?.postMessage({ type: 'pause', reason } satisfies Message);
    },
  };
}

function describeChange(record: SavedRecord): Change {
  const isQueued = record.queuedAt !== undefined;
  return { id: record.id, state: describeRecord(record), isQueued };
}

function isSame(a: SaveRun | undefined, b: SaveRun | undefined): boolean {
  return a?.done === b?.done && a?.all === b?.all && a?.paused === b?.paused;
}
