import { BackupPanel } from '../backup/BackupPanel.tsx';
import { explainObstacle, useOffline } from '../offline/useOffline.ts';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { words } from '../ui/words.ts';
import { AppSection } from './AppSection.tsx';
import { SavedSection } from './SavedSection.tsx';
import { StorageSection } from './StorageSection.tsx';

/** The page of all that is kept on this device: the app, the articles, the room they take, and the bookmarks' backup. */
export function OfflinePage() {
  const heading = useArrivalFocus();
  const obstacle = explainObstacle(useOffline());

  return (
    <div className="offline-page">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {words.offlinePage}
        </h1>
        {obstacle ? (
          <p className="mt-3 text-soft">{obstacle}</p>
        ) : (
          <>
            <SavedSection />
            <StorageSection />
            <AppSection />
          </>
        )}
        <section aria-labelledby="backup">
          <h2 id="backup">{words.backupTitle}</h2>
          <BookmarkSetting />
          <BackupPanel />
        </section>
      </div>
    </div>
  );
}

function BookmarkSetting() {
  const store = useSettingsStore();
  const { savesBookmarks } = useSettings();
  return (
    <label className="setting">
      <input
        type="checkbox"
        checked={savesBookmarks}
        onChange={(event) => store.change({ savesBookmarks: event.target.checked })}
      />
      {words.savesBookmarks}
    </label>
  );
}
