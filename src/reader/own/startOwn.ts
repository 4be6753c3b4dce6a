import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { yieldToPage } from '../storage/yieldToPage.ts';
import { createOwn, type Own } from './createOwn.ts';
import { createMemoryJournal, type Journal } from './Journal.ts';
import { openJournal } from './openJournal.ts';
import { buildOwnNames } from './ownNames.ts';

/**
 * How long a key that is missing may take to arrive, in milliseconds: what another tab writes reaches this one's
 * localStorage later than the database.
 */
const SECOND_LOOK = 1_000;
/** Changes of one moment are noted together, in milliseconds. */
const GATHERING = 100;

const NAME = buildOwnNames(import.meta.env.BASE_URL).journal;
const started = new WeakMap<KeyValueStore, Own>();

/**
 * Begins to note when each thing that is the reader's own changes, and gives back what was lost. Called again with the
 * same store it returns the same.
 */
export function startOwn(texts: KeyValueStore): Own {
  const known = started.get(texts);
  if (known) return known;
  const own = createOwn({
    texts,
    journal: defer(openJournal(NAME)),
    lock: runLocked,
    lookAgain: () => wait(SECOND_LOOK),
    rest: yieldToPage,
  });
  started.set(texts, own);
  let gathered: Set<string> | undefined;
  let timer: number | undefined;
  texts.subscribe((keys) => {
    // Without keys all may have changed.
    if (!keys) gathered = undefined;
    else if (timer === undefined) gathered = new Set(keys);
    else for (const key of keys) gathered?.add(key);
    timer ??= window.setTimeout(() => {
      timer = undefined;
      void own.note(gathered && [...gathered]);
    }, GATHERING);
  });
  void own.note();
  return own;
}

/** One tab at a time; within a tab one piece of work after the other. */
function runLocked<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
  if (locks) return locks.request(NAME, work) as Promise<T>;
  const next = turn.then(work);
  turn = next.catch(() => undefined);
  return next;
}

let turn: Promise<unknown> = Promise.resolve();

/** A journal that is being opened; one that fails lasts as long as the page. */
function defer(opening: Promise<Journal>): Journal {
  const opened = opening.catch(createMemoryJournal);
  return {
    read: async (name) => (await opened).read(name),
    readAll: async () => (await opened).readAll(),
    write: async (records) => (await opened).write(records),
  };
}

function wait(time: number): Promise<void> {
  return new Promise((done) => setTimeout(done, time));
}
