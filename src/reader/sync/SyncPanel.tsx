import { useState } from 'react';
import { useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { formatClock, formatDay } from '../ui/formatDate.ts';
import { syncWords } from '../words/backupWords.ts';
import { describeError, describeResult, describeTrouble } from './describeSync.ts';
import { FileByHand } from './FileByHand.tsx';
import { FileSync } from './FileSync.tsx';
import { canChooseFile } from './openFilePlace.ts';
import { runSync } from './runSync.ts';
import { ServerSync } from './ServerSync.tsx';
import type { SyncPlace } from './SyncPlace.ts';
import { useSyncState } from './useSyncState.ts';
import './sync.css';

/** What became of a sync, as it is shown. */
type Outcome = { state: 'running' } | { state: 'done' | 'failed'; words: string };

/** What the dialog 多设备同步 holds: a file that the reader chooses, or one on a server. */
export function SyncPanel() {
  const { texts } = useBookmarkStore();
  const { syncedAt, trouble, isAuto } = useSyncState();
  const [outcome, setOutcome] = useState<Outcome>();

  /** Syncs with a place, and says what came of it. `open` may throw SyncError. */
  async function sync(open: () => SyncPlace | Promise<SyncPlace>): Promise<void> {
    setOutcome({ state: 'running' });
    try {
      const result = await runSync(texts, await open());
      setOutcome({ state: 'done', words: describeResult(result) });
    } catch (error) {
      setOutcome({ state: 'failed', words: describeError(error) });
    }
  }
  const isRunning = outcome?.state === 'running';
  const at = syncedAt === '' ? undefined : `${formatDay(syncedAt)} ${formatClock(syncedAt) ?? ''}`;

  return (
    <div className="sync-panel">
      <p className="text-soft text-sm">{syncWords.syncText}</p>
      <p className="text-faint text-sm">
        {at ? syncWords.lastSync(at.trim()) : syncWords.neverSynced}
      </p>
      {isAuto && trouble !== '' && outcome === undefined && (
        <p className="sync-trouble">{syncWords.autoFailed(describeTrouble(trouble))}</p>
      )}
      <div aria-live="polite" className="sync-answer">
        {isRunning && <p>{syncWords.syncing}</p>}
        {outcome?.state === 'done' && <p>{outcome.words}</p>}
      </div>
      {outcome?.state === 'failed' && (
        <p role="alert" className="sync-trouble">
          {outcome.words}
          {syncWords.nothingLost}
        </p>
      )}
      {canChooseFile() ? (
        <FileSync isRunning={isRunning} sync={sync} />
      ) : (
        <FileByHand tell={(said) => setOutcome({ state: 'done', words: said })} fail={showError} />
      )}
      <ServerSync isRunning={isRunning} sync={sync} />
    </div>
  );

  function showError(error: unknown) {
    setOutcome({ state: 'failed', words: describeError(error) });
  }
}
