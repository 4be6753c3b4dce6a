import { offerDownload } from '../downloads/offerDownload.ts';
import { SyncError, type SyncPlace } from './SyncPlace.ts';

/** What the File System Access API gives of a file that the reader chose; TypeScript knows a part of it. */
export type ChosenFile = FileSystemFileHandle & {
  queryPermission?(wish: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(wish: { mode: 'readwrite' }): Promise<PermissionState>;
};

type Pickers = {
  showOpenFilePicker?(options: object): Promise<ChosenFile[]>;
  showSaveFilePicker?(options: object): Promise<ChosenFile>;
};

const TYPES = [{ description: 'JSON', accept: { 'application/json': ['.json'] } }];

/** Whether this browser lets a page write a file that the reader chose. */
export function canChooseFile(): boolean {
  return 'showSaveFilePicker' in window;
}

/** Lets the reader choose a file, a new one or one that is there; undefined where they chose none. */
export async function chooseFile(kind: 'new' | 'old'): Promise<ChosenFile | undefined> {
  const pickers = window as unknown as Pickers;
  try {
    if (kind === 'new')
      return await pickers.showSaveFilePicker?.({ suggestedName: 'cangbao.json', types: TYPES });
    const [file] = (await pickers.showOpenFilePicker?.({ types: TYPES })) ?? [];
    return file;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw new SyncError('permission');
  }
}

/** Builds the place of a file that the reader chose. `mayAsk`: the reader has just pressed something. */
export function openFilePlace(file: ChosenFile, mayAsk: boolean): SyncPlace {
  async function read() {
    await askPermission(file, mayAsk);
    const opened = await file.getFile().catch(fail);
    const text = await opened.text().catch(fail);
    return { text: text === '' ? undefined : text, mark: markFile(opened) };
  }
  return {
    read,
    async write(text, before) {
      const now = await file.getFile().catch(fail);
      if (markFile(now) !== before.mark) return 'changed';
      try {
        // The browser writes another file and puts it in place when it is closed.
        const stream = await file.createWritable();
        await stream.write(text);
        await stream.close();
      } catch (error) {
        return fail(error);
      }
      return 'written';
    },
    async keepAside(text) {
      offerDownload([text], 'application/json', 'cangbao-damaged.json');
    },
  };
}

function markFile({ lastModified, size }: File): string {
  return `${lastModified} ${size}`;
}

async function askPermission(file: ChosenFile, mayAsk: boolean): Promise<void> {
  const wish = { mode: 'readwrite' } as const;
  if (!file.queryPermission) return;
  let state = await file.queryPermission(wish);
  if (state === 'prompt' && mayAsk) state = (await file.requestPermission?.(wish)) ?? 'denied';
  if (state !== 'granted') throw new SyncError('permission');
}

function fail(error: unknown): never {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') throw new SyncError('gone');
  if (name === 'QuotaExceededError') throw new SyncError('full');
  if (name === 'NoModificationAllowedError') throw new SyncError('locked');
  throw new SyncError('permission');
}
