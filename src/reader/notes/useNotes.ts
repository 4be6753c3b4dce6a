import { useEffect, useSyncExternalStore } from 'react';
import type { Note } from '../../model/Note.ts';
import { noteStore } from './noteStore.ts';

/** What is known of the notes now; `notes` are those that were not removed, undefined until they are read. */
interface Reading {
  notes?: readonly Note[];
}

const listeners = new Set<() => void>();
let reading: Reading = {};
let isStale = true;
let isFollowing = false;

/** Returns all notes but removed ones, in no order, and follows every change, other tabs' too; undefined at first. */
export function useNotes(): readonly Note[] | undefined {
  const { notes } = useSyncExternalStore(subscribe, readNow, readNow);
  useEffect(() => {
    if (isStale) void renew();
  }, []);
  return notes;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!isFollowing) {
    isFollowing = true;
    noteStore.subscribe(() => void renew());
  }
  return () => void listeners.delete(listener);
}

function readNow(): Reading {
  return reading;
}

async function renew(): Promise<void> {
  isStale = false;
  const notes = (await noteStore.readNotes()).filter(({ removedAt }) => removedAt === undefined);
  reading = { notes };
  for (const listener of listeners) listener();
}
