/** The programs that make an archive. */
export interface Programs {
  /** Fingerprint of their code and its libraries; what is cached belongs to it. */
  key: string;
  /** Files of the worker threads. */
  archiveWorker: string;
  searchWorker: string;
}
