import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './listFiles.ts';

/** How this process was started. */
export interface Start {
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
}

/** Files beside `src` that decide what the app becomes. */
const CONFIGURATION =
  /^(?:index\.html|vite\.config\.ts|package(?:-lock)?\.json|tsconfig\.json|\.env.*)$/;
const VARIABLES = /^(?:BASE_PATH|OFFLINE|SEARCH|SITE_TITLE|NODE_ENV|VITE_.*)$/;

/**
 * Gives a fingerprint of everything that decides what the app becomes: sources, configuration, versions of the libraries,
 * environment, command line. Undefined where the process is no plain `vite build`: then the app has to be built.
 */
export function hashApp(root: string, { argv, env }: Start = process): string | undefined {
  const [, program = '', command, ...flags] = argv;
  if (!/[\\/]vite(?:\.js)?$/.test(program) || command !== 'build') return undefined;
  // Another configuration file is not among those that are read here.
  if (flags.some((flag) => /^(?:-w|--watch|-c|--config)\b/.test(flag))) return undefined;
  // Where the output goes makes no difference.
  const own = flags.filter(
    (flag, i) => !/^--(?:outDir|emptyOutDir)\b/.test(flag) && flags[i - 1] !== '--outDir',
  );
  const variables = Object.keys(env)
    .filter((name) => VARIABLES.test(name))
    .sort();
  const hash = createHash('sha1').update(
    JSON.stringify([process.version, own, variables.map((name) => [name, env[name]])]),
  );
  const beside = readdirSync(root)
    .filter((name) => CONFIGURATION.test(name))
    .sort();
  // Files in `public` are copied as they are, but the worker's list of the app's files holds their hashes.
  const sources = ['public', 'src'].flatMap((folder) =>
    listFiles(join(root, folder)).map((path) => `${folder}/${path}`),
  );
  for (const path of [...beside, ...sources]) {
    const bytes = readFileSync(join(root, path));
    hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('base64url');
}
