import CheckCheck from 'lucide-react/icons/check-check';
import CircleDot from 'lucide-react/icons/circle-dot';
import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import type { Category } from '../../model/Catalogue.ts';
import { isSwept } from '../marks/createReadStore.ts';
import { useMarks, useReadMarks } from '../marks/useMarks.ts';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { words } from '../ui/words.ts';

/** 只看未读, and 全部标为已读, which can be taken back until one leaves the list. */
export function UnreadButtons({ category }: { category: Category }) {
  const settings = useSettingsStore();
  const { isUnreadOnly } = useSettings();
  const { read } = useMarks();
  const marks = useReadMarks();
  /** What the sweep of this list replaced, once there was one. */
  const [before, setBefore] = useState<{ until: string | undefined }>();
  const { path, lastDate } = category;
  const canUndo = before !== undefined && isSwept(marks, path, lastDate);

  function sweep() {
    setBefore({ until: marks.sweeps[path] });
    read.sweep(path, lastDate ?? '');
  }

  return (
    <>
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
      {canUndo ? (
        <button
          type="button"
          className="order-button"
          aria-label={words.undoAllRead}
          title={words.undoAllRead}
          onClick={() => read.sweep(path, before.until)}
        >
          <Undo2 size={16} strokeWidth={1.6} aria-hidden="true" />
        </button>
      ) : (
        <button
          type="button"
          className="order-button"
          aria-label={words.markAllRead}
          title={words.markAllRead}
          onClick={sweep}
        >
          <CheckCheck size={16} strokeWidth={1.6} aria-hidden="true" />
        </button>
      )}
    </>
  );
}
