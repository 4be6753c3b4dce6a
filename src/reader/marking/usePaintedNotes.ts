import { useEffect, useState } from 'react';
import type { Note } from '../../model/Note.ts';
import { writeLost } from '../notes/keptFacts.ts';
import { type PaintedNote, paintNotes, removePaint } from './paintNotes.ts';
import { placeNotes } from './placeNotes.ts';
import { readBodyText } from './readBodyText.ts';

/** The text is looked at anew when it has not changed for so long, in milliseconds. */
const REST = 50;

/**
 * Finds the notes of an article in its text, paints them, and does so anew whenever the text is shown otherwise (in the
 * other script, with a table in another order). Returns them in the text's order, the lost ones last.
 */
export function usePaintedNotes(
  body: HTMLElement | undefined,
  notes: readonly Note[] | undefined,
): readonly PaintedNote[] | undefined {
  const [painted, setPainted] = useState<readonly PaintedNote[]>();

  useEffect(() => {
    if (!body || !notes) return;
    let isOver = false;
    let timer: number | undefined;
    async function paint(element: HTMLElement, own: readonly Note[]) {
      const read = readBodyText(element);
      const placed = await placeNotes(read.text, own);
      if (isOver) return;
      for (const { note, passage } of placed) writeLost(note, !passage);
      setPainted(paintNotes(read, placed));
    }
    const observer = new MutationObserver(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void paint(body, notes), REST);
    });
    observer.observe(body, { subtree: true, childList: true, characterData: true });
    void paint(body, notes);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      observer.disconnect();
    };
  }, [body, notes]);

  useEffect(() => removePaint, []);
  return painted;
}
