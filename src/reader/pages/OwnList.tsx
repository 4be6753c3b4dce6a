import { BackupButton } from '../backup/BackupButton.tsx';
import { BackupReminder } from '../backup/BackupReminder.tsx';
import { HistoryList } from '../browse/HistoryList.tsx';
import { BookmarksExportButton } from '../downloads/BookmarksExportButton.tsx';
import type { ListProps } from '../list/ListProps.ts';
import { SavedList } from '../shelf/SavedList.tsx';
import { SyncButton } from '../sync/SyncButton.tsx';

export interface OwnListProps extends ListProps {
  kind: 'saved' | 'history';
}

/** A list of the reader's own: the bookmarks, or what was read last. */
export function OwnList({ kind, ...props }: OwnListProps) {
  if (kind === 'history') return <HistoryList {...props} />;
  const action = (
    <>
      <BookmarksExportButton />
      <BackupButton />
      <SyncButton />
    </>
  );
  return (
    <SavedList
      {...props}
      action={action}
      buildPickAction={(bookmarks) => (
        <BookmarksExportButton bookmarks={bookmarks} className="button" />
      )}
      note={<BackupReminder />}
    />
  );
}
