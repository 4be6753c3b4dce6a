/** Something that was just done, and how it is taken back. */
export interface UndoOffer {
  words: string;
  undo: () => void;
}

const listeners = new Set<() => void>();
let standing: UndoOffer | undefined;

/**
 * Shows `words`, which say what was just done, with a button 撤销 that calls `undo` once. The offer stands until the
 * reader takes it, dismisses it, or has moved on for 10 s. There is one at a time: a later offer replaces it, and only
 * then can the earlier one no longer be taken. `undo` reports its own errors, and must do no harm where what was done
 * has been taken back in another way meanwhile. Returns what withdraws the offer, where there is no sense in it any
 * more.
 */
export function offerUndo(words: string, undo: () => void): () => void {
  const offer = { words, undo };
  change(offer);
  return () => undoOffer.drop(offer);
}

/** The offer on screen, as React follows it. */
export const undoOffer = {
  read: () => standing,
  /** Takes the offer away, unless another one has replaced it. */
  drop(offer: UndoOffer) {
    if (standing === offer) change(undefined);
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

function change(next: UndoOffer | undefined): void {
  standing = next;
  for (const listener of listeners) listener();
}
