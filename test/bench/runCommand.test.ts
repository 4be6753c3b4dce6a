import { expect, test } from 'vitest';
import { runCommand } from './runCommand.ts';

/** What the benchmark says of a command: its own processes are in it, and no time is lost but the last moments. */
const work = `
  const held = Buffer.alloc(100e6, 1);
  while (process.cpuUsage().user < 600e3);
  process.exit(held[0] - 1);`;

test.skipIf(process.platform !== 'linux').each([
  ['a process', process.execPath, ['-e', work]],
  ['one that it started', 'sh', ['-c', `${process.execPath} -e '${work}'; exit $?`]],
])('memory and time of %s are counted', async (_what, program, args) => {
  const { megabytes = 0, processor = 0, seconds } = await runCommand({ program, args });
  expect(megabytes).toBeGreaterThan(100);
  expect(megabytes).toBeLessThan(300);
  expect(processor).toBeGreaterThan(0.4);
  expect(processor).toBeLessThan(seconds * 2);
});

test('a command that fails says so in its last words', async () => {
  const command = {
    program: process.execPath,
    args: ['-e', `console.error('kaputt'); process.exit(3)`],
  };
  await expect(runCommand(command)).rejects.toThrow(/failed \(3\): kaputt/);
});
