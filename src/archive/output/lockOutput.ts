import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { isRunning } from '../cache/leftOvers.ts';
import { ExpectedError } from '../command/Message.ts';

/**
 * Claims an output folder for this process by a lock file that holds its number, and returns a function that gives it
 * back; so does the end of the process. Throws ExpectedError while another build has it. The lock of a build that
 * died is taken over.
 */
export function lockOutput(file: string, output: string): () => void {
  while (!claim(file)) {
    const owner = readOwner(file);
    if (owner !== undefined && isAlive(owner, file)) {
      throw new ExpectedError({
        zh: `另一个构建（进程 ${owner}）正在写 ${output}，这一次没有开始。等它结束再来；如果它已经不在了，删掉 ${file}。`,
        en: `Another build (process ${owner}) is writing ${output}; this one has not begun. Wait until it ends, or remove ${file} if it is gone.`,
      });
    }
    removeDead(file, owner);
  }
  const release = () => {
    if (readOwner(file) === process.pid) rmSync(file, { force: true });
    process.off('exit', release);
  };
  process.on('exit', release);
  return release;
}

/** Makes the file, which one process alone can. It has the number in it from its first moment. */
function claim(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

/** Undefined where the file is gone, or damaged. */
function readOwner(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Numbers of processes begin anew with the machine, and in each container; ours in another's lock is one from before.
 */
function isAlive(owner: number, file: string): boolean {
  const start = Date.now() - uptime() * 1000;
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return owner !== process.pid && written > start && isRunning(owner);
}

/**
 * Removes a dead build's lock, which others may be doing as well: whoever finds a living one's in hand puts it back.
 */
function removeDead(file: string, owner: number | undefined): void {
  const taken = `${file}.${process.pid}`;
  try {
    renameSync(file, taken);
    if (readOwner(taken) !== owner) linkSync(taken, file);
  } catch {
    // Another process was as quick.
  }
  rmSync(taken, { force: true });
}
