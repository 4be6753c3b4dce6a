import { noteStore } from './noteStore.ts';

/** Lets the notes of an article go with it to the id and title that it has now. */
export async function moveNotes(
  from: string,
  { id, title }: { id: string; title: string },
): Promise<void> {
  for (const note of await noteStore.readNotes()) {
    if (note.articleId !== from || note.removedAt !== undefined) continue;
    await noteStore.saveNote({ ...note, articleId: id, articleTitle: title });
  }
}
