import { readdir, readFile } from 'node:fs/promises';

/** A process of Linux, as `/proc` tells it. */
interface Process {
  id: number;
  parent: number;
  command: string;
}

/**
 * Returns what the largest page of a browser takes, its workers included, in MB: its own memory, and its share of what
 * processes have in common (PSS). `profile`: the folder that the browser keeps its data in. Linux only.
 */
export async function measureRenderers(profile: string): Promise<number> {
  const processes = await listProcesses();
  const browser = processes.find(
    ({ command }) => command.includes(profile) && !command.includes('--type='),
  );
  const family = new Set([browser?.id ?? -1]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { id, parent } of processes) if (family.has(parent)) family.add(id);
  }
  const sizes = await Promise.all(
    processes
      .filter(({ id, command }) => family.has(id) && command.includes('--type=renderer'))
      .map(({ id }) => readShare(id)),
  );
  return Math.max(0, ...sizes);
}

async function listProcesses(): Promise<Process[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    ids.map(async (id): Promise<Process[]> => {
      const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return command === '' ? [] : [{ id, parent, command: command.replaceAll('\0', ' ') }];
    }),
  );
  return found.flat();
}

async function readShare(id: number): Promise<number> {
  const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
}
