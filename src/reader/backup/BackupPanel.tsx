import { useRef, useState } from 'react';
import { useBookmarkStore, useBookmarks } from '../bookmarks/useBookmarks.ts';
import { useOfflineStore } from '../offline/useOffline.ts';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { formatCount } from '../ui/formatCount.ts';
import { formatDay } from '../ui/formatDate.ts';
import { readSiteTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../ui/words.ts';
import { formatBackup, parseBackup } from './backupFile.ts';
import { createCopyReader } from './createCopyReader.ts';
import { offerDownload } from './offerDownload.ts';

/** Exports the bookmarks as a file and takes them in again. */
export function BackupPanel() {
  const bookmarks = useBookmarks();
  const store = useBookmarkStore();
  const offline = useOfflineStore();
  const settings = useSettingsStore();
  const { exportedAt } = useSettings();
  const chooser = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState('');

  async function exportBookmarks(kind: 'json' | 'html') {
    const now = new Date();
    const name = `cangbao-${now.toISOString().slice(0, 10)}.${kind}`;
    setAnswer(words.exporting);
    try {
      if (kind === 'json') offerDownload([formatBackup(bookmarks, now)], 'application/json', name);
      else {
        // It brings the sanitizer with it.
        const { buildBackupPage } = await import('./buildBackupPage.ts');
        const copies = createCopyReader(offline.engine?.copies.cache);
        const parts = await buildBackupPage(bookmarks, readSiteTitle(), copies, now);
        offerDownload(parts, 'text/html', name);
      }
      settings.change({ exportedAt: now.toISOString() });
      setAnswer(words.exported(formatCount(bookmarks.length)));
    } catch {
      setAnswer(words.exportFailed);
    }
  }

  async function importFile(file: File) {
    const found = parseBackup(await file.text().catch(() => ''));
    if (!found) return setAnswer(words.importFailed);
    setAnswer(words.imported(formatCount(store.add(found)), formatCount(found.length)));
  }

  return (
    <div>
      <p className="text-soft text-sm">{words.backupText}</p>
      <p className="mt-1 text-faint text-sm">
        {exportedAt ? words.lastExport(formatDay(exportedAt) ?? '') : words.neverExported}
      </p>
      <div className="page-actions">
        <button
          type="button"
          className="button"
          disabled={bookmarks.length === 0}
          onClick={() => void exportBookmarks('json')}
        >
          {words.exportJson}
        </button>
        <button
          type="button"
          className="button"
          disabled={bookmarks.length === 0}
          onClick={() => void exportBookmarks('html')}
        >
          {words.exportPage}
        </button>
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          {words.importFile}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,.html,application/json,text/html"
          aria-label={words.importFile}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = ''; // the same file can be chosen again
            if (file) void importFile(file);
          }}
        />
      </div>
      <p aria-live="polite" className="mt-2 text-soft text-sm">
        {answer}
      </p>
    </div>
  );
}
