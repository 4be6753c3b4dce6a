/** Starts the benchmark: Node 20 can't read TypeScript, Vite can. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { module } = await runnerImport(fileURLToPath(new URL('bench.ts', import.meta.url)), {
  configFile: false,
  root,
  logLevel: 'error',
});
await module.bench(process.argv.slice(2));
