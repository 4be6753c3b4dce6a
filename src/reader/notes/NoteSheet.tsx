import { useEffect, useRef, useState } from 'react';
import type { Note } from '../../model/Note.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { noteWords } from '../words/noteWords.ts';
import { ColorChoice } from './ColorChoice.tsx';
import { writeColor } from './keptFacts.ts';
import { noteStore } from './noteStore.ts';
import { openedNote } from './openedNote.ts';
import { removeNoteUndoably } from './removeNoteUndoably.ts';
import { useNoteDraft } from './useNoteDraft.ts';
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

/** A note, open: its words, its colour, what the reader wrote, and what can be done with it. All is kept by itself. */
export function NoteSheet({ note, isNew, copies }: NoteSheetProps) {
  const { fields, change } = useNoteDraft(note);
  const { text, tags, color } = fields;
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
        <blockquote className={`note-quote is-${color}`}>{note.quote.exact}</blockquote>
        <ColorChoice
          color={color}
          onChoose={(chosen) => {
            writeColor(chosen);
            change({ color: chosen });
          }}
        />
        <textarea
          ref={box}
          rows={5}
          className="note-field"
          aria-label={noteWords.noteText}
          placeholder={noteWords.noteText}
          value={text}
          onChange={({ target }) => change({ text: target.value })}
        />
        <label className="note-tags">
          <span>{noteWords.tags}</span>
          <input
            className="note-field"
            placeholder={noteWords.tagsHint}
            value={tags}
            onChange={({ target }) => change({ tags: target.value })}
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
