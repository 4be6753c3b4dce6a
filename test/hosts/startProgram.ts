import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './ask.ts';

/** A server that runs. */
export interface RunningHost {
  /** Address of the site's first page. */
  url: string;
  close: () => Promise<void>;
}

/** Returns the path of an installed program, or undefined where there is none. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Returns a port of the loopback interface that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

/** Starts a server in the foreground and waits until it answers. Throws what it has said where it ends before. */
export async function startProgram(
  command: string,
  args: string[],
  url: string,
  env: Record<string, string> = {},
): Promise<RunningHost> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said = (said + part).slice(-4000);
    });
  }
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 200) {
      await end(child);
      throw new Error(`${command} ${args.join(' ')} doesn't answer\n${said}`);
    }
    const isUp = await ask(url).then(
      () => true,
      () => false,
    );
    if (isUp) return { url, close: () => end(child) };
    await wait(50);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
