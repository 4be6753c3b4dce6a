/**
 * The note that the reader has open, by its id, outside React: marks in a text, its toolbar and lists open one.
 * `isNew`: it was just made, to be written in.
 */
export interface OpenedNote {
  id: string;
  isNew: boolean;
}

const listeners = new Set<() => void>();
let opened: OpenedNote | undefined;

/** Which note is open, and what opens and closes one. */
export const openedNote = {
  read: () => opened,
  open(id: string, isNew = false) {
    change({ id, isNew });
  },
  close() {
    change(undefined);
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

function change(next: OpenedNote | undefined): void {
  opened = next;
  for (const listener of listeners) listener();
}
