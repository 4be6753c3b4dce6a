import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { partQuery } from '../ui/partQuery.ts';
import { undoOffer } from './offerUndo.ts';

/** The query of the notice's script, which comes with the first offer. */
const undoWordsQuery = partQuery('undo words', () => import('./UndoWords.tsx'));

/** The place of what can be taken back (`offerUndo.ts`); empty while there is nothing. */
export function UndoNotice() {
  const offer = useSyncExternalStore(undoOffer.subscribe, undoOffer.read, undoOffer.read);
  const { UndoWords } = useQuery({ ...undoWordsQuery, enabled: offer !== undefined }).data ?? {};
  return (
    // The live region stands there before its words come.
    <div aria-live="polite">{offer && UndoWords && <UndoWords offer={offer} />}</div>
  );
}
