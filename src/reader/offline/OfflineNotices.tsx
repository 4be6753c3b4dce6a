import { useState } from 'react';
import { formatCount } from '../ui/formatCount.ts';
import { words } from '../ui/words.ts';
import type { SaveRun } from './createOfflineStore.ts';
import { useOffline, useOfflineStore } from './useOffline.ts';

/** What the reader should know while they read: a new version, something that was lost, how far saving has come. */
export function OfflineNotices() {
  const store = useOfflineStore();
  const { hasUpdate, isFull, loss, run } = useOffline();
  const [isPutOff, setPutOff] = useState(false);
  const [isSeen, setSeen] = useState(false);

  return (
    <>
      <div aria-live="polite">
        {loss && !isSeen && (
          <div className="notice">
            <span>{loss === 'copies-lost' ? words.copiesLost : words.bookmarksRestored}</span>
            <button type="button" className="button" onClick={() => setSeen(true)}>
              {words.understood}
            </button>
          </div>
        )}
        {isFull && (
          <div className="notice">
            <span>{words.storageFull}</span>
            <button
              type="button"
              className="button"
              onClick={() => store.change({ isFull: false })}
            >
              {words.understood}
            </button>
          </div>
        )}
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
      </div>
      {/* Not a live region: nobody wants to hear every number. */}
      {run && <RunNotice run={run} />}
    </>
  );
}

function RunNotice({ run }: { run: SaveRun }) {
  const { engine } = useOfflineStore();
  const counts = [formatCount(run.done), formatCount(run.all)] as const;
  return (
    <section aria-label={words.saveProgress} className="notice is-run">
      <span className="tabular-nums">
        {run.paused ? words.runPaused[run.paused](...counts) : words.runSaving(...counts)}
      </span>
      <span className="notice-actions">
        {run.paused ? (
          <button type="button" className="button" onClick={() => engine?.resume()}>
            {words.resume}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => engine?.pause()}>
            {words.pause}
          </button>
        )}
        <button type="button" className="button" onClick={() => void engine?.cancel()}>
          {words.cancel}
        </button>
      </span>
      <progress aria-label={words.saveProgress} value={run.done} max={run.all} />
    </section>
  );
}
