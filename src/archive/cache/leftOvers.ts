import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a new name under which a file or folder is made before it gets its own; others may be making it at the same
 * time.
 */
export function namePartial(path: string): string {
  return `${path}.${randomUUID().slice(0, 8)}.${process.pid}.partial`;
}

/** Removes from a folder what processes that were killed have left of what they made. */
export function removeLeftOvers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.partial$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Whether a process with that number runs. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
