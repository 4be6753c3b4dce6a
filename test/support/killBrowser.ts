import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * Kills the browser that has its data in `profile`, and nothing else: no page, no worker and no cache has the time to
 * finish anything. Waits until it is gone.
 */
export async function killBrowser(profile: string): Promise<void> {
  const own = (await listProcesses()).filter(({ command }) =>
    command.includes(`--user-data-dir=${profile}`),
  );
  const main = own.find(({ command }) => !command.includes('--type='));
  if (!main) throw new Error(`no browser runs with ${profile}`);
  process.kill(main.pid, 'SIGKILL');
  while (isRunning(main.pid)) await wait(10);
}

type Process = { pid: number; command: string };

async function listProcesses(): Promise<Process[]> {
  if (process.platform !== 'linux') {
    const { stdout } = await promisify(execFile)('ps', ['-axwwo', 'pid=,command=']);
    return stdout
      .split('\n')
      .map((line) => ({ pid: Number.parseInt(line, 10), command: line.replace(/^\s*\d+\s/, '') }));
  }
  // Small containers have no ps.
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    pids.map(async (pid) => ({
      pid: Number(pid),
      command: (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll(
        '\0',
        ' ',
      ),
    })),
  );
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
