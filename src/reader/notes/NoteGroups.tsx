import { noteWords } from '../words/noteWords.ts';
import type { NoteGroup } from './groupNotes.ts';
import { NoteItem } from './NoteItem.tsx';
import { NoteLink } from './NoteLink.tsx';

/** The notes in groups, each under its heading. */
export function NoteGroups({ groups }: { groups: readonly NoteGroup[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
    <ul role="list" aria-label={noteWords.noteList}>
      {groups.map(({ key, title, notes }) => (
        <li key={key}>
          <h2>{title}</h2>
          <ul className="note-list">
            {notes.map((note) => (
              <NoteItem key={note.id} note={note} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** The marked words of each article as a text of their own, with what the reader wrote below them. */
export function NoteReading({ groups }: { groups: readonly NoteGroup[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
    <ul role="list" aria-label={noteWords.noteList}>
      {groups.map(({ key, title, notes: [first, ...others] }) => (
        <li key={key}>
          <h2>{first ? <NoteLink note={first}>{title}</NoteLink> : title}</h2>
          <div className="note-reading">
            {[first, ...others].map(
              (note) =>
                note && (
                  <div key={note.id}>
                    <p>{note.quote.exact}</p>
                    {note.text !== '' && <p className="note-own">{note.text}</p>}
                  </div>
                ),
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
