import { useState } from 'react';
import { useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { useSite } from '../site/useSite.ts';
import { syncWords } from '../words/backupWords.ts';
import { openWebDav, readSyncHosts } from './openWebDav.ts';
import { SyncNow } from './SyncNow.tsx';
import type { SyncPlace } from './SyncPlace.ts';
import { changeSyncState, readSyncState } from './syncState.ts';
import { useSyncState } from './useSyncState.ts';

interface ServerSyncProps {
  isRunning: boolean;
  sync: (open: () => SyncPlace | Promise<SyncPlace>) => Promise<void>;
}

/** Syncs with a file on a WebDAV server. */
export function ServerSync({ isRunning, sync }: ServerSyncProps) {
  const { texts } = useBookmarkStore();
  const hosts = readSyncHosts(useSite());
  const kept = useSyncState();
  const [address, setAddress] = useState(kept.address);
  const [user, setUser] = useState(kept.user);
  const [password, setPassword] = useState(kept.password);
  const [keeps, setKeeps] = useState(kept.password !== '' || kept.address === '');

  async function start() {
    if (isRunning) return;
    await sync(() => openWebDav({ address, user, password }, hosts));
    const isAuto = keeps && readSyncState(texts).isAuto;
    changeSyncState(texts, { address, user, password: keeps ? password : '', isAuto });
  }
  function forget() {
    changeSyncState(texts, { address: '', user: '', password: '', isAuto: false, trouble: '' });
    setAddress('');
    setUser('');
    setPassword('');
  }

  return (
    <section aria-labelledby="sync-server">
      <h3 id="sync-server">{syncWords.byServer}</h3>
      <form
        className="sync-form"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <label>
          <span>{syncWords.address}</span>
          <input
            type="url"
            required
            placeholder={syncWords.addressHint}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>
        <label>
          <span>{syncWords.user}</span>
          <input
            type="text"
            autoComplete="username"
            autoCapitalize="off"
            value={user}
            onChange={(event) => setUser(event.target.value)}
          />
        </label>
        <label>
          <span>{syncWords.password}</span>
          <input
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <p className="text-faint text-sm">{syncWords.passwordNote}</p>
        <label className="sync-check">
          <input
            type="checkbox"
            checked={keeps}
            onChange={(event) => {
              setKeeps(event.target.checked);
              if (!event.target.checked) changeSyncState(texts, { password: '', isAuto: false });
            }}
          />
          <span>{syncWords.keepPassword}</span>
        </label>
        {kept.address !== '' && keeps && (
          <label className="sync-check">
            <input
              type="checkbox"
              checked={kept.isAuto}
              onChange={(event) => changeSyncState(texts, { isAuto: event.target.checked })}
            />
            <span>{syncWords.auto}</span>
          </label>
        )}
        <div className="page-actions">
          <SyncNow type="submit" isRunning={isRunning} />
          {kept.address !== '' && (
            <button type="button" className="button" onClick={forget}>
              {syncWords.forgetServer}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}
