/**
 * Starts a command for owners: `node src/archive/command/run.mjs build`. Plain JavaScript, since Node 20 can't read
 * TypeScript; Vite can.
 */
import { fileURLToPath } from 'node:url';

/** Of each command the function that runs it, which returns the exit code where it is not 0. */
const COMMANDS = { build: 'runBuild', host: 'runHost' };
const [name, ...args] = process.argv.slice(2);
const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));

/** npm leaves out what builds need where it is told that this is a production machine. */
function explainMissing() {
  const isEnglish = /^en/i.test(
    process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '',
  );
  return isEnglish
    ? 'Packages that a build needs are not installed. Run npm ci --include=dev (with NODE_ENV=production npm leaves them out).'
    : '构建需要的包没有装上。请运行 npm ci --include=dev（NODE_ENV=production 时 npm 不装它们）。';
}

// Before Vite is loaded, which would take this for development, and React would be the slow one.
process.env.NODE_ENV ||= 'production';
try {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
  process.exitCode = await module[COMMANDS[name]](args);
} catch (error) {
  if (error?.code === 'ERR_MODULE_NOT_FOUND') console.error(explainMissing());
  else console.error(error.name === 'ExpectedError' ? error.message : error);
  process.exitCode = 1;
}
