import CheckCheck from 'lucide-react/icons/check-check';
import CircleDot from 'lucide-react/icons/circle-dot';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { words } from '../words/words.ts';
import type { SweepAction } from './useSweep.ts';

/** 只看未读. */
export function UnreadButton() {
  const settings = useSettingsStore();
  const { isUnreadOnly } = useSettings();
  return (
    <button
      type="button"
      className="order-button"
      aria-pressed={isUnreadOnly}
      aria-label={words.unreadOnly}
      title={words.unreadOnly}
      onClick={() => settings.change({ isUnreadOnly: !isUnreadOnly })}
    >
      <CircleDot size={16} strokeWidth={1.6} aria-hidden="true" />
    </button>
  );
}

/** 全部标为已读; what it did, and how to take it back, `SweepNotice` says. */
export function SweepButton({ sweep }: { sweep: SweepAction }) {
  return (
    // Not disabled while it runs, which would take the focus from it.
    <button
      type="button"
      className="order-button"
      aria-label={words.markAllRead}
      aria-busy={sweep.isRunning}
      title={words.markAllRead}
      onClick={sweep.run}
    >
      <CheckCheck size={16} strokeWidth={1.6} aria-hidden="true" />
    </button>
  );
}
