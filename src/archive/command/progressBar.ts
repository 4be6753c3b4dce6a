import { type Message, pickLanguage } from './Message.ts';

const WIDTH = 24;
/** Milliseconds between two drawings. */
const INTERVAL = 80;
/** Milliseconds between two lines where the output is no terminal: what is done sooner needs none. */
const LINE_INTERVAL = 1000;

/** Tells how far a long step is. */
export type Progress = (done: number, all: number) => void;

/**
 * Makes a function that draws a progress bar in one line of a terminal. Elsewhere (a log, a pipe) it writes a line
 * for each tenth.
 */
export function createProgressBar(label: Message, stream: NodeJS.WriteStream): Progress {
  const text = label[pickLanguage()];
  return stream.isTTY ? drawBar(text, stream) : writeTenths(text, stream);
}

function drawBar(label: string, stream: NodeJS.WriteStream): Progress {
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
      `\r${label} ${bar} ${done}/${all} · ${rate}/s · ${left} s\x1b[K${done >= all ? '\n' : ''}`,
    );
  };
}

function writeTenths(label: string, stream: NodeJS.WriteStream): Progress {
  let last = Date.now();
  let tenth = 0;
  return (done, all) => {
    const reached = Math.floor((done / Math.max(all, 1)) * 10);
    if (reached <= tenth || Date.now() - last < LINE_INTERVAL) return;
    last = Date.now();
    tenth = reached;
    stream.write(`${label} ${tenth}0 % (${done}/${all})\n`);
  };
}
