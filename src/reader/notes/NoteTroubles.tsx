import { noteWords } from '../words/noteWords.ts';
import { noteStore } from './noteStore.ts';
import { useNotes } from './useNotes.ts';

/** Says what went wrong with what is kept of notes. */
export function NoteTroubles() {
  useNotes();
  const { damaged, restored, isUnkept } = noteStore.readTrouble();
  const lines = [
    isUnkept && noteWords.notKept,
    damaged > 0 && noteWords.damaged(damaged),
    restored > 0 && noteWords.restored(restored),
  ].filter((line) => line !== false);
  return (
    <div aria-live="polite">
      {lines.map((line) => (
        <p key={line} className="note-trouble mt-3">
          {line}
        </p>
      ))}
    </div>
  );
}
