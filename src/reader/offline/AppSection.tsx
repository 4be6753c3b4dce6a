import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { buildOfflineNames } from '../../model/offlineNames.ts';
import { isAppKept } from '../saving/keepBuild.ts';
import { readAppVersion } from '../saving/readAppVersion.ts';
import { offlineWords } from '../words/offlineWords.ts';
import { words } from '../words/words.ts';
import { useOffline, useOfflineStore } from './useOffline.ts';

/** Whether the app opens without a network, its version, and the way to a newer one. */
export function AppSection() {
  const store = useOfflineStore();
  const { hasUpdate } = useOffline();
  const [answer, setAnswer] = useState('');
  const kept = useQuery({
    queryKey: ['app kept'],
    queryFn: () => {
      const { appPrefix } = buildOfflineNames(import.meta.env.BASE_URL);
      return isAppKept(appPrefix);
    },
    staleTime: 0,
    // The catalogue may be on its way into the cache.
    refetchInterval: ({ state }) => (state.data ? false : 1000),
  });

  async function look() {
    setAnswer('');
    const isAnswered = await store.engine?.worker.lookForUpdate();
    setAnswer(isAnswered ? offlineWords.noUpdate : offlineWords.updateFailed);
  }

  return (
    <section aria-labelledby="app">
      <h2 id="app">{offlineWords.app}</h2>
      <p>{kept.data ? offlineWords.appReady : offlineWords.appNotReady}</p>
      <p className="tabular-nums">{offlineWords.appVersion(readAppVersion() ?? '')}</p>
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
            {offlineWords.lookForUpdate}
          </button>
        )}
      </div>
      <p aria-live="polite" className="mt-2">
        {hasUpdate ? words.updateReady : answer}
      </p>
    </section>
  );
}
