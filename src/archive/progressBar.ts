const WIDTH = 24;
/** Milliseconds between two drawings. */
const INTERVAL = 80;

/** Makes a function that draws a progress bar in one line of a terminal. Where the output is no terminal it draws nothing. */
export function createProgressBar(
  label: string,
  stream: NodeJS.WriteStream,
): (done: number, all: number) => void {
  if (!stream.isTTY) return () => {};
  const start = Date.now();
  let last = 0;
  return (done, all) => {
    const now = Date.now();
    if (done < all && now - last < INTERVAL) return;
    last = now;
    const filled = Math.round((done / Math.max(all, 1)) * WIDTH);
    const rate = Math.round(done / Math.max((now - start) / 1000, 0.001));
    const left = rate > 0 ? Math.ceil((all - done) / rate) : 0;
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    stream.write(
      `\r${label} ${bar} ${done}/${all} · ${rate}/s · ${left} s left\x1b[K${done >= all ? '\n' : ''}`,
    );
  };
}
