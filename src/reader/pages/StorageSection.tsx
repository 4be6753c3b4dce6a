import { useQuery } from '@tanstack/react-query';
import { measureStorage } from '../offline/estimateSave.ts';
import { formatBytes } from '../ui/formatBytes.ts';
import { words } from '../ui/words.ts';
import { savedRecordsKey } from './useSavedRecords.ts';

/** How much room is used, and whether the browser may clear it. */
export function StorageSection() {
  const storage = useQuery({
    // Below the records' key, so that it is measured anew whenever they change.
    queryKey: [...savedRecordsKey, 'storage'],
    queryFn: async () => ({
      room: (await measureStorage()) ?? null,
      isPersistent: (await navigator.storage?.persisted?.()) ?? false,
    }),
    staleTime: 0,
  });
  if (!storage.data) return null;
  const { room, isPersistent } = storage.data;
  return (
    <section aria-labelledby="storage">
      <h2 id="storage">{words.storage}</h2>
      <p className="tabular-nums">
        {room ? words.used(formatBytes(room.used), formatBytes(room.free)) : words.freeUnknown}
      </p>
      <p>{isPersistent ? words.persistent : words.notPersistent}</p>
      <p>{words.opaqueNote}</p>
    </section>
  );
}
