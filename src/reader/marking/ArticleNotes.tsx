import { useEffect, useMemo, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Note } from '../../model/Note.ts';
import { NOTE_HASH } from '../notes/NoteLink.tsx';
import { OpenedNoteSheet } from '../notes/OpenedNoteSheet.tsx';
import { openedNote } from '../notes/openedNote.ts';
import { useNotes } from '../notes/useNotes.ts';
import '../notes/notes.css';
import { ArticleNoteList } from './ArticleNoteList.tsx';
import { KeySelection } from './KeySelection.tsx';
import { NoteEdge } from './NoteEdge.tsx';
import { findNoteAt, type PaintedNote } from './paintNotes.ts';
import { showNote } from './showNote.ts';
import { usePaintedNotes } from './usePaintedNotes.ts';

/** Copies a note with its source, or the link to a passage; returns whether the browser allowed it. */
export type CopyPassage = (
  what: 'note' | 'link',
  note: Note,
  body: HTMLElement,
  range: Range | undefined,
) => Promise<boolean>;

interface ArticleNotesProps {
  articleId: string;
  copyPassage: CopyPassage;
}

/** The reader's notes in an article: painted in its text, at the window's edge, and listed below it. */
export function ArticleNotes({ articleId, copyPassage }: ArticleNotesProps) {
  const place = useRef<HTMLDivElement>(null);
  const [body, setBody] = useState<HTMLElement>();
  useEffect(() => {
    const found = place.current?.closest('article')?.querySelector<HTMLElement>('.article-body');
    setBody(found ?? undefined);
  }, []);
  const all = useNotes();
  const notes = useMemo(
    () => all?.filter((note) => note.articleId === articleId),
    [all, articleId],
  );
  const painted = usePaintedNotes(body, notes);
  useMarksThatOpen(body, painted);
  useNoteOfAddress(painted);

  function copy(what: 'note' | 'link', note: Note): Promise<boolean> {
    const ranges = painted?.find((each) => each.note.id === note.id)?.ranges ?? [];
    const range = ranges[0]?.cloneRange();
    const last = ranges.at(-1);
    if (last) range?.setEnd(last.endContainer, last.endOffset);
    return body ? copyPassage(what, note, body, range) : Promise.resolve(false);
  }

  return (
    <div ref={place} className="note-place">
      {body && painted && <NoteEdge body={body} painted={painted} />}
      {painted && <ArticleNoteList painted={painted} />}
      {body && <KeySelection body={body} />}
      {notes && (
        <OpenedNoteSheet
          notes={notes}
          copies={{
            copyNote: (note) => copy('note', note),
            copyLink: (note) => copy('link', note),
          }}
        />
      )}
    </div>
  );
}

/** What is pressed for its own sake, though it stands in a mark. */
const CONTROLS = 'a[href], button, img[role], video, audio, summary, input';

/** A press on a mark opens its note; a selection, or a link in the mark, comes first. */
function useMarksThatOpen(
  body: HTMLElement | undefined,
  painted: readonly PaintedNote[] | undefined,
): void {
  useEffect(() => {
    if (!body || !painted) return;
    function follow({ target, clientX, clientY, defaultPrevented }: MouseEvent) {
      const isControl = target instanceof Element && target.closest(CONTROLS);
      if (defaultPrevented || isControl || !document.getSelection()?.isCollapsed) return;
      const found = findNoteAt(painted ?? [], clientX, clientY);
      if (found) openedNote.open(found.note.id);
    }
    body.addEventListener('click', follow);
    return () => body.removeEventListener('click', follow);
  }, [body, painted]);
}

/**
 * Shows the note that the address names, once: then the address is the article's own, so that Back finds the article
 * as it was left.
 */
function useNoteOfAddress(painted: readonly PaintedNote[] | undefined): void {
  useEffect(() => {
    const { hash, pathname, search } = window.location;
    if (!painted || !hash.startsWith(NOTE_HASH)) return;
    const id = hash.slice(NOTE_HASH.length);
    const found = painted.find(({ note }) => note.id === id);
    if (found?.passage) showNote(found);
    else if (found) openedNote.open(id);
    navigate(pathname + search, { replace: true, state: window.history.state });
  }, [painted]);
}
