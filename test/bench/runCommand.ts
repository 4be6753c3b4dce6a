import { spawn } from 'node:child_process';
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
}

/** How often the memory is read, in milliseconds. The system keeps the peak, so only what is gained in the last moment is missed. */
const INTERVAL = 20;

/** Runs a command to its end. Throws with its last words where it fails. */
export function runCommand({ program, args, cwd, env }: Command): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);

    const peaks = new Map<number, number>();
    const timer = setInterval(() => readPeaks(child.pid ?? 0, peaks), INTERVAL);
    readPeaks(child.pid ?? 0, peaks);
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - start) / 1000;
      const kilobytes = [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
      if (code !== 0) reject(new Error(`${program} ${args.join(' ')} failed (${code}): ${output}`));
      else resolve({ seconds, megabytes: kilobytes > 0 ? kilobytes / 1024 : undefined });
    });
  });
}

/** Notes the peak (`VmHWM`, threads included) of a process and of those that it started, in KB. */
function readPeaks(pid: number, peaks: Map<number, number>): void {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const peak = /VmHWM:\s+(\d+)/.exec(status)?.[1];
    if (peak) peaks.set(pid, Number(peak));
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8');
      for (const child of children.split(' ')) if (child) readPeaks(Number(child), peaks);
    }
  } catch {
    // It is over, or this is not Linux.
  }
}
