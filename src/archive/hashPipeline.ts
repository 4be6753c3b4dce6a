import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './listFiles.ts';

/** Gives the files of the code that makes articles, from the project's root. */
export function listPipelineSources(root: string): string[] {
  return ['src/archive', 'src/model'].flatMap((folder) =>
    listFiles(join(root, folder))
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path}`),
  );
}

/** Gives a fingerprint of everything that decides what an article becomes: the pipeline's code and its libraries' versions. */
export function hashPipeline(root: string): string {
  const hash = createHash('sha1').update(process.version);
  for (const path of listPipelineSources(root)) {
    hash.update(path).update(readFileSync(join(root, path)));
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('base64url');
}
