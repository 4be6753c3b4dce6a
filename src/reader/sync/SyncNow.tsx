import type { ComponentProps } from 'react';
import { syncWords } from '../words/backupWords.ts';

interface SyncNowProps extends ComponentProps<'button'> {
  isRunning: boolean;
}

/** The button that syncs. While a sync runs it keeps the focus, says so and does nothing. */
export function SyncNow({ isRunning, onClick, ...rest }: SyncNowProps) {
  return (
    <button
      type="button"
      className="button is-main"
      {...rest}
      aria-disabled={isRunning}
      onClick={isRunning ? undefined : onClick}
    >
      {isRunning ? syncWords.syncing : syncWords.syncNow}
    </button>
  );
}
