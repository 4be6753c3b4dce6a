import {
  buildRemovedNote,
  chooseNote,
  isLaterNote,
  type Note,
  parseNote,
} from '../../model/Note.ts';
import type { NoteMirror } from './createNoteMirror.ts';
import type { NoteDatabase } from './openNotes.ts';

/** What became of notes that came from elsewhere. */
export interface MergeResult {
  /** Were not known here. */
  added: number;
  /** Took the place of an older value. */
  newer: number;
  /** Known here as they are, or newer. */
  known: number;
  /** Could not be read. */
  damaged: number;
  /** Written by a later version of the reader. */
  laterVersion: number;
  /** Could only be kept in this page's memory. */
  unkept: number;
}

/** What went wrong with what is kept. */
export interface NoteTrouble {
  /** Values that could not be read and have no sound copy. */
  damaged: number;
  /** Notes that one store had lost and the other one gave back. */
  restored: number;
  /** A note could only be kept in this page's memory: storage is full or forbidden. */
  isUnkept: boolean;
}

/** The reader's notes: in IndexedDB, and the newest of them in localStorage, too, which browsers empty apart. */
export interface NoteStore {
  /** Returns all notes, removed ones too, in no order. */
  readNotes(): Promise<Note[]>;
  /** Keeps a note; it counts as changed now. Returns it as it is kept. */
  saveNote(note: Note): Promise<Note>;
  /** Removes a note; returns it as it was, for `saveNote` to bring it back, or undefined where there is none. */
  removeNote(id: string): Promise<Note | undefined>;
  /** Takes in notes from elsewhere: of each the value that was changed last holds. */
  mergeNotes(notes: readonly unknown[]): Promise<MergeResult>;
  /** Calls `listener` after each change, other tabs' too; returns what stops it. */
  subscribe(listener: () => void): () => void;
  readTrouble(): NoteTrouble;
}

/** What the store works with. */
export interface NoteParts {
  /** Opens the database, or returns undefined where there is none; asked again after it was closed. */
  open: () => Promise<Pick<NoteDatabase, 'transaction'> | undefined>;
  mirror: NoteMirror;
  /** Tells other tabs, and hears of them. */
  channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | undefined;
  readClock?: () => number;
}

/** Builds the store of notes. It never throws: what no storage takes lives in memory, and `readTrouble` says so. */
export function createNoteStore({
  open,
  mirror,
  channel,
  readClock = Date.now,
}: NoteParts): NoteStore {
  const listeners = new Set<() => void>();
  let trouble: NoteTrouble = { damaged: 0, restored: 0, isUnkept: false };
  let turn: Promise<unknown> = Promise.resolve();
  channel?.addEventListener('message', notify);

  function notify() {
    for (const listener of listeners) listener();
  }

  /** Puts notes where no newer value stands, in one transaction; returns whether the database took them. */
  async function put(notes: readonly Note[]): Promise<boolean> {
    try {
      const transaction = (await open())?.transaction('notes', 'readwrite');
      if (!transaction) return false;
      for (const note of notes) {
        const stored: unknown = await transaction.store.get(note.id);
        const known = parseNote(stored);
        const holds = known ? chooseNote(known, note) === note : !isLaterNote(stored);
        if (holds) await transaction.store.put(note, note.id);
      }
      await transaction.done;
      return true;
    } catch {
      return false;
    }
  }

  /** Keeps notes in both stores; returns how many are in none. */
  async function keep(notes: readonly Note[]): Promise<number> {
    const isPut = await put(notes);
    const refused = mirror.write(notes, isPut);
    const unkept = isPut ? 0 : refused;
    if (unkept > 0) trouble = { ...trouble, isUnkept: true };
    else if (isPut && trouble.isUnkept) trouble = { ...trouble, isUnkept: false };
    channel?.postMessage('changed');
    notify();
    return unkept;
  }

  async function readDatabase(): Promise<Map<string, unknown> | undefined> {
    try {
      const transaction = (await open())?.transaction('notes');
      if (!transaction) return undefined;
      const { store } = transaction;
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return new Map(keys.map((key, index) => [key, values[index]]));
    } catch {
      return undefined;
    }
  }

  async function readNotes(): Promise<Note[]> {
    const stored = await readDatabase();
    const mirrored = mirror.read();
    const notes = new Map(mirrored.notes);
    let damaged = mirrored.damaged;
    for (const [id, value] of stored ?? []) {
      const note = parseNote(value);
      const copy = notes.get(id);
      if (note) notes.set(id, copy ? chooseNote(note, copy) : note);
      else if (!copy && !isLaterNote(value)) damaged += 1;
    }
    const missing = stored
      ? [...mirrored.notes.values()].filter(
          ({ id }) => !parseNote(stored.get(id)) && !isLaterNote(stored.get(id)),
        )
      : [];
    if (missing.length > 0) await put(missing);
    if (stored) mirror.fill([...notes.values()]);
    const restored = trouble.restored + missing.filter(({ removedAt }) => !removedAt).length;
    trouble = { ...trouble, damaged, restored };
    return [...notes.values()];
  }

  /** Later than the value before it, whatever the clock says. */
  function buildTime(before: string | undefined): string {
    const least = before === undefined ? 0 : Date.parse(before) + 1;
    return new Date(Math.max(readClock(), least)).toISOString();
  }

  async function findNote(id: string): Promise<Note | undefined> {
    return (await readNotes()).find((note) => note.id === id);
  }

  /** One change after the other: each is dated later than the one before. */
  function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = turn.then(change);
    turn = result.catch(() => undefined);
    return result;
  }

  return {
    readNotes,
    saveNote: ({ removedAt: _, ...note }) =>
      inTurn(async () => {
        const known = await findNote(note.id);
        const saved = { ...note, changedAt: buildTime(known?.changedAt) };
        await keep([saved]);
        return saved;
      }),
    removeNote: (id) =>
      inTurn(async () => {
        const known = await findNote(id);
        if (!known || known.removedAt !== undefined) return undefined;
        await keep([buildRemovedNote(known, buildTime(known.changedAt))]);
        return known;
      }),
    mergeNotes: (values) =>
      inTurn(async () => {
        const known = new Map((await readNotes()).map((note) => [note.id, note]));
        const { result, taken } = sortOut(values, known);
        if (taken.length > 0) result.unkept = await keep(taken);
        return result;
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    readTrouble: () => trouble,
  };
}

/** Tells which of some values are to be taken in, and what the others are. */
function sortOut(values: readonly unknown[], known: Map<string, Note>) {
  const result: MergeResult = {
    added: 0,
    newer: 0,
    known: 0,
    damaged: 0,
    laterVersion: 0,
    unkept: 0,
  };
  const taken = new Map<string, Note>();
  for (const value of values) {
    const note = parseNote(value);
    const standing = note && (taken.get(note.id) ?? known.get(note.id));
    if (!note) result[isLaterNote(value) ? 'laterVersion' : 'damaged'] += 1;
    else if (standing && (isSame(standing, note) || chooseNote(standing, note) === standing))
      result.known += 1;
    else {
      result[standing ? 'newer' : 'added'] += 1;
      taken.set(note.id, note);
    }
  }
  return { result, taken: [...taken.values()] };
}

function isSame(one: Note, other: Note): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
