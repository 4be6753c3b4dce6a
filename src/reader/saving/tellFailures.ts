import { isClosedError } from '../copies/openDatabase.ts';
import { isQuotaError } from '../copies/SaveFailure.ts';
import type { OfflineStore } from './createOfflineStore.ts';

/** Runs work. */
export type Attempt = (work: () => Promise<void>) => Promise<void>;

/**
 * Returns what runs work whose end nobody waits for. Where there is no room even for the records no run can tell it:
 * it is told here. That the database was closed under the page is told as it happens (`openOffline.ts`), and then
 * there is nothing to do before the page is loaded anew. Rejects with all other errors.
 */
export function tellFailures(store: OfflineStore): Attempt {
  return async (work) => {
    try {
      await work();
    } catch (error) {
      if (isQuotaError(error)) store.change({ isFull: true });
      else ifClosed(error);
    }
  };
}

/** Gives undefined for what failed because the database was closed; throws all other errors. */
export function ifClosed(error: unknown): undefined {
  if (!isClosedError(error)) throw error;
}
