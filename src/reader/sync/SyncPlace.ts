/** Why a sync could not be done. */
export type SyncTrouble =
  /** Address, name or password are wrong, or may not write there. */
  | 'password'
  | 'forbidden'
  /** No network, no answer, or the server does not let this site ask it. */
  | 'offline'
  | 'unreachable'
  /** The site's policy names other hosts only. */
  | 'host'
  | 'insecure'
  | 'address'
  /** The folder on the server is not there. */
  | 'folder'
  | 'full'
  | 'locked'
  /** The server answered otherwise; `detail` is its status. */
  | 'server'
  /** What stands there is no file of ours, or of a later version of the app. */
  | 'not-ours'
  | 'later'
  /** It was changed each time while we wrote. */
  | 'busy'
  /** The reader didn't let the file be written, or it is no more. */
  | 'permission'
  | 'gone'
  /** The browser has no room for what came. */
  | 'no-room';

/** A sync could not be done; nothing was lost. */
export class SyncError extends Error {
  constructor(
    readonly trouble: SyncTrouble,
    readonly detail = '',
  ) {
    super(`sync: ${trouble} ${detail}`);
  }
}

/** What was read of a file, and what tells whether it has changed since. */
export interface Standing {
  /** Undefined where there is no file yet. */
  text: string | undefined;
  /** Empty where the place can't tell. */
  mark: string;
}

/** Where the file of a sync is: chosen on this device, or on a server. All of it throws SyncError. */
export interface SyncPlace {
  read(): Promise<Standing>;
  /**
   * Writes the file if it is as it was read. `changed`: it is not, and nothing was written. `unsure`: it was written,
   * but the place could not tell whether it had changed. `isForced`: writes in any case, for places whose marks can't
   * be trusted.
   */
  write(
    text: string,
    before: Standing,
    isForced: boolean,
  ): Promise<'written' | 'changed' | 'unsure'>;
  /** Keeps a text that is damaged, before it is written over. */
  keepAside(text: string): Promise<void>;
}
