import { useQuery } from '@tanstack/react-query';
import { measureStorage } from '../copies/estimateSave.ts';
import { formatBytes } from '../ui/formatBytes.ts';
import { offlineWords } from '../words/offlineWords.ts';
import { savedRecordsKey } from './useSavedGroups.ts';

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
      <h2 id="storage">{offlineWords.storage}</h2>
      <p className="tabular-nums">
        {room
          ? offlineWords.used(formatBytes(room.used), formatBytes(room.free))
          : offlineWords.freeUnknown}
      </p>
      <p>{isPersistent ? offlineWords.persistent : offlineWords.notPersistent}</p>
      <p>{offlineWords.opaqueNote}</p>
    </section>
  );
}
