import type { MissingPiece } from '../books/makeBook.ts';

/** How far an export has come. */
export type ExportState =
  | { kind: 'idle'; wasCancelled?: true }
  /** `all` is absent while the list is read. */
  | { kind: 'running'; title: string; form: string; done: number; all?: number }
  | { kind: 'done'; title: string; made: ExportedFile }
  /** `reason`: in a sentence. */
  | { kind: 'failed'; title: string; reason: string };

/** A file that was made. */
export interface ExportedFile {
  name: string;
  file: Blob;
  /** Articles with their text; absent where the file has none. */
  articles?: number;
  missing: readonly MissingPiece[];
}

/** What an export does: tells how far it is, and returns the file. */
export type ExportWork = (
  signal: AbortSignal,
  onProgress: (done: number, all: number) => void,
) => Promise<ExportedFile>;

let state: ExportState = { kind: 'idle' };
let controller: AbortController | undefined;
const listeners = new Set<() => void>();

/**
 * The export that runs or ran last. It goes on while its dialog is closed, and there is one at a time: two would fetch
 * and pack at each other's cost.
 */
export const exportJob = {
  read: (): ExportState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** Begins an export. `explain`: gives the reason of a failure in a sentence. `onFile` gets what was made. */
  async run(
    { title, form }: { title: string; form: string },
    work: ExportWork,
    explain: (error: unknown) => string,
    onFile: (made: ExportedFile) => void,
  ): Promise<void> {
    const own = new AbortController();
    controller?.abort();
    controller = own;
    change({ kind: 'running', title, form, done: 0 });
    try {
      const made = await work(own.signal, (done, all) => {
        // An article that was being packed when the reader cancelled is told of, too.
        if (controller === own && !own.signal.aborted)
          change({ kind: 'running', title, form, done, all });
      });
      if (controller !== own || own.signal.aborted) return;
      change({ kind: 'done', title, made });
      onFile(made);
    } catch (error) {
      if (controller === own && !own.signal.aborted)
        change({ kind: 'failed', title, reason: explain(error) });
    }
  },
  cancel() {
    controller?.abort();
    change({ kind: 'idle', wasCancelled: true });
  },
  /** Forgets what was made or has failed. */
  clear() {
    if (state.kind !== 'running') change({ kind: 'idle' });
  },
};

function change(next: ExportState) {
  state = next;
  for (const listener of listeners) listener();
}
