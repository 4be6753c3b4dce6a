/** How long a host may be silent, in milliseconds. */
const PATIENCE = 20_000;

/** A signal that also aborts when nothing has come for a while. */
export interface ProgressWatch {
  signal: AbortSignal;
  /** Call it whenever something has come; gives the host so many milliseconds more. */
  progress(patience?: number): void;
  /** Whether it was silence that aborted. */
  hasTimedOut(): boolean;
  stop(): void;
}

/** Begins to watch a download that `outer` may abort too. */
export function watchProgress(outer: AbortSignal): ProgressWatch {
  const controller = new AbortController();
  const abort = () => controller.abort(outer.reason);
  let hasTimedOut = false;
  let timer = 0;

  function progress(patience = PATIENCE) {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      hasTimedOut = true;
      controller.abort();
    }, patience);
  }

  if (outer.aborted) abort();
  outer.addEventListener('abort', abort);
  progress();
  return {
    signal: controller.signal,
    progress,
    hasTimedOut: () => hasTimedOut,
    stop() {
      window.clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
  };
}
