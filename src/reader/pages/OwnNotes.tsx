import { NotesExportButton } from '../downloads/NotesExportButton.tsx';
import { NotesPage } from '../notes/NotesPage.tsx';

/** The reader's notes, and the way to take them along. */
export function OwnNotes() {
  return <NotesPage action={<NotesExportButton />} />;
}
