import { useEffect, useRef, useState } from 'react';
import type { Note } from '../../model/Note.ts';
import { noteStore } from './noteStore.ts';
import { formatTags, parseTags } from './tags.ts';

/** What can be written of a note, the tags as they are typed. */
export type NoteDraft = Pick<Note, 'text' | 'color'> & { tags: string };

/** How long after the last change what was written is kept, in milliseconds. */
const REST = 400;

/**
 * Returns what stands in the fields of an open note, and what changes them. It is kept a moment after the last change,
 * and when the sheet or the page goes; only what was changed here, so that another tab's words are not written over.
 */
export function useNoteDraft(note: Note): {
  fields: NoteDraft;
  change: (part: Partial<NoteDraft>) => void;
} {
  const [draft, setDraft] = useState<Partial<NoteDraft>>({});
  const stored = readFields(note);
  const latest = useRef({ note, draft });
  latest.current = { note, draft };

  useEffect(() => {
    const keep = () => keepDraft(latest.current.note, latest.current.draft);
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
  }, []);
  useEffect(() => {
    const timer = window.setTimeout(() => keepDraft(latest.current.note, draft), REST);
    return () => window.clearTimeout(timer);
  }, [draft]);
  // What is kept as it stands here may change elsewhere from now on.
  useEffect(() => {
    const known = readFields(note);
    setDraft((now) => {
      const open = Object.entries(now).filter(
        ([name, value]) => known[name as keyof NoteDraft] !== value,
      );
      return open.length === Object.keys(now).length ? now : Object.fromEntries(open);
    });
  }, [note]);

  return {
    fields: { ...stored, ...draft },
    change: (part) => setDraft((now) => ({ ...now, ...part })),
  };
}

function readFields({ text, color, tags }: Note): NoteDraft {
  return { text, color, tags: formatTags(tags) };
}

function keepDraft(note: Note, draft: Partial<NoteDraft>): void {
  const { tags, ...rest } = draft;
  const next = { ...note, ...rest, tags: tags === undefined ? note.tags : parseTags(tags) };
  const [before, after] = [readFields(note), readFields(next)];
  if (JSON.stringify(before) !== JSON.stringify(after)) void noteStore.saveNote(next);
}
