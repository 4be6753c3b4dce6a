import { ArchiveError } from '../../model/ArchiveError.ts';
import type { ZipAnswer, ZipCall } from '../../zip-worker/zipMessages.ts';
import workerAddress from '../../zip-worker/zipWorker.ts?worker&url';
import { trustScriptAddress } from '../data/trustScriptAddress.ts';

/** A zip in the making. */
export interface Zip {
  /** Throws RangeError where it would be too large. `isStored`: it can't be packed any smaller. */
  add(name: string, content: string | Blob, isStored?: boolean): Promise<void>;
  finish(): Promise<Blob>;
  /** Ends its worker; what was not finished is gone. */
  close(): void;
}

/** Opens a zip: in a worker, or in the page where there are no workers. One call at a time. */
export function openZip(): Zip {
  return typeof Worker === 'undefined' ? openInPage() : openInWorker();
}

function openInWorker(): Zip {
  const worker = new Worker(trustScriptAddress(workerAddress), { type: 'module' });
  let settle: ((answer: ZipAnswer | ArchiveError) => void) | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<ZipAnswer>) => settle?.(data));
  // Its script could not be loaded, which may be known before the first call.
  let failure: ArchiveError | undefined;
  worker.addEventListener('error', () => {
    failure = new ArchiveError('network', 'zip');
    settle?.(failure);
  });

  async function call(message: ZipCall): Promise<Blob | undefined> {
    if (failure) throw failure;
    const answer = await new Promise<ZipAnswer | ArchiveError>((resolve) => {
      settle = resolve;
      worker.postMessage(message);
    });
    if (answer instanceof ArchiveError) throw answer;
    if ('error' in answer)
      throw answer.error === 'too-large' ? new RangeError(answer.text) : new Error(answer.text);
    return answer.zip;
  }

  return {
    async add(name, content, isStored = false) {
      await call({ add: { name, content, isStored } });
    },
    finish: async () => (await call({ finish: true })) ?? new Blob(),
    close: () => worker.terminate(),
  };
}

function openInPage(): Zip {
  const zip = import('../../zip-worker/createZip.ts').then(({ createZip }) =>
    createZip(new Date()),
  );
  return {
    add: async (name, content, isStored = false) => (await zip).add({ name, content, isStored }),
    finish: async () => (await zip).finish(),
    close: () => undefined,
  };
}
