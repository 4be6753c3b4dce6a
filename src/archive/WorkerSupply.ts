import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

/**
 * Memory of a worker, in MB. Left alone, a heap grows for as long as the machine has room, before any of it is given
 * back. An article that needs more ends its worker, whose chunks are then done in the main thread, which has no such
 * limit.
 */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

/** Starts worker threads of one program. */
export class WorkerSupply {
  private readonly file: string;

  /** `file`: the program. */
  constructor(file: string) {
    this.file = file;
  }

  /** Starts a worker, which is the caller's to end. */
  start(): Worker {
    // Each core has a worker: a collector that shares its work out among threads waits for a core.
    setFlagsFromString('--no-parallel-scavenge');
    return new Worker(this.file, { resourceLimits: LIMITS });
  }
}
