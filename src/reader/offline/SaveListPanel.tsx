import { useEffect, useState } from 'react';
import { measureStorage, type SaveEstimate } from '../copies/estimateSave.ts';
import { Failed } from '../ui/Failed.tsx';
import { formatBytes } from '../ui/formatBytes.ts';
import { formatCount } from '../ui/formatCount.ts';
import { offlineWords } from '../words/offlineWords.ts';
import type { SaveListProps } from './ListSource.ts';
import { useListEstimate } from './useListEstimate.ts';
import { explainObstacle, useOffline, useOfflineStore } from './useOffline.ts';

/** Says what saving a list takes and whether it fits, and begins it. */
export function SaveListPanel({ source, onClose }: SaveListProps) {
  const store = useOfflineStore();
  const obstacle = explainObstacle(useOffline());
  const { estimate, progress, error, retry } = useListEstimate(source);

  function start({ articles: count }: SaveEstimate) {
    const { engine } = store;
    if (source.kind === 'category') {
      // What can't be read of the list now is asked for again by pressing the button again.
      void engine?.saveCategory(source.category, count).catch(() => undefined);
    } else {
      // Read for the estimate, and kept since.
      void source.read().then(
        (articles) => engine?.saveFound(articles, count),
        () => undefined,
      );
    }
    onClose();
  }

  const all = source.kind === 'category' ? source.category.count : source.count;
  return (
    <div className="save-dialog">
      {obstacle ? (
        <p>{obstacle}</p>
      ) : error ? (
        <Failed what={offlineWords.estimateFailed} why={error} onRetry={retry} />
      ) : !estimate ? (
        <>
          {/* The number grows many times a second: it is to be seen, and said once that it does. */}
          <p role="status" className="sr-only">
            {offlineWords.estimatingAll(formatCount(all))}
          </p>
          <p aria-hidden="true">
            {offlineWords.estimating(formatCount(progress), formatCount(all))}
          </p>
        </>
      ) : estimate.articles === 0 ? (
        <p role="status">{offlineWords.allSaved}</p>
      ) : (
        <>
          <EstimateText estimate={estimate} />
          <button type="button" className="button is-main" onClick={() => start(estimate)}>
            {offlineWords.startSaving}
          </button>
        </>
      )}
    </div>
  );
}

function EstimateText({ estimate }: { estimate: SaveEstimate }) {
  const [free, setFree] = useState<number>();
  useEffect(() => void measureStorage().then((storage) => setFree(storage?.free)), []);
  const { articles, pictures, bytes, room, saved } = estimate;
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="font-semibold tabular-nums">
        {offlineWords.estimate(formatCount(articles), formatCount(pictures))}
      </p>
      <p className="tabular-nums">{offlineWords.estimateSize(formatBytes(bytes))}</p>
      {saved > 0 && <p className="text-soft">{offlineWords.estimateSaved(formatCount(saved))}</p>}
      <p className="text-soft text-sm">{describeRoom(room, free)}</p>
      {pictures > 0 && <p className="text-faint text-sm">{offlineWords.opaqueNote}</p>}
    </div>
  );
}

function describeRoom(bytes: number, free: number | undefined): string {
  if (free === undefined) return offlineWords.freeUnknown;
  return bytes < free
    ? offlineWords.fits(formatBytes(free))
    : offlineWords.doesNotFit(formatBytes(free));
}
