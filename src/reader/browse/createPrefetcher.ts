/** Fetches ahead of the reader, one thing at a time; of those asked for meanwhile only the last is remembered. */
export function createPrefetcher(
  fetchAhead: (id: string) => Promise<unknown>,
): (id: string) => void {
  let isRunning = false;
  let waiting: string | undefined;

  async function run(id: string) {
    isRunning = true;
    try {
      await fetchAhead(id);
    } finally {
      isRunning = false;
      const next = waiting;
      waiting = undefined;
      if (next !== undefined) void run(next);
    }
  }

  return (id) => {
    if (isRunning) waiting = id;
    else void run(id);
  };
}
