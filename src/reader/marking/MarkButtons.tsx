import { useState } from 'react';
import { NOTE_COLORS, type NoteColor } from '../../model/Note.ts';
import { readColor, writeColor } from '../notes/keptFacts.ts';
import { noteStore } from '../notes/noteStore.ts';
import { openedNote } from '../notes/openedNote.ts';
import { noteWords } from '../words/noteWords.ts';
import '../notes/notes.css';
import { buildAnchor, findSameNote, makeNote } from './makeNote.ts';
import { readSelected } from './readSelected.ts';

interface MarkButtonsProps {
  article: { id: string; title: string };
  body: HTMLElement;
  range: Range;
}

/** Marks the selected words: in the colour used last, in one of the four, or with a note. */
export function MarkButtons({ article, body, range }: MarkButtonsProps) {
  const [color] = useState(readColor);

  async function mark(chosen: NoteColor, isWritten: boolean) {
    const anchor = buildAnchor(body, readSelected(body, range));
    if (!anchor) return;
    writeColor(chosen);
    // Before anything is awaited: the words, and the keyboard's place, are given back at once.
    document.getSelection()?.removeAllRanges();
    focusText(body);
    const notes = (await noteStore.readNotes()).filter(
      ({ articleId, removedAt }) => articleId === article.id && removedAt === undefined,
    );
    const same = findSameNote(body, notes, anchor);
    const note = same ? { ...same, color: chosen } : makeNote(article, anchor, chosen);
    await noteStore.saveNote(note);
    if (isWritten) openedNote.open(note.id, true);
  }

  return (
    <>
      <span className="mark-colors">
        {NOTE_COLORS.map((each) => (
          <button
            key={each}
            type="button"
            className={`note-color is-${each}`}
            aria-label={noteWords.markIn(noteWords.colorNames[each])}
            title={noteWords.colorNames[each]}
            onClick={() => void mark(each, false)}
          >
            <span aria-hidden="true" data-sample={noteWords.colorSample} />
          </button>
        ))}
      </span>
      <button type="button" className="button" onClick={() => void mark(color, false)}>
        {noteWords.mark}
      </button>
      <button type="button" className="button" onClick={() => void mark(color, true)}>
        {noteWords.write}
      </button>
    </>
  );
}

/** The toolbar goes with the selection; the text is what one turns to. */
function focusText(body: HTMLElement): void {
  if (!body.hasAttribute('tabindex')) body.setAttribute('tabindex', '-1');
  body.focus({ preventScroll: true });
}
