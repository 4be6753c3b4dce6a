import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../output/listFiles.ts';

/** Gives the files of the code that makes an archive, from the project's root. */
function listPipelineSources(root: string): string[] {
  return ['src/archive', 'src/model'].flatMap((folder) =>
    listFiles(join(root, folder))
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path}`),
  );
}

/**
 * Gives a fingerprint of everything that decides what an archive becomes: this folder's code, and the libraries as
 * they are installed.
 */
export function hashPipeline(root: string): string {
  const hash = createHash('sha1').update(process.version);
  for (const path of listPipelineSources(root)) {
    hash.update(path).update(readFileSync(join(root, path)));
  }
  // npm notes what it has installed here; `package-lock.json` may be ahead of it.
  const installed = join(root, 'node_modules/.package-lock.json');
  const lock = existsSync(installed) ? installed : join(root, 'package-lock.json');
  return hash.update(readFileSync(lock)).digest('base64url');
}
