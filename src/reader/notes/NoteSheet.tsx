import { useEffect, useRef, useState } from 'react';
import type { Note } from '../../model/Note.ts';
import { noteWords } from '../ui/noteWords.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { ColorChoice } from './ColorChoice.tsx';
import { writeColor } from './keptFacts.ts';
import { noteStore } from './noteStore.ts';
import { openedNote } from './openedNote.ts';
import { removeNoteUndoably } from './removeNoteUndoably.ts';
import { formatTags, parseTags } from './tags.ts';
import './notes.css';

/** What can be copied of a note; each tells whether the browser allowed it. */
export interface NoteCopies {
  copyNote(note: Note): Promise<boolean>;
  /** Absent where the passage is not on screen. */
  copyLink?: ((note: Note) => Promise<boolean>) | undefined;
}

interface NoteSheetProps {
  note: Note;
  /** It was just made, to be written in. */
  isNew: boolean;
  copies: NoteCopies;
}

/** How long after the last key what was written is kept, in milliseconds. */
const REST = 400;

/** A note, open: its words, its colour, what the reader wrote, and what can be done with it. All is kept by itself. */
export function NoteSheet({ note, isNew, copies }: NoteSheetProps) {
  const { text, setText, tags, setTags } = useKeptDraft(note);
  const [answer, setAnswer] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNew) box.current?.focus();
  }, [isNew]);

  async function copy(what: ((note: Note) => Promise<boolean>) | undefined) {
    const isAllowed = await what?.({ ...note, text });
    setAnswer(isAllowed ? noteWords.copied : noteWords.notCopied);
  }

  return (
    <Sheet title={noteWords.notes} look="is-clear" onClose={openedNote.close}>
      <div className="note-sheet">
        <blockquote className={`note-quote is-${note.color}`}>{note.quote.exact}</blockquote>
        <ColorChoice
          color={note.color}
          onChoose={(color) => {
            writeColor(color);
            void noteStore.saveNote({ ...note, text, tags: parseTags(tags), color });
          }}
        />
        <textarea
          ref={box}
          rows={5}
          className="note-field"
          aria-label={noteWords.noteText}
          placeholder={noteWords.noteText}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <label className="note-tags">
          <span>{noteWords.tags}</span>
          <input
            className="note-field"
            placeholder={noteWords.tagsHint}
            value={tags}
            onChange={({ target }) => setTags(target.value)}
          />
        </label>
        <div className="note-buttons">
          <button type="button" className="button" onClick={() => void copy(copies.copyNote)}>
            {noteWords.copy}
          </button>
          {copies.copyLink && (
            <button type="button" className="button" onClick={() => void copy(copies.copyLink)}>
              {noteWords.copyLink}
            </button>
          )}
          <button
            type="button"
            className="button"
            onClick={() => {
              openedNote.close();
              void removeNoteUndoably(note.id);
            }}
          >
            {noteWords.remove}
          </button>
          <button type="button" className="button is-main" onClick={openedNote.close}>
            {noteWords.done}
          </button>
        </div>
        <p aria-live="polite" className="text-soft text-sm">
          {answer}
        </p>
        {noteStore.readTrouble().isUnkept ? (
          <p role="alert" className="note-trouble">
            {noteWords.notKept}
          </p>
        ) : (
          <p className="text-faint text-xs">{noteWords.keptHere}</p>
        )}
      </div>
    </Sheet>
  );
}

/** What is being written; it is kept a moment after the last key, and when the sheet or the page goes. */
function useKeptDraft(note: Note) {
  const [text, setText] = useState(note.text);
  const [tags, setTags] = useState(formatTags(note.tags));
  const latest = useRef({ note, text, tags });
  latest.current = { note, text, tags };

  useEffect(() => {
    const keep = () => keepDraft(latest.current);
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the rest anew
  useEffect(() => {
    const timer = window.setTimeout(() => keepDraft(latest.current), REST);
    return () => window.clearTimeout(timer);
  }, [text, tags]);

  return { text, setText, tags, setTags };
}

function keepDraft({ note, text, tags }: { note: Note; text: string; tags: string }): void {
  const listed = parseTags(tags);
  if (text === note.text && formatTags(listed) === formatTags(note.tags)) return;
  void noteStore.saveNote({ ...note, text, tags: listed });
}
