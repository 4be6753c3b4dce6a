import type { PageQuestion } from '../model/offlineNames.ts';
import { hasOtherApps, readVersion, removeApps } from './appFiles.ts';
import { worker } from './scope.ts';

/** How long a page may take to say its version, in milliseconds. */
const PATIENCE = 1000;

/**
 * Removes the files of versions that no open page uses any more. A page that does not answer may be frozen or loading
 * and may need any of them: then all stay, until another page starts.
 */
export async function removeOldApps(): Promise<void> {
  const { installing, waiting } = worker.registration;
  // What a newer version has gathered must not go.
  if (installing || waiting || !(await hasOtherApps())) return;
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const versions = await Promise.all(pages.map(askVersion));
  if (versions.includes(undefined)) return;
  await removeApps(new Set([readVersion(), ...versions.filter((each) => each !== undefined)]));
}

function askVersion(page: Client): Promise<string | undefined> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(String(data));
    setTimeout(done, PATIENCE, undefined);
    page.postMessage({ type: 'which-version' } satisfies PageQuestion, [port2]);
  });
}
