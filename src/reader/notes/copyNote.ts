import type { Note } from '../../model/Note.ts';
import { buildHref } from '../routing/routes.ts';

/** Copies the words of a note with its article's title and address; returns whether the browser allowed it. */
export async function copyNote(note: Note): Promise<boolean> {
  const address = window.location.origin + buildHref({ name: 'article', id: note.articleId });
  const lines = [`“${note.quote.exact}”`, `——《${note.articleTitle}》`, address];
  if (note.text !== '') lines.push('', note.text);
  try {
    await navigator.clipboard.writeText(lines.join('\n'));
    return true;
  } catch {
    return false;
  }
}
