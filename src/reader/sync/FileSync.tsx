import { useEffect, useState } from 'react';
import { syncWords } from '../words/backupWords.ts';
import { keepFile, readKeptFile } from './keptFile.ts';
import { type ChosenFile, chooseFile, openFilePlace } from './openFilePlace.ts';
import { SyncNow } from './SyncNow.tsx';
import type { SyncPlace } from './SyncPlace.ts';

interface FileSyncProps {
  isRunning: boolean;
  sync: (open: () => SyncPlace | Promise<SyncPlace>) => Promise<void>;
}

/** Syncs with a file that the reader chose, and which the browser remembers. */
export function FileSync({ isRunning, sync }: FileSyncProps) {
  const [file, setFile] = useState<ChosenFile>();
  useEffect(() => {
    let isHere = true;
    void readKeptFile().then((kept) => isHere && setFile(kept));
    return () => {
      isHere = false;
    };
  }, []);

  function choose(kind: 'new' | 'old') {
    if (isRunning) return;
    void chooseFile(kind).then(
      async (chosen) => {
        if (!chosen) return;
        setFile(chosen);
        await keepFile(chosen);
        await sync(() => openFilePlace(chosen, true));
      },
      (error: unknown) =>
        sync(() => {
          throw error;
        }),
    );
  }
  function forget() {
    setFile(undefined);
    void keepFile(undefined);
  }

  return (
    <section aria-labelledby="sync-file">
      <h3 id="sync-file">{syncWords.byFile}</h3>
      <p className="text-soft text-sm">
        {file ? syncWords.fileName(file.name) : syncWords.byFileText}
      </p>
      <div className="page-actions">
        {file && (
          <SyncNow
            isRunning={isRunning}
            onClick={() => void sync(() => openFilePlace(file, true))}
          />
        )}
        {!file && (
          <button type="button" className="button" onClick={() => choose('new')}>
            {syncWords.newFile}
          </button>
        )}
        <button type="button" className="button" onClick={() => choose('old')}>
          {file ? syncWords.otherFile : syncWords.openFile}
        </button>
        {file && (
          <button type="button" className="button" onClick={forget}>
            {syncWords.forgetFile}
          </button>
        )}
      </div>
    </section>
  );
}
