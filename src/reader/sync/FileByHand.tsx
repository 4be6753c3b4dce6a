import { useRef, useState } from 'react';
import { useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { offerDownload } from '../downloads/offerDownload.ts';
import { formatCount } from '../ui/formatCount.ts';
import { syncWords } from '../words/backupWords.ts';
import { runSync } from './runSync.ts';

interface FileByHandProps {
  tell: (words: string) => void;
  fail: (error: unknown) => void;
}

/** Where a page can't write files: the reader opens one, and downloads it merged. */
export function FileByHand({ tell, fail }: FileByHandProps) {
  const { texts } = useBookmarkStore();
  const chooser = useRef<HTMLInputElement>(null);
  const [merged, setMerged] = useState<string>();

  /** Merges with a text; undefined where there is none yet. */
  async function merge(text: string | undefined): Promise<string> {
    let written = text ?? '';
    const result = await runSync(texts, {
      read: async () => ({ text, mark: '' }),
      async write(next) {
        written = next;
        return 'written';
      },
      keepAside: async (damaged) =>
        offerDownload([damaged], 'application/json', 'cangbao-damaged.json'),
    });
    tell(syncWords.mergedByHand(formatCount(result.changedHere)));
    return written;
  }
  async function open(file: File) {
    try {
      setMerged(await merge(await file.text()));
    } catch (error) {
      fail(error);
    }
  }
  async function download() {
    try {
      // What has changed since goes with it.
      const text = await merge(merged);
      offerDownload([text], 'application/json', 'cangbao.json');
      tell(syncWords.downloaded);
    } catch (error) {
      fail(error);
    }
  }

  return (
    <section aria-labelledby="sync-file">
      <h3 id="sync-file">{syncWords.byFile}</h3>
      <p className="text-soft text-sm">{syncWords.byHandText}</p>
      <div className="page-actions">
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          {syncWords.mergeFile}
        </button>
        <button type="button" className="button" onClick={() => void download()}>
          {syncWords.downloadMerged}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={syncWords.mergeFile}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = ''; // the same file can be chosen again
            if (file) void open(file);
          }}
        />
      </div>
    </section>
  );
}
