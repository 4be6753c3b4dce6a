import { openedNote } from '../notes/openedNote.ts';
import { noteWords } from '../words/noteWords.ts';
import type { PaintedNote } from './paintNotes.ts';
import { showNote } from './showNote.ts';

/** The notes of the article in the order of its text; those whose words are not in it any more stand apart. */
export function ArticleNoteList({ painted }: { painted: readonly PaintedNote[] }) {
  if (painted.length === 0) return null;
  const here = painted.filter(({ passage }) => passage);
  const lost = painted.filter(({ passage }) => !passage);
  return (
    <section className="article-notes" aria-labelledby="article-notes">
      <h2 id="article-notes">{noteWords.articleNotes(painted.length)}</h2>
      {here.length > 0 && <NoteRows rows={here} />}
      {lost.length > 0 && (
        <>
          <h3>{noteWords.lost}</h3>
          <p className="text-soft text-sm">{noteWords.lostHint}</p>
          <NoteRows rows={lost} />
        </>
      )}
    </section>
  );
}

function NoteRows({ rows }: { rows: readonly PaintedNote[] }) {
  return (
    <ol className="note-list">
      {rows.map((row) => (
        <li key={row.note.id} className="note-item">
          <blockquote className={`note-quote is-${row.note.color}`}>
            {row.note.quote.exact}
          </blockquote>
          {row.note.text !== '' && <p className="note-text">{row.note.text}</p>}
          <div className="note-facts">
            <span>{noteWords.colors[row.note.color]}</span>
            {row.note.tags.map((tag) => (
              <span key={tag}>#{tag}</span>
            ))}
            {row.passage && (
              <button type="button" onClick={() => showNote(row)}>
                {noteWords.goToPassage}
              </button>
            )}
            <button type="button" onClick={() => openedNote.open(row.note.id)}>
              {noteWords.editNote}
            </button>
          </div>
        </li>
      ))}
    </ol>
  );
}
