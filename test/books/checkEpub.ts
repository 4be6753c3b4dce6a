import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's is a jar at this place; its own starter needs a kernel that knows jars. */
const JAR = '/usr/bin/epubcheck';

/** Whether epubcheck can be asked here. */
export function hasEpubcheck(): boolean {
  return existsSync(JAR) && spawnSync('java', ['-version']).status === 0;
}

/** Returns epubcheck's errors and warnings of a book, a line each. */
export function checkEpub(file: string): string[] {
  const { stdout, stderr } = spawnSync('java', ['-jar', JAR, file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
  });
  const output = `${stdout}\n${stderr}`;
  if (!/EPUBCheck completed/.test(output)) throw new Error(output);
  return output.split('\n').filter((line) => /^(?:FATAL|ERROR|WARNING)/.test(line));
}
