import { NoteLink } from '../notes/NoteLink.tsx';
import { useNotes } from '../notes/useNotes.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { noteWords } from '../words/noteWords.ts';
import '../notes/notes.css';
import { FrontBone } from './FrontBone.tsx';
import { FrontSection } from './FrontSection.tsx';

/** So many are shown. */
const MOST = 3;

/** 最近的笔记: the notes made last, each a link to its passage; nothing where there are none. */
export function LastNotes() {
  const notes = useNotes();
  if (!notes) return <FrontBone />;
  const last = [...notes]
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))
    .slice(0, MOST);
  if (last.length === 0) return null;
  return (
    <FrontSection title={noteWords.last}>
      <ul className="front-notes">
        {last.map((note) => (
          <li key={note.id} className={`front-quote is-${note.color}`}>
            <NoteLink note={note}>{note.quote.exact}</NoteLink>
            {note.text !== '' && <p>{note.text}</p>}
            <small>{note.articleTitle}</small>
          </li>
        ))}
      </ul>
      <RouteLink to={{ name: 'notes' }} className="front-all">
        {noteWords.all}
      </RouteLink>
    </FrontSection>
  );
}
