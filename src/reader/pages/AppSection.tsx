import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { buildOfflineNames } from '../../model/offlineNames.ts';
import { readAppVersion } from '../offline/readAppVersion.ts';
import { useOffline, useOfflineStore } from '../offline/useOffline.ts';
import { isAppKept } from '../offline/warmArchive.ts';
import { words } from '../ui/words.ts';

/** Whether the app opens without a network, its version, and the way to a newer one. */
export function AppSection() {
  const store = useOfflineStore();
  const { hasUpdate } = useOffline();
  const [answer, setAnswer] = useState('');
  const kept = useQuery({
    queryKey: ['app kept'],
    queryFn: () => {
      const { archive, appPrefix } = buildOfflineNames(import.meta.env.BASE_URL);
      return isAppKept(archive, appPrefix);
    },
    staleTime: 0,
    // The catalogue may be on its way into the cache.
    refetchInterval: ({ state }) => (state.data ? false : 1000),
  });

  async function look() {
    setAnswer('');
    const isAnswered = await store.engine?.worker.lookForUpdate();
    setAnswer(isAnswered ? words.noUpdate : words.updateFailed);
  }

  return (
    <section aria-labelledby="app">
      <h2 id="app">{words.app}</h2>
      <p>{kept.data ? words.appReady : words.appNotReady}</p>
      <p className="tabular-nums">{words.appVersion(readAppVersion() ?? '')}</p>
      <div className="page-actions">
        {hasUpdate ? (
          <button
            type="button"
            className="button is-main"
            onClick={() => store.engine?.worker.update()}
          >
            {words.update}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void look()}>
            {words.lookForUpdate}
          </button>
        )}
      </div>
      <p aria-live="polite" className="mt-2">
        {hasUpdate ? words.updateReady : answer}
      </p>
    </section>
  );
}
