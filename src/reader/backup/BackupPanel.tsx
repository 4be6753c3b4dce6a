import { useRef, useState } from 'react';
import { useAllBookmarks, useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { offerDownload } from '../downloads/offerDownload.ts';
import { noteStore } from '../notes/noteStore.ts';
import { useOfflineStore } from '../offline/useOffline.ts';
import { startOwn } from '../own/startOwn.ts';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { formatCount } from '../ui/formatCount.ts';
import { formatDay } from '../ui/formatDate.ts';
import { readSiteTitle } from '../ui/useDocumentTitle.ts';
import { backupWords } from '../words/backupWords.ts';
import { searchWords } from '../words/searchWords.ts';
import type { Backup, OwnRest } from './backupFile.ts';
import { type ImportCounts, importBookmarks } from './importBookmarks.ts';
import { formatOwn } from './ownBackup.ts';
import { readBackup } from './readBackup.ts';

/** Exports the bookmarks as a file and takes them in again. */
export function BackupPanel() {
  const bookmarks = useAllBookmarks();
  const store = useBookmarkStore();
  const offline = useOfflineStore();
  const settings = useSettingsStore();
  const { exportedAt } = useSettings();
  const chooser = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState('');
  const [running, setImport] = useState<AbortController>();

  async function exportBookmarks(kind: 'json' | 'html') {
    const now = new Date();
    const name = `cangbao-${now.toISOString().slice(0, 10)}.${kind}`;
    setAnswer(searchWords.exporting);
    try {
      const rest = await readRest();
      if (kind === 'json') offerDownload([formatOwn(rest, now)], 'application/json', name);
      else {
        // It brings the sanitizer with it.
        const { buildBackupPage } = await import('./buildBackupPage.ts');
        const cache = offline.engine?.copies.cache;
        const page = await buildBackupPage(bookmarks, readSiteTitle(), cache, now, rest);
        offerDownload([page], 'text/html', name);
      }
      settings.change({ exportedAt: now.toISOString() });
      setAnswer(backupWords.exported(formatCount(bookmarks.length)));
    } catch {
      setAnswer(searchWords.exportFailed);
    }
  }

  async function importFile(file: File) {
    const controller = new AbortController();
    setImport(controller);
    setAnswer(backupWords.importing);
    try {
      const backup = await readBackup(file);
      const tell = (done: number, all: number) =>
        setAnswer(backupWords.importProgress(formatCount(done), formatCount(all)));
      setAnswer(
        backup
          ? describeImport(await importBookmarks(store, backup, tell, controller.signal)) +
              (controller.signal.aborted ? '' : await importRest(backup))
          : backupWords.importFailed,
      );
    } catch {
      setAnswer(backupWords.importUnread);
    }
    setImport(undefined);
  }

  async function readRest(): Promise<OwnRest> {
    const items = await startOwn(store.texts).readItems();
    return { items, notes: await noteStore.readNotes() };
  }

  /** Takes in what else a backup holds; bookmarks were imported before, and none is removed. */
  async function importRest({ items = new Map(), notes = [] }: Backup): Promise<string> {
    const others = new Map([...items].filter(([key]) => !key.startsWith('bookmark:')));
    if (others.size + notes.length === 0) return '';
    const { changed } = await startOwn(store.texts).merge(others);
    const { added, newer } = await noteStore.mergeNotes(notes);
    return backupWords.importedRest(formatCount(changed), formatCount(added + newer));
  }

  return (
    <div className="px-2 pb-3">
      <p className="text-soft text-sm">{backupWords.backupText}</p>
      <p className="mt-1 text-faint text-sm">
        {exportedAt
          ? backupWords.lastExport(formatDay(exportedAt) ?? '')
          : backupWords.neverExported}
      </p>
      <div className="page-actions">
        <button type="button" className="button" onClick={() => void exportBookmarks('json')}>
          {backupWords.exportJson}
        </button>
        <button
          type="button"
          className="button"
          disabled={bookmarks.length === 0}
          onClick={() => void exportBookmarks('html')}
        >
          {backupWords.exportPage}
        </button>
        {/* One button, so that the focus stays. */}
        <button
          type="button"
          className="button"
          onClick={() => (running ? running.abort() : chooser.current?.click())}
        >
          {running ? backupWords.stop : backupWords.importFile}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,.html,application/json,text/html"
          aria-label={backupWords.importFile}
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

/** Says what became of each entry of a backup. */
function describeImport({ all, added, ...others }: ImportCounts): string {
  const rest = (['same', 'newerHere', 'damaged', 'laterVersion', 'noRoom', 'leftOut'] as const)
    .filter((kind) => others[kind] > 0)
    .map((kind) => backupWords.notImported[kind](formatCount(others[kind])));
  return `${[backupWords.imported(formatCount(added), formatCount(all)), ...rest].join('，')}。`;
}
