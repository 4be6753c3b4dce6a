import { useEffect, useState } from 'react';
import { Failed } from '../ui/Failed.tsx';
import { formatBytes } from '../ui/formatBytes.ts';
import { formatCount } from '../ui/formatCount.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { words } from '../ui/words.ts';
import { measureStorage, type SaveEstimate } from './estimateSave.ts';
import type { SaveListProps } from './SaveListButton.tsx';
import { useListEstimate } from './useListEstimate.ts';
import { explainObstacle, useOffline, useOfflineStore } from './useOffline.ts';

/** Says what saving a list takes and whether it fits, and begins it. */
export function SaveListDialog({ source, onClose }: SaveListProps) {
  const store = useOfflineStore();
  const obstacle = explainObstacle(useOffline());
  const { estimate, progress, error, retry } = useListEstimate(source);

  function start() {
    const { engine } = store;
    if (source.kind === 'category') {
      // What can't be read of the list now is asked for again by pressing the button again.
      void engine?.saveCategory(source.category).catch(() => undefined);
    } else {
      // Read for the estimate, and kept since.
      void source.read().then(
        (articles) => engine?.save([[...articles]], 'list'),
        () => undefined,
      );
    }
    onClose();
  }

  const all = source.kind === 'category' ? source.category.count : source.count;
  return (
    <Sheet title={words.saveList} onClose={onClose}>
      <div className="save-dialog">
        {obstacle ? (
          <p>{obstacle}</p>
        ) : error ? (
          <Failed what={words.estimateFailed} why={error} onRetry={retry} />
        ) : !estimate ? (
          <p role="status">{words.estimating(formatCount(progress), formatCount(all))}</p>
        ) : estimate.articles === 0 ? (
          <p role="status">{words.allSaved}</p>
        ) : (
          <>
            <EstimateText estimate={estimate} />
            <button type="button" className="button is-main" onClick={start}>
              {words.startSaving}
            </button>
          </>
        )}
      </div>
    </Sheet>
  );
}

function EstimateText({ estimate }: { estimate: SaveEstimate }) {
  const [free, setFree] = useState<number>();
  useEffect(() => void measureStorage().then((storage) => setFree(storage?.free)), []);
  const { articles, pictures, bytes, saved } = estimate;
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="font-semibold tabular-nums">
        {words.estimate(formatCount(articles), formatCount(pictures))}
      </p>
      <p className="tabular-nums">{words.estimateSize(formatBytes(bytes))}</p>
      {saved > 0 && <p className="text-soft">{words.estimateSaved(formatCount(saved))}</p>}
      <p className="text-soft text-sm">{describeRoom(bytes, free)}</p>
      {pictures > 0 && <p className="text-faint text-sm">{words.opaqueNote}</p>}
    </div>
  );
}

function describeRoom(bytes: number, free: number | undefined): string {
  if (free === undefined) return words.freeUnknown;
  return bytes < free ? words.fits(formatBytes(free)) : words.doesNotFit(formatBytes(free));
}
