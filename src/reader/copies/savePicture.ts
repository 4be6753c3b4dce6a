import { putCopy, removeUnused } from './copies.ts';
import { fetchPicture, MAX_PICTURE } from './fetchPicture.ts';
import type { SavedPicture, SavedRecord } from './SavedRecord.ts';
import { SaveFailure } from './SaveFailure.ts';
import type { SaveWork } from './SaveWork.ts';
import { showsPicture } from './showsPicture.ts';
import { hashBytes } from './soundness.ts';

/**
 * Saves one picture of a record, unless it lies in the cache already, and checks that it can be shown from there.
 * Gives its new state, or `undefined` where the record is gone. Throws what stops the whole run.
 */
export async function savePicture(
  record: SavedRecord,
  address: string,
  work: SaveWork,
): Promise<SavedPicture | undefined> {
  const { copies, signal, download } = work;
  try {
    const kept = await readKept(record, address, work);
    if (kept) return kept;
    const picture = await download(() =>
      fetchPicture(address, signal, async ({ response, mode, sha256, ...fetched }) => {
        const before = mode === 'opaque' ? await readUsage() : 0;
        if (!(await putCopy(copies, record, address, response))) return undefined;
        const bytes = mode === 'opaque' ? Math.max(0, (await readUsage()) - before) : fetched.bytes;
        return { address, state: 'saved', mode, bytes, ...(sha256 && { sha256 }) } as const;
      }),
    );
    if (!picture) return undefined;
    signal.throwIfAborted();
    // What can't be read can't be measured while it comes. Chrome adds up to 14 MB so that the size tells nothing.
    const isTooLarge = picture.mode === 'opaque' && picture.bytes > 2 * MAX_PICTURE;
    if (!isTooLarge && (await showsPicture(address))) return picture;
    signal.throwIfAborted();
    throw new SaveFailure(isTooLarge ? 'too-large' : 'not-a-picture', address);
  } catch (error) {
    if (!(error instanceof SaveFailure)) throw error;
    await copies.alone(async () => void (await copies.cache.delete(address)));
    return { address, state: 'failed', reason: error.reason, bytes: 0 };
  }
}

/** A picture that another article brought, or a page that died before it could say so. */
async function readKept(
  record: SavedRecord,
  address: string,
  { copies }: SaveWork,
): Promise<SavedPicture | undefined> {
  const kept = await copies.cache.match(address);
  if (!kept || !(await showsPicture(address))) return undefined;
  const mode = kept.type === 'opaque' ? 'opaque' : 'cors';
  const content = mode === 'cors' ? await kept.arrayBuffer() : undefined;
  // Counted by the record that brought it.
  const bytes = content?.byteLength ?? 0;
  const isStillThere = await copies.alone(async () => {
    if ((await copies.database.get('saved', record.id))?.token !== record.token) {
      await removeUnused(copies, [address]);
      return false;
    }
    return (await copies.cache.match(address)) !== undefined;
  });
  if (!isStillThere) return undefined;
  return {
    address,
    state: 'saved',
    mode,
    bytes,
    ...(content && { sha256: await hashBytes(content) }),
  };
}

async function readUsage(): Promise<number> {
  return (await navigator.storage?.estimate?.())?.usage ?? 0;
}
