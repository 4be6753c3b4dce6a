import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** How a command is started. */
export interface Command {
  program: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
}

/** What a command took. */
export interface Cost {
  seconds: number;
  /** The most memory it held, in MB; undefined where the system does not tell (other than Linux). */
  megabytes: number | undefined;
  /** Of all cores together, in seconds; tells the same while other programs are at work. Linux only, too. */
  processor: number | undefined;
}

/** What the system has counted for a process up to now. */
interface Count {
  kilobytes: number;
  ticks: number;
}

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/**
 * How often the memory is read, in milliseconds. The system keeps the peak, so only what is gained in the last moment
 * is missed.
 */
const INTERVAL = 20;
/**
 * Readings from one look for started processes to the next. Each thread has to be asked for them: at every reading
 * that took 4 % of a core away from a build with 25 threads, and half of that from another generator's with fewer.
 */
const READINGS = 10;

const running = new Set<ChildProcess>();

/**
 * Runs a command to its end. Throws with its last words where it fails. What the one before has left to be written to
 * the disk is written first, where the system has a command for that: it is not this one's time.
 */
export function runCommand({ program, args, cwd, env }: Command): Promise<Cost> {
  spawnSync('sync');
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);

    const counts = new Map<number, Count>();
    let reading = 0;
    const read = () => {
      const isDue = reading++ % READINGS === 0;
      const processes = isDue ? listProcesses(child.pid ?? 0) : [...counts.keys()];
      for (const id of processes) readCount(id, counts);
    };
    const timer = setInterval(read, INTERVAL);
    read();
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(timer);
      running.delete(child);
      const seconds = (performance.now() - start) / 1000;
      const sum = (key: keyof Count) => [...counts.values()].reduce((all, it) => all + it[key], 0);
      const isCounted = counts.size > 0;
      if (code !== 0) reject(new Error(`${program} ${args.join(' ')} failed (${code}): ${output}`));
      else
        resolve({
          seconds,
          megabytes: isCounted ? sum('kilobytes') / 1024 : undefined,
          processor: isCounted ? sum('ticks') / TICKS : undefined,
        });
    });
  });
}

/** Ends what is running, at once. */
export function stopCommands(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Notes memory (`VmHWM`, the peak) and time of a process, threads included. */
function readCount(pid: number, counts: Map<number, Count>): void {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const peak = /VmHWM:\s+(\d+)/.exec(status)?.[1];
    // After the name in brackets, which may hold spaces: the 12th and 13th field are user's and system's time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    if (peak) counts.set(pid, { kilobytes: Number(peak), ticks });
  } catch {
    // It is over, or this is not Linux.
  }
}

/** Gives a process and those that it started. */
function listProcesses(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return [pid, ...children.flatMap((child) => listProcesses(Number(child)))];
  } catch {
    // It is over, or this is not Linux.
    return [pid];
  }
}
