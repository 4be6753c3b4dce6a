/**
 * Returns a function that runs `work`, never twice at once: called while it runs, it runs once more afterwards. The
 * promise that it returns is fulfilled when the last of these runs has ended, and never rejected: who calls again
 * tries again.
 */
export function runInTurn(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAskedFor = false;

  async function runAll() {
    while (isAskedFor) {
      isAskedFor = false;
      await work().catch(() => undefined);
    }
    running = undefined;
  }

  return () => {
    isAskedFor = true;
    running ??= runAll();
    return running;
  };
}
