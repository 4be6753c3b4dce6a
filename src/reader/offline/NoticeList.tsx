import { useEffect, useState } from 'react';
import type { OfflineStore, SaveEvent, SaveRun } from '../saving/createOfflineStore.ts';
import { formatCount } from '../ui/formatCount.ts';
import { offlineWords } from '../words/offlineWords.ts';
import { words } from '../words/words.ts';
import { useOffline, useOfflineStore } from './useOffline.ts';

/** The notices themselves; a live region around them announces each as it comes. */
export function NoticeList() {
  const store = useOfflineStore();
  const { hasUpdate, isFull, losses = [], arrived = [] } = useOffline();
  const [isPutOff, setPutOff] = useState(false);

  return (
    <>
      {losses.map((loss) => (
        <div key={loss} className="notice">
          <span>{offlineWords.loss[loss]}</span>
          {loss === 'database-closed' ? (
            <button type="button" className="button" onClick={() => window.location.reload()}>
              {offlineWords.reopen}
            </button>
          ) : (
            <button
              type="button"
              className="button"
              onClick={() => store.change({ losses: losses.filter((each) => each !== loss) })}
            >
              {words.understood}
            </button>
          )}
        </div>
      ))}
      {isFull && (
        <div className="notice">
          <span>{offlineWords.storageFull}</span>
          <button type="button" className="button" onClick={() => store.change({ isFull: false })}>
            {words.understood}
          </button>
        </div>
      )}
      <EventNotice />
      {arrived.map(({ category, count, hasRoom }) => (
        <div key={category} className="notice">
          <span>
            {(hasRoom ? offlineWords.listArrived : offlineWords.listWithoutRoom)(
              category.split('/').at(-1) || words.allArticles,
              formatCount(count),
            )}
          </span>
          <button
            type="button"
            className="button"
            onClick={() =>
              store.change({ arrived: arrived.filter((each) => each.category !== category) })
            }
          >
            {words.understood}
          </button>
        </div>
      ))}
      {hasUpdate && !isPutOff && (
        <div className="notice">
          <span>{words.updateReady}</span>
          <span className="notice-actions">
            <button type="button" className="button" onClick={() => setPutOff(true)}>
              {words.later}
            </button>
            <button
              type="button"
              className="button is-main"
              onClick={() => store.engine?.worker.update()}
            >
              {words.update}
            </button>
          </span>
        </div>
      )}
    </>
  );
}

/** How long the word of something that has ended stands, in milliseconds. */
const STAY = 10_000;

/** What has just happened. What the run's own notice shows is for those who can't see that. */
function EventNotice() {
  const store = useOfflineStore();
  const { event } = useOffline();
  const isOver = event !== undefined && !isOfRun(event);
  useEffect(() => {
    if (!isOver) return;
    const timer = window.setTimeout(() => forget(store, event), STAY);
    return () => window.clearTimeout(timer);
  }, [store, event, isOver]);
  if (!event) return null;
  if (!isOver) return <p className="sr-only">{describeEvent(event)}</p>;
  return (
    <div className="notice">
      <span>{describeEvent(event)}</span>
      <button type="button" className="button" onClick={() => forget(store, event)}>
        {words.understood}
      </button>
    </div>
  );
}

function isOfRun({ kind }: SaveEvent): boolean {
  return kind === 'begun' || kind === 'paused' || kind === 'resumed';
}

function forget(store: OfflineStore, event: SaveEvent): void {
  const { event: standing, ...rest } = store.read();
  if (standing === event) store.replace(rest);
}

/** Returns an event in words. */
function describeEvent(event: SaveEvent): string {
  switch (event.kind) {
    case 'paused':
      return offlineWords.paused[event.reason];
    case 'resumed':
      return offlineWords.resumed;
    case 'finished':
      return (
        offlineWords.finished(formatCount(event.count)) +
        (event.lost > 0 ? offlineWords.finishedLost(formatCount(event.lost)) : '')
      );
    default:
      return offlineWords[event.kind](formatCount(event.count));
  }
}

/** How far saving has come. */
export function RunNotice({ run }: { run: SaveRun }) {
  const { engine } = useOfflineStore();
  const counts = [formatCount(run.done), formatCount(run.all)] as const;
  return (
    <section aria-label={offlineWords.saveProgress} className="notice is-run">
      <span className="tabular-nums">
        {run.paused
          ? offlineWords.runPaused[run.paused](...counts)
          : offlineWords.runSaving(...counts)}
      </span>
      <span className="notice-actions">
        {run.paused === 'cancel' ? null : run.paused ? (
          <button type="button" className="button" onClick={() => engine?.resume()}>
            {words.resume}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => engine?.pause()}>
            {words.pause}
          </button>
        )}
        {run.paused !== 'cancel' && (
          <button type="button" className="button" onClick={() => void engine?.cancel()}>
            {words.cancel}
          </button>
        )}
      </span>
      <progress aria-label={offlineWords.saveProgress} value={run.done} max={run.all} />
    </section>
  );
}
