import { useEffect, useState } from 'react';
import {
  addToEstimate,
  averagePictures,
  beginEstimate,
  type PictureBytes,
  type SaveEstimate,
} from '../copies/estimateSave.ts';
import { explainError } from '../data/explainError.ts';
import type { ListSource } from './ListSource.ts';
import { useOffline, useOfflineStore } from './useOffline.ts';

/** An estimate in the making. */
export interface ListEstimate {
  /** Absent until the whole list was read. */
  estimate: SaveEstimate | undefined;
  /** Articles read so far. */
  progress: number;
  /** Why the list could not be read, in words. */
  error: string | undefined;
  retry(): void;
}

/** Reads a list and estimates what saving it takes. Begins when offline reading is ready. */
export function useListEstimate(source: ListSource): ListEstimate {
  const store = useOfflineStore();
  const { phase } = useOffline();
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Omit<ListEstimate, 'retry'>>(NOTHING);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the source does not change while the dialog is open
  useEffect(() => {
    const { engine } = store;
    if (phase !== 'ready' || !engine) return;
    let isWanted = true;
    async function read() {
      let pictures: PictureBytes | undefined;
      let estimate = beginEstimate();
      const batches =
        source.kind === 'category' ? engine?.readCategory(source.category) : [await source.read()];
      for await (const batch of batches ?? []) {
        pictures ??= await averagePictures((await engine?.readRecords()) ?? [], batch);
        if (!isWanted) return;
        const isSaved = (id: string) => store.readSaved(id)?.kind === 'saved';
        estimate = addToEstimate(estimate, batch, isSaved, pictures);
        const progress = estimate.articles + estimate.saved;
        setState((before) => ({ ...before, progress }));
      }
      if (isWanted) setState((before) => ({ ...before, estimate }));
    }
    setState(NOTHING);
    read().catch((error) => isWanted && setState({ ...NOTHING, error: explainError(error) }));
    return () => {
      isWanted = false;
    };
  }, [phase, round]);

  return { ...state, retry: () => setRound(round + 1) };
}

const NOTHING = { estimate: undefined, progress: 0, error: undefined };
