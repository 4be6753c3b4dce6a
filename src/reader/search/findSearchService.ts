import { ArchiveError } from '../../model/ArchiveError.ts';
import type { SearchService } from '../../search-worker/SearchService.ts';
import type { SearchAnswer, SearchCall } from '../../search-worker/searchMessages.ts';
import workerAddress from '../../search-worker/searchWorker.ts?worker&url';
import { trustScriptAddress } from '../data/trustScriptAddress.ts';

let service: SearchService | undefined;

/** Gives the search: in a worker, which is started once; in the page where there are no workers. */
export function findSearchService(): SearchService {
  service ??= typeof Worker === 'undefined' ? createLocalService() : createRemoteService();
  return service;
}

/** Forgets the service with all that it has read. */
export function forgetSearchService(): void {
  service = undefined;
}

function createRemoteService(): SearchService {
  const worker = new Worker(trustScriptAddress(workerAddress), { type: 'module' });
  const waiting = new Map<number, PromiseWithResolvers>();
  let last = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
    const promise = waiting.get(data.id);
    waiting.delete(data.id);
    if (!('error' in data)) promise?.resolve(data.value);
    else if (data.error === 'unknown') promise?.reject(new Error(data.text));
    else promise?.reject(new ArchiveError(data.error, data.text));
  });
  // Its script could not be loaded: the next call tries with a new worker.
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new ArchiveError('network', 'search'));
    waiting.clear();
    service = undefined;
  });

  function call(name: keyof SearchService, values: unknown[]): Promise<never> {
    return new Promise<never>((resolve, reject) => {
      last++;
      waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
      const message: SearchCall = { id: last, name, values };
      worker.postMessage(message);
    });
  }

  return {
    search: (...values) => call('search', values),
    suggest: (...values) => call('suggest', values),
    readRow: (...values) => call('readRow', values),
    mark: (...values) => call('mark', values),
  };
}

interface PromiseWithResolvers {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

function createLocalService(): SearchService {
  const local = import('../../search-worker/createSearchService.ts').then(
    ({ createSearchService }) => createSearchService(),
  );
  return {
    search: async (...values) => (await local).search(...values),
    suggest: async (...values) => (await local).suggest(...values),
    readRow: async (...values) => (await local).readRow(...values),
    mark: async (...values) => (await local).mark(...values),
  };
}
