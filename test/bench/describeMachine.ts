import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';

/** Names the machine and the programs that were measured on it, in one line. */
export function describeMachine(): string {
  const parts = [
    `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${platform()} with load ${loadavg()[0]?.toFixed(1)}`,
    `Node ${process.version.slice(1)}`,
    readVersion('hugo', ['version'], 'Hugo'),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Gives a program's version with its name, or undefined where it is not installed. */
export function readVersion(command: string, args: string[], name: string): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) return undefined;
  return `${name} ${/\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? ''}`.trim();
}
