import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

/**
 * Memory of a worker, in MB. Left alone, a heap grows for as long as the machine has room, before any of it is given back.
 * An article that needs more ends its worker, whose chunks are then done in the main thread, which has no such limit.
 */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

/** Gives worker threads of one program. One takes 35 ms to be ready, so some can be started before there is work. */
export class WorkerSupply {
  private readonly file: string;
  private readonly waiting = new Set<Worker>();

  /** `file`: the program. */
  constructor(file: string) {
    this.file = file;
  }

  /** Starts a worker for each core. They keep no process alive. */
  startAhead(): void {
    for (let count = availableParallelism(); count > 0; count--) {
      const worker = this.start();
      worker.unref();
      // Who comes for work will have one that lives.
      worker.once('error', () => this.waiting.delete(worker));
      this.waiting.add(worker);
    }
  }

  /** Gives a worker, which is the taker's to end. */
  take(): Worker {
    const [worker = this.start()] = this.waiting;
    this.waiting.delete(worker);
    worker.ref();
    return worker;
  }

  /** Ends the workers that nobody took. */
  end(): void {
    for (const worker of this.waiting) void worker.terminate();
    this.waiting.clear();
  }

  private start(): Worker {
    // Each core has a worker: a collector that shares its work out among threads waits for a core.
    setFlagsFromString('--no-parallel-scavenge');
    return new Worker(this.file, { resourceLimits: LIMITS });
  }
}
