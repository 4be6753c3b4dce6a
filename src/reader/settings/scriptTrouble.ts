/**
 * Whether what converts to the chosen script could not be had. Outside React, since the page is converted outside of
 * it, too.
 */
export const scriptTrouble = createFlag();

function createFlag() {
  const listeners = new Set<() => void>();
  let value = false;
  return {
    read: () => value,
    write(next: boolean) {
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
