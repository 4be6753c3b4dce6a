import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives the memory back that the archive's build took. Left alone, V8 waits for the heap to fill up,
 * while the bundler, whose memory is not V8's, already takes its own: a third more at the peak.
 */
export function freeMemory(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
