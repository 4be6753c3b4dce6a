import type { Note } from '../../model/Note.ts';
import { formatShortDay } from '../ui/formatDate.ts';
import { noteWords } from '../words/noteWords.ts';
import { isLost } from './keptFacts.ts';
import { NoteLink } from './NoteLink.tsx';
import { openedNote } from './openedNote.ts';

/** A note of the page 笔记: its words, what was written, and the article, whose title leads to the passage. */
export function NoteItem({ note }: { note: Note }) {
  return (
    <li className="note-item">
      <blockquote className={`note-quote is-${note.color}`}>{note.quote.exact}</blockquote>
      {note.text !== '' && <p className="note-text">{note.text}</p>}
      <div className="note-facts">
        <NoteLink note={note}>{note.articleTitle}</NoteLink>
        <time dateTime={note.createdAt}>{formatShortDay(note.createdAt)}</time>
        <span>{noteWords.colors[note.color]}</span>
        {note.tags.map((tag) => (
          <span key={tag}>#{tag}</span>
        ))}
        {isLost(note) && <span className="note-lost">{noteWords.lost}</span>}
        <button type="button" onClick={() => openedNote.open(note.id)}>
          {noteWords.edit}
        </button>
      </div>
    </li>
  );
}
