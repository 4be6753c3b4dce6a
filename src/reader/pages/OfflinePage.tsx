import { BackupPanel } from '../backup/BackupPanel.tsx';
import { AppSection } from '../offline/AppSection.tsx';
import { SavedSection } from '../offline/SavedSection.tsx';
import { StorageSection } from '../offline/StorageSection.tsx';
import { explainObstacle, useOffline } from '../offline/useOffline.ts';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { backupWords } from '../words/backupWords.ts';
import { offlineWords } from '../words/offlineWords.ts';
import { words } from '../words/words.ts';

/**
 * The page of all that is kept on this device: the app, the articles, the room they take, and the bookmarks' backup.
 */
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
          <h2 id="backup">{backupWords.backupTitle}</h2>
          <BookmarkSetting />
          <BackupPanel />
        </section>
        <SiteFooter within={['one', 'two']} />
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
      {offlineWords.savesBookmarks}
    </label>
  );
}
