import { useEffect, useRef, useState } from 'react';

/** The rows that the reader has chosen, to do something to all of them. */
export interface Picks {
  /** The reader is choosing: a press on a row chooses it and doesn't open it. */
  isOn: boolean;
  ids: readonly string[];
  has(id: string): boolean;
  start(): void;
  stop(): void;
  /** Chooses a row or leaves it; with `isRange` all from the row before up to it. */
  toggle(id: string, isRange: boolean): void;
  pickAll(): void;
}

/** Keeps what is chosen of the rows on screen. `shown`: the ids of all rows in their order. */
export function usePicks(shown: readonly string[]): Picks {
  const [isOn, setOn] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** Where a range begins. */
  const anchor = useRef<string>(undefined);
  const ids = shown.filter((id) => chosen.has(id));

  function stop() {
    setOn(false);
    setChosen(new Set());
    anchor.current = undefined;
  }

  useEffect(() => {
    if (!isOn) return;
    function followKey(event: KeyboardEvent) {
      const isElsewhere = event.target instanceof Element && event.target.closest('dialog');
      if (event.key !== 'Escape' || isElsewhere || event.defaultPrevented) return;
      setOn(false);
      setChosen(new Set());
    }
    window.addEventListener('keydown', followKey);
    return () => window.removeEventListener('keydown', followKey);
  }, [isOn]);

  return {
    isOn,
    ids,
    has: (id) => chosen.has(id),
    start: () => setOn(true),
    stop,
    toggle(id, isRange) {
      const next = new Set(chosen);
      const [from, to] = [shown.indexOf(anchor.current ?? id), shown.indexOf(id)];
      if (isRange && from >= 0) {
        for (const each of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
      } else if (!next.delete(id)) next.add(id);
      anchor.current = id;
      setOn(true);
      setChosen(next);
    },
    pickAll: () => setChosen(new Set(shown)),
  };
}
