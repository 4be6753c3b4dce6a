import { useNotes } from '../notes/useNotes.ts';
import { bookWords } from '../words/bookWords.ts';
import { ExportButton } from './ExportButton.tsx';
import { listNotedArticles, writeReadwise } from './exportNotes.ts';

/** The button 导出 of all notes: the articles that have some, the notes alone, or a table for Readwise. */
export function NotesExportButton() {
  const notes = useNotes() ?? [];
  const articles = listNotedArticles(notes);
  const tables = [{ name: 'CSV', ending: 'csv', write: async () => writeReadwise(notes) }];
  const source = { title: bookWords.notes, count: articles.length, tables };
  return <ExportButton source={{ ...source, isOfNotes: true, read: async () => articles }} />;
}
